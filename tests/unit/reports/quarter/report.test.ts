import ExcelJS from "exceljs";
import JSZip from "jszip";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { toDocx } from "#app/reports/docx.ts";
import { toPdf } from "#app/reports/pdf/pdf.ts";
import type { QuarterInput } from "#app/reports/quarter/input.ts";
import { type Ground, type ReportOptions, reportOf } from "#app/reports/quarter/report.ts";
import { CHAPTER_IDS } from "#app/reports/report/chapters.ts";
import { differences } from "#app/reports/report/differences.ts";
import { reportCsv, reportXlsx } from "#app/reports/report/files.ts";
import { ReportModel, tablesOf, totalsOf } from "#app/reports/report/model.ts";
import { reportPaper, tableWords } from "#app/reports/report/paper.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";
import { quarterInput, surveyInput } from "./input.ts";

const SETTINGS = {
  letterhead: ["PEMERINTAH KABUPATEN ARUNIKA", "SEKRETARIAT DAERAH"],
  place: "Arunika",
  signer: { office: "Sekretaris Daerah", name: "Nama Contoh", nip: "19700101 199501 1 001" },
};
const GROUND: Ground = {
  at: "2025-07-02T02:00:00.000Z",
  dataHash: "0".repeat(64),
  versions: [["Pembaca", "1.2.0"]],
};

const report = (given: Partial<QuarterInput> = {}, options: Partial<ReportOptions> = {}): ReportModel =>
  reportOf(
    quarterInput(given),
    SETTINGS,
    { chapters: CHAPTER_IDS, commentary: {}, number: "065/1/ORG", date: "2025-07-02", ...options },
    GROUND,
  );

const pdfText = async (model: ReportModel): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(await toPdf(reportPaper(model), paperTools())));
  return text.join(" ").replace(/\s+/g, " ");
};

const docxText = async (model: ReportModel): Promise<string> => {
  const zip = await JSZip.loadAsync(await toDocx(reportPaper(model), paperTools()));
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  return xml
    .replace(/<\/w:p>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
};

const workbookOf = async (model: ReportModel): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await reportXlsx(model)).buffer as ArrayBuffer);
  return workbook;
};

/** Words of every cell, by the tables of the model. */
const cellsOf = (model: ReportModel): string[] =>
  tablesOf(model).flatMap((table) => {
    const { rows, foot } = tableWords(table);
    return [...rows, ...(foot ? [foot] : [])].flat();
  });

/** A cell may break anywhere on paper: letters are compared without their blanks. */
const letters = (text: string): string => text.replace(/\s+/g, "");

