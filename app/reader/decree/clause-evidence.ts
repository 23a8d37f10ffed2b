import { type DeclaredGroup, isUnit, nameKey } from "./declared.ts";

/** First words of services' names in general use. */
const SERVICE_WORD =
  /^(?:layanan|pelayanan|fasilitasi?|penyusunan|pendampingan|konsultasi|penerbitan|pembuatan|pengelolaan|pembinaan|penanganan|penggunaan|permohonan|rekomendasi|verifikasi|koordinasi|administrasi|evaluasi|sosialisasi|pengajuan|izin|surat|penyediaan|pengendalian|peminjaman|sewa|legalisasi|penataan|pengadaan|pendaftaran)\b/i;
/** What a list of goods, duties or people looks like. */
const SCOPE_WORD = /^(?:(?:pelayanan|layanan)\s+)?(?:barang|jasa|administra(?:tif|si))$/i;
const PART_WORD =
  /\bkomponen\b|\bservice delivery\b|\bmanufactur|\bproses peny?(?:ampaian|gelolaan)|^(?:penyampaian|pengelolaan) pelayanan$/i;
const DUTY_WORD = /^(?:me(?:m|n|ng|ny)?\p{L}{4,}|wajib|harus|bertanggung|setiap|kami)\b/iu;

/** How surely a clause lists the services (4 and more: it does). `headings` are keys of short lines in the annex. */
export const serviceEvidence = (
  intro: string,
  groups: readonly DeclaredGroup[],
  headings: () => ReadonlySet<string>,
): number => {
  const services = groups.flatMap((group) => group.services);
  if (services.length === 0) return 0;
  const share = (test: (name: string) => boolean): number =>
    services.filter(({ name }) => test(name)).length / services.length;
  let sum = 0;
  if (/\b(?:meliputi|terdiri|sebagai berikut|mencakup|yaitu|antara lain|untuk)\b/i.test(intro)) sum += 1;
  if (/\b(?:ruang lingkup|jenis|macam|daftar)\b/i.test(intro)) sum += 2;
  if (/\blayanan\b|\bpelayanan\b/i.test(intro)) sum += 1;
  if (/\bstandar\s+(?:pe)?layanan\b.*\b(?:meliputi|terdiri|mencakup)\b/i.test(intro)) sum += 2;
  if (groups.some(({ bagian }) => bagian !== null && isUnit(bagian))) sum += 2;
  if (share((name) => SERVICE_WORD.test(name)) >= 0.3) sum += 1;
  if (share((name) => PART_WORD.test(name)) > 0.4) sum -= 8;
  if (share((name) => SCOPE_WORD.test(name)) > 0.5) sum -= 8;
  if (share((name) => DUTY_WORD.test(name)) > 0.5) sum -= 4;
  if (share((name) => name.length > 260) > 0.3) sum -= 4;
  if (
    /\b(?:dicabut|dibebankan|susunan|keanggotaan|sanksi|bertugas|tugas|kewajiban|berkewajiban)\b/i.test(intro)
  )
    sum -= 3;
  // Names that come again as headings of the annex settle a doubtful case.
  if (sum > 0 && sum < LISTS_SERVICES && share((name) => headings().has(nameKey(name))) >= 0.3) sum += 3;
  return sum;
};
export const LISTS_SERVICES = 4;
