import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { toPdf } from "#app/reports/pdf/pdf.ts";
import { summaryOf } from "#app/reports/quarter/summary.ts";
import { summaryPaper } from "#app/reports/quarter/summary-paper.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";
import { action, followUpInput, quarterInput, standardsInput, surveyInput } from "./input.ts";

describe("the sentence over the page of the leadership", () => {
  it("says state, change and the weakest unsur, and claims no change that its interval does not show", () => {
    expect(summaryOf(quarterInput()).h1).toBe(
      "Kepuasan masyarakat baik (IKM 82,40) dan belum dapat disebut naik atau turun; pengaduan tetap yang terlemah",
    );
  });

  it("says naik or turun with the points only where the interval of the difference leaves out nought", () => {
    const survey = surveyInput({ change: { difference: -3.2, direction: "turun" } });
    expect(summaryOf(quarterInput({ survey })).h1).toContain("dan turun 3,20;");
  });

  it("does not say that the weakest is the old one where another was weaker before", () => {
    const survey = surveyInput();
    // Waktu had 75,50; now it stood at 60, under the 70 of pengaduan.
    const unsur = survey.unsur.map((one) => (one.key === "waktu" ? { ...one, before: 60 } : one));
    expect(summaryOf(quarterInput({ survey: { ...survey, unsur } })).h1).not.toContain("tetap");
  });

  it("says that there is no survey, and which is the last", () => {
    expect(summaryOf(quarterInput({ survey: null, surveyedLast: "2024-TW4" })).h1).toBe(
      "Di Arunika, belum ada survei kepuasan masyarakat pada Triwulan II 2025; survei terakhir ada pada Triwulan IV 2024",
    );
  });

  it("takes the official figure where a setting says so", () => {
    const survey = surveyInput({ official: "rata_unit", meanOfUnits: { ikm: 88.5, mutu: "A", units: 3 } });
    const { h1, figures } = summaryOf(quarterInput({ survey }));
    expect(h1).toContain("sangat baik (IKM 88,50)");
    expect(figures[0]).toMatchObject({ label: "IKM, rata-rata unit", figure: "88,50 (A)" });
    expect(figures[0]?.notes).toContain("gabungan responden 82,40 (B)");
  });
});

