import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesSource, readSurvey } from "#app/survey/index.ts";
import { SkmJson } from "#app/survey/schema.ts";
import { read, refusalOf } from "./kit.ts";

const FOLDER = fileURLToPath(new URL("../../fixtures/survey", import.meta.url));
const files = readdirSync(FOLDER)
  .filter((name) => name !== "golden")
  .map((name) => readFileSync(join(FOLDER, name)));

describe("mutilated files", () => {
  it("are read or refused, never thrown at, and rows always add up", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom("set", "cut", "insert")), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.nat(files.length - 1), edits, (at, changes) => {
        let bytes = [...(files[at] as Buffer)];
        for (const [where, value, kind] of changes) {
          const index = bytes.length ? where % bytes.length : 0;
          if (kind === "set") bytes[index] = value;
          else if (kind === "insert") bytes.splice(index, 0, value);
          else bytes = [...bytes.slice(0, index), ...bytes.slice(index + (value % 50))];
        }
        refusalOf(() => {
          const { json } = readSurvey(bytesSource(Uint8Array.from(bytes)), "uji");
          SkmJson.parse(json);
          const { read: all, accepted, rejected, duplicate, ignored } = json.rows;
          expect(accepted + rejected + duplicate + ignored).toBe(all);
        });
      }),
      { numRuns: 300 },
    );
  });
  it("of any text are read or refused", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        (text) => void refusalOf(() => read(`U1,U2,U3\n${text}`)),
      ),
    );
  });
});
