import { distance } from "fastest-levenshtein";
import { glueBetween } from "./assemble/joined.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { contentEvidence } from "./evidence.ts";
import { matchLabels } from "./labels/match.ts";
import { dividerWithin, isNoise } from "./marks.ts";
import { remembered } from "./memory.ts";
import { type Cell, EMPTY_CELL, joinCells, sliceCell } from "./rows/index.ts";
import {
  dropFirstOpening,
  lastNumber,
  moveSlippedRows,
  secondOpening,
  slippedComponent,
} from "./slipped-rows.ts";
import type { Table, TableComponent } from "./table.ts";
import { fold, hasLetters, letterCount, letters } from "./text.ts";

/**
 * Mends the borders between components after the rows are assigned. A scan lets the last words of one row slip into the
 * cell of the next, or two rows into one cell. Words move only on evidence: a half title between them, a list that goes
 * on counting, a sentence that sister tables of the same annex end with these very words, or an answer typical of one
 * component.
 */

/** Answers that open or end a cell into which a neighbour slipped. Blanks are bounded: a scan prints thousands in a row. */
const ANSWERS: Partial<Record<ComponentKey, RegExp>> = {
  biaya:
    /(?:tanpa|tidak|tidak ada)\s{1,9}(?:di\s?pungut\s{1,9})?biaya(?:\s{0,9}\/?\s{0,9}tarif)?|\bgratis\b/i,
  jangka_waktu:
    /\b\d{1,3}\s{0,9}\([^)\n]{2,24}\)\s{0,9}(?:menit|jam|hari|minggu|bulan|tahun)(?:\s{1,9}kerja)?/i,
  jumlah_pelaksana: /(?:\b\d{1,3}\s{0,9})?\([a-z ]{2,24}\)\s{0,9}orang/i,
  pengawasan:
    /\b(?:(?:pengawasan\s{1,9})?(?:dilakukan|dilaksanakan)?\s{0,9}(?:secara langsung\s{1,9})?oleh\s{1,9})?atasan langsung\b/i,
};

/** Components in the order of their first rows. */
const inOrder = (table: Table): [ComponentKey, TableComponent][] =>
  (Object.entries(table.components) as [ComponentKey, TableComponent][]).sort(
    (a, b) => (a[1].indexes[0] as number) - (b[1].indexes[0] as number),
  );

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

/** A text that no sign closes and whose list may go on. */
const isOpenEnded = (text: string): boolean => !/[.;:!?)\]]\s*$/.test(text.trimEnd());

/** Where the component's own content may begin behind slipped words: its first list item, or its typical answer. */
const ownBeginnings = (key: ComponentKey, text: string): number[] => {
  const places: number[] = [];
  const item = /\s1[.)]\s*\S/.exec(text);
  if (item) places.push(item.index + 1);
  const answer = ANSWERS[key]?.exec(text);
  if (answer && answer.index > 0) places.push(answer.index);
  return places;
};

/** A text that ends with the heading of a list: "I. Bagian Umum", "Pemohon:". */
const OPENS_LIST = /(?:(?:^|[\s;])(?:[IVX]{1,4}|[A-Z])[.)]\s+[A-Za-z][^.;:!?\d]{2,60}|:)\s*$/;
/** No longer heading is looked for. */
const LIST_HEAD = 72;
/** An answer is no longer. */
const ANSWER_WITHIN = 120;

