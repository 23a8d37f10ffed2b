import type { Conflict, Operation } from "#app/correction/model.ts";
import type { ComponentKey } from "#app/reader/components.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import {
  correctionsOf,
  insertCorrection,
  listCorrections,
  updateCorrection,
} from "#db/queries/corrections.ts";
import type { DecreeTextRow } from "#db/queries/decrees.ts";
import type { ReadingRows } from "#db/queries/reading-rows.ts";
import type { StoredLevel } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { versionsAt } from "../lookup.server.ts";
import { cellOf } from "../refs.ts";
import type { Cell, RegencyRef } from "../views.ts";
import { type WordPart, wordDiff } from "../word-diff.ts";
import { type Asked, type AskedProblem, operationFor } from "./asked.ts";
import { basisOf, openBasis, type Replayed, replay } from "./replay.server.ts";
import { machineReading } from "./rows.ts";
import { parseCorrection, storedOperation } from "./stored.ts";

/** A component as it stands before or after a correction. */
export interface ComponentSide {
  cell: Cell;
  level: StoredLevel | null;
  text: string | null;
}

export interface ChangedComponent {
  key: ComponentKey;
  before: ComponentSide | null;
  after: ComponentSide | null;
  /** Words marked; null where there is no text on both sides, or too much of it to compare. */
  words: WordPart[] | null;
}

export interface ChangedService {
  /** Of its printed table. */
  id: string;
  /** Null: it was not there before, or is not there any more. */
  before: { name: string; bagian: string | null } | null;
  after: { name: string; bagian: string | null } | null;
  components: ChangedComponent[];
}

/** What a correction changes, or would change. */
export interface CorrectionEffect {
  services: ChangedService[];
  /** Components of the text at level 0 or 1, tables in force only. */
  problems: { before: number; after: number };
  /** Lines that nobody owns. */
  unassigned: { before: number; after: number };
  /** Why it would be set aside; null where it holds. */
  conflict: Conflict | null;
  /** Other corrections that would be set aside, or would hold again. */
  others: { seq: number; conflict: Conflict | null }[];
}

/** One correction as its list shows it. */
export interface CorrectionView {
  seq: number;
  operation: Operation;
  at: string;
  by: string;
  reason: string;
  state: "berlaku" | "bertentangan" | "dibatalkan";
  conflict: Conflict | null;
  undone: { at: string; by: string; reason: string | null } | null;
}

/** Carries what a rehearsal found out of the transaction that it undoes. */
class Rehearsed extends Error {
  readonly effect: CorrectionEffect;
  constructor(effect: CorrectionEffect) {
    super("rehearsed");
    this.effect = effect;
  }
}

/** The text that an address names, in the scope with all its bagian. */
export const textAt = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
): Promise<{ regency: RegencyRef; text: DecreeTextRow }> => {
  const { regency, versions } = await versionsAt(db, scope, sk);
  const text = versions.find((one) => one.version === version);
  if (!text || !scope.includesWhole(regency.r)) throw notFound();
  return { regency, text };
};

/** A correction as asked for: refused with the field at fault, else what it did. */
export type Corrected = { problem: AskedProblem } | { seq: number; effect: CorrectionEffect };

interface Request {
  sk: string;
  version: number;
  asked: Asked;
  reason: string;
}

/**
 * Corrects the reading of a text; services, register and scores follow in the same change.
 * @throws AppError (404) outside the scope; (409) where only facts of the text are kept
 */
export const correct = (db: Db, scope: Scope, request: Request): Promise<Corrected> =>
  perform(db, scope, request, false);

/** What a correction would change: the same work, undone before anybody sees it. */
export const rehearse = async (
  db: Db,
  scope: Scope,
  request: Omit<Request, "reason">,
): Promise<{ problem: AskedProblem } | { effect: CorrectionEffect }> => {
  try {
    return await perform(db, scope, { ...request, reason: "" }, true);
  } catch (error) {
    if (error instanceof Rehearsed) return { effect: error.effect };
    throw error;
  }
};

const perform = async (
  db: Db,
  scope: Scope,
  { sk, version, asked, reason }: Request,
  rehearsal: boolean,
): Promise<Corrected> => {
  const { regency, text } = await textAt(db, scope, sk, version);
  if (text.facts_only === 1) throw factsOnly();
  const { r } = regency;
  const basis = await basisOf(db.read, r, text.text_id);
  if (!basis) throw notFound();
  // The lines of a text and the machine's reading do not change by corrections: what is asked can be anchored beforehand.
  const found = operationFor(asked, machineReading(basis));
  if ("problem" in found) return found;
  const { operation } = found;
  const subject = `${sk}/${version}`;
  const event = { r, action: "naskah.koreksi", subject, reason, after: { operasi: operation.op } } as const;
  return change(db, scope, event, async (trx, { amend }) => {
    const open = await openBasis(db, trx, r, text.text_id);
    const known = await correctionsOf(trx, r, text.text_id);
    const seq = (known.at(-1)?.seq ?? 0) + 1;
    const at = db.now();
    await insertCorrection(trx, {
      r,
      text_id: text.text_id,
      seq,
      ...storedOperation(operation),
      at,
      by: scope.actor,
      reason,
      conflict: null,
      undone_at: null,
      undone_by: null,
      undone_reason: null,
    });
    const done = await replay(db, trx, open, { r, textId: text.text_id, at, by: scope.actor });
    const effect = effectOf(done, known, seq);
    if (rehearsal) throw new Rehearsed(effect);
    if (effect.conflict !== null) throw pointless(effect.conflict);
    amend({ after: { koreksi: seq, operasi: operation.op, layanan: effect.services.length } });
    return { seq, effect };
  });
};

