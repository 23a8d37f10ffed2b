import { describe, expect, it } from "vitest";
import { proveService, proveUnit } from "#app/evidence/prove.ts";
import { findWords } from "#app/evidence/words.ts";
import { type Indicator, indicatorsOf } from "#app/instruments/edition.ts";
import { SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { evidenceOf, unitOf, withPart } from "./kit.ts";

const ALL = SHIPPED_EDITIONS.flatMap((edition) =>
  indicatorsOf(edition).map((indicator) => ({ edition: edition.edition, indicator })),
);
const indicator = (edition: string, id: string): Indicator => {
  const found = ALL.find((one) => one.edition === edition && one.indicator.id === id);
  if (!found) throw new Error(`no indicator ${id} in ${edition}`);
  return found.indicator;
};
const PROSES = ALL.filter(
  ({ edition, indicator: one }) => edition === "ombudsman-2026/1" && one.proof?.rule === "komponen",
).map(({ indicator: one }) => one);
const componentOf = (one: Indicator): ComponentKey =>
  one.proof?.rule === "komponen" ? one.proof.component : "persyaratan";

/** Text under the right label that misses the core of its component. */
const EMPTY: Record<ComponentKey, string> = {
  persyaratan: "Mampu dan memahami tugas.",
  prosedur: "Sesuai ketentuan.",
  jangka_waktu: "Januari s/d Desember.",
  biaya: "Sesuai ketentuan.",
  produk: "Peminjaman Gedung Balai Arunika",
  pengaduan: "Ditindaklanjuti dengan baik.",
  dasar_hukum: "Peraturan yang berlaku.",
  sarana: "-",
  kompetensi: "Peraturan Menteri Nomor 1 Tahun 2020.",
  pengawasan: "Dilaksanakan terus-menerus.",
  jumlah_pelaksana: "Sesuai kebutuhan.",
  jaminan_pelayanan: "Petugas yang kompeten.",
  jaminan_keamanan: "Terlaksana dengan baik.",
  evaluasi_kinerja: "Dilaksanakan.",
};

describe("the 14 Proses indicators of 2026", () => {
  it.each(PROSES.map((one) => [one.name, one] as const))(
    "%s: proven by a text whose core is met, with its lines",
    (_name, one) => {
      const proof = proveService(one, evidenceOf());
      expect(proof.state).toBe("terbukti");
      expect(proof.lines).toEqual([1, 2]);
      expect(proof.step).toBeNull();
    },
  );

  it.each(PROSES.map((one) => [one.name, one] as const))(
    "%s: not proven where the component is not there",
    (_name, one) => {
      const proof = proveService(one, evidenceOf({ [componentOf(one)]: null }));
      expect([proof.state, proof.quote, proof.lines]).toEqual(["belum_terbukti", null, null]);
      expect(proof.reason).toMatch(/^Komponen .* tidak ada dalam tabel layanan ini\.$/);
    },
  );

  it.each(PROSES.filter((one) => componentOf(one) !== "sarana").map((one) => [one.name, one] as const))(
    "%s: not proven where the text says nothing of the matter (level 1), and the scorer's reason is told",
    (_name, one) => {
      const key = componentOf(one);
      const evidence = evidenceOf({ [key]: EMPTY[key] });
      expect(evidence.components[key].level).toBe(1);
      const proof = proveService(one, evidence);
      expect(proof.state).toBe("belum_terbukti");
      const unmet = [...evidence.criteria].filter(
        ([id, { met }]) => id.startsWith(`${key}.`) && met === false,
      );
      expect(unmet.map(([, { reason }]) => reason)).toContain(proof.reason);
    },
  );

  it("borderline: level 2 proves as much as level 3, because measure and form are asked of the standard, not of its display", () => {
    const evidence = evidenceOf({ jangka_waktu: "3 hari." });
    expect(evidence.components.jangka_waktu.level).toBe(2);
    const one = PROSES.find((each) => componentOf(each) === "jangka_waktu") as Indicator;
    expect(proveService(one, evidence).state).toBe("terbukti");
  });

  it("quotes the words that decided", () => {
    const one = PROSES.find((each) => componentOf(each) === "pengawasan") as Indicator;
    expect(proveService(one, evidenceOf()).quote).toBe("atasan");
  });

  it("says nothing of what the scan took, and nothing before the standard is scored", () => {
    const [one] = PROSES as [Indicator];
    const key = componentOf(one);
    expect(proveService(one, withPart(evidenceOf(), key, { state: "T", level: "T" })).state).toBe(
      "tidak_terbaca",
    );
    expect(proveService(one, withPart(evidenceOf(), key, { level: "T" })).state).toBe("tidak_terbaca");
    expect(proveService(one, withPart(evidenceOf(), key, { level: null })).state).toBe("belum_pasti");
  });

  it("asked of a unit hold only where every service has them", () => {
    const one = PROSES.find((each) => componentOf(each) === "biaya") as Indicator;
    const [good, bad] = [evidenceOf(), evidenceOf({ biaya: null })];
    expect(proveUnit(one, unitOf([good, good]))).toMatchObject({
      state: "terbukti",
      reason: "Terbukti pada 2 dari 2 layanan.",
    });
    expect(proveUnit(one, unitOf([good, bad]))).toMatchObject({
      state: "belum_terbukti",
      quote: null,
      reason: "Terbukti pada 1 dari 2 layanan.",
    });
    expect(proveUnit(one, unitOf([])).state).toBe("belum_pasti");
  });

  it("asked of a unit count only services of which something can be said", () => {
    const one = PROSES.find((each) => componentOf(each) === "biaya") as Indicator;
    const torn = withPart(evidenceOf(), "biaya", { state: "T", level: "T" });
    expect(proveUnit(one, unitOf([evidenceOf(), evidenceOf({ biaya: null }), torn]))).toMatchObject({
      state: "belum_terbukti",
      reason: "Terbukti pada 1 dari 2 layanan. Di luar hitungan: 1 layanan.",
    });
    expect(proveUnit(one, unitOf([evidenceOf(), torn])).state).toBe("tidak_terbaca");
    expect(proveUnit(one, unitOf([torn, torn])).reason).toContain("cocokkan dengan naskah asli");
  });
});

describe("2015–2021", () => {
  it("the procedure of complaints needs somebody who handles them; a telephone alone is a channel", () => {
    const channel = indicator("ombudsman-2015-2021/1", "sarana-pengaduan");
    const procedure = indicator("ombudsman-2015-2021/1", "prosedur-pengaduan");
    const phone = evidenceOf({ pengaduan: "Telepon 0281-555123." });
    expect([channel, procedure].map((one) => proveService(one, evidenceOf()).state)).toEqual([
      "terbukti",
      "terbukti",
    ]);
    expect([channel, procedure].map((one) => proveService(one, phone).state)).toEqual([
      "terbukti",
      "belum_terbukti",
    ]);
    const none = evidenceOf({ pengaduan: null });
    expect([channel, procedure].map((one) => proveService(one, none).state)).toEqual([
      "belum_terbukti",
      "belum_terbukti",
    ]);
  });

  it("the pledge is proven where every decree carries it", () => {
    const pledge = indicator("ombudsman-2015-2021/1", "maklumat-terpasang");
    const state = (answers: (boolean | null)[]) =>
      proveUnit(pledge, unitOf([evidenceOf()], { criteria: { "keputusan.maklumat": answers } })).state;
    expect(state([true])).toBe("terbukti");
    expect(state([true, false])).toBe("belum_terbukti");
    expect(state([true, null])).toBe("belum_pasti");
    expect(state([])).toBe("belum_pasti");
  });

  it("a waiting room is no matter of a decree", () => {
    expect(proveUnit(indicator("ombudsman-2015-2021/1", "ruang-tunggu"), unitOf([evidenceOf()])).state).toBe(
      "bukan_dari_sk",
    );
  });
});

describe("2022–2024", () => {
  const compensation = indicator("ombudsman-2022-2024/1", "kompensasi-bila-standar-tidak-dipenuhi");
  const state = (jaminan_pelayanan: string | null) =>
    proveUnit(compensation, unitOf([evidenceOf({ jaminan_pelayanan })])).state;

  it("compensation is proven by the word, also beside a sanction, and not by a sanction alone", () => {
    expect(state("Bila terlambat, pelaksana dikenai sanksi dan pengguna menerima kompensasi.")).toBe(
      "terbukti",
    );
    expect(state("Bila terlambat, diberikan ganti rugi.")).toBe("terbukti");
    expect(state("Bila terlambat, pelaksana dikenai sanksi sesuai ketentuan.")).toBe("belum_terbukti");
    expect(state(null)).toBe("belum_terbukti");
  });

  it("borderline: words that take it back are no promise, but a later one still is", () => {
    expect(state("Sesuai standar, tanpa kompensasi.")).toBe("belum_terbukti");
    expect(state("Tidak ada kompensasi bila terlambat.")).toBe("belum_terbukti");
    expect(state("Sesuai standar, tidak ada sanksi maupun kompensasi.")).toBe("belum_terbukti");
    expect(state("Bila standar tidak ditepati diberikan kompensasi.")).toBe("terbukti");
    expect(state("Tidak ada sanksi. Kompensasi diberikan kepada pengguna.")).toBe("terbukti");
  });

  it("can't be told where only facts are kept", () => {
    const facts = withPart(evidenceOf(), "jaminan_pelayanan", { text: null });
    expect(proveUnit(compensation, unitOf([facts])).state).toBe("belum_pasti");
  });

  it("security is the component, and the number of staff against the workload is another paper's", () => {
    const unit = unitOf([evidenceOf()]);
    expect(
      proveUnit(indicator("ombudsman-2022-2024/1", "jaminan-keamanan-dan-keselamatan"), unit).state,
    ).toBe("terbukti");
    expect(proveUnit(indicator("ombudsman-2022-2024/1", "jumlah-petugas-sesuai-abk"), unit).state).toBe(
      "bukan_dari_sk",
    );
  });
});

describe("PEKPPP", () => {
  const first = indicator("pekppp/1", "standar-tersedia");
  const climb = (...args: Parameters<typeof unitOf>) => {
    const { state, step } = proveUnit(first, unitOf(...args));
    return [state, step?.reached, step?.top];
  };

  it("indicator 1 climbs to step 3 of 5 by a decree with all 14 components, and never further", () => {
    expect(climb([evidenceOf()])).toEqual(["terbukti", 3, 5]);
  });

  it("indicator 1 stops where the decree stops", () => {
    expect(climb([])).toEqual(["belum_terbukti", 0, 5]);
    expect(climb([evidenceOf(), evidenceOf({ biaya: null })])).toEqual(["belum_terbukti", 1, 5]);
    expect(climb([withPart(evidenceOf(), "biaya", { state: "T", level: "T" })])).toEqual([
      "tidak_terbaca",
      1,
      5,
    ]);
    expect(climb([evidenceOf()], { decrees: [{ number: null, year: 2025 }] })).toEqual(["belum_pasti", 2, 5]);
  });

  it("borderline: a component that says nothing of its matter is still one of the 14", () => {
    expect(climb([evidenceOf({ biaya: "Sesuai ketentuan." })])).toEqual(["terbukti", 3, 5]);
  });

  it("indicator 6 is promised by naming the survey, not by evaluating at all", () => {
    const survey = indicator("pekppp/1", "skm");
    const state = (evaluasi_kinerja: string) =>
      proveUnit(survey, unitOf([evidenceOf({ evaluasi_kinerja })])).state;
    expect(state("Dilakukan setiap semester melalui survei kepuasan masyarakat.")).toBe("terbukti");
    expect(state("Melalui SKM.")).toBe("terbukti");
    expect(state("Dilakukan setiap semester melalui rapat.")).toBe("belum_terbukti");
    expect(state("Belum melaksanakan SKM.")).toBe("belum_terbukti");
  });

  it("leaves indicators 2–4 and 7–9 to people", () => {
    const unit = unitOf([evidenceOf()]);
    const states = indicatorsOf(SHIPPED_EDITIONS[3] as (typeof SHIPPED_EDITIONS)[number]).map(
      (one) => proveUnit(one, unit).state === "bukan_dari_sk",
    );
    expect(states).toEqual([false, true, true, true, false, false, true, true, true]);
  });
});

describe("words", () => {
  it("are quoted with the sentence they stand in", () => {
    expect(
      findWords("kompensasi", "Sesuai standar; pengguna menerima kompensasi bila terlambat. Selesai"),
    ).toBe("pengguna menerima kompensasi bila terlambat");
    expect(findWords("skm", "Evaluasi berkala")).toBeNull();
    expect(findWords("skm", "SKM")).toBe("SKM");
  });
});

it("no indicator that a decree can't prove is proven, whatever the decree says", () => {
  const unit = unitOf([evidenceOf()], { criteria: { "keputusan.maklumat": [true] } });
  for (const { indicator: one } of ALL) {
    if (!one.needs.includes("sk")) expect(proveUnit(one, unit).state).toBe("bukan_dari_sk");
  }
  expect(COMPONENT_KEYS).toHaveLength(14);
});
