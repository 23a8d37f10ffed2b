import { dateInZone } from "#app/format/dates.ts";
import { decreeName } from "#app/format/decrees.ts";
import { PRIORITY_WORDS, priorityReason } from "#app/promise/words.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import type { QuarterInput, StandardsInput, SurveyInput } from "#app/reports/quarter/input.ts";
import { signedWords, todayWords } from "#app/scoring/legal/words.ts";
import { monthsOf } from "#app/survey/months.ts";
import { PROFILE_WORDS, profileValue } from "#app/survey/words.ts";
import type { Db } from "#db/connection.ts";
import type { Scope } from "#db/scope.ts";
import { getMatrix, getRegency } from "../regency.server.ts";
import { getRegulations } from "../regulations.server.ts";
import { getPromise, type PromiseView } from "../survey/promise.server.ts";
import { getSurvey } from "../survey/results.server.ts";
import type { SurveyView } from "../survey/views.ts";
import { todayIn } from "../today.ts";
import type {
  BagianRef,
  GroupSummary,
  MatrixView,
  RegencyRef,
  RegencyView,
  RegulationsView,
} from "../views.ts";
import { type OpenAction, type QuarterActions, quarterActions } from "./follow-up.server.ts";
import { issuedBefore } from "./issued-before.server.ts";
import { lastEndedQuarter } from "./periods.ts";

/** What the page of the leadership and the report of a period are made of, and the periods that can be asked for. */
export interface QuarterView {
  regency: RegencyRef;
  input: QuarterInput;
  /** Newest first. */
  periods: string[];
}

/**
 * Takes the figures of a period from the use cases of their own pages. Without a period asked for: the newest surveyed one,
 * else the last quarter that has ended where the regency lies.
 * @throws AppError (404) where the regency is not there or out of scope
 */
export const getQuarter = async (
  db: Db,
  scope: Scope,
  { kab, period: asked }: { kab: string; period?: string | null },
): Promise<QuarterView> => {
  const wanted = asked && monthsOf(asked) ? asked : null;
  const [standards, matrix, regulations, newest] = await Promise.all([
    getRegency(db, scope, kab, {}),
    getMatrix(db, scope, { kab, filter: {} }),
    getRegulations(db, scope, { kab: [kab], filter: {} }),
    getSurvey(db, scope, { kab, period: wanted }),
  ]);
  const { regency } = standards;
  const today = todayIn(db, regency);
  const period = wanted ?? newest.period ?? lastEndedQuarter(today);
  const [promise, actions, before] = await Promise.all([
    getPromise(db, scope, { kab, period }),
    quarterActions(db, scope, regency, period),
    issuedBefore(db, scope, regency.r, period),
  ]);
  const input: QuarterInput = {
    regency: {
      slug: regency.slug,
      name: regency.name,
      shortName: regency.shortName,
      zone: regency.zone,
      sample: regency.sample,
    },
    period,
    today,
    survey: surveyOf(newest, promise),
    priorities: prioritiesOf(promise, actions),
    surveyedLast: newest.periods[0] ?? null,
    standards: standardsOf(standards, matrix, before),
    legal: legalOf(regulations),
    followUp: actions?.followUp ?? null,
  };
  const quarters = [...new Set([...newest.periods, lastEndedQuarter(today), ...(wanted ? [wanted] : [])])];
  return { regency, input, periods: quarters.sort().reverse() };
};

const NO_BAGIAN_NAME = "Bagian tidak disebut dalam naskah";
const nameOf = (bagian: Pick<BagianRef, "name"> | null): string => bagian?.name ?? NO_BAGIAN_NAME;

/** In working order, with who answers for it where an action names the service. */
const prioritiesOf = (promise: PromiseView, actions: QuarterActions | null): QuarterInput["priorities"] =>
  promise.priorities.map((row) => {
    const settled = actions?.open.find(({ serviceNo }) => serviceNo === row.service.service.no);
    return {
      service: row.service.service,
      bagian: nameOf(row.service.bagian),
      kind: row.kind,
      reason: priorityReason(row, promise.bound),
      deed: PRIORITY_WORDS[row.kind],
      n: row.service.n,
      owner: settled?.owner ?? null,
      due: settled?.due ?? null,
    };
  });

