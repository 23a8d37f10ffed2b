/** A field of a form exactly as it was typed: a password may begin with a blank. "" where it was not sent. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** The same without space around it. */
export const sent = (form: FormData, name: string): string => field(form, name).trim();

/** Everything that was typed, by field name: it stays on the page. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
