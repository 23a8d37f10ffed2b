import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { FindingCode } from "#app/reader/findings-registry.ts";
import type { Reading } from "#app/reader/schema.ts";
import { relabelled, withComponent, withoutPage } from "#tests/reader-kit/edit.ts";
import { readingDifferences } from "#tests/reader-kit/from-reading.ts";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { NULL_CODES } from "#tests/reader-kit/measure-findings.ts";
import type { Content, ModelDecree } from "#tests/reader-kit/model.ts";
import { type Random, seeded } from "#tests/reader-kit/random.ts";
import { readText } from "#tests/reader-kit/read.ts";
import { LAYOUTS, layoutNamed } from "#tests/reader-kit/render/index.ts";
import { renderTab } from "#tests/reader-kit/render/tab.ts";

const SEEDS = Array.from({ length: 10 }, (_, i) => 400 + i);
/** The last row of a half says nothing of why it is absent. */
const REMOVABLE = COMPONENT_KEYS.filter((key) => key !== "pengaduan" && key !== "evaluasi_kinerja");

const codesOf = (reading: Reading, service: number, key: ComponentKey) =>
  reading.findings
    .filter(
      (f) =>
        f.service === service && f.component === key && (NULL_CODES as readonly string[]).includes(f.code),
    )
    .map((f) => f.code);

/** Differences outside the edited components. */
const elsewhere = (before: Reading, after: Reading, service: number, keys: readonly ComponentKey[]) => {
  const untouched = (reading: Reading): Reading => ({
    ...reading,
    services: reading.services.map((s, i) =>
      i === service
        ? { ...s, components: { ...s.components, ...Object.fromEntries(keys.map((k) => [k, null])) } }
        : s,
    ),
  });
  return readingDifferences(untouched(before), untouched(after));
};

/** Where letters are destroyed an edit may show elsewhere too: that is measured in shares (damage.test.ts). */
/** Where numbers stand apart from labels in the middle of their cells, an edit moves the middle: read exactly, not edited. */
const UNEDITED = ["bad-scan", "columns-centred-apart"];
const editable = LAYOUTS.filter((layout) => !UNEDITED.includes(layout.name)).map(
  (layout) => [layout.name, layout] as const,
);

/** Edits one component of each seed's decree and tells what else changed, and whether the finding is right. */
function editEach(
  render: (decree: ModelDecree, seed: number) => string,
  keys: readonly ComponentKey[],
  content: Content | null,
  code: FindingCode,
): string[] {
  return SEEDS.flatMap((seed) => {
    const random = seeded(seed);
    const decree = makeDecree(seed, { services: 4 });
    const service = random.int(0, 3);
    const key = random.pick(keys);
    const before = readText(render(decree, seed));
    const edited = withComponent(decree, service, key, (part) =>
      content === null ? null : { ...part, content },
    );
    const after = readText(render(edited, seed));
    const wrong = elsewhere(before, after, service, [key]);
    const read = after.services[service]?.components[key];
    if (read) wrong.push(`${key} is still read: ${read.text.slice(0, 60)}`);
    const codes = codesOf(after, service, key);
    if (codes.join() !== code) wrong.push(`${key}: ${code} wanted, ${codes.join(" + ") || "none"} found`);
    return wrong.map((w) => `seed ${seed}: ${w}`);
  });
}

describe("an edit changes its component and nothing else", () => {
  it.each(editable.filter(([, layout]) => !layout.shared))(
    "%s: a row that is removed is missing",
    (_, layout) => {
      expect(editEach((d, s) => layout.render(d, s).text, REMOVABLE, null, "missing")).toEqual([]);
    },
  );

  it.each(editable)("%s: a row whose content is removed is blank", (_, layout) => {
    expect(editEach((d, s) => layout.render(d, s).text, COMPONENT_KEYS, "", "blank")).toEqual([]);
  });

  it.each(editable)("%s: a row of dashes or dots is a placeholder", (_, layout) => {
    expect(editEach((d, s) => layout.render(d, s).text, COMPONENT_KEYS, "-", "placeholder")).toEqual([]);
    expect(editEach((d, s) => layout.render(d, s).text, COMPONENT_KEYS, "...", "placeholder")).toEqual([]);
  });
});

describe("an edit that changes no content", () => {
  it.each(editable)("%s: other names for the labels change nothing", (_, layout) => {
    const changed = SEEDS.flatMap((seed) => {
      const decree = makeDecree(seed);
      const before = readText(layout.render(decree, seed).text);
      const after = readText(layout.render(relabelled(decree, seeded(seed + 1)), seed).text);
      return readingDifferences(before, after).map((d) => `seed ${seed}: ${d}`);
    });
    expect(changed).toEqual([]);
  });

  it("the halves in the other order, or under each other's title, change nothing", () => {
    const changed = SEEDS.flatMap((seed) => {
      const decree = makeDecree(seed);
      const text = (fixed: object) =>
        renderTab(decree, seed, {
          name: "three",
          shape: "three",
          fixed: { serviceForm: "jenis-no", declared: "diktum", ...fixed },
        }).text;
      const before = readText(text({ order: "user-first" }));
      return [text({ order: "inner-first" }), text({ swappedTitles: true }), text({ order: "law" })].flatMap(
        (edited, i) =>
          readingDifferences(before, readText(edited)).map((d) => `seed ${seed}, edit ${i}: ${d}`),
      );
    });
    expect(changed).toEqual([]);
  });
});

describe("a page cut out of a table", () => {
  const names = [
    "tab-three",
    "tab-joint",
    "tab-own-row",
    "tab-one-cell",
    "pipe",
    "ocr-rows",
    "bare",
    "caption-row",
    "plain-colon",
  ];

  it.each(names)("%s: loses the components on it, says so, and leaves the rest alone", (name) => {
    const layout = layoutNamed(name);
    if (!layout) throw new Error(`no layout ${name}`);
    let cuts = 0;
    const wrong = SEEDS.flatMap((seed) => {
      const random: Random = seeded(seed + 50);
      const rendering = layout.render(makeDecree(seed, { services: 4 }), seed);
      const cut = withoutPage(rendering, random.int(0, 3), random);
      if (!cut) return [];
      cuts += 1;
      const before = readText(rendering.text);
      const after = readText(cut.text);
      const codes = cut.lost.flatMap((key) => {
        const found = codesOf(after, cut.service, key);
        return found.join() === "page_lost"
          ? []
          : [`${key}: page_lost wanted, ${found.join(" + ") || "none"} found`];
      });
      return [...elsewhere(before, after, cut.service, cut.lost), ...codes].map((w) => `seed ${seed}: ${w}`);
    });
    expect(cuts).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});
