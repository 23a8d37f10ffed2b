import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";

const CONTACT =
  /@\w|\b(?:0\d{2,4}|\+62)[\s.-]?\d{3,}|\b(?:telp?|telepon|hp|wa|e-?mail|help ?desk|kontak person|contact person|aplikasi|laman|situs|website|loket|hotline|call ?center|formulir (?:pengaduan|aduan|keluhan)|datang langsung|tatap muka|kotak (?:saran|pengaduan))\b/;

export const complaintHasContact: Criterion = ({ text, facts }) => {
  const found = firstMatch(text.plain, CONTACT);
  if (facts.channels.length > 0 || found) return met("Ada saluran yang dapat dihubungi.", found ?? text);
  return notMet("Tidak ada saluran pengaduan yang dapat dihubungi.", text);
};

/** Who acts on a complaint, or the post or the person whose number stands there. */
const HANDLER =
  /\b(?:petugas|pejabat|pengelola|kepala|kabag|kabid|kasi|kasub\w*|sekretaris|humas|lurah|camat|tim|admin|verifikator|help ?desk|operator|koordinator|asisten)\b[^.;]{0,120}\b(?:menerima|mencatat|mempelajari|menindaklanjuti|menyelesaikan|menangani|menelaah|memproses|memeriksa|menyampaikan|memberikan|menjawab|membalas|merespons?)|\b(?:ditangani|ditindaklanjuti|diselesaikan|diterima|dikelola) (?:langsung )?(?:oleh|petugas|pejabat|pengelola|kepala|tim|admin|operator|koordinator)\b|\b(?:ditangani|ditindaklanjuti|diselesaikan|dijawab)\b[^.;]{0,50}\boleh (?:petugas|pejabat|pengelola|kepala|tim|admin|operator|koordinator|humas)|\b(?:pejabat|petugas|pengelola) (?:pengelola(?:an)?|penangan(?:an)?) (?:pengaduan|aduan)|\b(?:kasub\w+|kabag|kabid|kasi|sub ?koor\w*|pengendali teknis)\b|\b(?:petugas|narahubung|kontak person|contact person)\W{0,5}(?:a\.? ?n\b|atas nama\b)/;

export const complaintHasHandler: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, HANDLER);
  return found
    ? met("Pihak yang menangani pengaduan disebut.", found)
    : notMet("Tidak disebut siapa yang menangani pengaduan.");
};

const LIMIT = /\b\d{1,3}\s*(?:\([a-z ]+\)\s*)?(?:x\s*24\s*)?(?:menit|jam|hari|minggu)\b/;

export const complaintHasLimit: Criterion = ({ text }) => {
  const found = firstMatch(
    text.plain.replace(/\d+\s*jam (?:kerja|sehari)|(?<!\bx ?)24 jam\b(?! setelah)/g, ""),
    LIMIT,
  );
  return found
    ? met("Batas waktu penanganan disebut.", found)
    : notMet("Tidak disebut berapa lama pengaduan ditangani.");
};