describe("a report", () => {
  it("has the title of the ministry's template and the chapters of its outline, annexes last", () => {
    const { title, chapters } = report();
    expect(title).toBe(
      "Laporan Pelaksanaan Survei Kepuasan Masyarakat (SKM) Sekretariat Daerah Kabupaten Arunika Triwulan II Tahun 2025",
    );
    expect(chapters.map((one) => one.title)).toEqual([
      "I. Pendahuluan",
      "II. Pengumpulan data",
      "III. Hasil pengolahan",
      "IV. Analisis",
      "V. Kesimpulan",
      "Lampiran A. IKM tiap layanan",
      "Lampiran B. Sebaran jawaban tiap unsur",
      "Lampiran C. Rencana tindak lanjut",
      "Lampiran D. Realisasi tindak lanjut periode sebelumnya",
      "Lampiran E. Prioritas perbaikan",
      "Lampiran F. Kelengkapan standar pelayanan",
      "Lampiran G. Dasar hukum dalam standar pelayanan",
      "Lampiran H. Layanan yang belum disurvei",
      "Lampiran I. Dasar angka",
    ]);
  });

  it("numbers what is on, names what is off, and keeps the ground of its figures in any case", () => {
    const { chapters } = report({}, { chapters: ["hasil", "realisasi"] });
    expect(chapters.map(({ title }) => title)).toEqual([
      "I. Hasil pengolahan",
      "Lampiran A. Realisasi tindak lanjut periode sebelumnya",
      "Lampiran B. Dasar angka",
    ]);
    const ground = chapters.at(-1)?.parts.map((part) => ("words" in part ? part.words : "")) ?? [];
    expect(ground.join(" ")).toContain("Tidak dimuat dalam laporan ini: Pendahuluan, Pengumpulan data");
  });

  it("says what became of what was promised before", () => {
    const [intro] = report().chapters;
    expect(intro?.parts.map((part) => ("words" in part ? part.words : "")).join(" ")).toContain(
      "Ketika periode ini mulai, ada dua rencana yang belum selesai. Kini: terlambat 1 dan selesai 1.",
    );
  });

  it("carries filters, n, edition, decree, hash and instant wherever it goes", () => {
    expect(Object.fromEntries(report().about)).toMatchObject({
      Saringan: "tidak ada: semua bagian dan layanan",
      Responden: "40 dari sampel 36",
      "Instrumen survei": "Permenpan RB 14/2017",
      Keputusan: "Keputusan Bupati Nomor 1 Tahun 2024, 6 Mei 2024, naskah versi 1",
      Direviu: "42 dari 42 putusan",
      "Sidik data (SHA-256)": "0".repeat(64),
      "Angka diambil": "2 Juli 2025 pukul 10.00 WITA",
    });
  });

  it("is issued where nothing is missing, and only a draft with its reasons where something is", async () => {
    expect(report().reasons).toEqual([]);
    const draft = report({ survey: surveyInput({ n: 30 }) });
    expect(draft.reasons).toEqual(["Responden 30 dari sampel 36."]);
    const text = await pdfText(draft);
    expect(text).toContain("Laporan ini hanya dapat dicetak sebagai DRAF: Responden 30 dari sampel 36.");
    expect(text.match(/DRAF/g)?.length).toBeGreaterThan(10);
    expect(await pdfText(report())).not.toContain("DRAF");
  });

  it("is what was stored after it was read back", () => {
    const model = report({}, { commentary: { analisis: "Kata orang." } });
    expect(ReportModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });

  it("can be made of a period without survey, without standards, without follow-up", async () => {
    const model = report({ survey: null, standards: null, legal: [], priorities: [], followUp: null });
    expect(model.reasons).toEqual([
      "Belum ada survei pada periode ini.",
      "Belum ada naskah standar pelayanan.",
    ]);
    expect(await pdfText(model)).toContain("Tidak ada survei kepuasan masyarakat pada periode ini.");
    await reportXlsx(model);
  });

  it("adds columns that can be added, and no index or grade", () => {
    const totals = new Map(tablesOf(report()).map((table) => [table.id, totalsOf(table)]));
    // Layanan 2 + 1, n 30 + 10; index, grade, interval and change have no sum.
    expect(totals.get("bagian")).toEqual([null, 3, 40, null, null, null, null]);
    // Layanan 2 + 1, lengkap 1 + 1, terukur 0 + 1, bermasalah 3 + 1, dinilai 28 + 14, direviu 28 + 14.
    expect(totals.get("standar")).toEqual([null, 3, 2, 1, 4, 42, 42]);
    // Problems of the three services: jangka waktu and pengaduan, jangka waktu, evaluasi kinerja.
    expect(totals.get("kelengkapan")?.at(-1)).toBe(4);
    expect(totals.get("unsur")).toBeNull();
  });
});

describe("the formats of a report", () => {
  it("show the same words in every cell: page, PDF, DOCX, CSV, and the workbook the same figures", async () => {
    const model = report();
    const [pdf, docx, workbook] = [await pdfText(model), await docxText(model), await workbookOf(model)];
    const [pdfLetters, docxLetters] = [letters(pdf), letters(docx)];
    const cells = cellsOf(model).filter((words) => words !== "" && words !== "–");
    expect(cells.length).toBeGreaterThan(150);
    expect(cells.filter((words) => !pdfLetters.includes(letters(words)))).toEqual([]);
    expect(cells.filter((words) => !docxLetters.includes(letters(words)))).toEqual([]);
    for (const table of tablesOf(model)) {
      const worksheet = workbook.getWorksheet(table.sheet);
      const lines = reportCsv(table, model).replace("\uFEFF", "").trimEnd().split("\r\n");
      expect([table.id, lines.length]).toEqual([table.id, table.rows.length + 1]);
      for (const [at, row] of table.rows.entries()) {
        for (const [column, value] of row.entries()) {
          const cell = worksheet?.getRow(at + 2).getCell(column + 1).value ?? null;
          if (value.kind === "count") expect(cell).toBe(value.count);
          else if (value.kind === "decimal") expect(cell).toBe(value.value);
          else if (value.kind === "ordinal") expect(cell).toBe(value.number);
          else if (value.kind === "text") expect(cell ?? "").toBe(value.text);
          else expect((cell as Date).toISOString().slice(0, 10)).toBe(value.date);
        }
      }
    }
  });

  it("of a workbook add by formula, with the sum that the paper prints", async () => {
    const worksheet = (await workbookOf(report())).getWorksheet("Standar tiap bagian");
    const foot = worksheet?.getRow(4);
    expect(foot?.getCell(1).value).toBe("Jumlah");
    expect(foot?.getCell(2).value).toEqual({ formula: "SUM(B2:B3)", result: 3 });
    expect(foot?.getCell(6).value).toEqual({ formula: "SUM(F2:F3)", result: 42 });
  });

  it("of a workbook begin with what the figures rest on", async () => {
    const workbook = await workbookOf(report());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Keterangan",
      ...tablesOf(report()).map(({ sheet }) => sheet),
    ]);
    const words = workbook.getWorksheet("Keterangan")?.getColumn(1).values ?? [];
    expect(words).toContain("Sidik data (SHA-256)");
  });

  it("mark every row of a draft or of invented data", () => {
    const model = report({ survey: surveyInput({ n: 30 }) });
    const [table] = tablesOf(model);
    const lines = reportCsv(table!, model).trimEnd().split("\r\n").slice(1);
    expect(lines.every((line) => line.endsWith(";DRAF"))).toBe(true);
  });
});

