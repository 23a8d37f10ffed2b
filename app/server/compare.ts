import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { StoredFacts } from "./stored-json.ts";
import type { Cell } from "./views.ts";
import { foldedText, type WordPart, wordDiff } from "./word-diff.ts";

/** One component of one printed table as it goes into a comparison. */
export interface SideComponent {
  cell: Cell;
  /** Null where absent, and where only facts are kept. */
  text: string | null;
  facts: StoredFacts;
}

export interface SideTable<Key> {
  /** What the other side's table is found by. */
  key: Key;
  name: string;
  components: Record<ComponentKey, SideComponent>;
}

/**
 * `isi`: words differ. `angka`: only the read figures could be compared, and they differ. `muncul`, `hilang`: there on one
 * side only. `tidak_terbaca`: one side can't be read, so nothing is said of the other.
 */
export type ComponentChange = "isi" | "angka" | "muncul" | "hilang" | "tidak_terbaca";

export interface ComparedComponent {
  key: ComponentKey;
  change: ComponentChange;
  before: SideComponent;
  after: SideComponent;
  /** Words marked; null where there is no text on both sides, or too much of it to compare. */
  words: WordPart[] | null;
}

export interface ComparedTable<Table> {
  before: Table | null;
  after: Table | null;
  change: "baru" | "tidak_ada_lagi" | "berubah" | "sama";
  /** Printed under another name. */
  renamed: boolean;
  /** Those that differ; none of a service that stands on one side only. */
  components: ComparedComponent[];
}

/** The figures of a component, without its words and lines: equal where the decree promises the same. */
const figures = ({ waktu, tarif, dasar_hukum, ...rest }: StoredFacts): string =>
  JSON.stringify({
    ...rest,
    waktu: waktu?.map(({ min, max, unit, basis, of }) => [min, max, unit, basis, of]),
    tarif: tarif?.map(({ rupiah }) => rupiah),
    dasar_hukum: dasar_hukum?.map(({ type, number, year }) => [type, number, year]),
  });

/** How one component differs; null where it does not, as far as both sides can be compared. */
export function compareComponent(
  key: ComponentKey,
  before: SideComponent,
  after: SideComponent,
): ComparedComponent | null {
  const compared = (change: ComponentChange, words: WordPart[] | null = null): ComparedComponent => ({
    key,
    change,
    before,
    after,
    words,
  });
  const states = [before.cell.state, after.cell.state];
  if (states.includes("T")) return states[0] === states[1] ? null : compared("tidak_terbaca");
  if (states[0] !== states[1]) return compared(states[1] === "ada" ? "muncul" : "hilang");
  if (states[0] === "tidak_ada") return null;
  if (before.text !== null && after.text !== null) {
    if (foldedText(before.text) === foldedText(after.text)) return null;
    return compared("isi", wordDiff(before.text, after.text));
  }
  return figures(before.facts) === figures(after.facts) ? null : compared("angka");
}

/**
 * Two texts, table by table: what the later has and the earlier has not, what differs, in the order of the later text;
 * then what only the earlier has. Each table has one partner at most, the first of its key.
 */
export function compareTables<Table extends SideTable<unknown>>(
  before: readonly Table[],
  after: readonly Table[],
): ComparedTable<Table>[] {
  const waiting = new Map<unknown, Table>();
  for (const table of before) if (!waiting.has(table.key)) waiting.set(table.key, table);
  const found = new Set<Table>();
  const rows = after.map((table): ComparedTable<Table> => {
    const partner = waiting.get(table.key);
    if (!partner) return { before: null, after: table, change: "baru", renamed: false, components: [] };
    waiting.delete(table.key);
    found.add(partner);
    const components = COMPONENT_KEYS.flatMap(
      (key) => compareComponent(key, partner.components[key], table.components[key]) ?? [],
    );
    const renamed = foldedText(partner.name) !== foldedText(table.name);
    const change = components.length > 0 || renamed ? "berubah" : "sama";
    return { before: partner, after: table, change, renamed, components };
  });
  const gone = before.filter((table) => !found.has(table));
  return [
    ...rows,
    ...gone.map(
      (table): ComparedTable<Table> => ({
        before: table,
        after: null,
        change: "tidak_ada_lagi",
        renamed: false,
        components: [],
      }),
    ),
  ];
}
