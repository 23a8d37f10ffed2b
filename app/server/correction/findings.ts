import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import {
  nameDiffersMessage,
  noTableMessage,
  repeatMessage,
  undeclaredMessage,
} from "#app/reader/findings.ts";
import { FINDINGS, type FindingCode, type Severity } from "#app/reader/findings-registry.ts";
import { letters } from "#app/reader/text.ts";
import type { ReadingRows } from "#db/queries/reading-rows.ts";
import type { FindingTable } from "#db/schema.ts";
import { groupBy } from "../group-by.ts";
import type { DeclaredFor, FindingDraft, WantedTable } from "./wanted.ts";

interface Context {
  machine: ReadingRows;
  current: ReadingRows;
  tables: readonly WantedTable[];
  declared: readonly DeclaredFor[];
}

/** Findings on a whole table that depend on its name, its bagian and the decree's list. */
const OF_NAMES: readonly FindingTable["code"][] = ["undeclared", "name_differs", "duplicate_service"];

/** The reader's findings after the corrections. One that was there already keeps its id. */
export const findingsFor = (context: Context, newId: () => string): FindingTable[] => {
  const { machine, current, tables } = context;
  const { r, id: readingId } = current.reading;
  const onTable = groupBy(machine.finding, (row) => row.service_text_id ?? "");
  const drafts: (FindingDraft & { table: string | null })[] = [
    ...onDecree(context).map((draft) => ({ ...draft, table: null })),
    ...tables.flatMap((table) =>
      [
        ...wholeTable(table, onTable.get(table.read?.id ?? "-") ?? [], context),
        ...COMPONENT_KEYS.flatMap((key: ComponentKey) => table.components[key].findings),
      ].map((draft) => ({ ...draft, table: table.id })),
    ),
  ];
  const idOf = keptIds(current.finding);
  return drafts.map(({ table, code, severity, component, message, line_from, line_to }): FindingTable => {
    const row = {
      r,
      reading_id: readingId,
      service_text_id: table,
      code,
      severity,
      component,
      message,
      line_from,
      line_to,
      origin: "pembaca" as const,
      instrument_id: null,
      scorer_version: null,
      source_text_id: null,
      bagian: null,
      criterion: null,
      reason: null,
      quote: null,
    };
    return { ...row, id: idOf(row) ?? newId() };
  });
};

const draft = (code: FindingCode, message: string, line: number | null): FindingDraft => ({
  code,
  severity: FINDINGS[code].severity as Severity,
  component: null,
  message,
  line_from: line,
  line_to: line,
});

/** What was found on the decree itself; of its list, what is without a table now. */
const onDecree = ({ machine, declared }: Context): FindingDraft[] => {
  const own = machine.finding.filter((row) => row.service_text_id === null);
  const missing = groupBy(
    own.filter(({ code }) => code === "no_table"),
    ({ message }) => message,
  );
  return [
    ...own.filter(({ code }) => code !== "no_table"),
    ...declared
      .filter(({ table }) => table === null)
      .map(({ entry }) => {
        const message = noTableMessage(entry.name);
        return missing.get(message)?.shift() ?? draft("no_table", message, null);
      }),
  ];
};

const wholeTable = (
  table: WantedTable,
  read: readonly FindingTable[],
  { declared }: Context,
): FindingDraft[] => {
  const own = read.filter(({ component }) => component === null);
  const entry = declared.find((one) => one.table === table)?.entry;
  const wasListed = !own.some(({ code }) => code === "undeclared");
  const renamed = table.read?.name !== table.name;
  const moved = table.read !== null && table.read.bagian !== table.bagian;
  const names =
    renamed || (table.touched && wasListed !== (entry !== undefined) && table.sameAs === null)
      ? namesOf(table, entry?.name, declared.length > 0)
      : own.filter(({ code }) => code === "undeclared" || code === "name_differs");
  return [
    // A bagian that was taken from elsewhere because its heading is lost needs no word once a person has said it.
    ...own.filter(({ code }) => !OF_NAMES.includes(code) && !(moved && code === "ocr_damage")),
    ...names,
    ...(table.sameAs
      ? [
          own.find(
            ({ code, message }) =>
              code === "duplicate_service" && message === repeatMessage(table.sameAs as WantedTable),
          ) ?? draft("duplicate_service", repeatMessage(table.sameAs), table.line),
        ]
      : []),
  ];
};

const namesOf = (table: WantedTable, listed: string | undefined, hasList: boolean): FindingDraft[] => {
  if (table.sameAs !== null || !hasList) return [];
  if (listed === undefined) return [draft("undeclared", undeclaredMessage(table.name), table.line)];
  return letters(listed) === letters(table.name)
    ? []
    : [draft("name_differs", nameDiffersMessage(listed, table.name), table.line)];
};

/** Ids of findings that say the same, each given once. */
const keptIds = (current: readonly FindingTable[]) => {
  type Said = Pick<FindingTable, "service_text_id" | "code" | "component" | "message">;
  const about = (row: Said) => [row.service_text_id, row.code, row.component].join("|");
  const exact = groupBy(current, (row) => `${about(row)}|${row.message}`);
  const used = new Set<string>();
  return (row: Said): string | undefined => {
    const found = exact.get(`${about(row)}|${row.message}`)?.find(({ id }) => !used.has(id));
    if (found) used.add(found.id);
    return found?.id;
  };
};
