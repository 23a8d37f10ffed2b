import { COMPONENTS } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { citationsOfTable } from "#db/queries/citations.ts";
import { fullComponents } from "#db/queries/components.ts";
import { isCorrected } from "#db/queries/corrections.ts";
import { findingsOfTable } from "#db/queries/findings.ts";
import { servicesInForce } from "#db/queries/in-force.ts";
import { levelThreeTexts, unitVerdictsOf, verdictsOfTable } from "#db/queries/levels.ts";
import { reviewsOfTable } from "#db/queries/reviews.ts";
import { otherTables, repeatsOf } from "#db/queries/tables.ts";
import type { Scope } from "#db/scope.ts";
import { byCriterion, criterionView } from "./criteria-views.ts";
import { notFound } from "./errors.ts";
import { chooseExamples } from "./examples.ts";
import { findingDetail } from "./findings.server.ts";
import { citationName, standingOn } from "./legal-basis.ts";
import { regencyAt, regencyRefs } from "./lookup.server.ts";
import {
  bagianRef,
  cellOf,
  completenessOf,
  decreeRef,
  lineRange,
  regencyRef,
  serviceRef,
  userOf,
} from "./refs.ts";
import { userConfirmedBy } from "./service-user.server.ts";
import { parseStored, StoredFacts } from "./stored-json.ts";
import { reviewOf, substanceOf } from "./substance.ts";
import { todayIn } from "./today.ts";
import type { CitationView, FindingRow, ServiceComponent, ServiceView } from "./views.ts";

const ABSENT = {
  state: "missing",
  label: null,
  text: null,
  line_from: null,
  line_to: null,
  confidence: null,
  facts: null,
  level: null,
  overruled_level: null,
} as const;

/** The sheet of one service in force: its 14 components with texts, lines, facts and findings. */
export const getService = async (db: Db, scope: Scope, kab: string, no: number): Promise<ServiceView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const services = await servicesInForce(db.read, scope, { r: [regency.r] });
  const row = services.find((service) => service.no === no);
  if (!row) throw notFound();
  const { r } = regency;
  const [components, repeats, others, verdicts, units, citations, confirmedBy, reviews, corrected] =
    await Promise.all([
      fullComponents(db.read, scope, r, row.text_id),
      repeatsOf(db.read, scope, r, row.text_id),
      otherTables(db.read, scope, r, row.service_id, row.text_id),
      verdictsOfTable(db.read, scope, r, row.text_id),
      unitVerdictsOf(db.read, scope, { r, readingId: row.reading_id, bagian: row.printed_bagian }),
      citationsOfTable(db.read, scope, r, row.text_id),
      userConfirmedBy(db, scope, r, row.service_id),
      reviewsOfTable(db.read, scope, r, row.text_id),
      isCorrected(db.read, scope, r, row.text_id),
    ]);
  const [examples, regencies] = await Promise.all([
    levelThreeTexts(db.read, scope, {
      components: components
        .filter(({ level }) => level === "0" || level === "1" || level === "2")
        .map(({ key }) => key),
      family: row.family,
      nameKey: row.name_key,
      serviceId: row.service_id,
      r,
    }),
    regencyRefs(db, scope),
  ]);
  const tables = [row.text_id, ...repeats.map((repeat) => repeat.id)];
  const findings = await findingsOfTable(db.read, scope, r, tables);
  const bagian = bagianRef(row);
  const service = serviceRef(row);
  const decree = decreeRef({ ...row, slug: row.decree_slug });
  const findingRows = findings
    .filter((finding) => finding.service_text_id === row.text_id || finding.code === "duplicate_service")
    .map(
      (finding): FindingRow => ({
        id: finding.id,
        code: finding.code,
        severity: finding.severity,
        component: finding.component,
        message: finding.message,
        lines: lineRange(finding),
        regency,
        bagian,
        service,
        decree,
        ...findingDetail(finding),
      }),
    );
  const siblings = services.filter((one) => one.bagian_slug === row.bagian_slug);
  const place = siblings.indexOf(row);
  const neighbour = (at: number) => {
    const found = siblings[at];
    return found ? serviceRef(found) : null;
  };
  return {
    regency,
    bagian,
    service,
    user: { ...userOf(row), ...(row.pengguna_confirmed === 1 ? confirmedBy : { by: null, at: null }) },
    volume: row.volume,
    decree,
    corrected,
    printed: { no: row.printed_no, name: row.printed_name, bagian: row.printed_bagian, line: row.line },
    completeness: completenessOf(row),
    substance: substanceOf(row),
    review: reviewOf([row]),
    units: units.map((unit) => ({ of: unit.of, ...criterionView(unit) })),
    legalBasis: citations.map(
      (cited): CitationView => ({
        key: cited.regulation_key,
        name: citationName(cited),
        title: cited.title,
        amends: cited.amends_seq,
        ...standingOn({ ...cited, signed: row.signed, decree_year: row.year }, todayIn(db, regency)),
      }),
    ),
    components: COMPONENTS.map(({ key }): ServiceComponent => {
      const stored = components.find((component) => component.key === key) ?? ABSENT;
      return {
        key,
        cell: cellOf(stored),
        label: stored.label,
        text: stored.text,
        confidence: stored.confidence,
        facts: stored.facts === null ? {} : parseStored(StoredFacts, stored.facts),
        findings: findingRows.filter((finding) => finding.component === key),
        level: stored.level,
        judged: humanVerdict(
          reviews.find(({ component }) => component === key),
          stored.overruled_level ?? stored.level,
        ),
        criteria: verdicts
          .filter(({ component }) => component === key)
          .sort(byCriterion)
          .map(criterionView),
        examples: chooseExamples(
          examples.filter((example) => example.key === key),
          regencies,
          row.name_key,
        ),
      };
    }),
    scorer: row.scorer_version,
    findings: findingRows.filter((finding) => finding.component === null),
    printedAgain: repeats.map(({ line }) => ({ line })),
    otherTexts: others.map((other) => ({ decree: decreeRef(other), line: other.line })),
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  };
};

const humanVerdict = (
  row: Awaited<ReturnType<typeof reviewsOfTable>>[number] | undefined,
  machine: ServiceComponent["level"],
): ServiceComponent["judged"] =>
  row
    ? {
        assessmentId: row.assessment_id,
        level: row.level,
        machine,
        kind: row.kind,
        reason: row.reason,
        by: row.by,
        at: row.at,
        reviewedBy: row.reviewed_by,
        reviewedAt: row.reviewed_at,
      }
    : null;
