import type { Features } from "./assign/features.ts";
import { COMPONENT_KEYS, type ComponentKey, component as componentInfo, INNER_KEYS } from "./components.ts";
import type { DecreePart } from "./decree/index.ts";
import { FINDINGS, type FindingCode } from "./findings-registry.ts";
import { isGarbled } from "./garbled.ts";
import type { Presence, Printed } from "./printed.ts";
import type { Finding, LineRange, ReadService } from "./schema.ts";
import { declaredServices, type SettledTable } from "./services.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";

/** Makes a finding with the severity of its kind. */
export const finding = (
  code: FindingCode,
  message: string,
  at: Partial<Pick<Finding, "decree" | "service" | "component" | "lines">> = {},
): Finding => ({
  code,
  severity: FINDINGS[code].severity,
  decree: at.decree ?? null,
  service: at.service ?? null,
  component: at.component ?? null,
  message,
  lines: at.lines ?? null,
});

const rangeOf = ({ rows, content }: TableComponent): LineRange | null => {
  const lines =
    rows.length > 0
      ? rows.flatMap(({ features: { row } }) => [row.line, row.lineTo])
      : content.pieces.map(({ line }) => line);
  // Of tables beside each other the rows of one may come in another order than their lines.
  return lines.length > 0
    ? [lines.reduce((a, b) => Math.min(a, b)), lines.reduce((a, b) => Math.max(a, b))]
    : null;
};

/** Lines left blank between two rows of a scan where a page ends. */
const PAGE_GAP = 1;
/** What a destroyed page leaves of a row is shorter. */
const SCRAP_LENGTH = 24;
/** So many rows missing one after another are a lost page, not an omission. */
const LOST_RUN = 3;

/**
 * Components of a table that a page took with it: the rows before its first one where the table begins in the middle,
 * a long run of missing rows, or a missing row at a page break whose number the next row leaves out.
 */
export const lostWithPage = (
  table: Table,
  annex: AnnexReading,
  printed: Record<ComponentKey, Printed>,
): Set<ComponentKey> => {
  const lost = new Set<ComponentKey>();
  const opened = Object.entries(table.components) as [ComponentKey, TableComponent][];
  if (opened.length === 0) return lost;
  const first = (part: TableComponent): number => part.indexes[0] as number;
  const lastRow = Math.max(...opened.map(([, part]) => part.indexes.at(-1) as number));
  const firstRow = opened.reduce((least, [, part]) => Math.min(least, first(part)), Number.POSITIVE_INFINITY);
  // Scraps behind the last row, before the next heading or table: the page was there and was destroyed.
  let scraps = 0;
  for (let i = lastRow + 1; i < annex.features.length; i++) {
    if (annex.passed[i] && annex.passed[i] !== "skip" && annex.passed[i] !== "scrap") break;
    if (annex.assignments[i]?.service !== undefined && annex.assignments[i]?.service !== null) break;
    const { filled, text } = annex.features[i] as Features;
    if (filled.length === 0) continue;
    if (text.length >= SCRAP_LENGTH) break;
    scraps++;
  }
  let run: ComponentKey[] = [];
  const runs: ComponentKey[][] = [];
  for (const key of COMPONENT_KEYS) {
    if (annex.unprinted.has(key)) continue;
    if (printed[key].presence === "missing") run.push(key);
    else {
      if (run.length > 0) runs.push(run);
      run = [];
    }
  }
  const trailing = run;
  for (const missing of runs) {
    const before = COMPONENT_KEYS[COMPONENT_KEYS.indexOf(missing[0] as ComponentKey) - 1];
    const after = COMPONENT_KEYS[COMPONENT_KEYS.indexOf(missing.at(-1) as ComponentKey) + 1];
    const a = before ? table.components[before] : undefined;
    const b = after ? table.components[after] : undefined;
    if (missing.length >= LOST_RUN) {
      for (const key of missing) lost.add(key);
      continue;
    }
    if (!b) continue;
    const gapBefore = gapAt(annex, first(b));
    const numberAfter = annex.features[first(b)]?.number?.value;
    const numberBefore = a ? annex.features[first(a)]?.number?.value : 0;
    const skipsNumbers =
      numberAfter !== undefined &&
      numberBefore !== undefined &&
      numberAfter - numberBefore === missing.length + 1;
    // A table that begins in the middle, without title or head, lost its first page.
    const beheaded = before === undefined && beginsBare(annex, firstRow) && first(b) === firstRow;
    if (skipsNumbers && (beheaded || (before !== undefined && gapBefore >= PAGE_GAP)))
      for (const key of missing) lost.add(key);
  }
  const damaged = scraps > 0 || damagedEnd(table, annex, lastRow);
  if (trailing.length > 0 && (damaged || (trailing.length >= LOST_RUN && !isInnerHalf(trailing, annex)))) {
    for (const key of trailing) lost.add(key);
  }
  return lost;
};

