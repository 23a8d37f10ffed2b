import { isChapter } from "../marks.ts";
import { remembered } from "../memory.ts";
import { misreadAmong } from "../misread.ts";
import type { Row } from "../rows/index.ts";
import {
  enumerator,
  fold,
  hasLetters,
  letters,
  likeness,
  likenessAtMost,
  type Paired,
  paired,
  stripMarkdown,
} from "../text.ts";
import type { Features } from "./features.ts";
import { misreadOpening } from "./misread-heading.ts";

/** Names in headings: how decrees print the name of a service or of a bagian, and what is no part of it. */

const EXPLICIT =
  /^(?:(?:jenis|nama|judul)\s+(?:pe)?layanan(?:\s+publik)?|(?:pe)?layanan\s+(?=:))\s*(?:[:：=.]|[-–]\s)?\s*(.*)$/i;
const STANDARD = /^standar\s+pelayanan(?:\s+publik)?\s*(?:[:：]|[-–]\s)?\s*(.+)$/i;
/** The bare title above a service's name. */
const TITLE = /^(?:[A-Z]\.\s*)?(?:komponen\s+)?standar\s+(?:pe)?layanan(?:\s+publik)?\s*:?$/i;
/** In letters, of which a scan may misread one or two. */
const misreadTitle = misreadAmong(["standarpelayanan", "standarlayanan", "komponenstandarpelayanan"]);
const misreadHead = misreadAmong(["keterangan", "komponen", "penjelasan"]);
const MAX_MISREAD = 30;

const isMisreadStandard = remembered((plain: string): boolean => misreadTitle(plain) !== undefined);
const isMisreadHeadWord = remembered((plain: string): boolean => misreadHead(plain) !== undefined);

/** A title of every table, which names no service: "Standar Pelayanan", also misread by a scan ("Sfandar Pelayanan"). */
export const isTitle = (text: string): boolean =>
  TITLE.test(text) || (text.length <= MAX_MISREAD && isMisreadStandard(letters(text)));

/** A word of a table's head alone, misread by a scan. */
export const isMisreadHead = (text: string): boolean =>
  text.length <= MAX_MISREAD && isMisreadHeadWord(letters(text));
/** "Standar pelayanan …" of a whole unit or document is no service. */
const STANDARD_OF_UNIT =
  /^(?:publik\b|pada\b|di\b|bagian\b|sekretariat\b|dinas\b|badan\b|kecamatan\b|kabupaten\b|kota\b|minimal\b|pelayanan publik\b|yang\b|ini\b|sebagaimana\b|adalah\b|meliputi\b)/i;
/** A hospital's unit; with these words behind it the same word names a work, and a service may be named so. */
const INSTALASI =
  /instalasi(?!\s+(?:air|aplikasi|cctv|gas|internet|jaringan|kabel|komputer|lampu|listrik|pengolahan|perangkat|pipa|server|sistem|software|wifi)\b)/;
const BAGIAN = new RegExp(
  String.raw`^(?:(?:komponen\s+)?standar\s+pelayanan\s+(?:publik\s+)?|(?:nama\s+)?unit(?:\s+(?:kerja|layanan|pelayanan|organisasi|pelaksana|pengelola|penyelenggara)\s*:?|\s*:)\s*|(?:nama\s+)?bagian\s*:\s*(?=bagian\b)|pada\s+|di\s+lingkungan\s+|komponen\s+)*((?:bagian|biro|sub[\s-]?bagian|sub[\s-]?bidang|bidang|seksi|unit|${INSTALASI.source})\s+\S.*)$`,
  "i",
);
const AFTER_BAGIAN = /\s+(?:pada\s+)?(?:sekretariat\s+da[er]+ah(?:\b|kab|kota)|setda\b).*$/i;
export const MAX_HEADING = 420;

/** The title of a table's first half, where it ran on into the heading above it. */
const HALF_TITLE = /(?<=\S)\s+(?:[A-Z]\.\s*)?\(?(?:service\s+delivery|delivery\s+pro(?:ses|cess))\)?\s*$/i;

