import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { toDocx } from "#app/reports/docx.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";
import { samplePaper } from "./paper-sample.ts";

const partsOf = async () => {
  const zip = await JSZip.loadAsync(await toDocx(samplePaper(), paperTools()));
  const read = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  return {
    document: await read("word/document.xml"),
    header: await read("word/header1.xml"),
    pictures: Object.keys(zip.files).filter((name) => /media\/.*png$/.test(name)),
  };
};

describe("a paper as DOCX", () => {
  it("has the letterhead, the mark on every page, and a place to sign", async () => {
    const { document, header } = await partsOf();
    expect(document).toContain("PEMERINTAH KABUPATEN ARUNIKA");
    expect(document).toContain("Kepala Bagian Organisasi");
    expect(header).toContain("DRAF");
  });

  it("shows a chart as a picture that says its finding to those who cannot see it", async () => {
    const { document, pictures } = await partsOf();
    expect(pictures).toHaveLength(1);
    expect(document).toMatch(/<wp:docPr[^>]*title="Waktu paling lemah"/);
  });

  it("begins a page where the paper breaks, repeats the heads of tables, sets figures right", async () => {
    const { document } = await partsOf();
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    // Two columns of figures in a head, 90 rows and a foot.
    expect(document.match(/<w:jc w:val="right"\/>/g)).toHaveLength(2 * 92);
  });
});
