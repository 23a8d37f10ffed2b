import { type ModelDecree, servicesOf, type TruthDecree } from "../model.ts";
import type { LineForm } from "./headings.ts";
import type { Page } from "./page.ts";
import type { Style } from "./style.ts";

const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
  " ",
);

export const longDate = (iso: string): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

const issuerOf = (decree: ModelDecree) =>
  decree.issuer === "Bupati"
    ? `BUPATI ${decree.regency.toUpperCase()}`
    : `SEKRETARIS DAERAH KABUPATEN ${decree.regency.toUpperCase()}`;

/** Writes head, clauses, date and the annex's title; returns what a reader should find in them. */
export function decreeHead(page: Page, decree: ModelDecree, style: Style, form: LineForm): TruthDecree {
  const line = page.next;
  const kab = decree.regency.toUpperCase();
  const issuer = issuerOf(decree);
  const number = `${decree.number} TAHUN ${decree.year}`;
  const put = (...lines: string[]) => {
    for (const text of lines) page.put(text === "" ? "" : form(text));
  };
  put(`PEMERINTAH KABUPATEN ${kab}`, "SEKRETARIAT DAERAH", "", `Jalan Cempaka Nomor 1 ${decree.seat}`, "");
  put(`KEPUTUSAN ${issuer}`, `NOMOR ${number}`, "", "TENTANG", "");
  put(`STANDAR PELAYANAN PADA SEKRETARIAT DAERAH KABUPATEN ${kab}`, "", `${issuer},`, "");
  put("Menimbang : a. bahwa warga berhak atas layanan yang jelas syarat, waktu, dan biayanya;");
  put("b. bahwa untuk itu perlu ditetapkan standar pelayanan;", "");
  put("Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;");
  put(
    "2. Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009;",
    "",
  );
  put("MEMUTUSKAN:", "", "Menetapkan :");
  put("KESATU : Menetapkan Standar Pelayanan sebagaimana tercantum dalam Lampiran Keputusan ini.");
  const declared = clauses(decree, style, put);
  put("KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.", "");
  put(
    `Ditetapkan di ${decree.seat}`,
    `pada tanggal ${longDate(decree.signed)}`,
    "",
    `${issuer},`,
    "",
    "ttd",
    "",
  );
  put(`LAMPIRAN KEPUTUSAN ${issuer}`, `NOMOR : ${number}`, `TANGGAL : ${longDate(decree.signed)}`, "");
  put(`STANDAR PELAYANAN PADA SEKRETARIAT DAERAH KABUPATEN ${kab}`, "");
  return {
    regency: decree.regency,
    issuer: decree.issuer,
    number,
    year: decree.year,
    signed: decree.signed,
    line,
    maklumat: decree.maklumat,
    declared,
  };
}

function clauses(
  decree: ModelDecree,
  style: Style,
  put: (...lines: string[]) => void,
): TruthDecree["declared"] {
  const all = servicesOf(decree);
  const flat = decree.bagian.every((b) => b.name === null) || style.declared === "diktum-flat";
  if (style.declared === "none" || style.declared === "annex-table") {
    put("KEDUA : Standar Pelayanan dimaksud wajib dilaksanakan oleh setiap pelaksana.");
    return style.declared === "none" ? [] : byBagian(decree);
  }
  put("KEDUA : Standar Pelayanan dimaksud meliputi:");
  if (flat) {
    all.forEach(({ service }, i) => {
      put(`${i + 1}. ${service.name}${i + 1 === all.length ? "." : ";"}`);
    });
    return [{ bagian: null, services: all.map((s) => s.service.name) }];
  }
  decree.bagian.forEach((b, i) => {
    put(`${String.fromCharCode(97 + i)}. ${b.name}:`);
    b.services.forEach((s, j) => {
      put(` ${j + 1}. ${s.name}${j + 1 === b.services.length ? "." : ";"}`);
    });
  });
  return byBagian(decree);
}

const byBagian = (decree: ModelDecree) =>
  decree.bagian.map((b) => ({ bagian: b.name, services: b.services.map((s) => s.name) }));

/** The list of services as a table at the annex's beginning, where the style has it there. */
export function annexList(
  page: Page,
  decree: ModelDecree,
  style: Style,
  row: (cells: string[]) => void,
  form: LineForm,
): void {
  if (style.declared !== "annex-table") return;
  page.put(form("A. JENIS PELAYANAN"));
  page.blank();
  row(["NO.", "NAMA BAGIAN", "JENIS PELAYANAN"]);
  decree.bagian.forEach((b, i) => {
    row([
      `${i + 1}.`,
      b.name ?? "Sekretariat Daerah",
      b.services.map((s, j) => `${String.fromCharCode(97 + j)}. ${s.name}`).join("; "),
    ]);
  });
  page.blank();
  page.put(form("B. KOMPONEN STANDAR PELAYANAN"));
  page.blank();
}

/** Signature and, where the decree has one, the pledge. */
export function decreeFoot(page: Page, decree: ModelDecree, form: LineForm): void {
  page.close();
  page.blank();
  page.put(form(`${issuerOf(decree)},`));
  page.blank();
  page.put(form("RAHARJA WIBAWA"));
  if (!decree.maklumat) return;
  page.blank(2);
  page.put(form("MAKLUMAT PELAYANAN"));
  page.blank();
  page.put(form('"Kami berjanji melayani menurut standar ini dan bersedia menerima sanksi bila ingkar."'));
}
