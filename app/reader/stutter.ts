import { type Row, rowWith } from "./rows/index.ts";
import { fold, isBlankText, letters } from "./text.ts";

/**
 * A scan's stutter: row after row begins with the whole cell of the row before and adds some words, labels piling up beside
 * it. Only the longest of such a run says something of its own; the others are emptied, their lines stay accounted for.
 */

/** Fewer letters alike may be chance: short answers repeat all the time. */
const MIN_LETTERS = 30;
const PEEK = 14;

const lastText = (row: Row): string => {
  for (let at = row.cells.length - 1; at >= 0; at--) {
    const text = row.cells[at]?.text ?? "";
    if (!isBlankText(text)) return text;
  }
  return "";
};

const labelOf = (row: Row): string =>
  letters(
    row.cells
      .slice(0, -1)
      .map((cell) => cell.text)
      .join(" "),
  );

/** Letters that a scan may read otherwise in a second print of the same words. */
const MISREAD = 0.03;

/** The shorter text is the beginning of the longer one, misread letters aside. */
const beginAlike = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  let misread = 0;
  for (let i = 0; i < length; i++)
    if (a[i] !== b[i] && ++misread > Math.max(1, length * MISREAD)) return false;
  return true;
};

/** The second row prints the first one again, longer or cut short, and its label says nothing else. */
const repeatsRow = (first: Row, second: Row): boolean => {
  if (first.kind !== "table" || second.kind !== "table" || first.cells.length < 2 || second.cells.length < 2)
    return false;
  const a = lastText(first).trimStart();
  const b = lastText(second).trimStart();
  if (
    a.length < MIN_LETTERS ||
    b.length < MIN_LETTERS ||
    a[0] !== b[0] ||
    fold(a.slice(0, PEEK)) !== fold(b.slice(0, PEEK))
  )
    return false;
  const one = letters(a);
  const other = letters(b);
  if (Math.min(one.length, other.length) < MIN_LETTERS || !beginAlike(one, other)) return false;
  const label = labelOf(first);
  const again = labelOf(second);
  return label.includes(again) || again.includes(label);
};

/** Rows with every stutter folded into its longest print. */
export const foldStutter = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  for (let from = 0; from + 1 < rows.length; from++) {
    let to = from;
    while (to + 1 < rows.length && repeatsRow(rows[to] as Row, rows[to + 1] as Row)) to++;
    if (to === from) continue;
    result ??= [...rows];
    let longest = from;
    for (let i = from; i <= to; i++) {
      const gain = lastText(rows[i] as Row).length - lastText(rows[longest] as Row).length;
      if (gain > 0 || (gain === 0 && labelOf(rows[i] as Row).length > labelOf(rows[longest] as Row).length))
        longest = i;
    }
    for (let i = from; i <= to; i++) if (i !== longest) result[i] = rowWith(rows[i] as Row, { cells: [] });
    from = to;
  }
  return result ?? rows;
};
