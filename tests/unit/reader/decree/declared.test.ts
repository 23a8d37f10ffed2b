import { describe, expect, it } from "vitest";
import { splitDecrees } from "#app/reader/decree/index.ts";
import { type DecreeParts, decree, TABLE } from "./write.ts";

const declared = (parts: DecreeParts) =>
  (splitDecrees(decree(parts))[0]?.declared ?? []).map(({ bagian, services }) => [
    bagian,
    ...services.map(({ name }) => name),
  ]);
const inAnnex = (...list: string[]) =>
  declared({ annex: [...list, "", "B. KOMPONEN STANDAR PELAYANAN", "", "1. Kartu Tamu", ...TABLE] });

describe("services listed in the diktum", () => {
  it("are grouped by bagian, without numbers and closing signs", () => {
    const clauses = [
      "KESATU : Standar Pelayanan tercantum dalam Lampiran.",
      "KEDUA : Standar Pelayanan dimaksud meliputi:",
      "- a. Bagian Umum:",
      " 1. Pelayanan *Front Office*; dan",
      " 2. Peminjaman Aula.",
      "- b. Bagian Kesejahteraan Rakyat:",
      "Layanan Hibah Rumah Ibadah, dan",
      "KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ];
    expect(declared({ clauses })).toEqual([
      ["Bagian Umum", "Pelayanan Front Office", "Peminjaman Aula"],
      ["Bagian Kesejahteraan Rakyat", "Layanan Hibah Rumah Ibadah"],
    ]);
  });

  it("keep together what a page break cuts, and leave the catchword out", () => {
    const clauses = [
      "KESATU : Ruang lingkup pelayanan:",
      "1) Bagian Umum",
      "1. Peminjaman aula",
      "yang berada di rumah jabatan;",
      "2. Penerimaan tamu.",
      "",
      "2) Bagian Hukum ...",
      "",
      "- 2) Bagian Hukum dan HAM",
      "1. Penyuluhan hukum;",
    ];
    expect(declared({ clauses })).toEqual([
      ["Bagian Umum", "Peminjaman aula yang berada di rumah jabatan", "Penerimaan tamu"],
      ["Bagian Hukum dan HAM", "Penyuluhan hukum"],
    ]);
  });

  it("may be a flat list, stand in one line, or in an article of a regulation", () => {
    const flat = [
      "KESATU : Jenis pelayanan :",
      "1. Evaluasi Kelembagaan",
      "2. Penyusunan Renstra;",
      "3. Sewa Aula",
    ];
    expect(declared({ clauses: flat })).toEqual([
      [null, "Evaluasi Kelembagaan", "Penyusunan Renstra", "Sewa Aula"],
    ]);
    const line = ["KESATU : Jenis pelayanan meliputi: a. Sewa Aula; b. Sewa Tenda; dan c. Sewa Kursi."];
    expect(declared({ clauses: line })).toEqual([[null, "Sewa Aula", "Sewa Tenda", "Sewa Kursi"]]);
    const article = [
      "Pasal 1",
      "Yang dimaksud dengan Dinas adalah Dinas Sosial.",
      "Pasal 2",
      "Jenis pelayanan terdiri atas:",
      "a. rekomendasi bantuan;",
      "b. legalisasi yayasan.",
      "Pasal 3",
    ];
    expect(declared({ clauses: article })).toEqual([[null, "rekomendasi bantuan", "legalisasi yayasan"]]);
  });

  it("belong to the one bagian that the subject names", () => {
    const clauses = ["KESATU : Jenis pelayanan meliputi:", "1. Sewa Aula;", "2. Sewa Tenda."];
    const subject = ["TENTANG", "STANDAR PELAYANAN BAGIAN UMUM SEKRETARIAT DAERAH", "SEKRETARIS DAERAH,"];
    expect(declared({ clauses, subject })).toEqual([["Bagian Umum", "Sewa Aula", "Sewa Tenda"]]);
  });

  it("are not what a clause on kinds, duties, components or the pledge enumerates", () => {
    const clauses = [
      "KESATU : Standar Pelayanan meliputi ruang lingkup pelayanan:",
      "a. barang;",
      "b. jasa; dan",
      "c. administratif.",
      "KEDUA : Pelaksana wajib:",
      "1. melaksanakan standar;",
      "2. melaporkan hasilnya.",
      "KETIGA : Standar Pelayanan terdiri atas:",
      "1. Komponen penyampaian pelayanan; dan",
      "2. Komponen pengelolaan pelayanan.",
      "KEEMPAT : Isi maklumat pelayanan :",
      "1. Kami berjanji melayani menurut standar pelayanan;",
      "2. Kami siap menerima sanksi.",
    ];
    expect(declared({ clauses })).toEqual([]);
  });
});

describe("services listed in a table of the annex", () => {
  it("are read from numbered, lettered and unnumbered cells, over repeated heads", () => {
    expect(
      inAnnex(
        "A. JENIS PELAYANAN DI LINGKUNGAN SEKRETARIAT DAERAH",
        "",
        "NO.\tNAMA BAGIAN\tJENIS PELAYANAN",
        '1.\tBagian Umum\t<ol style="list-style-type: none"> a. Kartu Tamu; b. Sewa <i>Sound System</i>;',
        "",
        "NO.\tNAMA BAGIAN\tJENIS PELAYANAN",
        "\t\tc. Sewa Aula.",
        "2.\tBagian Protokol dan\tLiputan Acara; Naskah Sambutan; dan",
        "\tKomunikasi Pimpinan\tSiaran Pers.",
      ),
    ).toEqual([
      ["Bagian Umum", "Kartu Tamu", "Sewa Sound System", "Sewa Aula"],
      ["Bagian Protokol dan Komunikasi Pimpinan", "Liputan Acara", "Naskah Sambutan", "Siaran Pers"],
    ]);
  });

  it("survive a scan that tears cells, invents numbers and puts two items in a row", () => {
    const annex = [
      "A. JENIS PELAYANAN BAGIAN KESEJAHTERAAN RAKYAT SEKRETARIAT DAERAH",
      "NO.\tNAN\tMA BAGIAN\t\tJENIS PELAYANAN",
      "1.\tBagian Rakyat\tKesejahteraan\t1.\tHibah Rumah Ibadah;",
      "\t\t\t2\tInsentif Guru",
      "\t\t\t0.\tMengaji;",
      "\t\tc c\t3.\t",
      "\t\t\t\tPembinaan Qari;",
      "*\t\t\t4.\tBeasiswa Santri; dan 5. Pelepasan Haji.",
    ];
    expect(inAnnex(...annex)).toEqual([
      [
        "Bagian Kesejahteraan Rakyat",
        "Hibah Rumah Ibadah",
        "Insentif Guru Mengaji",
        "Pembinaan Qari",
        "Beasiswa Santri",
        "Pelepasan Haji",
      ],
    ]);
  });

  it("are told apart in a cell that lost its signs, by the annex's headings or the word that opens them", () => {
    const list = [
      "NO\tBAGIAN\tJENIS PELAYANAN",
      "1\tBagian Hukum\tKartu Tamu Bantuan Hukum Warga",
      "2\tBagian Umum\tSewa Aula Utama Sewa Tenda Besar Sewa Kursi dan Meja",
    ];
    const annex = [...list, "", "B. KOMPONEN", "1. Kartu Tamu", ...TABLE, "2. Bantuan Hukum Warga", ...TABLE];
    expect(declared({ annex })).toEqual([
      ["Bagian Hukum", "Kartu Tamu", "Bantuan Hukum Warga"],
      ["Bagian Umum", "Sewa Aula Utama", "Sewa Tenda Besar", "Sewa Kursi dan Meja"],
    ]);
  });

  it("may stand one a row, with the bagian repeated or left empty", () => {
    expect(
      inAnnex(
        "DAFTAR LAYANAN",
        "NO\tBAGIAN\tNAMA LAYANAN",
        "1\tBagian Umum\tKartu tamu",
        "2\tBagian Umum\tSewa aula",
        "3\t\tSewa kursi",
        "4\tBagian Hukum\tPenyuluhan hukum",
        "yang terjadwal",
      ),
    ).toEqual([
      ["Bagian Umum", "Kartu tamu", "Sewa aula", "Sewa kursi"],
      ["Bagian Hukum", "Penyuluhan hukum yang terjadwal"],
    ]);
  });

  it("are read from Markdown, HTML with spans, and columns of spaces alike", () => {
    const wanted = [
      ["Bagian Umum", "Kartu Tamu", "Sewa Aula"],
      ["Bagian Hukum", "Penyuluhan Hukum"],
    ];
    expect(
      inAnnex(
        "| No | Unit Kerja | Jenis Layanan |",
        "|---|---|---|",
        "| 1 | Bagian Umum | 1. Kartu Tamu<br>2. Sewa Aula |",
        "| 2 | Bagian Hukum | Penyuluhan Hukum |",
      ),
    ).toEqual(wanted);
    expect(
      inAnnex(
        "<table>",
        "<tr><th>No</th><th>Unit</th><th>Nama Layanan</th></tr>",
        '<tr><td rowspan="2">1</td><td rowspan="2">Bagian Umum</td>',
        "<td>Kartu Tamu</td></tr>",
        "<tr><td>Sewa Aula</td></tr>",
        "<tr><td>2</td><td>Bagian Hukum</td><td><ul><li>Penyuluhan Hukum</li></ul></td></tr>",
        "</table>",
      ),
    ).toEqual(wanted);
    expect(
      inAnnex(
        "NO   NAMA BAGIAN        JENIS PELAYANAN",
        "1.   Bagian Umum        1. Kartu Tamu;",
        "                        2. Sewa",
        "                           Aula.",
        "2.   Bagian Hukum       1. Penyuluhan Hukum.",
      ),
    ).toEqual(wanted);
  });

  it("lie below a list in plain lines that the first service's heading ends", () => {
    const annex = [
      "STANDAR PELAYANAN",
      "",
      "1. Kartu Tamu",
      "2. Sewa Aula",
      "3. Sewa Kursi",
      "",
      "1. Kartu Tamu",
      ...TABLE,
      "2. Sewa Aula",
      ...TABLE,
    ];
    expect(declared({ annex })).toEqual([[null, "Kartu Tamu", "Sewa Aula", "Sewa Kursi"]]);
  });

  it("are not the rows of a table of fees", () => {
    expect(
      declared({
        annex: [
          "Jenis Layanan : 1. Sewa Aula",
          ...TABLE,
          "No\tJenis Layanan\tTarif",
          "1\tAula siang\tRp100.000",
        ],
      }),
    ).toEqual([]);
  });
});

it("takes the fuller of two lists, and the diktum's where they are equal", () => {
  const clauses = ["KESATU : Jenis pelayanan meliputi:", "1. Kartu tamu;", "2. Sewa aula."];
  const table = ["NO\tJENIS PELAYANAN", "1\tKartu Tamu", "2\tSewa Aula"];
  const tail = ["B. KOMPONEN STANDAR PELAYANAN", "1. Kartu Tamu", ...TABLE];
  expect(declared({ clauses, annex: [...table, ...tail] })).toEqual([[null, "Kartu tamu", "Sewa aula"]]);
  expect(declared({ clauses, annex: [...table, "3\tSewa Kursi", ...tail] })).toEqual([
    [null, "Kartu Tamu", "Sewa Aula", "Sewa Kursi"],
  ]);
});
