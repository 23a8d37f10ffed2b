import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import type { ByteSource } from "#app/survey/files/table.ts";
import { makeFolder } from "#db/folder.ts";
import { env } from "../env.server.ts";
import { fileTooLarge } from "../errors.ts";

/** Largest survey file. It is read in parts and never stored, so it may be larger than a decree. */
export const MAX_SURVEY_BYTES = 150_000_000;

/** So few bytes that their text is young memory, which goes without a trace; larger texts are put beside it. */
const PART = 1 << 16;

/** A file without a name in the data folder: nobody else can open it, and it is gone with the process. */
export const namelessFile = (): number => {
  makeFolder(env.dataDir);
  const path = join(env.dataDir, `impor-${uuid()}.sementara`);
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
};

/** Writes bytes at a place; gives the place after them. */
export const writeAt = (file: number, bytes: Uint8Array, at: number): number => {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
  return at + bytes.length;
};

/** Bytes between two places, in parts. Each part is gone when the next one is asked for: they share their memory. */
export function* bytesBetween(file: number, from: number, to: number): Generator<Uint8Array> {
  const bytes = new Uint8Array(Math.min(PART, to - from));
  for (let at = from; at < to; ) {
    const length = readSync(file, bytes, 0, Math.min(bytes.length, to - at), at);
    if (length === 0) return;
    at += length;
    yield bytes.subarray(0, length);
  }
}

/**
 * What goes to the disk and comes back: enciphered with a key that lies in this process's memory alone, so that not even
 * the blocks of a deleted file hold a personal cell.
 */
const sealed = () => {
  const [key, start] = [randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv("aes-256-ctr", key, start);
  return {
    seal: (bytes: Uint8Array): Uint8Array => cipher.update(bytes),
    /** From the first byte on. */
    *open(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
      const decipher = createDecipheriv("aes-256-ctr", key, start);
      for (const bytes of parts) yield decipher.update(bytes);
    },
  };
};

/**
 * Lets an incoming file be read again and again for as long as `work` takes, without keeping it in memory or storing it.
 *
 * @throws AppError 413 beyond `limit` bytes
 */
export const withSpooled = async <T>(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
  work: (spooled: { source: ByteSource; sha256: string }) => Promise<T>,
): Promise<T> => {
  const file = namelessFile();
  try {
    const { seal, open } = sealed();
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of stream) {
      if (size + chunk.length > limit) throw fileTooLarge(null, limit);
      hash.update(chunk);
      size = writeAt(file, seal(chunk), size);
    }
    const source: ByteSource = { size, chunks: () => open(bytesBetween(file, 0, size)) };
    return await work({ source, sha256: hash.digest("hex") });
  } finally {
    closeSync(file);
  }
};
