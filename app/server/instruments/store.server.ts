import { type Edition, partsOf } from "#app/instruments/edition.ts";
import { type Problem, readEdition } from "#app/instruments/problems.ts";
import { editionHash, SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";
import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { staleByEdition } from "#db/queries/assessments.ts";
import { familyOf, insertInstrument, supersede } from "#db/queries/instruments.ts";
import { ANTEROOM, type InstrumentTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "../errors.ts";
import { CURRENT_INSTRUMENT } from "../score-cuts.ts";

/** The yardstick by which the program scores comes with the program: its criteria are functions, not data alone. */
const RESERVED = partsOf(CURRENT_INSTRUMENT.edition).family;

export type AddedEdition =
  | { kind: "baru"; edition: string; replaced: string[] }
  | { kind: "sama"; edition: string }
  | { kind: "ditolak"; problems: readonly Problem[] };

/** A file of an edition, read and held against what is stored; nothing is written. */
export type CheckedEdition =
  | { kind: "baru"; edition: Edition; replaces: string[] }
  | { kind: "sama"; edition: Edition }
  | { kind: "ditolak"; problems: readonly Problem[] };

type Stored = Awaited<ReturnType<typeof familyOf>>;

/**
 * May this edition be added to its family? What is stored is never changed: the same content again is known, another
 * content needs a number above all others.
 */
const place = (edition: Edition, family: Stored): CheckedEdition => {
  const refuse = (message: string): CheckedEdition => ({
    kind: "ditolak",
    problems: [{ where: "edition", message }],
  });
  const { family: name, number } = partsOf(edition.edition);
  if (name === RESERVED)
    return refuse(`${name} adalah bagian dari program dan tidak ditambahkan dengan berkas.`);
  const hash = editionHash(edition);
  if (family.some((one) => one.edition === edition.edition && one.hash === hash))
    return { kind: "sama", edition };
  const highest = Math.max(0, ...family.map((one) => partsOf(one.edition).number));
  if (number <= highest) {
    return refuse(
      `edisi yang sudah tersimpan tidak diubah. Nomor tertinggi ${name} adalah ${highest}; beri nomor ${highest + 1} atau lebih.`,
    );
  }
  return {
    kind: "baru",
    edition,
    replaces: family.filter((one) => one.superseded_by === null).map((one) => one.edition),
  };
};

/** Reads a file of an edition and says what adding it would do. */
export const checkEdition = async (db: Db, text: string): Promise<CheckedEdition> => {
  const read = readEdition(text);
  if (!read.ok) return { kind: "ditolak", problems: read.problems };
  return place(read.edition, await familyOf(db.read, partsOf(read.edition.edition).family));
};

const idOf = (edition: string, hash: string): string => `${edition}@${hash.slice(0, 12)}`;

/** The event stands in the chain of the program itself: instruments are of no regency. */
const eventOf = (edition: string) => ({ r: ANTEROOM, action: "instrumen.tambah", subject: edition }) as const;

/**
 * Adds an edition; editions of its family that were in force give way to it and keep their content, so that what was
 * assessed by them stays what it was. Adding the same again writes nothing.
 */
export const addEdition = async (db: Db, scope: Scope, text: string): Promise<AddedEdition> => {
  const checked = await checkEdition(db, text);
  if (checked.kind !== "baru") {
    return checked.kind === "sama" ? { kind: "sama", edition: checked.edition.edition } : checked;
  }
  const { edition } = checked.edition;
  return change(db, scope, eventOf(edition), async (trx, { amend }) => {
    const family = await familyOf(trx, partsOf(edition).family);
    // Somebody else may have added one meanwhile: the chain's lock decides who was first.
    const now = place(checked.edition, family);
    if (now.kind !== "baru") throw addedMeanwhile();
    const row = rowOf(checked.edition, db.now(), scope.actor);
    await insertInstrument(trx, row);
    const old = family.filter((one) => one.superseded_by === null);
    await giveWay(
      db,
      trx,
      old.map(({ id }) => id),
      row.id,
    );
    const replaced = old.map((one) => one.edition);
    amend({ after: { hash: row.hash, replaces: replaced } });
    return { kind: "baru", edition, replaced };
  });
};

/** Editions give way to a newer one; what was handed in by them has to be reviewed again by it. */
const giveWay = async (db: Db, trx: Writer, ids: readonly string[], by: string): Promise<void> => {
  await supersede(trx, ids, by);
  const at = db.now();
  const stale = JSON.stringify({ instrument: true, parts: [], answers: [], at });
  await staleByEdition(trx, ids, { stale, at });
};

const addedMeanwhile = (): AppError =>
  new AppError({
    code: "edisi_bersamaan",
    status: 409,
    message: "Edisi ini baru saja ditambahkan orang lain. Tidak ada yang diubah. Muat ulang daftarnya.",
  });

const rowOf = (edition: Edition, at: string, by: string): InstrumentTable => {
  const hash = editionHash(edition);
  return {
    id: idOf(edition.edition, hash),
    edition: edition.edition,
    hash,
    json: JSON.stringify(edition),
    superseded_by: null,
    at,
    by,
  };
};

/**
 * Writes the shipped editions that are not there yet, and the yardstick of substance. An edition of the same or of a
 * higher number that an admin added stays the one in force.
 */
export const seedEditions = async (db: Db, scope: Scope): Promise<void> => {
  const { id, edition, hash, content } = CURRENT_INSTRUMENT;
  const yardstick = { id, edition, hash, json: JSON.stringify(content), superseded_by: null };
  const at = db.now();
  const rows: InstrumentTable[] = [
    { ...yardstick, at, by: scope.actor },
    ...SHIPPED_EDITIONS.map((one) => rowOf(one, at, scope.actor)),
  ];
  for (const row of rows) {
    const { family, number } = partsOf(row.edition);
    if ((await familyOf(db.read, family)).some((one) => isSettled(one, row))) continue;
    await change(db, scope, eventOf(row.edition), async (trx, { amend }) => {
      const stored = await familyOf(trx, family);
      const newer = stored
        .filter((one) => partsOf(one.edition).number > number)
        .sort((a, b) => partsOf(b.edition).number - partsOf(a.edition).number)[0];
      await insertInstrument(trx, { ...row, superseded_by: newer?.id ?? null });
      const old = newer ? [] : stored.filter((one) => one.superseded_by === null);
      await giveWay(
        db,
        trx,
        old.map((one) => one.id),
        row.id,
      );
      amend({ after: { hash: row.hash, replaces: old.map((one) => one.edition) } });
    });
  }
};

/** The very edition is there; or, of the data editions, one under its number: what is stored is never changed. */
const isSettled = (stored: Stored[number], row: InstrumentTable): boolean =>
  stored.id === row.id || (stored.edition === row.edition && row.id !== CURRENT_INSTRUMENT.id);
