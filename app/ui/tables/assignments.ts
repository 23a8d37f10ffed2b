import { component } from "#app/reader/components.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { AssignmentView } from "#app/server/assignments/views.ts";
import type { Filters } from "../filters.ts";
import {
  adviceSentences,
  assignmentName,
  foundSentences,
  lateWords,
  presenceSentence,
  stateWords,
  subjectName,
} from "../followup/assignment-words.ts";
import { link, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";

/** Findings that were sent, most urgent first. */
export const assignmentsTable = (
  kab: string,
  rows: readonly AssignmentView[],
  filters: Filters,
): Table<AssignmentView> => ({
  id: "tabel-penugasan",
  caption: "Temuan yang ditugaskan, yang terlambat di atas",
  fileName: `${kab}-penugasan`,
  rowHead: "temuan",
  rows,
  rowKey: ({ no }) => String(no),
  columns: [
    { key: "nomor", head: "Nomor", cell: ({ no }) => count(no) },
    {
      key: "temuan",
      head: "Temuan",
      cell: (row) =>
        text(
          `${assignmentName(row)}, ${subjectName(row)}`,
          link(paths.satuPenugasan(row.id), filters),
          row.state === "ditutup" || row.presence === "ada"
            ? undefined
            : (presenceSentence(row) ?? undefined),
        ),
    },
    { key: "layanan", head: "Layanan", csvOnly: true, cell: (row) => text(subjectName(row)) },
    {
      key: "komponen",
      head: "Komponen",
      csvOnly: true,
      cell: ({ component: key }) => text(key ? component(key).name : ""),
    },
    { key: "jenis", head: "Jenis", csvOnly: true, cell: ({ code }) => text(ALL_FINDINGS[code].label) },
    {
      key: "yang_ditemukan",
      head: "Yang ditemukan",
      csvOnly: true,
      cell: (row) => text(foundSentences(row).join(" ")),
    },
    {
      key: "cara_membenahi",
      head: "Cara membenahi",
      csvOnly: true,
      cell: (row) => text(adviceSentences(row).join(" ")),
    },
    { key: "bagian", head: "Bagian", cell: ({ bagian }) => text(bagianName(bagian)) },
    { key: "tenggat", head: "Tenggat", cell: ({ due }) => ({ kind: "date", date: due, why: "" }) },
    { key: "keadaan", head: "Keadaan", cell: (row) => text(stateWords(row)) },
    { key: "hari", head: "Hari", cell: (row) => text(lateWords(row)) },
    { key: "hari_terlambat", head: "Hari terlambat", csvOnly: true, cell: ({ late }) => count(late) },
    {
      key: "masih_ditemukan",
      head: "Masih ditemukan",
      csvOnly: true,
      cell: ({ presence }) => text(presence === "ada" ? "ya" : "tidak"),
    },
  ],
});
