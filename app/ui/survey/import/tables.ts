import { periodNames } from "#app/format/periods.ts";
import type { CheckStep, GroupView } from "#app/server/survey/import-steps/check.server.ts";
import type { UnitRef } from "#app/server/survey/views.ts";
import { REJECT_NAMES } from "#app/survey/codes.ts";
import type { SkmRejected } from "#app/survey/schema.ts";
import { count, decimal, type Table, text } from "../../table.ts";
import { bagianName } from "../../words-of.ts";
import { LEVEL_WORDS, unitName } from "../words.ts";
import { placeWords } from "./words.ts";

/** How the file of rejected rows is read. */
export const REJECTED_METHOD = "Nomor baris menurut berkas asal, baris judul ikut dihitung.";

/** Rejected rows: where, what, why. For a file, whose rows come in parts. */
export const rejectedTable = (name: string): Table<SkmRejected> => ({
  id: "tabel-ditolak",
  caption: "Baris yang ditolak",
  fileName: `baris-ditolak-${name}`,
  columns: [
    { key: "baris", head: "Baris", cell: ({ row }) => text(String(row)) },
    { key: "kolom", head: "Kolom", cell: ({ column }) => text(column ?? "–") },
    { key: "nilai", head: "Nilai", cell: ({ value }) => text(value ?? "–") },
    { key: "sebab", head: "Sebab", cell: ({ code }) => text(REJECT_NAMES[code]) },
    { key: "keterangan", head: "Keterangan", cell: ({ message }) => text(message) },
  ],
  rows: [],
  rowKey: ({ row }) => String(row),
  rowHead: "baris",
  shortNames: true,
});

const unitKey = (unit: UnitRef): string =>
  unit.kind === "layanan"
    ? `layanan ${unit.service.no}`
    : unit.kind === "bagian"
      ? `bagian ${unit.bagian.slug}`
      : "";

/** Where a unit stands in the register: tells it from another of the same name. */
const whereWords = (unit: UnitRef): string =>
  unit.kind === "layanan"
    ? `layanan, ${unit.bagian ? bagianName(unit.bagian) : "tanpa bagian"}`
    : LEVEL_WORDS[unit.kind];

/**
 * What tells a row from others that read the same: where its unit stands, its number where that is the same too, and for
 * one unit under two names of the file the name there. Nothing where no other row reads so.
 */
const apartWords = (groups: readonly GroupView[]) => {
  const byName = new Map<string, GroupView[]>();
  for (const group of groups) {
    if (!group.unit) continue;
    const name = unitName(group.unit).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  const different = <Item>(all: readonly Item[], keyOf: (item: Item) => string) =>
    new Set(all.map(keyOf)).size > 1;
  return ({ unit, place }: GroupView): string | undefined => {
    if (!unit) return undefined;
    const alike = (byName.get(unitName(unit).toLowerCase()) ?? []).flatMap((one) =>
      one.unit ? [{ ...one, unit: one.unit }] : [],
    );
    const words: string[] = [];
    if (different(alike, (one) => unitKey(one.unit))) {
      const where = whereWords(unit);
      const there = alike.filter((one) => whereWords(one.unit) === where);
      const numbered = unit.kind === "layanan" && different(there, (one) => unitKey(one.unit));
      words.push(numbered ? `${where}, nomor ${unit.service.no}` : where);
    }
    const own = alike.filter((one) => unitKey(one.unit) === unitKey(unit));
    if (different(own, (one) => placeWords(one.place))) words.push(`dalam berkas: ${placeWords(place)}`);
    return words.length > 0 ? words.join("; ") : undefined;
  };
};

/** What the file gives for each unit and period, before it is stored. */
export const groupsTable = ({ groups }: Pick<CheckStep, "groups">): Table<GroupView> =>
  tableOf(groups, apartWords(groups));

const tableOf = (groups: readonly GroupView[], apart: ReturnType<typeof apartWords>): Table<GroupView> => ({
  id: "tabel-hasil",
  caption: "Hasil menurut tempat dan periode",
  fileName: "hasil-impor",
  columns: [
    {
      key: "tempat",
      head: "Dihitung pada",
      cell: (group) =>
        group.unit
          ? text(unitName(group.unit), undefined, apart(group))
          : text(
              placeWords(group.place),
              undefined,
              group.regency ? `tidak dihitung: ${group.regency}` : "tidak dihitung",
            ),
    },
    {
      key: "periode",
      head: "Periode",
      cell: ({ period }) => text(period === null ? "–" : periodNames(period).short),
    },
    { key: "responden", head: "Responden", cell: ({ n }) => count(n) },
    { key: "ikm", head: "IKM", cell: ({ ikm }) => decimal(ikm, 2) },
    { key: "mutu", head: "Mutu", cell: ({ mutu }) => text(mutu ?? "–") },
  ],
  rows: groups,
  rowKey: ({ place, regency, period }) => JSON.stringify([regency, place.bagian, place.service, period]),
  rowHead: "tempat",
});
