import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import { AppError, fileTooLarge } from "./errors.ts";
import { MAX_UPLOAD_BYTES } from "./upload.server.ts";

export interface IncomingFile {
  /** As the browser names it, without folders. */
  name: string;
  stream: AsyncIterable<Uint8Array>;
  /** Fields of the form that stand before the file. */
  fields: Readonly<Record<string, string>>;
}

const unreadable = (cause?: unknown): AppError =>
  new AppError({
    code: "bad_form",
    status: 400,
    message:
      "Berkas tidak sampai dengan utuh. Tidak ada yang disimpan. Pilih berkasnya, lalu unggah kembali.",
    cause,
  });

export const noFile = (): AppError =>
  new AppError({
    code: "no_file",
    status: 400,
    message: "Berkas belum dipilih. Pilih berkasnya, lalu unggah.",
  });

/**
 * Reads the one file of a multipart form as a stream and hands it to `take`; nothing is kept in memory here.
 * Gives what `take` gives, once the whole body has been read. `fields` is filled with the fields before the file, so
 * that what was typed stays where there is none.
 * @throws AppError 400 where there is no file or the body is no form, 413 beyond the bound, and what `take` throws
 */
export async function receiveFile<Result>(
  request: Request,
  field: string,
  take: (file: IncomingFile) => Promise<Result>,
  fields: Record<string, string> = {},
  limit = MAX_UPLOAD_BYTES,
): Promise<Result> {
  if (!request.body) throw noFile();
  const parser = openParser(request, limit);
  let taken: Promise<Result> | undefined;
  const done = new Promise<void>((resolve, reject) => {
    parser.on("field", (name, value) => {
      fields[name] = value;
    });
    parser.on("file", (name, stream, info) => {
      if (name !== field || taken || !info.filename) {
        stream.resume();
        return;
      }
      // What it throws at once is its answer too: out of an event it would end the program.
      const file = { name: info.filename, stream: bounded(stream, limit), fields };
      taken = (async () => take(file))();
      taken.catch((cause) => {
        stream.resume();
        reject(cause);
      });
    });
    parser.once("close", resolve);
    parser.once("error", (cause) => reject(unreadable(cause)));
  });
  const body = Readable.fromWeb(request.body as NodeReadableStream);
  body.once("error", (cause) => parser.destroy(cause));
  body.pipe(parser);
  await done;
  if (!taken) throw noFile();
  return taken;
}

function openParser(request: Request, limit: number): busboy.Busboy {
  try {
    return busboy({
      headers: Object.fromEntries(request.headers),
      defParamCharset: "utf8",
      limits: { files: 4, fields: 4, parts: 8, fileSize: limit + 1 },
    });
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** The stream of a file; one cut off at the bound is an error, never a shorter file. */
async function* bounded(stream: Readable, limit: number): AsyncIterable<Uint8Array> {
  for await (const chunk of stream) yield chunk as Uint8Array;
  if ((stream as Readable & { truncated?: boolean }).truncated) throw fileTooLarge(null, limit);
}