/**
 * Undoes a correction: the reading becomes what it would be without it. One that is undone already stays so.
 * @throws AppError (404) where there is no such correction in the scope
 */
export const undoCorrection = async (
  db: Db,
  scope: Scope,
  { sk, version, seq, reason }: { sk: string; version: number; seq: number; reason: string },
): Promise<void> => {
  const { regency, text } = await textAt(db, scope, sk, version);
  const { r } = regency;
  const known = (await correctionsOf(db.read, r, text.text_id)).find((row) => row.seq === seq);
  if (!known) throw notFound();
  if (known.undone_at !== null) return;
  const event = {
    r,
    action: "naskah.koreksi_batal",
    subject: `${sk}/${version}`,
    reason,
    before: { koreksi: seq, operasi: known.op },
  } as const;
  await change(db, scope, event, async (trx) => {
    const open = await openBasis(db, trx, r, text.text_id);
    const at = db.now();
    await updateCorrection(trx, known, {
      undone_at: at,
      undone_by: scope.actor,
      undone_reason: reason === "" ? null : reason,
      conflict: null,
    });
    await replay(db, trx, open, { r, textId: text.text_id, at, by: scope.actor });
  });
};

/** Corrections of a text, the newest first. */
export const getCorrections = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
): Promise<CorrectionView[]> => {
  const { regency, text } = await textAt(db, scope, sk, version);
  const rows = await listCorrections(db.read, scope, regency.r, text.text_id);
  return rows
    .map((row): CorrectionView => {
      const { operation } = parseCorrection(row);
      const undone =
        row.undone_at === null
          ? null
          : { at: row.undone_at, by: row.undone_by ?? "", reason: row.undone_reason };
      return {
        seq: row.seq,
        operation,
        at: row.at,
        by: row.by,
        reason: row.reason,
        conflict: row.conflict as Conflict | null,
        state: undone ? "dibatalkan" : row.conflict === null ? "berlaku" : "bertentangan",
        undone,
      };
    })
    .reverse();
};

const effectOf = (
  { before, after, touched, removed, conflicts }: Replayed,
  known: readonly { seq: number; conflict: string | null }[],
  seq: number | null,
): CorrectionEffect => ({
  services: changedServices(before, after, new Set([...touched, ...removed])),
  problems: { before: problemsIn(before), after: problemsIn(after) },
  unassigned: { before: before.reading.annex_unassigned, after: after.reading.annex_unassigned },
  conflict: seq === null ? null : (conflicts.get(seq) ?? null),
  others: known.flatMap((row) => {
    const conflict = conflicts.get(row.seq);
    return conflict === undefined || conflict === row.conflict ? [] : [{ seq: row.seq, conflict }];
  }),
});

/** Tables that count: a repeat is counted with the table that it repeats. */
const problemsIn = ({ service_text }: ReadingRows): number =>
  service_text
    .filter(({ same_as }) => same_as === null)
    .reduce((sum, { level0_n, level1_n }) => sum + level0_n + level1_n, 0);

const changedServices = (
  before: ReadingRows,
  after: ReadingRows,
  ids: ReadonlySet<string>,
): ChangedService[] =>
  [...ids].flatMap((id) => {
    const [old, now] = [before, after].map((rows) => rows.service_text.find((row) => row.id === id));
    const sides = (rows: ReadingRows, key: ComponentKey): ComponentSide | null => {
      const row = rows.component.find((one) => one.service_text_id === id && one.key === key);
      return row ? { cell: cellOf(row), level: row.level, text: row.text } : null;
    };
    const components = COMPONENT_KEYS.flatMap((key): ChangedComponent[] => {
      const [a, b] = [sides(before, key), sides(after, key)];
      const said = (side: ComponentSide | null) =>
        JSON.stringify([side?.cell.state, side?.level, side?.text]);
      return said(a) === said(b) ? [] : [{ key, before: a, after: b, words: wordsOf(a, b) }];
    });
    const nameOf = (row: typeof old) => (row ? { name: row.name, bagian: row.bagian } : null);
    const [a, b] = [nameOf(old), nameOf(now)];
    if (components.length === 0 && JSON.stringify(a) === JSON.stringify(b)) return [];
    return [{ id, before: a, after: b, components }];
  });

const wordsOf = (before: ComponentSide | null, after: ComponentSide | null): WordPart[] | null => {
  const [a, b] = [before?.text ?? null, after?.text ?? null];
  return a === null || b === null || a === b ? null : wordDiff(a, b);
};

const factsOnly = (): AppError =>
  new AppError({
    code: "facts_only",
    status: 409,
    message: "Teks naskah ini belum diunggah, sehingga bacaannya belum dapat diperbaiki. Unggah naskahnya.",
  });

const pointless = (conflict: Conflict): AppError =>
  new AppError({
    code: conflict,
    status: 409,
    message:
      "Koreksi ini tidak dapat diterapkan: baris atau layanannya sudah berubah. Tidak ada yang diubah. Muat ulang halaman, lalu pilih kembali.",
  });
