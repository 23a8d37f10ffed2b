import { bisector } from "d3-array";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { type DecreePart, splitDecrees } from "./decree/index.ts";
import { inMarkdown } from "./foreign-marks.ts";
import { type Printed, printedOf } from "./printed.ts";
import { readAnnex } from "./read.ts";
import { type Piece, type Row, tokenise } from "./rows/index.ts";
import type { LineRange } from "./schema.ts";
import { declaredServices, type SettledTable, settleTables } from "./services.ts";
import type { AnnexReading, TableComponent } from "./table.ts";
import { fold, letterCount, stripMarkdown } from "./text.ts";

/**
 * From lines to components: rows, decrees, tables, names, and the text of every component with its lines. What the texts
 * say (facts), how sure they are and what is wrong with them is told of what stands here.
 */

/** A file's rows, and its lines parted into decrees. */
export interface PartedFile {
  lines: readonly string[];
  parts: readonly DecreePart[];
  /** Rows that begin on lines `from` up to `to` (excluded), in their order. */
  rowsOn: (from: number, to: number) => readonly Row[];
}

/** `printed`: decoded lines, index 0 being line 1. */
export const partFile = (printed: readonly string[]): PartedFile => {
  const lines = inMarkdown(printed);
  const rows = tokenise(lines);
  return { lines, parts: splitDecrees(lines, rows), rowsOn: rowsByLine(rows) };
};

/** A component put together from its rows. */
export interface AssembledComponent {
  label: string | null;
  text: string;
  /** From its label's line to the last line of its content. */
  lines: LineRange;
}

/** A printed table as a service: what each component prints, and those that say something. */
export interface AssembledService {
  table: SettledTable;
  printed: Record<ComponentKey, Printed>;
  components: Record<ComponentKey, AssembledComponent | null>;
}

export interface AssembledDecree {
  annex: AnnexReading;
  services: AssembledService[];
}

/** Something for each of the 14 components. */
export const eachComponent = <Value>(make: (key: ComponentKey) => Value): Record<ComponentKey, Value> => {
  const made: Partial<Record<ComponentKey, Value>> = {};
  for (const key of COMPONENT_KEYS) made[key] = make(key);
  return made as Record<ComponentKey, Value>;
};

/** Line on which the words of the label begin; null where it has none, or where it stands over a whole column. */
const labelLine = ({ rows: [opening] }: TableComponent): number | null => {
  if (!opening) return null;
  for (const { pieces } of opening.parts.label)
    for (const { line, to, text } of pieces) if (to > 0 && letterCount(text, 2) === 2) return line;
  return null;
};

const componentOf = (part: TableComponent | undefined, printed: Printed): AssembledComponent | null => {
  if (!part || printed.presence !== "present") return null;
  const { pieces } = part.content;
  const first = (pieces[0] as Piece).line;
  let last = part.echoTo;
  for (const { line } of pieces) if (line > last) last = line;
  // From the line of its label, where that stands above the content, to the last line of the content or of its echo.
  const from = Math.min(labelLine(part) ?? first, first);
  return { label: part.label, text: printed.text, lines: [from, last] };
};

/** The services of one decree of a file, in the order of its annex; null for a decree without annex. Linear in its lines. */
export const assembleDecree = ({ lines, rowsOn }: PartedFile, part: DecreePart): AssembledDecree | null => {
  if (part.annexFrom === null) return null;
  const excluded = new Uint8Array(lines.length + 1);
  for (const role of part.roles) excluded.fill(1, role.from, role.to + 1);
  const rows = rowsOn(part.annexFrom, part.annexTo);
  const begin = part.annexRow === null ? -1 : rows.indexOf(part.annexRow);
  const annexRows = rows.filter(
    (row, at) => excluded[row.line] === 0 || (row.line === part.annexFrom && at >= begin && begin > 0),
  );
  const annex = readAnnex(annexRows, { services: declaredServices(part).map((service) => service.name) });
  const title = annex.tables.length === 1 ? titleService(lines, part) : null;
  const unit = titleBagian(lines, part) ?? title?.bagian ?? null;
  const services = settleTables(annex.tables, part, unit, title?.name ?? null).map((table) => {
    const parts = table.table.components;
    const printed = eachComponent((key) => printedOf(parts[key]));
    return { table, printed, components: eachComponent((key) => componentOf(parts[key], printed[key])) };
  });
  return { annex, services };
};

const byLine = bisector((row: Row) => row.line);

/** Finds the rows that begin on lines `from` up to `to` (excluded), in the order of `rows`. */
const rowsByLine = (rows: readonly Row[]): ((from: number, to: number) => readonly Row[]) => {
  const inOrder = rows.every((row, at) => at === 0 || (rows[at - 1] as Row).line <= row.line);
  // Stray text in an HTML table comes before the table's rows.
  if (!inOrder) return (from, to) => rows.filter((row) => row.line >= from && row.line < to);
  return (from, to) => rows.slice(byLine.left(rows, from), byLine.left(rows, to));
};

const TITLE_BAGIAN = /standar\s+pelayanan(?:\s+publik)?(?:\s+pada)?\s+((?:bagian|biro|bidang)\s.+)$/i;

/** Without this word, or mark-up in its midst, no line is such a title. */
const MAY_BE_TITLE = /standar|[#*_`]/i;

/** The bagian in a decree's title ("… Standar Pelayanan Bagian X Sekretariat Daerah …"), for tables with no other. */
const titleBagian = (lines: readonly string[], part: DecreePart): string | null => {
  const to = Math.min(part.to, (part.annexFrom ?? part.line) + 12);
  for (let at = part.line; at <= to; at++) {
    const title = `${lines[at - 1] ?? ""} ${lines[at] ?? ""}`;
    const match = MAY_BE_TITLE.test(title) ? TITLE_BAGIAN.exec(fold(stripMarkdown(title))) : null;
    const name = match
      ? (match[1] as string).split(
          /\s+(?:sekretariat|setda|kabupaten|kota|provinsi|tahun|nomor|tercantum|sebagaimana)\b/i,
        )[0]
      : undefined;
    if (name && name.length <= 90) return name.replace(/[,.;:]+$/, "");
  }
  return null;
};

const TITLE_SERVICE =
  /standar\s+(?:pe)?layanan\s+(?:publik\s+)?(?!pada\b|di\b|publik\b|bagian\b|minimal\b)(\S.{3,160}?)\s+(?:pada|di(?:\s+lingkungan)?)\s+((?:bagian|biro|bidang|sekretariat|dinas|badan|kecamatan|kelurahan|kantor)\s.{0,120})/i;

/** A decree of one service names it in its title: "Standar Pelayanan X pada Bagian Y Sekretariat Daerah …". */
const titleService = (
  lines: readonly string[],
  part: DecreePart,
): { name: string; bagian: string | null } | null => {
  const to = Math.min(part.to, (part.annexFrom ?? part.line) + 12);
  for (let at = part.line; at <= to; at++) {
    const match = TITLE_SERVICE.exec(
      fold(stripMarkdown(`${lines[at - 1] ?? ""} ${lines[at] ?? ""}`)).slice(0, 400),
    );
    if (!match) continue;
    const unit =
      (match[2] as string).split(/\s+(?:sekretariat|setda|kabupaten|kota|provinsi|tahun|nomor)\b/i)[0] ?? "";
    const bagian = /^(?:bagian|biro|bidang)\s/i.test(unit) ? unit.replace(/[,.;:]+$/, "") : null;
    return { name: match[1] as string, bagian };
  }
  return null;
};
