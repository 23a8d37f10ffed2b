import type { RoundVerdict } from "#app/server/assessment/round-view.server.ts";
import { itemId } from "../assessment/item-id.ts";
import { markWords, verdictWords } from "../assessment/note.ts";
import { DRAWN_WORDS, subjectName } from "../assessment/words.ts";
import { paths } from "../links.ts";
import { type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";

/** Every drawn verdict of an uji petik, those that wait first. */
export const roundTable = (verdicts: readonly RoundVerdict[]): Table<RoundVerdict> => ({
  id: "uji-petik",
  caption: "Putusan yang terambil dalam uji petik",
  fileName: "uji-petik",
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ assessment, item }) =>
        text(subjectName(assessment), `${paths.penilaian(assessment.id)}#${itemId(item)}`),
    },
    {
      key: "bagian",
      head: "Bagian",
      csvOnly: true,
      cell: ({ assessment }) => text(bagianName(assessment.bagian)),
    },
    { key: "butir", head: "Butir", cell: ({ name }) => text(name) },
    { key: "putusan", head: "Putusan", cell: (one) => text(verdictWords(one)) },
    { key: "penilai", head: "Penilai", cell: ({ judgedBy }) => text(judgedBy ?? "–") },
    { key: "terambil", head: "Terambil", cell: ({ drawn }) => text(DRAWN_WORDS[drawn]) },
    { key: "tanda", head: "Tanda pereviu", cell: (one) => text(markWords(one)) },
  ],
  rows: verdicts,
  rowKey: ({ assessment, item }) => `${assessment.id} ${item}`,
  rowHead: "layanan",
});
