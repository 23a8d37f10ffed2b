import type { DotSpec, TrendSpec } from "../../charts/spec.ts";
import { formatCount, formatDecimal } from "../../format/numbers.ts";
import { periodNames } from "../../format/periods.ts";
import { capitalise, countWord, joinList, lowerFirst } from "../../format/words.ts";
import { gradedWords, intervalWords } from "../../survey/words.ts";
import type { ChapterId } from "../report/chapters.ts";
import type { Part, ReportTable } from "../report/model.ts";
import type { QuarterInput, SurveyInput } from "./input.ts";
import { decisionsOf, STATUS_ORDER, STATUS_WORDS, summaryOf } from "./summary.ts";
import * as tables from "./tables.ts";
import {
  changeSentence,
  findingSentence,
  graded,
  officialIndex,
  ofWords,
  respondentsWords,
  sinceWords,
  standardsSince,
  surveyNotes,
} from "./words.ts";

/** Words and tables of every chapter. Tables are numbered by the report, which knows which chapters are on. */

/** Marks of invented figures, drawn into every chart. */
export const SAMPLE_MARK = "data contoh";

const words = (sentence: string): Part => ({ kind: "text", words: sentence });
const note = (sentence: string): Part => ({ kind: "note", words: sentence });
const subhead = (title: string): Part => ({ kind: "subhead", words: title });
const table = (drawn: ReportTable): Part => ({ kind: "table", table: drawn });

/** A table, or the sentence that says why there is none. */
const tableOr = (drawn: ReportTable, none: string): Part =>
  drawn.rows.length === 0 ? words(none) : table(drawn);

const NO_SURVEY = "Tidak ada survei kepuasan masyarakat pada periode ini.";

const NO_PRIORITY = "Tidak ada layanan dengan komponen bermasalah atau janji yang pasti dirasakan rendah.";

const LEVEL_WORDS = {
  layanan: "layanan",
  bagian: "bagian",
  setda: "seluruh sekretariat daerah",
} as const;

const unitOf = ({ regency }: QuarterInput): string => `Sekretariat Daerah ${regency.name}`;

function introduction(input: QuarterInput): Part[] {
  const { followUp, period } = input;
  const parts: Part[] = [
    subhead("Latar belakang"),
    words(
      `${unitOf(input)} menyelenggarakan survei kepuasan masyarakat untuk mengetahui mutu pelayanannya dan memperbaikinya. Laporan ini menyandingkan hasil survei ${periodNames(period).name} dengan standar pelayanan yang ditetapkan dalam keputusan daerah.`,
    ),
    subhead("Dasar"),
    {
      kind: "list",
      items: [
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan.",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik.",
      ],
    },
    subhead("Maksud dan tujuan"),
    words(
      "Laporan ini memberi pimpinan dasar untuk memutuskan perbaikan pelayanan: apa yang dikerjakan lebih dahulu, oleh siapa, dan kapan selesai.",
    ),
    subhead("Tindak lanjut periode sebelumnya"),
  ];
  if (!followUp || followUp.promised.length === 0)
    return [...parts, words("Tidak ada rencana tindak lanjut yang belum selesai ketika periode ini mulai.")];
  const counted = STATUS_ORDER.map((status) => ({
    status,
    n: followUp.promised.filter((one) => one.status === status).length,
  })).filter(({ n }) => n > 0);
  return [
    ...parts,
    words(
      `Ketika periode ini mulai, ada ${countWord(followUp.promised.length)} rencana yang belum selesai. Kini: ${joinList(counted.map(({ status, n }) => `${STATUS_WORDS[status]} ${formatCount(n)}`))}.`,
    ),
  ];
}

function collection(input: QuarterInput): Part[] {
  const { survey, period } = input;
  if (!survey) return [words(NO_SURVEY)];
  const levels = survey.levels.map((level) => LEVEL_WORDS[level]);
  return [
    subhead("Pelaksana dan tempat"),
    words(`Survei diselenggarakan oleh ${unitOf(input)} pada unit pelayanannya.`),
    subhead("Metode"),
    words(
      `Responden menjawab kuesioner ${countWord(survey.unsur.length)} unsur dengan skala 1–4 menurut Permenpan RB ${survey.edition}. Jawaban dihitung pada tingkat ${joinList(levels)} dan tidak disebar ke tingkat di bawahnya.`,
    ),
    note(
      "NRR: jumlah nilai dibagi jumlah responden yang menjawab. IKM: rata-rata NRR semua unsur dikali 25, dengan bobot 1/n yang tepat, dibulatkan satu kali ke dua desimal. Selang 95% memperhitungkan banyaknya responden.",
    ),
    subhead("Waktu"),
    words(`${periodNames(period).long}.`),
    subhead("Jumlah responden"),
    words(
      survey.target === null || survey.population === null
        ? `Responden yang diterima ${formatCount(survey.n)} orang.`
        : `Dari ${formatCount(survey.population)} orang yang dilayani, sampel menurut tabel Krejcie dan Morgan ${formatCount(survey.target)} orang; responden yang diterima ${formatCount(survey.n)} orang (${respondentsWords(survey)}).`,
    ),
    ...surveyNotes(survey).map(note),
  ];
}