describe("what differs from a report", () => {
  it("is nothing where the figures are the same", () => {
    expect(differences(report(), report())).toEqual([]);
  });

  it("is told by table, row and column", () => {
    const survey = surveyInput();
    const unsur = survey.unsur.map((one) => (one.key === "waktu" ? { ...one, nilai: 75.1, n: 41 } : one));
    expect(differences(report(), report({ survey: { ...survey, unsur } }))).toEqual(
      expect.arrayContaining([
        {
          where: "Nilai tiap unsur, dari yang terendah",
          what: "Waktu",
          column: "NRR × 25",
          was: "74,20",
          is: "75,10",
        },
        {
          where: "Nilai tiap unsur, dari yang terendah",
          what: "Waktu",
          column: "n",
          was: "40",
          is: "41",
        },
      ]),
    );
  });

  it("names rows that came and went, and what the figures rest on", () => {
    const survey = surveyInput({
      n: 41,
      neverSurveyed: [{ no: 9, slug: "arsip", name: "Arsip", bagian: "Bagian Umum" }],
    });
    const found = differences(report(), report({ survey }));
    expect(found).toContainEqual({
      where: "Dasar angka",
      what: "Responden",
      column: "",
      was: "40 dari sampel 36",
      is: "41 dari sampel 36",
    });
    expect(found.filter(({ where }) => where.startsWith("Layanan tanpa survei"))).toEqual([
      expect.objectContaining({ what: "Surat Masuk", was: "ada", is: "tidak ada" }),
      expect.objectContaining({ what: "Arsip", was: "tidak ada", is: "ada" }),
    ]);
  });
});
