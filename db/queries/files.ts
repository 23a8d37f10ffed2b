import { sql } from "kysely";
import type { Reader, Writer } from "../connection.ts";
import { ANTEROOM, type FileTable } from "../schema.ts";
import { inWholeScope, type Scope } from "../scope.ts";

/** A file lies in pieces of this many bytes: one backup, one transaction, no large row. */
export const CHUNK_BYTES = 1024 * 1024;

/** Stores a file with its bytes. */
export const putFile = async (trx: Writer, file: FileTable, bytes: Uint8Array): Promise<void> => {
  await trx.insertInto("file").values(file).execute();
  for (let seq = 0; seq * CHUNK_BYTES < bytes.length; seq++) {
    const chunk = Buffer.from(bytes.subarray(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES));
    await trx
      .insertInto("file_chunk")
      .values({ r: file.r, sha256: file.sha256, seq, bytes: chunk })
      .execute();
  }
};

/** Stores a file with its bytes unless its regency has them already: the first name stays. */
export const putFileOnce = async (trx: Writer, file: FileTable, bytes: Uint8Array): Promise<void> => {
  const there = await trx
    .selectFrom("file")
    .select("sha256")
    .where("r", "=", file.r)
    .where("sha256", "=", file.sha256)
    .executeTakeFirst();
  if (!there) await putFile(trx, file, bytes);
};

/** The bytes of a file; undefined where it is not stored. */
export const fileBytes = async (db: Reader, r: number, sha256: string): Promise<Uint8Array | undefined> => {
  const file = await db
    .selectFrom("file")
    .select("size")
    .where("r", "=", r)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  if (!file) return undefined;
  const chunks = await db
    .selectFrom("file_chunk")
    .select("bytes")
    .where("r", "=", r)
    .where("sha256", "=", sha256)
    .orderBy("seq")
    .execute();
  return Buffer.concat(chunks.map((chunk) => chunk.bytes));
};

export interface StoredFile {
  r: number;
  name: string;
  at: string;
}

/** Where in the scope this file is stored as the text of a decree; undefined where it is not. Evidence is no decree. */
export const storedFile = (db: Reader, scope: Scope, sha256: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom("file")
    .select(["r", "name", "at"])
    .where(inWholeScope(scope, "file"))
    .where("sha256", "=", sha256)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("decree_text as dt")
          .select("dt.id")
          .whereRef("dt.r", "=", "file.r")
          .whereRef("dt.file_sha", "=", "file.sha256"),
      ),
    )
    .orderBy("at")
    .limit(1)
    .executeTakeFirst();

/** Copies a file from the anteroom to its regency, where it is not there yet. */
export const admitFile = async (trx: Writer, r: number, sha256: string, at: string): Promise<void> => {
  const there = await trx
    .selectFrom("file")
    .select("sha256")
    .where("r", "=", r)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  if (there) return;
  await trx
    .insertInto("file")
    .columns(["r", "sha256", "name", "kind", "size", "at", "by"])
    .expression((eb) =>
      eb
        .selectFrom("file")
        .select([sql.lit(r).as("r"), "sha256", "name", "kind", "size", sql.val(at).as("at"), "by"])
        .where("r", "=", ANTEROOM)
        .where("sha256", "=", sha256),
    )
    .execute();
  await trx
    .insertInto("file_chunk")
    .columns(["r", "sha256", "seq", "bytes"])
    .expression((eb) =>
      eb
        .selectFrom("file_chunk")
        .select([sql.lit(r).as("r"), "sha256", "seq", "bytes"])
        .where("r", "=", ANTEROOM)
        .where("sha256", "=", sha256),
    )
    .execute();
};

/**
 * Removes a file from the anteroom, unless another upload than this one still waits with the same bytes.
 * @returns whether it lies there no longer
 */
export const dropStagedFile = async (trx: Writer, sha256: string, uploadId: string): Promise<boolean> => {
  const other = await trx
    .selectFrom("upload")
    .select("id")
    .where("r", "=", ANTEROOM)
    .where("sha256", "=", sha256)
    .where("state", "in", ["antre", "pratinjau"])
    .where("id", "<>", uploadId)
    .limit(1)
    .executeTakeFirst();
  if (other) return false;
  await trx.deleteFrom("file").where("r", "=", ANTEROOM).where("sha256", "=", sha256).execute();
  return true;
};
