import type { CellState, Level } from "#app/server/views.ts";

/** What stands in a cell: a level of substance, T tidak terbaca, or not yet judged. */
export const SIGNS = {
  "0": { name: "tidak ada", symbol: "tanda-0" },
  "1": { name: "isi belum tepat", symbol: "tanda-1" },
  "2": { name: "inti terpenuhi", symbol: "tanda-2" },
  "3": { name: "lengkap dan terukur", symbol: "tanda-3" },
  T: { name: "tidak terbaca", symbol: "tanda-t" },
  belum: { name: "belum dinilai", symbol: "tanda-belum" },
} as const;
export type SignKey = keyof typeof SIGNS;
/** Most needful first. */
export const SIGN_KEYS = ["0", "1", "2", "3", "T", "belum"] as const satisfies readonly SignKey[];
/** Levels of substance, without what stands outside every denominator. */
export const LEVEL_KEYS = ["0", "1", "2", "3"] as const satisfies readonly SignKey[];

/** "1, isi belum tepat"; what has no figure is its word alone. */
export const signWords = (key: SignKey): string =>
  key === "T" || key === "belum" ? SIGNS[key].name : `${key}, ${SIGNS[key].name}`;

/**
 * The sign of a component by kelengkapan alone, before anything is scored. What was lost or garbled in the scan is T:
 * nobody signs a nought for a bad scan.
 */
const SIGN_OF_STATE: Record<CellState, SignKey> = { ada: "belum", tidak_ada: "0", T: "T" };

/** The sign of a component: its level, else what the reading alone can say. */
export const signOf = (state: CellState, level: Level | null = null): SignKey =>
  level ?? SIGN_OF_STATE[state];

/**
 * The shapes, once per page. Fill and shape are both inside the symbol, so that they survive high contrast and printing
 * without backgrounds; colours are custom properties of the style sheet.
 */
export const SignSprite = () => (
  <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    <symbol id="tanda-0" viewBox="0 0 28 28">
      <rect className="sign-0-ground" x="1" y="1" width="26" height="26" />
      <path className="sign-0-shape" d="M9 9l10 10M19 9L9 19" />
    </symbol>
    <symbol id="tanda-1" viewBox="0 0 28 28">
      <rect className="sign-1-ground" x="1" y="1" width="26" height="26" />
      <circle className="sign-1-shape" cx="14" cy="14" r="6" />
    </symbol>
    <symbol id="tanda-2" viewBox="0 0 28 28">
      <rect className="sign-2-ground" x="1.5" y="1.5" width="25" height="25" />
      <path className="sign-2-shape" d="M14 9a5 5 0 0 1 0 10z" />
    </symbol>
    <symbol id="tanda-3" viewBox="0 0 28 28">
      <rect className="sign-3-ground" x="1.5" y="1.5" width="25" height="25" />
      <circle className="sign-3-shape" cx="14" cy="14" r="2.5" />
    </symbol>
    <symbol id="tanda-t" viewBox="0 0 28 28">
      <rect className="sign-t-ground" x="1.5" y="1.5" width="25" height="25" />
      <path className="sign-t-hatch" d="M2 9L9 2M2 16L16 2M2 23L23 2M5 26L26 5M12 26L26 12M19 26L26 19" />
      <path className="sign-t-halo" d="M6 14c2.7-5 5.3-5 8 0s5.3 5 8 0" />
      <path className="sign-t-shape" d="M6 14c2.7-5 5.3-5 8 0s5.3 5 8 0" />
    </symbol>
    <symbol id="tanda-belum" viewBox="0 0 28 28">
      <rect className="sign-belum" x="1.5" y="1.5" width="25" height="25" />
    </symbol>
  </svg>
);

/** What the corner mark means. */
export const OVERRULED_WORDS = "putusan penilai berbeda dari mesin";

interface SignProps {
  of: SignKey;
  /** Leaves the words to text that stands beside it. */
  quiet?: boolean;
  /** A person judged otherwise than the machine: a mark in the corner. */
  overruled?: boolean;
}

/** A sign with its words for those who don't see it. */
export const Sign = ({ of, quiet = false, overruled = false }: SignProps) => (
  <>
    <svg className="sign" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
      <use href={`#${SIGNS[of].symbol}`} />
      {overruled && <path className="sign-corner" d="M17 1h10v10z" />}
    </svg>
    {!quiet && (
      <span className="hidden-text">
        {signWords(of)}
        {overruled && `, ${OVERRULED_WORDS}`}
      </span>
    )}
  </>
);
