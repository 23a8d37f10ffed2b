import { REGULATIONS } from "#app/instruments/regulations.ts";
import { type AnyFindingCode, APART_CODES, NOTED_CRITERIA } from "#app/scoring/all-findings.ts";
import type { Db } from "#db/connection.ts";
import type { FindingKinds, Outdated, Revocation } from "#db/queries/finding-sources.ts";
import type { ServiceSelection } from "#db/queries/in-force.ts";
import { FAMILIES } from "./families.ts";
import { regulationKey } from "./keys.ts";
import { todayIn } from "./today.ts";
import type { FilterOptions, ServiceFilter } from "./views.ts";

/** Filters of an address as the queries take them, on the day that asks. */
export const selectionOf = (
  db: Pick<Db, "now">,
  filter: ServiceFilter,
  r: readonly number[] = [],
): ServiceSelection => ({
  r,
  years: filter.tahun ?? [],
  families: filter.rumpun ?? [],
  bagian: filter.bagian ?? [],
  users: (filter.pengguna ?? []).map((user) => (user === "belum" ? null : user)),
  components: filter.komponen ?? [],
  levels: (filter.tingkat ?? []).map((level) => (level === "belum" ? null : level)),
  ...findingKinds(db, filter.temuan ?? []),
});

/** Every regulation whose end the register tells; a national one, so its key is the same in every regency. */
const REVOCATIONS: readonly Revocation[] = REGULATIONS.flatMap((one) => {
  const key = regulationKey(one, 0);
  const told = one.status === "dicabut" && one.show !== "jangan_tampilkan";
  return told && one.since !== null && key !== null ? [{ key, since: one.since }] : [];
});

/** What was revoked by today, in every zone. */
export const outdatedBy = (db: Pick<Db, "now">): Outdated => {
  const days = {
    WIB: todayIn(db, { zone: "WIB" }),
    WITA: todayIn(db, { zone: "WITA" }),
    WIT: todayIn(db, { zone: "WIT" }),
  };
  // Nowhere is it later than in the east.
  return { revoked: REVOCATIONS.filter(({ since }) => since <= days.WIT), days };
};

/** Codes by where their findings come from. */
const findingKinds = (db: Pick<Db, "now">, codes: readonly AnyFindingCode[]): FindingKinds => ({
  codes: codes.filter((code) => !(APART_CODES as readonly AnyFindingCode[]).includes(code)),
  noted: codes.includes("short_of_level_3") ? NOTED_CRITERIA : [],
  outdated: codes.includes("outdated_basis") ? outdatedBy(db) : null,
});

/** What occurs in the data, as choices: years ascending, families in the order of their registry. */
export const optionsOf = (rows: readonly { year: number | null; family: string | null }[]): FilterOptions => {
  const years = new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])));
  const families = new Set(rows.map(({ family }) => family));
  return {
    years: [...years].sort((a, b) => a - b),
    families: FAMILIES.filter(({ slug }) => families.has(slug)).map(({ slug, name }) => ({ slug, name })),
  };
};
