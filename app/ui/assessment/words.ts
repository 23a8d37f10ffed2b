import type { ShareInterval } from "#app/assessment/interval.ts";
import type { AssessmentState, Move } from "#app/assessment/states.ts";
import { formatCount, formatPercent, formatShare, formatShareBounds } from "#app/format/numbers.ts";
import { capitalise, countWord, joinList } from "#app/format/words.ts";
import type { QueueView, Task } from "#app/server/assessment/queue.server.ts";
import type { RoundView } from "#app/server/assessment/round-view.server.ts";
import type { SheetView } from "#app/server/assessment/sheet.server.ts";
import { type SignKey, signWords } from "../signs.tsx";
import { bagianName } from "../words-of.ts";

export const STATE_WORDS: Record<AssessmentState, string> = {
  draf: "draf",
  diajukan: "diajukan",
  dikembalikan: "dikembalikan",
  selesai_direviu: "selesai direviu",
  ditetapkan: "ditetapkan",
  perlu_direviu_ulang: "perlu direviu ulang",
};

export const TASK_WORDS: Record<Task, string> = {
  nilai: "nilai dan ajukan",
  perbaiki: "perbaiki sesuai catatan",
  nilai_ulang: "nilai ulang yang berubah",
  kuatkan: "kuatkan sebagai penilai kedua",
  uji_petik: "ambil uji petik",
  reviu: "reviu",
  tetapkan: "tetapkan",
};

/** What the button of a move says. */
export const MOVE_BUTTONS: Record<Exclude<Move, "berubah">, string> = {
  ajukan: "Ajukan penilaian",
  kuatkan: "Kuatkan penilaian ini",
  kembalikan: "Kembalikan dengan catatan",
  selesaikan: "Selesaikan reviu",
  tetapkan: "Tetapkan penilaian",
};

const SIGNS: readonly string[] = ["0", "1", "2", "3", "T"] satisfies SignKey[];

/** What a value says: "tingkat 2, inti terpenuhi", "terpenuhi", "langkah 2". */
export const valueWords = (value: string | null): string => {
  if (value === null) return "belum ada putusan";
  if (value === "T") return signWords("T");
  if (SIGNS.includes(value)) return `tingkat ${signWords(value as SignKey)}`;
  if (value === "ya") return "terpenuhi";
  if (value === "tidak") return "belum terpenuhi";
  return `langkah ${value.replace("langkah:", "")}`;
};

export const MET_WORDS = {
  ya: "terpenuhi",
  tidak: "belum terpenuhi",
  tidak_berlaku: "tidak berlaku",
} as const;
export type MetKey = keyof typeof MET_WORDS;
export const metKey = (met: boolean | null): MetKey =>
  met === null ? "tidak_berlaku" : met ? "ya" : "tidak";

export const FOUND_WORDS = {
  ada: "ada dan terbaca",
  tidak_ada: "tidak ada dalam naskah",
  tidak_terbaca: "tidak terbaca",
} as const;

/** What an assessment is about: the service, or the bagian as a unit. */
export const subjectName = ({ service, bagian }: Pick<SheetView, "service" | "bagian">): string =>
  service?.name ?? `${bagianName(bagian)} sebagai unit`;

const itemWord = (substance: boolean): string => (substance ? "komponen" : "indikator");

/** The finding of a sheet. */
export const sheetSentence = (view: SheetView): string => {
  const name = subjectName(view);
  const kind = itemWord(view.edition.substance);
  if (view.items.length === 0) return `${name} tidak lagi tercetak dalam keputusan yang berlaku`;
  if (view.state === "ditetapkan") return `Penilaian ${name} sudah ditetapkan`;
  if (view.state === "selesai_direviu") return `Penilaian ${name} selesai direviu dan menunggu penetapan`;
  if (view.state === "diajukan") return `Penilaian ${name} menunggu reviu`;
  const n = view.waiting.length;
  if (n === view.items.length) return `Pada ${name}, semua ${kind} belum dinilai`;
  return n === 0
    ? `Semua ${kind} ${name} sudah dinilai`
    : `Pada ${name}, ${countWord(n)} dari ${countWord(view.items.length)} ${kind} belum dinilai`;
};

