import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { plainOf, type Text } from "../words.ts";

const TOOL =
  /\b(?:komputer\w*|computer|pc|laptop|printer|scanner|atk|alat|internet|jaringan|meja|kursi|ruang\w*|kendaraan|mobil|telepon|telpon|telp|kamera|lcd|proyektor|pointer|server|usb|flash ?dis[ck]|cd|gps|peta|aplikasi|website|gedung|tenda|toilet|lemari|almari|papan|buku|kertas|perangkat|sarana|fasilitas|database|sound|mesin|mater[ae]i|kantor|listrik|ac|tv|komunikasi|perlengkapan|format|data|instrumen\w*|pedoman|lembar\w*|surat|literatur|petugas|transportasi|email|sistem)\b/;

/** What names no thing: how much of it there is, or what staff know and hold. */
const NO_THING =
  /\b(?:sesuai|memadai|cukup|kebutuhan|diperlukan|layak|standar|ketentuan|peraturan|undang\w*|perda|perbup|pendidikan|sarjana|mampu|memahami|menguasai|gratis|biaya|permohonan|tersedia|lengkap|tidak ada|nihil)\b/;

const NOTHING_NAMED =
  /^\W*(?:sarana|prasarana|fasilitas)(?: (?:dan |dan\/atau )?prasarana)? (?:yang )?(?:memadai|lengkap|cukup|baik|layak|sesuai)\b/;

/** Things under names of their own trade ("bel perawat, tiang infus"): two or more make a list. */
const listed = (text: Text): string | null => {
  const things = text.items
    .flatMap((item) => item.split(/,|\bdan\b|\bserta\b/))
    .filter((thing) => /[a-z]{2}/i.test(thing) && !NO_THING.test(plainOf(thing)));
  return things.length >= 2 ? (things[0] as string).trim() : null;
};

export const facilitiesAreListed: Criterion = ({ text }) => {
  const found =
    text.items.find((item) => TOOL.test(plainOf(item)) && !NOTHING_NAMED.test(plainOf(item))) ?? listed(text);
  return found
    ? met("Sarana didaftar.", found)
    : notMet("Tidak ada sarana, prasarana, atau fasilitas yang disebut.", text);
};

const FOR_USER =
  /\bruang(?:an)? (?:tunggu|pelayanan|layanan|tamu|konsultasi|laktasi|bermain|informasi|publik)\b|\btoilet\b|\bwc\b|\bkamar (?:mandi|kecil)\b|\bmeja (?:layanan|pelayanan|help ?desk|tamu|konsultasi|informasi|resepsionis)\b|\bkursi (?:tunggu|tamu|roda)\b|\btempat (?:duduk|parkir|tunggu)\b|\b(?:area|lahan) parkir\b|\bparkir\b|\bdisplay\b|\bpapan informasi\b|\bkotak (?:saran|pengaduan)\b|\bdi[sf]abilitas\b|\bdifabel\b|\bkelompok rentan\b|\bbidang miring\b|\bramp\b|\bmus(?:h|ho|o)l+a\b|\bmushola\b|\bloket\b|\bfront office\b|\bhelp ?desk\b|\bcustomer service\b|\bguiding block\b|\bjalur (?:landai|khusus|pemandu)\b|\bruang(?:an)? (?:baca|bermain|menyusui|mediasi|periksa|kelas|ibadah)\b|\bloker\b|\b(?:mesin|nomor) antr(?:ean|ian)\b|\bdispenser\b|\bair minum\b|\bkantin\b|\barea bermain\b|\blayar antr(?:ean|ian)\b/;

export const userIsProvidedFor: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, FOR_USER);
  return found
    ? met("Ada fasilitas bagi pengguna layanan.", found)
    : notMet("Semua sarana untuk petugas; tidak ada fasilitas bagi pengguna layanan.");
};