const surveyOf = (view: SurveyView, promise: PromiseView): SurveyInput | null => {
  const { index } = view;
  if (!index) return null;
  return {
    ...index,
    population: view.population,
    comparedWith: view.comparedWith,
    meanOfUnits: view.meanOfUnits,
    official: view.official,
    levels: view.levels,
    bound: promise.bound,
    bands: view.bands,
    bagian: view.bagian.map(({ bagian, index: own, services }) => ({
      ...own,
      name: nameOf(bagian),
      slug: bagian?.slug ?? "tanpa-bagian",
      services: services.length,
    })),
    services: view.bagian.flatMap(({ bagian, services }) =>
      services.flatMap(({ unit, index: own }) =>
        unit.kind === "layanan" ? [{ ...own, ...unit.service, bagian: nameOf(bagian) }] : [],
      ),
    ),
    profile: view.profile.map((row) => ({
      group: PROFILE_WORDS[row.group],
      value: profileValue(row),
      n: row.n,
      ikm: row.ikm,
    })),
    trend: view.trend,
    neverSurveyed: view.neverSurveyed.map(({ service, bagian }) => ({ ...service, bagian: nameOf(bagian) })),
    behind: behindOf(promise),
    otherEditions: view.otherEditions,
    aggregates: view.aggregates.length,
  };
};

/** Services by unsur, lowest first; fewer than five answers have no grade and are left out. */
const behindOf = ({ services }: PromiseView): SurveyInput["behind"] => {
  const behind: Record<
    string,
    { no: number; slug: string; name: string; n: number; nilai: number; low: boolean }[]
  > = {};
  for (const { service, pairs } of services) {
    for (const { unsur, experience, experienced } of pairs) {
      if (!experience || experienced === null || experienced === "sedikit") continue;
      const rows = behind[unsur] ?? [];
      rows.push({ ...service, n: experience.n, nilai: experience.nilai, low: experienced === "rendah" });
      behind[unsur] = rows;
    }
  }
  for (const rows of Object.values(behind)) rows.sort((a, b) => a.nilai - b.nilai || a.no - b.no);
  return behind;
};

/** Services whose duration can be measured (levels 2 and 3), of those whose duration was judged. */
const measurableOf = ({ substance }: GroupSummary): { k: number; n: number } => {
  const tally = substance.byComponent.jangka_waktu;
  const k = tally["2"] + tally["3"];
  return { k, n: k + tally["0"] + tally["1"] };
};

/** As the page of the regency counts it: what cannot be said of a service is in no denominator. */
const completeOf = ({ complete, incomplete }: GroupSummary) => ({ k: complete, n: complete + incomplete });

const problemsOf = ({ problems, judged }: { problems: number; judged: number }) => ({
  k: problems,
  n: judged,
});
const reviewOf = ({ substance }: GroupSummary) => ({
  k: substance.review.reviewed,
  n: substance.review.verdicts,
});

const standardsOf = (
  { regency, summary, bagian, decrees }: RegencyView,
  { groups }: MatrixView,
  before: StandardsInput["before"],
): StandardsInput | null => {
  if (summary.services === 0) return null;
  const { substance } = summary;
  return {
    services: summary.services,
    complete: completeOf(summary),
    uncertain: summary.uncertain,
    measurable: measurableOf(summary),
    free: { k: substance.free, n: substance.judgedServices - substance.uncertain },
    problems: problemsOf(substance.all),
    publicProblems: problemsOf(substance.public),
    review: reviewOf(summary),
    unreadable: substance.levels.T,
    unjudged: substance.levels.unjudged,
    bagian: bagian.map((row) => ({
      name: nameOf(row.bagian),
      slug: row.bagian.slug,
      services: row.services,
      complete: completeOf(row),
      measurable: measurableOf(row),
      problems: problemsOf(row.substance.all),
      review: reviewOf(row),
    })),
    components: COMPONENT_KEYS.map((key) => ({ key, levels: substance.byComponent[key] })),
    rows: groups.flatMap(({ bagian: group, services }) =>
      services.map(({ service, levels }) => ({ ...service, bagian: nameOf(group), levels })),
    ),
    decrees: decrees.map((decree) => ({
      name: decreeName(decree),
      signed: decree.signed,
      stored: dateInZone(decree.storedAt, regency.zone),
      version: decree.version,
      factsOnly: decree.factsOnly,
    })),
    unassigned: {
      k: decrees.reduce((sum, { coverage }) => sum + coverage.unassignedLines, 0),
      n: decrees.reduce((sum, { coverage }) => sum + coverage.annexLines, 0),
    },
    before,
  };
};

const legalOf = ({ regulations }: RegulationsView): QuarterInput["legal"] =>
  regulations
    .filter(({ key, name }) => key !== null && name !== "")
    .map((row) => ({
      name: row.name,
      title: row.title,
      onSigning: signedWords(row),
      today: todayWords(row),
      charged: row.onSigning.findings,
      asked: row.onSigning.toConfirm,
      instead: row.instead,
      services: row.services,
      verified: row.verified,
    }));

export type { OpenAction };
