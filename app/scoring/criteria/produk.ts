import { type Criterion, met, notMet } from "../criterion.ts";
import { contentWords, items, plain } from "../words.ts";

/** Nouns in pe-...-an that are things, not doings. */
const THING =
  /^(?:perjanjian|peraturan|penetapan|persetujuan|pertimbangan|penghargaan|perizinan|pengumuman|pernyataan|perlengkapan|peralatan|pedoman|pengantar|perhitungan|penilaian|penjelasan|pemberitahuan|pengakuan|peta|perda|perbup|perkada)$/;
const DOING =
  /^(?:ter[a-z]{3,}nya|teratasi|terfasilitasi|terlayani|fasilitasi|pelayanan|layanan|jasa|proses|kegiatan|konsultasi|koordinasi|asistensi|advokasi|sosialisasi|diseminasi|bimbingan|pe(?:m|n|ng|ny|r|l)?[a-z]{3,}an|workshop|coaching|monitoring|desk|bimtek|audiensi|rapat|evaluasi|verifikasi|registrasi|sewa|administrasi|kepastian)$/;
const FILLER =
  /^(?:berupa|adalah|yaitu|yakni|kegiatan|proses|pelaksanaan|hasil dari|jenis|produk(?: pelayanan| layanan)?)[ :]+/;

/** Results and doings of a produk, item by item; a comma parts items too, but not the words inside brackets. */
const partsOf = (text: string): { results: string[]; doings: string[] } => {
  const results: string[] = [];
  const doings: string[] = [];
  for (const item of items(text.replace(/\([^)]*\)/g, " "))) {
    for (const piece of item.split(/,/)) {
      const words = plain(piece)
        .replace(/^(?:dan(?:\/atau)?|atau|serta)\s+/, "")
        .replace(FILLER, (filler) => (/^(?:kegiatan|proses|pelaksanaan)/.test(filler) ? filler : ""));
      const first = words.match(/[a-z][a-z-]*/)?.[0];
      if (!first) continue;
      const doing = DOING.test(first) && !THING.test(first);
      (doing ? doings : results).push(piece.trim());
    }
  }
  return { results, doings };
};

/** The service's name again, in other order or with endings of its own. */
const repeatsName = (text: string, service: string): boolean => {
  const own = new Set(contentWords(service));
  const said = contentWords(text);
  return said.length > 0 && said.every((word) => own.has(word));
};

const NAMED_RESULT =
  /^\W*(?:[\da-z][.)]\s*)?(?:surat|dokumen|buku|laporan|naskah|berita acara|akun|sertifikat|rekomendasi|keputusan|peraturan|perda|perbup|hasil|draf|draft|rancangan|salinan|kartu|peta|rumusan|formulir|notulen|kesepakatan|data|informasi|sambutan|insentif|dana|bantuan sosial|hibah|kajian|dpa|produk hukum|spt|spm|spp|perjanjian|penetapan|persetujuan)\b/i;

export const productIsResult: Criterion = ({ text, context }) => {
  const { results, doings } = partsOf(text);
  if (results.length === 0) {
    return notMet("Produk menyebut kegiatan, bukan hasil yang diterima pengguna.", doings[0] ?? text);
  }
  if (repeatsName(text, context.service) && !NAMED_RESULT.test(text)) {
    return notMet("Produk mengulang nama layanan dan tidak menyebut hasilnya.", text);
  }
  // "Fasilitasi X, Y dan Z" is one doing: what follows its first comma are its objects.
  if (doings.length > 0 && !results.some((result) => NAMED_RESULT.test(result.trim()))) {
    const first = partsOf(items(text)[0]?.split(",")[0] ?? "");
    if (first.doings.length > 0) {
      return notMet("Produk menyebut kegiatan, bukan hasil yang diterima pengguna.", doings[0] ?? text);
    }
  }
  return met("Produk menyebut hasil.", results[0]);
};

export const productIsResultAlone: Criterion = ({ text }) => {
  const { doings } = partsOf(text);
  return doings.length > 0
    ? notMet("Produk memuat kegiatan di samping hasil.", doings[0])
    : met("Hanya hasil yang disebut.", text);
};
