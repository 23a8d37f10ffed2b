import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorAt } from "#app/correction/anchor.ts";
import { applyCorrections } from "#app/correction/apply.ts";
import { effectiveReading } from "#app/correction/effective.ts";
import type { Correction, Operation } from "#app/correction/model.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { lineOf, machine, machineOf, refTo } from "./kit.ts";

const reading = machine();
const withWords = reading.lines.flatMap((line, at) => (line.trim() === "" ? [] : [at + 1]));

/** Any operation on this text, sensible or not. */
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({
      lines: fc.uniqueArray(fc.constantFrom(...withWords), { minLength: 1, maxLength: 4 }),
      service: fc.option(fc.nat(2)),
      component: fc.constantFrom(...COMPONENT_KEYS),
    })
    .map(
      ({ lines, service, component }): Operation => ({
        op: "pindah",
        spans: lines.map((line) => anchorAt(reading, line, 1)),
        to:
          service === null
            ? { service: null, role: "unassigned" }
            : { service: refTo(reading, service), component },
      }),
    ),
  fc.nat(2).map((service): Operation => ({ op: "hapus", service: refTo(reading, service) })),
  fc
    .tuple(fc.nat(2), fc.nat(2))
    .map(([a, b]): Operation => ({ op: "gabung", service: refTo(reading, a), into: refTo(reading, b) })),
  fc.tuple(fc.nat(2), fc.constantFrom(...withWords)).map(
    ([service, line]): Operation => ({
      op: "pisah",
      service: refTo(reading, service),
      at: anchorAt(reading, line, 1),
      name: "Layanan Lain",
      bagian: null,
    }),
  ),
  fc
    .tuple(fc.nat(2), fc.constantFrom("Nama Satu", "Nama Dua"))
    .map(([service, name]): Operation => ({ op: "nama", service: refTo(reading, service), name })),
);

const corrections = fc
  .array(operation, { maxLength: 6 })
  .map((all) => all.map((one, at): Correction => ({ seq: at + 1, operation: one })));

