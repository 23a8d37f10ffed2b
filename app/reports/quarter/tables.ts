import { formatPercent, NO_FIGURE } from "../../format/numbers.ts";
import { periodNames } from "../../format/periods.ts";
import { COMPONENT_KEYS, component } from "../../reader/components.ts";
import { bandOf } from "../../survey/editions.ts";
import { intervalWords, shortChange } from "../../survey/words.ts";
import { count, day, decimal, ordinal, type ReportTable, text } from "../report/model.ts";
import type { ActionInput, IndexInput, QuarterInput, StandardsInput, SurveyInput } from "./input.ts";
import type { Decision } from "./summary.ts";
import { NOT_SETTLED, quarterOfDay } from "./words.ts";

/** Tables of the report, with the columns that such reports have in practice. Rows stay in the order given. */

/** Title without its number, which the report gives. */
type Draft = ReportTable;

export const profileTable = (survey: SurveyInput): Draft => {
  const totals = new Map<string, number>();
  for (const { group, n } of survey.profile) totals.set(group, (totals.get(group) ?? 0) + n);
  return {
    id: "profil",
    sheet: "Profil responden",
    title: "Profil responden",
    heads: 2,
    columns: [
      { key: "ciri", head: "Ciri", share: 24 },
      { key: "kelompok", head: "Kelompok", share: 34 },
      { key: "jumlah", head: "Jumlah", share: 14 },
      { key: "persen", head: "Persen", share: 14 },
      { key: "ikm", head: "IKM", share: 14 },
    ],
    rows: survey.profile.map(({ group, value, n, ikm }) => [
      text(group),
      text(value),
      count(n),
      text(formatPercent(n, totals.get(group) ?? 0) ?? NO_FIGURE),
      decimal(ikm, 2),
    ]),
  };
};

export const unsurTable = (survey: SurveyInput): Draft => ({
  id: "unsur",
  sheet: "Nilai tiap unsur",
  title: "Nilai tiap unsur, dari yang terendah",
  heads: 1,
  columns: [
    { key: "unsur", head: "Unsur", share: 25 },
    { key: "n", head: "n", share: 8 },
    { key: "nrr", head: "NRR", share: 9 },
    { key: "nilai", head: "NRR × 25", share: 10 },
    { key: "mutu", head: "Mutu", share: 7 },
    { key: "kinerja", head: "Kinerja", share: 13 },
    { key: "selang", head: "Selang 95%", share: 13 },
    { key: "periode_lalu", head: "Periode lalu", share: 15 },
  ],
  rows: [...survey.unsur]
    .sort((a, b) => (a.nilai ?? 101) - (b.nilai ?? 101))
    .map((one) => [
      text(one.name),
      count(one.n),
      decimal(one.nrr, 3),
      decimal(one.nilai, 2),
      text(one.mutu ?? ""),
      text(one.nilai === null ? "" : bandOf(survey.edition, Math.round(one.nilai * 100)).kinerja),
      text(intervalWords(one.interval)),
      decimal(one.before, 2),
    ]),
});

const indexCells = ({ n, ikm, mutu, interval, change }: IndexInput) => [
  count(n),
  decimal(ikm, 2),
  text(mutu ?? ""),
  text(intervalWords(interval)),
  text(shortChange(change)),
];

const INDEX_COLUMNS = (left: number) => [
  { key: "n", head: "n", share: 8, sum: true },
  { key: "ikm", head: "IKM", share: 9 },
  { key: "mutu", head: "Mutu", share: 7 },
  { key: "selang", head: "Selang 95%", share: 13 },
  { key: "perubahan", head: "Perubahan", share: 63 - left },
];

export const bagianTable = (survey: SurveyInput): Draft => ({
  id: "bagian",
  sheet: "IKM tiap bagian",
  title: "IKM tiap bagian: jawaban semua layanan di bawahnya digabung",
  heads: 1,
  columns: [
    { key: "bagian", head: "Bagian", share: 31 },
    { key: "layanan", head: "Layanan disurvei", share: 12, sum: true },
    ...INDEX_COLUMNS(43),
  ],
  rows: survey.bagian.map((row) => [text(row.name), count(row.services), ...indexCells(row)]),
});

export const servicesTable = (survey: SurveyInput): Draft => ({
  id: "layanan",
  sheet: "IKM tiap layanan",
  title: "IKM tiap layanan yang disurvei",
  heads: 2,
  columns: [
    { key: "layanan", head: "Layanan", share: 33 },
    { key: "bagian", head: "Bagian", share: 15 },
    ...INDEX_COLUMNS(48),
  ],
  rows: survey.services.map((row) => [text(row.name), text(row.bagian), ...indexCells(row)]),
});

