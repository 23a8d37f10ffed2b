import { createHash } from "node:crypto";
import type { Db, Writer } from "#db/connection.ts";
import { fileBytes, putFileOnce } from "#db/queries/files.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, fileTooLarge, notFound } from "../errors.ts";
import { MAX_UPLOAD_BYTES } from "../upload.server.ts";
import { ATTACHMENT_KINDS, type AttachmentKind, kindOfBytes } from "./kinds.ts";

/** A file that a person brought as evidence, looked at and not stored yet. */
export interface Attachment {
  sha256: string;
  /** As its sender named it, without control characters. */
  name: string;
  kind: AttachmentKind;
  bytes: Uint8Array;
}

const NAME_LENGTH = 200;

/**
 * Looks at a file that somebody attaches: what it is, by its bytes.
 * @throws AppError (413) beyond 25 MB; (415) where it is none of the kinds that are taken, or empty
 */
export const readAttachment = async (file: {
  name: string;
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}): Promise<Attachment> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.stream) {
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES) throw fileTooLarge(null, MAX_UPLOAD_BYTES);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const kind = kindOfBytes(bytes);
  if (kind === null) {
    throw new AppError({
      code: "attachment_kind",
      status: 415,
      message:
        "Berkas ini kosong atau jenisnya tidak dikenal. Lampirkan PDF, DOCX, XLSX, PPTX, ODT, DOC, JPG, PNG, WebP, atau teks. Tidak ada yang disimpan.",
    });
  }
  const name = file.name.normalize("NFC").replace(/\p{C}/gu, "").slice(-NAME_LENGTH) || "tanpa nama";
  return { sha256: createHash("sha256").update(bytes).digest("hex"), name, kind, bytes };
};

/** Stores the bytes with their regency, once however often they are attached. To be called inside a change. */
export const storeAttachment = (
  db: Pick<Db, "now">,
  trx: Writer,
  scope: Scope,
  r: number,
  { sha256, name, kind, bytes }: Attachment,
): Promise<void> =>
  putFileOnce(trx, { r, sha256, name, kind, size: bytes.length, at: db.now(), by: scope.actor }, bytes);

/**
 * Stored bytes as an answer to keep, never to be shown by the browser as a page of ours. Who may have them is the
 * caller's question: a file is reached through what it is attached to.
 * @throws AppError (404) where they are not there
 */
export const attachmentResponse = async (
  db: Db,
  r: number,
  { file_sha, file_name }: { file_sha: string; file_name: string | null },
): Promise<Response> => {
  const bytes = await fileBytes(db.read, r, file_sha);
  const kind = bytes && kindOfBytes(bytes);
  if (!bytes || !kind) throw notFound();
  const name = (file_name ?? "berkas").replace(/\.[a-z0-9]{1,5}$/i, "");
  const plain = name.replace(/[^a-z0-9-]+/gi, "-").replace(/^-+|-+$/g, "") || "berkas";
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": ATTACHMENT_KINDS[kind],
      "Content-Disposition": `attachment; filename="${plain}.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`,
      "Cache-Control": "private, no-cache",
    },
  });
};
