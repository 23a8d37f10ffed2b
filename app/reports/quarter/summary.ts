import { formatDate } from "../../format/dates.ts";
import { formatCount, formatDecimal, NO_FIGURE } from "../../format/numbers.ts";
import { periodNames } from "../../format/periods.ts";
import { capitalise, countWord, joinList } from "../../format/words.ts";
import type { UnsurKey } from "../../survey/editions.ts";
import { gradedWords, intervalWords } from "../../survey/words.ts";
import type { ActionInput, ActionStatus, LegalInput, Named, PriorityInput, QuarterInput } from "./input.ts";
import {
  beforeWords,
  changeSentence,
  draftReasons,
  findingSentence,
  graded,
  methodNotes,
  mostIn,
  NOT_SETTLED,
  officialIndex,
  ofWords,
  respondentsWords,
} from "./words.ts";

/** Rows of work on the page: as many as fit one sheet. */
export const MOST_PRIORITIES = 5;
const MOST_DECISIONS = 3;
const MOST_WEAK = 3;
/** Services named behind a weak unsur, and rows named in the two lists side by side. */
const MOST_BEHIND = 2;
const MOST_LISTED = 3;

/** Which page holds the rows of a figure. */
export type Opens = "ikm" | "responden" | "layanan" | "jangka-waktu" | "temuan";

export interface SummaryFigure {
  label: string;
  figure: string;
  notes: string[];
  opens: Opens;
}

export interface StandardRow {
  label: string;
  now: string;
  before: string;
  /** In which bagian most are missing. */
  most: string;
  opens: Opens;
}

export interface WeakUnsur {
  key: UnsurKey;
  name: string;
  nilai: number;
  mutu: string;
  /** "74,20 (C)". */
  words: string;
  interval: string;
  before: string;
  /** Services behind it, lowest first, and how many more there are. */
  services: (Named & { words: string })[];
  more: number;
}

export interface Decision {
  what: string;
  who: string;
  when: string;
}

export interface SummaryAction {
  words: string;
  no: number;
}

/** The page of the leadership: what stands on it, in its order. */
export interface Summary {
  title: string;
  h1: string;
  /** `DRAF`, or nothing. */
  mark: string;
  reasons: string[];
  figures: SummaryFigure[];
  standards: StandardRow[];
  weakest: WeakUnsur[];
  priorities: (Omit<PriorityInput, "owner" | "due"> & { owner: string; due: string })[];
  /** Of how many. */
  allPriorities: number;
  followUp: { lead: string; late: SummaryAction[]; more: number; figures: string[] };
  legal: { lead: string; rows: { name: string; words: string }[]; more: number };
  complaints: string;
  notes: string[];
  decisions: Decision[];
}

export const STATUS_ORDER: readonly ActionStatus[] = ["terlambat", "berjalan", "rencana", "selesai", "batal"];

const figuresOf = ({ survey, standards, period }: QuarterInput): SummaryFigure[] => {
  const index = survey && officialIndex(survey);
  const other =
    survey?.meanOfUnits &&
    (survey.official === "rata_unit"
      ? `gabungan responden ${gradedWords(survey.ikm, survey.mutu)}`
      : `rata-rata unit ${gradedWords(survey.meanOfUnits.ikm, survey.meanOfUnits.mutu)}`);
  return [
    {
      label: survey?.official === "rata_unit" ? "IKM, rata-rata unit" : "IKM",
      figure: index ? gradedWords(index.ikm, index.mutu) : NO_FIGURE,
      notes: survey
        ? [`selang 95% ${intervalWords(survey.interval)}`, changeSentence(survey), other ?? ""].filter(
            Boolean,
          )
        : ["belum disurvei pada periode ini"],
      opens: "ikm",
    },
    {
      label: "Responden",
      figure: survey ? formatCount(survey.n) : NO_FIGURE,
      notes: survey
        ? [
            respondentsWords(survey),
            survey.neverSurveyed.length > 0
              ? `${formatCount(survey.neverSurveyed.length)} layanan tanpa survei sendiri`
              : "semua layanan disurvei",
          ]
        : [],
      opens: "responden",
    },
    {
      label: "Standar tanpa masalah",
      figure: standards ? ofWords(standards.free) : NO_FIGURE,
      notes: standards
        ? [
            beforeWords(standards, period, "free"),
            `${ofWords(standards.problems)} komponen bermasalah, publik ${ofWords(standards.publicProblems)}`,
          ]
        : ["belum ada naskah"],
      opens: "layanan",
    },
  ];
};

