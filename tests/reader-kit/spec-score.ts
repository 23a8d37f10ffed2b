import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { ReadingJson } from "#app/reader/schema.ts";
import { align, bagianKey, letters, ratio, unescapeHtml } from "./likeness.ts";
import { emptyTally } from "./spec-figures.ts";
import type { Scored, SpecComponent, SpecService, SpecTruth, TruthScore } from "./spec-truth.ts";

const DEFECTS = new Set(
  "missing blank placeholder page_lost not_measurable not_a_completion_time contradiction wrong_content copied foreign_name".split(
    " ",
  ),
);
const TAG = /<\/?[A-Za-z][^<>]*>/g;
const DURATION = /(\d+)\s*(?:\([^)]*\))?\s*(hari|jam|menit|minggu|bulan|tahun)/gi;

/** How often each number stands in a text; digits of every script count, as in the truth's own scorer. */
function digits(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [n] of unescapeHtml(text.replace(TAG, " ")).matchAll(/\p{Nd}+/gu))
    found.set(n, (found.get(n) ?? 0) + 1);
  return found;
}

/** `needle` stands in `hay`; in a scan, something at least 80 % like it does. */
function within(needle: string, hay: string, fuzzy: boolean): boolean {
  if (hay.includes(needle)) return true;
  if (!fuzzy || !needle) return false;
  for (let i = 0; i < Math.max(1, hay.length - needle.length + 1); i++) {
    if (ratio(needle, hay.slice(i, i + needle.length), false) >= 0.8) return true;
  }
  return false;
}

/** Last `n` characters; all of them where there are fewer. */
const last = (text: string, n: number) => text.slice(Math.max(0, text.length - n));

/** Holds a reading against a hand-read truth with the measures of the truth's own scorer. */
export function scoreAgainstTruth(truth: SpecTruth, reading: Scored, source: readonly string[]): TruthScore {
  const pairs = align(truth.services, reading.services);
  const out: TruthScore = { tally: emptyTally(), verdicts: [], misses: [] };
  const t = out.tally;
  t.services = truth.services.length;
  t.found = pairs.length;
  t.extra = reading.services.length - pairs.length;
  t.decrees = truth.decrees.length;
  t.decrees_found = reading.decrees.length;
  const paired = new Set(pairs.map(([, j]) => j));
  reading.services.forEach((service, j) => {
    if (paired.has(j)) return;
    out.misses.push(`service that is not there: line ${service.line} ${service.name.slice(0, 60)}`);
    for (const key of COMPONENT_KEYS) {
      const part = service.components[key];
      if (!part) continue;
      t.fp += 1;
      out.verdicts.push({ key, outcome: "false", confidence: part.confidence, overlap: 0 });
    }
  });
  for (const [i, j] of pairs) scoreService(truth, i, reading, j, source, out);
  const found = new Set(pairs.map(([i]) => i));
  truth.services.forEach((service, i) => {
    if (!found.has(i))
      out.misses.push(`service not found: line ${service.line} ${service.name.slice(0, 60)}`);
  });
  return out;
}

function scoreService(
  truth: SpecTruth,
  i: number,
  reading: Scored,
  j: number,
  source: readonly string[],
  out: TruthScore,
): void {
  const want = truth.services[i] as SpecService;
  const got = reading.services[j] as Scored["services"][number];
  const t = out.tally;
  const at = `line ${want.line} ${want.name.slice(0, 40)}`;
  const near = ratio(letters(want.name), letters(got.name)) >= 0.9;
  t.name_ok += Number(near);
  if (!near) out.misses.push(`name ${at}: read as ${got.name.slice(0, 60)}`);
  scoreDefects(want, reading, j, at, out);
  scoreLevels(want, got.levels, at, out);
  const bagian = bagianKey(want.bagian) === bagianKey(got.bagian);
  t.bagian_ok += Number(bagian);
  if (!bagian) out.misses.push(`bagian ${at}: ${want.bagian} wanted, ${got.bagian} read`);
  for (const key of COMPONENT_KEYS)
    scoreComponent(truth, want.components[key], got.components[key], key, source, at, out);
  scoreFacts(want, got.facts, at, out);
}