export const trendTable = (survey: SurveyInput): Draft => ({
  id: "tren",
  sheet: "Tren",
  title: "Tren nilai SKM",
  heads: 1,
  columns: [
    { key: "periode", head: "Periode", share: 28 },
    { key: "n", head: "n", share: 12 },
    { key: "ikm", head: "IKM", share: 14 },
    { key: "mutu", head: "Mutu", share: 10 },
    { key: "selang", head: "Selang 95%", share: 18 },
    { key: "instrumen", head: "Instrumen", share: 18 },
  ],
  rows: survey.trend.map((row) => [
    text(periodNames(row.period).name),
    count(row.n),
    decimal(row.ikm, 2),
    text(row.mutu ?? ""),
    text(intervalWords(row.interval)),
    text(row.edition ?? ""),
  ]),
});

/** The sheet of processing, by unsur: from its counts every figure of the report can be worked out again. */
export const answersTable = (survey: SurveyInput): Draft => ({
  id: "sebaran",
  sheet: "Sebaran jawaban",
  title: "Sebaran jawaban tiap unsur",
  heads: 1,
  columns: [
    { key: "unsur", head: "Unsur", share: 32 },
    { key: "nilai_1", head: "Nilai 1", share: 9, sum: true },
    { key: "nilai_2", head: "Nilai 2", share: 9, sum: true },
    { key: "nilai_3", head: "Nilai 3", share: 9, sum: true },
    { key: "nilai_4", head: "Nilai 4", share: 9, sum: true },
    { key: "jumlah", head: "Jumlah nilai", share: 12, sum: true },
    { key: "n", head: "n", share: 9, sum: true },
    { key: "nrr", head: "NRR", share: 11 },
  ],
  rows: survey.unsur.map(({ name, counts, sum, n, nrr }) => [
    text(name),
    ...[0, 1, 2, 3].map((at) => count(counts?.[at] ?? null)),
    count(n === 0 ? null : sum),
    count(n),
    decimal(nrr, 3),
  ]),
});

export const prioritiesTable = ({ priorities }: QuarterInput): Draft => ({
  id: "prioritas",
  sheet: "Prioritas perbaikan",
  title: "Prioritas perbaikan, yang lebih dahulu di atas",
  heads: 2,
  columns: [
    { key: "no", head: "No.", share: 5 },
    { key: "layanan", head: "Layanan", share: 20 },
    { key: "bagian", head: "Bagian", share: 13 },
    { key: "sebab", head: "Sebab", share: 23 },
    { key: "tindakan", head: "Tindakan", share: 14 },
    { key: "penanggung_jawab", head: "Penanggung jawab", share: 13 },
    { key: "tenggat", head: "Tenggat", share: 12 },
  ],
  rows: priorities.map((row, at) => [
    ordinal(at + 1),
    text(row.service.name),
    text(row.bagian),
    text(row.reason),
    text(row.deed),
    text(row.owner ?? NOT_SETTLED),
    row.due === null ? text(NOT_SETTLED) : day(row.due),
  ]),
});

export const plansTable = (actions: readonly ActionInput[]): Draft => ({
  id: "rencana",
  sheet: "Rencana tindak lanjut",
  title: "Rencana tindak lanjut",
  heads: 2,
  columns: [
    { key: "no", head: "No.", share: 6 },
    { key: "rencana", head: "Program atau kegiatan", share: 34 },
    { key: "sebab", head: "Asal", share: 20 },
    { key: "penanggung_jawab", head: "Penanggung jawab", share: 17 },
    { key: "waktu", head: "Waktu", share: 12 },
    { key: "status", head: "Status", share: 11 },
  ],
  rows: actions.map((row) => [
    ordinal(row.no),
    text(row.what),
    text(row.origin),
    text(row.owner ?? NOT_SETTLED),
    text(periodNames(quarterOfDay(row.due)).short),
    text(row.status),
  ]),
});

export const realisedTable = (actions: readonly ActionInput[]): Draft => ({
  id: "realisasi",
  sheet: "Realisasi tindak lanjut",
  title: "Realisasi tindak lanjut dari periode sebelumnya",
  heads: 2,
  columns: [
    { key: "no", head: "No.", share: 6 },
    { key: "rencana", head: "Rencana", share: 30 },
    { key: "status", head: "Status", share: 11 },
    { key: "tenggat", head: "Tenggat", share: 11 },
    { key: "penanggung_jawab", head: "Penanggung jawab", share: 16 },
    { key: "bukti", head: "Bukti", share: 7 },
    { key: "tantangan", head: "Tantangan", share: 19 },
  ],
  rows: actions.map((row) => [
    ordinal(row.no),
    text(row.what),
    text(row.status),
    day(row.due),
    text(row.owner ?? NOT_SETTLED),
    count(row.proofs),
    text(row.obstacle),
  ]),
});

