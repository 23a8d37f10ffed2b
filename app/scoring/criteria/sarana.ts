import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { plainOf } from "../words.ts";

const TOOL =
  /\b(?:komputer\w*|computer|pc|laptop|printer|scanner|atk|alat|internet|jaringan|meja|kursi|ruang\w*|kendaraan|mobil|telepon|telpon|telp|kamera|lcd|proyektor|pointer|server|usb|flash ?dis[ck]|cd|gps|peta|aplikasi|website|gedung|tenda|toilet|lemari|almari|papan|buku|kertas|perangkat|sarana|fasilitas|database|sound|mesin|mater[ae]i|kantor|listrik|ac|tv|komunikasi|perlengkapan|format|data|instrumen\w*|pedoman|lembar\w*|surat|literatur|petugas|transportasi|email|sistem)\b/;

export const facilitiesAreListed: Criterion = ({ text }) => {
  const found = text.items.find((item) => TOOL.test(plainOf(item)));
  return found
    ? met("Sarana didaftar.", found)
    : notMet("Tidak ada sarana, prasarana, atau fasilitas yang disebut.", text);
};

const FOR_USER =
  /\bruang(?:an)? (?:tunggu|pelayanan|layanan|tamu|konsultasi|laktasi|bermain|informasi|publik)\b|\btoilet\b|\bwc\b|\bkamar (?:mandi|kecil)\b|\bmeja (?:layanan|pelayanan|help ?desk|tamu|konsultasi|informasi|resepsionis)\b|\bkursi (?:tunggu|tamu|roda)\b|\btempat (?:duduk|parkir|tunggu)\b|\b(?:area|lahan) parkir\b|\bparkir\b|\bdisplay\b|\bpapan informasi\b|\bkotak (?:saran|pengaduan)\b|\bdi[sf]abilitas\b|\bdifabel\b|\bkelompok rentan\b|\bbidang miring\b|\bramp\b|\bmus(?:h|ho|o)l+a\b|\bmushola\b|\bloket\b|\bfront office\b|\bhelp ?desk\b|\bcustomer service\b|\bguiding block\b/;

export const userIsProvidedFor: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, FOR_USER);
  return found
    ? met("Ada fasilitas bagi pengguna layanan.", found)
    : notMet("Semua sarana untuk petugas; tidak ada fasilitas bagi pengguna layanan.");
};
