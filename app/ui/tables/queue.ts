import { formatInstantDate } from "#app/format/dates.ts";
import type { QueueRow } from "#app/server/assessment/queue.server.ts";
import { STATE_WORDS, subjectName, TASK_WORDS } from "../assessment/words.ts";
import { paths } from "../links.ts";
import { count, SHARE, share, type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";

/** Assessments that wait, longest first. */
export const queueTable = (rows: readonly QueueRow[]): Table<QueueRow> => ({
  id: "antrean",
  caption: "Penilaian yang menunggu, yang terlama lebih dulu",
  fileName: "antrean",
  columns: [
    { key: "layanan", head: "Layanan", cell: (row) => text(subjectName(row), paths.penilaian(row.id)) },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ bagian, regency }) => text(`${bagianName(bagian)}, ${regency.shortName}`),
    },
    { key: "instrumen", head: "Instrumen", cell: ({ edition }) => text(edition.name) },
    {
      key: "diminta",
      head: "Yang diminta",
      cell: ({ task, own }) => text(TASK_WORDS[task], undefined, own ? "dinilai sendiri" : undefined),
    },
    { key: "keadaan", head: "Keadaan", cell: ({ state }) => text(STATE_WORDS[state]) },
    {
      key: "sejak",
      head: "Sejak",
      cell: ({ since, regency }) => text(formatInstantDate(since, regency.zone)),
    },
    { key: "hari", head: "Hari menunggu", cell: ({ days }) => count(days) },
    {
      key: "dijawab",
      head: "Butir dijawab",
      twoFigures: SHARE,
      cell: ({ answered, items }) => share(answered, items),
    },
  ],
  rows,
  rowKey: ({ id }) => id,
  rowHead: "layanan",
});
