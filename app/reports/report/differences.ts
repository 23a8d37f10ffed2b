import { NO_FIGURE } from "../../format/numbers.ts";
import { type ReportModel, type ReportTable, tablesOf, valueWords } from "./model.ts";

/** One figure or sentence that is not what it was. */
export interface Difference {
  /** Table or chapter. */
  where: string;
  /** Row, or what the sentence is on. */
  what: string;
  /** Column; "" where there is none. */
  column: string;
  was: string;
  is: string;
}

const rowName = ({ heads }: ReportTable, row: ReportTable["rows"][number]): string =>
  row.slice(0, heads).map(valueWords).join(", ");

/** Titles without their number: a chapter that comes or goes changes the numbers of all that follow. */
const unnumbered = (title: string): string => title.replace(/^Tabel \d+\. /, "");

function tableDifferences(then: ReportTable | undefined, now: ReportTable | undefined): Difference[] {
  const where = unnumbered((then ?? now)?.title ?? "");
  const byName = (table: ReportTable | undefined): Map<string, ReportTable["rows"][number]> => {
    const rows = new Map<string, ReportTable["rows"][number]>();
    for (const row of table?.rows ?? []) {
      // Two services may bear one name: they are told apart by their order.
      const name = rowName(table as ReportTable, row);
      let again = 1;
      while (rows.has(again === 1 ? name : `${name} (${again})`)) again++;
      rows.set(again === 1 ? name : `${name} (${again})`, row);
    }
    return rows;
  };
  const [before, after] = [byName(then), byName(now)];
  const found: Difference[] = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, fresh] = [before.get(name), after.get(name)];
    if (!old || !fresh) {
      found.push({
        where,
        what: name,
        column: "",
        was: old ? "ada" : "tidak ada",
        is: fresh ? "ada" : "tidak ada",
      });
      continue;
    }
    const columns = then?.columns ?? [];
    for (const [at, { head }] of columns.entries()) {
      const [was, is] = [old[at], fresh[at]].map((value) => (value ? valueWords(value) : NO_FIGURE));
      if (was !== is) found.push({ where, what: name, column: head, was: was ?? "", is: is ?? "" });
    }
  }
  return found;
}

/** Labels of the ground that change with every making. */
const OF_THE_MAKING: ReadonlySet<string> = new Set(["Sidik data (SHA-256)", "Angka diambil"]);

/**
 * What a report says otherwise than it would today: figures by table, row and column, and what the figures rest on. Words
 * that people wrote are not compared, and charts only draw what stands in tables.
 */
export function differences(then: ReportModel, now: ReportModel): Difference[] {
  const labels = [...new Set([...then.about, ...now.about].map(([label]) => label))];
  const ground = labels
    .filter((label) => !OF_THE_MAKING.has(label))
    .flatMap((label): Difference[] => {
      const [was, is] = [then, now].map(
        ({ about }) => about.find(([one]) => one === label)?.[1] ?? NO_FIGURE,
      );
      return was === is
        ? []
        : [{ where: "Dasar angka", what: label, column: "", was: was ?? "", is: is ?? "" }];
    });
  const [old, fresh] = [tablesOf(then), tablesOf(now)];
  const ids = [...new Set([...old, ...fresh].map(({ id }) => id))];
  return [
    ...ground,
    ...ids.flatMap((id) =>
      tableDifferences(
        old.find((one) => one.id === id),
        fresh.find((one) => one.id === id),
      ),
    ),
  ];
}
