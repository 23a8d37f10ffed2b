/** Pages that nobody comes back to after logging in. */
const NEVER = /^\/(masuk|keluar|akun\/sandi-baru)(\/|$)/;

/**
 * The page of ours to go back to after logging in; the start page where the text names none. Nothing that a browser could
 * read as another site gets through.
 */
export const returnPath = (asked: string | null | undefined): string => {
  if (!asked?.startsWith("/") || asked.length > 2000 || !URL.canParse(asked, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  // Dots in a path can leave two slashes at its head, which would name a host.
  if (origin !== HERE || /^[/\\]{2}/.test(pathname) || NEVER.test(pathname)) return "/";
  return pathname + search + hash;
};

const HERE = "http://tolok.invalid";

/** Where who must log in first is sent, with the way back. */
export const loginPath = (back: string): string => {
  const path = returnPath(back);
  return path === "/" ? "/masuk" : `/masuk?kembali=${encodeURIComponent(path)}`;
};