describe("corrections", () => {
  it("leave the reading of the machine as it is where there are none", () => {
    const { spans, tables, changed } = effectiveReading(reading, []);
    expect(spans).toEqual(reading.spans);
    expect(tables).toEqual(reading.tables);
    expect(changed.size).toBe(0);
  });

  it("give every part of every line one owner that is there, whatever is asked", () => {
    fc.assert(
      fc.property(corrections, (all) => {
        const { spans, tables } = applyCorrections(reading, all);
        const ordinals = new Set(tables.map(({ ordinal }) => ordinal));
        const width = (of: readonly { line: number; from: number; to: number }[]) => {
          const lines = new Map<number, string>();
          for (const { line, from, to } of of) lines.set(line, `${lines.get(line) ?? "0"}>${from}<${to}`);
          return [...lines].map(([line, path]) => {
            const ends = path.split(/[<>]/).map(Number);
            // Each begins where the one before ended.
            for (let at = 1; at < ends.length; at += 2) expect(ends[at]).toBe(ends[at - 1]);
            return [line, ends.at(-1)];
          });
        };
        expect(width(spans)).toEqual(width(reading.spans));
        for (const { service } of spans) expect(service === null || ordinals.has(service)).toBe(true);
      }),
    );
  });

  it("replayed on the same reading give the same, in whatever order they are handed over", () => {
    fc.assert(
      fc.property(corrections, (all) => {
        const once = effectiveReading(reading, all);
        expect(effectiveReading(reading, [...all].reverse())).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  it("undone are as if never made", () => {
    fc.assert(
      fc.property(corrections, operation, (all, more) => {
        const before = effectiveReading(reading, all);
        effectiveReading(reading, [...all, { seq: all.length + 1, operation: more }]);
        expect(effectiveReading(reading, all)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it("name only components whose parts are others than the reader's", () => {
    const line = lineOf(reading, "Pengawasan", 2);
    const move: Operation = {
      op: "pindah",
      spans: [anchorAt(reading, line, 1)],
      to: { service: refTo(reading, 1), component: "evaluasi_kinerja" },
    };
    const { changed } = effectiveReading(reading, [{ seq: 1, operation: move }]);
    expect([...changed.keys()]).toEqual([1]);
    expect([...(changed.get(1)?.keys() ?? [])]).toEqual(["pengawasan", "evaluasi_kinerja"]);
    expect(changed.get(1)?.get("evaluasi_kinerja")).toMatchObject({
      read: { text: "Atasan langsung memeriksa buku register setiap Jumat.", lines: [line, line] },
      finding: null,
    });
    expect(changed.get(1)?.get("pengawasan")).toMatchObject({ read: null, finding: { code: "missing" } });
  });

  it("take part of a line where only its words are meant", () => {
    const line = lineOf(reading, "3 (tiga) hari kerja", 1);
    const printed = reading.lines[line - 1] as string;
    const from = printed.indexOf("sejak berkas lengkap");
    const move: Operation = {
      op: "pindah",
      spans: [anchorAt(reading, line, 1, { from, to: printed.length })],
      to: { service: refTo(reading, 0), component: "persyaratan" },
    };
    const { changed } = effectiveReading(reading, [{ seq: 1, operation: move }]);
    expect(changed.get(0)?.get("jangka_waktu")).toMatchObject({
      read: { text: "3 (tiga) hari kerja" },
      facts: { waktu: [{ min: 3, max: 3, unit: "hari", basis: "kerja" }] },
    });
  });

  it("take a label off a row that was nobody's", () => {
    const own = machine({ bagian: [{ name: "Bagian Umum", services: [{ name: "Peminjaman Aula" }] }] });
    const line = lineOf(own, "Sarana");
    const gone: Operation = {
      op: "pindah",
      spans: [anchorAt(own, line, 1)],
      to: { service: null, role: "unassigned" },
    };
    const back: Operation = {
      op: "pindah",
      spans: [anchorAt(own, line, 1)],
      to: { service: refTo(own, 0), component: "sarana" },
    };
    const lost = effectiveReading(own, [{ seq: 1, operation: gone }]);
    expect(lost.changed.get(0)?.get("sarana")).toMatchObject({ read: null });
    const found = effectiveReading(own, [
      { seq: 1, operation: gone },
      { seq: 2, operation: back },
    ]);
    expect(found.changed.get(0)?.get("sarana")).toMatchObject({
      read: { text: "Meja layanan, komputer, dan ruang tunggu." },
    });
  });

  it("tell the component's own label where a row with the label of another one joins it", () => {
    const move: Operation = {
      op: "pindah",
      spans: [anchorAt(reading, lineOf(reading, "Pengawasan", 1), 1)],
      to: { service: refTo(reading, 0), component: "evaluasi_kinerja" },
    };
    const { changed } = effectiveReading(reading, [{ seq: 1, operation: move }]);
    const label = changed.get(0)?.get("evaluasi_kinerja");
    expect(label && "read" in label && label.read?.label).toMatch(/^Evaluasi [^.–-]*[a-z]$/i);
  });

  it("hold on another reading of the same text whose tables are counted otherwise", () => {
    const line = lineOf(reading, "Pengawasan", 2);
    const move: Operation = {
      op: "pindah",
      spans: [anchorAt(reading, line, 1)],
      to: { service: refTo(reading, 1), component: "evaluasi_kinerja" },
    };
    const shifted = {
      ...reading,
      tables: reading.tables.map((table) => ({ ...table, ordinal: table.ordinal + 7 })),
      spans: reading.spans.map((span) => ({
        ...span,
        service: span.service === null ? null : span.service + 7,
      })),
    };
    const { changed, outcome } = effectiveReading(shifted, [{ seq: 1, operation: move }]);
    expect([...outcome]).toEqual([[1, null]]);
    expect([...changed.keys()]).toEqual([8]);
  });

  it("are set aside one by one where their words or their service are gone", () => {
    const move: Operation = {
      op: "pindah",
      spans: [anchorAt(reading, lineOf(reading, "Pengawasan", 2), 1)],
      to: { service: refTo(reading, 1), component: "evaluasi_kinerja" },
    };
    const rename: Operation = { op: "nama", service: refTo(reading, 0), name: "Peminjaman Aula Utama" };
    const other = machineOf(reading.lines.join("\n").replaceAll("setiap Jumat", "setiap Senin"));
    const { outcome, tables } = effectiveReading(other, [
      { seq: 1, operation: move },
      { seq: 2, operation: rename },
      { seq: 3, operation: { op: "hapus", service: { added: 9 } } },
    ]);
    expect([...outcome]).toEqual([
      [1, "teks_hilang"],
      [2, null],
      [3, "sandaran_batal"],
    ]);
    expect(tables[0]?.name).toBe("Peminjaman Aula Utama");
  });
});
