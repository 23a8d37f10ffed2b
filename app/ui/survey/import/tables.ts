import { periodNames } from "#app/format/periods.ts";
import type { CheckStep, GroupView } from "#app/server/survey/import-views.server.ts";
import { REJECT_NAMES } from "#app/survey/codes.ts";
import type { SkmRejected } from "#app/survey/schema.ts";
import { count, decimal, type Table, text } from "../../table.ts";
import { unitName } from "../words.ts";
import { placeWords } from "./words.ts";

/** How the file of rejected rows is read. */
export const REJECTED_METHOD = "Nomor baris menurut berkas asal, baris judul ikut dihitung.";

/** Rejected rows: where, what, why. */
export const rejectedTable = (rows: readonly SkmRejected[], name: string): Table<SkmRejected> => ({
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
  rows,
  rowKey: ({ row }) => String(row),
  rowHead: "baris",
  shortNames: true,
});

/** What the file gives for each unit and period, before it is stored. */
export const groupsTable = ({ groups }: Pick<CheckStep, "groups">): Table<GroupView> => ({
  id: "tabel-hasil",
  caption: "Hasil menurut tempat dan periode",
  fileName: "hasil-impor",
  columns: [
    {
      key: "tempat",
      head: "Dihitung pada",
      cell: ({ unit, place, regency }) =>
        unit
          ? text(unitName(unit))
          : text(placeWords(place), undefined, regency ? `tidak dihitung: ${regency}` : "tidak dihitung"),
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
