import type {
  ComponentEvidence,
  CriterionAnswer,
  ServiceEvidence,
  UnitEvidence,
} from "#app/evidence/subject.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { scoreStandards } from "#app/scoring/index.ts";
import { readingOf, serviceOf } from "#tests/unit/scoring/subject.ts";

/** Texts of an invented service whose every component has its core met. */
export const GOOD: Readonly<Record<ComponentKey, string>> = {
  persyaratan: "1. Surat permohonan asli;\n2. Fotokopi KTP pemohon, satu rangkap.",
  prosedur:
    "1. Pemohon menyampaikan permohonan kepada petugas.\n2. Petugas memeriksa berkas; yang tidak lengkap dikembalikan kepada pemohon.\n3. Kepala bagian menandatangani izin.\n4. Pemohon menerima izin.",
  jangka_waktu: "3 (tiga) hari kerja sejak berkas diterima lengkap.",
  biaya: "Tidak dipungut biaya.",
  produk: "Surat izin pemakaian gedung.",
  pengaduan: "Telepon 0281-555123. Pengaduan ditangani oleh petugas pengaduan paling lama 5 hari kerja.",
  dasar_hukum: "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
  sarana: "1. Ruang tunggu;\n2. Meja layanan;\n3. Komputer.",
  kompetensi: "1. Pendidikan paling rendah D3;\n2. Menguasai aplikasi perkantoran.",
  pengawasan: "Dilakukan oleh atasan langsung setiap bulan.",
  jumlah_pelaksana: "3 (tiga) orang.",
  jaminan_pelayanan: "Layanan diselesaikan sesuai dengan standar pelayanan.",
  jaminan_keamanan: "Dokumen disimpan dalam lemari terkunci.",
  evaluasi_kinerja: "Dilakukan setiap semester melalui rapat evaluasi.",
};

/** What the scorer leaves of one invented service. A component given as null is absent. */
export const evidenceOf = (texts: Partial<Record<ComponentKey, string | null>> = {}): ServiceEvidence => {
  const whole = { ...GOOD, ...texts };
  const present = Object.fromEntries(Object.entries(whole).filter(([, text]) => text !== null));
  const reading = readingOf([
    serviceOf("Peminjaman Gedung Balai Arunika", present as Record<ComponentKey, string>),
  ]);
  const scores = scoreStandards(reading);
  const service = reading.services[0];
  return {
    components: Object.fromEntries(
      COMPONENT_KEYS.map((key): [ComponentKey, ComponentEvidence] => {
        const part = service?.components[key] ?? null;
        const level = scores.levels[0]?.[key] ?? null;
        return [
          key,
          { state: part ? "ada" : "tidak_ada", level, text: part?.text ?? null, lines: part?.lines ?? null },
        ];
      }),
    ) as ServiceEvidence["components"],
    criteria: new Map(
      scores.verdicts.map(({ criterion, met, reason, quote, lines }): [string, CriterionAnswer] => [
        criterion,
        { met, reason, quote, lines },
      ]),
    ),
  };
};

/** The same evidence with one component as the scan or the storage left it. */
export const withPart = (
  evidence: ServiceEvidence,
  key: ComponentKey,
  part: Partial<ComponentEvidence>,
): ServiceEvidence => ({
  ...evidence,
  components: { ...evidence.components, [key]: { ...evidence.components[key], ...part } },
});

export const unitOf = (
  services: readonly ServiceEvidence[],
  {
    criteria = {},
    decrees = [{ number: "060/17", year: 2025 }],
  }: { criteria?: Record<string, readonly (boolean | null)[]>; decrees?: UnitEvidence["decrees"] } = {},
): UnitEvidence => ({
  services,
  criteria: new Map(
    Object.entries(criteria).map(([id, answers]) => [
      id,
      answers.map((met) => ({ met, reason: `${id} ${met}`, quote: null, lines: null })),
    ]),
  ),
  decrees,
});
