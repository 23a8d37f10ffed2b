import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type {
  ActionInput,
  FollowUpInput,
  LevelSign,
  QuarterInput,
  StandardsInput,
  SurveyInput,
  UnsurInput,
} from "#app/reports/quarter/input.ts";
import { UNSUR_KEYS, type UnsurKey, unsurName } from "#app/survey/editions.ts";

const NILAI: Partial<Record<UnsurKey, [nilai: number, mutu: string, before: number | null]>> = {
  persyaratan: [84.5, "B", 83],
  prosedur: [82, "B", 82.5],
  waktu: [74.2, "C", 75.5],
  biaya: [96.1, "A", 95],
  produk: [83.4, "B", 82],
  kompetensi: [85, "B", 86],
  perilaku: [88, "B", 87],
  sarana: [76.7, "B", 77],
  pengaduan: [71.7, "C", 70],
};

const unsur = (): UnsurInput[] =>
  UNSUR_KEYS.flatMap((key) => {
    const figures = NILAI[key];
    if (!figures) return [];
    const [nilai, mutu, before] = figures;
    return [
      {
        key,
        name: unsurName("14/2017", key),
        short: unsurName("14/2017", key),
        n: 40,
        sum: 130,
        counts: [1, 5, 17, 17],
        nrr: nilai / 25,
        nilai,
        mutu,
        interval: [nilai - 3, nilai + 3],
        before,
        change: { difference: nilai - (before ?? 0), direction: "belum pasti" },
      },
    ];
  });

export const surveyInput = (given: Partial<SurveyInput> = {}): SurveyInput => ({
  edition: "14/2017",
  n: 40,
  ikm: 82.4,
  mutu: "B",
  kinerja: "Baik",
  interval: [80.9, 83.9],
  change: { difference: 1.04, direction: "belum pasti" },
  missing: [],
  withoutCost: 80.69,
  target: 36,
  population: 40,
  unsur: unsur(),
  comparedWith: "2025-TW1",
  meanOfUnits: null,
  official: "gabungan",
  levels: ["layanan"],
  bound: 76.61,
  bands: [
    { mutu: "A", from: 88.31 },
    { mutu: "B", from: 76.61 },
    { mutu: "C", from: 65 },
    { mutu: "D", from: 25 },
  ],
  bagian: [
    {
      name: "Bagian Umum",
      slug: "umum",
      services: 2,
      n: 30,
      ikm: 81,
      mutu: "B",
      interval: [79, 83],
      change: null,
    },
    {
      name: "Bagian Hukum",
      slug: "hukum",
      services: 1,
      n: 10,
      ikm: 86.6,
      mutu: "B",
      interval: [80, 93.2],
      change: { difference: 4.1, direction: "naik" },
    },
  ],
  services: [
    {
      no: 1,
      slug: "peminjaman-aula",
      name: "Peminjaman Aula",
      bagian: "Bagian Umum",
      n: 30,
      ikm: 81,
      mutu: "B",
      interval: [79, 83],
      change: null,
    },
  ],
  profile: [
    { group: "Jenis kelamin", value: "perempuan", n: 25, ikm: 82 },
    { group: "Jenis kelamin", value: "laki-laki", n: 15, ikm: 83 },
  ],
  trend: [
    {
      period: "2025-TW1",
      n: 38,
      ikm: 81.36,
      mutu: "B",
      interval: [79, 83.7],
      edition: "14/2017",
      belowTarget: false,
    },
    {
      period: "2025-TW2",
      n: 40,
      ikm: 82.4,
      mutu: "B",
      interval: [80.9, 83.9],
      edition: "14/2017",
      belowTarget: false,
    },
  ],
  neverSurveyed: [{ no: 3, slug: "surat-masuk", name: "Surat Masuk", bagian: "Bagian Hukum" }],
  behind: {
    pengaduan: [
      { no: 2, slug: "penerimaan-tamu", name: "Penerimaan Tamu", n: 12, nilai: 66, low: false },
      { no: 1, slug: "peminjaman-aula", name: "Peminjaman Aula", n: 30, nilai: 70.1, low: true },
      { no: 3, slug: "surat-masuk", name: "Surat Masuk", n: 8, nilai: 75, low: false },
      { no: 4, slug: "arsip", name: "Arsip", n: 9, nilai: 90, low: false },
    ],
  },
  otherEditions: [],
  aggregates: 0,
  ...given,
});

const levels = (given: Partial<Record<ComponentKey, LevelSign>>): Record<ComponentKey, LevelSign> =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, given[key] ?? "3"])) as Record<
    ComponentKey,
    LevelSign
  >;

