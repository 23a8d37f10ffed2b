import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import type { Table } from "../table.ts";
import { letterCount, letters } from "../text.ts";

/** Words with which same-named components of other tables end and begin. */
export class Templates {
  readonly #ends = new Map<ComponentKey, Set<string>>();
  readonly #printed = new Map<ComponentKey, readonly Template[]>();

  readonly #tables: readonly Table[];

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  /** A component's texts with some letters, as they stand when the first one is asked for: mending changes them later. */
  #of(key: ComponentKey): readonly Template[] {
    if (this.#printed.size === 0) this.#collect();
    return this.#printed.get(key) ?? [];
  }

  #collect(): void {
    for (const key of COMPONENT_KEYS) {
      const templates: Template[] = [];
      for (const table of this.#tables) {
        const text = table.components[key]?.content.text ?? "";
        if (letterCount(text, MIN_END) === MIN_END) templates.push({ text, head: null });
      }
      this.#printed.set(key, templates);
    }
  }

  /** Another text of this component ends with these letters, which `own` does not end with. */
  endsAlike(key: ComponentKey, end: string, own: string): boolean {
    if (end.length < MIN_END || endsInLetters(own, end)) return false;
    const known = this.#ends.get(key) ?? new Set<string>();
    this.#ends.set(key, known);
    if (known.has(end)) return true;
    const found = this.#of(key).some(({ text }) => endsInLetters(text, end));
    if (found) known.add(end);
    return found;
  }

  /** Where in a text the beginning of a sister's text stands, its very head left out. */
  beginnings(key: ComponentKey, text: string): number[] {
    const plain = letters(text);
    const places = new Set<number>();
    for (const other of this.#of(key)) {
      const head = headOf(other);
      const at = head.length === SISTER_HEAD ? plain.indexOf(head, 8) : -1;
      if (at > 0) places.add(beforeMark(text, offsetOfLetter(text, at)));
    }
    return [...places].sort((a, b) => a - b);
  }

  /** Another text of this component begins as this one does behind `at`. */
  beginsLike(key: ComponentKey, text: string, at: number): boolean {
    const head = letters(text.slice(at, at + 60)).slice(0, SISTER_HEAD);
    return head.length === SISTER_HEAD && this.#of(key).some((other) => headOf(other) === head);
  }

  /** First letters, at most `SISTER_HEAD`, of this component's texts. */
  heads(key: ComponentKey): string[] {
    return this.#of(key).map(headOf);
  }
}

/** A text of a component, and its first letters once they have been asked for. */
interface Template {
  text: string;
  head: string | null;
}

const headOf = (template: Template): string => {
  template.head ??= letters(template.text.slice(0, offsetOfLetter(template.text, SISTER_HEAD)));
  return template.head;
};

/** Do the letters of a text end with these? */
const endsInLetters = (text: string, end: string): boolean => {
  let left = end.length;
  for (let at = text.length - 1; at >= 0 && left > 0; at--) {
    const small = text.charCodeAt(at) | 32;
    if (small < 97 || small > 122) continue;
    if (small !== end.charCodeAt(left - 1)) return false;
    left--;
  }
  return left === 0;
};

/** An item begins at its mark. */
const beforeMark = (text: string, at: number): number => {
  const from = Math.max(0, at - 6);
  const mark = /(?:^|\s)\(?(?:\d{1,2}|[a-z])[.)]\s*$/.exec(text.slice(from, at));
  return mark ? from + mark.index + (mark[0].length - mark[0].trimStart().length) : at;
};

/** So many first letters alike show that a sister's text begins here. */
const SISTER_HEAD = 14;
/** Fewer letters prove no common ending. */
const MIN_END = 5;

/** Offset in `text` at which the letters counted from its start reach `count`. */
export const offsetOfLetter = (text: string, count: number): number => {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const small = text.charCodeAt(i) | 32;
    if (small < 97 || small > 122) continue;
    if (seen === count) return i;
    seen++;
  }
  return text.length;
};
