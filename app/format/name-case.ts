const SMALL_WORDS = new Set(["dan", "di", "pada", "dari", "untuk", "atau", "dalam", "bagi", "serta", "ke"]);
/** Abbreviations: in a name of capitals nothing else tells them from words. */
const CAPITALS = new Set(
  "RSUD RSJ UPT UPTD UPTB DPRD PUPR BPBD RSU DPMPTSP BKPSDM PBJ UKPBJ LPSE ULP PNS ASN SDM SDA HAM BUMD BLUD RB TU TK SD SMP".split(
    " ",
  ),
);

/** Words in capitals as a name is written: "SEWA AULA DAN TENDA" → "Sewa Aula dan Tenda". */
export const nameCase = (text: string): string =>
  text.toLowerCase().replace(/[\p{L}']+/gu, (word, at: number) => {
    if (CAPITALS.has(word.toUpperCase())) return word.toUpperCase();
    if (at > 0 && SMALL_WORDS.has(word)) return word;
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
