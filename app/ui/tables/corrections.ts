import { formatInstant, type ZoneName } from "#app/format/dates.ts";
import type { CorrectionView } from "#app/server/correction/correct.server.ts";
import { CONFLICT_WORDS, OPERATION_WORDS, operationSentence, STATE_WORDS } from "../correction/words.ts";
import { count, type Table, text } from "../table.ts";

/** Corrections of one text, the newest first. */
export const correctionsTable = (
  slug: string,
  corrections: readonly CorrectionView[],
  zone: ZoneName,
): Table<CorrectionView> => ({
  id: "koreksi",
  caption: "Koreksi bacaan",
  fileName: `koreksi-${slug}`,
  rows: corrections,
  rowKey: ({ seq }) => String(seq),
  rowHead: "koreksi",
  columns: [
    { key: "koreksi", head: "Koreksi", cell: ({ seq }) => count(seq) },
    { key: "jenis", head: "Jenis", cell: ({ operation }) => text(OPERATION_WORDS[operation.op]) },
    { key: "uraian", head: "Uraian", cell: ({ operation }) => text(operationSentence(operation)) },
    { key: "keadaan", head: "Keadaan", cell: ({ state }) => text(STATE_WORDS[state]) },
    {
      key: "pertentangan",
      head: "Pertentangan",
      cell: ({ conflict }) => text(conflict === null ? "" : CONFLICT_WORDS[conflict]),
    },
    { key: "alasan", head: "Alasan", cell: ({ reason }) => text(reason) },
    { key: "oleh", head: "Oleh", cell: ({ by }) => text(by) },
    { key: "waktu", head: "Waktu", cell: ({ at }) => text(formatInstant(at, zone)) },
    { key: "dibatalkan_oleh", head: "Dibatalkan oleh", cell: ({ undone }) => text(undone?.by ?? "") },
    {
      key: "dibatalkan_waktu",
      head: "Waktu pembatalan",
      cell: ({ undone }) => text(undone ? formatInstant(undone.at, zone) : ""),
    },
  ],
});
