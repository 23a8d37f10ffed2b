import { describe, expect, it } from "vitest";
import { formatOfPath, formatsOf } from "#app/reports/formats.ts";

describe("formats", () => {
  it("are told by the ending of an address, and a page has none", () => {
    expect(["/temuan.csv", "/.xlsx", "/a/perbaikan.docx", "/temuan", "/csv"].map(formatOfPath)).toEqual([
      "csv",
      "xlsx",
      "docx",
      undefined,
      undefined,
    ]);
  });

  it("of tables come in the order of the links", () => {
    expect(formatsOf("table")).toEqual(["csv", "xlsx"]);
    expect(formatsOf("paper")).toEqual(["pdf", "docx"]);
  });
});