/** A printed name without mark-up, closing signs, the quotes around it and a title that ran on into it. */
export const cleanName = (text: string): string =>
  fold(stripMarkdown(fold(text)))
    .replace(HALF_TITLE, "")
    .replace(/^["“”']+|["“”']+$/g, "")
    .replace(/(?:[;,:]|\s+dan\s*$|\.(?=\s*$))+\s*$/i, (end) =>
      /^\.$/.test(end.trim()) ? "" : end.replace(/[;,:.\s]|\bdan\b/gi, ""),
    )
    .trim();

/** A service counted by a word: "Layanan 1: …". */
const COUNTED =
  /^(?:service|(?:pe)?layanan|tabel)\s+(?:ke-?\s?|nomor\s+|no\.?\s*)?(\d{1,3})\s*[:.–-]\s*(?=\S)/i;

export const numberAndName = remembered((text): { no: string | null; name: string } => {
  const plain = fold(stripMarkdown(fold(text)));
  const levels = /^(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=[A-Za-z])/.exec(plain);
  if (levels) return { no: levels[1] as string, name: cleanName(plain.slice(levels[0].length)) };
  const mark = enumerator(plain);
  if (mark) return { no: mark.mark, name: cleanName(plain.slice(mark.length)) };
  const counted = COUNTED.exec(plain);
  if (counted) return { no: counted[1] as string, name: cleanName(plain.slice(counted[0].length)) };
  const chapter = /^BAB\s+([IVX]{1,5})\s*[.:–-]?\s+(?=[A-Za-z])/i.exec(plain);
  if (chapter) return { no: chapter[1] as string, name: cleanName(plain.slice(chapter[0].length)) };
  const bare = /^(\d{1,2})\s+(?=[A-Z])/.exec(plain);
  if (bare) return { no: bare[1] as string, name: cleanName(plain.slice(bare[0].length)) };
  return { no: null, name: cleanName(plain) };
});

/** A regulation as it is cited: an item of a legal basis that names no service. */
const CITED =
  /^(?:undang|peraturan|keputusan|instruksi|ketetapan|per(?:men|da|bup|wal|pres|gub)).{0,120}\b(?:nomor|no\.?)\s*\d{1,4}\s*(?:tahun|\/)/i;
/** Words behind which a sentence goes on. */
const GOES_ON = /\b(?:tentang|dan|atau|serta|untuk|dengan|pada|dalam|kepada|oleh|yang|nomor|tahun)\s*$/i;

/** Do these rows print a sentence of a list, and no name: a citation, or the end of what the row above begins? */
export const isWithinSentence = (all: readonly Features[], from: number, name: string): boolean => {
  if (CITED.test(name)) return true;
  const above = all[from - 1];
  const own = all[from];
  return (
    own?.gap === 0 && own.row.kind === "prose" && above?.row.kind === "prose" && GOES_ON.test(above.text)
  );
};

/** One text, in a line of its own or in a caption row of a table. */
export const isSingle = (features: Features): boolean =>
  !features.row.separator &&
  !features.row.foot &&
  features.filled.length >= 1 &&
  features.filled.length <= (features.row.kind === "prose" ? 1 : 3);

/** A row's words without mark-up and the signs of a heading. */
export const plainText = ({ text }: Features): string => plainOf(text);

export const plainOf = remembered((text) => {
  const plain = fold(stripMarkdown(undecorated(text).replace(/^\s*[-•*]\s+/, "")));
  return misreadOpening(plain) ?? plain;
});

/** What converters print around a heading: signs of its level, and the name under which links find it. */
const DECORATION =
  /^\s*(?:[=*]{2,6}\s+|h[1-6](?:\([^()]{0,200}\))?\.\s+)|\s*\{[^{}]{0,300}\}\s*$|\s+\[[a-z0-9-]{4,120}\]\s*$|\s*\[\^[\w-]{1,20}\]\s*$|\s+[=*]{2,6}\s*$/g;
const MAY_BE_DECORATED = /^\s*(?:={2}|\*{2,6}\s|h\d)|[}\]=*]\s*$/;

const undecorated = (text: string): string =>
  MAY_BE_DECORATED.test(text) ? text.replace(DECORATION, "") : text;

