import type { Updateable } from "kysely";
import type { Reader, Writer } from "../connection.ts";
import { ANTEROOM, type UploadTable } from "../schema.ts";
import { ownInAnteroom, type Scope } from "../scope.ts";

export const insertUpload = async (trx: Writer, row: UploadTable): Promise<void> => {
  await trx.insertInto("upload").values(row).execute();
};

/** An upload of one's own. */
export const uploadById = (db: Reader, scope: Scope, id: string): Promise<UploadTable | undefined> =>
  db
    .selectFrom("upload")
    .selectAll()
    .where(ownInAnteroom(scope, "upload"))
    .where("id", "=", id)
    .executeTakeFirst();

/** An upload of one's own of the same bytes that still waits to be read or confirmed. */
export const pendingUpload = (db: Reader, scope: Scope, sha256: string): Promise<UploadTable | undefined> =>
  db
    .selectFrom("upload")
    .selectAll()
    .where(ownInAnteroom(scope, "upload"))
    .where("sha256", "=", sha256)
    .where("state", "in", ["antre", "pratinjau"])
    .executeTakeFirst();

/** Uploads of one's own that wait, newest first. */
export const waitingUploads = (db: Reader, scope: Scope): Promise<UploadTable[]> =>
  db
    .selectFrom("upload")
    .selectAll()
    .where(ownInAnteroom(scope, "upload"))
    .where("state", "in", ["antre", "pratinjau"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();

export const updateUpload = async (trx: Writer, id: string, set: Updateable<UploadTable>): Promise<void> => {
  await trx.updateTable("upload").set(set).where("r", "=", ANTEROOM).where("id", "=", id).execute();
};