const bandsOf = (survey: SurveyInput): DotSpec["bands"] =>
  survey.bands.map(({ mutu, from }) => ({ from: Math.max(25, from), letter: mutu }));

const markOf = ({ regency }: QuarterInput): { mark?: string } =>
  regency.sample ? { mark: SAMPLE_MARK } : {};

/**
 * Form C of the unsur, lowest first; null where none was graded.
 * @param most only so many of the weakest
 */
export function unsurSpec(input: QuarterInput, survey: SurveyInput, most?: number): DotSpec | null {
  const rows = graded(survey).slice(0, most);
  const [weakest] = rows;
  if (!weakest) return null;
  return {
    kind: "dots",
    id: "unsur",
    title: `${weakest.name} paling lemah: ${gradedWords(weakest.nilai, weakest.mutu)}`,
    desc: "Titik: NRR × 25 tiap unsur, dari yang terendah. Garis: selang 95 persen. Titik kosong: periode sebelumnya. Angka yang sama ada pada tabel.",
    rows: rows.map(({ short, nilai, mutu, interval, before }) => ({
      label: short,
      value: nilai,
      interval,
      before,
      end: gradedWords(nilai, mutu),
    })),
    bands: bandsOf(survey),
    ...markOf(input),
  };
}

function unsurChart(input: QuarterInput, survey: SurveyInput): Part[] {
  const spec = unsurSpec(input, survey);
  return spec === null ? [] : [{ kind: "chart", spec }];
}

function results(input: QuarterInput): Part[] {
  const { survey } = input;
  if (!survey) return [words(NO_SURVEY)];
  const { ikm, mutu } = officialIndex(survey);
  const both = survey.meanOfUnits
    ? ` Gabungan responden ${gradedWords(survey.ikm, survey.mutu)}; rata-rata ${countWord(survey.meanOfUnits.units)} unit ${gradedWords(survey.meanOfUnits.ikm, survey.meanOfUnits.mutu)}. Angka resmi: ${survey.official === "rata_unit" ? "rata-rata unit" : "gabungan responden"}.`
    : "";
  return [
    subhead("Responden"),
    tableOr(
      tables.profileTable(survey),
      "Ciri responden tidak dicatat, atau setiap kelompok kurang dari lima orang.",
    ),
    subhead("Indeks"),
    words(
      `IKM ${gradedWords(ikm, mutu)}, selang 95% ${intervalWords(survey.interval)}, dari ${formatCount(survey.n)} responden; ${changeSentence(survey)}.${both}`,
    ),
    ...(survey.withoutCost === null
      ? []
      : [
          note(
            `Tanpa unsur biaya, indeksnya ${formatDecimal(survey.withoutCost, 2)}. Layanan gratis bernilai 4 pada unsur biaya menurut kuesioner.`,
          ),
        ]),
    ...unsurChart(input, survey),
    table(tables.unsurTable(survey)),
    tableOr(tables.bagianTable(survey), "Jawaban tidak dapat dirinci menurut bagian."),
  ];
}

function trendChart(input: QuarterInput, survey: SurveyInput): Part[] {
  if (survey.trend.filter(({ ikm }) => ikm !== null).length < 2)
    return [words("Belum ada periode lain yang dapat dibandingkan.")];
  const editions = survey.trend.map(({ edition }) => edition);
  const known = (at: number): string =>
    editions.slice(0, at + 1).findLast((one) => one !== null) ?? editions.find((one) => one !== null) ?? "";
  const spec: TrendSpec = {
    kind: "trend",
    id: "tren",
    title: capitalise(
      `IKM selama ${countWord(survey.trend.filter(({ ikm }) => ikm !== null).length)} periode; ${changeSentence(survey)}`,
    ),
    desc: "Titik: IKM tiap periode. Garis tegak: selang 95 persen. Titik kosong: responden di bawah sampel. Garis putus pada periode tanpa survei dan pada pergantian instrumen.",
    points: survey.trend.map((row, at) => ({
      label: periodNames(row.period).axis,
      index: row.ikm,
      interval: row.interval,
      belowTarget: row.belowTarget,
      edition: known(at),
    })),
    bands: bandsOf(survey),
    ...markOf(input),
  };
  return [{ kind: "chart", spec }, table(tables.trendTable(survey))];
}

