import { PENGGUNA, type Pengguna } from "#app/scoring/pengguna.ts";

const NAMES: Record<Pengguna, string> = {
  masyarakat: "masyarakat",
  badan_usaha: "badan usaha",
  perangkat_daerah: "perangkat daerah",
  internal: "internal Setda",
};

/** Stands in addresses for "nobody has said, and no text proposes it". */
const UNKNOWN = "belum";

/** Values of the filter `pengguna`, in the order of the registry. */
export const USER_SLUGS: readonly [string, ...string[]] = [
  "masyarakat",
  "badan-usaha",
  "perangkat-daerah",
  "internal",
  UNKNOWN,
];

/** Null for "belum", and for what names nobody. */
export const userOfSlug = (slug: string): Pengguna | null =>
  PENGGUNA.find((one) => one.replaceAll("_", "-") === slug) ?? null;

export const userName = (pengguna: Pengguna | null): string =>
  pengguna === null ? "belum diketahui" : NAMES[pengguna];

/** Where the word comes from: of the machine, or of a person. */
export const userOrigin = (user: { pengguna: Pengguna | null; confirmed: boolean }): string => {
  if (user.confirmed) return "ditetapkan";
  return user.pengguna === null ? "" : "diusulkan dari teks";
};
