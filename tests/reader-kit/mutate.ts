import type { Random } from "./random.ts";

/** Ways to spoil a file, each on its text or on its bytes. */
export const MUTATIONS = [
  "delete-lines",
  "duplicate-lines",
  "shuffle-lines",
  "join-lines",
  "cut-end",
  "cut-start",
  "swap-tabs",
  "drop-tags",
  "unclosed-tag",
  "unclosed-tables",
  "deep-nesting",
  "giant-line",
  "many-columns",
  "wide-span",
  "random-bytes",
  "flip-bytes",
  "nul-bytes",
  "control-characters",
  "long-number",
  "repeat-word",
  "only-blank-lines",
  "entities",
  "headings-everywhere",
  "crlf",
  "utf16",
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** Longest line that a mutation makes, in characters. */
const GIANT = 200_000;

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const onLines = (bytes: Uint8Array, change: (lines: string[]) => string[]) =>
  encode(change(decode(bytes).split("\n")).join("\n"));

function insertAt(bytes: Uint8Array, random: Random, text: string): Uint8Array {
  const before = decode(bytes);
  const at = random.int(0, before.length);
  return encode(before.slice(0, at) + text + before.slice(at));
}

function scatter(
  bytes: Uint8Array,
  random: Random,
  share: number,
  byte: (old: number) => number,
): Uint8Array {
  const out = Uint8Array.from(bytes);
  const hits = Math.max(1, Math.floor(out.length * share));
  for (let i = 0; i < hits && out.length; i++) {
    const at = random.int(0, out.length - 1);
    out[at] = byte(out[at] as number);
  }
  return out;
}

function utf16(bytes: Uint8Array, random: Random): Uint8Array {
  const text = decode(bytes);
  const big = random.chance(0.5);
  const out = new DataView(new ArrayBuffer(2 + text.length * 2));
  out.setUint16(0, 0xfeff, !big);
  for (let i = 0; i < text.length; i++) out.setUint16(2 + 2 * i, text.charCodeAt(i), !big);
  return new Uint8Array(out.buffer);
}

const BRACKETS = ["<ol><li>", "<table><tr><td>", "<div>", "<p>", "((", "[["];

/** Spoils the file in one way; the same random gives the same spoil. */
export function mutate(bytes: Uint8Array, mutation: Mutation, random: Random): Uint8Array {
  switch (mutation) {
    case "delete-lines":
      return onLines(bytes, (lines) => lines.filter(() => !random.chance(0.15)));
    case "duplicate-lines":
      return onLines(bytes, (lines) => lines.flatMap((line) => (random.chance(0.1) ? [line, line] : [line])));
    case "shuffle-lines":
      return onLines(bytes, (lines) => {
        const at = random.int(0, Math.max(0, lines.length - 20));
        return [...lines.slice(0, at), ...random.shuffle(lines.slice(at, at + 20)), ...lines.slice(at + 20)];
      });
    case "join-lines":
      return encode(decode(bytes).replace(/\n/g, () => (random.chance(0.2) ? " " : "\n")));
    case "cut-end":
      return bytes.slice(0, random.int(0, bytes.length));
    case "cut-start":
      return bytes.slice(random.int(0, bytes.length));
    case "swap-tabs":
      return encode(decode(bytes).replace(/\t/g, () => random.pick(["\t", "\t\t", "|", "    ", ""])));
    case "drop-tags":
      return encode(decode(bytes).replace(/<\/?[a-z]+[^>]*>/gi, (tag) => (random.chance(0.5) ? "" : tag)));
    case "unclosed-tag":
      return insertAt(
        bytes,
        random,
        random.pick(["<ol style=", "<", "</", "<!--", "<script>", "<td colspan='", "&#", "<![CDATA["]),
      );
    case "unclosed-tables":
      return insertAt(bytes, random, "<table><tr><td>".repeat(random.int(1, 200)));
    case "deep-nesting":
      return insertAt(bytes, random, random.pick(BRACKETS).repeat(random.int(100, 5000)));
    case "giant-line":
      return insertAt(
        bytes,
        random,
        random.pick(["a ", "1. ", "-", "Persyaratan ", "\t", "| ", "Rp1.000 "]).repeat(GIANT).slice(0, GIANT),
      );
    case "many-columns":
      return insertAt(bytes, random, `\n${"x\t".repeat(random.int(50, 3000))}\n`);
    case "wide-span":
      return insertAt(
        bytes,
        random,
        `<table><tr><td rowspan="${10 ** random.int(2, 9)}" colspan="${10 ** random.int(2, 9)}">1</td></tr></table>`,
      );
    case "random-bytes":
      return Uint8Array.from({ length: random.int(0, 4000) }, () => random.int(0, 255));
    case "flip-bytes":
      return scatter(bytes, random, 0.01, (old) => old ^ (1 << random.int(0, 7)));
    case "nul-bytes":
      return scatter(bytes, random, 0.002, () => 0);
    case "control-characters":
      return scatter(bytes, random, 0.01, () => random.int(1, 31));
    case "long-number":
      return insertAt(
        bytes,
        random,
        ` ${"9".repeat(random.int(20, 2000))} hari Rp${"0".repeat(random.int(1, 500))}.000 orang `,
      );
    case "repeat-word":
      return encode(
        decode(bytes).replace(/\b(dalam|dan|hari|orang|Nomor|Tahun)\b/g, (w) =>
          random.chance(0.1) ? `${w} `.repeat(50) : w,
        ),
      );
    case "only-blank-lines":
      return encode("\n\t \n".repeat(random.int(0, 3000)));
    case "entities":
      return encode(
        decode(bytes).replace(/ /g, () =>
          random.chance(0.1) ? random.pick(["&nbsp;", "&#160;", "&amp;lt;", "&#x110000;", "&"]) : " ",
        ),
      );
    case "headings-everywhere":
      return onLines(bytes, (lines) =>
        lines.flatMap((line) =>
          random.chance(0.2) ? ["Jenis Layanan : 1. X", "A. BAGIAN Y", line] : [line],
        ),
      );
    case "crlf":
      return encode(decode(bytes).replace(/\n/g, () => random.pick(["\r\n", "\r", "\n", "\u2028"])));
    case "utf16":
      return utf16(bytes, random);
  }
}
