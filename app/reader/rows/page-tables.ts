const TABLE_TAG = /<(\/?)(table|tr)\b/gi;
/** A table that sets out a page has so few rows of its own, and so many in the tables within. */
const PAGE_ROWS = 4;
const WITHIN_ROWS = 8;
/** No page is set out in more tables, one within the other. */
const MAX_DEPTH = 8;
/** Words of a standard's table, which no table of fees has. */
const STANDARD_WORDS = [/persyaratan/i, /jangka\s+waktu|produk|dasar\s+hukum/i];

/**
 * Tables that hold the tables of a document instead of its text, as a web page is set out: numbers of their opening tags,
 * from 0. A table of fees within a cell has fewer rows than the one around it.
 */
export const pageTables = (text: string): ReadonlySet<number> => {
  const found = new Set<number>();
  let tables = 0;
  const open: { id: number; inner: number; own: number; within: number }[] = [];
  const close = (to: number): void => {
    const table = open.pop();
    if (!table) return;
    if (open.length < MAX_DEPTH && table.own <= PAGE_ROWS && table.within >= WITHIN_ROWS) {
      const nested = text.slice(table.inner, to);
      if (STANDARD_WORDS.every((word) => word.test(nested))) found.add(table.id);
    }
    const around = open.at(-1);
    if (around) around.within += table.own + table.within;
  };
  for (const { 1: closing, 2: name, index } of text.matchAll(TABLE_TAG)) {
    const isTable = name?.toLowerCase() === "table";
    if (isTable && closing) close(index);
    else if (isTable) {
      const around = open.at(-1);
      // What a table holds is looked at from its first inner table on.
      if (around && around.inner < 0) around.inner = index;
      open.push({ id: tables++, inner: -1, own: 0, within: 0 });
    } else if (!closing) {
      const table = open.at(-1);
      if (table) table.own++;
    }
  }
  while (open.length > 0) close(text.length);
  return found;
};
