/** What a file that is no text holds, as far as its bytes tell without opening it. */
export type BinaryKind = "image" | "pdf" | "office" | "archive" | "other";

const SIGNATURES: readonly (readonly [kind: BinaryKind, ...bytes: number[]])[] = [
  ["image", 0x89, 0x50, 0x4e, 0x47],
  ["image", 0xff, 0xd8, 0xff],
  ["image", 0x47, 0x49, 0x46, 0x38],
  ["image", 0x49, 0x49, 0x2a, 0x00],
  ["image", 0x4d, 0x4d, 0x00, 0x2a],
  ["pdf", 0x25, 0x50, 0x44, 0x46],
  ["office", 0xd0, 0xcf, 0x11, 0xe0],
  ["office", 0x7b, 0x5c, 0x72, 0x74],
  ["archive", 0x50, 0x4b, 0x03, 0x04],
  ["archive", 0x1f, 0x8b],
  ["archive", 0x37, 0x7a, 0xbc, 0xaf],
  ["archive", 0x52, 0x61, 0x72, 0x21],
];

const signatureOf = (bytes: Uint8Array): BinaryKind | null =>
  SIGNATURES.find(([, ...signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

export const hasBinarySignature = (bytes: Uint8Array): boolean => signatureOf(bytes) !== null;

/** Bytes in which the first name of a ZIP archive stands. */
const FIRST_NAME = 120;

/** Documents of word processors and spreadsheets are ZIP archives that open with one of these names. */
const OFFICE_NAME =
  /^.{30}(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|mimetypeapplication\/vnd\.)/s;

/** The kind of a file that was refused as binary. */
export const binaryKind = (bytes: Uint8Array): BinaryKind => {
  const kind = signatureOf(bytes) ?? "other";
  const isOffice = kind === "archive" && OFFICE_NAME.test(latin1(bytes.subarray(0, FIRST_NAME)));
  return isOffice ? "office" : kind;
};

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