const slipsBack = (
  before: TableComponent | null,
  beforeKey: ComponentKey | null,
  key: ComponentKey,
  text: string,
  at: number,
  templates: Templates,
  { afterPage, sure }: { afterPage: boolean; sure: boolean },
): boolean => {
  const slipped = text.slice(0, at);
  if (beforeKey === null || letterCount(slipped, 1) === 0) return false;
  const previous = before?.content.text ?? "";
  if (before === null || letterCount(previous, 1) === 0 || isNoise(previous)) {
    // The row above lost its cell: what belongs to it by its words stands here.
    return key === "biaya" && (contentEvidence(slipped)[beforeKey] ?? 0) >= 1;
  }
  const first = /(?:^|[\s;])(\d{1,2})[.)]\s/.exec(slipped);
  const goesOn = first ? Number(first[1]) : 0;
  // A list that counts on from the row above, or whose first items are not here, belongs to that row.
  if (goesOn > 1) {
    const last = lastNumber(previous);
    if (last === null ? /^1[.)]/.test(text.slice(at)) : goesOn === last + 1) return true;
  }
  if (/:\s*$/.test(slipped)) return false;
  // A heading above whose first item is not there: the items stand here, before this row's own answer.
  if (goesOn === 1 && sure && OPENS_LIST.test(previous.slice(-LIST_HEAD)) && /^\s*1[.)]/.test(slipped)) {
    if (ANSWERS[key]?.exec(text.slice(at, at + ANSWER_WITHIN))?.index === 0) return true;
  }
  const plain = letters(slipped);
  // Lists share items in any order, so only a duration tells by its first words where it begins.
  if (afterPage && key === "jangka_waktu" && plain.length >= 20 && templates.beginsLike(key, text, at))
    return true;
  if (!sure) return false;
  // A duration before a fee's own answer, which begins a sentence of its own: the row above goes on behind its page.
  if (key === "biaya" && beforeKey === "jangka_waktu" && afterPage && isOpenEnded(previous)) {
    const { jangka_waktu: time = 0, biaya: fee = 0 } = contentEvidence(slipped);
    if (time >= 1 && fee === 0 && /[A-Z]/.test(text.charAt(at))) return true;
  }
  if (templates.endsAlike(beforeKey, plain, previous)) return true;
  return (
    isOpenEnded(previous) && /^\s*[a-z]{2,}\s/.test(slipped) && plain.length <= 60 && !/\d[.)]/.test(slipped)
  );
};

/** Fewer letters are like many words. */
const MISPRINT_LETTERS = 16;
/** Of so many letters at most is one in two misread in a line that a scan printed twice. */
const MISPRINT_WITHIN = 60;
const MISPRINT = 0.55;

/** Are these words the beginning of what follows, misread letter by letter? */
const isMisprint = (words: string, following: string): boolean => {
  const plain = letters(words);
  if (plain.length < MISPRINT_LETTERS || plain.length > MISPRINT_WITHIN) return false;
  const again = letters(following.slice(0, 3 * MISPRINT_WITHIN)).slice(0, plain.length);
  if (distance(plain, again) > MISPRINT * plain.length) return false;
  // A word that both have was read: the two are sentences that begin alike.
  return !(words.match(/[A-Za-z]{5,}/g) ?? []).some((word) => again.includes(letters(word)));
};

/** So many first letters printed before their text begins are a first print of it. */
const FIRST_PRINT = 12;

/** Where in some words the text behind them begins once before; their length where it does not. */
const repeatIn = (words: string, following: string): number => {
  const head = letters(following.slice(0, 5 * FIRST_PRINT)).slice(0, FIRST_PRINT);
  const at = head.length === FIRST_PRINT ? letters(words).indexOf(head) : -1;
  return at > 0 ? offsetOfLetter(words, at) : words.length;
};

const append = (part: TableComponent, content: TableComponent["content"]): void => {
  part.mended = true;
  part.content =
    !hasLetters(part.content.text, 1) || isNoise(part.content.text)
      ? content
      : joinCells([part.content, content], glueBetween(part.content.text, content.text));
};

const prepend = (part: TableComponent, content: TableComponent["content"]): void => {
  part.content = part.content.text.trim() === "" ? content : joinCells([content, part.content], " ");
};

const neighbour = (key: ComponentKey, step: 1 | -1): ComponentKey | null =>
  COMPONENT_KEYS[COMPONENT_KEYS.indexOf(key) + step] ?? null;

