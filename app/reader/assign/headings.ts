import type { ComponentKey } from "../components.ts";
import { isConverterLine, isHeadWord, isNoise, isPageNumber, isParticular } from "../marks.ts";
import { remembered } from "../memory.ts";
import type { Row } from "../rows/index.ts";
import { enumerator, fold, hasLetters, letters, likeness, likenessAtMost, stripMarkdown } from "../text.ts";
import type { Features } from "./features.ts";

/** A heading that opens a service or a bagian; `rows` are the indexes of the rows it stands on. */
export interface Heading {
  kind: "service" | "bagian";
  /** First row, and last row included. */
  from: number;
  to: number;
  no: string | null;
  /** As printed, mark-up, number and closing sign removed; null where the heading names nothing. */
  name: string | null;
  /** The words "Jenis Layanan" or the like stand there. */
  explicit: boolean;
}

/** Names that the decree's own list gives, used to tell a heading from a sentence. */
export interface KnownNames {
  services: readonly string[];
}

const EXPLICIT =
  /^(?:(?:jenis|nama|judul)\s+(?:pe)?layanan(?:\s+publik)?|(?:pe)?layanan\s+(?=:))\s*(?:[:：=.]|[-–]\s)?\s*(.*)$/i;
const STANDARD = /^standar\s+pelayanan(?:\s+publik)?\s*(?:[:：]|[-–]\s)?\s*(.+)$/i;
/** The bare title above a service's name. */
export const TITLE = /^(?:[A-Z]\.\s*)?(?:komponen\s+)?standar\s+(?:pe)?layanan(?:\s+publik)?\s*:?$/i;
/** "Standar pelayanan …" of a whole unit or document is no service. */
const STANDARD_OF_UNIT =
  /^(?:publik\b|pada\b|di\b|bagian\b|sekretariat\b|dinas\b|badan\b|kecamatan\b|kabupaten\b|kota\b|minimal\b|pelayanan publik\b|yang\b|ini\b|sebagaimana\b|adalah\b|meliputi\b)/i;
const BAGIAN =
  /^(?:(?:komponen\s+)?standar\s+pelayanan\s+(?:publik\s+)?|(?:nama\s+)?unit(?:\s+(?:kerja|layanan|pelayanan|organisasi|pelaksana|pengelola|penyelenggara)\s*:?|\s*:)\s*|(?:nama\s+)?bagian\s*:\s*(?=bagian\b)|pada\s+|di\s+lingkungan\s+|komponen\s+)*((?:bagian|biro|sub\s?bagian|sub\s?bidang|bidang|seksi|unit)\s+\S.*)$/i;
const AFTER_BAGIAN = /\s+(?:pada\s+)?(?:sekretariat\s+da[er]+ah|setda)\b.*$/i;
const MAX_HEADING = 420;
/** Rows that may stand between a heading and the table it opens. */
const MAX_ROWS_ABOVE = 6;

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
const COUNTED = /^(?:service|(?:pe)?layanan|tabel)\s+(?:ke-?\s?)?(\d{1,3})\s*[:.–-]\s*(?=\S)/i;

const numberAndName = remembered((text): { no: string | null; name: string } => {
  const plain = fold(stripMarkdown(fold(text)));
  const levels = /^(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=[A-Za-z])/.exec(plain);
  if (levels) return { no: levels[1] as string, name: cleanName(plain.slice(levels[0].length)) };
  const mark = enumerator(plain);
  if (mark) return { no: mark.mark, name: cleanName(plain.slice(mark.length)) };
  const counted = COUNTED.exec(plain);
  if (counted) return { no: counted[1] as string, name: cleanName(plain.slice(counted[0].length)) };
  const bare = /^(\d{1,2})\s+(?=[A-Z])/.exec(plain);
  if (bare) return { no: bare[1] as string, name: cleanName(plain.slice(bare[0].length)) };
  return { no: null, name: cleanName(plain) };
});

/** One text, in a line of its own or in a caption row of a table. */
const isSingle = (features: Features): boolean =>
  !features.row.separator &&
  features.filled.length >= 1 &&
  features.filled.length <= (features.row.kind === "prose" ? 1 : 3);

/** A row's words without mark-up and the signs of a heading. */
export const plainText = ({ text }: Features): string => plainOf(text);

const plainOf = remembered((text) => fold(stripMarkdown(undecorated(text).replace(/^\s*[-•*]\s+/, ""))));

