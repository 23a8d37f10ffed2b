import { formatOverBound } from "#app/format/numbers.ts";
import { type BinaryKind, binaryKind } from "./binary-kind.ts";
import { MAX_BYTES } from "./decode.ts";
import { finding } from "./findings.ts";
import type { Finding, Reading } from "./schema.ts";

/** What is said of a file that holds no standards: what it is, and what to do. */

const FROM_SCAN = "Unggah hasil pindai yang sudah menjadi teks (.txt, .md, atau .html).";

/** By what a file holds: what it is, and how it becomes one that can be read. */
const HOLDS: Readonly<Record<BinaryKind, string>> = {
  image: `berisi gambar, bukan teks. ${FROM_SCAN}`,
  pdf: `berbentuk PDF, bukan teks. ${FROM_SCAN}`,
  office:
    "berbentuk dokumen pengolah kata atau lembar kerja, bukan teks. Simpan dokumennya sebagai teks biasa (.txt) atau halaman web (.html), lalu unggah hasilnya.",
  archive:
    "berisi berkas yang dimampatkan, bukan teks. Buka kemasannya, lalu unggah berkas teks di dalamnya (.txt, .md, atau .html).",
  other: `bukan teks. ${FROM_SCAN}`,
};

export const refusal = (code: "empty" | "binary" | "too_large", bytes: Uint8Array): Finding => {
  if (code === "empty")
    return finding("empty", "Berkas ini kosong. Simpan ulang naskahnya, lalu unggah kembali.");
  if (code === "binary") return finding("binary", `Berkas ini ${HOLDS[binaryKind(bytes)]}`);
  return finding(
    "too_large",
    `Ukuran berkas ${formatOverBound(bytes.length, MAX_BYTES)}. Pisahkan lampirannya, lalu unggah satu per satu.`,
  );
};

/** Whether a file fixes any standard, and what is wrong where it does not; `decrees`: parts that begin like one. */
export const withoutStandards = (reading: Reading, decrees: number): void => {
  const lines = reading.file.lines;
  if (decrees === 0 || ofAnotherMatter(reading)) {
    reading.findings = reading.findings.filter((one) => one.code !== "no_annex");
    reading.findings.push(
      finding(
        "not_a_decree",
        `Terbaca ${lines} baris, tetapi berkas ini bukan keputusan penetapan standar pelayanan. Periksa kembali berkas yang dipilih.`,
      ),
    );
  } else if (reading.services.length === 0 && !reading.findings.some((one) => one.code === "no_annex")) {
    reading.findings.push(finding("no_annex", noAnnex(lines)));
  }
};

/** Decrees that print no table, list no service and never speak of a service standard fix none. */
const ofAnotherMatter = ({ services, listed, text }: Reading): boolean =>
  services.length === 0 && listed.length === 0 && !/STANDAR\s+PELAYANAN/i.test(text.join(" "));

export const noAnnex = (lines: number): string =>
  `Terbaca ${lines} baris, tetapi tidak ada lampiran standar pelayanan. Periksa apakah lampirannya berada di berkas lain.`;
