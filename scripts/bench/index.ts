import type { BenchCase } from "./case.ts";
import { importing, importingLong } from "./importing.ts";
import { busy, load } from "./load.ts";
import { pages } from "./pages.ts";
import { memory, reading, tenCopies } from "./reading.ts";
import { scoring } from "./scoring.ts";

/** The only list of what is measured. */
export const CASES: readonly BenchCase[] = [
  reading,
  tenCopies,
  scoring,
  memory,
  importing,
  importingLong,
  load,
  busy,
  pages,
];
