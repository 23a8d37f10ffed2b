import type { Updateable } from "kysely";
import type { Reader, Writer } from "../connection.ts";
import { ANTEROOM, type UploadTable } from "../schema.ts";

export const insertUpload = async (trx: Writer, row: UploadTable): Promise<void> => {
  await trx.insertInto("upload").values(row).execute();
};

export const uploadById = (db: Reader, id: string): Promise<UploadTable | undefined> =>
  db.selectFrom("upload").selectAll().where("r", "=", ANTEROOM).where("id", "=", id).executeTakeFirst();

/** An upload of the same bytes that still waits to be read or confirmed. */
export const pendingUpload = (db: Reader, sha256: string): Promise<UploadTable | undefined> =>
  db
    .selectFrom("upload")
    .selectAll()
    .where("r", "=", ANTEROOM)
    .where("sha256", "=", sha256)
    .where("state", "in", ["antre", "pratinjau"])
    .executeTakeFirst();

/** Uploads that wait, newest first. */
export const waitingUploads = (db: Reader): Promise<UploadTable[]> =>
  db
    .selectFrom("upload")
    .selectAll()
    .where("r", "=", ANTEROOM)
    .where("state", "in", ["antre", "pratinjau"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();

export const updateUpload = async (trx: Writer, id: string, set: Updateable<UploadTable>): Promise<void> => {
  await trx.updateTable("upload").set(set).where("r", "=", ANTEROOM).where("id", "=", id).execute();
};
