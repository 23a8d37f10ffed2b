import { COMPONENT_KEYS } from "#app/reader/components.ts";
import type { JudgedComponent, JudgedService, Problem } from "#app/reports/revision/model.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { Db } from "#db/connection.ts";
import { bagianInForce } from "#db/queries/groups.ts";
import { servicesInForce } from "#db/queries/in-force.ts";
import { findingsOfTables, textsOfTables, unmetOfTables } from "#db/queries/revision.ts";
import type { StoredLevel } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "./errors.ts";
import { groupBy } from "./group-by.ts";
import { regencyAt } from "./lookup.server.ts";
import { bagianRef, cellOf, decreeRef, lineRange, regencyRef } from "./refs.ts";
import { reviewOf } from "./substance.ts";
import type { BagianRef, DecreeRef, RegencyRef, ReviewCount } from "./views.ts";

export interface JudgedBagian {
  regency: RegencyRef;
  bagian: BagianRef;
  /** Decrees in which its services stand. */
  decrees: DecreeRef[];
  /** In the order of the decrees; `decree` is a place in `decrees`. */
  services: JudgedService[];
  /** Of the verdicts on its services. */
  review: ReviewCount;
  /** UTC ISO. */
  at: string;
}

type Finding = Awaited<ReturnType<typeof findingsOfTables>>[number];
type Text = Awaited<ReturnType<typeof textsOfTables>>[number];
type Unmet = Awaited<ReturnType<typeof unmetOfTables>>[number];

/** The services in force of one bagian with what is said of each component: the material of its revision. */
export const getJudgedBagian = async (
  db: Db,
  scope: Scope,
  kab: string,
  slug: string,
): Promise<JudgedBagian> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const { r } = regency;
  const all = await bagianInForce(db.read, scope, [r]);
  const bagian = all.map(bagianRef).find((one) => one.slug === slug);
  if (!bagian) throw notFound();
  const rows = await servicesInForce(db.read, scope, { r: [r], bagian: [slug] });
  const ids = rows.map((row) => row.text_id);
  const [texts, unmet, findings] = await Promise.all([
    textsOfTables(db.read, scope, r, ids),
    unmetOfTables(db.read, scope, r, ids),
    findingsOfTables(db.read, scope, r, ids),
  ]);
  const textsOf = groupBy(texts, (row) => row.service_text_id);
  const unmetOf = groupBy(unmet, (row) => row.service_text_id);
  const findingsOf = groupBy(findings, (row) => row.service_text_id as string);
  const decrees = new Map(
    rows.map((row) => [`${row.decree_slug}/${row.version}`, decreeRef({ ...row, slug: row.decree_slug })]),
  );
  const places = [...decrees.keys()];
  return {
    regency,
    bagian,
    decrees: [...decrees.values()],
    services: rows.map((row): JudgedService => {
      const own = findingsOf.get(row.text_id) ?? [];
      return {
        no: row.no,
        slug: row.slug,
        name: row.name,
        printedNo: row.printed_no,
        line: row.line,
        decree: places.indexOf(`${row.decree_slug}/${row.version}`),
        problems: own.filter((one) => one.component === null).map(problemOf),
        components: componentsOf(textsOf.get(row.text_id) ?? [], unmetOf.get(row.text_id) ?? [], own),
      };
    }),
    review: reviewOf(rows),
    at: db.now(),
  };
};

function componentsOf(
  texts: readonly Text[],
  unmet: readonly Unmet[],
  findings: readonly Finding[],
): JudgedComponent[] {
  return COMPONENT_KEYS.map((key): JudgedComponent => {
    const text = texts.find((one) => one.key === key);
    const own = findings.filter((one) => one.component === key);
    const absent = !text || cellOf(text).state === "tidak_ada";
    return {
      key,
      level: levelOf(text?.level ?? null, absent),
      text: text?.text ?? null,
      lines: text ? lineRange(text) : null,
      problems: own.filter((one) => one.severity !== "note" && !ALL_FINDINGS[one.code].scan).map(problemOf),
      unmet: unmet
        .filter((one) => one.component === key)
        .map(({ criterion, reason, quote }) => ({ criterion, reason, quote })),
      damaged: own.some((one) => ALL_FINDINGS[one.code].scan),
    };
  });
}

/** What is not there is at level 0 before anybody has judged it. */
const levelOf = (level: StoredLevel | null, absent: boolean): JudgedComponent["level"] => {
  if (level === null) return absent ? 0 : null;
  return level === "T" ? "T" : (Number(level) as 0 | 1 | 2 | 3);
};

/** Where only facts are kept there are no words: the name of the kind speaks alone. */
const problemOf = ({ code, message, criterion, reason, quote }: Finding): Problem => ({
  label: ALL_FINDINGS[code].label,
  words: reason ?? message,
  quote,
  remedy: ALL_FINDINGS[code].remedy,
  criterion,
});