/** What stands in a cell of the table services × 14; the levels themselves are our working scale. */
const LEVEL_MARKS = { "0": "0", "1": "1", "2": "2", "3": "3", T: "T", null: "b" } as const;
export const LEVEL_KEY =
  "0 tidak ada · 1 isi belum tepat · 2 inti terpenuhi · 3 lengkap dan terukur · T tidak terbaca, di luar hitungan · b belum dinilai. Skala 0–3 adalah alat kerja, bukan ketentuan Permenpan RB 15/2014.";

export const componentKey = (): string =>
  COMPONENT_KEYS.map((key) => `${component(key).number} ${component(key).short.toLowerCase()}`).join(" · ");

export const completenessTable = (standards: StandardsInput): Draft => ({
  id: "kelengkapan",
  sheet: "Kelengkapan SP",
  title: "Kelengkapan standar pelayanan: layanan × 14 komponen",
  heads: 1,
  columns: [
    { key: "layanan", head: "Layanan", share: 28 },
    { key: "bagian", head: "Bagian", share: 12.6 },
    ...COMPONENT_KEYS.map((key) => ({ key, head: String(component(key).number), share: 3.6 })),
    { key: "bermasalah", head: "Masalah", share: 9, sum: true },
  ],
  rows: standards.rows.map((row) => [
    text(row.name),
    text(row.bagian),
    ...COMPONENT_KEYS.map((key) => text(LEVEL_MARKS[row.levels[key] ?? "null"])),
    count(COMPONENT_KEYS.filter((key) => row.levels[key] === "0" || row.levels[key] === "1").length),
  ]),
});

export const standardsTable = (standards: StandardsInput): Draft => ({
  id: "standar",
  sheet: "Standar tiap bagian",
  title: "Standar pelayanan tiap bagian",
  heads: 1,
  columns: [
    { key: "bagian", head: "Bagian", share: 28 },
    { key: "layanan", head: "Layanan", share: 11, sum: true },
    { key: "lengkap", head: "Lengkap 14", share: 11, sum: true },
    { key: "terukur", head: "Jangka waktu terukur", share: 14, sum: true },
    { key: "bermasalah", head: "Komponen bermasalah", share: 14, sum: true },
    { key: "dinilai", head: "dari komponen dinilai", share: 12, sum: true },
    { key: "direviu", head: "Direviu", share: 10, sum: true },
  ],
  rows: standards.bagian.map((row) => [
    text(row.name),
    count(row.services),
    count(row.complete.k),
    count(row.measurable.k),
    count(row.problems.k),
    count(row.problems.n),
    count(row.review.k),
  ]),
});

export const legalTable = ({ legal }: QuarterInput): Draft => ({
  id: "dasar-hukum",
  sheet: "Dasar hukum",
  title: "Dasar hukum yang dikutip standar pelayanan",
  heads: 1,
  columns: [
    { key: "kutipan", head: "Kutipan", share: 34 },
    { key: "layanan", head: "Layanan", share: 9 },
    { key: "pada_tanggal_sk", head: "Status pada tanggal SK", share: 24 },
    { key: "pengganti", head: "Pengganti", share: 15 },
    { key: "keyakinan", head: "Tingkat keyakinan", share: 18 },
  ],
  rows: legal.map((row) => [
    text(row.title ? `${row.name} tentang ${row.title.replace(/^tentang /i, "")}` : row.name),
    count(row.services),
    text(row.onSigning),
    text(row.instead.join(", ")),
    text(
      row.charged > 0
        ? "temuan"
        : row.asked > 0
          ? "perlu konfirmasi"
          : row.verified
            ? "terlihat pada sumber"
            : "belum diperiksa pada sumber",
    ),
  ]),
});

export const neverSurveyedTable = (survey: SurveyInput): Draft => ({
  id: "belum-disurvei",
  sheet: "Belum disurvei",
  title: "Layanan tanpa survei sendiri pada periode ini",
  heads: 1,
  columns: [
    { key: "layanan", head: "Layanan", share: 70 },
    { key: "bagian", head: "Bagian", share: 30 },
  ],
  rows: survey.neverSurveyed.map(({ name, bagian }) => [text(name), text(bagian)]),
});

export const decisionsTable = (decisions: readonly Decision[]): Draft => ({
  id: "keputusan",
  sheet: "Keputusan yang diminta",
  title: "Keputusan yang diminta",
  heads: 1,
  columns: [
    { key: "no", head: "No.", share: 6 },
    { key: "keputusan", head: "Keputusan", share: 58 },
    { key: "siapa", head: "Siapa", share: 18 },
    { key: "kapan", head: "Kapan", share: 18 },
  ],
  rows: decisions.map(({ what, who, when }, at) => [ordinal(at + 1), text(what), text(who), text(when)]),
});
