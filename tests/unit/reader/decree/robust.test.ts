import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecreePart, splitDecrees } from "#app/reader/decree/index.ts";
import { describeWithShared } from "#tests/setup/shared.ts";
import { decree, TABLE } from "./write.ts";

const FILE = [
  ...decree({
    end: [
      "",
      "SEKRETARIS DAERAH,",
      "RATNA WULAN",
      "",
      "MAKLUMAT PELAYANAN",
      '"KAMI BERJANJI MENAATI STANDAR PELAYANAN DAN SIAP MENERIMA SANKSI"',
    ],
  }),
  ...decree({
    number: ["NOMOR 060/18/ORG TAHUN 2023"],
    annex: [
      "NO\tBAGIAN\tJENIS PELAYANAN",
      "1\tBagian Umum\t1. Kartu Tamu; 2. Sewa Aula",
      "<table><tr><td>1</td>",
      "<td>Persyaratan</td><td>KTP</td></tr></table>",
      ...TABLE,
    ],
  }),
];

/** What must hold of any result: parts and roles in order, side by side, each line accounted for once. */
const isSound = (lines: readonly string[], parts: readonly DecreePart[]): void => {
  let end = 0;
  for (const { from, to, line, annexFrom, annexTo, roles } of parts) {
    expect(from).toBe(end + 1);
    end = to;
    expect(line).toBeGreaterThanOrEqual(from);
    expect(line).toBeLessThanOrEqual(to);
    expect(annexTo).toBeLessThanOrEqual(to + 1);
    if (annexFrom !== null) expect(annexTo).toBeGreaterThanOrEqual(annexFrom);
    const covered = new Set<number>();
    let last = from - 1;
    for (const role of roles) {
      expect(role.from).toBeGreaterThan(last);
      last = role.to;
      for (let at = role.from; at <= role.to; at++) covered.add(at);
    }
    expect(last).toBeLessThanOrEqual(to);
    for (let at = from; at <= to; at++) {
      const inAnnex = annexFrom !== null && at >= annexFrom && at < annexTo;
      if (!inAnnex && (lines[at - 1] ?? "").trim() !== "") expect(covered.has(at)).toBe(true);
    }
  }
  if (parts.length > 0) expect(end).toBe(lines.length);
};

type Edit = [
  kind: "delete" | "swap" | "cut" | "garble" | "repeat" | "join" | "truncate",
  a: number,
  b: number,
];

const edited = (source: readonly string[], edits: readonly Edit[]): string[] => {
  let lines = [...source];
  for (const [kind, a, b] of edits) {
    if (lines.length === 0) break;
    const i = a % lines.length;
    const j = b % lines.length;
    const line = lines[i] as string;
    if (kind === "delete") lines.splice(i, (b % 20) + 1);
    else if (kind === "swap") [lines[i], lines[j]] = [lines[j] as string, line];
    else if (kind === "cut") lines[i] = line.slice(0, b % (line.length + 1));
    else if (kind === "garble")
      lines[i] = line.replace(/[aeiou]/gi, (letter, at: number) => ((at + b) % 3 ? letter : "1"));
    else if (kind === "repeat") lines.splice(i, 0, ...lines.slice(j, j + 12));
    else if (kind === "join") lines[i] = `${line} ${lines[j]}`;
    else lines = lines.slice(0, i + 1);
  }
  return lines;
};

const edits = fc.array(
  fc.tuple(
    fc.constantFrom("delete", "swap", "cut", "garble", "repeat", "join", "truncate"),
    fc.nat(),
    fc.nat(),
  ) as fc.Arbitrary<Edit>,
  { maxLength: 14 },
);

describe("any input", () => {
  it("that damage makes of a file of two decrees gives a sound result", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const lines = edited(FILE, list);
        isSound(lines, splitDecrees(lines));
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("of arbitrary text gives a sound result", () => {
    const word = fc.constantFrom(
      "KEPUTUSAN",
      "BUPATI",
      "NOMOR",
      "LAMPIRAN",
      "Menimbang",
      "bahwa",
      "MEMUTUSKAN:",
      "KESATU",
      ":",
      "1.",
      "a.",
      "\t",
      "|",
      "<td>",
      "</tr>",
      "NO",
      "BAGIAN",
      "JENIS PELAYANAN",
      "Persyaratan",
      "  ",
      ";",
      "…",
      "\u0000",
      "é",
    );
    const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 60 }), (lines) =>
        isSound(lines, splitDecrees(lines)),
      ),
      { numRuns: 400, seed: 7 },
    );
  });
});

interface TruthDecree {
  regency: string;
  issuer: string;
  number: string;
  year: number;
  signed: string | null;
  line: number;
  maklumat: boolean;
  declared: { bagian: string | null; services: string[] }[];
}

describeWithShared("the real decrees", (shared) => {
  it.each(["temanggung-2025", "balangan-2024"])("of %s are read as a careful reader did", (name) => {
    const lines = readFileSync(join(shared, "decrees", `${name}.txt`), "utf8").split("\n");
    const truth = JSON.parse(readFileSync(join(shared, "truth", `${name.split("-")[0]}.json`), "utf8")) as {
      decrees: TruthDecree[];
    };
    const read = splitDecrees(lines).map(
      ({ regency, issuer, number, year, signed, line, maklumat, declared }) => ({
        regency,
        issuer,
        number,
        year,
        signed,
        line,
        maklumat: maklumat !== null,
        declared: declared.map(({ bagian, services }) => ({
          bagian,
          services: services.map((service) => service.name),
        })),
      }),
    );
    const wanted = truth.decrees.map(
      ({ regency, issuer, number, year, signed, line, maklumat, declared }) => ({
        regency,
        issuer,
        number,
        year,
        signed,
        line,
        maklumat,
        declared,
      }),
    );
    expect(read).toEqual(wanted);
  });

  it.each([
    // Counted by hand: groups and services of the list, first line of the annex's services, line after them.
    ["jombang-2024", 10, 44, 89, 1035],
    ["melawi-2021", 9, 58, 136, 2551],
    ["tulungagung-2024", 1, 44, 116, 1269],
  ])(
    "of %s list %i groups with %i services and have their annex in place",
    (name, groups, services, annexFrom, annexTo) => {
      const [part, ...more] = splitDecrees(
        readFileSync(join(shared, "decrees", `${name}.txt`), "utf8").split("\n"),
      );
      expect(more).toEqual([]);
      expect(part?.declared.length).toBe(groups);
      expect(part?.declared.reduce((sum, group) => sum + group.services.length, 0)).toBe(services);
      expect([part?.annexFrom, part?.annexTo]).toEqual([annexFrom, annexTo]);
    },
  );
});
