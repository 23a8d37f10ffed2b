import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { ReadingJson } from "#app/reader/schema.ts";
import type { Judged } from "./confidence.ts";
import { align, bagianKey, letters, ratio, wordLetters } from "./likeness.ts";
import { measureDecrees, measureFindings, NULL_CODES } from "./measure-findings.ts";
import type { Truth, TruthPart, TruthService } from "./model.ts";

export interface Measure {
  services: number;
  found: number;
  extra: number;
  tp: number;
  fp: number;
  fn: number;
  /** Components present in truth and reading, and those whose letters are the same. */
  content: number;
  contentOk: number;
  /** Sum of the overlap of line ranges (0-1 each) over `content`. */
  overlap: number;
  bagianOk: number;
  namesOk: number;
  nulls: number;
  nullsOk: number;
  decreesOk: boolean;
  judged: Judged[];
  /** Each difference in one sentence. */
  misses: string[];
}

const overlapOf = (a: readonly [number, number], b: readonly [number, number]): number => {
  const shared = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1);
  const union = a[1] - a[0] + 1 + (b[1] - b[0] + 1) - shared;
  return union > 0 ? shared / union : 0;
};

/** Lines of `range` that bear text: those of mere tags and blank ones at its edges say nothing. */
function trimmed(range: readonly [number, number], source: readonly string[]): readonly [number, number] {
  const says = (line: number) =>
    /[\p{L}\p{N}]/u.test((source[line - 1] ?? "x").replace(/<\/?[A-Za-z][^<>]*>/g, ""));
  let [first, last] = range;
  while (first < last && !says(first)) first += 1;
  while (last > first && !says(last)) last -= 1;
  return [first, last];
}

/** Overlap with the content's lines, or with those of label and content: both ways of counting are right. */
export function lineOverlap(part: TruthPart, got: readonly [number, number]): number {
  const [first, last] = part.lines;
  const label = part.labelLines ?? part.lines;
  const starts = [first, Math.min(first, label[0])];
  const ends = [last, Math.max(last, label[1])];
  return Math.max(...starts.flatMap((a) => ends.map((b) => overlapOf([a, b], got))));
}

/** Holds a reading against the truth: presence, letters, lines, names, reasons. */
export function measure(reading: ReadingJson, truth: Truth, source: readonly string[] = []): Measure {
  const pairs = align(truth.services, reading.services);
  const m: Measure = {
    services: truth.services.length,
    found: pairs.length,
    extra: reading.services.length - pairs.length,
    ...{
      tp: 0,
      fp: 0,
      fn: 0,
      content: 0,
      contentOk: 0,
      overlap: 0,
      bagianOk: 0,
      namesOk: 0,
      nulls: 0,
      nullsOk: 0,
    },
    decreesOk: reading.decrees.length === truth.decrees.length,
    judged: [],
    misses: [],
  };
  if (!m.decreesOk) m.misses.push(`decrees: ${truth.decrees.length} wanted, ${reading.decrees.length} read`);
  const pairedTruth = new Set(pairs.map((p) => p[0]));
  const pairedRead = new Set(pairs.map((p) => p[1]));
  truth.services.forEach((service, i) => {
    if (pairedTruth.has(i)) return;
    m.misses.push(`service not found: ${service.name} (line ${service.line})`);
    m.fn += COMPONENT_KEYS.filter((key) => service.components[key]).length;
  });
  reading.services.forEach((service, j) => {
    if (pairedRead.has(j)) return;
    m.misses.push(`service that is not there: ${service.name} (line ${service.line})`);
    m.fp += COMPONENT_KEYS.filter((key) => service.components[key]).length;
  });
  for (const [i, j] of pairs) measureService(m, truth.services[i] as TruthService, reading, j, source);
  m.misses.push(...measureFindings(reading, truth, pairs), ...measureDecrees(reading, truth));
  return m;
}

