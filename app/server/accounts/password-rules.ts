/** Shortest password that is taken; NIST SP 800-63B-4, 3.1.1.2, asks for length instead of kinds of characters. */
export const SHORTEST = 12;
/** Longest: hashing takes the whole of it. */
export const LONGEST = 200;

/** Beginnings that guessing programs try first, folded to letters and figures. */
const COMMON = [
  "password",
  "katasandi",
  "qwerty",
  "rahasia",
  "sandi",
  "admin",
  "tolok",
  "indonesia",
  "kabupaten",
];

/** One and the same text, however a keyboard composes its letters. */
export const normalPassword = (typed: string): string => typed.normalize("NFKC");

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Is this nothing but a common word with figures around it, one sign again and again, or a run of neighbours? */
const isGuessable = (password: string): boolean => {
  if (new Set(password).size <= 3) return true;
  const letters = fold(password).replace(/\d/g, "");
  if (COMMON.some((word) => letters !== "" && letters.replaceAll(word, "") === "")) return true;
  const codes = [...password].map((sign) => sign.codePointAt(0) ?? 0);
  const run = (by: number) => codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === by);
  return run(1) || run(-1);
};

/**
 * What is wrong with a new password, in words for its field; null where it may be taken.
 * @param owner username and name, which it must not hold alone
 */
export const passwordProblem = (
  typed: string,
  owner: { username: string; name: string },
  current?: string,
): string | null => {
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length < SHORTEST) return `Kata sandi paling sedikit ${SHORTEST} huruf, angka, atau tanda.`;
  if (length > LONGEST) return `Kata sandi paling banyak ${LONGEST} huruf, angka, atau tanda.`;
  const letters = fold(password).replace(/\d/g, "");
  const own = [owner.username, owner.name].map((word) => fold(word).replace(/\d/g, "")).filter(Boolean);
  if (letters !== "" && own.some((word) => letters.replaceAll(word, "") === "")) {
    return "Kata sandi jangan hanya berisi nama Anda. Pakai beberapa kata yang tidak berhubungan.";
  }
  if (isGuessable(password)) {
    return "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.";
  }
  if (current !== undefined && normalPassword(current) === password) {
    return "Kata sandi baru sama dengan yang lama. Pilih yang lain.";
  }
  return null;
};
