import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { contentEvidence } from "./evidence.ts";
import { matchLabels, mayBeLabel } from "./labels/match.ts";
import type { Printed } from "./printed.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";
import { enumerator } from "./text.ts";

/**
 * Components whose content seems to hold their neighbour's. A converter may print the labels of several rows before the
 * contents of all of them, drop a row's label, or set a list's marks apart from its words: then no reading is sure, and
 * what stands below a label may be another's. Nothing is moved here; it is said.
 */

/** A list's mark alone on its line: its words stand elsewhere. */
const LONE_MARK = /^\s*(?:\(?(?:\d{1,2}|[a-z])\s?[.)]|[-–•▪✓])\s*$/;
const LONE_NUMBER = /^\s*\d{1,2}\s?[.)]?\s*$/;
const SIGN = /^[-–•▪✓“»«]\s+/;
/** Components so many places apart in their table are neighbours. */
const NEAR = 2;
/** Words of a label that begins so are one. */
const LIKE = 0.9;
const MIN_LETTERS = 8;
/** So many labels on lines of their own make a table whose rows may have come apart. */
const MIN_LOOSE = 5;
/** So much a class of words must weigh to speak for another component. */
const TELLING = 0.7;
/** Lines of an answer in one sentence at most. */
const SHORT = 2;