/** What converters print around a heading: signs of its level, and the name under which links find it. */
const DECORATION =
  /^\s*(?:[=*]{2,6}\s+|h[1-6](?:\([^()]{0,200}\))?\.\s+)|\s*\{[^{}]{0,300}\}\s*$|\s+\[[a-z0-9-]{4,120}\]\s*$|\s+[=*]{2,6}\s*$/g;
const MAY_BE_DECORATED = /^\s*(?:={2}|\*{2,6}\s|h\d)|[}\]=*]\s*$/;

const undecorated = (text: string): string =>
  MAY_BE_DECORATED.test(text) ? text.replace(DECORATION, "") : text;

const explicitName = (features: Features, opens: () => boolean): string | null => {
  if (!(isSingle(features) || isNamedRow(features)) || !beginsExplicit(features.row)) return null;
  if (features.text.length > MAX_HEADING) return null;
  if (!MAY_BE_EXPLICIT.test(features.text) || features.tableHead) return null;
  let text = plainText(features);
  // "1 | Nama Layanan | …": the table's own first row names the service.
  if (features.row.kind === "table" && features.filled.length > 1)
    text = text.replace(/^(?:\d{1,2}|[A-Z]|[IVX]{1,5})\s*[.)]?\s*(?=nama\b|jenis\b)/i, "");
  const mark = enumerator(text);
  if (mark && /^(?:jenis|nama|standar)/i.test(text.slice(mark.length)))
    text = `${text.slice(mark.length)}\u0000${mark.mark}`;
  const [body = "", outer] = text.split("\u0000");
  const match = EXPLICIT.exec(body);
  if (match) {
    const rest = (match[1] as string).replace(/^[\s:：|]+/, "");
    const separated = /[:：=]/.test(body.slice(0, body.length - rest.length + 1));
    // "Jenis layanan yang …" is a sentence; a name is set off by a colon, a number or a capital.
    if (rest !== "" && !separated && !enumerator(rest) && !/^[A-Z0-9*"“]/.test(rest)) return null;
    return outer && rest && !enumerator(rest) ? `${outer}. ${rest}` : rest;
  }
  if (TITLE.test(body) && opens()) return "";
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
const MAY_BE_BAGIAN = /bagian|biro|bidang|seksi|unit/i;
const MAY_BE_EXPLICIT =
  /^[^a-z]{0,9}(?:[a-z][.)]\s*|[ivx]{1,5}[.)]?\s+)?[^a-z]{0,4}(?:jenis|nama|judul|(?:pe)?layanan|standar|komponen)/i;

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
const ROMAN_CELL = /^\s*[IVX]{2,5}\s?[.)]?\s*$/;
const EXPLICIT_WORD = /(?:jenis|nama|judul|(?:pe)?layanan|standar|komponen)/iy;

/** The row's first word is one with which `MAY_BE_EXPLICIT` begins: seen in the cells, before their text is made. */
const beginsExplicit = (row: Row): boolean => {
  for (const { text } of row.cells) {
    const at = text.search(WORD);
    if (at < 0 || (text.length < 9 && ROMAN_CELL.test(text))) continue;
    EXPLICIT_WORD.lastIndex = at;
    return EXPLICIT_WORD.test(text);
  }
  return false;
};

/** The bagian named by a heading row, as printed, or null. */
export const bagianName = (features: Features): string | null => {
  if (!isSingle(features) || features.text.length > 240) return null;
  if (!MAY_BE_BAGIAN.test(features.text)) return null;
  if (features.filled.length > 2 && !hasSignCell(features)) return null;
  let text = plainText(features);
  const mark = enumerator(text);
  if (mark) text = text.slice(mark.length);
  const match = BAGIAN.exec(text);
  if (!match) return null;
  const name = cleanName((match[1] as string).replace(AFTER_BAGIAN, ""));
  if (
    hasLetters(name, MAX_BAGIAN_LETTERS + 1) ||
    /[.;]\s+\S|\d{3,}|\b(?:yang|adalah|telah|untuk|kepada|melalui|akan)\b/i.test(name)
  )
    return null;
  return name;
};

/** A label in short ("Syarat"), alone in a cell before the one of its content. */
const fillsCell = ({ row, filled }: Features, one: Features["candidates"][number]): boolean =>
  row.kind === "table" && one.restLetters === 0 && one.cell !== filled.at(-1);

