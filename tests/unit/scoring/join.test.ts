import { describe, expect, it } from "vitest";
import { scoreStandards } from "#app/scoring/index.ts";
import { joinStandards } from "#app/scoring/join.ts";
import { readingOf, serviceOf } from "./subject.ts";

const TEXT = "Surat permohonan peminjaman kendaraan dinas kepada Kepala Bagian Umum";
const lost = {
  code: "page_lost" as const,
  severity: "warning" as const,
  decree: 0,
  service: 0,
  component: "produk" as const,
  message: "",
  lines: null,
};

describe("standards of several readings", () => {
  const first = readingOf([serviceOf("Layanan Peminjaman Kendaraan Dinas", { persyaratan: TEXT })]);
  const again = { ...serviceOf("Layanan Pemeliharaan Taman Hutan", { persyaratan: TEXT }), same_as: 0 };
  const second = readingOf([serviceOf("Layanan Pemeliharaan Taman Hutan", { persyaratan: TEXT }), again], {
    findings: [lost, { ...lost, code: "encoding", decree: null, service: null, component: null }],
  });
  const joined = joinStandards([first, second]);

  it("become one with moved indexes; findings on a file belong to no decree and are left out", () => {
    expect(joined.services.map(({ decree, same_as }) => [decree, same_as])).toEqual([
      [0, null],
      [1, null],
      [1, 1],
    ]);
    expect(joined.findings).toEqual([{ ...lost, decree: 1, service: 1 }]);
    expect(scoreStandards(joined).levels[1]).toMatchObject({ produk: "T", persyaratan: 2 });
  });
  it("are compared across decrees, with the source by its index", () => {
    const copied = scoreStandards(joined).findings.filter(({ code }) => code === "copied");
    expect(copied.map(({ decree, service, source }) => [decree, service, source])).toEqual([
      [1, 1, { service: 0 }],
      [1, 2, { service: 0 }],
    ]);
  });
  it("are not compared with another regency's", () => {
    const other = readingOf(second.services, { regency: "Segara Biru" });
    const codes = scoreStandards(joinStandards([first, other])).findings.map(({ code }) => code);
    expect(codes).not.toContain("copied");
  });
});

describe("what the scorer says", () => {
  const WORD = "zzqxword";
  const services = ["Layanan Peminjaman Gedung", "Layanan Taman Hutan"].map((name) =>
    serviceOf(name, {
      persyaratan: `Mampu ${WORD}`,
      prosedur: `Pemohon mengajukan ${WORD}`,
      jangka_waktu: `5 (enam) hari ${WORD}`,
      produk: `Surat ${WORD} Kabupaten Garut`,
      pengaduan: `Telepon (0999) 123456 ${WORD}`,
      kompetensi: `Memahami SOP pelayanan ${WORD}`,
      jaminan_pelayanan: `Tidak lebih dari 3 hari ${WORD}`,
      jaminan_keamanan: WORD,
    }),
  );
  const scores = scoreStandards(readingOf(services, { regency: "Tabalong" }));

  it("keeps the decree's words in the quote, so that reasons can be stored where texts may not", () => {
    const said = [...scores.verdicts, ...scores.units, ...scores.decrees, ...scores.findings];
    expect(said.filter(({ reason }) => reason.includes(WORD))).toEqual([]);
    expect(said.some(({ quote }) => quote?.includes(WORD))).toBe(true);
  });
  it("says the same of a finding as of the verdict that it comes from", () => {
    for (const { service, criterion, reason, quote } of scores.findings) {
      if (criterion === null || service === null) continue;
      const verdict = scores.verdicts.find((one) => one.service === service && one.criterion === criterion);
      expect(verdict).toMatchObject({ met: false, reason, quote });
    }
  });
});
