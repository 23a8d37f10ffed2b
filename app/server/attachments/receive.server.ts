import { isAppError } from "../errors.ts";
import { receiveFile } from "../receive-file.server.ts";
import { type Attachment, readAttachment } from "./attach.server.ts";

/** A form as it was sent: its fields, and the file that it carried, if any. */
export interface FormWithFile {
  fields: Record<string, string>;
  file: Attachment | null;
  /** Why the file was refused, in words for the person; null where it was taken or there was none. */
  refused: { message: string; status: number } | null;
}

const isMultipart = (request: Request): boolean =>
  request.headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;

/**
 * Reads a form that may carry one file, in the field `berkas`. A file that is refused leaves what was typed, so that the
 * page can show both.
 */
export const receiveForm = async (request: Request): Promise<FormWithFile> => {
  if (!isMultipart(request)) {
    const form = await request.formData();
    const fields = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    return { fields, file: null, refused: null };
  }
  const fields: Record<string, string> = {};
  try {
    const file = await receiveFile(request, "berkas", readAttachment, fields);
    return { fields, file, refused: null };
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    const { code, message, status } = error;
    return { fields, file: null, refused: code === "no_file" ? null : { message, status } };
  }
};
