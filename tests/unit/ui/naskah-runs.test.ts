import { describe, expect, it } from "vitest";
import type { LineSpan, NaskahLine, ServiceRef } from "#app/server/views.ts";
import { quoteIn, runsOf } from "#app/ui/naskah-runs.ts";

const cuti: ServiceRef = { no: 1, slug: "cuti", name: "Layanan Cuti" };
const span = (from: number, to: number, rest: Partial<LineSpan> = {}): LineSpan => ({
  from,
  to,
  role: "component",
  service: cuti,
  printedName: "Layanan Cuti",
  component: "biaya",
  ...rest,
});
const line = (number: number, text: string, ...spans: LineSpan[]): NaskahLine => ({
  line: number,
  text,
  spans,
});
const shown = (lines: NaskahLine[], markup = false) =>
  runsOf(lines, null, markup).flatMap((run) =>
    run.lines.map((one) => one.parts.map((part) => part.text).join("")),
  );

describe("lines and their owners", () => {
  it("writes an owner once for lines that follow each other, a blank line among them", () => {
    const runs = runsOf(
      [line(10, "Biaya", span(0, 5, { role: "label" })), line(11, ""), line(12, "gratis", span(0, 6))],
      null,
      false,
    );
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ name: "Layanan Cuti", owner: "Biaya", startsService: true });
    expect(runs[0]?.lines.map((one) => one.line)).toEqual([10, 11, 12]);
  });

  it("marks a line of which a part has no owner, and says both", () => {
    const free = span(7, 12, { role: "unassigned", service: null, printedName: null, component: null });
    const [run] = runsOf([line(3, "gratis lain", span(0, 6), free)], null, false);
    expect(run?.unassigned).toBe(true);
    expect(run?.owner).toBe("Biaya; tanpa pemilik");
  });

  it("writes the name of a service only where it begins", () => {
    const produk = span(0, 6, { component: "produk" });
    const other = span(0, 6, { service: null, printedName: "Layanan Izin" });
    const runs = runsOf(
      [line(1, "gratis", span(0, 6)), line(2, "produk", produk), line(3, "gratis", other)],
      null,
      false,
    );
    expect(runs.map((run) => [run.name, run.owner, run.startsService])).toEqual([
      ["Layanan Cuti", "Biaya", true],
      ["Layanan Cuti", "Produk", false],
      ["Layanan Izin", "Biaya", true],
    ]);
  });

  it("starts a run where the owner changes", () => {
    const head = span(0, 4, { role: "decree_head", service: null, printedName: null, component: null });
    expect(
      runsOf([line(1, "Kepala", head), line(2, "gratis", span(0, 6))], null, false).map((run) => run.owner),
    ).toEqual(["kepala dan diktum keputusan", "Biaya"]);
  });
});

describe("the text of a line", () => {
  it("takes tags out and keeps words apart, but leaves arrows and figures with < alone", () => {
    expect(shown([line(1, "<li>Satu<br>dua</li> A --> B, 3 < 5")])).toEqual([" Satu dua  A --> B, 3 < 5"]);
  });

  it("shows everything as it stands when markup is asked for", () => {
    expect(shown([line(1, "<li>Satu &amp; dua</li>")], true)).toEqual(["<li>Satu &amp; dua</li>"]);
  });

  it("decodes entities once", () => {
    expect(shown([line(1, "a &amp;lt; b&nbsp;c")])).toEqual(["a &lt; b c"]);
  });
});

describe("the quote", () => {
  const lines = [
    line(4, "Produk surat", span(0, 12, { component: "produk" })),
    line(5, "Biaya gratis sekali", span(0, 5, { role: "label" }), span(6, 12)),
  ];

  it("belongs to the component that holds most of the lines asked for", () => {
    expect(quoteIn(lines, [5, 5])).toEqual({ lines: [5, 5], service: cuti, component: "biaya" });
  });

  it("marks the quote itself inside the line", () => {
    const runs = runsOf(lines, quoteIn(lines, [5, 5]), false);
    expect(runs[1]?.lines[0]).toEqual({
      line: 5,
      inQuote: true,
      parts: [
        { text: "Biaya", quoted: true },
        { text: " ", quoted: false },
        { text: "gratis", quoted: true },
        { text: " sekali", quoted: false },
      ],
    });
    expect(runs[0]?.lines[0]?.inQuote).toBe(false);
  });

  it("names no component where the lines have none", () => {
    expect(quoteIn([line(9, "---")], [9, 9])).toEqual({ lines: [9, 9], service: null, component: null });
  });
});
