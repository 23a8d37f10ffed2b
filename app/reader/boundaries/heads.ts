import { distance } from "fastest-levenshtein";
import { glueBetween } from "../assemble/joined.ts";
import type { ComponentKey } from "../components.ts";
import { contentEvidence } from "../evidence.ts";
import { dividerWithin, isNoise } from "../marks.ts";
import { joinCells, sliceCell } from "../rows/index.ts";
import type { Table, TableComponent } from "../table.ts";
import { hasLetters, letterCount, letters } from "../text.ts";
import { ANSWERS, inOrder, neighbour } from "./neighbours.ts";
import { dropFirstOpening, lastNumber, secondOpening, slippedComponent } from "./slipped-rows.ts";
import { offsetOfLetter, type Templates } from "./templates.ts";

/** Words of the row above that slipped into the head of a component's cell. */

/** A text that no sign closes and whose list may go on. */
const isOpenEnded = (text: string): boolean => !/[.;:!?)\]]\s*$/.test(text.trimEnd());

const FIRST_ITEM = /\s1[.)]\s*\S/y;
/** Where a list's first item begins in the midst of a text, found by its figure; -1 where none does. */
const firstItem = (text: string): number => {
  for (let at = text.indexOf("1", 1); at > 0; at = text.indexOf("1", at + 1)) {
    FIRST_ITEM.lastIndex = at - 1;
    if (FIRST_ITEM.test(text)) return at;
  }
  return -1;
};

/** Where the component's own content may begin behind slipped words: its first list item, or its typical answer. */
const ownBeginnings = (key: ComponentKey, text: string): readonly number[] => {
  const item = firstItem(text);
  const answer = ANSWERS[key]?.exec(text)?.index ?? 0;
  if (item <= 0) return answer > 0 ? [answer] : NOWHERE;
  return answer > 0 ? [item, answer] : [item];
};
const NOWHERE: readonly number[] = [];

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

/** Words found elsewhere go behind a component's own; noise gives way to them. */
const append = (part: TableComponent, content: TableComponent["content"]): void => {
  part.mended = true;
  part.content =
    !hasLetters(part.content.text, 1) || isNoise(part.content.text)
      ? content
      : joinCells([part.content, content], glueBetween(part.content.text, content.text));
};

/** Moves words at the head of a component back to the one above it. */
export const mendHeads = (table: Table, templates: Templates): void => {
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
      const own = ownBeginnings(key, text);
      const sure = again > 0 ? [...own, again] : own;
      // Sisters are asked only where something speaks for slipped words: a page break before a duration, a list that begins in its middle.
      const doubtful = (afterPage && key === "jangka_waktu") || /^\s*\(?(?:[2-9]|1\d)[.)]\s/.test(text);
      const likely = doubtful ? templates.beginnings(key, text) : NOWHERE;
      for (const at of likely.length > 0 ? [...sure, ...likely] : sure) {
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