function standardRows({ standards, period }: QuarterInput): StandardRow[] {
  if (!standards) return [];
  const { bagian } = standards;
  const most = (count: (row: (typeof bagian)[number]) => number): string =>
    mostIn(bagian.map((row) => ({ name: row.name, count: count(row) }))) ?? NO_FIGURE;
  return [
    {
      label: "Lengkap 14 komponen",
      now: ofWords(standards.complete),
      before: beforeWords(standards, period, "complete"),
      most: most((row) => row.complete.n - row.complete.k),
      opens: "layanan",
    },
    {
      label: "Jangka waktu terukur",
      now: ofWords(standards.measurable),
      before: beforeWords(standards, period, "measurable"),
      most: most((row) => row.measurable.n - row.measurable.k),
      opens: "jangka-waktu",
    },
    {
      label: "Putusan yang direviu",
      now: ofWords(standards.review),
      before: beforeWords(standards, period, "review"),
      most: most((row) => row.review.n - row.review.k),
      opens: "layanan",
    },
  ];
}

const weakestOf = ({ survey }: QuarterInput): WeakUnsur[] =>
  survey === null
    ? []
    : graded(survey)
        .slice(0, MOST_WEAK)
        .map(({ key, name, nilai, mutu, interval, before, change }) => {
          // A service is behind a weak unsur when it is rated below the bound itself: surely first, then the lowest.
          const all = (survey.behind[key] ?? []).filter((one) => one.nilai < survey.bound);
          const behind = [...all.filter(({ low }) => low), ...all.filter(({ low }) => !low)];
          const direction = change && change.direction !== "belum pasti" ? `, ${change.direction}` : "";
          return {
            key,
            name,
            nilai,
            mutu: mutu ?? NO_FIGURE,
            words: gradedWords(nilai, mutu),
            interval: intervalWords(interval),
            before: before === null ? "belum ada pembanding" : `${formatDecimal(before, 2)}${direction}`,
            services: behind.slice(0, MOST_BEHIND).map((one) => ({
              no: one.no,
              slug: one.slug,
              name: one.name,
              words: `${formatDecimal(one.nilai, 2)}, n = ${formatCount(one.n)}${one.low ? "" : ", belum pasti"}`,
            })),
            more: Math.max(0, behind.length - MOST_BEHIND),
          };
        });

const dueWords = (due: string | null): string => (due === null ? NOT_SETTLED : formatDate(due));

export const actionWords = ({ what, owner, daysLate, due }: ActionInput): string =>
  `${what} (${owner ?? `penanggung jawab ${NOT_SETTLED}`}; ${
    daysLate === null
      ? `tenggat ${formatDate(due)}`
      : `lewat ${formatCount(daysLate)} hari dari ${formatDate(due)}`
  })`;

export const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  terlambat: "terlambat",
  berjalan: "berjalan",
  rencana: "rencana",
  selesai: "selesai",
  batal: "batal",
};

function followUpOf({ followUp }: QuarterInput): Summary["followUp"] {
  if (!followUp) return { lead: "Tindak lanjut belum dicatat.", late: [], more: 0, figures: [] };
  const total = STATUS_ORDER.reduce((sum, status) => sum + followUp.counts[status], 0);
  if (total === 0) return { lead: "Belum ada rencana tindak lanjut.", late: [], more: 0, figures: [] };
  const counted = STATUS_ORDER.filter((status) => followUp.counts[status] > 0).map(
    (status) => `${STATUS_WORDS[status]} ${formatCount(followUp.counts[status])}`,
  );
  const { oldestOpen, medianDays, due, done } = followUp;
  return {
    lead: `Dari ${countWord(total)} rencana: ${joinList(counted)}.`,
    late: followUp.late.slice(0, MOST_LISTED).map((one) => ({ words: actionWords(one), no: one.no })),
    more: Math.max(0, followUp.late.length - MOST_LISTED),
    figures: [
      due === 0
        ? "Tidak ada yang jatuh tempo pada periode ini."
        : `Jatuh tempo pada periode ini ${formatCount(due)}, selesai ${formatCount(done)}.`,
      ...(oldestOpen
        ? [`Terlama belum selesai: ${oldestOpen.what}, ${formatCount(oldestOpen.days)} hari.`]
        : []),
      ...(medianDays === null
        ? []
        : [
            `Median hari sampai selesai: ${formatDecimal(medianDays, Number.isInteger(medianDays) ? 0 : 1)}.`,
          ]),
    ],
  };
}

