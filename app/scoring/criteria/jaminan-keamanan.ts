import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { USER_NOUN } from "../users.ts";

const MEASURE =
  /\bcctv\b|\blemari\b|\bterkunci\b|\bbrankas\b|\blog (?:aktivitas|spse|sistem)\b|\bfirewall\b|\benkripsi\b|\bpassword\b|\bkata sandi\b|\botentikasi\b|\bautentikasi\b|\bpetugas keamanan\b|\bsatpam\b|\bsatpol\b|\bsecurity\b|\bpemadam\b|\bapar\b|\btangga darurat\b|\bjalur evakuasi\b|\bhak akses\b|\b(?:hanya )?(?:dapat )?diakses oleh\b|\bhanya (?:dapat |bisa )?diakses\b|\bdicadangkan\b|\bpencadangan\b|\bpelindung diri\b|\bapd\b|\bdisteril\w*|\bsterilisasi\b|\bback ?up\b|\basuransi\b|\bp3k\b|\bcadangan data\b|\bkamera (?:pengawas|pemantau)\b|\b(?:kode qr|qr ?code|kode batang|barcode|hologram|tanda tangan elektronik)\b|\bpintu darurat\b|\btitik kumpul\b|\bgembok\b|\bdijaga (?:oleh )?(?:petugas|satpam|penjaga|polisi)\b|\bhelm\b|\brompi\b|\bmasker\b|\bsarung tangan\b|\bbaju (?:tahan|pelindung)\b|\bsekali pakai\b|\bgelang\b|\bpagar\b|\bpengaman\b|\bsabuk\b|\brambu\b|\b(?:di)?segel\b|\bpenjaga(?:an)? (?:keamanan|malam|gedung)\b/;

const PROTECTION =
  /\baman\b|\b(?:jaminan|dijamin|menjamin|terjamin|mendukung|menjaga|terjaga|dijaga)\b[^.;]{0,40}(?:aman|selamat|rahasia|absah|hasiaan)|\bkeamanan (?:data|dokumen|informasi|berkas|arsip|uang|dana|barang|dan|identitas|pengguna|pemohon|lingkungan)\b|\bkeselamatan (?:kerja|pengguna|pemohon|petugas|pelaksana)\b|\bkerahasiaan\b|\brahasia\b|\bdirahasiakan\b|\bdilindungi\b|\bdiamankan\b|\bperlindungan\b|\btidak (?:membahayakan|disalahgunakan|dibocorkan|disebar\w*)\b|\bkeabsahan\w*|\bkeaslian\w*|\bsehingga sah\b|\bsah\b|\btidak (?:akan )?(?:diberikan|dibagikan|dipublikasikan|diserahkan)\b[^.;]{0,30}\b(?:pihak|orang) (?:lain|ketiga)\b|\btidak dapat (?:dipalsukan|diubah|digandakan)\b|\blimbah\b[^.;]{0,40}\b(?:dikelola|dipisah\w*|diolah)\b|\bdi ?pertanggung ?jawabkan\b|\bbebas (?:dari )?(?:bahaya|resiko|risiko)\b|\bkepada yang bersangkutan\b|\bdisimpan\b|\bvalid\b|\btidak bertentangan\b/;

/** The product agrees with facts, evidence or rules: a promise that it is valid. The subject must be a thing, not a doing. */
const VALIDITY =
  /\b(?:hasil|dokumen|data|materi|makalah|peta|laporan|berita acara|ques\w+|kuesioner|form\w*|naskah|produk|informasi|kajian|analisis|perda|salinan|surat|roadmap|rekomendasi)\b[^.;]{0,110}\b(?:sesuai(?: dengan)?|disesuaikan dengan|berdasarkan)\b|^(?!\W*(?:pelayanan|layanan|proses|petugas|pelaksana|bekerja|di|dan|dengan|yang|pada|untuk)\b)[^.;]{2,60}\bsesuai (?:dengan )?(?:peraturan|ketentuan|perundang\w*|undang\w*|fakta|bukti)|\bkesesuaian (?:dokumen|data|berkas|laporan|hasil)\b/;
/** Persons kept safe, whoever they are. */
const PERSONS = new RegExp(
  `\\b(?:keamanan|keselamatan) (?:dan (?:keamanan|keselamatan|kenyamanan) )?(?:para )?${USER_NOUN}\\b`,
);
const DOING =
  /^\W*(?:keamanan\s+|keselamatan\s+|\d\W*)*(?:ter\s?[a-z ]{3,18}nya|terfasilita|terpenuhi|menunjukkan|pelaksanaan|proses|kegiatan|pelayanan (?:tepat|dilaksanakan oleh|dilakukan oleh)|meningkatkan|penetapan)\b/;

export const somethingIsProtected: Criterion = ({ text }) => {
  const whole = text.plain;
  const found = firstMatch(whole, MEASURE, PROTECTION, PERSONS);
  if (found) return met("Ada perlindungan yang dijanjikan.", found);
  const valid = DOING.test(whole) ? null : firstMatch(whole, VALIDITY);
  return valid
    ? met("Keabsahan produk dijanjikan.", valid)
    : notMet(
        "Tidak ada kata tentang perlindungan orang, data, dokumen, uang, tempat, atau keabsahan produk.",
        text,
      );
};

export const measureIsNamed: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, MEASURE);
  return found ? met("Tindakan pengamanan disebut.", found) : notMet("Tindakan pengamanannya tidak disebut.");
};
