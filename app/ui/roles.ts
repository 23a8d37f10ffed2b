/**
 * ARIA roles of a table, spread onto its elements: the phone's style changes their `display`, and with it browsers drop
 * the roles that the elements have by themselves.
 */
export const ROLE = {
  table: { role: "table" },
  rows: { role: "rowgroup" },
  row: { role: "row" },
  columnHead: { role: "columnheader" },
  rowHead: { role: "rowheader" },
  cell: { role: "cell" },
} as const;
