import { formatCount, formatShare } from "../format/numbers.ts";
import { PERMENPAN_15_2014 } from "../instruments/permenpan-15-2014.ts";
import type { ProofRule } from "../instruments/proofs.ts";
import { COMPONENT_KEYS, type ComponentKey, component } from "../reader/components.ts";
import { quoted } from "../scoring/criterion.ts";
import type { ComponentEvidence, CriterionAnswer, Proof, ServiceEvidence, UnitEvidence } from "./subject.ts";
import { findWords, wordName } from "./words.ts";

type Outcome = Omit<Proof, "step">;
type Rule<Name extends ProofRule["rule"]> = Extract<ProofRule, { rule: Name }>;
type OfService = "komponen" | "kriteria" | "kata";

const COMPONENT_OF = new Map<string, ComponentKey>();
const CORE = new Map<ComponentKey, readonly string[]>();
for (const { key, criteria } of PERMENPAN_15_2014.components) {
  for (const { id } of criteria) COMPONENT_OF.set(id, key);
  CORE.set(
    key,
    criteria.filter(({ level }) => level === 2).map(({ id }) => id),
  );
}

/** Criteria that make the core of a component. */
export const coreCriteria = (key: ComponentKey): readonly string[] => CORE.get(key) ?? [];

const outcome = (
  state: Proof["state"],
  reason: string,
  { quote = null, lines = null }: Partial<Pick<Proof, "quote" | "lines">> = {},
): Outcome => ({ state, reason, quote, lines });

const nameOf = (key: ComponentKey): string => component(key).short.toLowerCase();

const UNREADABLE = "Halaman hilang atau teksnya rusak; cocokkan dengan naskah asli.";
const UNJUDGED = "Substansinya belum dinilai.";

/** What no rule needs to look at: a component that is not there, or can't be read. Null where it can. */
const beforeReading = (key: ComponentKey, { state, level }: ComponentEvidence): Outcome | null => {
  if (state === "T" || level === "T") return outcome("tidak_terbaca", UNREADABLE);
  if (state === "tidak_ada" || level === 0) {
    return outcome("belum_terbukti", `Komponen ${nameOf(key)} tidak ada dalam tabel layanan ini.`);
  }
  return null;
};

/** Text under the right label that says nothing of the matter (level 1) is no information on it. */
const byComponent = ({ component: key }: Rule<"komponen">, service: ServiceEvidence): Outcome => {
  const part = service.components[key];
  const early = beforeReading(key, part);
  if (early) return early;
  if (part.level === null) return outcome("belum_pasti", UNJUDGED);
  const answers = coreCriteria(key).flatMap((id) => service.criteria.get(id) ?? []);
  const decided =
    part.level === 1
      ? answers.find(({ met }) => met === false)
      : (answers.find(({ met, quote }) => met === true && quote !== null) ??
        answers.find(({ met }) => met === true));
  const told = { quote: decided?.quote ?? null, lines: decided?.lines ?? part.lines };
  return part.level === 1
    ? outcome("belum_terbukti", decided?.reason ?? "Isinya belum tepat.", told)
    : outcome("terbukti", decided?.reason ?? "Isinya memenuhi semua kriteria inti.", told);
};

const byAnswer = ({ met, reason, quote, lines }: CriterionAnswer): Outcome =>
  outcome(met === null ? "belum_pasti" : met ? "terbukti" : "belum_terbukti", reason, { quote, lines });

const byCriterion = ({ criterion }: Rule<"kriteria">, service: ServiceEvidence): Outcome => {
  const key = COMPONENT_OF.get(criterion) as ComponentKey;
  const answer = service.criteria.get(criterion);
  return (
    beforeReading(key, service.components[key]) ??
    (answer ? byAnswer(answer) : outcome("belum_pasti", UNJUDGED))
  );
};

const byWords = ({ component: key, words }: Rule<"kata">, service: ServiceEvidence): Outcome => {
  const { text, lines, ...part } = service.components[key];
  const early = beforeReading(key, { text, lines, ...part });
  if (early) return early;
  if (text === null) return outcome("belum_pasti", "Teks layanan ini belum diunggah.");
  const found = findWords(words, text);
  return found === null
    ? outcome("belum_terbukti", `Isi ${nameOf(key)} tidak menyebut ${wordName(words)}.`, { lines })
    : outcome("terbukti", `Isi ${nameOf(key)} menyebut ${wordName(words)}.`, { quote: quoted(found), lines });
};