/** Does this row show the first component of a standard, beginning a table? */
const isFirstComponent = (features: Features): boolean =>
  features.candidates.some(
    (one) =>
      one.similarity > 0.8 &&
      ((one.key === "persyaratan" && (one.complete || fillsCell(features, one))) ||
        (one.key === "dasar_hukum" && one.complete && features.number?.value === 1)),
  );

/** How many of the next rows may pass before the first component must appear. */
const OPENING = 5;

/** Components that follow the first one. */
const EARLY: ReadonlySet<ComponentKey> = new Set(["prosedur", "jangka_waktu"]);

/** Rows above in which the label before is looked for. */
const LABEL_ABOVE = 40;

/** The label right above is one of the user's half: what follows is the other half of the same table. */
const endsPublicHalf = (all: readonly Features[], index: number): boolean => {
  for (let i = index - 1; i >= Math.max(0, index - LABEL_ABOVE); i--) {
    const above = (all[i] as Features).candidates.find((one) => one.complete && one.similarity > 0.85);
    if (above) return above.key === "pengaduan";
  }
  return false;
};

/** A long label whose end stands on the next line of its cell. */
const isWrapped = (one: Features["candidates"][number]): boolean => one.restLetters <= 3 && one.matched >= 10;

/** The row numbered 1 above names the law: in a table of that order the requirements are the second row. */
const goesOnAfterLaw = (all: readonly Features[], index: number): boolean => {
  if ((all[index] as Features).number?.value !== 2) return false;
  for (let i = index - 1; i >= Math.max(0, index - LABEL_ABOVE); i--) {
    const above = all[i] as Features;
    const label = above.candidates.find((one) => one.complete && one.similarity > 0.85);
    if (label) return label.key === "dasar_hukum" && above.number?.value === 1;
    if (above.half !== null || above.tableHead) return false;
  }
  return false;
};

const opensTable = (all: readonly Features[], index: number): boolean => {
  const features = all[index] as Features;
  if (isFirstComponent(features)) {
    if (goesOnAfterLaw(all, index)) return false;
    return features.candidates.some((one) => one.key === "persyaratan") || !endsPublicHalf(all, index);
  }
  if (features.number?.value === 1 && features.candidates.some((one) => one.complete && EARLY.has(one.key)))
    return true;
  if (features.half === null && !features.tableHead) return false;
  for (let i = index + 1, seen = 0; i < all.length && seen < OPENING; i++) {
    const next = all[i] as Features;
    if (next.row.separator) continue;
    if (isFirstComponent(next)) return true;
    const labels = next.candidates.filter((one) => one.complete || isWrapped(one));
    if (next.half === null && !next.tableHead && labels.length > 0) {
      // The first row may be missing: under the first half's title its neighbours open the table just as well.
      return (
        labels.some((one) => EARLY.has(one.key)) &&
        (features.half === "penyampaian" || next.number?.value === 1)
      );
    }
    seen++;
  }
  return false;
};

/** Is this the inner half's title with its own first component below it? Elsewhere the two titles may be swapped. */
const opensInnerHalf = (all: readonly Features[], index: number): boolean =>
  (all[index] as Features).half === "pengelolaan" &&
  following(all, index, OPENING)
    .find((next) => next.candidates.some((one) => one.complete))
    ?.candidates.some((one) => one.complete && one.key === "dasar_hukum") === true;

/** Letters of the listed names. */
type KnownKeys = readonly string[];

/** Likeness from which a line counts as a name of the decree's own list. */
export const KNOWN = 0.72;

/** Likeness of a name to the listed name that it is most like; 0 below `least`. */
export const bestKnown = (name: string, known: KnownKeys, least = 0): number => {
  const key = letters(name);
  let best = 0;
  for (const other of known) {
    if (Math.abs(other.length - key.length) > Math.max(other.length, key.length) * 0.5) continue;
    if (likenessAtMost(key, other) <= best) continue;
    best = Math.max(best, likeness(key, other, Math.max(best, least)));
  }
  return best;
};

/** Words with which the name of a service begins. */
export const SERVICE_WORD =
  /^(?:layanan|pelayanan|fasilita|penyusunan|pendampingan|konsultasi|pembuatan|penerbitan|pengelolaan|penanganan|pemberian|pengajuan|penyelenggaraan|koordinasi|rekomendasi|izin|ijin|permohonan|sewa|evaluasi|administrasi)/i;

/** Letters of a name that has no mark-up at most. */
const MAX_NAME_LETTERS = 120;

