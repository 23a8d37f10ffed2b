import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bytesSource, Refusal, readSurvey } from "#app/survey/index.ts";
import { SkmJson } from "#app/survey/schema.ts";

/** One golden JSON a file; `npx vitest run --config remix.config.js tests/unit/survey/golden.test.ts -u` rewrites them. */
const FOLDER = fileURLToPath(new URL("../../fixtures/survey", import.meta.url));
const files = readdirSync(FOLDER)
  .filter((name) => name !== "golden")
  .sort();

const outcome = (name: string): unknown => {
  try {
    const { json } = readSurvey(bytesSource(readFileSync(join(FOLDER, name))), name);
    return SkmJson.parse(json);
  } catch (error) {
    if (error instanceof Refusal) return { error: { code: error.code, message: error.message } };
    throw error;
  }
};

/** Arrays and small objects on one line each: a reviewer reads a group in ten lines. */
const readable = (value: unknown): string =>
  `${JSON.stringify(value, null, 1).replace(/\{\n\s+"n":[^{}]*\}|\[[^[\]{}]*\]|\{\n\s+"(?:index|row|code|name|read|ikm)":[^{}]*\}/g, (part) => part.replace(/\n\s*/g, " "))}\n`;

describe("golden readings", () => {
  it("covers at least thirty files of every kind", () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });
  for (const name of files)
    it(`reads ${name} as reviewed`, async () => {
      await expect(readable(outcome(name))).toMatchFileSnapshot(join(FOLDER, "golden", `${name}.json`));
    });
});
