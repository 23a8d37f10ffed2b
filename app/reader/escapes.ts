/** Signs that a converter writes by their names or marks as no mark-up, as a person would read them. */

const BACKSLASH = "\\";
/** Signs that mark-up knows, behind the stroke that takes their meaning away. */
const ESCAPED = /\\([-+.()[\]{}<>#|'"!*_~$%&^`=:])/g;
/** The stroke with which a converter breaks a line. */
const BREAK = /\\$/;
/** Signs by the names that TeX gives them. */
const SIGNS: readonly [RegExp, string][] = [
  [/\\(?:long)?rightarrow\b|\\Rightarrow\b|\\to\b/g, "→"],
  [/\\(?:long)?leftarrow\b|\\Leftarrow\b/g, "←"],
  [/\\downarrow\b/g, "↓"],
  [/\\uparrow\b/g, "↑"],
  [/\\pm\b/g, "±"],
  [/\\times\b/g, "×"],
  [/\\leq?\b|\\leqslant\b/g, "≤"],
  [/\\geq?\b|\\geqslant\b/g, "≥"],
  [/\^\s*\{?\s*\\circ\s*\}?/g, "°"],
  [/\\(?:bullet|cdot)\b/g, "•"],
  [/\\(?:checkmark|surd)\b/g, "√"],
  [/\\(?:quad|qquad|,|;| )/g, " "],
];
/** Words that TeX is told to print as they stand. */
const WRAPPED =
  /\\(?:text(?:bf|it|rm)?|math(?:rm|bf|it)|underline|mathbf|operatorname)\s*\{([^{}]{0,400})\}/g;
const FRACTION = /\\frac\s*\{([^{}]{1,40})\}\s*\{([^{}]{1,40})\}/g;
/** A formula within a line; two sums of money in one line hold none. */
const FORMULA = /\$([^$\n]{0,400})\$/g;

/** A text without such names and strokes. Linear; a text that holds no stroke comes back as it is. */
export const unescaped = (text: string): string => {
  if (!text.includes(BACKSLASH)) return text;
  let plain = text;
  if (plain.includes("$"))
    plain = plain.replace(FORMULA, (whole, formula: string) => {
      if (!formula.includes(BACKSLASH)) return whole;
      let words = formula.replace(WRAPPED, "$1").replace(FRACTION, "$1/$2");
      for (const [name, sign] of SIGNS) words = words.replace(name, sign);
      return words.replace(/[{}]/g, "");
    });
  return plain.replace(ESCAPED, "$1").replace(BREAK, "");
};