function analysis(input: QuarterInput): Part[] {
  const { survey, standards, followUp, priorities, period } = input;
  const parts: Part[] = [];
  if (survey) {
    const rows = graded(survey);
    const { weakest } = summaryOf(input);
    const strongest = rows.slice(-3).reverse();
    parts.push(
      subhead("Unsur terlemah dan terkuat"),
      words(
        `Tiga unsur terlemah: ${joinList(weakest.map(({ name, nilai, mutu }) => `${lowerFirst(name)} ${gradedWords(nilai, mutu)}`))}. Tiga unsur terkuat: ${joinList(strongest.map(({ name, nilai, mutu }) => `${lowerFirst(name)} ${gradedWords(nilai, mutu)}`))}.`,
      ),
      ...weakest
        .filter(({ services }) => services.length > 0)
        .map(({ name, services, more }) =>
          words(
            `${name}: terendah pada ${joinList(services.map((one) => `${one.name} (${one.words})`))}${more > 0 ? `, dan ${countWord(more)} layanan lain di bawah batas mutu B` : ""}.`,
          ),
        ),
      subhead("Tren"),
      ...trendChart(input, survey),
    );
  } else parts.push(words(NO_SURVEY));
  parts.push(
    subhead("Prioritas perbaikan"),
    words(
      priorities.length === 0
        ? NO_PRIORITY
        : `Yang perlu dibenahi: ${countWord(priorities.length)} layanan dengan komponen bermasalah atau janji yang pasti dirasakan rendah. Semuanya ada pada lampiran, menurut urutan pengerjaan.`,
    ),
    subhead("Standar pelayanan"),
  );
  if (standards) {
    const since = standardsSince(standards, period);
    parts.push(
      words(
        `Lengkap 14 komponen: ${ofWords(standards.complete)} layanan. Jangka waktu terukur: ${ofWords(standards.measurable)}. Tanpa komponen bermasalah: ${ofWords(standards.free)}.${since ? ` ${sinceWords(since)}.` : ""}`,
      ),
      table(tables.standardsTable(standards)),
      note(tables.LEVEL_KEY),
    );
  } else parts.push(words("Belum ada naskah standar pelayanan yang tersimpan."));
  parts.push(subhead("Rencana tindak lanjut"));
  const { lead, figures } = summaryOf(input).followUp;
  parts.push(words([lead, ...figures].join(" ")));
  if (followUp && followUp.all.length > 0) parts.push(words("Rinciannya ada pada lampiran."));
  return parts;
}

function conclusion(input: QuarterInput): Part[] {
  const { legal, complaints } = summaryOf(input);
  const decisions = decisionsOf(input);
  return [
    words(`${findingSentence(input)}.`),
    words(legal.lead),
    words(complaints),
    ...(decisions.length === 0
      ? [words("Tidak ada keputusan yang diminta.")]
      : [subhead("Keputusan yang diminta"), table(tables.decisionsTable(decisions))]),
  ];
}

const surveyed = (input: QuarterInput, part: (survey: SurveyInput) => Part[]): Part[] =>
  input.survey ? part(input.survey) : [words(NO_SURVEY)];

/** What each chapter holds; the ground of figures is made by the report itself. */
export const CHAPTER_PARTS: Record<Exclude<ChapterId, "dasar-angka">, (input: QuarterInput) => Part[]> = {
  pendahuluan: introduction,
  pengumpulan: collection,
  hasil: results,
  analisis: analysis,
  kesimpulan: conclusion,
  layanan: (input) =>
    surveyed(input, (survey) => [
      tableOr(tables.servicesTable(survey), "Survei periode ini tidak sampai tingkat layanan."),
    ]),
  sebaran: (input) =>
    surveyed(input, (survey) => [
      table(tables.answersTable(survey)),
      note("Dari sebaran ini setiap NRR dan IKM dapat dihitung ulang. Jawaban perorangan tidak dicetak."),
    ]),
  rencana: ({ followUp }) => [
    tableOr(tables.plansTable(followUp?.all ?? []), "Belum ada rencana tindak lanjut."),
  ],
  realisasi: ({ followUp }) => [
    tableOr(
      tables.realisedTable(followUp?.promised ?? []),
      "Tidak ada rencana tindak lanjut yang belum selesai ketika periode ini mulai.",
    ),
  ],
  prioritas: (input) => [tableOr(tables.prioritiesTable(input), NO_PRIORITY)],
  kelengkapan: ({ standards }) =>
    standards
      ? [table(tables.completenessTable(standards)), note(tables.LEVEL_KEY), note(tables.componentKey())]
      : [words("Belum ada naskah standar pelayanan yang tersimpan.")],
  "dasar-hukum": (input) => [
    tableOr(tables.legalTable(input), "Belum ada peraturan yang terbaca sebagai dasar hukum."),
  ],
  "belum-disurvei": (input) =>
    surveyed(input, (survey) => [
      tableOr(tables.neverSurveyedTable(survey), "Semua layanan disurvei pada periode ini."),
    ]),
};
