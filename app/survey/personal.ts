/** Personal data by its look (UU 27/2022): recognised so that it is neither stored nor printed. */

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
/** Indonesian numbers: 08…, +62…, 62…, (0XXX) …; 9 to 14 digits with spaces, dots and hyphens between. */
const PHONE = /(?<!\d)(?:\+?62|\(?0)[\d)](?:[\s.\-()]{0,2}\d){7,12}(?!\d)/g;
/** 16 digits: NIK or number of a family card; 18: NIP. */
const NIK = /(?<!\d)\d{16}(?:\d{2})?(?!\d)/g;

/** A mean as a spreadsheet stores it ("3.0666666666666669") has as many digits as a NIK. */
const DECIMAL = /^\s*(?:\d[.,]\d+|[1-9]\d{1,2}[.,]\d{13,})\s*$/;

/** Does the cell as a whole look like an address, a telephone number or a NIK? */
export const looksPersonal = (cell: string): boolean => {
  const text = cell.trim();
  if (text.length < 5 || text.length > 200 || DECIMAL.test(text)) return false;
  return [EMAIL, NIK, PHONE].some((pattern) => {
    const found = text.match(pattern);
    return found !== null && found.join("").length >= text.length * 0.6;
  });
};

/** A suggestion with e-mail addresses, telephone numbers and NIK masked. */
export const maskPersonal = (text: string): string =>
  DECIMAL.test(text)
    ? text
    : text.replace(EMAIL, "[surel]").replace(NIK, "[NIK]").replace(PHONE, "[telepon]");

/** Words of answers, and what people write where they give none: the only words that a message repeats. */
const SAYABLE =
  /^(?:sangat|amat|tidak|tdk|tak|belum|kurang|krg|cukup|agak|lumayan|biasa|saja|ragu|netral|kadang|sering|selalu|jarang|pernah|ada|tahu|diisi|isi|kosong|ya|dan|atau|yang|dengan|sekali|sesuai|mudah|sulit|rumit|cepat|lambat|lama|tepat|mahal|murah|gratis|wajar|kompeten|mampu|sopan|ramah|baik|bagus|buruk|jelek|puas|memuaskan|setuju|jelas|lengkap|memadai|maksimal|optimal|berfungsi|dikelola|nilai|skor|jawaban|na|nan|null|nil|none|error|ref|value|name|div|num|sum|average|count|if|round|sheet|true|false|yes|no|ok|abc|xyz|xxx|tes|test|asdf)$/;

/** More letters than this in a row, unless they are a word of answers, may be somebody's name. */
const SAFE_LETTERS = 2;

/** A value for a message: short, and nothing of a person in it. Words that belong to no answer are not repeated. */
export const safeValue = (value: string): string => {
  const letters = value.normalize("NFD").match(/\p{L}+/gu) ?? [];
  const unknown = letters.some((word) => word.length > SAFE_LETTERS && !SAYABLE.test(word.toLowerCase()));
  const masked = unknown ? "[teks]" : maskPersonal(value);
  return masked.length > 80 ? `${masked.slice(0, 79)}…` : masked;
};
