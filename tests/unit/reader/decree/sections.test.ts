import { describe, expect, it } from "vitest";
import { type DecreePart, splitDecrees } from "#app/reader/decree/index.ts";
import { type DecreeParts, decree, TABLE } from "./write.ts";

const read = (lines: string[]): DecreePart => {
  const [part] = splitDecrees(lines);
  if (!part) throw new Error("no decree was found");
  return part;
};
const part = (parts: DecreeParts) => {
  const lines = decree(parts);
  return { lines, part: read(lines) };
};
/** Role of the line that holds `text`. */
const roleOf = (lines: string[], { roles }: DecreePart, text: string) => {
  const line = lines.findIndex((one) => one.includes(text)) + 1;
  return roles.find(({ from, to }) => from <= line && line <= to)?.role;
};

describe("the annex", () => {
  it("begins after its head and title, with the first heading of a bagian or a service", () => {
    const annexHead = [
      "LAMPIRAN",
      "KEPUTUSAN SEKRETARIS DAERAH",
      "NOMOR 060/17/ORG TAHUN 2023",
      "TENTANG",
      "STANDAR PELAYANAN",
      "",
      "STANDAR PELAYANAN",
      "SEKRETARIAT DAERAH KABUPATEN ARUNIKA",
      "",
    ];
    for (const first of [
      "BAGIAN UMUM",
      "a. Bagian Umum",
      "Jenis Layanan : 1. Kartu Tamu",
      "1. Kartu Tamu",
      "A. Penyampaian Layanan (Service Delivery)\t\t",
    ]) {
      const { lines, part: read } = part({ annexHead, annex: [first, ...TABLE] });
      expect(lines[(read.annexFrom ?? 0) - 1]).toBe(first);
    }
  });

  it("leaves a service's heading in capitals to the services", () => {
    const annexHead = [
      "LAMPIRAN KEPUTUSAN SEKRETARIS DAERAH",
      "NOMOR 060/17/ORG TAHUN 2023",
      "",
      "STANDAR PELAYANAN SEKRETARIAT DAERAH",
      "",
    ];
    const { lines, part: read } = part({
      annexHead,
      annex: ["STANDAR PELAYANAN", "PEMINJAMAN AULA", "", ...TABLE],
    });
    expect(lines[(read.annexFrom ?? 0) - 1]).toBe("STANDAR PELAYANAN");
  });

  it("begins after the signature where LAMPIRAN is lost, and at the first service where the signature is lost too", () => {
    for (const signing of [undefined, []]) {
      const { lines, part: read } = part({
        annexHead: [],
        annex: ["Jenis Layanan : 1. Kartu Tamu", ...TABLE],
        ...(signing ? { signing } : {}),
      });
      expect(lines[(read.annexFrom ?? 0) - 1]).toBe("Jenis Layanan : 1. Kartu Tamu");
    }
  });

  it("begins after the head of a second annex where the first holds only the list", () => {
    const annex = [
      "DAFTAR JENIS PELAYANAN",
      "",
      "1. Kartu Tamu",
      "2. Sewa Aula",
      "",
      "LAMPIRAN II",
      "KEPUTUSAN SEKRETARIS DAERAH",
      "NOMOR 060/17/ORG TAHUN 2023",
      "",
      "1. Kartu Tamu",
      ...TABLE,
    ];
    const { part: read } = part({ annex });
    const start = decree({ annex: [] }).length;
    expect(read.annexFrom).toBe(start + 10);
    expect(
      read.declared.flatMap(({ services }) => services.map(({ name, line }) => [name, line - start])),
    ).toEqual([
      ["Kartu Tamu", 3],
      ["Sewa Aula", 4],
    ]);
  });

  it("ends where the closing signature and pledge begin, torn or not", () => {
    const ends = [
      [
        "",
        "SEKRETARIS DAERAH,",
        "",
        "Drs. RATNA WULAN, M.Si",
        "Pembina Utama Muda",
        "NIP. 19700101 199001 1 001",
      ],
      ["", "DAERAH KABUPATEN", "BURATI ARUNIKA", "SEKRETARIS DAERAH,", "", "RATNA WULAN"],
      ["Ditetapkan di Tirtasari", "pada tanggal 4 Juni 2023", "SEKRETARIS DAERAH"],
      [
        "",
        "SEKRETARIS DAERAH,",
        "",
        "MAKLUMAT PELAYANAN",
        "",
        '"DENGAN INI KAMI MENYATAKAN SANGGUP MELAYANI"',
        "",
        "SEKRETARIS DAERAH,",
      ],
    ];
    for (const end of ends) {
      const { lines, part: read } = part({ end });
      const first = lines.length - end.length + end.findIndex((line) => line !== "") + 1;
      expect(read.annexTo).toBe(first);
    }
    const { lines, part: unsigned } = part({});
    expect(unsigned.annexTo).toBe(lines.length + 1);
  });

  it("does not end at a name in capitals that nobody's office stands above", () => {
    const { lines, part: read } = part({ end: ["8.\tEvaluasi kinerja pelaksana", "RAPAT BULANAN"] });
    expect(read.annexTo).toBe(lines.length + 1);
  });
});