/** All that the annex prints of the half on the unit's own affairs: where just that is missing, this table was made without. */
const isInnerHalf = (missing: readonly ComponentKey[], { unprinted }: AnnexReading): boolean => {
  const inner = INNER_KEYS.filter((key) => !unprinted.has(key));
  return missing.length === inner.length && missing.every((key) => inner.includes(key));
};

/** No title and no head row stands right above a table's first row. */
const beginsBare = (annex: AnnexReading, index: number): boolean => {
  for (let i = index - 1; i >= 0 && annex.passed[i]; i--) {
    if (annex.passed[i] === "divider" || annex.passed[i] === "table_head") return false;
    if (annex.passed[i] === "heading" && annex.features[i]?.row.kind === "table") return false;
  }
  return true;
};

const gapAt = (annex: AnnexReading, index: number): number => {
  let gap = 0;
  for (let i = index; i >= 0; i--) {
    gap = Math.max(gap, annex.features[i]?.gap ?? 0);
    if (i < index && !annex.passed[i]) break;
    if (annex.passed[i] === null && i !== index) break;
    if (i < index) continue;
    if (!annex.passed[i - 1]) break;
  }
  return gap;
};

/** The last rows show scrap or several numbers in one cell: the scan was failing. */
const damagedEnd = (table: Table, annex: AnnexReading, lastRow: number): boolean => {
  for (let i = Math.max(0, lastRow - 2); i <= lastRow; i++) {
    const row = annex.features[i]?.row;
    if (row && /^\s*\d{1,2}\.\s*\d{1,2}\./.test(row.cells[0]?.text ?? "")) return true;
  }
  return Object.values(table.components).some((part) =>
    part.rows.some(({ parts }) => parts.noise.some((cell) => cell.text.length > 200)),
  );
};

const MESSAGES: Record<Exclude<Presence, "present" | "damaged">, (name: string) => string> = {
  missing: (name) => `Baris "${name}" tidak ada dalam tabel layanan ini.`,
  blank: (name) => `Baris "${name}" ada, tetapi isinya kosong.`,
  placeholder: (name) => `Baris "${name}" hanya berisi tanda, bukan isi.`,
};

/** The finding on a component whose content may stand below another label, or hold another's. */
const mixedFinding = (
  key: ComponentKey,
  present: boolean,
  at: Partial<Pick<Finding, "decree" | "service" | "lines">>,
): Finding => {
  const { name } = componentInfo(key);
  const where = { ...at, component: key };
  return present
    ? finding("rows_mixed", `Isi "${name}" dapat tercampur dengan isi baris lain.`, where)
    : finding("ocr_damage", `Isi "${name}" tidak dapat dipisahkan dari isi baris lain.`, where);
};

/** The finding on a component that stands so in its table; null where there is nothing to say. */
export const presenceFinding = (
  key: ComponentKey,
  state: Presence | "lost",
  text: string,
  at: Partial<Pick<Finding, "decree" | "service" | "lines">>,
): Finding | null => {
  const { name } = componentInfo(key);
  const where = { ...at, component: key };
  if (state === "present") {
    if (!isGarbled(text)) return null;
    return finding("ocr_damage", `Sebagian teks "${name}" rusak pada hasil pindai.`, where);
  }
  if (state === "lost" || state === "damaged")
    return finding("page_lost", `Bagian "${name}" hilang bersama halaman yang rusak.`, where);
  return finding(state, MESSAGES[state](name), where);
};

