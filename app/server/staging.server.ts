import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { dropStaged, stageRows } from "#db/queries/staging.ts";
import { insertUpload, updateUpload } from "#db/queries/uploads.ts";
import { ANTEROOM, type UploadTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import type { CutDecree } from "./cut-model.ts";
import { decreeRows } from "./staging-rows.ts";

/** The anteroom: what was read lies there, seen by nobody but its preview, until it is confirmed. */

/** An upload that was not read yet. */
export const newUpload = (id: string, sha256: string, name: string, size: number) => ({
  r: ANTEROOM,
  id,
  sha256,
  name,
  size,
  state: "antre" as const,
  reader_version: null,
  lines: null,
  outcome: null,
});

/** Puts cuts that were made elsewhere (the sample's facts) into the anteroom, ready to be stored. Returns the upload. */
export const stageCuts = async (
  db: Db,
  scope: Scope,
  file: { name: string; sha256: string; lines: number; reader: string },
  cuts: readonly CutDecree[],
): Promise<UploadTable> => {
  const id = db.newId();
  const event = { r: ANTEROOM, action: "naskah.unggah", subject: id, after: file } as const;
  const upload: UploadTable = {
    ...newUpload(id, file.sha256, file.name, 0),
    job_id: null,
    at: db.now(),
    by: scope.actor,
  };
  await change(db, scope, event, (trx) => insertUpload(trx, upload));
  await stage(db, scope, upload, { cuts, lines: file.lines, reader: file.reader });
  return upload;
};

export interface ReadFile {
  cuts: readonly CutDecree[];
  /** Lines of the whole file. */
  lines: number;
  /** Version of the reader. */
  reader: string;
}

/**
 * Writes what was read of an upload, decree by decree in short transactions, and opens it for confirmation. May be run
 * again after a crash.
 * @param progress called after each decree
 */
export const stage = async (
  db: Db,
  scope: Scope,
  upload: UploadTable,
  { cuts, lines, reader }: ReadFile,
  progress: (cut: CutDecree) => Promise<void> = async () => {},
): Promise<void> => {
  await db.write.transaction().execute((trx) => dropStaged(trx, upload.id));
  const ids = new Map<number, string>();
  const tableId = (ordinal: number): string => {
    const id = ids.get(ordinal) ?? db.newId();
    ids.set(ordinal, id);
    return id;
  };
  const place = {
    uploadId: upload.id,
    fileSha: upload.sha256,
    fileName: upload.name,
    readerVersion: reader,
    at: db.now(),
    by: scope.actor,
    newId: db.newId,
    tableId,
  };
  for (const cut of cuts) {
    await stageRows(db, decreeRows(cut, place));
    await progress(cut);
  }
  const event = {
    r: ANTEROOM,
    action: "naskah.baca",
    subject: upload.id,
    after: { decrees: cuts.length },
  } as const;
  await change(db, scope, event, (trx) =>
    updateUpload(trx, upload.id, { state: "pratinjau", lines, reader_version: reader }),
  );
};