/** Moves words at the head of a component back to the one above it. */
const mendHeads = (table: Table, templates: Templates): void => {
  let above: [ComponentKey, TableComponent] | null = null;
  for (const [key, part] of inOrder(table)) {
    const before = neighbour(key, -1);
    const present = above;
    const title = present && key === "dasar_hukum" ? dividerWithin(part.content.text) : null;
    if (title && present) {
      const slipped = sliceCell(part.content, 0, title.from);
      // A repeat of what the row above already says is a second print of it.
      if (!letters(present[1].content.text).includes(letters(slipped.text))) append(present[1], slipped);
      part.content = sliceCell(part.content, title.to);
    } else {
      const adjacent: ComponentKey | null = present ? present[0] : before;
      const missing = before !== null && table.components[before] === undefined && present?.[0] !== before;
      const target = missing ? before : adjacent;
      const afterPage = (part.rows[0]?.features.gap ?? 0) > 0;
      const text = part.content.text;
      const again = secondOpening(part);
      const sure = [...ownBeginnings(key, text), ...(again > 0 ? [again] : [])];
      // Sisters are asked only where something speaks for slipped words: a page break before a duration, a list that begins in its middle.
      const doubtful = (afterPage && key === "jangka_waktu") || /^\s*\(?(?:[2-9]|1\d)[.)]\s/.test(text);
      const likely = doubtful ? templates.beginnings(key, text) : [];
      for (const at of [...sure, ...likely]) {
        const owner = missing ? null : (present?.[1] ?? null);
        if (!slipsBack(owner, target, key, text, at, templates, { afterPage, sure: sure.includes(at) }))
          continue;
        const ends = repeatIn(text.slice(0, at), text.slice(at));
        const slipped = sliceCell(part.content, 0, ends);
        if (ends < at) part.rows[0]?.parts.noise.push(sliceCell(part.content, ends, at));
        if (isMisprint(slipped.text, text.slice(at))) part.rows[0]?.parts.noise.push(slipped);
        else if (missing && before) table.components[before] = slippedComponent(part, slipped);
        else if (owner) append(owner, slipped);
        part.content = sliceCell(part.content, at);
        part.mended = true;
        if (at === again) dropFirstOpening(part);
        break;
      }
    }
    above = [key, part];
  }
};

/** Moves words behind a typical answer on to the next component, where that one has no content of its own. */
const mendTails = (table: Table): void => {
  for (const key of ["biaya", "jumlah_pelaksana"] as const) {
    const part = table.components[key];
    const next = neighbour(key, 1);
    if (!part || next === null) continue;
    const text = part.content.text;
    const answer = ANSWERS[key]?.exec(text);
    if (!answer || hasLetters(text.slice(0, answer.index), 21)) continue;
    const end = answer.index + answer[0].length;
    const rest = text.slice(end);
    if (!hasLetters(rest, 12) || !/^\s+[A-Z]/.test(rest)) continue;
    const follower = table.components[next];
    const twoRows = part.rows.some(({ features }) =>
      /^\s*\d{1,2}\.\s*\d{1,2}\./.test(features.row.cells[0]?.text ?? ""),
    );
    if (follower && hasLetters(follower.content.text, 1) && !twoRows) {
      // The next row's first words printed here as well.
      if (letters(follower.content.text).startsWith(letters(rest)))
        part.content = sliceCell(part.content, 0, end);
      continue;
    }
    const moved = sliceCell(part.content, end);
    if (follower) prepend(follower, moved);
    else table.components[next] = slippedComponent(part, moved);
    part.content = sliceCell(part.content, 0, end);
  }
};

/** Components whose labels pile up in one label cell, in printed order. */
const piledKeys = (part: TableComponent, own: ComponentKey): readonly ComponentKey[] => {
  let longest = "";
  for (const { parts } of part.rows) {
    if (parts.label.length === 0) continue;
    let label = (parts.label[0] as Cell).text;
    for (let at = 1; at < parts.label.length; at++) label += ` ${(parts.label[at] as Cell).text}`;
    if (longest === "" || fold(label).length > fold(longest).length) longest = label;
  }
  const keys = keysIn(longest);
  return keys[0] === own ? keys : [];
};

/** Components whose labels follow one another in a label cell's text. */
const keysIn = remembered((label): readonly ComponentKey[] => {
  const keys: ComponentKey[] = [];
  let rest = fold(label).replace(/^[\d.\s]+/, "");
  for (let turn = 0; turn < 8 && rest.length > 3; turn++) {
    const match = matchLabels(rest)[0];
    if (!match || match.similarity < 0.8) break;
    if (!keys.includes(match.key)) keys.push(match.key);
    rest = rest.slice(match.end).replace(/^[^A-Za-z]+(?:dan\s+)?/, "");
  }
  return keys;
});

