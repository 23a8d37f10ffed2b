import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { COUNT } from "../words.ts";

const WHO =
  /\b(?:atasan|supervis\w*|pimpinan|kepala|kabag|kas?ub\w*|kasi\b|koordinator|inspektur|camat|lurah|direktur|direksi|spi|satuan pengawas\w*|komite|gubernur|wali ?kota|ketua|penanggung ?jawab|seksi|sub ?koord\w*|inspektorat|apip|aparat|aparatur pengawas\w*|pejabat|jf|jabatan|asisten|sekretaris|sekda|bupati|tim|pengendali|pengawas|administrator|bidang|dinas|kementerian|mengawasi|analis|auditor|komandan|mandor|manajer|manajemen|dewan|pengelola|bendahara|berj[ae]n?jang)\b/;

/** Somebody is named; the immediate superior, "berjenjang" and the internal auditors are enough. */
export const supervisorIsNamed: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, WHO);
  if (found || /atasanlangsung|berjenjang|kepalabagian|inspektorat/.test(text.squeezed)) {
    return met("Pengawas disebut.", found ?? text);
  }
  return notMet("Tidak disebut siapa yang mengawasi.", text);
};

/** Names of posts ("Kasubbag Akuntansi dan Pelaporan") are no method, so bare "pelaporan" does not count. */
const METHOD = new RegExp(
  String.raw`\bs[iy]ste?m pengendalian\b|\bspip\b|\b(?:pe)?laporan (?:harian|mingguan|bulanan|triwulan(?:an)?|tahunan|berkala|rutin|hasil|kegiatan|kepada|secara|perkembangan|tertulis)\b|\bdilaporkan\b|\bmelaporkan\b|\bbuku register\b|\bregister\b|\bparaf\b|\brapat\b|\bpemeriksaan\b|\bpengecekan\b|\bmemeriksa\b|\bmengecek\b|\bmengontrol\b|\bmeninjau\b|\bkartu kendali\b|\baudit\b|\binspeksi\b|\bsidak\b|\buji petik\b|\bkunjungan lapangan\b|\bevaluasi (?:laporan|secara|berkala|rutin|hasil)|\bmengevaluasi\b|\b(?:setiap|tiap|per) (?:${COUNT} )?(?:hari|minggu|bulan|triwulan|semester|tahun|pergantian|kegiatan)\b|\b(?:harian(?! lepas)|mingguan|bulanan|triwulanan|semesteran|tahunan)\b|\bapel\b|\bmemantau\b|\bsurvei\b|\blog spse\b|\bmonitoring (?:dan evaluasi|berkala|rutin|harian|mingguan|bulanan|secara)\b|\bchecklist\b|\bdaftar hadir\b`,
);

export const supervisionHasMethod: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, METHOD);
  return found
    ? met("Cara atau kekerapan pengawasan disebut.", found)
    : notMet("Tidak disebut bagaimana atau seberapa sering pengawasan dilakukan.");
};
