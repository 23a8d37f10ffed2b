import type { Db } from "#db/connection.ts";
import { type DecreeTextRow, decreeTexts } from "#db/queries/decrees.ts";
import { listRegencies, regencyBySlug } from "#db/queries/regencies.ts";
import type { RegencyTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "./errors.ts";
import { decreeRef, regencyRef } from "./refs.ts";
import type { DecreeSummary, RegencyRef } from "./views.ts";

/** What an address names, or 404: outside the scope is as if it were not there. */

export const regencyAt = async (db: Db, scope: Scope, slug: string): Promise<RegencyTable> => {
  const regency = await regencyBySlug(db.read, scope, slug);
  if (!regency) throw notFound();
  return regency;
};

export const regencyRefs = async (db: Db, scope: Scope): Promise<Map<number, RegencyRef>> =>
  new Map((await listRegencies(db.read, scope)).map((row) => [row.id, regencyRef(row)]));

/** Every version of the decree at this address, newest first, and its regency. */
export const versionsAt = async (
  db: Db,
  scope: Scope,
  slug: string,
): Promise<{ regency: RegencyRef; versions: [DecreeTextRow, ...DecreeTextRow[]] }> => {
  // Lists stand in the order of their files; here only the version decides, whatever its file was called.
  const [newest, ...older] = (await decreeTexts(db.read, scope, { slug })).sort(
    (a, b) => b.version - a.version,
  );
  const regency = newest && (await regencyRefs(db, scope)).get(newest.r);
  if (!newest || !regency) throw notFound();
  return { regency, versions: [newest, ...older] };
};

export const decreeSummary = (row: DecreeTextRow): DecreeSummary => ({
  ...decreeRef(row),
  numberAnnex: row.number_annex,
  maklumat: row.maklumat === 1,
  fileName: row.file_name,
  lines: [row.line_from, row.line_to],
  storedAt: row.at,
  coverage: { annexLines: row.annex_lines, unassignedLines: row.annex_unassigned },
  services: Number(row.services),
  declared: Number(row.declared),
  withoutTable: Number(row.without_table),
  undeclared: Number(row.undeclared),
});
