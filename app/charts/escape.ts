/** Words as they stand in SVG. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);

/** Words that `escapeXml` has written, as they were. */
export const unescapeXml = (text: string): string =>
  text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