describe("roles of lines", () => {
  it("tell head, list, signature, copies and the foot of a page apart", () => {
    const { lines, part: read } = part({
      clauses: [
        "KESATU : Jenis pelayanan meliputi:",
        "1. Kartu Tamu;",
        "2. Sewa Aula ...",
        "",
        "2. Sewa Aula Utama.",
        "- 2 -",
        "KEDUA : Keputusan ini mulai berlaku.",
      ],
      signing: [
        "Ditetapkan di Tirtasari",
        "pada tanggal 4 Juni 2023",
        "SEKRETARIS DAERAH,",
        "RATNA WULAN",
        "NIP. 19700101 199001 1 001",
        "Salinan disampaikan kepada Yth.:",
        "1. Inspektur;",
      ],
    });
    const role = (text: string) => roleOf(lines, read, text);
    expect(role("Menimbang")).toBe("decree_head");
    expect(role("Kartu Tamu;")).toBe("declared_list");
    expect(role("Sewa Aula ...")).toBe("page_noise");
    expect(role("Sewa Aula Utama")).toBe("declared_list");
    expect(role("- 2 -")).toBe("page_noise");
    expect(role("KEDUA")).toBe("decree_head");
    expect(role("RATNA WULAN")).toBe("signature");
    expect(role("NIP.")).toBe("signature");
    expect(role("1. Inspektur")).toBe("signature");
    expect(role("LAMPIRAN")).toBe("decree_head");
  });

  it("cover every line outside the services once, lines of mark-up too", () => {
    const html = [
      "<html><body>",
      ...decree({ annex: [], annexHead: [] }).map((line) => (line ? `<p>${line}</p>` : "")),
      "</body></html>",
    ];
    const found = read(html);
    const covered = found.roles.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    );
    expect(new Set(covered).size).toBe(covered.length);
    const missed = html.flatMap((line, index) =>
      line.trim() !== "" && !covered.includes(index + 1) ? [index + 1] : [],
    );
    expect(missed).toEqual([]);
    expect(roleOf(html, found, "</body>")).toBe("page_noise");
  });

  it("mark a signature between two services only where a NIP or the next annex confirms it", () => {
    const signed = ["SEKRETARIS DAERAH,", "RATNA WULAN", "NIP. 19700101 199001 1 001"];
    const annex = (between: string[]) => [
      "Jenis Layanan : 1. Kartu Tamu",
      ...TABLE,
      ...between,
      "Jenis Layanan : 2. Sewa Aula",
      ...TABLE,
    ];
    const confirmed = part({ signing: [], annex: annex(signed) });
    expect(roleOf(confirmed.lines, confirmed.part, "RATNA WULAN")).toBe("signature");
    const chart = part({ signing: [], annex: annex(["KEPALA DINAS", "SEKRETARIS DAERAH"]) });
    expect(roleOf(chart.lines, chart.part, "KEPALA DINAS")).toBeUndefined();
  });
});

describe("the pledge", () => {
  const pledge = [
    "“DENGAN INI KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN",
    "SESUAI STANDAR PELAYANAN DAN SIAP MENERIMA SANKSI”",
  ];

  it("is found under its heading, without it, and as a clause", () => {
    const below = part({ end: ["", "MAKLUMAT PELAYANAN", "", ...pledge] });
    expect(below.part.maklumat).toEqual({ from: below.lines.length - 3, to: below.lines.length });
    const bare = part({ end: ["", ...pledge] });
    expect(bare.part.maklumat).toEqual({ from: bare.lines.length - 1, to: bare.lines.length });
    const clauses = [
      "KESATU : Isi Maklumat Pelayanan :",
      "1. Kami berjanji menaati standar pelayanan;",
      "2. Kami bersedia menerima sanksi.",
      "KEDUA : Berlaku sejak ditetapkan.",
    ];
    const clause = part({ clauses });
    const line = clause.lines.findIndex((one) => one.startsWith("KESATU")) + 1;
    expect(clause.part.maklumat).toEqual({ from: line, to: line + 2 });
  });

  it("is not a component that promises one", () => {
    const promise = [
      "12.\tJaminan pelayanan\tMaklumat pelayanan: dengan ini kami menyatakan sanggup, siap menerima sanksi.",
    ];
    const prose = [
      "12. Jaminan pelayanan :",
      "Dengan ini kami menyatakan sanggup menaati standar pelayanan dan menerima sanksi.",
    ];
    expect(part({ end: promise }).part.maklumat).toBeNull();
    expect(part({ end: prose }).part.maklumat).toBeNull();
  });
});

describe("the clause that enumerates the components", () => {
  it("tells which it names, listed or in one sentence", () => {
    const listed = part({
      clauses: [
        "KESATU : Standar memuat:",
        "a. persyaratan;",
        "b. sistem, mekanisme, dan prosedur;",
        "c. jangka waktu;",
        "d. biaya/tarif;",
        "e. produk pelayanan; dan",
        "f. penanganan pengaduan",
        "KEDUA : Berlaku.",
      ],
    });
    const line = listed.lines.findIndex((one) => one.startsWith("KESATU")) + 1;
    expect(listed.part.componentClause).toEqual({
      keys: ["persyaratan", "prosedur", "jangka_waktu", "biaya", "produk", "pengaduan"],
      from: line,
      to: line + 6,
    });
    const sentence = part({
      clauses: [
        "KESATU : Komponen standar adalah dasar hukum, sarana, kompetensi pelaksana, pengawasan internal, dan jumlah pelaksana.",
      ],
    });
    expect(sentence.part.componentClause?.keys).toEqual([
      "dasar_hukum",
      "sarana",
      "kompetensi",
      "pengawasan",
      "jumlah_pelaksana",
    ]);
  });

  it("is not a clause that speaks of one or two of them", () => {
    expect(
      part({ clauses: ["KESATU : Biaya dibebankan pada anggaran; pengawasan internal oleh Inspektorat."] })
        .part.componentClause,
    ).toBeNull();
  });
});
