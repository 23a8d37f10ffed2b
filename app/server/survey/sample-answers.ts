import { readDecree } from "#app/reader/index.ts";

/** Quarters of which the sample has invented answers: six, so that a trend and the same quarter of last year are there. */
export const SAMPLE_QUARTERS = [
  { year: 2024, quarter: 2 },
  { year: 2024, quarter: 3 },
  { year: 2024, quarter: 4 },
  { year: 2025, quarter: 1 },
  { year: 2025, quarter: 2 },
  { year: 2025, quarter: 3 },
] as const;

const SEED = 20_240_401;
const HEADER =
  "Nomor Kiriman,Tanggal,Bagian,Jenis Layanan,Jenis Kelamin,Usia,Pendidikan,Pekerjaan,Persyaratan,Prosedur,Waktu Penyelesaian,Biaya/Tarif,Produk,Kompetensi Pelaksana,Perilaku Pelaksana,Sarana dan Prasarana,Penanganan Pengaduan,Saran";
/** How each unsur fares at the start, in the order of the header, and how much better it is in each further quarter. */
const START = [3.05, 3.05, 2.8, 3.45, 3.15, 3.35, 3.3, 2.9, 3];
const GAIN = 0.04;
const SCHOOLS = ["SD", "SMP", "SMA", "SMA", "S1", "S1", "S2"];
const WORK = ["PNS", "Swasta", "Wirausaha", "Petani", "Mahasiswa", "Lainnya"];
const WORDS = [
  "Syaratnya mohon ditempel di papan pengumuman.",
  "Nomor pengaduan belum saya temukan.",
  "Petugasnya ramah dan menjelaskan dengan sabar.",
  "Waktu penyelesaiannya mohon dipastikan.",
  "Ruang tunggu perlu kipas angin.",
  "Pelayanan sudah baik.",
];
const FEWEST = 4;
const MOST = 10;
const WITH_WORDS = 0.2;

export interface SampleFile {
  name: string;
  csv: string;
}

/** Numbers in [0, 1), the same for the same seed. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * Invented answers about the services of an invented regency's decree, one file a quarter. The same decree gives the
 * same files, byte for byte.
 *
 * @param slug of the regency; begins the names of the files @param decree text of its decree
 */
export function sampleAnswers(slug: string, decree: Uint8Array): SampleFile[] {
  const random = seeded(SEED);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const services = readDecree(decree, slug).services.filter(
    ({ same_as, bagian }) => same_as === null && bagian,
  );
  // Every fifth service is left unasked, so that pages have somebody to name as never surveyed.
  const asked = services.filter((_, at) => at % 5 !== 4);
  const places = asked.map(({ bagian, name }) => ({
    bagian,
    name,
    people: between(FEWEST, MOST),
    // A service is as good in every quarter as it is.
    gift: (random() - 0.5) * 0.7,
    free: random() < 0.5,
  }));
  const score = (mean: number) =>
    Math.min(4, Math.max(1, Math.round(mean + (random() + random() - 1) * 1.1)));
  return SAMPLE_QUARTERS.map(({ year, quarter }, since) => {
    const rows = places.flatMap(({ bagian, name, people, gift, free }) =>
      Array.from({ length: people }, () => {
        const mood = (random() - 0.5) * 0.8;
        const scores = START.map((mean, unsur) =>
          unsur === 3 && free && random() < 0.85 ? 4 : score(mean + gift + mood + since * GAIN),
        );
        const date = `${two(between(1, 28))}/${two((quarter - 1) * 3 + between(1, 3))}/${year}`;
        const sex = random() < 0.5 ? "Laki-laki" : "Perempuan";
        const words = random() < WITH_WORDS ? pick(WORDS) : "";
        return {
          date,
          cells: [bagian, name, sex, between(18, 67), pick(SCHOOLS), pick(WORK), ...scores, words],
        };
      }),
    );
    const day = ({ date }: { date: string }) => date.split("/").reverse().join("");
    rows.sort((a, b) => day(a).localeCompare(day(b)));
    const lines = rows.map(
      ({ date, cells }, at) =>
        `CONTOH-${year}-${quarter}-${String(at + 1).padStart(3, "0")},${date},${cells.join(",")}`,
    );
    return { name: `${slug}-skm-${year}-tw${quarter}.csv`, csv: `${[HEADER, ...lines].join("\n")}\n` };
  });
}
