import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { matchLabels } from "../labels/match.ts";
import { remembered } from "../memory.ts";
import { EMPTY_CELL, sliceCell } from "../rows/index.ts";
import type { Table, TableComponent } from "../table.ts";
import { fold, hasLetters, letters } from "../text.ts";
import { ANSWERS } from "./neighbours.ts";
import { slippedComponent } from "./slipped-rows.ts";
import { offsetOfLetter, type Templates } from "./templates.ts";

/** Several rows in one cell, their labels piled up in one label cell. */

/** Components whose labels pile up in one label cell, in printed order. */
const piledKeys = (part: TableComponent, own: ComponentKey): readonly ComponentKey[] => {
  let longest = "";
  for (const { parts } of part.rows) {
    let label = "";
    for (const { text } of parts.label)
      if (hasLetters(text, 1)) label = label === "" ? text : `${label} ${text}`;
    if (longest === "" || (label !== "" && fold(label).length > fold(longest).length)) longest = label;
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

/** Parts a cell that holds several rows, by how sister tables begin the components that are missing here. */
export const splitPile = (
  table: Table,
  key: ComponentKey,
  part: TableComponent,
  templates: Templates,
): void => {
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
