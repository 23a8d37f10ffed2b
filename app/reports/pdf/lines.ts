import type { PaperVoice } from "../paper.ts";
import type { Type } from "./type.ts";

/** Words in one voice and colour. */
export interface Styled {
  words: string;
  voice: PaperVoice;
  color: string;
  /** Ground behind the words: a place to fill in. */
  ground?: string;
}

export interface Line {
  pieces: (Styled & { width: number })[];
  width: number;
}

/** A word, or the space before one. */
interface Token extends Styled {
  space: boolean;
}

const tokensOf = (styled: readonly Styled[]): Token[] =>
  styled.flatMap((one) =>
    (one.words.match(/\s+|\S+/g) ?? []).map((words) => {
      const space = /^\s/.test(words);
      return { ...one, words: space ? " " : words, space };
    }),
  );

/** The longest beginning of a word that fits a width; at least one sign. */
const fitting = (type: Type, { voice, words }: Token, size: number, width: number): string => {
  const signs = [...words];
  let end = signs.length;
  while (end > 1 && type.width(voice, signs.slice(0, end).join(""), size) > width) end--;
  return signs.slice(0, end).join("");
};

/** Breaks words into lines of a width in points; a word longer than a line is broken inside. Never drops a sign. */
export function breakLines(type: Type, styled: readonly Styled[], size: number, width: number): Line[] {
  const lines: Line[] = [];
  let line: Line = { pieces: [], width: 0 };
  const push = (token: Token, own: number): void => {
    const last = line.pieces.at(-1);
    if (last && last.voice === token.voice && last.color === token.color && last.ground === token.ground) {
      last.words += token.words;
      last.width += own;
    } else {
      line.pieces.push({ ...token, width: own });
    }
    line.width += own;
  };
  const turn = (): void => {
    lines.push(line);
    line = { pieces: [], width: 0 };
  };
  const waiting = tokensOf(styled);
  for (let at = 0; at < waiting.length; at++) {
    const token = waiting[at] as Token;
    if (token.space) {
      // A space is drawn only before a word that stands on the same line.
      const next = waiting[at + 1];
      const own = type.width(token.voice, " ", size);
      if (
        line.pieces.length > 0 &&
        next &&
        line.width + own + type.width(next.voice, next.words, size) <= width
      ) {
        push(token, own);
      } else if (line.pieces.length > 0 && next) turn();
      continue;
    }
    let rest = token;
    let own = type.width(rest.voice, rest.words, size);
    if (line.pieces.length > 0 && line.width + own > width && own <= width) turn();
    while (line.width + own > width) {
      const part = fitting(type, rest, size, width - line.width);
      if (line.pieces.length > 0 && type.width(rest.voice, part, size) > width - line.width) {
        turn();
        continue;
      }
      push({ ...rest, words: part }, type.width(rest.voice, part, size));
      rest = { ...rest, words: rest.words.slice(part.length) };
      if (rest.words === "") break;
      turn();
      own = type.width(rest.voice, rest.words, size);
    }
    if (rest.words !== "") push(rest, type.width(rest.voice, rest.words, size));
  }
  if (line.pieces.length > 0 || lines.length === 0) lines.push(line);
  return lines;
}