export const standardsInput = (given: Partial<StandardsInput> = {}): StandardsInput => ({
  services: 3,
  complete: { k: 2, n: 3 },
  uncertain: 0,
  measurable: { k: 1, n: 3 },
  free: { k: 1, n: 3 },
  problems: { k: 4, n: 42 },
  publicProblems: { k: 2, n: 18 },
  review: { k: 42, n: 42 },
  unreadable: 0,
  unjudged: 0,
  bagian: [
    {
      name: "Bagian Umum",
      slug: "umum",
      services: 2,
      complete: { k: 1, n: 2 },
      measurable: { k: 0, n: 2 },
      problems: { k: 3, n: 28 },
      review: { k: 28, n: 28 },
    },
    {
      name: "Bagian Hukum",
      slug: "hukum",
      services: 1,
      complete: { k: 1, n: 1 },
      measurable: { k: 1, n: 1 },
      problems: { k: 1, n: 14 },
      review: { k: 14, n: 14 },
    },
  ],
  components: [],
  rows: [
    {
      no: 1,
      slug: "peminjaman-aula",
      name: "Peminjaman Aula",
      bagian: "Bagian Umum",
      levels: levels({ jangka_waktu: "1", pengaduan: "0" }),
    },
    {
      no: 2,
      slug: "penerimaan-tamu",
      name: "Penerimaan Tamu",
      bagian: "Bagian Umum",
      levels: levels({ jangka_waktu: "1" }),
    },
    {
      no: 3,
      slug: "surat-masuk",
      name: "Surat Masuk",
      bagian: "Bagian Hukum",
      levels: levels({ evaluasi_kinerja: "0" }),
    },
  ],
  decrees: [
    {
      name: "Keputusan Bupati Nomor 1 Tahun 2024",
      signed: "2024-05-06",
      stored: "2026-01-02",
      version: 1,
      factsOnly: false,
    },
  ],
  unassigned: { k: 0, n: 200 },
  before: null,
  ...given,
});

export const action = (given: Partial<ActionInput> = {}): ActionInput => ({
  no: 1,
  what: "Pasang papan waktu layanan",
  origin: "unsur waktu penyelesaian, TW I 2025",
  owner: "Kepala Bagian Umum",
  due: "2025-05-31",
  status: "terlambat",
  daysLate: 30,
  proofs: 0,
  obstacle: "menunggu anggaran",
  ...given,
});

export const followUpInput = (given: Partial<FollowUpInput> = {}): FollowUpInput => ({
  counts: { terlambat: 1, berjalan: 0, rencana: 1, selesai: 2, batal: 0 },
  due: 2,
  done: 1,
  medianDays: 41.5,
  oldestOpen: { what: "Pasang papan waktu layanan", days: 120 },
  late: [action()],
  promised: [
    action(),
    action({ no: 2, what: "Latih petugas loket", status: "selesai", daysLate: null, proofs: 2 }),
  ],
  all: [
    action(),
    action({ no: 2, what: "Latih petugas loket", status: "selesai", daysLate: null, proofs: 2 }),
  ],
  ...given,
});

export const quarterInput = (given: Partial<QuarterInput> = {}): QuarterInput => ({
  regency: {
    slug: "arunika",
    name: "Kabupaten Arunika",
    shortName: "Arunika",
    zone: "WITA",
    sample: false,
  },
  period: "2025-TW2",
  today: "2025-07-02",
  survey: surveyInput(),
  surveyedLast: "2025-TW2",
  priorities: [
    {
      service: { no: 1, slug: "peminjaman-aula", name: "Peminjaman Aula" },
      bagian: "Bagian Umum",
      kind: "benahi",
      reason: "Jangka waktu belum tepat, dan penilaian waktu 69,50 (n = 24) di bawah 76,61.",
      deed: "Benahi keduanya",
      n: 24,
      owner: "Kepala Bagian Umum",
      due: "2025-09-30",
    },
    {
      service: { no: 3, slug: "surat-masuk", name: "Surat Masuk" },
      bagian: "Bagian Hukum",
      kind: "tidak_ada",
      reason: "Evaluasi kinerja tidak ada.",
      deed: "Tulis komponen yang belum ada",
      n: 0,
      owner: null,
      due: null,
    },
  ],
  standards: standardsInput(),
  legal: [
    {
      name: "UU Nomor 32 Tahun 2004",
      title: "tentang Pemerintahan Daerah",
      onSigning: "sudah dicabut pada 2 dari 3 layanan",
      today: "dicabut",
      charged: 2,
      asked: 0,
      instead: ["UU 23/2014"],
      services: 3,
      verified: true,
    },
    {
      name: "PP Nomor 96 Tahun 2012",
      title: null,
      onSigning: "tidak ada catatan",
      today: "berlaku",
      charged: 0,
      asked: 0,
      instead: [],
      services: 1,
      verified: true,
    },
  ],
  followUp: followUpInput(),
  ...given,
});
