/** Personal data by its look (UU 27/2022): recognised so that it is neither stored nor printed. */

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;
/** Indonesian numbers: 08…, +62…, 62…, (0XXX) …; 9 to 14 digits with spaces, dots and hyphens between. */
const PHONE = /(?<!\d)(?:\+?62|\(?0)[\d)](?:[\s.\-()]{0,2}\d){7,12}(?!\d)/g;
/** 16 digits: NIK or number of a family card; 18: NIP. */
const NIK = /(?<!\d)\d{16}(?:\d{2})?(?!\d)/g;

/** Does the cell as a whole look like an address, a telephone number or a NIK? */
export const looksPersonal = (cell: string): boolean => {
  const text = cell.trim();
  if (text.length < 5 || text.length > 200) return false;
  return [EMAIL, NIK, PHONE].some((pattern) => {
    const found = text.match(pattern);
    return found !== null && found.join("").length >= text.length * 0.6;
  });
};

/** A suggestion with e-mail addresses, telephone numbers and NIK masked. */
export const maskPersonal = (text: string): string =>
  text.replace(EMAIL, "[surel]").replace(NIK, "[NIK]").replace(PHONE, "[telepon]");

/** A value for a message: short, and nothing personal in it. */
export const safeValue = (value: string): string => {
  const masked = maskPersonal(value);
  return masked.length > 80 ? `${masked.slice(0, 79)}…` : masked;
};