const insteadWords = ({ onSigning, instead }: LegalInput): string =>
  instead.length > 0 ? `${onSigning}; pengganti ${joinList([...instead])}` : onSigning;

function legalOf({ legal, standards }: QuarterInput): Summary["legal"] {
  const sure = legal.filter(({ charged }) => charged > 0);
  const asked = legal.filter(({ charged, asked }) => charged === 0 && asked > 0);
  const rows = [...sure, ...asked];
  const lead = !standards
    ? "Belum ada naskah yang dapat diperiksa dasar hukumnya."
    : rows.length === 0
      ? "Tidak ada dasar hukum yang tercatat dicabut atau salah kutip pada saat keputusan ditetapkan."
      : capitalise(
          [
            sure.length > 0 ? `temuan: ${countWord(sure.length)} peraturan` : "",
            asked.length > 0 ? `perlu konfirmasi: ${countWord(asked.length)} peraturan` : "",
          ]
            .filter(Boolean)
            .join("; "),
        ).concat(".");
  return {
    lead,
    rows: rows.slice(0, MOST_LISTED).map((one) => ({ name: one.name, words: insteadWords(one) })),
    more: Math.max(0, rows.length - MOST_LISTED),
  };
}

/** What is asked of the reader: at most three, the most pressing first. Who and when are named only where they are settled. */
export function decisionsOf({
  survey,
  priorities: all,
  followUp,
  legal,
  standards,
}: QuarterInput): Decision[] {
  const open = (what: string): Decision => ({ what, who: NOT_SETTLED, when: NOT_SETTLED });
  const found: Decision[] = [];
  const late = followUp?.late ?? [];
  const [worst] = late;
  if (worst)
    found.push({
      what: `Lanjutkan, ubah tenggat, atau batalkan ${countWord(late.length)} rencana yang terlambat; yang tertua ${worst.what}, lewat ${formatCount(worst.daysLate ?? 0)} hari.`,
      who: worst.owner ?? NOT_SETTLED,
      when: NOT_SETTLED,
    });
  const priorities = all.slice(0, MOST_PRIORITIES);
  const unowned = priorities.filter(({ owner, due }) => owner === null || due === null);
  const [first] = unowned;
  if (first)
    found.push(
      open(
        `Tetapkan penanggung jawab dan tenggat ${countWord(unowned.length)} prioritas perbaikan, mulai dari ${first.service.name} (${first.bagian}).`,
      ),
    );
  const charged = legal.filter(({ charged }) => charged > 0);
  if (charged.length > 0)
    found.push(
      open(
        `Ubah keputusan standar yang mengutip ${joinList(charged.slice(0, 2).map(({ name }) => name))}${charged.length > 2 ? ` dan ${countWord(charged.length - 2)} peraturan lain` : ""}.`,
      ),
    );
  if (!survey) found.push(open("Tetapkan pelaksanaan survei kepuasan masyarakat."));
  else if (survey.neverSurveyed.length > 0)
    found.push(
      open(`Tetapkan survei untuk ${countWord(survey.neverSurveyed.length)} layanan yang belum disurvei.`),
    );
  if (standards && standards.review.k < standards.review.n)
    found.push(
      open(
        `Selesaikan reviu ${formatCount(standards.review.n - standards.review.k)} putusan atas standar yang masih hasil mesin.`,
      ),
    );
  return found.slice(0, MOST_DECISIONS);
}

/** Builds the page of the leadership from the figures given. */
export function summaryOf(input: QuarterInput): Summary {
  const { regency, period, priorities } = input;
  const reasons = draftReasons(input);
  return {
    title: `Ringkasan pimpinan · ${regency.name} · ${periodNames(period).long}`,
    h1: findingSentence(input),
    mark: reasons.length > 0 ? "DRAF" : "",
    reasons,
    figures: figuresOf(input),
    standards: standardRows(input),
    weakest: weakestOf(input),
    priorities: priorities
      .slice(0, MOST_PRIORITIES)
      .map((one) => ({ ...one, owner: one.owner ?? NOT_SETTLED, due: dueWords(one.due) })),
    allPriorities: priorities.length,
    followUp: followUpOf(input),
    legal: legalOf(input),
    complaints: "Pengaduan: jumlah yang diterima dan yang selesai tepat waktu belum dicatat di sini.",
    notes: methodNotes(input),
    decisions: decisionsOf(input),
  };
}