/** A caption of a table that says no more than that it is one: "Tabel 3. Komponen Standar Pelayanan", in brackets too. */
export const isBareCaption = (features: Features): boolean => {
  // The text of a row is made when it is asked for.
  if (features.row.kind !== "prose" || features.filled.length !== 1 || features.long) return false;
  const { text } = features;
  if (!MAY_BE_CAPTION.test(text)) return false;
  const own = text.replace(/^\s*\[([^[\]]*)\]\s*$|^\s*:\s/, "$1");
  const bare = numberAndName(plainOf(own)).name;
  return TITLE.test(bare);
};
const MAY_BE_CAPTION = /^[^a-z]{0,6}(?:tabel|table|komponen|standar)\b/i;

/** A table's caption: "Tabel 3. Standar Pelayanan …". */
const CAPTION = /^tabel\s+(\d{1,3})\s*[.:–-]\s*(?=standar\b|jenis\b|nama\b)/i;

export const explicitName = (features: Features, opens: () => boolean): string | null => {
  if (!(isSingle(features) || isNamedRow(features)) || !beginsExplicit(features.row)) return null;
  if (features.text.length > MAX_HEADING) return null;
  if (features.tableHead) return null;
  let text = plainText(features);
  if (!MAY_BE_EXPLICIT.test(features.text) && !MAY_BE_EXPLICIT.test(text)) return null;
  // "1 | Nama Layanan | …": the table's own first row names the service.
  if (features.row.kind === "table" && features.filled.length > 1)
    text = text.replace(/^(?:\d{1,2}|[A-Z]|[IVX]{1,5})\s*[.)]?\s*(?=nama\b|jenis\b)/i, "");
  const caption = CAPTION.exec(text);
  const mark = enumerator(text);
  if (caption) text = `${text.slice(caption[0].length)}\u0000${caption[1]}`;
  else if (mark && /^(?:jenis|nama|standar)/i.test(text.slice(mark.length)))
    text = `${text.slice(mark.length)}\u0000${mark.mark}`;
  const [body = "", outer] = text.split("\u0000");
  // Beside each other such words are the end of a label and an item: "Pelayanan | 2. Rapat".
  const counted = features.filled.length === 1 ? COUNTED.exec(body) : null;
  if (counted && /^(?:pe)?layanan/i.test(body) && opens())
    return `${counted[1]}. ${body.slice(counted[0].length)}`;
  const match = EXPLICIT.exec(body);
  if (match) {
    const rest = (match[1] as string).replace(/^[\s:：|]+/, "");
    const separated = /[:：=]/.test(body.slice(0, body.length - rest.length + 1));
    // "Jenis layanan yang …" is a sentence; a name is set off by a colon, a number or a capital.
    if (rest !== "" && !separated && !enumerator(rest) && !/^[A-Z0-9*"“]/.test(rest)) return null;
    return outer && rest && !enumerator(rest) ? `${outer}. ${rest}` : rest;
  }
  if (isTitle(body) && opens()) return "";
  const standard = STANDARD.exec(body);
  if (
    standard &&
    features.candidates.length === 0 &&
    /^[A-Z0-9"“(]/.test(standard[1] as string) &&
    opens() &&
    !STANDARD_OF_UNIT.test(standard[1] as string)
  ) {
    const rest = standard[1] as string;
    if (rest.length <= 220) return outer ? `${outer}. ${rest}` : rest;
  }
  return null;
};

const MAX_BAGIAN_LETTERS = 110;
/** Quick looks that spare most rows the patterns. */
const MAY_BE_BAGIAN = /bagian|biro|bidang|seksi|unit|instalasi/i;
const MAY_BE_EXPLICIT =
  /^[^a-z]{0,9}(?:tabel\s+\d{1,3}\s*[.:–-]\s*|[a-z][.)]\s*|[ivx]{1,5}[.)]?\s+)?[^a-z]{0,4}(?:jenis|nama|judul|(?:pe)?layanan|standar|komponen)/i;

/** A colon in a cell of its own parts what a row names from its name. */
const hasSignCell = ({ row, filled }: Pick<Features, "row" | "filled">): boolean =>
  filled.some((at) => /^\s*[:：=]\s*$/.test(row.cells[at]?.text ?? ""));

/** "I | Jenis Pelayanan | : | …": number, sign and name in cells of their own. */
const isNamedRow = ({ row, filled }: Features): boolean =>
  row.kind === "table" && !row.separator && filled.length === 4 && hasSignCell({ row, filled });

