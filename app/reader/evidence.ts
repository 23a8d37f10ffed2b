import type { ComponentKey } from "./components.ts";

/**
 * Word classes that speak for a component when its label is lost. Evidence only: a regulation may stand in kompetensi and
 * a price in persyaratan, so a class never decides against a label.
 */
const CLASSES: readonly { pattern: RegExp; weights: Partial<Record<ComponentKey, number>> }[] = [
  {
    pattern: /\b(gratis|dipungut|tanpa biaya|tidak ada biaya|rp\.?\s?\d|tarif|retribusi|nihil)/i,
    weights: { biaya: 1.2 },
  },
  {
    pattern:
      /\b(undang-?\s?undang|peraturan (?:pemerintah|presiden|menteri|daerah|bupati|wali|gubernur|lembaga)|perme[np]|perbup|perda|keppres)\b/i,
    weights: { dasar_hukum: 1 },
  },
  {
    pattern: /\b\d+\s*(?:\([^)]{2,20}\))?\s*(menit|jam|hari|minggu|bulan|tahun)\b|\bjam kantor|\bhari kerja/i,
    weights: { jangka_waktu: 1 },
  },
  { pattern: /\b\d+\s*(?:\([^)]{2,20}\))?\s*orang\b/i, weights: { jumlah_pelaksana: 1.3 } },
  {
    pattern: /\b(telp|telepon|e-?mail|lapor|sp4n|whatsapp|wa\b|kotak (?:saran|pengaduan)|instagram|fax)/i,
    weights: { pengaduan: 1.1 },
  },
  {
    pattern: /\b(komputer|laptop|printer|atk|jaringan internet|meja|kursi|kendaraan|ruang (?:rapat|tunggu))/i,
    weights: { sarana: 1 },
  },
  {
    pattern:
      /\b(pendidikan|sarjana|kualifikasi|keterampilan|ketrampilan|memahami|menguasai|kemampuan|d3|s1|slta)\b/i,
    weights: { kompetensi: 0.9 },
  },
  {
    pattern:
      /\b(atasan langsung|berjenjang|inspektorat|kepala (?:sub)?\s?bagian|supervisi|spip|pengendalian intern)/i,
    weights: { pengawasan: 0.8 },
  },
  {
    pattern: /\b(berkala|evaluasi|survei kepuasan|skp\b|penilaian (?:prestasi|kinerja)|dilaporkan)/i,
    weights: { evaluasi_kinerja: 0.7 },
  },
  {
    pattern: /\b(mengajukan|menyampaikan|menerima|verifikasi|memeriksa|disposisi|petugas|pemohon)\b/i,
    weights: { prosedur: 0.6 },
  },
  {
    pattern:
      /\b(fotokopi|fotocopy|surat (?:permohonan|pengantar|keterangan|usulan)|ktp|dokumen pendukung)\b/i,
    weights: { persyaratan: 0.9 },
  },
  {
    pattern: /\b(keamanan|kerahasiaan|dijamin|keabsahan|cctv|keselamatan)/i,
    weights: { jaminan_keamanan: 0.7 },
  },
  {
    pattern: /\b(sesuai (?:dengan )?(?:standar|sop|ketentuan)|kompeten|sanksi|kepastian)\b/i,
    weights: { jaminan_pelayanan: 0.5 },
  },
];

/** Characters of a content that are looked at. */
const SAMPLE = 400;

/** How far a text speaks for each component (0 and up); components it says nothing of are left out. */
export const contentEvidence = (text: string): Partial<Record<ComponentKey, number>> => {
  const sample = text.slice(0, SAMPLE);
  const evidence: Partial<Record<ComponentKey, number>> = {};
  for (const { pattern, weights } of CLASSES) {
    if (!pattern.test(sample)) continue;
    for (const [key, weight] of Object.entries(weights) as [ComponentKey, number][]) {
      evidence[key] = Math.max(evidence[key] ?? 0, weight);
    }
  }
  return evidence;
};