function measureService(
  m: Measure,
  want: TruthService,
  reading: ReadingJson,
  index: number,
  source: readonly string[],
): void {
  const got = reading.services[index];
  if (!got) return;
  const at = `line ${want.line} ${want.name.slice(0, 40)}`;
  const named = ratio(letters(want.name), letters(got.name)) >= 0.97;
  m.namesOk += named ? 1 : 0;
  if (!named) m.misses.push(`name ${at}: read "${got.name}"`);
  const bagian = bagianKey(want.bagian) === bagianKey(got.bagian);
  m.bagianOk += bagian ? 1 : 0;
  if (!bagian) m.misses.push(`bagian ${at}: ${want.bagian} wanted, ${got.bagian} read`);
  if (
    want.no !== null &&
    got.no !== null &&
    letters(want.no) + want.no.replace(/\D/g, "") !== letters(got.no) + got.no.replace(/\D/g, "")
  )
    m.misses.push(`number ${at}: ${want.no} wanted, ${got.no} read`);
  if (want.decree !== undefined && want.decree !== got.decree)
    m.misses.push(`decree of ${at}: ${want.decree} wanted, ${got.decree} read`);
  for (const key of COMPONENT_KEYS) {
    const part = want.components[key];
    const read = got.components[key];
    if (part && read) measurePart(m, part, { ...read, lines: trimmed(read.lines, source) }, `${at} / ${key}`);
    else if (part) {
      m.fn += 1;
      m.misses.push(`absent ${at} / ${key}: "${part.text.slice(0, 40)}" stands on line ${part.lines[0]}`);
    } else if (read) {
      m.fp += 1;
      m.judged.push({ right: false, confidence: read.confidence });
      m.misses.push(`false ${at} / ${key}: read "${read.text.slice(0, 60)}"`);
    } else measureNull(m, want, reading, index, key, at);
  }
}

function measurePart(
  m: Measure,
  part: TruthPart,
  read: { text: string; confidence: number; lines: readonly [number, number] },
  at: string,
): void {
  m.tp += 1;
  m.content += 1;
  const want = wordLetters(part.text);
  const got = wordLetters(read.text);
  m.judged.push({ right: want === got, confidence: read.confidence });
  if (want === got) m.contentOk += 1;
  else m.misses.push(`content ${at}: "${shown(part.text)}" wanted, "${shown(read.text)}" read`);
  const overlap = lineOverlap(part, read.lines);
  m.overlap += overlap;
  if (overlap < 0.99)
    m.misses.push(`lines ${at}: ${part.lines.join("-")} wanted, ${read.lines.join("-")} read`);
}

const shown = (text: string) => {
  const flat = text.replace(/\s+/g, " ");
  return flat.length > 110 ? `${flat.slice(0, 55)} … ${flat.slice(-50)}` : flat;
};

function measureNull(
  m: Measure,
  want: TruthService,
  reading: ReadingJson,
  index: number,
  key: ComponentKey,
  at: string,
): void {
  const due = want.nulls[key];
  if (!due) return;
  m.nulls += 1;
  const codes = reading.findings
    .filter(
      (f) => f.service === index && f.component === key && (NULL_CODES as readonly string[]).includes(f.code),
    )
    .map((f) => f.code);
  if (codes.length === 1 && codes[0] === due) m.nullsOk += 1;
  else m.misses.push(`finding ${at} / ${key}: ${due} wanted, ${codes.join(" + ") || "none"} found`);
}

/** F1 of components in percent; 100 where there is none and none was read. */
export const f1 = (m: Measure): number =>
  m.tp + m.fp + m.fn === 0 ? 100 : (200 * m.tp) / (2 * m.tp + m.fp + m.fn);

export const contentShare = (m: Measure): number => (m.content ? (100 * m.contentOk) / m.content : 100);
export const linesShare = (m: Measure): number => (m.content ? (100 * m.overlap) / m.content : 100);

/** The sum of several measures, with all their differences. */
export function addMeasures(all: readonly Measure[]): Measure {
  const [first, ...rest] = all;
  if (!first) throw new Error("nothing was measured");
  const sum = {
    ...first,
    misses: all.flatMap((m) => m.misses),
    judged: all.flatMap((m) => m.judged),
    decreesOk: all.every((m) => m.decreesOk),
  };
  for (const m of rest) {
    for (const key of Object.keys(m) as (keyof Measure)[]) {
      if (typeof m[key] === "number") (sum[key] as number) += m[key] as number;
    }
  }
  return sum;
}
