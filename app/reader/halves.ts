import type { Features } from "./assign/features.ts";
import { COMPONENT_KEYS, type ComponentKey, INNER_KEYS, PUBLIC_KEYS } from "./components.ts";
import { CONTINUED } from "./marks.ts";
import type { Table, TableComponent } from "./table.ts";
import { letters } from "./text.ts";

/** A half has so many of its components at least. */
const LEAST = 3;

/** The first halves of all services may stand in one place and the second ones in another: both are one table. */
export const joinHalves = (tables: Table[]): void => {
  const byName = new Map<string, Table>();
  for (let at = 0; at < tables.length; at++) {
    const table = tables[at] as Table;
    const printed = table.heading?.name ?? "";
    const continued = CONTINUED.test(printed);
    const name = letters(continued ? printed.replace(CONTINUED, "") : printed);
    if (name === "") continue;
    const first = byName.get(name);
    const keys = COMPONENT_KEYS.filter((key) => table.components[key]);
    const joins =
      first?.bagian === table.bagian &&
      (continued ? keys.every((key) => !first.components[key]) : isOtherHalf(first, keys));
    if (!joins) {
      byName.set(name, table);
      continue;
    }
    for (const key of keys) first.components[key] = table.components[key] as TableComponent;
    tables.splice(at--, 1);
  }
};

/** All of one half stands in the one table and all of the other in the other. */
const isOtherHalf = (first: Table, keys: readonly ComponentKey[]): boolean => {
  const isInner = (key: ComponentKey): boolean => INNER_KEYS.includes(key);
  const had = COMPONENT_KEYS.filter((key) => first.components[key]);
  const inner = keys.every(isInner);
  if (had.length < LEAST || keys.length < LEAST) return false;
  return (inner || !keys.some(isInner)) && had.every((key) => isInner(key) !== inner);
};

const FOR_ALL = /\b(?:semua|seluruh|setiap|masing-masing)\s+(?:jenis\s+)?(?:pe)?layanan\b/i;
/** So many tables without their own inner half stand before the last one, where no title groups them. */
const LEAST_UNTITLED = 2;
/** Words that say so are a title or a line. */
const MAX_WORDS = 300;

const partsOf = (table: Table, keys: readonly ComponentKey[]): TableComponent[] =>
  keys.flatMap((key) => table.components[key] ?? []);

const hasInner = ({ components }: Table): boolean => INNER_KEYS.some((key) => components[key] !== undefined);

const firstOf = (parts: readonly TableComponent[]): number =>
  parts.reduce((least, part) => Math.min(least, part.indexes[0] as number), Number.POSITIVE_INFINITY);
const lastOf = (parts: readonly TableComponent[]): number =>
  parts.reduce((most, part) => Math.max(most, part.indexes.at(-1) as number), -1);

/** The tables that an inner half may hold for: from `first` to the one that prints it. */
interface Group {
  first: number;
  at: number;
  /** Words say that it holds for all. */
  said: boolean;
}

/** The tables that share the inner half of table `at`; that one alone where nothing shows more. */
const groupOf = (tables: readonly Table[], at: number, all: readonly Features[]): Group | null => {
  const table = tables[at] as Table;
  if (!hasInner(table)) return null;
  const alone = { first: at, at, said: false };
  if (at === 0 || hasInner(tables[at - 1] as Table)) return alone;
  const own = partsOf(table, PUBLIC_KEYS);
  const inner = partsOf(table, INNER_KEYS);
  const [from, to] = [lastOf(own) + 1, firstOf(inner)];
  if (own.length < LEAST || inner.length < LEAST || from >= to) return alone;
  const between = all.slice(from, to);
  const said = between.some(({ long, text }) => !long && text.length <= MAX_WORDS && FOR_ALL.test(text));
  if (!said && !between.some(({ half }) => half === "pengelolaan")) return alone;
  let first = at;
  while (first > 0 && !isTitled(tables, first, all)) {
    const above = tables[first - 1] as Table;
    if (hasInner(above) || partsOf(above, PUBLIC_KEYS).length < LEAST) break;
    first--;
  }
  // Without a title above them all they are one group where all tables of the annex are, and no title parts them.
  const whole = first === 0 && at === tables.length - 1 && at >= LEAST_UNTITLED;
  return said || isTitled(tables, first, all) || whole ? { first, at, said } : alone;
};

/** The first half's title stands between this table and the one above. */
const isTitled = (tables: readonly Table[], at: number, all: readonly Features[]): boolean => {
  const above = at > 0 ? lastOf(partsOf(tables[at - 1] as Table, COMPONENT_KEYS)) : -1;
  const top = firstOf(partsOf(tables[at] as Table, COMPONENT_KEYS));
  return all.slice(above + 1, top).some(({ half }) => half === "penyampaian");
};

/**
 * The half on the unit's own affairs (Permenpan RB 15/2014, the eight components of managing a service) printed once behind
 * the first halves of several services holds for each of them, not for the last one alone. The titles tell: the first
 * half's stands once above them all, the second's behind them all; or words say that it holds for all services. Where it
 * is printed it stays the last one's own. Among many tables that print both halves a few that do not have lost theirs.
 */
export const shareInnerHalves = (tables: readonly Table[], all: readonly Features[]): void => {
  const groups = tables.flatMap((_, at) => groupOf(tables, at, all) ?? []);
  const alone = groups.filter(({ first, at }) => first === at).length;
  const grouped = groups.reduce((sum, { first, at }) => sum + (first < at ? at - first + 1 : 0), 0);
  for (const { first, at, said } of groups) {
    if (grouped <= alone && !said) continue;
    for (let other = first; other < at; other++)
      for (const key of INNER_KEYS) {
        const part = (tables[at] as Table).components[key];
        if (part) (tables[other] as Table).components[key] = { ...part, shared: true };
      }
  }
};
