/**
 * Path segment of a name: lower case letters and figures joined by hyphens, marks of letters dropped, cut at a word at
 * 80 characters. A name without a letter or figure gives `tanpa-nama`.
 */
export function slugify(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const next = slug === "" ? word.slice(0, 80) : `${slug}-${word}`;
    if (next.length > 80) break;
    slug = next;
  }
  return slug || "tanpa-nama";
}
