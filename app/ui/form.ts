/** A field of a form exactly as it was typed: a password may begin with a blank. "" where it was not sent. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/**
 * Pages that may hold a secret (a password, a link, a key) are kept nowhere, and sent as they are: the length of a
 * compressed page tells of secrets beside what an address repeats.
 */
export const accountHeaders = () => ({ "Cache-Control": "private, no-store, no-transform" });