describe("the three figures and the standards", () => {
  it("are the index with interval and change, the answers beside their target, the standards free of problems", () => {
    expect(summaryOf(quarterInput()).figures.map(({ figure, notes }) => [figure, ...notes])).toEqual([
      [
        "82,40 (B)",
        "selang 95% 80,9–83,9",
        "+1,04 terhadap Triwulan I 2025, belum dapat disebut naik atau turun",
      ],
      ["40", "sampel 36 terpenuhi", "1 layanan tanpa survei sendiri"],
      [
        "1 dari 3",
        "naskah tidak berubah sejak TW II 2024",
        "4 dari 42 komponen bermasalah, publik 2 dari 18",
      ],
    ]);
  });

  it("stand still since the quarter in which the newest decree was signed", () => {
    const [complete, measurable, review] = summaryOf(quarterInput()).standards;
    expect(complete).toMatchObject({
      now: "2 dari 3",
      before: "naskah tidak berubah sejak TW II 2024",
      most: "Bagian Umum (1)",
    });
    expect(measurable).toMatchObject({ now: "1 dari 3", most: "Bagian Umum (2)" });
    // Reviewing goes on while a decree stands still.
    expect(review).toMatchObject({ now: "42 dari 42", before: "belum ada pembanding", most: "–" });
  });

  it("stand beside what was issued for the quarter before, where a report was", () => {
    const before = {
      period: "2025-TW1",
      complete: { k: 1, n: 3 },
      measurable: { k: 1, n: 3 },
      review: { k: 10, n: 42 },
      free: { k: 0, n: 3 },
    };
    const rows = summaryOf(quarterInput({ standards: standardsInput({ before }) })).standards;
    expect(rows.map((row) => row.before)).toEqual([
      "1 dari 3 (TW I 2025)",
      "1 dari 3 (TW I 2025)",
      "10 dari 42 (TW I 2025)",
    ]);
  });

  it("are not said to be of the quarter where a decree was signed after it", () => {
    const standards = standardsInput({
      decrees: [
        { name: "Keputusan", signed: "2025-08-01", stored: "2025-08-02", version: 1, factsOnly: false },
      ],
    });
    const { standards: rows, notes } = summaryOf(quarterInput({ standards }));
    expect(rows[0]?.before).toBe("belum ada pembanding");
    expect(notes).toContain(
      "Keputusan terbaru ditetapkan 1 Agustus 2025, sesudah periode ini; angka standar adalah keadaan pada saat dibuka.",
    );
  });

  it("never stand still where a newer text took the place of the first, whenever the decree was signed", () => {
    const standards = standardsInput({
      decrees: [
        { name: "Keputusan", signed: "2024-05-02", stored: "2025-08-02", version: 2, factsOnly: false },
        { name: "Keputusan lain", signed: "2024-06-02", stored: "2025-09-02", version: 1, factsOnly: false },
      ],
    });
    const { standards: rows, figures, notes } = summaryOf(quarterInput({ standards }));
    expect(rows[0]?.before).toBe("belum ada pembanding");
    expect(figures[2]?.notes[0]).toBe("belum ada pembanding");
    expect(notes).toContain(
      "Versi baru naskah keputusan disimpan 2 Agustus 2025, sesudah periode ini; angka standar adalah keadaan pada saat dibuka.",
    );
  });

  it("never say that a decree was signed on the day on which its text came in", () => {
    const standards = standardsInput({
      decrees: [{ name: "Keputusan", signed: null, stored: "2025-08-02", version: 1, factsOnly: false }],
    });
    expect(summaryOf(quarterInput({ standards })).notes.join(" ")).toContain(
      "Tanggal penetapan keputusan terbaru tidak terbaca; naskahnya disimpan 2 Agustus 2025",
    );
  });
});

describe("the weakest unsur", () => {
  it("are three, lowest first, with the services rated below the bound: the sure ones before the lower unsure ones", () => {
    const { weakest } = summaryOf(quarterInput());
    expect(weakest.map(({ key, words, before }) => [key, words, before])).toEqual([
      ["pengaduan", "71,70 (C)", "70,00"],
      ["waktu", "74,20 (C)", "75,50"],
      ["sarana", "76,70 (B)", "77,00"],
    ]);
    expect(weakest[0]?.services.map(({ name, words }) => [name, words])).toEqual([
      ["Peminjaman Aula", "70,10, n = 30"],
      ["Penerimaan Tamu", "66,00, n = 12, belum pasti"],
    ]);
    // Of four services three lie below 76,61; two are named.
    expect(weakest[0]?.more).toBe(1);
    expect(weakest[1]?.services).toEqual([]);
  });
});

