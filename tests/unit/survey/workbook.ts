import { strToU8, Zip, type ZipDeflate, type ZipPassThrough, type Zippable, zipSync } from "fflate";

/** Workbooks of tests, as small as they can be: one sheet, and the texts that its cells share. */
export interface WorkbookParts {
  /** XML of the sheet's rows. */
  rows: string;
  /** XML behind them. */
  after?: string;
  strings?: string;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export const partsOf = ({ rows, after = "", strings = "" }: WorkbookParts): Record<string, Uint8Array> => ({
  "_rels/.rels": strToU8(
    `<Relationships ${PACKAGE}><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  "xl/workbook.xml": strToU8(
    `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="TW II" sheetId="1" r:id="b"/></sheets></workbook>`,
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    `<Relationships ${PACKAGE}><Relationship Id="b" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ),
  "xl/worksheets/sheet1.xml": strToU8(
    `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`,
  ),
  "xl/sharedStrings.xml": strToU8(`<sst ${MAIN}>${strings}</sst>`),
});

/** Packed at once, sizes in front; `level` 0 stores the parts as they are. */
export const workbook = (parts: WorkbookParts, level: 0 | 6 = 6): Uint8Array =>
  zipSync(partsOf(parts) as Zippable, { level });

/** Packed as programs do that write while they make: sizes behind each part. */
export const streamedWorkbook = (parts: WorkbookParts, Part: typeof ZipDeflate | typeof ZipPassThrough) => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, bytes] of Object.entries(partsOf(parts))) {
    const part = new Part(name);
    zip.add(part);
    part.push(bytes.subarray(0, bytes.length >> 1));
    part.push(bytes.subarray(bytes.length >> 1), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
};

/** A row of inline texts and figures in columns A, B, …; an empty cell is left out. */
export const rowXml = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells
    .map((cell, at) => {
      const ref = `${String.fromCharCode(65 + at)}${row}`;
      if (cell === "") return "";
      return /^\d+$/.test(cell)
        ? `<c r="${ref}"><v>${cell}</v></c>`
        : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join("")}</row>`;

/** Sets the unpacked size that the directory says a part has. */
export const withSize = (bytes: Uint8Array, name: string, size: number): Uint8Array => {
  const changed = Buffer.from(bytes);
  const at = changed.lastIndexOf(name);
  if (changed.readUInt32LE(at - 46) !== 0x02014b50) throw new Error("no entry of the directory");
  changed.writeUInt32LE(size, at - 46 + 24);
  return new Uint8Array(changed);
};
