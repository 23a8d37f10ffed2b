import { z } from "zod";
import { READER_VERSION, readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { fileBytes } from "#db/queries/files.ts";
import {
  dropReading,
  insertReading,
  type ReadingRows,
  replaceLines,
  textFile,
} from "#db/queries/reading-rows.ts";
import type { NaskahLineTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { cutReading } from "../cut.ts";
import type { CutDecree } from "../cut-model.ts";
import { AppError, notFound } from "../errors.ts";
import { enqueueJob, type JobContext, type JobResult } from "../jobs.server.ts";
import { decreeRows } from "../staging-rows.ts";
import { textAt } from "./correct.server.ts";
import { basisOf, replay } from "./replay.server.ts";
import type { Basis } from "./rows.ts";

/** How many corrections hold on the new reading, and how many are set aside. */
export interface Reread {
  reader: string;
  holding: number;
  conflicts: number;
}

/**
 * Reads a stored text again, by the reader as it is now, and makes every correction in force anew on it. Services keep
 * their ids, and what did not change keeps what hangs on it.
 * @param read left out: this program's reader
 * @throws AppError (404) outside the scope; (409) where its file is not kept or parts otherwise into decrees now
 */
export const rereadText = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
  read: (bytes: Uint8Array, name: string) => Reading = readDecree,
): Promise<Reread> => {
  const { regency, text } = await textAt(db, scope, sk, version);
  const { r } = regency;
  const stored = await textFile(db.read, r, text.text_id);
  const bytes = stored?.file_sha ? await fileBytes(db.read, r, stored.file_sha) : undefined;
  if (!stored || !bytes) throw notKept();
  const reading = read(bytes, stored.file_name);
  const cut = cutReading(reading).find(({ textHash }) => textHash === stored.text_hash);
  if (!cut) throw partedOtherwise();
  const event = { r, action: "naskah.baca_ulang", subject: `${sk}/${version}` } as const;
  return change(db, scope, event, async (trx, { amend }) => {
    const before = await basisOf(trx, r, text.text_id);
    if (!before) throw notFound();
    const at = db.now();
    const { machine, lines } = machineRows(db, scope, cut, reading.reader, { r, textId: text.text_id, at });
    await insertReading(db, trx, machine);
    if (
      JSON.stringify(before.lines) !==
      JSON.stringify(lines.map(({ line, text: words }) => ({ line, text: words })))
    )
      await replaceLines(db, trx, { r, id: text.text_id }, lines);
    const basis: Basis = { machine, current: before.current, lines, ids: idsFor(machine, before) };
    const done = await replay(db, trx, basis, { r, textId: text.text_id, at, by: scope.actor });
    if (before.machine !== before.current) await dropReading(trx, r, before.machine.reading.id);
    const outcome = [...done.conflicts.values()];
    const conflicts = outcome.filter((conflict) => conflict !== null).length;
    const result = { reader: reading.reader, holding: outcome.length - conflicts, conflicts };
    amend({
      before: { pembaca: before.machine.reading.reader_version },
      after: { pembaca: reading.reader, koreksi: result.holding, bertentangan: conflicts },
    });
    return result;
  });
};

/** The rows of a new reading of a stored text, counted by nobody. */
const machineRows = (
  db: Db,
  scope: Scope,
  cut: CutDecree,
  readerVersion: string,
  { r, textId, at }: { r: number; textId: string; at: string },
): { machine: ReadingRows; lines: NaskahLineTable[] } => {
  const ids = new Map<number, string>();
  const tableId = (ordinal: number): string => {
    const id = ids.get(ordinal) ?? db.newId();
    ids.set(ordinal, id);
    return id;
  };
  const place = {
    uploadId: "",
    fileSha: "",
    fileName: "",
    readerVersion,
    at,
    by: scope.actor,
    newId: db.newId,
    tableId,
  };
  const rows = decreeRows(cut, place);
  const own = <T extends { r: number }>(all: readonly T[]): T[] => all.map((row) => ({ ...row, r }));
  const [reading] = own(rows.reading);
  if (!reading) throw new Error("a cut decree without reading");
  return {
    machine: {
      reading: { ...reading, text_id: textId, current: 0 },
      span: own(rows.span),
      service_text: own(rows.service_text).map((row) => ({ ...row, status: "lama" as const })),
      component: own(rows.component),
      declared: own(rows.declared),
      finding: own(rows.finding),
    },
    lines: own(rows.naskah_line).map((row) => ({ ...row, text_id: textId })),
  };
};

/** Which current table each new one is: of the same line, else the only one of its name that is left. */
const idsFor = (machine: ReadingRows, before: Basis): Map<number, string> => {
  const current = new Map(before.current.service_text.map((row) => [row.ordinal, row.id]));
  const old = before.machine.service_text.filter(({ ordinal }) => current.has(ordinal));
  const ids = new Map<number, string>();
  const taken = new Set<number>();
  const take = (ordinal: number, found: { ordinal: number } | undefined) => {
    if (!found || ids.has(ordinal)) return;
    taken.add(found.ordinal);
    ids.set(ordinal, current.get(found.ordinal) as string);
  };
  const free = () => old.filter(({ ordinal }) => !taken.has(ordinal));
  for (const { ordinal, line, name } of machine.service_text) {
    const here = free().filter((row) => row.line === line);
    take(ordinal, here.find((row) => row.name === name) ?? here[0]);
  }
  for (const { ordinal, name } of machine.service_text) {
    const named = free().filter((row) => row.name === name);
    if (named.length === 1) take(ordinal, named[0]);
  }
  // Added ones are counted by their corrections, whatever the reader counts.
  for (const row of before.current.service_text) {
    if (!before.machine.service_text.some(({ ordinal }) => ordinal === row.ordinal))
      ids.set(row.ordinal, row.id);
  }
  return ids;
};

const RereadArgs = z.strictObject({ sk: z.string(), version: z.int().positive() });

/** Reads a text again in the background. */
export const rereadJob = async ({ db, scope, args, progress }: JobContext): Promise<JobResult> => {
  const { sk, version } = RereadArgs.parse(args);
  await progress({ label: "Membaca ulang naskah", done: 0, total: 1 }, 600_000);
  await rereadText(db, scope, sk, version);
  return { next: `/naskah/${sk}/${version}/koreksi` };
};

/** Queues it. Returns the job's id. */
export const queueReread = async (db: Db, scope: Scope, sk: string, version: number): Promise<string> => {
  const { r } = (await textAt(db, scope, sk, version)).regency;
  const event = {
    r,
    action: "naskah.baca_ulang",
    subject: `${sk}/${version}`,
    after: { diminta: true },
  } as const;
  return change(db, scope, event, (trx) =>
    enqueueJob(db, trx, scope, { r, kind: "baca-ulang", args: { sk, version } }),
  );
};

/** Version of the reader of this program. */
export const READER = READER_VERSION;

const notKept = (): AppError =>
  new AppError({
    code: "file_not_kept",
    status: 409,
    message:
      "Berkas naskah ini tidak tersimpan, sehingga tidak dapat dibaca ulang. Unggah berkasnya kembali.",
  });

const partedOtherwise = (): AppError =>
  new AppError({
    code: "parted_otherwise",
    status: 409,
    message:
      "Pembaca yang baru memisahkan keputusan dalam berkas ini secara lain, sehingga naskah ini tidak dapat dibaca ulang di tempatnya. Tidak ada yang diubah. Unggah berkasnya kembali.",
  });
