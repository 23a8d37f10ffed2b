import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";

/** A tie to standard, SOP, rule, schedule or time. "Berdasarkan peraturan" only says what staff know. */
const TIE =
  /\bstandar[dt]?\b(?! harga| biaya| pelayanan minimal)|\bs(?:op|po)\b|\bprosedur\b|\bkode etik\b|\bmaklumat\b|\bkepastian\b|\b(?:sesuai|menurut|mengikuti)(?:\s+dengan)?\s+(?:[a-z]+\s+){0,3}?(?:peraturan|perundang\w*|ketentuan|aturan|undang\w*|jadwal|kaidah|norma|perpres|waktu|janji|jam (?:pelayanan|layanan|kerja|kantor|operasional|buka)|sop|standar\w*|prosedur|tata tertib)|\bwaktu (?:pelayanan|penyelesaian)|\bnorma waktu\b|\btepat waktu\b|\b(?:apabila|bila|jika)\b[^.;]{0,40}\b(?:terlambat|melewati|melebihi)\b|\bketepatan waktu\b|\bsetiap hari\b|\b24 jam\b|\b(?:tidak lebih|kurang) dari \d+|\b(?:paling lama|paling lambat|maksimal) \d+|\bcepat, tepat\b|\bsecara cepat\b|\b\d+ (?:\([a-z ]+\) )?(?:menit|jam|hari)\b/;
/** Handling of complaints is no promise of the service. */
const COMPLAINT = /\bdiinventari\w+\b.{0,200}\bditindak ?lanjut\w*/;
/** "Berkas … lengkap sesuai ketentuan" asks something of the applicant. */
const DEMAND =
  /^\W*(?:berkas|dokumen|persyaratan)\b[^.;]{0,40}\blengkap\b(?! (?:pasti |akan |segera |langsung |selalu )?di(?:layani|proses|selesaikan|terbitkan)\b)/;

/** What an applicant must have done first: its "persyaratan dan prosedur" bind the applicant, not the office. */
const CONDITION =
  /\b(?:apabila|bila|jika|setelah|sepanjang)\b[^.;]{0,60}\b(?:memenuhi|mencukupi|melengkapi)\b[^.;,]{0,40}\b(?:persyaratan|syarat|prosedur|ketentuan)\b(?:\s+(?:dan|serta|maupun)\s+\w+)?/g;

export const promiseIsTied: Criterion = ({ text }) => {
  const whole = text.plain;
  const consequence = firstMatch(whole, CONSEQUENCE);
  if (consequence) return met("Ada akibat bila standar dilanggar.", consequence);
  if (COMPLAINT.test(whole)) {
    return notMet("Isinya penanganan masalah, bukan janji layanan.", text);
  }
  if (DEMAND.test(whole)) return notMet("Isinya persyaratan berkas, bukan janji layanan.", text);
  const tie = firstMatch(whole.replace(CONDITION, ""), TIE);
  return tie
    ? met("Janji dikaitkan dengan standar, peraturan, atau waktu.", tie)
    : notMet(
        "Tidak ada janji layanan: hanya kompetensi petugas atau hasil, tanpa kaitan dengan standar, SOP, atau waktu.",
        text,
      );
};

const CONSEQUENCE =
  /\bsanksi\b|\bteguran\b|\bkompensasi\b|\bganti rugi\b|\bhukuman\b|\bdenda\b|\bpermintaan maaf\b|\b(?:gratis|diulang|diganti|diperbaiki)\b[^.;]{0,30}\b(?:jika|apabila|bila)\b[^.;]{0,30}\b(?:kesalahan|salah|keliru|terlambat|rusak)\b|\bdianggap (?:disetujui|dikabulkan)\b|\b(?:uang|biaya|sewa|dana|retribusi)\b[^.;]{0,30}\bdikembalikan\b|\bpengembalian (?:uang|biaya|dana|sewa)\b|\b(?:apabila|bila|jika)\b[^.;]{0,60}\b(?:terlambat|melewati|melebihi|tidak (?:sesuai|tepat|menepati|memenuhi|ditepati|terpenuhi))\b[^.;]{0,80}\b(?:diantar(?:kan)?|gratis|tanpa biaya|dibebaskan|diganti|mengganti|penggantian|potongan)\b/;

export const promiseHasConsequence: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, CONSEQUENCE);
  return found
    ? met("Akibat bila janji tidak ditepati disebut.", found)
    : notMet("Tidak disebut sanksi atau kompensasi bila janji tidak ditepati.");
};