/** What by its form alone can be nothing but this component's. */
const FORMS: Partial<Record<ComponentKey, RegExp>> = {
  biaya: /^(?:tidak (?:dipungut|dikenakan|ada) (?:biaya|tarif|retribusi)|gratis\b|rp\.?\s?\d|tanpa biaya)/i,
  dasar_hukum:
    /^(?:undang-undang|peraturan|keputusan|instruksi)\b.{0,80}\bnomor\s+\d+.{0,20}\btahun\s+\d{4}/i,
  jangka_waktu:
    /^(?:(?:paling (?:lama|lambat)|maksimal|selama)\s+)?\d{1,3}\s*(?:\([^()]{2,30}\)\s*)?(?:menit|jam|hari|minggu|bulan)\b/i,
  jumlah_pelaksana: /^\d{1,3}\s*(?:\([^()]{2,30}\)\s*)?orang\b/i,
  pengaduan: /\b(?:telepon\s*\(?\d|whatsapp\s*:?\s*\d|instagram\s*:?\s*@|sp4n|surat elektronik\s*:?\s*\S+@)/i,
};
/** Components that a sentence answers. */
const SINGLE: readonly ComponentKey[] = ["jangka_waktu", "biaya", "jumlah_pelaksana"];
const LAW = /^(?:undang|peraturan|keputusan|instruksi|ketetapan|surat edaran|per(?:men|da|bup|wal|pres))/i;

const isAbsent = ({ presence }: Printed): boolean =>
  presence === "missing" || presence === "blank" || presence === "damaged";

/** The components as their table prints them; those that it lacks stand behind the one before them in the usual order. */
const orderOf = (table: Table): ComponentKey[] => {
  const first = (key: ComponentKey): number | undefined => table.components[key]?.indexes[0];
  const order = COMPONENT_KEYS.filter((key) => first(key) !== undefined).sort(
    (a, b) => (first(a) as number) - (first(b) as number),
  );
  COMPONENT_KEYS.forEach((key, at) => {
    if (order.includes(key)) return;
    const before = COMPONENT_KEYS[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
};

/** The component with whose label a line begins, or null. */
const labelOn = (line: string): ComponentKey | null => {
  const text = line.slice(enumerator(line)?.length ?? 0, 90);
  const match = mayBeLabel(text) ? matchLabels(text)[0] : undefined;
  return match && match.similarity >= LIKE && match.matched >= MIN_LETTERS ? match.key : null;
};

/** A line without the mark of its list. */
const withoutMark = (line: string): string => {
  const text = line.trim();
  return text.slice(enumerator(text)?.length ?? SIGN.exec(text)?.[0].length ?? 0);
};

/** A list of one kind of marks begins anew, though nothing announces it. */
const restarts = (lines: readonly string[]): boolean => {
  let kind: string | null = null;
  let last = 0;
  let again = false;
  for (const [at, line] of lines.entries()) {
    const mark = enumerator(line);
    if (!mark) continue;
    const own = `${mark.kind}${line.slice(0, mark.length).trim().at(-1)}`;
    kind ??= own;
    if (own !== kind) return false;
    if (mark.value === 1 && last > 0 && !/:\s*$/.test(lines[at - 1] ?? "")) again = true;
    last = mark.value;
  }
  return again;
};

/** A list's marks stand apart from its words, and are fewer or more than these. */
const marksLost = (lines: readonly string[]): boolean => {
  const rest = lines.filter((line) => !LONE_MARK.test(line));
  const marks = lines.length - rest.length;
  const bare = rest.filter((line) => withoutMark(line) === line.trim() && !/:\s*$/.test(line)).length;
  return marks > 0 && (rest.length === 0 || bare !== marks);
};

/** Something in a content speaks for another component, or nothing for this one. */
const isDoubtful = (key: ComponentKey, text: string): boolean => {
  const evidence = contentEvidence(text);
  const mine = evidence[key] ?? 0;
  if (mine === 0 || Object.values(evidence).some((one) => one > mine)) return true;
  const lines = text.split("\n");
  if (SINGLE.includes(key) && lines.length > SHORT) return true;
  return lines.some((line, at) => {
    if (at > 0 && !/[.;]\s*$/.test(lines[at - 1] as string)) return false;
    const own = withoutMark(line);
    if (key === "dasar_hukum") return !LAW.test(own);
    const says = contentEvidence(own);
    return says[key] === undefined && Object.values(says).some((one) => one >= TELLING);
  });
};

/** Two numbers of rows stand below each other within the table: their labels and contents are elsewhere. */
const numbersPiled = (table: Table, annex: AnnexReading): boolean => {
  const all = Object.values(table.components).flatMap(({ indexes }) => indexes);
  const to = all.reduce((most, index) => Math.max(most, index), 0);
  let run = 0;
  for (let at = all.reduce((least, index) => Math.min(least, index), to); at <= to; at++) {
    const features = annex.features[at];
    run = features?.row.kind === "prose" && LONE_NUMBER.test(features.text) ? run + 1 : 0;
    if (run === 2) return true;
  }
  return false;
};

/** A list begins with its second item or a later one: what stands before it is elsewhere. */
const beginsLate = (line: string): boolean =>
  /^\(?[2-9b-f][.)]/.test(line) && (enumerator(line)?.value ?? 0) > 1;

/** Lines of more than one sentence. */
const isSeveral = (lines: readonly string[]): boolean =>
  lines.some((line, at) => at > 0 && /^[A-Z]/.test(line) && /[.;]\s*$/.test(lines[at - 1] as string));

/** The absent components of which something seems to stand in the content at `place` of the table's order. */
const heldBy = (
  table: Table,
  order: readonly ComponentKey[],
  place: number,
  lines: readonly string[],
  printed: Record<ComponentKey, Printed>,
  loose: boolean,
): { other: ComponentKey; named: boolean }[] => {
  const key = order[place] as ComponentKey;
  // Where a row belonged of which nothing is left, its table does not tell.
  const isNear = (other: ComponentKey): boolean => Math.abs(order.indexOf(other) - place) <= NEAR;
  const absent = order.filter(
    (other) => isAbsent(printed[other]) && (isNear(other) || printed[other].presence === "missing"),
  );
  if (absent.length === 0) return [];
  // Lines that were joined to one sentence are looked at as they were printed.
  const rows = (table.components[key] as TableComponent).rows.slice(1).map(({ features }) => features.text);
  const labels = new Set(rows.map(labelOn));
  const several = (loose && SINGLE.includes(key) && isSeveral([...lines, ...rows])) || restarts(lines);
  const has = (form: RegExp | undefined): boolean =>
    loose && form !== undefined && [...lines, ...rows].some((line) => form.test(withoutMark(line)));
  return absent.flatMap((other) => {
    const named = labels.has(other) && isNear(other);
    return labels.has(other) || (several && isNear(other)) || has(FORMS[other]) ? [{ other, named }] : [];
  });
};

/**
 * The components of a table whose contents may be mixed with their neighbours'. One without content is among them only
 * where its label stands within another's content, or the table has surely come apart: else nothing may have been printed.
 */
export const mixedComponents = (
  table: Table,
  printed: Record<ComponentKey, Printed>,
  annex: AnnexReading,
): ReadonlySet<ComponentKey> => {
  const mixed = new Set<ComponentKey>();
  /** Components without content that may stand in another's. */
  const empty = new Set<ComponentKey>();
  const order = orderOf(table);
  const rowOf = (key: ComponentKey) => table.components[key]?.rows[0]?.features.row;
  const isProse = (key: ComponentKey): boolean => rowOf(key)?.kind === "prose";
  let blanks = 0;
  let apart = 0;
  for (const [place, key] of order.entries()) {
    const { presence, text } = printed[key];
    const next = order[place + 1];
    if ((presence === "blank" || presence === "placeholder") && isProse(key) && next && isProse(next)) {
      const held = printed[next].presence === "present" ? printed[next].text : "";
      const two = held.includes("\n") && (presence === "blank" || isDoubtful(next, held));
      if (presence === "blank") blanks++;
      if (two || contentEvidence(held)[key] !== undefined) {
        mixed.add(next);
        empty.add(key);
      }
    }
    if (presence !== "present") continue;
    const lines = text.split("\n");
    const rows = (table.components[key] as TableComponent).rows.map(({ features }) => features.row);
    const loose = rows.some(({ kind, columns }) => kind === "prose" || columns !== null);
    const lost = marksLost(lines);
    if (lost) apart++;
    if (lost || (loose && beginsLate(lines[0] as string))) mixed.add(key);
    for (const { other, named } of heldBy(table, order, place, lines, printed, loose)) {
      mixed.add(key);
      (named && loose ? mixed : empty).add(other);
    }
  }
  if (order.filter(isProse).length < MIN_LOOSE) return mixed;
  const piled = numbersPiled(table, annex);
  if (apart > 0) for (const key of empty) mixed.add(key);
  if (apart > 0 || blanks > 1 || piled)
    for (const key of order)
      if (printed[key].presence === "present" && isDoubtful(key, printed[key].text)) mixed.add(key);
  return mixed;
};
