import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { enumerator } from "../text.ts";
import { readTable } from "./annex-list.ts";
import { LISTS_SERVICES, serviceEvidence } from "./clause-evidence.ts";
import { type DeclaredGroup, groupServices, isUnit } from "./declared.ts";
import { isFoot } from "./foot.ts";
import { type ListPiece, piecesOf } from "./items.ts";
import type { Landmark } from "./landmarks.ts";
import { pledgeWords } from "./maklumat.ts";
import { plain, type Seg } from "./seg.ts";

/** One clause of the diktum ("KEDUA : …") or one article, as pieces of text. */
export interface Clause {
  /** Segments, `to` excluded. */
  from: number;
  to: number;
  pieces: ListPiece[];
}

const ORDINAL =
  "KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH|KESEBELAS";
const OPENING = new RegExp(`^\\W*(?:${ORDINAL})\\b[\\s*:.]*`, "i");
/** The next clause's word, set in the margin, may be read at the end of the line above it. */
const CLOSING = new RegExp(`[.;:]\\s+(?:${ORDINAL})\\s*:?\\s*$`);
const ARTICLE = /^(?:PASAL \d+|BAB [IVX]+)$/;

/** Clauses of the segments from `from` to `to` (excluded). */
export const clausesOf = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  from: number,
  to: number,
): Clause[] => {
  const clauses: Clause[] = [];
  let current: Clause | null = null;
  const open = (at: number): Clause => {
    if (current) current.to = at;
    current = { from: at, to, pieces: [] };
    clauses.push(current);
    return current;
  };
  for (let i = from; i < to; i++) {
    if (isFoot(segs, i)) continue;
    const seg = segs[i] as Seg;
    let pieces = piecesOf(seg.row);
    if (marks[i] === "diktum") {
      open(i);
      if (pieces[0]) pieces[0] = { ...pieces[0], text: pieces[0].text.replace(OPENING, "") };
    } else if (ARTICLE.test(seg.key)) {
      open(i);
      continue;
    }
    const closing = pieces.at(-1);
    const closes = closing !== undefined && CLOSING.test(closing.text);
    if (closes) pieces = [...pieces.slice(0, -1), { ...closing, text: closing.text.replace(/\s+\S+$/, "") }];
    (current as Clause | null)?.pieces.push(...pieces.filter(({ text }) => text !== ""));
    if (closes && i + 1 < to) open(i + 1);
  }
  return clauses;
};

/** Words by which each component is named in a clause that enumerates them. */
const STEMS: Record<ComponentKey, RegExp> = {
  persyaratan: /\bpersyaratan\b|\bsyarat\b/i,
  prosedur: /\bprosedur\b|\bmekanisme\b/i,
  jangka_waktu: /\bjangka waktu\b|\bwaktu (?:pe)?(?:layanan|nyelesaian)/i,
  biaya: /\bbiaya\b|\btarif\b/i,
  produk: /\bproduk\b/i,
  pengaduan: /\bpengaduan\b/i,
  dasar_hukum: /\bdasar hukum\b/i,
  sarana: /\bsarana\b/i,
  kompetensi: /\bkompetensi\b/i,
  pengawasan: /\bpengawasan\b/i,
  jumlah_pelaksana: /\bjumlah (?:pelaksana|petugas|pegawai)\b/i,
  jaminan_pelayanan: /\bjaminan (?:pe)?layanan\b/i,
  jaminan_keamanan: /\bjaminan ke(?:amanan|selamatan)\b|\bkeamanan dan keselamatan\b/i,
  evaluasi_kinerja: /\bevaluasi kinerja\b/i,
};
/** A clause that names fewer components speaks of something else. */
const MIN_KEYS = 4;

const keysIn = (clause: Clause): ComponentKey[] => {
  const text = clause.pieces.map((piece) => piece.text).join(" ");
  return COMPONENT_KEYS.filter((key) => STEMS[key].test(text));
};

/** Is this the clause that enumerates the components of every standard? */
const namesComponents = (clause: Clause): boolean => keysIn(clause).length >= MIN_KEYS;

export interface ComponentClause {
  keys: ComponentKey[];
  /** 1-based lines, both included. */
  from: number;
  to: number;
}

/** Components that the decree's own clauses enumerate; null where none does. */
export const componentClauseOf = (
  segs: readonly Seg[],
  clauses: readonly Clause[],
): ComponentClause | null => {
  const naming = clauses.filter(
    (clause) => namesComponents(clause) && !/^[^.]{0,80}\bmaklumat\b/i.test(clause.pieces[0]?.text ?? ""),
  );
  const first = naming[0];
  const last = naming.at(-1);
  if (!first || !last) return null;
  const named = new Set(naming.flatMap(keysIn));
  return {
    keys: COMPONENT_KEYS.filter((key) => named.has(key)),
    from: (segs[first.from] as Seg).line,
    to: (segs[last.to - 1] as Seg).lineTo,
  };
};

export interface DeclaredList {
  groups: DeclaredGroup[];
  /** 1-based lines of the list, both included. */
  from: number;
  to: number;
}

/** Splits a clause into what introduces its list and the list. */
const introAndList = (clause: Clause): { intro: string; list: ListPiece[] } => {
  const at = clause.pieces.findIndex(({ text }) => enumerator(text) !== null || isUnit(text));
  if (at === 0) return { intro: "", list: clause.pieces };
  if (at > 0)
    return {
      intro: clause.pieces
        .slice(0, at)
        .map(({ text }) => text)
        .join(" "),
      list: clause.pieces.slice(at),
    };
  // A list without numbers, or set in the line of its introduction.
  const first = clause.pieces[0];
  const colon = first ? first.text.search(/:\s/) : -1;
  if (first && colon > 0) {
    const rest = plain(first.text.slice(colon + 1));
    return {
      intro: first.text.slice(0, colon),
      list: [{ ...first, text: rest, block: true }, ...clause.pieces.slice(1)],
    };
  }
  return first?.text.endsWith(":")
    ? { intro: first.text, list: clause.pieces.slice(1) }
    : { intro: first?.text ?? "", list: [] };
};

/** The table of services that a clause holds. */
const tableIn = (segs: readonly Seg[], clause: Clause): DeclaredList | null => {
  for (let at = clause.from; at < clause.to; at++) {
    const table = readTable(segs, at, clause.to, true);
    if (table)
      return {
        groups: table.groups,
        from: (segs[table.from] as Seg).line,
        to: (segs[table.to - 1] as Seg).lineTo,
      };
  }
  return null;
};

/** The list of services in the diktum; null where no clause has one. */
export const declaredInClauses = (
  segs: readonly Seg[],
  clauses: readonly Clause[],
  headings: () => ReadonlySet<string>,
): DeclaredList | null => {
  let best: { list: DeclaredList; sum: number } | null = null;
  for (const clause of clauses) {
    if (namesComponents(clause)) continue;
    const table = tableIn(segs, clause);
    if (table) return table;
    const { intro, list } = introAndList(clause);
    const first = list[0];
    const last = list.at(-1);
    if (!first || !last || pledgeWords([intro, ...list.map(({ text }) => text)].join(" ")) >= 4) continue;
    const groups = groupServices(list);
    const sum = serviceEvidence(intro, groups, headings);
    if (sum >= LISTS_SERVICES && (best === null || sum > best.sum))
      best = { list: { groups, from: first.line, to: last.line }, sum };
  }
  return best?.list ?? null;
};
