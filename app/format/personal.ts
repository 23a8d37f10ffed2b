/**
 * What of a decree's words is somebody's own and not for everybody: a civil servant's number (NIP) and a private mobile
 * number. Each figure is covered by a sign of the same length, so that places in a text stay what they are.
 *
 * A mobile number is an office's where a word for a channel introduces it and nobody's name stands with it; every other
 * one counts as private. This is our working rule, no regulation's.
 */

const COVER = "•";

/** "NIP" and the figures after it, however they are grouped. */
const AFTER_NIP = /(?<![A-Za-z])NIP(?:PPK)?\b[\s.:]{0,6}\d[\d .]{6,30}\d/gi;
/** Date of birth, month of appointment, sex, serial number: 8, 6, 1 and 3 figures. */
const BARE_NIP =
  /(?<![\w.•])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ .]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])[ .]?[12][ .]?\d{3}(?!\w)/g;
const MOBILE = /(?<![\w.•])(?:\+?62|0)[ -]?8\d{1,2}(?:[ .-]?\d{2,4}){2,4}(?!\w)/g;

/** Signs before a number in which its introduction is looked for. */
const BEFORE = 60;
const AFTER = 40;
const CHANNEL =
  /\b(?:wa|whats ?app|sms|hp|handphone|telp?|tlp|telepon|hotline|call ?cent(?:er|re)|pengaduan|layanan|kontak|hubungi)\b/i;
const PERSON =
  /\b(?:a\.?n|atas nama|sdri?|saudara|bapak|ibu|bpk|nip|s\.(?:sos|e|h|kom|stp|ip|pd|ap|t)|drs?|h|hj)\b\.?/i;

/** A text as everybody may read it. */
export function masked(text: string): string {
  if (!/\d{2}/.test(text)) return text;
  return text
    .replace(AFTER_NIP, cover)
    .replace(BARE_NIP, cover)
    .replace(MOBILE, (number: string, at: number, whole: string) =>
      isOffice(
        whole.slice(Math.max(0, at - BEFORE), at),
        whole.slice(at + number.length, at + number.length + AFTER),
      )
        ? number
        : coverTail(number),
    );
}

/** The same for every text inside plain data; what is not plain data stays as it is. */
export function maskedDeep<T>(value: T): T {
  if (typeof value === "string") return (isPlain(value) ? masked(value) : value) as T;
  if (Array.isArray(value)) return value.map(maskedDeep) as T;
  if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskedDeep(one)])) as T;
  }
  return value;
}

const isOffice = (before: string, after: string): boolean => {
  // Only what stands in the same item: a new line begins another one.
  const own = before.slice(before.lastIndexOf("\n") + 1);
  const [rest = ""] = after.split(/[\n;]/, 1);
  return CHANNEL.test(own) && !PERSON.test(own) && !PERSON.test(rest);
};

/** Words, and neither a key nor a drawing, whose figures are places and lengths. */
const isPlain = (text: string): boolean => !/^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$|^<svg /.test(text);

const cover = (found: string): string => found.replace(/\d/g, COVER);

/** Leaves the first four figures, which say no more than the network. */
const coverTail = (number: string): string => {
  let seen = 0;
  return number.replace(/\d/g, (figure) => {
    seen += 1;
    return seen <= 4 ? figure : COVER;
  });
};
