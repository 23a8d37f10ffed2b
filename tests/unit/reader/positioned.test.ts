import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { setPositioned } from "#app/reader/positioned.ts";

/** Rows of a standard's table: label and content, with places on an imagined page. */
const LABELS = [
  ["Persyaratan", "Surat asal madu"],
  ["Sistem, Mekanisme, dan Prosedur", "Peternak mendaftar di loket"],
  ["Jangka Waktu Penyelesaian", "4 (empat) hari kerja"],
  ["Biaya/Tarif", "Tanpa biaya"],
  ["Produk Pelayanan", "Label madu hutan"],
  ["Penanganan Pengaduan", "Telepon (0771) 60999"],
  ["Dasar Hukum", "Undang-Undang Nomor 18 Tahun 2012 tentang Pangan"],
  ["Sarana dan Prasarana", "Timbangan madu"],
  ["Kompetensi Pelaksana", "Lulusan sekolah menengah"],
  ["Pengawasan Internal", "Kepala seksi setiap bulan"],
  ["Jumlah Pelaksana", "2 (dua) orang"],
  ["Jaminan Pelayanan", "Label terbit menurut urutan"],
  ["Jaminan Keamanan dan Keselamatan Pelayanan", "Label bernomor seri"],
  ["Evaluasi Kinerja Pelaksana", "Angket peternak setiap tahun"],
] as const;

interface Text {
  x: number;
  y: number;
  text: string;
}

/** The decree's head, then one table for each service; each page 40 lines of 20 units. */
const texts = (): Text[] => {
  const all: Text[] = [];
  let y = 20;
  const line = (...parts: [x: number, text: string][]): void => {
    for (const [x, text] of parts) all.push({ x, y, text });
    y += 20;
  };
  line([60, "KEPUTUSAN KEPALA DINAS KEHUTANAN KABUPATEN ARUNIKA"]);
  line([60, "NOMOR 522/4 TAHUN 2024"]);
  line([60, "TENTANG"]);
  line([60, "STANDAR PELAYANAN DINAS KEHUTANAN"]);
  line([60, "MEMUTUSKAN:"]);
  line([60, "KESATU : Menetapkan standar pelayanan sebagaimana tercantum dalam Lampiran."]);
  line([60, "LAMPIRAN KEPUTUSAN KEPALA DINAS KEHUTANAN KABUPATEN ARUNIKA"]);
  y += 40;
  for (const name of ["1. Pelabelan Madu Hutan", "2. Izin Angkut Rotan"]) {
    y += 60;
    line([60, name]);
    line([60, "No"], [100, "Komponen"], [420, "Uraian"]);
    LABELS.forEach(([label, content], at) => {
      // Rows stand apart, and a content as far right as a list is set.
      y += 14;
      line([60, `${at + 1}.`], [100, label], [at % 3 === 0 ? 432 : 420, content]);
    });
  }
  return all;
};

const asPixels = (): string =>
  `<html><body><style>.f1{font-size:16px}</style><div id="page1-div">${texts()
    .map(({ x, y, text }) => `<p style="position:absolute;top:${y}px;left:${x}px" class="f1">${text}</p>`)
    .join("\n")}</div><h1>Document Outline</h1><ul><li>1. Pelabelan Madu Hutan</li></ul></body></html>`;

/** Every word with its box, 8 units a letter. */
const asWords = (): string =>
  `<html><body><div class='ocr_page'>${texts()
    .map(({ x, y, text }) => {
      let at = x;
      const words = text.split(" ").map((word) => {
        const box = `bbox ${at} ${y} ${at + 8 * word.length} ${y + 16}`;
        at += 8 * word.length + 5;
        return `<span class='ocrx_word' title='${box}; x_wconf 91'>${word}</span>`;
      });
      return `<span class='ocr_line' title="bbox ${x} ${y} ${at} ${y + 16}">${words.join("\n")}</span>`;
    })
    .join("\n")}</div></body></html>`;

/** Places in the file's own style sheet, counted from the page's foot. */
const asClasses = (): string => {
  const all = texts();
  const rules = all.map(({ x, y }, at) => `.x${at}{left:${x}px;}.y${at}{bottom:${5000 - y}px;}`).join("");
  const lines = all.map(({ text }, at) => `<div class="t x${at} y${at}">${text}</div>`).join("");
  return `<html><style>${rules}</style><body><div id="page-container">${lines}</div></body></html>`;
};

describe("pages whose texts have places", () => {
  it.each([
    ["places in the elements", asPixels],
    ["boxes of words", asWords],
    ["places in the style sheet", asClasses],
  ])("%s: every service is read with its fourteen contents", (_, make) => {
    const { services } = readDecree(new TextEncoder().encode(make()), "halaman.html");
    expect(services.map(({ name }) => name)).toEqual(["Pelabelan Madu Hutan", "Izin Angkut Rotan"]);
    for (const { components } of services)
      expect(Object.values(components).map((one) => one?.text)).toEqual(LABELS.map(([, content]) => content));
  });

  it("sets columns at least two blanks apart and parts what stands further off by a blank line", () => {
    const lines = setPositioned(asPixels()) as string[];
    const row = lines.find((line) => line.includes("Biaya/Tarif")) as string;
    expect(row).toMatch(/^4\.\s{2,}Biaya\/Tarif\s{2,}Tanpa biaya$/);
    const name = lines.findIndex((line) => line.includes("2. Izin Angkut Rotan"));
    expect(lines[name - 1]).toBe("");
  });

  it("knows the font of a later page, whose class no sheet defines anew, by its number", () => {
    const sheet = "<style>.ft10{font-size:13px;line-height:15px}</style>";
    const page = (no: number): string => {
      const lines = Array.from({ length: 12 }, (_, at) => `baris ${no}-${at + 1}`).join("<br/>");
      // The last of twelve lines, 15 apart, stands at 265: what stands at 295 is set apart from it.
      return `<div id="page${no}-div"><p style="position:absolute;top:100px;left:60px" class="ft${no}0">${lines}</p>
<p style="position:absolute;top:295px;left:60px" class="ft${no}0">akhir ${no}</p></div>`;
    };
    const file = `<html><body>${sheet}${[1, 2, 3, 4].map(page).join("\n")}</body></html>`;
    const lines = setPositioned(file) as string[];
    for (const no of [1, 2, 3, 4]) {
      const at = lines.findIndex((line) => line.includes(`baris ${no}-12`));
      expect(lines.slice(at - 1, at + 3)).toEqual([`baris ${no}-11`, `baris ${no}-12`, "", `akhir ${no}`]);
    }
  });

  it("leaves a file as it is whose texts have no places", () => {
    expect(setPositioned("<p>Kotak <b style='position:absolute'>kecil</b></p>")).toBeNull();
    expect(
      setPositioned(`<div style="position:absolute;top:1px;left:1px">Menu</div>${"<p>Isi.</p>".repeat(80)}`),
    ).toBeNull();
  });
});
