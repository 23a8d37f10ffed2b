import { createHash } from "node:crypto";
import { Account, coverageOf } from "./account.ts";
import { partFile } from "./assembled.ts";
import { decode } from "./decode.ts";
import { finding } from "./findings.ts";
import { Judge } from "./judge.ts";
import { forget } from "./memory.ts";
import { refusal, withoutStandards } from "./refusals.ts";
import type { Reading } from "./schema.ts";

/** Changes whenever a reading of the same bytes may change. */
export const READER_VERSION = "1.15.0";

/**
 * Reads one file: its decrees, every printed service with its 14 components, and what every line is.
 *
 * @param bytes the file as it is, at most 25 MB; more, or what is no text, gives an empty reading with a finding.
 * @param fileName only repeated in the result; it decides nothing.
 * @returns a reading after the contract of `schema.ts`. Never throws on content.
 */
export const readDecree = (bytes: Uint8Array, fileName: string): Reading => {
  const steps = readDecreeSteps(bytes, fileName);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** How far a reading has come, in lines of the file. */
export interface ReadingStep {
  done: number;
  total: number;
}

/**
 * The same reading in steps, for callers that have something else to do in between: one step once the lines are parted
 * into decrees, then one after each decree. The reading is the generator's result.
 */
export function* readDecreeSteps(bytes: Uint8Array, fileName: string): Generator<ReadingStep, Reading, void> {
  const decoded = decode(bytes);
  const reading: Reading = {
    reader: READER_VERSION,
    file: {
      name: fileName,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      lines: decoded.lines.length,
    },
    decrees: [],
    services: [],
    coverage: { lines: decoded.lines.length, by_role: {}, unassigned: [] },
    findings: [],
    text: decoded.lines,
    spans: [],
    listed: [],
  };
  if (decoded.refused) {
    reading.findings.push(refusal(decoded.refused, bytes));
    reading.coverage = coverageOf([], decoded.lines.length);
    return reading;
  }
  if (decoded.encoding !== "utf-8") {
    reading.findings.push(
      finding("encoding", `Berkas memakai pengodean ${decoded.encoding}; hurufnya telah diubah ke UTF-8.`),
    );
  }
  forget();
  const account = new Account(decoded.lines);
  const file = partFile(decoded.lines);
  const judge = new Judge(reading, account);
  const total = decoded.lines.length;
  yield { done: 0, total };
  for (const [at, part] of file.parts.entries()) {
    if (at > 0) yield { done: part.line - 1, total };
    judge.add(file, part);
  }
  forget();
  yield { done: total, total };
  judge.markRepeats();
  withoutStandards(reading, file.parts.length);
  reading.spans = account.spans();
  reading.coverage = coverageOf(reading.spans, total);
  return reading;
}
