import { issuerKey, numberKey, regencyKey } from "./keys.ts";
import type { DecreeField } from "./views.ts";

/** What was read of a decree's identity. */
export interface ReadIdentity {
  regencyName: string | null;
  issuer: string | null;
  number: string | null;
  numberAnnex: string | null;
  year: number | null;
  signed: string | null;
}

/** What will be proposed, and what a person must still say. */
export interface ProposedIdentity {
  regency: string | null;
  issuer: string | null;
  number: string | null;
  year: number | null;
  needs: DecreeField[];
}

export interface Identity {
  regency: string;
  issuer: string;
  number: string;
  year: number;
}

/** An identity as a person or a command gives it, before it is known to be whole. */
export interface GivenIdentity {
  /** Place of the decree in its file, 0-based. */
  index: number;
  regency: string;
  issuer: string;
  number: string;
  year: number | null;
}

export interface IdentityProblem {
  index: number;
  field: DecreeField;
  /** In Indonesian, for the page and the command line. */
  message: string;
}

const FIELDS: { field: DecreeField; name: string; given: (identity: GivenIdentity) => boolean }[] = [
  { field: "regency", name: "Kabupaten", given: ({ regency }) => regencyKey(regency) !== "kabupaten" },
  { field: "issuer", name: "Penerbit", given: ({ issuer }) => issuerKey(issuer) !== "" },
  { field: "number", name: "Nomor", given: ({ number }) => numberKey(number) !== "" },
  { field: "year", name: "Tahun", given: ({ year }) => year !== null && year >= 1945 && year <= 2200 },
];

/** What keeps these decrees of one file from being stored: a part that is not given, or two decrees of one identity. */
export const identityProblems = (decrees: readonly GivenIdentity[]): IdentityProblem[] => {
  const problems: IdentityProblem[] = [];
  const seen = new Map<string, number>();
  for (const decree of decrees) {
    const { index } = decree;
    const missing = FIELDS.filter(({ given }) => !given(decree));
    for (const { field, name } of missing) {
      problems.push({
        index,
        field,
        message: `${name} keputusan ke-${index + 1} tidak terbaca dan belum diisi.`,
      });
    }
    if (missing.length > 0) continue;
    const key = [
      regencyKey(decree.regency),
      issuerKey(decree.issuer),
      numberKey(decree.number),
      decree.year,
    ].join("|");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      const message = `Keputusan ke-${index + 1} bernomor sama dengan keputusan ke-${first + 1} dalam berkas ini.`;
      problems.push({ index, field: "number", message });
    }
  }
  return problems;
};

/**
 * The identity of each decree of one file as far as it can be told: the head's number, else the annex's. A regency or
 * issuer that one damaged head lacks is taken from the others where they agree. Two decrees of one file cannot be the
 * same decree: where the head's numbers clash, the annex's number decides, else a person.
 */
export const proposeIdentities = (decrees: readonly ReadIdentity[]): ProposedIdentity[] => {
  const regency = agreed(decrees.map((decree) => decree.regencyName));
  const issuer = agreed(decrees.map((decree) => decree.issuer));
  const proposals = decrees.map((decree) => ({
    regency: decree.regencyName ?? regency,
    issuer: decree.issuer ?? issuer,
    number: decree.number ?? decree.numberAnnex,
    year: decree.year ?? (decree.signed ? Number(decree.signed.slice(0, 4)) : null),
  }));
  const key = (number: string | null, index: number) => {
    const proposal = proposals[index] as (typeof proposals)[number];
    return [proposal.issuer ?? "", numberKey(number), proposal.year ?? ""].join("|");
  };
  const clashes = (index: number) => {
    const own = key(proposals[index]?.number ?? null, index);
    return proposals.some((other, at) => at !== index && key(other.number, at) === own);
  };
  for (const [index, decree] of decrees.entries()) {
    const proposal = proposals[index] as (typeof proposals)[number];
    if (proposal.number === null || decree.numberAnnex === null || !clashes(index)) continue;
    const annex = key(decree.numberAnnex, index);
    if (!proposals.some((other, at) => at !== index && key(other.number, at) === annex)) {
      proposal.number = decree.numberAnnex;
    }
  }
  return proposals.map((proposal, index) => {
    const needs: DecreeField[] = [];
    if (!proposal.regency) needs.push("regency");
    if (!proposal.issuer) needs.push("issuer");
    if (numberKey(proposal.number) === "" || clashes(index)) needs.push("number");
    if (!proposal.year) needs.push("year");
    return { ...proposal, needs };
  });
};

/** The one value that all give who give one; null where they differ or nobody does. */
const agreed = (values: readonly (string | null)[]): string | null => {
  const given = new Set(values.filter((value) => value !== null));
  return given.size === 1 ? ([...given][0] as string) : null;
};
