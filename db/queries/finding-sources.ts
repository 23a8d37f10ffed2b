import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ComponentKey } from "#app/reader/components.ts";
import type { Severity } from "#app/reader/findings-registry.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Reader } from "../connection.ts";
import type { FindingOrigin, RegencyTable } from "../schema.ts";

/**
 * Where findings come from. Those that are charged or asked are stored as such. Two kinds stand beside them and in none
 * of their counts, and are made from what is stored anyhow: what a component lacks for level 3 from its verdicts, what
 * was revoked since the signing from its citations.
 */

/** A regulation by the key of citations, and the first day (ISO) on which it was no longer in force. */
export interface Revocation {
  key: string;
  since: string;
}

/** What was revoked, and the day (ISO) on which it is asked, by time zone. */
export interface Outdated {
  revoked: readonly Revocation[];
  days: Readonly<Record<RegencyTable["zone"], string>>;
}

/** Which findings are asked for; all empty or left out: every stored one. */
export interface FindingKinds {
  /** Stored ones of these codes. */
  codes?: readonly AnyFindingCode[];
  /** Criteria of level 3 that are not met. */
  noted?: readonly string[];
  /** Citations of regulations that were revoked after the decree was signed. */
  outdated?: Outdated | null;
}

export interface FoundRow {
  r: number;
  id: string;
  reading_id: string;
  service_text_id: string | null;
  code: AnyFindingCode;
  severity: Severity;
  component: ComponentKey | null;
  message: string;
  line_from: number | null;
  line_to: number | null;
  origin: FindingOrigin;
  source_text_id: string | null;
  bagian: string | null;
  criterion: string | null;
  reason: string | null;
  quote: string | null;
  /** Of a citation that is out of date; null else. */
  regulation_type: string | null;
  regulation_number: string | null;
  regulation_year: number | null;
}

export const asksFor = ({ codes = [], noted = [], outdated = null }: FindingKinds): boolean =>
  codes.length + noted.length > 0 || outdated !== null;

/** The rows of the kinds that are asked for, as one table. */
export const findingSource = (db: Reader, kinds: FindingKinds) => {
  const { codes = [], noted = [], outdated = null } = kinds;
  const parts = [
    ...(codes.length > 0 || !asksFor(kinds) ? [stored(codes)] : []),
    ...(noted.length > 0 ? [fromVerdicts(noted)] : []),
    ...(outdated ? [fromCitations(outdated)] : []),
  ];
  return db.selectFrom(sql<FoundRow>`(${sql.join(parts, sql` union all `)})`.as("f"));
};

const NO_REGULATION = sql`cast(null as text) as regulation_type, cast(null as text) as regulation_number,
  cast(null as integer) as regulation_year`;

const stored = (codes: readonly AnyFindingCode[]) => sql`
  select r, id, reading_id, service_text_id, code, severity, component, message, line_from, line_to, origin,
    source_text_id, bagian, criterion, reason, quote, ${NO_REGULATION}
  from finding ${codes.length > 0 ? sql`where code in (${sql.join(codes)})` : sql``}`;

const fromVerdicts = (criteria: readonly string[]) => sql`
  select v.r, v.service_text_id || ' ' || v.criterion as id, x.reading_id, v.service_text_id,
    'short_of_level_3' as code, 'note' as severity, v.component, '' as message, v.line_from, v.line_to,
    'penilai' as origin, cast(null as text) as source_text_id, cast(null as text) as bagian, v.criterion,
    nullif(v.reason, '') as reason, v.quote, ${NO_REGULATION}
  from verdict v join service_text x on x.r = v.r and x.id = v.service_text_id
  where v.met = 0 and x.status = 'berlaku' and v.criterion in (${sql.join(criteria)})`;

const fromCitations = (outdated: Outdated) => sql`
  select distinct c.r, c.service_text_id || ' ' || c.regulation_key as id, x.reading_id, c.service_text_id,
    'outdated_basis' as code, 'note' as severity, 'dasar_hukum' as component, '' as message, c.line_from, c.line_to,
    'penilai' as origin, cast(null as text) as source_text_id, cast(null as text) as bagian,
    cast(null as text) as criterion, cast(null as text) as reason, cast(null as text) as quote,
    c.type as regulation_type, c.number as regulation_number, c.year as regulation_year
  from citation c join service_text x on x.r = c.r and x.id = c.service_text_id
    join reading y on y.r = x.r and y.id = x.reading_id
    join decree_text t on t.r = y.r and t.id = y.text_id
    join decree d on d.r = t.r and d.id = t.decree_id
    join regency g on g.id = c.r
  where x.status = 'berlaku' and ${isOutdated("c", "d", "g", outdated)}`;

/**
 * Of this citation nothing was to be said when its decree was signed, and it was revoked since, by the day that asks in
 * the zone of its regency. A decree without day is held to have been signed on the first of its year, one without year
 * before everything.
 * @param citation alias; `decree` and `regency` likewise
 */
export const isOutdated = (
  citation: string,
  decree: string,
  regency: string,
  { revoked, days }: Outdated,
): RawBuilder<SqlBool> => {
  if (revoked.length === 0) return sql<SqlBool>`1 = 0`;
  const key = sql.ref(`${citation}.regulation_key`);
  const signed = sql`coalesce(${sql.ref(`${decree}.signed`)}, ${sql.ref(`${decree}.year`)} || '-01-01', '')`;
  const whens = sql.join(
    revoked.map((one) => sql`when ${one.key} then ${one.since}`),
    sql` `,
  );
  const since = sql`case ${key} ${whens} end`;
  const today = sql`case ${sql.ref(`${regency}.zone`)} when 'WIT' then ${days.WIT} when 'WITA' then ${days.WITA}
    else ${days.WIB} end`;
  return sql<SqlBool>`(${sql.ref(`${citation}.fault`)} is null and ${key} in (${sql.join(revoked.map((one) => one.key))})
    and ${signed} < ${since} and ${since} <= ${today})`;
};

/** A table in force (`st`, of the decree `d`) has at least one finding of these kinds. */
export const hasFinding = ({
  codes = [],
  noted = [],
  outdated = null,
}: FindingKinds): RawBuilder<SqlBool> => {
  const parts = [
    ...(codes.length > 0
      ? [
          sql`exists (select 1 from finding f where f.r = st.r and f.service_text_id = st.id
            and f.code in (${sql.join(codes)}))`,
        ]
      : []),
    ...(noted.length > 0
      ? [
          sql`exists (select 1 from verdict v where v.r = st.r and v.service_text_id = st.id and v.met = 0
            and v.criterion in (${sql.join(noted)}))`,
        ]
      : []),
    ...(outdated
      ? [
          sql`exists (select 1 from citation c join regency g on g.id = c.r
            where c.r = st.r and c.service_text_id = st.id and ${isOutdated("c", "d", "g", outdated)})`,
        ]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
};