/** A line of its own, or a caption row of a table with or without its number. */
export const isLoneText = (features: Features): boolean => {
  if (!isSingle(features)) return false;
  const { length } = features.filled;
  return (
    length === 1 ||
    (length === 2 && features.number?.own === true && features.number.cell === features.filled[0])
  );
};

/** Number and name of a heading's text, the words "Standar Pelayanan" before the name left out. */
export const cleanHeading = (text: string): { no: string | null; name: string } => {
  const { no, name } = numberAndName(text);
  const standard = STANDARD.exec(name);
  if (!standard || STANDARD_OF_UNIT.test(standard[1] as string)) return { no, name };
  const own = numberAndName(standard[1] as string);
  return { no: own.no ?? no, name: own.name };
};

const WORD = /[a-z]{2}/i;
/** Characters of a heading's opening words at most. */
const MAX_OPENING = 60;
const ROMAN_CELL = /^\s*[IVX]{2,5}\s?[.)]?\s*$/;
const EXPLICIT_WORD = /(?:tabel|jenis|nama|judul|(?:pe)?layanan|standar|komponen)/iy;

/** The row's first word is one with which `MAY_BE_EXPLICIT` begins: seen in the cells, before their text is made. */
const beginsExplicit = (row: Row): boolean => {
  for (const { text } of row.cells) {
    const at = text.search(WORD);
    if (at < 0 || (text.length < 9 && ROMAN_CELL.test(text))) continue;
    EXPLICIT_WORD.lastIndex = at;
    return EXPLICIT_WORD.test(text) || misreadOpening(text.slice(at, at + MAX_OPENING)) !== null;
  }
  return false;
};

/** The bagian named by a heading row, as printed, or null. */
export const bagianName = (features: Features): string | null => {
  if (!isSingle(features) || features.text.length > 240) return null;
  if (features.filled.length > 2 && !hasSignCell(features)) return null;
  let text = plainText(features);
  if (!MAY_BE_BAGIAN.test(text) || isChapter(text)) return null;
  const mark = enumerator(text);
  if (mark) text = text.slice(mark.length);
  const match = BAGIAN.exec(text);
  // In small letters a sentence goes on: "… petugas yang berkompeten di / bidang tugasnya".
  if (!match || /^[a-z]/.test(text)) return null;
  const name = cleanName((match[1] as string).replace(AFTER_BAGIAN, ""));
  if (
    hasLetters(name, MAX_BAGIAN_LETTERS + 1) ||
    name === name.toLowerCase() ||
    /[.;]\s+\S|\d{3,}|\b(?:yang|adalah|telah|untuk|kepada|melalui|akan)\b/i.test(name)
  )
    return null;
  return name;
};

/** Is a name that of a unit ("Bidang Rehabilitasi Sosial")? */
export const namesUnit = (name: string): boolean =>
  /^\p{Lu}/u.test(name) && BAGIAN.test(name) && !hasLetters(name, MAX_BAGIAN_LETTERS + 1);

/** Letters of the listed names. */
export type KnownKeys = readonly Paired[];

export const knownKeys = (names: readonly string[]): KnownKeys => names.map((name) => paired(letters(name)));

/** Likeness from which a line counts as a name of the decree's own list. */
export const KNOWN = 0.72;

/** Likeness of a name to the listed name that it is most like; 0 below `least`. */
export const bestKnown = (name: string, known: KnownKeys, least = 0): number => {
  const own = paired(letters(name));
  const { length } = own.text;
  let best = 0;
  for (const other of known) {
    if (Math.abs(other.text.length - length) > Math.max(other.text.length, length) * 0.5) continue;
    const most = likenessAtMost(own, other);
    if (most <= best || most < least) continue;
    best = Math.max(best, likeness(own.text, other.text, Math.max(best, least)));
  }
  return best;
};

/** Words with which the name of a service begins. */
export const SERVICE_WORD =
  /^(?:layanan|pelayanan|fasilita|penyusunan|pendampingan|konsultasi|pembuatan|penerbitan|pengelolaan|penanganan|pemberian|pengajuan|penyelenggaraan|koordinasi|rekomendasi|izin|ijin|permohonan|sewa|evaluasi|administrasi)/i;
