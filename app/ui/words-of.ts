import { formatCount, formatRupiah, formatShare } from "#app/format/numbers.ts";
import { capitalise, joinList, lowerFirst } from "#app/format/words.ts";
import { ADVICE } from "#app/instruments/guidance.ts";
import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import type { Severity } from "#app/reader/findings-registry.ts";
import type { Channel, LineRole } from "#app/reader/schema.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { ComponentChange } from "#app/server/compare.ts";
import type {
  BagianRef,
  Cell,
  FindingRow,
  Level,
  LinkKind,
  ReviewCount,
  ServiceComponent,
} from "#app/server/views.ts";
import { type SignKey, signOf, signWords } from "./signs.tsx";

export { decreeName } from "#app/format/decrees.ts";

type StoredFacts = ServiceComponent["facts"];

/** Names of things of the program as a page says them. No code name ever reaches a face. */

export const SEVERITY_WORDS: Record<Severity, string> = {
  error: "perlu diperbaiki",
  warning: "perlu diperiksa",
  note: "catatan",
};

export const ROLE_WORDS: Record<LineRole, string> = {
  component: "isi komponen",
  label: "label komponen",
  service_heading: "judul layanan",
  bagian_heading: "judul bagian",
  divider: "judul kelompok komponen",
  table_head: "kepala tabel",
  declared_list: "daftar layanan yang ditetapkan",
  decree_head: "kepala dan diktum keputusan",
  signature: "penandatanganan",
  maklumat: "maklumat pelayanan",
  page_noise: "penanda halaman",
  separator: "garis pemisah",
  unassigned: "tanpa pemilik",
};

const CHANNEL_WORDS: Record<Channel, string> = {
  tatap_muka: "tatap muka",
  surat: "surat",
  telepon: "telepon",
  whatsapp: "WhatsApp",
  email: "surel",
  instagram: "Instagram",
  facebook: "Facebook",
  website: "situs web",
  sp4n_lapor: "SP4N-LAPOR",
  kotak_saran: "kotak saran",
  fax: "faksimile",
  sms: "SMS",
};

export const LINK_WORDS: Record<LinkKind, string> = {
  sama: "sudah dikenal",
  usul: "diusulkan sama dengan",
  baru: "layanan baru",
  ganda: "cetakan ulang",
};

export const bagianName = (bagian: Pick<BagianRef, "name"> | null): string =>
  bagian?.name ?? "Bagian tidak disebut dalam naskah";

/** The signs of one service by its levels; null: belum dinilai. */
export const signsOf = (
  levels: Readonly<Record<ComponentKey, Level | null>>,
): Readonly<Record<ComponentKey, SignKey>> =>
  Object.fromEntries(COMPONENTS.map(({ key }) => [key, levels[key] ?? "belum"])) as Record<
    ComponentKey,
    SignKey
  >;

/** What stands outside every denominator because the scan is damaged; nothing to say gives an empty string. */
export const unreadableWords = (unreadable: number): string =>
  unreadable === 0
    ? ""
    : `Di luar hitungan karena tidak terbaca: ${formatCount(unreadable)} komponen; cocokkan dengan naskah asli.`;

/** Review status of a service: of its verdicts, how many a person has reviewed. */
export const reviewWords = ({ reviewed, verdicts }: ReviewCount): string =>
  reviewed === 0
    ? "belum direviu"
    : reviewed < verdicts
      ? `${formatShare(reviewed, verdicts)} direviu`
      : "direviu";

/** Why a cell is as it is: "tidak ada: isi kosong"; one word where there is no more to say. */
export function cellWords(cell: Cell): string {
  if (cell.state === "ada") return "ada";
  const state = cell.state === "T" ? "tidak terbaca" : "tidak ada";
  return cell.why ? `${state}: ${ALL_FINDINGS[cell.why].label}` : state;
}

/** Level and, where it is not there or can't be read, why: "0, tidak ada: isi kosong". */
export function levelWords(cell: Cell, level: Level | null): string {
  const words = signWords(signOf(cell.state, level));
  return cell.why && (level === "0" || level === "T" || level === null)
    ? `${words}: ${ALL_FINDINGS[cell.why].label}`
    : words;
}

const DEFAULT_MESSAGES: Partial<Record<FindingRow["code"], string>> = {
  missing: "Baris komponen ini tidak ada dalam tabel.",
  blank: "Baris komponen ini ada, tetapi isinya kosong.",
  placeholder: "Baris komponen ini hanya berisi tanda.",
  page_lost: "Halaman komponen ini hilang atau rusak pada hasil pindai.",
  ocr_damage: "Sebagian teks komponen ini rusak pada hasil pindai.",
  rows_mixed: "Isi komponen ini dapat tercampur dengan isi baris lain.",
  duplicate_service: "Tabel layanan ini tercetak lebih dari sekali.",
  undeclared: "Layanan ini tidak ada dalam daftar yang ditetapkan.",
  no_table: "Layanan yang ditetapkan ini tidak mempunyai tabel.",
  name_differs: "Nama layanan dalam daftar dan dalam lampiran berbeda.",
  number_differs: "Nomor keputusan pada kepala keputusan dan pada lampiran berbeda.",
  component_omitted: "Rincian komponen dalam diktum tidak memuat semua 14 komponen.",
};

