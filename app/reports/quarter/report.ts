import { formatDate, formatInstant } from "../../format/dates.ts";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { periodNames } from "../../format/periods.ts";
import { joinList } from "../../format/words.ts";
import { CHAPTERS, type ChapterId, chapterTitles } from "../report/chapters.ts";
import { type Chapter, type Part, REPORT_FORMAT, type ReportModel } from "../report/model.ts";
import { CHAPTER_PARTS } from "./chapters.ts";
import type { QuarterInput } from "./input.ts";
import { draftReasons, methodNotes } from "./words.ts";

/** What a regency prints on every paper. */
export interface ReportSettings {
  letterhead: readonly string[];
  place: string;
  signer: { office: string; name: string; nip: string };
}

/** What somebody chose for one report. */
export interface ReportOptions {
  chapters: readonly ChapterId[];
  commentary: Readonly<Partial<Record<ChapterId, string>>>;
  number: string;
  /** Day of the report, `YYYY-MM-DD`. */
  date: string;
}

/** What the figures rest on beside the rows themselves. */
export interface Ground {
  /** When the figures were taken, UTC ISO. */
  at: string;
  /** Of the figures: equal hash, equal figures. */
  dataHash: string;
  /** Reader, scorer, instrument, register of regulations: name and version. */
  versions: readonly (readonly [name: string, version: string])[];
}

/** "Triwulan II Tahun 2025", as such titles have it. */
const titlePeriod = (period: string): string =>
  periodNames(period).name.replace(/^(Triwulan|Semester|s\.d\. Triwulan) ([IV]+) (\d{4})$/, "$1 $2 Tahun $3");

/** Title form of the ministry's template. */
export const reportTitle = ({ regency, period }: Pick<QuarterInput, "regency" | "period">): string =>
  `Laporan Pelaksanaan Survei Kepuasan Masyarakat (SKM) Sekretariat Daerah ${regency.name} ${titlePeriod(period)}`;

function aboutOf(input: QuarterInput, ground: Ground): [string, string][] {
  const { regency, period, survey, standards } = input;
  return [
    ["Daerah", regency.name],
    ["Periode", periodNames(period).long],
    ["Saringan", "tidak ada: semua bagian dan layanan"],
    ...(survey
      ? ([
          [
            "Responden",
            survey.target === null
              ? formatCount(survey.n)
              : `${formatCount(survey.n)} dari sampel ${formatCount(survey.target)}`,
          ],
          ["Instrumen survei", `Permenpan RB ${survey.edition}`],
        ] as [string, string][])
      : []),
    ...(standards
      ? ([
          [
            "Keputusan",
            standards.decrees
              .map(
                ({ name, signed, version }) =>
                  `${name}, ${signed ? formatDate(signed) : "tanggal tidak terbaca"}, naskah versi ${version}`,
              )
              .join("; "),
          ],
          ["Layanan", formatCount(standards.services)],
          ["Belum dinilai", `${formatCount(standards.unjudged)} komponen`],
          ["Tidak terbaca", `${formatCount(standards.unreadable)} komponen, di luar hitungan`],
          ["Direviu", `${formatShare(standards.review.k, standards.review.n)} putusan`],
          ["Baris tanpa pemilik", formatShare(standards.unassigned.k, standards.unassigned.n)],
        ] as [string, string][])
      : []),
    ...ground.versions.map(([name, version]): [string, string] => [name, version]),
    ["Sidik data (SHA-256)", ground.dataHash],
    ["Angka diambil", formatInstant(ground.at, regency.zone)],
  ];
}

const numbered = (chapters: Chapter[]): Chapter[] => {
  let at = 0;
  const number = (part: Part): Part =>
    part.kind === "table"
      ? { ...part, table: { ...part.table, title: `Tabel ${++at}. ${part.table.title}` } }
      : part;
  return chapters.map((chapter) => ({ ...chapter, parts: chapter.parts.map(number) }));
};

/**
 * Builds a report from the figures of a period. Pure: the same figures, settings and choices give the same report.
 * Chapters that cannot be switched off are there in any case.
 */
export function reportOf(
  input: QuarterInput,
  settings: ReportSettings,
  options: ReportOptions,
  ground: Ground,
): ReportModel {
  const on = CHAPTERS.filter((one) => "always" in one || options.chapters.includes(one.id)).map(
    ({ id }) => id,
  );
  const titles = chapterTitles(on);
  const off = CHAPTERS.filter(({ id }) => !on.includes(id)).map(({ name }) => name);
  const about = aboutOf(input, ground);
  const groundParts: Part[] = [
    ...about.map(([label, words]): Part => ({ kind: "text", words: `${label}: ${words}.` })),
    ...methodNotes(input).map((words): Part => ({ kind: "note", words })),
    ...(off.length > 0
      ? [{ kind: "note", words: `Tidak dimuat dalam laporan ini: ${joinList(off)}.` } satisfies Part]
      : []),
  ];
  const chapters = on.map(
    (id): Chapter => ({
      id,
      title: titles.get(id) ?? id,
      parts: id === "dasar-angka" ? groundParts : CHAPTER_PARTS[id](input),
      commentary: (options.commentary[id] ?? "").trim(),
    }),
  );
  const { regency, period } = input;
  const review = input.standards?.review;
  return {
    format: REPORT_FORMAT,
    title: reportTitle(input),
    regency: { slug: regency.slug, name: regency.name, zone: regency.zone, sample: regency.sample },
    period,
    number: options.number,
    date: options.date,
    letterhead: [...settings.letterhead],
    place: settings.place,
    signer: { ...settings.signer },
    reasons: draftReasons(input),
    status: [
      ...(regency.sample ? [`Data contoh: ${regency.name} bukan daerah yang sebenarnya.`] : []),
      ...(review && review.k < review.n
        ? [`Angka standar sementara (hasil mesin): ${formatShare(review.k, review.n)} putusan telah direviu.`]
        : []),
    ],
    about,
    at: ground.at,
    chapters: numbered(chapters),
  };
}