function scoreDefects(want: SpecService, reading: Scored, j: number, at: string, out: TruthScore): void {
  if (!want.quality.some((q) => q.code !== undefined)) return;
  const flagged = reading.findings.filter(
    (f) => f.service === j && f.component && DEFECTS.has(f.code) && f.severity !== "note",
  );
  const mine = new Set(flagged.map((f) => f.component as ComponentKey));
  const due = want.quality.filter((q) => q.defect !== false && q.code !== undefined && DEFECTS.has(q.code));
  const soft = new Set(due.map((q) => q.component));
  const firm = new Set(due.filter((q) => !q.uncertain).map((q) => q.component));
  out.tally.flag += mine.size;
  out.tally.firm += firm.size;
  for (const key of mine) {
    if (soft.has(key)) out.tally.flag_ok += 1;
    else out.misses.push(`flag without defect ${at} / ${key}`);
  }
  for (const key of firm) {
    if (mine.has(key)) out.tally.firm_ok += 1;
    else {
      const codes = due.filter((q) => q.component === key && !q.uncertain).map((q) => q.code);
      out.misses.push(`defect not flagged ${at} / ${key}: ${codes.join(", ")}`);
    }
  }
}

function scoreLevels(
  want: SpecService,
  got: Record<string, unknown> | undefined,
  at: string,
  out: TruthScore,
): void {
  for (const [key, level] of Object.entries(want.levels ?? {})) {
    const mine = got?.[key];
    const near = typeof mine === "number" && typeof level === "number" && Math.abs(mine - level) <= 1;
    out.tally.level += 1;
    out.tally.level_ok += Number(mine === level);
    out.tally.level_near += Number(mine === level || near);
    if (got && mine !== level) out.misses.push(`level ${at} / ${key}: ${level} wanted, ${mine} given`);
  }
}

type ReadPart = ReadingJson["services"][number]["components"][ComponentKey];

function scoreComponent(
  truth: SpecTruth,
  want: SpecComponent,
  got: ReadPart,
  key: ComponentKey,
  source: readonly string[],
  at: string,
  out: TruthScore,
): void {
  const t = out.tally;
  const have = Boolean(got?.text.trim());
  const due = Boolean(want.present);
  t.presence += 1;
  t.presence_ok += Number(have === due);
  t.tp += Number(have && due);
  t.fp += Number(have && !due);
  t.fn += Number(due && !have);
  const confidence = got?.confidence ?? null;
  if (have !== due) {
    out.misses.push(
      `presence ${at} / ${key}: ${due ? "there" : "not there"}, read as ${have ? "there" : "not there"}`,
    );
    out.verdicts.push({ key, outcome: have ? "false" : "absent", confidence, overlap: 0 });
    return;
  }
  if (!have || !got) return;
  const text = letters(got.text);
  const fuzzy = Boolean(truth.ocr);
  const chart = /^(graph|flowchart)\b/.test(want.head ?? "");
  const head = chart ? "" : letters(want.head).slice(0, 24);
  const tail = last(letters(want.tail), 24);
  const headOk = !head || within(head, text.slice(0, head.length + 60), fuzzy);
  const tailOk = !tail || within(tail, last(text, tail.length + 60), fuzzy);
  let lengthOk = true;
  let expected = want.letters;
  let overlap = 0;
  if (want.lines) {
    const [a, b] = want.lines;
    const lines = source.slice(a - 1, b).join(" ");
    expected = letters(lines).length;
    const least = (chart || lines.includes("graph ") ? 0.4 : 0.75) * expected - 60;
    lengthOk = least <= text.length && text.length <= 1.15 * expected + 20;
    t.digits += 1;
    t.digits_ok += Number(digitsKept(lines, got.text));
    const shared = Math.max(0, Math.min(b, got.lines[1]) - Math.max(a, got.lines[0]) + 1);
    const union = b - a + 1 + (got.lines[1] - got.lines[0] + 1) - shared;
    overlap = union ? shared / union : 0;
    t.lines_iou += overlap;
    t.lined += 1;
  }
  const ok = headOk && tailOk && lengthOk;
  t.content += 1;
  t.head_ok += Number(headOk);
  t.tail_ok += Number(tailOk);
  t.length_ok += Number(lengthOk);
  t.content_ok += Number(ok);
  out.verdicts.push({ key, outcome: ok ? "right" : "content", confidence, overlap });
  if (!ok) {
    const wrong = [
      headOk ? "" : "beginning",
      tailOk ? "" : "end",
      lengthOk ? "" : `length ${text.length} for ${expected}`,
    ];
    out.misses.push(`content ${at} / ${key}: ${wrong.filter(Boolean).join(", ")}`);
  }
}

