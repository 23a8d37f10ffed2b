import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersTag } from "#app/server/survey/secret.server.ts";
import { openDraft, stripPersonal } from "#app/survey/draft.ts";
import { bytesSource, Refusal, readSurvey } from "#app/survey/index.ts";
import { readOpened } from "#app/survey/read.ts";
import type { SkmJson } from "#app/survey/schema.ts";

const FOLDER = fileURLToPath(new URL("../../fixtures/survey", import.meta.url));
const names = readdirSync(FOLDER).filter((name) => name !== "golden");

const draftOf = (bytes: Uint8Array, secret: Uint8Array = randomBytes(32)) => {
  const { draft, sha256 } = stripPersonal(bytesSource(bytes), {}, (text) => lettersTag(secret, 1, text));
  // As it is kept: written to its end before it is read.
  const sheets = draft.sheets.map((sheet) => {
    const parts = [...sheet.text()];
    return { ...sheet, text: () => parts };
  });
  const json: SkmJson = readOpened(openDraft({ sheets }, sha256), "x", {}).json;
  return { json, text: sheets.map(({ text }) => text().join("")).join("\n") };
};
const ofFile = (bytes: Uint8Array): SkmJson => readSurvey(bytesSource(bytes), "x").json;
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const HEAD = "Nama,U1,U2,U3,U4,U5,U6,U7,U8,U9";
const answers = (value: number | string) => Array.from({ length: 9 }, () => value).join(",");

describe("a draft without its personal cells", () => {
  it.each(names)("says of %s what the file says", (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    let own: SkmJson;
    try {
      own = ofFile(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      return;
    }
    expect({ ...draftOf(bytes).json, file: own.file }).toEqual(own);
  });

  it("keeps the labels of foot rows in the column of names, and no name", () => {
    const file = csv(
      HEAD,
      `Siti Aminah,${answers(3)}`,
      `Budi,${answers(4)}`,
      `Jumlah,${answers(7)}`,
      `NRR per unsur,${answers("3.5")}`,
      "Nilai IKM,87.5,,,,,,,,",
    );
    const { json, text } = draftOf(file);
    expect(json.rows).toEqual({ read: 5, accepted: 2, rejected: 0, duplicate: 0, ignored: 3 });
    expect(json.printed).toMatchObject({ ikm: 87.5 });
    expect(text).toContain("NRR per unsur");
    expect(text).not.toMatch(/siti|aminah|budi/i);
  });

  it("keeps counts under a heading that names people elsewhere", () => {
    const file = csv(
      "Periode;Responden;U1;U2;U3;U4;U5;U6;U7;U8;U9",
      `TW I 2025;30;${answers("3,100").replaceAll(",3", ";3")}`,
      `TW II 2025;44;${answers("2,900").replaceAll(",2", ";2")}`,
    );
    expect(draftOf(file).json.groups.map(({ n }) => n)).toEqual([30, 44]);
  });

  it("takes no mean of many decimals for a number of a person", () => {
    const { text } = draftOf(csv(`${HEAD},Rata`, `Siti,${answers(3)},3.0666666666666669`));
    expect(text).toContain("3.0666666666666669");
  });

  it("masks what identifies a person wherever it stands", () => {
    const { text } = draftOf(
      csv(`${HEAD},Lain`, `Siti,${answers(3)},6301010101010001`, `Budi,${answers(4)},081234567890`),
    );
    expect(text).not.toMatch(/6301010101010001|081234567890/);
  });

  it("counts every respondent, whatever tag stands for his name", () => {
    const rows = Array.from({ length: 400 }, (_, at) => `panggilan ${at},${answers(1 + (at % 4))}`);
    const file = csv(HEAD, ...rows);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
        expect(draftOf(file, secret).json.rows).toMatchObject({ read: 400, accepted: 400 });
      }),
      { numRuns: 25 },
    );
  });

  it("gives tags that are the same for the same text, and no word of a label's beginning", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (secret, text) => {
        const tag = lettersTag(secret, 1, text);
        expect(tag).toMatch(/^[bcdfghjkmpqstvwx]{16}$/);
        expect(lettersTag(secret, 1, text)).toBe(tag);
      }),
    );
  });
});