/** A quote as a page shows it: one that was cut says so in words. */
export const quoteWords = (quote: string): string => quote.replace(/\s*…$/, " (dan seterusnya)");

/** How to mend it: of its own criterion where there is advice, else of its kind. */
export const adviceOf = ({ code, criterion }: Pick<FindingRow, "code" | "criterion">): string =>
  (criterion ? ADVICE[criterion] : undefined) ?? ALL_FINDINGS[code].remedy;

/**
 * The sentence of a finding: of substance its reason, then the words that decided; where only facts are kept, the
 * registry's.
 */
export function findingSentence(finding: Pick<FindingRow, "message" | "code" | "reason" | "quote">): string {
  const { message, code, reason, quote } = finding;
  if (reason) return quote ? `${reason} Tertulis: “${quoteWords(quote)}”.` : reason;
  return (
    (message && quoteWords(message)) || (DEFAULT_MESSAGES[code] ?? `${capitalise(ALL_FINDINGS[code].label)}.`)
  );
}

/** Confidence below these is said in words. Working bounds, told as such on /metode. */
export const LOW_CONFIDENCE = 0.5;
export const FAIR_CONFIDENCE = 0.8;

/** What a reader must know of how sure the reading is; nothing where it is sure. */
export function confidenceWords(confidence: number | null): string | null {
  if (confidence === null || confidence >= FAIR_CONFIDENCE) return null;
  return confidence < LOW_CONFIDENCE
    ? "Keyakinan bacaan rendah: periksa awal, akhir, dan komponennya pada naskah."
    : "Keyakinan bacaan sedang: periksa awal dan akhirnya pada naskah.";
}

const duration = ({ min, max, unit, basis }: NonNullable<StoredFacts["waktu"]>[number]): string => {
  const figure = (value: number): string => String(value).replace(".", ",");
  return `${min === max ? figure(min) : `${figure(min)}–${figure(max)}`} ${unit}${basis ? ` ${basis}` : ""}`;
};

/** The time for the whole, else of the steps; null where no figure stands. */
export function durationWords({ waktu = [] }: StoredFacts): string | null {
  const totals = waktu.filter((one) => one.of !== "step");
  const shown = totals.length > 0 ? totals : waktu;
  const words = [...new Set(shown.map(duration))];
  return words.length === 0 ? null : `${joinList(words)}${totals.length === 0 ? " (per tahap)" : ""}`;
}

export function feeWords({ gratis = null, tarif = [] }: StoredFacts): string | null {
  if (gratis === true) return "tidak dipungut biaya";
  if (tarif.length > 0) {
    return joinList([
      ...new Set(tarif.map((one) => formatRupiah(one.rupiah) + (one.per ? ` per ${one.per}` : ""))),
    ]);
  }
  return gratis === false ? "berbiaya, besarnya tidak terbaca" : null;
}

export const channelWords = ({ channels = [] }: StoredFacts): string | null =>
  channels.length === 0 ? null : joinList(channels.map((one) => CHANNEL_WORDS[one]));

/** The components named in a list, as a sentence carries them: "biaya (3), produk (1), dan dua komponen lain". */
export function fewNamed(counts: readonly { name: string; count: number }[], most = 3): string {
  const named = counts.slice(0, most).map(({ name, count }) => `${lowerFirst(name)} (${formatCount(count)})`);
  const rest = counts.length - named.length;
  return joinList(rest > 0 ? [...named, `${rest} komponen lain`] : named);
}

const COMPONENT_CHANGE_WORDS: Record<ComponentChange, string> = {
  isi: "isinya berubah",
  angka: "angkanya berubah",
  muncul: "kini ada",
  hilang: "kini tidak ada",
  tidak_terbaca: "tidak dapat dibandingkan karena tidak terbaca",
};
export const componentChangeWords = (change: ComponentChange): string => COMPONENT_CHANGE_WORDS[change];

/** The figures read from one component, in words; null where there is none. */
export function figureWords(facts: StoredFacts): string | null {
  const { jumlah_pelaksana: staff, dasar_hukum_count: laws } = facts;
  const words = [
    durationWords(facts),
    feeWords(facts),
    channelWords(facts),
    typeof staff === "number" ? `${formatCount(staff)} orang` : null,
    typeof laws === "number" ? `${formatCount(laws)} peraturan` : null,
  ].filter((one) => one !== null);
  return words.length === 0 ? null : joinList(words);
}
