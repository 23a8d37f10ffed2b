import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import type { Reading } from "#app/reader/schema.ts";
import { realDecrees, variantsByRegency } from "#tests/reader-kit/corpus.ts";
import { loadFixtures } from "#tests/reader-kit/fixtures.ts";
import { letters } from "#tests/reader-kit/likeness.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const READER = join(ROOT, "app/reader");

const sources = readdirSync(READER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join(READER, file), "utf8") }));

/** Names of units as the real decrees print them: "Bagian" and up to three words with a capital. */
const BAGIAN = /\bBagian\s+((?:[A-Z][a-z]+|dan)(?:\s+(?:[A-Z][a-z]+|dan)){0,3})/g;
/** Words that stand behind "Bagian" without naming a unit. */
const NO_NAME = /^(?:Yang|Tidak|Dari|Ini|Kesatu|Kedua)\b/;

const decrees = realDecrees();

describe.skipIf(decrees.length === 0)("the reader knows no regency, no bagian and no file", () => {
  const regencies = decrees.map((d) => d.fileName.replace(/-\d+\.txt$/, ""));

  it("names no regency of the real decrees and no file of theirs", () => {
    const found = sources.flatMap(({ file, text }) =>
      regencies
        .filter((name) => new RegExp(`\\b${name}\\b`, "i").test(text))
        .map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
    expect(regencies).toHaveLength(5);
  });

  it("names no bagian of the real decrees", () => {
    const names = new Set(
      decrees.flatMap((d) =>
        [...new TextDecoder().decode(d.bytes).matchAll(BAGIAN)].map(
          (m) => (m[1] as string).split(/\s+/)[0] as string,
        ),
      ),
    );
    const known = [...names].filter((name) => !NO_NAME.test(name) && name.length > 3);
    const found = sources.flatMap(({ file, text }) =>
      known
        .filter((name) => new RegExp(`\\bbagian\\s+${name}\\b`, "i").test(withoutComments(text)))
        .map((name) => `${file}: Bagian ${name}`),
    );
    expect(known).toContain("Hukum");
    expect(found).toEqual([]);
  });

  it("holds no sentence of theirs: no text of seven words or more stands in a decree", () => {
    const printed = decrees.map((d) => letters(new TextDecoder().decode(d.bytes)));
    const found = sources.flatMap(({ file, text }) =>
      [...withoutComments(text).matchAll(/"([^"\\\n]+)"|`([^`\\]+)`|'([^'\\\n]+)'/g)]
        .map((m) => m[1] ?? m[2] ?? m[3] ?? "")
        .filter(
          (literal) =>
            literal.trim().split(/\s+/).length >= 7 && printed.some((p) => p.includes(letters(literal))),
        )
        .map((literal) => `${file}: ${literal.slice(0, 60)}`),
    );
    expect(found).toEqual([]);
  });
});

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, "$1");

/** A copy of the reader that lacks some wordings of its lexicon; inside the project, so that it finds its packages. */
async function readerWithout(
  wordings: ReadonlySet<string>,
  folder: string,
): Promise<{ readDecree: (bytes: Uint8Array, name: string) => Reading; dropped: string[] }> {
  cpSync(READER, folder, { recursive: true });
  const file = join(folder, "labels", "wordings.ts");
  const dropped: string[] = [];
  const source = readFileSync(file, "utf8");
  const table = /export const LABELS[\s\S]*?\n};/.exec(source)?.[0];
  if (!table) throw new Error("wordings.ts has no table LABELS");
  const cut = table.replace(/"([a-z ]+)",?/g, (whole, wording: string) => {
    if (!wordings.has(wordsOf(wording))) return whole;
    dropped.push(wording);
    return "";
  });
  writeFileSync(
    file,
    source.replace(table, () => cut),
  );
  const { readDecree } = await import(/* @vite-ignore */ pathToFileURL(join(folder, "index.ts")).href);
  return { readDecree, dropped };
}

const SMALL = new Set(["dan", "atau", "serta"]);
/** Letters of the words that carry meaning: how the lexicon compares wordings. */
const wordsOf = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim()
    .split(" ")
    .filter((w) => !SMALL.has(w))
    .join(" ");

