import { type Criterion, met, notMet } from "../criterion.ts";
import { contentWords, itemsOf, plainOf } from "../words.ts";

/** Nouns in pe-...-an that are things, not doings. */
const THING =
  /^(?:perjanjian|peraturan|penetapan|persetujuan|pertimbangan|penghargaan|perizinan|pengumuman|pernyataan|perlengkapan|peralatan|pedoman|pengantar|perhitungan|penilaian|penjelasan|pemberitahuan|pengakuan|peta|perda|perbup|perkada)$/;
const DOING =
  /^(?:(?:ter|me|ber)[a-z]{3,}nya|teratasi|terfasilitasi|terlayani|fasilitasi|pelayanan|layanan|jasa|proses|kegiatan|konsultasi|koordinasi|asistensi|advokasi|sosialisasi|diseminasi|bimbingan|pe(?:m|n|ng|ny|r|l)?[a-z]{3,}an|workshop|coaching|monitoring|desk|bimtek|audiensi|rapat|tindakan|evaluasi|verifikasi|registrasi|sewa|administrasi|kepastian|me(?!nteri|mori|dali|todologi)[a-z]{4,}(?:kan|i))$/;
const FILLER =
  /^(?:berupa|adalah|yaitu|yakni|kegiatan|proses|pelaksanaan|hasil dari|jenis|produk(?: pelayanan| layanan)?)[ :]+/;

/** What a later part of an item must begin with to count as a doing, or as a result, of its own. */
const CLEAR_DOING =
  /^(?:sewa|peminjaman|pemeliharaan|administrasi|konsultasi|koordinasi|pendampingan|penanganan|fasilitasi|pelayanan|layanan)$/;
const CLEAR_RESULT =
  /^(?:surat|dokumen|buku|laporan|naskah|berita acara|sertifikat|akun|kartu)\b|^perjanjian\b/;

const firstWordOf = (words: string): string | undefined => words.match(/[a-z][a-z-]*/)?.[0];
const isDoing = (word: string): boolean => DOING.test(word) && !THING.test(word);

/**
 * Results and doings of a produk. The first words of an item decide what it is; what follows its commas are mostly its
 * objects ("usulan kebijakan pertanian, peternakan"), unless they clearly begin something else.
 */
const partsOf = (text: string): { results: string[]; doings: string[] } => {
  const results: string[] = [];
  const doings: string[] = [];
  for (const item of itemsOf(text.replace(/\([^)]{0,200}\)/g, " "))) {
    item.split(",").forEach((piece, at) => {
      const words = plainOf(piece)
        .replace(/^(?:dan(?:\/atau)?|atau|serta)\s+/, "")
        .replace(FILLER, (filler) => (/^(?:kegiatan|proses|pelaksanaan)/.test(filler) ? filler : ""));
      const first = firstWordOf(words);
      if (!first) return;
      if (at === 0) (isDoing(first) ? doings : results).push(piece.trim());
      else if (CLEAR_DOING.test(first)) doings.push(piece.trim());
      else if (CLEAR_RESULT.test(words)) results.push(piece.trim());
    });
  }
  return { results, doings };
};

/** The service's name again, in other order or with endings of its own. */
const repeatsName = (text: string, service: string): boolean => {
  const own = new Set(contentWords(service));
  const said = contentWords(text);
  return said.length > 0 && said.every((word) => own.has(word));
};

/** Acts that make, issue, hand out or lend: what stands behind them in a service's name is the thing received. */
const GIVING =
  /\b(?:penerbitan|pembuatan|pencetakan|penyediaan|penyiapan|pemberian|penyaluran|pengadaan|penyusunan|pengesahan|pemasangan|penggantian|perpanjangan|pencatatan|pembagian|distribusi|bantuan|hibah|sewa|penyewaan|peminjaman|pinjam|pemakaian|penggunaan)\b/i;

/** Does a produk in words of the service's name name the thing that the service gives ("Penerbitan Izin Usaha": "Izin Usaha")? */
const isThingGiven = (text: string, service: string): boolean => {
  const act = GIVING.exec(service);
  if (!act) return false;
  const things = new Set(contentWords(service.slice(act.index + act[0].length)));
  return contentWords(text).every((word) => things.has(word));
};

const NAMED_RESULT =
  /^\W*(?:[\da-z][.)]\s*)?(?:surat|dokumen|buku|laporan|naskah|berita acara|akun|sertifikat|rekomendasi|keputusan|peraturan|perda|perbup|hasil|draf|draft|rancangan|salinan|kartu|i[jz]in|akta|kutipan|sertipikat|bukti|tanda|lisensi|ijazah|rapor|resep|piagam|nomor|daftar|rekapitulasi|profil|saran|pendapat|peta|rumusan|formulir|notulen|kesepakatan|data|informasi|sambutan|insentif|dana|bantuan sosial|hibah|kajian|dpa|produk hukum|spt|spm|spp|perjanjian|penetapan|persetujuan)\b/i;

/** A thing called by its initials: "NIB", "SIP Perawat". */
const INITIALS = /^\W*[A-Z]{2,7}\d?\b/;
const isNamed = (text: string): boolean =>
  NAMED_RESULT.test(text) ||
  (INITIALS.test(text) && text !== text.toUpperCase()) ||
  /^[A-Z]{2,7}$/.test(text);

export const productIsResult: Criterion = ({ text, context }) => {
  const { results, doings } = partsOf(text.raw);
  if (results.length === 0) {
    return notMet("Produk menyebut kegiatan, bukan hasil yang diterima pengguna.", doings[0] ?? text);
  }
  const named = isNamed(text.raw) || isThingGiven(text.raw, context.service);
  if (!named && repeatsName(text.raw, context.service)) {
    return notMet("Produk mengulang nama layanan dan tidak menyebut hasilnya.", text);
  }
  return met("Produk menyebut hasil.", results[0]);
};

export const productIsResultAlone: Criterion = ({ text }) => {
  const { results, doings } = partsOf(text.raw);
  if (doings.length === 0) return met("Hanya hasil yang disebut.", text);
  return notMet(
    results.length === 0
      ? "Belum ada hasil yang berdiri sendiri; yang tertulis kegiatan."
      : "Produk memuat kegiatan di samping hasil.",
    doings[0],
  );
};
