/** Types that stand in the text in their short form. */
export const SHORT_TYPES: Record<string, string> = {
  uu: "UU",
  uud: "UUD",
  pp: "PP",
  perpu: "Perppu",
  perppu: "Perppu",
  perpres: "Perpres",
  keppres: "Keppres",
  kepres: "Keppres",
  inpres: "Inpres",
  perda: "Perda",
  perdes: "Perdes",
  pergub: "Pergub",
  perbup: "Perbup",
  perwal: "Perwali",
  perwali: "Perwali",
  kepbup: "Kepbup",
  kepgub: "Kepgub",
  kepwal: "Kepwali",
  kepwali: "Kepwali",
  perma: "Perma",
  pmk: "Permenkeu",
  tap: "TAP MPR",
};
/** Short forms that are also other words: they must be capitals. */
export const CAPITALS_ONLY = /^(?:uu|uud|pp|pmk|tap|perma)$/;

/** Ministries by the words that only their names have; the first that fits wins. */
export const MINISTRIES: readonly [RegExp, string][] = [
  [/\bdalam negeri\b|\bdagri\b|\bmendagri\b/, "dagri"],
  [/\bpendayagunaan aparatur|\bpan\s?(?:dan|&)?\s?rb\b|\bpanrb\b|\baparatur negara\b|\bpan\b/, "PANRB"],
  [/\bhukum dan h|\bkumham\b/, "kumham"],
  [/\bhukum\b/, "kum"],
  [/\bpekerjaan umum dan|\bpupr\b/, "PUPR"],
  [/\bpekerjaan umum\b|\bpu\b/, "PU"],
  [/\bpendidikan dan kebudayaan|\bdikbud\b/, "dikbud"],
  [/\bpendidikan\b|\bdiknas\b/, "dik"],
  [/\bkeuangan\b|\bkeu\b/, "keu"],
  [/\bkesehatan\b|\bkes\b/, "kes"],
  [/\bagama\b|\bag\b/, "ag"],
  [/\bsosial\b|\bsos\b/, "sos"],
  [/\bperhubungan\b|\bhub\b/, "hub"],
  [/\bperdagangan\b|\bdag\b/, "dag"],
  [/\bpertanian\b|\btan\b/, "tan"],
  [/\bketenagakerjaan\b|\btenaga kerja\b|\bnaker\b/, "naker"],
  [/\bdesa\b/, "desa"],
  [/\bkomunikasi\b|\bkominfo\b/, "kominfo"],
  [/\bkoperasi\b|\bkop\b/, "kop"],
  [/\blingkungan hidup\b|\blhk\b/, "LHK"],
  [/\benergi\b|\besdm\b/, "ESDM"],
  [/\bagraria\b|\batr\b/, "ATR"],
  [/\bpariwisata\b|\bpar\b/, "par"],
  [/\bperencanaan pembangunan\b|\bppn\b/, "PPN"],
];

/** Bodies other than ministries, by their full names or initials. */
export const BODIES: readonly [RegExp, string][] = [
  [/\bkebijakan pengadaan\b|\blkpp\b/, "LKPP"],
  [/\bkepegawaian negara\b|\bbkn\b/, "BKN"],
  [/\barsip nasional\b|\banri\b/, "ANRI"],
  [/\badministrasi negara\b|\blan\b/, "LAN"],
  [/\bombudsman\b|\bori\b/, "Ombudsman"],
  [/\bpemeriksa keuangan\b|\bbpk\b/, "BPK"],
  [/\bpengawasan keuangan\b|\bbpkp\b/, "BPKP"],
  [/\bpemilihan umum\b|\bkpu\b/, "KPU"],
  [/\bpertanahan nasional\b|\bbpn\b/, "BPN"],
  [/\binformasi geospasial\b|\bbig\b/, "BIG"],
  [/\bsiber dan sandi\b|\bbssn\b/, "BSSN"],
  [/\bperpustakaan nasional\b/, "Perpusnas"],
  [/\bkoordinasi penanaman modal\b|\bbkpm\b/, "BKPM"],
];

/** Issuers of the provinces, regencies and towns. */
export const REGIONAL: readonly [string, string][] = [
  ["gubernur", "gub"],
  ["bupati", "bup"],
  ["walikota", "wali"],
];
