import { csvRows } from "./csv.ts";
import { decodedText, type Encoding, sniff } from "./decode.ts";
import { htmlTables, MAX_HTML } from "./html.ts";
import { type ByteSource, type Delimiter, Refusal, type Table, type TableNote } from "./table.ts";
import { xlsxTables } from "./xlsx.ts";

export interface OpenedFile {
  sha256: string;
  /** Of text; the parts of a workbook say their own. */
  encoding: Encoding;
  /** Tables of a workbook or page. */
  tables: Table[] | null;
  /** Delimited text, to be tried with each delimiter. */
  delimited: ((delimiter: Delimiter) => Table) | null;
}

/** Kinds that are no table at all, by their first bytes. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x7b, 0x5c, 0x72, 0x74],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const MAX_ZIPPED = 128 * 1024 * 1024;

const startsWith = (head: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => head[index] === byte);

/** Knows a file by its content, never by its name. @throws Refusal where it is no table. */
export const openFile = (source: ByteSource): OpenedFile => {
  const sniffed = sniff(source);
  const { head, sha256 } = sniffed;
  if (source.size === 0 || head.length === 0)
    throw new Refusal("empty", "Berkas ini kosong. Simpan ulang hasil surveinya, lalu coba lagi.");
  if (startsWith(head, ZIP)) {
    if (source.size > MAX_ZIPPED)
      throw new Refusal("too_large", "Buku kerja ini melebihi 128 MB. Simpan lembar surveinya sebagai CSV.");
    return { sha256, encoding: "utf-8", tables: xlsxTables(whole(source)), delimited: null };
  }
  if (startsWith(head, OLE))
    throw new Refusal(
      "unreadable",
      "Berkas ini buku kerja Excel lama (.xls) atau terkunci sandi. Simpan sebagai .xlsx tanpa sandi atau CSV.",
    );
  if (SIGNATURES.some((signature) => startsWith(head, signature))) throw noTable();
  const encoding = sniffed.encoding();
  const text = headText(head, encoding);
  if (looksBinary(text)) throw noTable();
  const start = text.slice(0, 4096).trimStart();
  if (/^<(?:!doctype html|html|table|head|meta|\?xml|body|div|style|!--)/i.test(start)) {
    if (source.size > MAX_HTML * 2)
      throw new Refusal("too_large", "Halaman ini terlalu besar. Simpan tabelnya sebagai CSV.");
    const tables = htmlTables([...decodedText(source, encoding)].join(""));
    return { sha256, encoding, tables, delimited: null };
  }
  return {
    sha256,
    encoding,
    tables: null,
    delimited: (delimiter) => {
      const notes = new Set<TableNote>();
      return {
        name: null,
        hidden: false,
        delimiter,
        notes,
        rows: () => csvRows(decodedText(source, encoding), delimiter, notes),
      };
    },
  };
};

const noTable = (): Refusal =>
  new Refusal(
    "unreadable",
    "Berkas ini bukan tabel. Simpan hasil survei sebagai .xlsx atau CSV, lalu coba lagi.",
  );

const whole = (source: ByteSource): Uint8Array => {
  const all = new Uint8Array(source.size);
  let at = 0;
  for (const chunk of source.chunks()) {
    all.set(chunk.subarray(0, all.length - at), at);
    at += chunk.length;
  }
  return all.subarray(0, Math.min(at, all.length));
};

const headText = (head: Uint8Array, encoding: Encoding): string => {
  let text = "";
  for (const part of decodedText({ size: head.length, chunks: () => [head] }, encoding)) text += part;
  return text;
};

const looksBinary = (text: string): boolean => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const control = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return control > 8 && control > text.length * 0.02;
};
