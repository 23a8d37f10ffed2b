import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyTable, fillTable } from "#db/bare-table.ts";
import { DATABASE_FILE } from "#db/connection.ts";
import type { BenchCase, Measured } from "./case.ts";
import { imported } from "./imported.ts";
import { COLUMNS, type Form, writeSurvey } from "./survey-file.ts";

const FEW = 100_000;
const MANY = 1_000_000;
const STORE_LIMIT = 2.5;
const PEAK_LIMIT_MB = 400;
/** Ten times the rows may cost so many times the memory: what grows are tables of counts and of numbers seen. */
const FLAT_LIMIT = 1.25;

/**
 * A million rows validated, stored and counted, against `sqlite3 .import` of the same file into the same table with the
 * same indexes, one after the other. `.import` checks nothing, counts nothing, and puts each cell where it stands. The
 * step that stores is held against it; what comes before (taking personal cells out, showing the figures to be
 * confirmed) is told as the whole. Without the program sqlite3 the yardstick is its driver, fed by a plain split of lines.
 */
const importingOf = (name: string, form: Form): BenchCase => ({
  name,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "tolok-bench-"));
    try {
      const [few, many] = [join(folder, "few.csv"), join(folder, "many.csv")];
      writeSurvey(few, FEW, form);
      writeSurvey(many, MANY, form);
      const small = await imported(join(folder, "data-few"), few);
      // Half of the yardstick stands before and half behind, so that a slow moment of the machine falls on both.
      const before = bySqlite(folder, many);
      const large = await imported(join(folder, "data-many"), many);
      const after = bySqlite(folder, many);
      const yardstick = (before.ms + after.ms) / 2;
      const measured: Measured[] = [
        {
          name: "storing 1,000,000 rows",
          value: large.store,
          unit: "ms",
          ratio: large.store / yardstick,
          limit: STORE_LIMIT,
        },
        { name: `yardstick (${before.name})`, value: yardstick, unit: "ms" },
        { name: "whole import of 1,000,000 rows", value: large.whole, unit: "ms" },
        ...(["strip", "store"] as const).flatMap((part): Measured[] => [
          {
            name: `peak memory of 1,000,000 rows, ${part === "strip" ? "process that strips" : "process that stores"}`,
            value: large.peak[part] / 1e6,
            unit: "MB",
            limit: PEAK_LIMIT_MB,
          },
          {
            name: `peak memory against 100,000 rows, ${part === "strip" ? "process that strips" : "process that stores"}`,
            value: large.peak[part] / 1e6,
            unit: "MB",
            ratio: large.peak[part] / small.peak[part],
            limit: FLAT_LIMIT,
          },
        ]),
        { name: "of which before the import", value: large.idle / 1e6, unit: "MB" },
      ];
      return measured;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** One row a respondent. */
export const importing = importingOf("import", "wide");

/** One row an answer: a respondent's rows are put together before he is counted. */
export const importingLong = importingOf("import long form", "long");

/** The table of responses and its indexes as an import has left them, empty. */
const emptyTable = (folder: string): string => {
  const from = readdirSync(folder).filter((name) => name.startsWith("data-"))[0] ?? "";
  const database = join(mkdtempSync(join(folder, "yardstick-")), DATABASE_FILE);
  copyTable(join(folder, from, DATABASE_FILE), database, "response");
  return database;
};

const bySqlite = (folder: string, file: string): { name: string; ms: number } => {
  const database = emptyTable(folder);
  const script = join(folder, "import.sql");
  writeFileSync(script, `.mode csv\n.import --skip 1 "${file}" response\n`);
  const began = performance.now();
  const run = spawnSync("sqlite3", [database, `.read "${script}"`], { encoding: "utf8" });
  const ms = performance.now() - began;
  if (run.status === 0 && run.stderr === "") return { name: "sqlite3 .import", ms };
  if (!(run.error && "code" in run.error && run.error.code === "ENOENT"))
    throw new Error(`sqlite3 .import failed: ${run.stderr || run.error}`);
  return { name: "SQLite's driver, no program sqlite3", ms: byDriver(database, file) };
};

const byDriver = (database: string, file: string): number => {
  const began = performance.now();
  fillTable(database, "response", COLUMNS, linesOf(file));
  return performance.now() - began;
};

function* linesOf(file: string): Generator<string[]> {
  const lines = readFileSync(file, "utf8").split("\n");
  for (const line of lines.slice(1)) if (line !== "") yield line.split(",");
}
