import { Parser } from "htmlparser2";

/** The small parts of a workbook: which sheets it has, where they lie, and which number formats are dates. */
export interface WorkbookParts {
  sheets: { name: string; path: string; hidden: boolean }[];
  date1904: boolean;
  stringsPath: string;
  styles: string | undefined;
}

type Attributes = Record<string, string>;

const tags = (xml: string | undefined, visit: (tag: string, attributes: Attributes) => void): void => {
  if (!xml) return;
  const parser = new Parser(
    { onopentag: (name, attributes) => visit(name.slice(name.indexOf(":") + 1), attributes) },
    { xmlMode: true },
  );
  parser.end(xml);
};

const relations = (xml: string | undefined, folder: string): Map<string, { type: string; path: string }> => {
  const found = new Map<string, { type: string; path: string }>();
  tags(xml, (tag, { Id, Type = "", Target = "", TargetMode }) => {
    if (tag !== "Relationship" || !Id || TargetMode === "External") return;
    const path = Target.startsWith("/") ? Target.slice(1) : joined(folder, Target);
    found.set(Id, { type: Type.split("/").at(-1) ?? "", path });
  });
  return found;
};

const joined = (folder: string, target: string): string => {
  const parts: string[] = folder ? folder.split("/") : [];
  for (const part of target.split("/"))
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  return parts.join("/");
};

/** @param open text of a part of the archive, undefined where there is none. Undefined where this is no workbook. */
export const workbookParts = (open: (name: string) => string | undefined): WorkbookParts | undefined => {
  const root = [...relations(open("_rels/.rels"), "").values()].find((one) => one.type === "officeDocument");
  const path = root?.path ?? "xl/workbook.xml";
  const workbook = open(path);
  if (!workbook) return undefined;
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const file = path.slice(folder ? folder.length + 1 : 0);
  const related = relations(open(joined(folder, `_rels/${file}.rels`)), folder);
  const byType = (type: string) => [...related.values()].find((one) => one.type === type)?.path;
  const parts: WorkbookParts = {
    sheets: [],
    date1904: false,
    stringsPath: byType("sharedStrings") ?? joined(folder, "sharedStrings.xml"),
    styles: open(byType("styles") ?? joined(folder, "styles.xml")),
  };
  tags(workbook, (tag, attributes) => {
    if (tag === "workbookPr") parts.date1904 = ["1", "true"].includes(attributes.date1904 ?? "");
    if (tag !== "sheet") return;
    const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
    const target = related.get(id);
    if (target?.type !== "worksheet") return;
    const hidden = ["hidden", "veryHidden"].includes(attributes.state ?? "");
    parts.sheets.push({ name: attributes.name ?? "", path: target.path, hidden });
  });
  return parts;
};

/** Built-in number formats that show a date or a time (ECMA-376, 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const builtIn = (id: number): boolean => BUILT_IN.has(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Is the cell style (index into cellXfs) a date? Text in quotes, colours and locale marks of a format do not count. */
export const dateStyles = (xml: string | undefined): ((style: number) => boolean) => {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  tags(xml, (tag, { numFmtId, formatCode = "" }) => {
    if (tag === "numFmt") {
      const bare = formatCode.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
      own.set(Number(numFmtId), /[dmyhs]/i.test(bare) && !/general/i.test(bare));
    } else if (tag === "cellXfs") inCells = true;
    else if (tag === "cellStyles" || tag === "dxfs") inCells = false;
    else if (tag === "xf" && inCells) {
      const id = Number(numFmtId ?? 0);
      styles.push(own.get(id) ?? builtIn(id));
    }
  });
  return (style) => styles[style] ?? false;
};

const DAY_MS = 86_400_000;

/**
 * A date serial as `YYYY-MM-DD HH:MM:SS`, a bare time of day as `HH:MM:SS`. The 1900 system counts a 29 February 1900
 * that never was, so days before 1 March 1900 lie one further on.
 */
export const isoOfSerial = (serial: number, date1904: boolean): string => {
  if (serial < 0 || serial > 2_958_466) return String(serial);
  const seconds = Math.round((serial % 1) * 86_400);
  if (serial < 1 && !date1904) return new Date(seconds * 1000).toISOString().slice(11, 19);
  const days = Math.floor(serial) + (date1904 ? 1462 : serial < 60 ? 1 : 0);
  const iso = new Date(Date.UTC(1899, 11, 30) + days * DAY_MS + seconds * 1000).toISOString();
  const time = iso.slice(11, 19);
  return time === "00:00:00" && seconds % 86_400 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
};
