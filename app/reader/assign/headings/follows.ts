import type { Features } from "../features.ts";
import { following } from "../opens-table.ts";

/** What stands right below a row: what leads to a table is likelier a heading. */

export const leadsToTable = (all: readonly Features[], index: number): boolean =>
  following(all, index, 4).some(
    (features) =>
      features.half !== null ||
      features.tableHead ||
      features.candidates.some((one) => one.complete && one.similarity > 0.85),
  );

export const titleFollows = (all: readonly Features[], index: number): boolean =>
  following(all, index, 3).some((features) => features.half === "penyampaian" || features.tableHead);

/** The row right below a heading's mark-up opens a table: its label is the first one, by number or by itself. */
export const numberOneFollows = (all: readonly Features[], index: number): boolean => {
  const next = following(all, index, 2)[0];
  if (!next || !/^\s*#/.test((all[index] as Features).text)) return false;
  const labels = next.candidates.filter((one) => one.complete && one.similarity > 0.9);
  return next.number === null
    ? labels.some((one) => one.key === "persyaratan" || one.key === "prosedur" || one.key === "dasar_hukum")
    : next.number.value === 1 && labels.length > 0;
};