const OF_SERVICE: { [Name in OfService]: (rule: Rule<Name>, service: ServiceEvidence) => Outcome } = {
  komponen: byComponent,
  kriteria: byCriterion,
  kata: byWords,
};

/** Several answers as one: what is unmet anywhere is unmet, what is unsure anywhere is unsure, else it is met. */
const WORST_FIRST = ["belum_terbukti", "tidak_terbaca", "belum_pasti"] as const;

const worstOf = (all: readonly Outcome[]): Outcome | undefined => {
  for (const state of WORST_FIRST) {
    const found = all.find((one) => one.state === state);
    if (found) return found;
  }
  return all[0];
};

/** A rule of services asked of a unit: every service must have it. What can't be told is in no denominator. */
const ofEvery = (rule: Rule<OfService>, { services }: UnitEvidence): Outcome => {
  const all = services.map((service) => ofService(rule, service));
  const worst = worstOf(all);
  if (!worst) return outcome("belum_pasti", "Belum ada layanan yang terbaca.");
  const proven = all.filter(({ state }) => state === "terbukti").length;
  const decided = proven + all.filter(({ state }) => state === "belum_terbukti").length;
  if (all.length === 1 || decided === 0) return worst;
  const open = all.length - decided;
  const left = open > 0 ? ` Di luar hitungan: ${formatCount(open)} layanan.` : "";
  const reason = `Terbukti pada ${formatShare(proven, decided)} layanan.${left}`;
  return { ...worst, reason, ...(proven < all.length && NO_WORDS) };
};
const NO_WORDS = { quote: null, lines: null };

const byUnit = ({ criterion }: Rule<"unit">, { criteria }: UnitEvidence): Outcome =>
  worstOf((criteria.get(criterion) ?? []).map(byAnswer)) ?? outcome("belum_pasti", UNJUDGED);

const STANDARDS: Record<Rule<"standar">["asks"], (unit: UnitEvidence) => Outcome> = {
  ada: ({ services }) =>
    services.length > 0
      ? outcome("terbukti", "Standar pelayanan tercetak dalam keputusan.")
      : outcome("belum_terbukti", "Belum ada standar pelayanan yang terbaca."),
  lengkap: ({ services }) => {
    const has = (state: ComponentEvidence["state"]) =>
      services.filter(({ components }) => COMPONENT_KEYS.some((key) => components[key].state === state));
    if (services.length === 0) return outcome("belum_terbukti", "Belum ada standar pelayanan yang terbaca.");
    const lacking = has("tidak_ada").length;
    if (lacking > 0) {
      return outcome(
        "belum_terbukti",
        `Belum lengkap 14 komponen: ${formatShare(lacking, services.length)} layanan.`,
      );
    }
    const torn = has("T").length;
    return torn > 0
      ? outcome(
          "tidak_terbaca",
          `Sebagian komponen tidak terbaca pada ${formatShare(torn, services.length)} layanan; cocokkan dengan naskah asli.`,
        )
      : outcome("terbukti", "Setiap layanan memuat ke-14 komponen.");
  },
  ditetapkan: ({ decrees }) => {
    if (decrees.length === 0) return outcome("belum_terbukti", "Belum ada keputusan yang terbaca.");
    return decrees.every(({ number, year }) => number !== null && year !== null)
      ? outcome("terbukti", "Nomor dan tahun keputusannya terbaca.")
      : outcome("belum_pasti", "Nomor atau tahun keputusannya tidak terbaca; cocokkan dengan naskah asli.");
  },
};

/** Holds a rule against one service. Rules of a unit say nothing of a service. */
export const ofService = (rule: ProofRule, service: ServiceEvidence): Outcome =>
  rule.rule === "unit" || rule.rule === "standar"
    ? outcome("belum_pasti", "Dinilai pada unit, bukan pada layanan.")
    : (OF_SERVICE[rule.rule] as (rule: ProofRule, service: ServiceEvidence) => Outcome)(rule, service);

/** Holds a rule against a unit. */
export const ofUnit = (rule: ProofRule, unit: UnitEvidence): Outcome => {
  if (rule.rule === "unit") return byUnit(rule, unit);
  if (rule.rule === "standar") return STANDARDS[rule.asks](unit);
  return ofEvery(rule, unit);
};