/** At most one number in twenty of the source may be gone (the row's own number is one). */
function digitsKept(source: string, text: string): boolean {
  const got = digits(text);
  let lost = 0;
  let all = 0;
  for (const [n, count] of digits(source)) {
    lost += Math.max(0, count - (got.get(n) ?? 0));
    all += count;
  }
  return lost <= Math.max(1, 0.05 * all);
}

function scoreFacts(
  want: SpecService,
  got: ReadingJson["services"][number]["facts"],
  at: string,
  out: TruthScore,
): void {
  const t = out.tally;
  const there = (key: ComponentKey) => want.components[key].present;
  const miss = (what: string, due: unknown, mine: unknown) =>
    out.misses.push(`${what} ${at}: ${due} wanted, ${mine} read`);
  if (there("jumlah_pelaksana")) {
    const ok = got.jumlah_pelaksana === want.facts.jumlah_pelaksana;
    t.staff += 1;
    t.staff_ok += Number(ok);
    if (!ok) miss("staff", want.facts.jumlah_pelaksana, got.jumlah_pelaksana);
  }
  if (there("jangka_waktu") && want.facts.waktu) {
    const due = [...want.facts.waktu.matchAll(DURATION)].map((m) => `${Number(m[1])} ${m[2]?.toLowerCase()}`);
    const mine = new Set(
      got.waktu.flatMap((w) => [w.min, w.max].map((n) => `${n} ${w.unit.split(" ")[0]?.toLowerCase()}`)),
    );
    const lacking = due.filter((d) => !mine.has(d));
    if (due.length) {
      t.waktu += 1;
      t.waktu_ok += Number(lacking.length === 0);
    }
    if (lacking.length) miss("waktu", lacking.join(", "), [...mine].join(", ") || "nothing");
  }
  if (there("biaya")) {
    t.free += 1;
    t.free_ok += Number(got.gratis === want.facts.gratis);
    if (got.gratis !== want.facts.gratis) miss("gratis", want.facts.gratis, got.gratis);
  }
  if (there("pengaduan")) {
    const due = new Set(want.facts.channels);
    const mine = new Set<string>(got.channels);
    const shared = [...due].filter((c) => mine.has(c)).length;
    t.chan_tp += shared;
    t.chan_fp += mine.size - shared;
    t.chan_fn += due.size - shared;
    if (shared < due.size || shared < mine.size)
      miss("channels", [...due].sort().join(" "), [...mine].sort().join(" "));
  }
  if (there("dasar_hukum") && want.facts.dasar_hukum_count !== null) {
    const ok = got.dasar_hukum_count === want.facts.dasar_hukum_count;
    t.law += 1;
    t.law_ok += Number(ok);
    if (!ok) miss("laws", want.facts.dasar_hukum_count, got.dasar_hukum_count);
  }
}
