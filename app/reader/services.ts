import { cleanName } from "./assign/heading-names.ts";
import type { DecreePart } from "./decree/index.ts";
import { remembered } from "./memory.ts";
import type { Table } from "./table.ts";
import { letters, likeness, likenessAtMost, type Paired, paired, words } from "./text.ts";

/** A service of the decree's own list. */
export interface DeclaredService {
  bagian: string | null;
  name: string;
  no: string | null;
  line: number;
}

/** A table with its name, bagian and place in the decree's list settled. */
export interface SettledTable {
  table: Table;
  name: string;
  no: string | null;
  bagian: string | null;
  /** Index into the decree's list; null where the list does not know it. */
  declared: number | null;
  /** The printed name has other letters than the listed one. */
  nameDiffers: boolean;
}

/** Words that lists and annexes exchange freely; they do not tell services apart. */
const GENERIC = /\b(?:pe)?layanan\b|\bfasilitas[i]?\b|\bpublik\b/gi;
const nameKey = (name: string): string => letters(name.replace(GENERIC, " ")) || letters(name);
const bagianKey = remembered((name) => letters(name.replace(/\bbagian\b/gi, " ")));

export const sameBagian = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && likeness(bagianKey(a), bagianKey(b)) >= 0.8;

/** Below this likeness a table's name is not the listed one. */
const SAME_SERVICE = 0.62;
const SAME_BAGIAN_BONUS = 0.12;

/** The declared list in one row, in order. */
export const declaredServices = (part: DecreePart): DeclaredService[] =>
  part.declared.flatMap(({ bagian, services }) => services.map((service) => ({ bagian, ...service })));

/** A likeness that an acronym gives: "Layanan SKM" for "Pengukuran Survei Kepuasan Masyarakat (SKM)". */
const BY_ACRONYM = 0.7;

/** A name as it is compared: its letters, its words, and the words of the acronym that it explains in brackets. */
interface ComparedName {
  key: Paired;
  words: number;
  /** Its words with a blank before and behind each. */
  line: string;
  acronym: string | null;
}

const compared = (name: string): ComparedName => {
  const acronym = /\(([A-Z][A-Za-z-]{2,14})\)/.exec(name)?.[1];
  const all = words(name);
  return {
    key: paired(nameKey(name)),
    words: all.length,
    line: ` ${all.join(" ")} `,
    acronym: acronym ? ` ${words(acronym).join(" ")} ` : null,
  };
};

/** One name explains the acronym that the other, a short one, uses instead of the words. */
const sharesAcronym = (printed: ComparedName, listed: ComparedName): boolean =>
  explains(printed, listed) || explains(listed, printed);

const explains = (long: ComparedName, short: ComparedName): boolean =>
  long.acronym !== null && short.words <= 5 && short.line.includes(long.acronym);

/** Likeness of two names as far as it counts: 0 where it cannot reach `SAME_SERVICE`. */
const nameLikeness = (printed: ComparedName, listed: ComparedName): number => {
  const acronym = sharesAcronym(printed, listed) ? BY_ACRONYM : 0;
  return likenessAtMost(printed.key, listed.key) < SAME_SERVICE
    ? acronym
    : Math.max(acronym, likeness(printed.key.text, listed.key.text, SAME_SERVICE));
};

/** Pairs tables with list entries, best likeness first; each is used once. */
const pairUp = (tables: readonly Table[], list: readonly DeclaredService[]): (number | null)[] => {
  const pairs: { table: number; entry: number; score: number }[] = [];
  const listed = list.map((service) => compared(service.name));
  tables.forEach((table, index) => {
    if (!table.heading?.name) return;
    const printed = compared(table.heading.name);
    list.forEach((service, entry) => {
      const like = nameLikeness(printed, listed[entry] as ComparedName);
      if (like < SAME_SERVICE) return;
      const bonus = sameBagian(table.bagian, service.bagian) ? SAME_BAGIAN_BONUS : 0;
      // Lists and annexes run in the same order: the nearer entry wins a tie.
      const order = 0.02 * Math.abs(index / Math.max(1, tables.length) - entry / Math.max(1, list.length));
      pairs.push({ table: index, entry, score: like + bonus - order });
    });
  });
  pairs.sort((a, b) => b.score - a.score);
  const result: (number | null)[] = tables.map(() => null);
  const used = new Set<number>();
  for (const { table, entry } of pairs) {
    if (result[table] !== null || used.has(entry)) continue;
    result[table] = entry;
    used.add(entry);
  }
  // A table without a name stands for the entry that its neighbours leave open.
  tables.forEach((table, index) => {
    if (table.heading?.name || result[index] !== null) return;
    const before = result.slice(0, index).findLast((entry) => entry !== null) ?? -1;
    const after = result.slice(index + 1).find((entry) => entry !== null) ?? list.length;
    const open = list.findIndex((_, entry) => entry > before && entry < after && !used.has(entry));
    if (open >= 0) {
      result[index] = open;
      used.add(open);
    }
  });
  return result;
};