/** "Reviu layanan ini perlu diulang karena …", with the names of what changed; null where nothing did. */
export const staleSentences = (view: SheetView, day: (instant: string) => string): string[] => {
  const { stale, service } = view;
  if (!stale) return [];
  const what = service ? "layanan ini" : "bagian ini";
  const causes = [
    ...(stale.parts.length > 0 || stale.services > 0 ? ["teksnya berubah"] : []),
    ...(stale.instrument ? ["instrumennya berganti edisi"] : []),
    ...(stale.answers.length > 0 ? ["putusan mesin berubah"] : []),
  ];
  const sentences = [
    `Reviu ${what} perlu diulang karena ${joinList(causes.length > 0 ? causes : ["dasarnya berubah"])} pada ${day(stale.at)}.`,
  ];
  if (stale.parts.length > 0) sentences.push(`Yang berubah pada teks: ${joinList(stale.parts)}.`);
  if (stale.services > 0) {
    sentences.push(`Yang berubah: ${countWord(stale.services)} layanan bagian ini.`);
  }
  if (stale.answers.length > 0) sentences.push(`Putusan mesin berubah pada ${joinList(stale.answers)}.`);
  return sentences;
};

/** The finding of the queue. */
export const queueSentence = ({ rows, works }: Pick<QueueView, "rows" | "works">): string => {
  const oldest = rows[0];
  if (!works) return "Peran Anda tidak menilai atau mereviu, jadi tidak ada yang menunggu di sini";
  if (!oldest) return "Tidak ada penilaian yang menunggu Anda";
  const n = capitalise(countWord(rows.length));
  const days =
    rows.length === 1
      ? oldest.days === 0
        ? "sejak hari ini"
        : `sejak ${formatCount(oldest.days)} hari yang lalu`
      : oldest.days === 0
        ? "semuanya sejak hari ini"
        : `yang terlama ${formatCount(oldest.days)} hari`;
  return /^\d/.test(n) ? `Menunggu Anda: ${n} penilaian, ${days}` : `${n} penilaian menunggu Anda, ${days}`;
};

/** A share of a draw in words: "2 dari 40 (5%); selang 95%: 0%–17%". Of fewer than ten neither percentage is told. */
export const intervalWords = ({ k, n, low, high }: ShareInterval): string => {
  const bounds = formatShareBounds(low, high, n);
  return bounds
    ? `${formatShare(k, n)} (${formatPercent(k, n)}); selang 95%: ${bounds.join("–")}`
    : `${formatShare(k, n)}; terlalu sedikit untuk persentase dan selang`;
};

/** The finding of an uji petik. */
export const roundSentence = ({ regency, waiting, result, state }: RoundView): string => {
  const wrong = result.mandatory.wrong + (result.random?.k ?? 0);
  const checked = result.mandatory.checked + (result.random?.n ?? 0);
  if (state === "terbuka" && waiting > 0) {
    return `Uji petik ${regency.shortName}: ${countWord(waiting)} putusan menunggu tanda`;
  }
  return checked === 0
    ? `Uji petik ${regency.shortName} tidak memuat putusan yang diperiksa`
    : wrong === 0
      ? `Uji petik ${regency.shortName}: semua ${formatCount(checked)} putusan yang diperiksa disetujui`
      : `Uji petik ${regency.shortName}: ${countWord(wrong)} dari ${formatCount(checked)} putusan yang diperiksa tidak disetujui`;
};

export const SAMPLE_METHOD =
  "Semua putusan tingkat 0–1 diperiksa. Dari putusan lain diambil acak sepersepuluh, paling sedikit 30, atau semuanya bila tidak sampai 30 (batas kerja, bukan ketentuan peraturan). Urutan acaknya ditentukan oleh benih yang tercetak, sehingga pengambilan dapat diulang. Selang 95% dihitung dengan cara eksak Clopper–Pearson.";

/** How a verdict came into an uji petik. */
export const DRAWN_WORDS = { wajib: "wajib", acak: "acak" } as const;
