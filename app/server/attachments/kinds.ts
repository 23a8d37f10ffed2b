/** Kinds of files that people attach as evidence, told by their bytes and never by their name. The only list. */
export const ATTACHMENT_KINDS = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  doc: "application/msword",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  txt: "text/plain; charset=utf-8",
} as const;
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Names of members that tell one packed format from another. */
const MEMBERS = [
  ["docx", "word/document.xml"],
  ["xlsx", "xl/workbook.xml"],
  ["pptx", "ppt/presentation.xml"],
] as const;
const OPEN_TEXT = "mimetypeapplication/vnd.oasis.opendocument.text";

/** What a file is by its own bytes; null where it is none of the kinds that are taken. Text is UTF-8 without control characters. */
export const kindOfBytes = (bytes: Uint8Array): AttachmentKind | null => {
  if (bytes.length === 0) return null;
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "pdf";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return "webp";
  if (startsWith(bytes, OLE)) return "doc";
  if (startsWith(bytes, ZIP)) {
    const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const member = MEMBERS.find(([, name]) => packed.includes(name));
    if (member) return member[0];
    return packed.subarray(0, 200).includes(OPEN_TEXT) ? "odt" : null;
  }
  return isText(bytes) ? "txt" : null;
};

/** Tab, line feed, form feed and carriage return are the only control characters of a text. */
const isText = (bytes: Uint8Array): boolean => {
  if (bytes.some((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 32) || byte === 127)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
