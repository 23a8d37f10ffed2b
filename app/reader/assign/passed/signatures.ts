import type { Features } from "../features.ts";
import type { Passed } from "../path.ts";

/** The office that signs, on a line of its own. */
const SIGNER =
  /^(?:a\.?n\.?\s+|pj\.?\s+|plt\.?\s+)?(?:bupati|wali\s?kota|gubernur|sekretaris daerah|kepala (?:dinas|badan|bagian|biro|kantor|uptd|puskesmas)|camat|lurah|direktur)\b[^:;.]{0,140},?$/i;
/** An office with the name of its region is no longer. */
const MAX_SIGNER = 160;
/** A signature block is this many lines long at most. */
const SIGNATURE_LINES = 8;

/** Signature blocks between tables: the office in capitals or with its closing comma, and the plain lines below it. */
export const markSignatures = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    if (features.row.kind !== "prose" || !SIGNER.test(features.text)) return;
    const capitals = features.text === features.text.toUpperCase();
    const comma = /,$/.test(features.text);
    if (features.gap === 0 ? !(capitals && comma) : !(capitals || comma)) return;
    for (let i = index; i < Math.min(all.length, index + SIGNATURE_LINES); i++) {
      const row = all[i] as Features;
      if (
        row.row.kind !== "prose" ||
        row.half ||
        row.candidates.length > 0 ||
        row.text.length > (i === index ? MAX_SIGNER : 70) ||
        (i > index && enumeratorLed(row.text))
      )
        break;
      passed[i] = "signature";
    }
  });
};

const enumeratorLed = (text: string): boolean => /^\s*(?:\d{1,2}|[a-z])\s?[.)]\s/i.test(text);
