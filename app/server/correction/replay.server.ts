import type { Conflict } from "#app/correction/model.ts";
import { insertMany } from "#db/bulk.ts";
import type { Db, Reader, Writer } from "#db/connection.ts";
import { correctionsOf, updateCorrection } from "#db/queries/corrections.ts";
import {
  insertReading,
  linesOf,
  type ReadingRows,
  readingOf,
  readingRows,
} from "#db/queries/reading-rows.ts";
import { registerOf } from "#db/queries/register.ts";
import { replaceReading } from "#db/queries/replace-reading.ts";
import type { ServiceAliasTable } from "#db/schema.ts";
import type { CorrectionTable } from "#db/schema-corrections.ts";
import { notFound } from "../errors.ts";
import { bagianKey, nameKey } from "../keys.ts";
import { type Growth, linkReading, refreshRegister, settleBagian } from "../register.server.ts";
import { scoreRegency } from "../scoring.server.ts";
import { type Basis, wantedRows } from "./rows.ts";
import { parseCorrection } from "./stored.ts";

/** Where a replay happens, when and by whom. */
export interface ReplayPlace extends Growth {
  textId: string;
}

export interface Replayed {
  before: ReadingRows;
  after: ReadingRows;
  touched: string[];
  removed: string[];
  /** Of each correction that was not undone. */
  conflicts: ReadonlyMap<number, Conflict | null>;
}

/**
 * What the corrections of a text start from. The first time, the machine's reading is set aside under an id of its own: it
 * stays as it is, and the rows that pages read keep their ids.
 */
export const openBasis = async (db: Db, trx: Writer, r: number, textId: string): Promise<Basis> => {
  const basis = await basisOf(trx, r, textId);
  if (!basis) throw notFound();
  if (basis.machine !== basis.current) return basis;
  const machine = copyOf(basis.current, db.newId);
  await insertReading(db, trx, machine);
  return { ...basis, machine };
};

/** The same without writing; the machine's reading is the one that counts where nothing was corrected yet. */
export const basisOf = async (db: Reader, r: number, textId: string): Promise<Basis | null> => {
  const reading = await readingOf(db, r, { textId });
  const lines = await linesOf(db, r, textId);
  if (!reading || lines.length === 0) return null;
  const current = await readingRows(db, reading);
  const machine =
    reading.machine_id === null ? undefined : await readingOf(db, r, { id: reading.machine_id });
  return { current, machine: machine ? await readingRows(db, machine) : current, lines };
};

/** A reading under new ids, counted by nobody. */
export const copyOf = (rows: ReadingRows, newId: () => string): ReadingRows => {
  const id = newId();
  const tables = new Map(rows.service_text.map((row) => [row.id, newId()]));
  const tableOf = (old: string | null) => (old === null ? null : (tables.get(old) ?? null));
  return {
    reading: {
      ...rows.reading,
      id,
      current: 0,
      machine_id: null,
      scorer_version: null,
      instrument_id: null,
    },
    span: rows.span.map((row) => ({ ...row, reading_id: id })),
    service_text: rows.service_text.map((row) => ({
      ...row,
      id: tableOf(row.id) as string,
      reading_id: id,
      same_as: tableOf(row.same_as),
      status: "lama",
    })),
    component: rows.component.map((row) => ({
      ...row,
      service_text_id: tableOf(row.service_text_id) as string,
      level: null,
      overruled_level: null,
    })),
    declared: rows.declared.map((row) => ({
      ...row,
      reading_id: id,
      service_text_id: tableOf(row.service_text_id),
    })),
    finding: rows.finding.map((row) => ({
      ...row,
      id: newId(),
      reading_id: id,
      service_text_id: tableOf(row.service_text_id),
    })),
  };
};

/**
 * Makes the reading that counts anew out of the machine's and the corrections in force, then register and scores. Runs
 * inside the change that made it necessary.
 */
export const replay = async (db: Db, trx: Writer, basis: Basis, place: ReplayPlace): Promise<Replayed> => {
  const { r, textId } = place;
  const inForce = (await correctionsOf(trx, r, textId)).filter((row) => row.undone_at === null);
  const { rows, outcome } = wantedRows(basis, inForce.map(parseCorrection), db.newId);
  const { touched, removed } = await replaceReading(db, trx, basis.current, rows);
  await settleRegister(db, trx, basis, touched, place);
  await setConflicts(trx, inForce, outcome);
  await scoreRegency(db, trx, r);
  return {
    before: basis.current,
    after: await readingRows(trx, basis.current.reading),
    touched,
    removed,
    conflicts: outcome,
  };
};

const setConflicts = async (
  trx: Writer,
  rows: readonly CorrectionTable[],
  outcome: ReadonlyMap<number, Conflict | null>,
): Promise<void> => {
  for (const row of rows) {
    const conflict = outcome.get(row.seq) ?? null;
    if (conflict !== row.conflict) await updateCorrection(trx, row, { conflict });
  }
};

/** Links tables that have no service yet; corrected names become names under which their services are known. */
const settleRegister = async (
  db: Db,
  trx: Writer,
  { current: { reading } }: Basis,
  touched: readonly string[],
  growth: ReplayPlace,
): Promise<void> => {
  const { r, at, by } = growth;
  const { service_text: tables } = await readingRows(trx, reading);
  const register = await registerOf(trx, r);
  await settleBagian(db, trx, register, tables, { r, at, by });
  const linked = tables.flatMap(({ service_id }) => service_id ?? []);
  const loose = tables.filter((table) => table.service_id === null && table.same_as === null);
  await linkReading(db, trx, register, loose, new Set(), { r, at, by }, new Set(linked));
  const known = new Set(register.serviceAliases.map((one) => `${one.bagian_key}|${one.name_key}|${one.nth}`));
  const aliases: ServiceAliasTable[] = [];
  for (const { id, name, bagian, service_id } of tables) {
    const [bagian_key, name_key] = [bagianKey(bagian), nameKey(name)];
    if (service_id === null || !touched.includes(id) || known.has(`${bagian_key}|${name_key}|0`)) continue;
    known.add(`${bagian_key}|${name_key}|0`);
    aliases.push({ r, bagian_key, name_key, nth: 0, service_id, at, by });
  }
  await insertMany(db, trx, "service_alias", aliases);
  await refreshRegister(trx, r, new Set(touched));
};
