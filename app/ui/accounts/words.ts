/** What of an account a list says. */
export interface AccountState {
  locked: boolean;
  mustChange: boolean;
  totp: boolean;
}

export interface RoleOf {
  role: string;
  regency: { slug: string; name: string } | null;
  bagian: { slug: string; name: string } | null;
}

/** Of a form: the whole installation instead of a regency. */
export const INSTALLATION = "semua";

/** `bagian (Bagian Umum), Kabupaten Arunika`. */
export const roleWords = ({ role, regency, bagian }: RoleOf): string =>
  `${role}${bagian ? ` (${bagian.name})` : ""}, ${regency?.name ?? "semua daerah"}`;

/** Fields of a form by which a role is named. */
export const roleFields = ({ role, regency, bagian }: RoleOf): Record<string, string> => ({
  peran: role,
  kabupaten: regency?.slug ?? INSTALLATION,
  bagian: regency && bagian ? `${regency.slug}/${bagian.slug}` : "",
});

/** State of an account after its name; "" where nothing is out of the ordinary. */
export const accountWords = ({ locked, mustChange, totp }: AccountState): string => {
  const words = [
    locked && "terkunci",
    mustChange && "belum mengganti kata sandi pertama",
    totp && "memakai verifikasi dua langkah",
  ].filter(Boolean);
  return words.length === 0 ? "" : `; ${words.join(", ")}`;
};
