/**
 * Signs that no file of type in use has, and what is written for them: a reader shall lose no sign of a decree, and a
 * box says nothing.
 */
const WRITTEN: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "≠": "=/=",
  "→": "->",
  "←": "<-",
  "⇒": "=>",
  "✓": "v",
  "✔": "v",
  "√": "v",
  "☑": "[v]",
  "☐": "[ ]",
  "□": "[ ]",
  "▼": "v",
  "●": "•",
  "▪": "•",
  "■": "•",
  "◦": "•",
  "‣": "•",
  "": "•",
  "‐": "-",
  "‑": "-",
  "\u00A0": " ",
  "\u2009": " ",
  "\u202F": " ",
  "\u200B": "",
  "\u00AD": "",
  "\uFEFF": "",
  "\t": " ",
};

/** What is written for a sign that cannot be drawn; its code point where nothing else is known. */
export const writtenFor = (sign: string): string => {
  const known = WRITTEN[sign];
  if (known !== undefined) return known;
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x20 ? " " : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
};
