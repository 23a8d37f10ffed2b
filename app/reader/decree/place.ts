import { distance } from "fastest-levenshtein";
import { nameCase } from "#app/format/name-case.ts";
import { keyOf, type Seg } from "./seg.ts";

/**
 * Names of the region as head, title, subject, annex head and signatures print them. The name is read, never looked up:
 * what follows KABUPATEN, KOTA, PROVINSI, BUPATI … up to a word that cannot be part of a name.
 */

const KIND = "KABUPATEN ADMINISTRASI|KABUPATEN|KAB|KOTA ADMINISTRASI|KOTA|PROVINSI|PROPINSI";
const RULER = "BUPATI|WALI KOTA|WALIKOTA|GUBERNUR";
const STOP = new Set(
  (
    "NOMOR NO TENTANG TAHUN SEKRETARIAT SEKRETARIS DINAS BADAN KECAMATAN KELURAHAN INSPEKTORAT RUMAH SATUAN KANTOR BAGIAN UPT UPTD " +
    "JALAN JL JLN TELP TELEPON FAX KODE LAMAN WEBSITE EMAIL STANDAR PELAYANAN PROVINSI PROPINSI KABUPATEN KOTA BUPATI WALI WALIKOTA " +
    "GUBERNUR WAKIL KEPALA CAMAT LAMPIRAN KEPUTUSAN PERATURAN MENIMBANG MENGINGAT MEMUTUSKAN TANGGAL DITETAPKAN DAERAH DI PADA DENGAN " +
    "SELAKU UNTUK SEBAGAI YANG SETDA PEMERINTAH SESUAI SEBAGAIMANA PASAL DALAM SEJAK MAKA BERDASARKAN ADALAH MENETAPKAN MELALUI OLEH SUB RSUD PUSKESMAS KELUARGA INDONESIA"
  ).split(" "),
);
const MAX_WORDS = 4;

interface Sighting {
  kind: "kabupaten" | "kota" | "provinsi";
  /** Words in capitals. */
  name: string;
  weight: number;
  /** The line ended with the name, so that a part of it may be missing. */
  cut: boolean;
}

const kindOf = (word: string): Sighting["kind"] =>
  /^(KOTA|WALI)/.test(word) ? "kota" : /^(PROV|PROP|GUB)/.test(word) ? "provinsi" : "kabupaten";

const PATTERN = new RegExp(`\\b(${KIND}|${RULER})\\s+(?=[A-Z])`, "g");

const NAMED = new RegExp(`\\b(?:${KIND}|${RULER})\\b`, "i");
/** A line that ends so goes on below. */
const OPEN = new RegExp(`\\b(?:${KIND}|${RULER})\\s*$`);

const upper = (text: string): string =>
  text
    .toUpperCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");

/** Names in one line; `following` is the next line, for a name that begins there. */
const sightings = (seg: Seg, following: string, weight: number): Sighting[] => {
  const found: Sighting[] = [];
  if (!NAMED.test(seg.text)) return found;
  const text = upper(seg.text);
  const joined = OPEN.test(text) ? `${text.trim()} ${keyOf(following)}` : text;
  for (const match of joined.matchAll(PATTERN)) {
    const rest = joined.slice(match.index + match[0].length, match.index + match[0].length + 60);
    const name: string[] = [];
    let ended = false;
    for (const token of rest.split(/\s+/)) {
      // A figure inside a word is a letter misread ("ARUN1KA").
      const word = /^[A-Z](?:[A-Z'-]|\d(?=[A-Z]))*/.exec(token)?.[0];
      if (!word || STOP.has(word) || name.length === MAX_WORDS) {
        ended = true;
        break;
      }
      name.push(word);
      if (word !== token) {
        ended = true;
        break;
      }
    }
    while (name.length > 0 && /^(DAN|ATAU|SERTA)$/.test(name.at(-1) as string)) name.pop();
    if (name.length > 0)
      found.push({ kind: kindOf(match[1] as string), name: name.join(" "), weight, cut: !ended });
  }
  return found;
};

/** Two printings of one name: alike but for a letter or two. */
const alike = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && distance(a, b) <= (a.length > 7 ? 2 : 1));

const LETTERHEAD_WEIGHT = 4;
const HEAD_WEIGHT = 2;
const BODY_WEIGHT = 1;

/**
 * Name of the region that issues the decree: "X" for a kabupaten, "Kota X", "Provinsi X". `head` are the rows down to the
 * preamble with the annex head and signatures; `body` are the rows of the preamble, which only decide between spellings.
 */
export const regencyOf = (head: readonly Seg[], body: readonly Seg[]): string | null => {
  const seen = head.flatMap((seg, index) =>
    sightings(
      seg,
      head[index + 1]?.text ?? "",
      /^PEMERINTAH/.test(seg.key) ? LETTERHEAD_WEIGHT : HEAD_WEIGHT,
    ),
  );
  const quoted = body.flatMap((seg) => sightings(seg, "", BODY_WEIGHT));
  const pool = seen.length > 0 ? seen : quoted;
  if (pool.length === 0) return null;
  // A kabupaten's paper names its province too; the nearer region issues.
  const kinds = pool.some(({ kind }) => kind !== "provinsi")
    ? pool.filter(({ kind }) => kind !== "provinsi")
    : pool;
  const whole = kinds.map((one) => {
    if (!one.cut) return one;
    const longer = kinds.find((other) => other.name.startsWith(`${one.name} `));
    return longer ? { ...one, name: longer.name } : one;
  });
  const score = new Map<string, number>();
  for (const { name, weight } of whole) score.set(name, (score.get(name) ?? 0) + weight);
  const names = [...score.keys()];
  const group = (name: string): number =>
    names.reduce((sum, other) => sum + (alike(name, other) ? (score.get(other) as number) : 0), 0);
  const best = names.reduce((a, b) => (group(b) > group(a) ? b : a));
  const kind = (whole.find(({ name }) => name === best) as Sighting).kind;
  // How a name is spelt is decided by how often it is printed so, wherever that is.
  const spelling = new Map<string, number>();
  for (const { name } of [...whole, ...quoted])
    if (alike(name, best)) spelling.set(name, (spelling.get(name) ?? 0) + (/\d/.test(name) ? 0 : 1));
  const name = nameCase([...spelling].reduce((a, b) => (b[1] > a[1] ? b : a))[0]);
  return kind === "kabupaten" ? name : `${kind === "kota" ? "Kota" : "Provinsi"} ${name}`;
};