/** A heading's bagian is overruled where most tables under it belong to another bagian of the list. */
const MAJORITY = 0.6;

const bagianOf = (
  tables: readonly Table[],
  entries: readonly (number | null)[],
  list: readonly DeclaredService[],
): (string | null)[] => {
  const listed = [...new Set(list.map((service) => service.bagian))];
  const only = listed.length === 1 ? listed[0] : null;
  const headed = new Set(tables.flatMap(({ bagian }) => (bagian === null ? [] : [bagianKey(bagian)])));
  const result = tables.map((table, index) => {
    const entry = entries[index];
    // Headings that name several bagian say what a list of one leaves out.
    const unlisted = entry === null && table.bagian !== null && headed.size > 1;
    if (only && !unlisted) return only;
    const declared = entry === null || entry === undefined ? null : (list[entry] as DeclaredService).bagian;
    return table.bagian ?? declared;
  });
  if (only) return result;
  for (let from = 0; from < tables.length; ) {
    let to = from;
    while (to < tables.length && (tables[to] as Table).bagian === (tables[from] as Table).bagian) to++;
    const heading = (tables[from] as Table).bagian;
    if (heading !== null) {
      const votes = new Map<string, number>();
      for (let i = from; i < to; i++) {
        const entry = entries[i];
        const bagian = entry === null || entry === undefined ? null : (list[entry] as DeclaredService).bagian;
        if (bagian !== null) votes.set(bagian, (votes.get(bagian) ?? 0) + 1);
      }
      const [winner, count] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
      if (winner !== null && count >= MAJORITY * (to - from)) {
        // The list's spelling serves for the whole group; a capitalised heading says the same.
        if (!sameBagian(heading, winner)) for (let i = from; i < to; i++) result[i] = winner;
        else if (heading === heading.toUpperCase() && letters(heading) === letters(winner))
          for (let i = from; i < to; i++) result[i] = winner;
      }
    }
    from = to;
  }
  return result;
};

/** A unit that is a service itself: "Instalasi Gawat Darurat", right above its only table. */
const SERVES = /^(?:instalasi|unit)\s/i;

const ownUnit = ({ bagian, underBagian }: Table): string | null =>
  underBagian && bagian !== null && SERVES.test(bagian) ? bagian : null;

/** Settles names, numbers and bagian of a decree's tables with its own list. */
export const settleTables = (
  tables: readonly Table[],
  part: DecreePart,
  titleBagian: string | null,
  /** Name of the only service, where the decree's title gives it. */
  titleName: string | null,
): SettledTable[] => {
  const list = declaredServices(part);
  const entries = pairUp(tables, list);
  const bagian = bagianOf(tables, entries, list);
  return tables.map((table, index) => {
    const entry = entries[index] ?? null;
    const listed = entry === null ? null : (list[entry] as DeclaredService);
    const printed = table.heading?.name ?? null;
    return {
      table,
      name:
        printed ?? (listed ? cleanName(listed.name) : (titleName ?? ownUnit(table) ?? "Layanan tanpa nama")),
      no: table.heading ? table.heading.no : (listed?.no ?? null),
      bagian: bagian[index] ?? titleBagian,
      declared: entry,
      nameDiffers: printed !== null && listed !== null && letters(printed) !== letters(listed.name),
    };
  });
};
