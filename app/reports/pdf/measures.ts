/** Points, and colours of the house (no ground but the pale one of heads: paper is printed in grey). */
export const A4 = { short: 595.28, long: 841.89 };

export const INK = "#1A2126";
export const SECOND = "#47525B";
export const LINE = "#808C98";
export const HEAD_GROUND = "#F4F7FA";
export const SLOT_INK = "#0A4FA0";
export const SLOT_GROUND = "#EEF3F8";

export interface Measures {
  /** Sides and head of the page. */
  margin: number;
  /** From the lower edge to the end of the text: the foot stands in it. */
  foot: number;
  title: number;
  subtitle: number;
  heading: readonly [first: number, second: number];
  text: number;
  table: number;
  note: number;
  /** Height of a line over the size of its type. */
  leading: number;
  /** Room inside a cell: sides, and above and below. */
  cell: readonly [number, number];
  /** Room after a block. */
  gap: number;
}

export const ROOMY: Measures = {
  margin: 51,
  foot: 62,
  title: 16,
  subtitle: 12,
  heading: [13, 11],
  text: 9.5,
  table: 9,
  note: 8,
  leading: 1.28,
  cell: [4, 3],
  gap: 7,
};

/** For a paper that has to fit one page. */
export const DENSE: Measures = {
  ...ROOMY,
  margin: 30,
  foot: 36,
  title: 13,
  subtitle: 9.5,
  heading: [10.5, 9.5],
  table: 8.5,
  leading: 1.18,
  cell: [3, 1.6],
  gap: 3.5,
};