/**
 * A name with no blank line around it: plain between two tables, or in the first cell right above the next table's head.
 * A sentence that leaves its table ends with a sign.
 */
const standsOverTable = (all: readonly Features[], index: number): boolean => {
  const { row, text, filled } = all[index] as Features;
  const next = all[index + 1];
  if (next?.row.kind !== "table" || hasLetters(text, MAX_NAME_LETTERS) || /[.;,:]\s*$/.test(text))
    return false;
  const plain = plainOf(text);
  if (!/^[A-Z"“(]/.test(plain.slice(enumerator(plain)?.length ?? 0))) return false;
  return row.kind === "table"
    ? filled[0] === 0 && next.tableHead
    : all[index - 1]?.row.kind === "table" && all[index - 1]?.row.table !== next.row.table;
};

const headingLike = (all: readonly Features[], index: number): boolean => {
  const features = all[index] as Features;
  if (!isSingle(features) || features.filled.length !== 1 || features.text.length > MAX_HEADING) return false;
  if (features.candidates.some((one) => one.complete && one.restLetters < 12)) return false;
  const text = plainText(features);
  if (
    isNoise(text) ||
    isHeadWord(numberAndName(text).name) ||
    TITLE.test(text) ||
    !hasLetters(text, 5) ||
    (/[;,]$/.test(text) && !/^\d/.test(text))
  )
    return false;
  const strong =
    features.row.emphasis ||
    SERVICE_WORD.test(numberAndName(text).name) ||
    (text === text.toUpperCase() && hasLetters(text, 9));
  const apart = features.gap > 0 || features.row.kind === "table" || standsOverTable(all, index);
  if (features.row.kind === "table" && standsOverTable(all, index)) return true;
  return strong || (apart && features.row.kind === "prose") || (features.gap > 0 && features.filled[0] === 0);
};

/** All headings of an annex, in order. */
export const findHeadings = (all: readonly Features[], names: KnownNames): Heading[] => {
  const known = names.services.map(letters);
  const headings: Heading[] = [];
  const taken = new Set<number>();
  const add = (heading: Heading): void => {
    headings.push(heading);
    for (let i = heading.from; i <= heading.to; i++) taken.add(i);
  };

  all.forEach((features, index) => {
    if (taken.has(index)) return;
    const rest = explicitName(features, () =>
      [1, 2, 3, 4].some((step) => index + step < all.length && opensTable(all, index + step)),
    );
    if (rest === null) return;
    let to = index;
    let text = rest;
    if (!hasLetters(text, 1)) {
      // "Jenis Layanan" alone: the name stands on the next line.
      const next = all[index + 1];
      if (!next || !isSingle(next) || next.half || next.tableHead || next.filled.length !== 1) return;
      if (next.candidates.some((one) => one.complete && one.restLetters === 0 && one.key === "persyaratan"))
        return;
      // A bare title may stand above a bagian as well as above a service.
      if (
        TITLE.test(plainText(features)) &&
        (bagianName(next) !== null || explicitName(next, () => true) !== null)
      )
        return;
      text = plainText(next);
      to = index + 1;
    }
    to = continuedName(all, to, text, known);
    if (to > index && hasLetters(rest, 1)) text = joinRows(all, index, to, rest);
    else if (to > index + 1) text = joinRows(all, index + 1, to, text);
    const { no, name } = numberAndName(text);
    if (!hasLetters(name, 3)) return;
    add({ kind: "service", from: index, to, no, name, explicit: true });
  });

  for (let index = 0; index < all.length; index++) {
    if (!opensTable(all, index)) continue;
    let above = index - 1;
    let bagianAt = -1;
    const rows: number[] = [];
    let innerTitle = opensInnerHalf(all, index);
    while (above >= 0 && index - above <= MAX_ROWS_ABOVE) {
      const features = all[above] as Features;
      if (taken.has(above)) break;
      if ((isPageNumber(features.text) || isConverterLine(features.text)) && features.filled.length === 1) {
        above--;
        continue;
      }
      if (features.row.separator || features.half || features.tableHead) {
        if (rows.length === 0) {
          if (features.half === "pengelolaan") innerTitle = true;
          above--;
          continue;
        }
        break;
      }
      const unit = bagianName(features) !== null;
      if (unit && bagianAt < 0) bagianAt = above;
      if (rows.length === 0 && features.row.kind === "prose" && isParticular(features.text)) {
        above--;
        continue;
      }
      if (unit) break;
      if (!isSingle(features) || features.filled.length !== 1) break;
      if (features.candidates.some((one) => one.complete && one.similarity > 0.85)) break;
      rows.unshift(above);
      above--;
      // Under the inner half's title the line right above is either the heading or the end of the first half.
      if (innerTitle) break;
    }
    const chosen = chooseHeading(all, rows, known, innerTitle);
    if (chosen) add(chosen);
    if (bagianAt >= 0 && !taken.has(bagianAt)) add(bagianHeading(all, bagianAt));
    else if (rows.length === 0 || chosen)
      markBagianAbove(all, chosen ? chosen.from - 1 : index - 1, taken, add);
  }
  all.forEach((features, index) => {
    if (
      taken.has(index) ||
      !isSingle(features) ||
      features.filled.length !== 1 ||
      features.text.length > MAX_HEADING
    )
      return;
    // The first row may be missing: a listed name, or a heading's mark-up right above the first title, is enough.
    const leads = features.gap > 0 && leadsToTable(all, index);
    const marked = features.row.emphasis && (titleFollows(all, index) || numberOneFollows(all, index));
    if (!leads && !marked) return;
    if (features.half || features.tableHead || bagianName(features) !== null) return;
    if (features.candidates.some((one) => one.complete && one.similarity > 0.85)) return;
    const { no, name } = numberAndName(plainText(features));
    const listed = leads && hasLetters(name, 8) && bestKnown(name, known, LISTED) >= LISTED;
    if (!listed && !(marked && no !== null)) return;
    add({ kind: "service", from: index, to: index, no, name, explicit: false });
  });
  all.forEach((features, index) => {
    if (
      taken.has(index) ||
      features.gap === 0 ||
      features.row.kind !== "prose" ||
      bagianName(features) === null
    )
      return;
    const next = following(all, index, 2).findIndex((row) => row.half !== "pengelolaan");
    // Nothing but a table's title or a service's heading may follow: an address may name a bagian too.
    if (next >= 0 && (titleFollows(all, index) || taken.has(index + 1))) add(bagianHeading(all, index));
  });
  for (const heading of [...headings]) if (heading.kind === "service") climb(all, heading, taken, add);
  return headings.sort((a, b) => a.from - b.from);
};

/** Likeness from which a line says a listed name and nothing else. */
const LISTED = 0.92;

const following = (all: readonly Features[], index: number, count: number): Features[] =>
  all.slice(index + 1, index + 1 + count).filter((features) => !features.row.separator);

const leadsToTable = (all: readonly Features[], index: number): boolean =>
  following(all, index, 4).some(
    (features) =>
      features.half !== null ||
      features.tableHead ||
      features.candidates.some((one) => one.complete && one.similarity > 0.85),
  );

const titleFollows = (all: readonly Features[], index: number): boolean =>
  following(all, index, 3).some((features) => features.half === "penyampaian" || features.tableHead);

/** The row right below a heading's mark-up opens a table: its label is the first one, by number or by itself. */
const numberOneFollows = (all: readonly Features[], index: number): boolean => {
  const next = following(all, index, 2)[0];
  if (!next || !/^\s*#/.test((all[index] as Features).text)) return false;
  const labels = next.candidates.filter((one) => one.complete && one.similarity > 0.9);
  return next.number === null
    ? labels.some((one) => one.key === "persyaratan" || one.key === "prosedur")
    : next.number.value === 1 && labels.length > 0;
};

const bagianHeading = (all: readonly Features[], index: number): Heading => {
  const features = all[index] as Features;
  return {
    kind: "bagian",
    from: index,
    to: index,
    no: enumerator(plainText(features))?.mark ?? null,
    name: bagianName(features),
    explicit: true,
  };
};

/** A bagian heading stands above a service heading, at most a line or two of titles between. */
const markBagianAbove = (
  all: readonly Features[],
  from: number,
  taken: ReadonlySet<number>,
  add: (heading: Heading) => void,
): void => {
  for (let i = from, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const features = all[i] as Features;
    if (taken.has(i)) return;
    if (features.row.separator || features.half || features.tableHead) continue;
    if (bagianName(features) !== null) {
      add(bagianHeading(all, i));
      return;
    }
    if (features.filled.length !== 1 || features.candidates.some((one) => one.complete)) return;
  }
};

/**
 * From a service heading upwards: its name may stand there once more, under a bare title, above the table's own name row;
 * above all that stands the bagian.
 */
const climb = (
  all: readonly Features[],
  heading: Heading,
  taken: ReadonlySet<number>,
  add: (heading: Heading) => void,
): void => {
  const name = letters(heading.name ?? "");
  let from = heading.from - 1;
  for (let i = from, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const features = all[i] as Features;
    if (taken.has(i)) break;
    if (features.row.separator || features.half || features.tableHead) continue;
    if (!isSingle(features) || features.filled.length !== 1) break;
    const text = plainText(features);
    const again = name.length >= 5 && likeness(letters(numberAndName(text).name), name) >= SAME_NAME;
    if (!again && !TITLE.test(text)) break;
    add({ ...heading, from: i, to: i, explicit: false });
    from = i - 1;
  }
  markBagianAbove(all, from, taken, add);
};

/** Likeness from which a second print of a name is the same name. */
const SAME_NAME = 0.85;

/** Text of rows `from` to `to`, where the first contributes `first` only. */
const joinRows = (all: readonly Features[], from: number, to: number, first: string): string => {
  let text = first;
  for (let i = from + 1; i <= to; i++) text += ` ${plainText(all[i] as Features)}`;
  return text;
};

/** A long name runs on over the next lines: taken while it comes closer to a known name, or while its bracket is open. */
const continuedName = (all: readonly Features[], index: number, text: string, known: KnownKeys): number => {
  let to = index;
  let joined = text;
  let score = bestKnown(numberAndName(text).name, known);
  for (let i = index + 1; i <= index + 3 && i < all.length; i++) {
    const next = all[i] as Features;
    if (next.row.kind !== (all[index] as Features).row.kind || !isSingle(next) || next.filled.length !== 1)
      break;
    if (next.half || next.tableHead || next.candidates.length > 0 || enumerator(next.text) || next.gap > 1)
      break;
    const longer = `${joined} ${plainText(next)}`;
    const better = bestKnown(numberAndName(longer).name, known);
    const open = (joined.match(/\(/g)?.length ?? 0) > (joined.match(/\)/g)?.length ?? 0);
    const cut =
      next.gap === 0 &&
      /(?:\b(?:dan|atau|untuk|di|ke|dari|dengan|pada|dalam|oleh|bagi|tentang|serta)|[-/,])$/i.test(
        joined.trim(),
      );
    if (!(better > score + 0.02 || ((open || cut) && score < 0.9))) break;
    joined = longer;
    score = better;
    to = i;
  }
  return to;
};

const chooseHeading = (
  all: readonly Features[],
  rows: readonly number[],
  known: KnownKeys,
  sure: boolean,
): Heading | null => {
  let best: { from: number; to: number; score: number; text: string } | null = null;
  for (let length = 1; length <= Math.min(3, rows.length); length++) {
    for (let at = 0; at + length <= rows.length; at++) {
      const part = rows.slice(at, at + length);
      const text = part.map((row) => plainText(all[row] as Features)).join(" ");
      if (text.length > MAX_HEADING) continue;
      const score = bestKnown(numberAndName(text).name, known, KNOWN);
      if (score >= KNOWN && (!best || score > best.score + 0.01)) {
        best = { from: part[0] as number, to: part.at(-1) as number, score, text };
      }
    }
  }
  if (sure && best && best.score < 0.85) best = null;
  if (!best) {
    const nearest = rows.at(-1);
    if (nearest === undefined) return null;
    if (
      sure &&
      !(
        (all[nearest] as Features).row.emphasis ||
        (known.length === 0 && SERVICE_WORD.test(numberAndName(plainText(all[nearest] as Features)).name))
      )
    )
      return null;
    let from = nearest;
    // The line above opens the heading when this one has no number and follows without a gap.
    const above = rows.at(-2);
    if (
      above !== undefined &&
      !enumerator(plainText(all[nearest] as Features)) &&
      enumerator(plainText(all[above] as Features)) &&
      (all[nearest] as Features).gap === 0
    ) {
      from = above;
    }
    if (!headingLike(all, from)) return null;
    best = { from, to: nearest, score: 0, text: "" };
    best.text = joinRows(all, from, nearest, plainText(all[from] as Features));
  }
  const { no, name } = numberAndName(best.text);
  if (!hasLetters(name, 3)) return null;
  return { kind: "service", from: best.from, to: best.to, no, name, explicit: false };
};
