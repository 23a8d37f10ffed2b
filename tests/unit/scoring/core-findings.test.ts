import fc from "fast-check";
import { expect, it } from "vitest";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { ReadService } from "#app/reader/schema.ts";
import { NOTED_CRITERIA } from "#app/scoring/all-findings.ts";
import { FINDING_OF, SUBSTANCE_FINDINGS } from "#app/scoring/findings-registry.ts";
import { scoreStandards } from "#app/scoring/index.ts";

const { components, unit, decree } = PERMENPAN_15_2014;
const ofLevel = (level: 2 | 3) =>
  components.flatMap(({ criteria }) => criteria.filter((one) => one.level === level).map(({ id }) => id));

it("every criterion has a finding of its own, but the one whose fact is told of the whole decree", () => {
  const all = [...ofLevel(2), ...ofLevel(3), ...unit.map(({ id }) => id), ...decree.map(({ id }) => id)];
  expect(all.filter((id) => FINDING_OF[id] === undefined)).toEqual(["unit.maklumat"]);
  expect(Object.keys(FINDING_OF).filter((id) => !all.includes(id))).toEqual([]);
});

it("a criterion of the core is a defect; one of level 3 is a note, unless what it finds is wrong", () => {
  expect(ofLevel(2).filter((id) => SUBSTANCE_FINDINGS[FINDING_OF[id] ?? "copied"].apart !== null)).toEqual(
    [],
  );
  const wrong = ofLevel(3).filter((id) => FINDING_OF[id] === "wrong_content");
  expect(wrong).toEqual(["dasar_hukum.peraturan", "kompetensi.bukan_peraturan"]);
  expect([...wrong, ...NOTED_CRITERIA].sort()).toEqual(ofLevel(3).sort());
});

/** Texts of every kind: good, empty of meaning, of another component, cut by a scan. */
const TEXTS = [
  "Surat permohonan asli",
  "Mampu dan memahami aplikasi",
  "1. Pemohon mengajukan surat permohonan; 2. Petugas memeriksa; 3. Pemohon menerima dokumen hasil",
  "Petugas memeriksa berkas",
  "3 (tiga) hari kerja sejak berkas lengkap",
  "12 bulan",
  "2 (tiga) orang",
  "Tidak dipungut biaya",
  "Rp50.000",
  "Dokumen laporan",
  "Peraturan Menteri Dalam Negeri Nomor 7 Tahun 2019 tentang Arsip",
  "Komputer, printer",
  "Telepon 0812345678 ditangani oleh petugas paling lama 3 hari",
  "Atasan langsung",
  "Pelayanan sesuai dengan standar; sanksi bagi petugas",
  "Survei kepuasan masyarakat setiap tahun",
  "Sesuai dengan",
  "Laptop",
];

const FACTS: ReadService["facts"] = {
  waktu: [],
  gratis: null,
  tarif: [],
  jumlah_pelaksana: null,
  channels: [],
  dasar_hukum: [],
  dasar_hukum_count: null,
};

const serviceOf = (texts: readonly (string | null)[]): ReadService => ({
  decree: 0,
  bagian: "Bagian Umum",
  no: "1",
  name: "Peminjaman Ruang Rapat",
  line: 1,
  same_as: null,
  components: Object.fromEntries(
    COMPONENT_KEYS.map((key, at): [ComponentKey, ReadService["components"][ComponentKey]] => {
      const text = texts[at] ?? null;
      return [key, text === null ? null : { label: null, text, lines: [at + 2, at + 2], confidence: 1 }];
    }),
  ) as ReadService["components"],
  facts: FACTS,
});

it("a finding stands for every unmet criterion, and every finding of a criterion for an unmet one", () => {
  const texts = fc.array(fc.option(fc.constantFrom(...TEXTS)), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (services) => {
      const scores = scoreStandards({
        decrees: [
          {
            regency: "Arunika",
            issuer: "Bupati",
            number: "1",
            number_annex: null,
            year: 2024,
            signed: "2024-05-02",
            line: 1,
            declared: [],
            maklumat: false,
          },
        ],
        services: services.map(serviceOf),
        findings: [],
      });
      const unmet = scores.verdicts
        .filter(({ met }) => met === false)
        .map(({ service, criterion }) => `${service} ${criterion} ${FINDING_OF[criterion]}`);
      const found = scores.findings
        .filter(({ service, criterion }) => service !== null && criterion !== null)
        .map(({ service, criterion, code }) => `${service} ${criterion} ${code}`);
      expect(found.sort()).toEqual(unmet.sort());
      for (const { service, component, criterion } of scores.verdicts)
        if (scores.levels[service]?.[component] === "T")
          expect(
            scores.verdicts.find((one) => one.service === service && one.criterion === criterion)?.met,
          ).toBe(null);
    }),
    { numRuns: 200 },
  );
});