/** Findings on the 14 components of one service. */
export const componentFindings = (
  table: Table,
  annex: AnnexReading,
  printed: Record<ComponentKey, Printed>,
  /** Components of which much is damaged. */
  garbled: ReadonlySet<ComponentKey>,
  /** Components that may be mixed with others. */
  mixed: ReadonlySet<ComponentKey>,
  at: { decree: number; service: number },
): Finding[] => {
  if (garbled.size + mixed.size === 0 && COMPONENT_KEYS.every((key) => printed[key].presence === "present"))
    return [];
  const lost = lostWithPage(table, annex, printed);
  return COMPONENT_KEYS.flatMap((key) => {
    const { presence, text } = printed[key];
    if (presence === "present" && !garbled.has(key) && !mixed.has(key)) return [];
    const part = table.components[key];
    if (mixed.has(key) && !garbled.has(key) && !lost.has(key))
      return mixedFinding(key, presence === "present", { ...at, lines: part ? rangeOf(part) : null });
    const state = presence !== "present" && lost.has(key) ? "lost" : presence;
    const lines = part ? rangeOf(part) : null;
    return presenceFinding(key, state, text, { ...at, lines }) ?? [];
  });
};

export const noTableMessage = (listed: string): string =>
  `Layanan "${listed}" ada dalam daftar, tetapi tabelnya tidak ada dalam lampiran.`;
export const undeclaredMessage = (printed: string): string =>
  `Layanan "${printed}" tidak ada dalam daftar keputusan.`;
export const nameDiffersMessage = (listed: string, printed: string): string =>
  `Nama dalam daftar "${listed}", dalam lampiran "${printed}".`;
export const repeatMessage = (first: { name: string; line: number }): string =>
  `Tabel ini mengulang tabel "${first.name}" pada baris ${first.line}.`;

/** Findings on a decree as a whole: list against annex, numbers, components left out by its own clause. */
export const decreeFindings = (
  part: DecreePart,
  settled: readonly { table: SettledTable; service: number }[],
  decree: number,
): Finding[] => {
  const result: Finding[] = [];
  const list = declaredServices(part);
  if (part.number && part.numberAnnex && part.number !== part.numberAnnex) {
    result.push(
      finding(
        "number_differs",
        `Nomor pada kepala keputusan ${part.number}, pada lampiran ${part.numberAnnex}.`,
        { decree, lines: [part.line, part.line] },
      ),
    );
  }
  if (part.componentClause) {
    const { keys, from, to } = part.componentClause;
    for (const key of COMPONENT_KEYS) {
      if (keys.includes(key)) continue;
      const { name } = componentInfo(key);
      result.push(
        finding("component_omitted", `Rincian komponen dalam diktum tidak menyebut "${name}".`, {
          decree,
          component: key,
          lines: [from, to],
        }),
      );
    }
  }
  const found = new Set(settled.map(({ table }) => table.declared));
  list.forEach((service, index) => {
    if (found.has(index)) return;
    result.push(
      finding("no_table", noTableMessage(service.name), { decree, lines: [service.line, service.line] }),
    );
  });
  for (const { table, service } of settled) {
    const lines: LineRange = [table.table.line, table.table.line];
    if (table.declared === null) {
      if (list.length > 0)
        result.push(finding("undeclared", undeclaredMessage(table.name), { decree, service, lines }));
    } else if (table.nameDiffers) {
      const listed = (list[table.declared] as { name: string }).name;
      result.push(
        finding("name_differs", nameDiffersMessage(listed, table.name), { decree, service, lines }),
      );
    }
  }
  return result;
};

/** The bagian of a service whose heading went with a lost page, as `bagianAfterLoss` found it. */
export const lostHeadingFinding = (service: ReadService, index: number): Finding =>
  finding(
    "ocr_damage",
    `Judul bagian hilang bersama halaman yang rusak; "${service.bagian}" diambil dari daftar atau dari isi pengaduan.`,
    { decree: service.decree, service: index, lines: [service.line, service.line] },
  );

export const repeatFinding = (service: ReadService, index: number, first: ReadService): Finding =>
  finding("duplicate_service", repeatMessage(first), {
    decree: service.decree,
    service: index,
    lines: [service.line, service.line],
  });