/** Letters that must agree for a text to begin as another component's text does. */
const HEAD = 10;

/** Offset in `text` at which the letters counted from its start reach `count`. */
const offsetOfLetter = (text: string, count: number): number => {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const small = text.charCodeAt(i) | 32;
    if (small < 97 || small > 122) continue;
    if (seen === count) return i;
    seen++;
  }
  return text.length;
};

/** Parts a cell that holds several rows, by how sister tables begin the components that are missing here. */
const splitPile = (table: Table, key: ComponentKey, part: TableComponent, templates: Templates): void => {
  const piled = piledKeys(part, key);
  if (piled.length < 2) return;
  const from = COMPONENT_KEYS.indexOf(key);
  const wanted = COMPONENT_KEYS.slice(from + 1).filter((other, at, all) => {
    const gap = table.components[other];
    const firstPresent = all.findIndex(
      (one) => table.components[one] && hasLetters((table.components[one] as TableComponent).content.text, 1),
    );
    return (firstPresent === -1 || at < firstPresent) && (!gap || !hasLetters(gap.content.text, 1));
  });
  let current = part;
  for (const other of wanted) {
    const text = current.content.text;
    const plain = letters(text);
    let best = -1;
    for (const sister of templates.heads(other)) {
      const head = sister.slice(0, HEAD);
      const at = head.length === HEAD ? plain.indexOf(head, 8) : -1;
      // A text begins with a capital; the same letters in the midst of a sentence begin nothing.
      if (at > 0 && (best === -1 || at < best) && !/[a-z]/.test(text[offsetOfLetter(text, at)] ?? ""))
        best = at;
    }
    const answer = ANSWERS[other]?.exec(text);
    if (best === -1 && answer && answer.index > 8) best = letters(text.slice(0, answer.index)).length;
    if (best === -1) continue;
    const cut =
      best === letters(text.slice(0, answer?.index ?? 0)).length && answer
        ? answer.index
        : offsetOfLetter(text, best);
    const moved = sliceCell(current.content, cut);
    const made = table.components[other] ?? slippedComponent(part, EMPTY_CELL);
    made.content = moved;
    table.components[other] = made;
    current.content = sliceCell(current.content, 0, cut);
    current = made;
  }
};

/** Where a list begins to count anew: the first number not above the one before it. */
const restart = (text: string): number => {
  let last = 0;
  for (const match of text.matchAll(/(?:^|[\s;])(\d{1,2})[.)]\s/g)) {
    const number = Number(match[1]);
    if (last >= 2 && number <= last) return match.index + (match[0].length - match[0].trimStart().length);
    last = number;
  }
  return -1;
};

/**
 * Two halves in one cell, told by the title between them, and lists that run on into the next component's: moved on only
 * where that component has no row of its own and the words speak for it.
 */
const splitRunOn = (table: Table): void => {
  const complaint = table.components.pengaduan;
  const title = complaint ? dividerWithin(complaint.content.text) : null;
  if (complaint && title && table.components.dasar_hukum === undefined) {
    table.components.dasar_hukum = slippedComponent(complaint, sliceCell(complaint.content, title.to));
    complaint.content = sliceCell(complaint.content, 0, title.from);
    complaint.mended = true;
  }
  for (const key of ["dasar_hukum", "sarana", "kompetensi"] as const) {
    const part = table.components[key];
    const next = neighbour(key, 1);
    if (!part || next === null || table.components[next] !== undefined || !part.mended) continue;
    const at = restart(part.content.text);
    if (at < 0 || (contentEvidence(part.content.text.slice(at))[next] ?? 0) < 0.9) continue;
    table.components[next] = slippedComponent(part, sliceCell(part.content, at));
    part.content = sliceCell(part.content, 0, at);
  }
};

/** Mends all borders of the tables of one annex. */
export const mendBoundaries = (tables: readonly Table[]): void => {
  const templates = new Templates(tables);
  for (const table of tables) {
    for (const [key, part] of inOrder(table)) splitPile(table, key, part, templates);
    splitRunOn(table);
    moveSlippedRows(table);
    mendHeads(table, templates);
    mendTails(table);
  }
};