/** F1 of presence of one reading against another, in percent, services paired by line. */
function presenceF1(want: Reading, got: Reading): number {
  const byLine = new Map(got.services.map((s) => [s.line, s]));
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const service of want.services) {
    const other = byLine.get(service.line);
    byLine.delete(service.line);
    for (const key of COMPONENT_KEYS) {
      const due = service.components[key] !== null;
      const read = Boolean(other?.components[key]);
      tp += Number(due && read);
      fp += Number(read && !due);
      fn += Number(due && !read);
    }
  }
  for (const extra of byLine.values()) fp += COMPONENT_KEYS.filter((key) => extra.components[key]).length;
  return (200 * tp) / (2 * tp + fp + fn);
}

const trials = () => {
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".cache", "reader-without-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe("likeness of words carries labels that a scan has garbled", () => {
  const folder = trials();

  it("with exact words alone, a layout of garbled labels costs far more than half a point of F1", async () => {
    cpSync(READER, folder, { recursive: true });
    const file = join(folder, "labels", "word-likeness.ts");
    const source = readFileSync(file, "utf8");
    const head = /export const wordLikeness = \(printed: Word, known: Word\): number => \{\n/;
    expect(source).toMatch(head);
    writeFileSync(
      file,
      source.replace(head, (whole) => `${whole}  if (printed.text !== known.text) return 0;\n`),
    );
    const exact = await import(/* @vite-ignore */ pathToFileURL(join(folder, "index.ts")).href);
    const { readDecree: whole } = await import("#app/reader/index.ts");
    const garbled = loadFixtures().find(({ name }) => name.startsWith("13-label-garbled"));
    if (!garbled) throw new Error("no fixture with garbled labels");
    const want = whole(garbled.bytes, garbled.fileName);
    // All 28 components of its two services are printed.
    expect(want.services.map((one) => COMPONENT_KEYS.filter((key) => one.components[key]).length)).toEqual([
      14, 14,
    ]);
    const f1 = presenceF1(want, exact.readDecree(garbled.bytes, garbled.fileName));
    expect(f1).toBeLessThan(99.5);
  });
});

const variants = variantsByRegency();

describe.skipIf(decrees.length === 0 || variants.size === 0)("the lexicon is general", () => {
  const folder = trials();
  const droppedInAll: string[] = [];

  it.each([...variants])(
    "without the wordings that only %s prints, its decree reads the same within 0.5 points of F1",
    async (regency, labels) => {
      const others = new Set(
        [...variants].filter(([name]) => name !== regency).flatMap(([, all]) => all.map(wordsOf)),
      );
      const own = new Set(labels.map(wordsOf).filter((wording) => !others.has(wording)));
      const { readDecree, dropped } = await readerWithout(own, join(folder, regency.toLowerCase()));
      const { readDecree: whole } = await import("#app/reader/index.ts");
      const decree = decrees.find((d) => d.fileName.startsWith(regency.toLowerCase()));
      if (!decree) throw new Error(`no decree of ${regency}`);
      const f1 = presenceF1(whole(decree.bytes, decree.fileName), readDecree(decree.bytes, decree.fileName));
      droppedInAll.push(...dropped.map((wording) => `${regency}: ${wording}`));
      expect(f1).toBeGreaterThan(99.5);
    },
  );

  it("did drop wordings: the trial tried something", () => {
    expect(droppedInAll.length).toBeGreaterThan(2);
  });

  it("could fail: without any wording that the five print, a decree reads worse by much more than that", async () => {
    const all = new Set([...variants.values()].flatMap((labels) => labels.map(wordsOf)));
    const { readDecree } = await readerWithout(all, join(folder, "none"));
    const { readDecree: whole } = await import("#app/reader/index.ts");
    const [{ bytes, fileName }] = decrees as [(typeof decrees)[number]];
    expect(presenceF1(whole(bytes, fileName), readDecree(bytes, fileName))).toBeLessThan(97);
  });
});
