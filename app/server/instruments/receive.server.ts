import { AppError } from "../errors.ts";
import { receiveFile } from "../receive-file.server.ts";
import { MAX_EDITION_BYTES } from "./limit.ts";

/**
 * The text of an uploaded file of an edition.
 * @throws AppError (413) beyond the bound, (400) where it is no text or there is no file
 */
export const receiveEdition = (request: Request, field: string): Promise<string> =>
  receiveFile(request, field, async ({ stream }) => {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of stream) {
      size += part.length;
      if (size > MAX_EDITION_BYTES) throw tooLarge();
      parts.push(part);
    }
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
    } catch (cause) {
      throw new AppError({
        code: "bukan_teks",
        status: 400,
        message: "Berkas ini bukan teks UTF-8. Simpan ulang sebagai .json, lalu unggah kembali.",
        cause,
      });
    }
  });

const tooLarge = (): AppError =>
  new AppError({
    code: "too_large",
    status: 413,
    message: `Ukuran berkas melebihi batas ${MAX_EDITION_BYTES / 1000} KB untuk sebuah edisi. Tidak ada yang disimpan.`,
  });