describe("what is to be done and decided", () => {
  it("names who and when only where somebody was named", () => {
    expect(summaryOf(quarterInput()).priorities.map(({ owner, due }) => [owner, due])).toEqual([
      ["Kepala Bagian Umum", "30 September 2025"],
      ["belum ditetapkan", "belum ditetapkan"],
    ]);
  });

  it("shows five rows of work and says of how many", () => {
    const [one] = quarterInput().priorities;
    const priorities = Array.from({ length: 8 }, (_, no) => ({
      ...one!,
      service: { no, slug: "x", name: `L${no}` },
    }));
    const summary = summaryOf(quarterInput({ priorities }));
    expect([summary.priorities.length, summary.allPriorities]).toEqual([5, 8]);
  });

  it("asks for at most three decisions, what is late first", () => {
    const { decisions } = summaryOf(quarterInput());
    expect(decisions).toEqual([
      {
        what: "Lanjutkan, ubah tenggat, atau batalkan satu rencana yang terlambat; yang tertua Pasang papan waktu layanan, lewat 30 hari.",
        who: "Kepala Bagian Umum",
        when: "belum ditetapkan",
      },
      {
        what: "Tetapkan penanggung jawab dan tenggat satu prioritas perbaikan, mulai dari Surat Masuk (Bagian Hukum).",
        who: "belum ditetapkan",
        when: "belum ditetapkan",
      },
      {
        what: "Ubah keputusan standar yang mengutip UU Nomor 32 Tahun 2004.",
        who: "belum ditetapkan",
        when: "belum ditetapkan",
      },
    ]);
  });

  it("has priorities of standards alone where nothing was surveyed", () => {
    const summary = summaryOf(quarterInput({ survey: null }));
    expect(summary.priorities).toHaveLength(2);
  });

  it("tells the follow-up by status, late ones named with their days", () => {
    const { followUp } = summaryOf(quarterInput());
    expect(followUp.lead).toBe("Dari empat rencana: terlambat 1, rencana 1, dan selesai 2.");
    expect(followUp.late[0]?.words).toBe(
      "Pasang papan waktu layanan (Kepala Bagian Umum; lewat 30 hari dari 31 Mei 2025)",
    );
    expect(followUp.figures).toEqual([
      "Jatuh tempo pada periode ini 2, selesai 1.",
      "Terlama belum selesai: Pasang papan waktu layanan, 120 hari.",
      "Median hari sampai selesai: 41,5.",
    ]);
  });

  it("sets what is certain of the legal basis apart from what is only asked", () => {
    expect(summaryOf(quarterInput()).legal).toEqual({
      lead: "Temuan: satu peraturan.",
      rows: [
        {
          name: "UU Nomor 32 Tahun 2004",
          words: "sudah dicabut pada 2 dari 3 layanan; pengganti UU 23/2014",
        },
      ],
      more: 0,
    });
  });
});

describe("what keeps a paper a draft", () => {
  it("is nothing where all is judged, reviewed, read and answered by enough people", () => {
    expect(summaryOf(quarterInput())).toMatchObject({ mark: "", reasons: [] });
  });

  it("is named with its figures", () => {
    const survey = surveyInput({ n: 30 });
    const standards = standardsInput({
      review: { k: 40, n: 42 },
      unjudged: 14,
      unassigned: { k: 10, n: 1936 },
    });
    expect(summaryOf(quarterInput({ survey, standards }))).toMatchObject({
      mark: "DRAF",
      reasons: [
        "Responden 30 dari sampel 36.",
        "Belum dinilai: 14 komponen.",
        "Belum direviu: 2 dari 42 putusan.",
        "Baris lampiran belum terbaca pemiliknya: 10 dari 1.936.",
      ],
    });
  });
});

describe("the page on paper", () => {
  it("takes one sheet of A4 with five long rows of work, three decisions and late plans", async () => {
    const [one] = quarterInput().priorities;
    const name = "Fasilitasi Penyusunan Rancangan Peraturan Daerah tentang Penyelenggaraan Kearsipan";
    const late = Array.from({ length: 6 }, (_, no) => action({ no, what: `${name} tahap ${no}` }));
    const input = quarterInput({
      priorities: Array.from({ length: 9 }, (_, no) => ({
        ...one!,
        service: { no, slug: "x", name: `${name} ${no}` },
      })),
      followUp: followUpInput({ late }),
    });
    const settings = {
      letterhead: [],
      place: "Arunika",
      signer: { office: "Sekretaris Daerah", name: "Nama Contoh", nip: "1970" },
    };
    const paper = summaryPaper(summaryOf(input), input, settings, "2025-07-02T02:00:00.000Z");
    const { text } = await extractText(await getDocumentProxy(await toPdf(paper, paperTools())));
    expect(text).toHaveLength(1);
    expect(text[0]).toContain("Halaman 1 dari 1");
    for (const no of [0, 1, 2, 3, 4]) expect(text[0]?.replace(/\s+/g, " ")).toContain(`${name} ${no},`);
    expect(text[0]).toContain("Nama Contoh");
  });
});
