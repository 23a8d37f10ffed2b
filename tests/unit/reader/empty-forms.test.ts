import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = `KEPUTUSAN BUPATI ARUNIKA
NOMOR 22 TAHUN 2024
TENTANG
STANDAR PELAYANAN SEKRETARIAT DAERAH

LAMPIRAN KEPUTUSAN BUPATI ARUNIKA

`;

const LABELS = [
  "Persyaratan",
  "Sistem, Mekanisme, dan Prosedur",
  "Jangka Waktu Pelayanan",
  "Biaya/Tarif",
  "Produk Pelayanan",
  "Penanganan Pengaduan",
] as const;

const names = (annex: string): (string | null)[] =>
  readText(`${HEAD}${annex}\n`).services.map(({ name }) => name);

describe("labels of which none has a content", () => {
  it("end with the name of the next service, though no blank line stands around it", () => {
    const forms = ["Peminjaman Aula", "Peminjaman Bus", "Telaah Naskah"].flatMap((name) => [name, ...LABELS]);
    const { services } = readText(`${HEAD}${forms.join("\n")}\n`);
    expect(services.map(({ name }) => name)).toEqual(["Peminjaman Aula", "Peminjaman Bus", "Telaah Naskah"]);
    expect(services.flatMap(({ components }) => Object.values(components)).every((one) => !one)).toBe(true);
  });

  it("may have a name on two lines between them", () => {
    const forms = [...LABELS, "Peminjaman Aula dan", "Ruang Rapat Kecil", ...LABELS];
    expect(names(`Telaah Naskah\n\n${forms.join("\n")}`)).toEqual([
      "Telaah Naskah",
      "Peminjaman Aula dan Ruang Rapat Kecil",
    ]);
  });

  it("leave a content alone below which other labels follow", () => {
    const form = [...LABELS.slice(0, 5), "Surat Izin Peminjaman", LABELS[5]];
    const { services } = readText(`${HEAD}Peminjaman Aula\n\n${form.join("\n")}\n`);
    expect(services.map(({ components }) => components.produk?.text)).toEqual(["Surat Izin Peminjaman"]);
  });

  it("may have their numbers on lines of their own, the first one right below the service's name", () => {
    const form = LABELS.flatMap((label, at) => [`${at + 1}.`, "", label, "", "Isi", ""]);
    expect(names(`Peminjaman Aula\n\n${form.join("\n")}`)).toEqual(["Peminjaman Aula"]);
  });
});
