/*
 * The way of an assessment: draf → diajukan → dikembalikan → selesai direviu → ditetapkan → perlu direviu ulang.
 * The closed list of moves, and who may make each: praktik, a working order of ours; no regulation words it.
 */

export const ASSESSMENT_STATES = [
  "draf",
  "diajukan",
  "dikembalikan",
  "selesai_direviu",
  "ditetapkan",
  "perlu_direviu_ulang",
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** What a person is in the regency of the assessment. */
export type WorkRole = "admin" | "penilai" | "pereviu" | "pimpinan" | "bagian";

interface MoveRule {
  from: readonly AssessmentState[];
  to: AssessmentState;
  /** Empty: no person makes it; it follows from what changed underneath. */
  by: readonly WorkRole[];
}

/** Who answers criteria, hands them in and, after the review, determines the result. */
export const ASSESSORS: readonly WorkRole[] = ["penilai", "admin"];
/** Who checks what others judged. */
export const REVIEWERS: readonly WorkRole[] = ["pereviu"];

/** The only list of moves. `kuatkan`: a second penilai stands behind what a penilai judged of the own bagian. */
export const MOVES = {
  ajukan: { from: ["draf", "dikembalikan", "perlu_direviu_ulang"], to: "diajukan", by: ASSESSORS },
  kuatkan: { from: ["diajukan"], to: "diajukan", by: ASSESSORS },
  kembalikan: { from: ["diajukan"], to: "dikembalikan", by: REVIEWERS },
  selesaikan: { from: ["diajukan"], to: "selesai_direviu", by: REVIEWERS },
  tetapkan: { from: ["selesai_direviu"], to: "ditetapkan", by: ASSESSORS },
  berubah: { from: ["diajukan", "selesai_direviu", "ditetapkan"], to: "perlu_direviu_ulang", by: [] },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as Move[];

/** Answers may be given and changed here, and nowhere else. */
export const isOpen = (state: AssessmentState): boolean =>
  (MOVES.ajukan.from as readonly AssessmentState[]).includes(state);

/** The review is finished: what was judged counts. */
export const isFinished = (state: AssessmentState): boolean =>
  state === "selesai_direviu" || state === "ditetapkan";

/** Why a move cannot be made. */
export type Obstacle =
  | "keadaan"
  | "peran"
  /** Criteria without an answer that stands. */
  | "belum_lengkap"
  /** Who judged or handed in does not second or review it. */
  | "orang_sama"
  /** Dinilai sendiri: a second penilai has to stand behind it first. */
  | "penilai_kedua"
  | "sudah_dikuatkan"
  | "tanpa_catatan"
  /** No uji petik was drawn, or verdicts of it wait. */
  | "uji_petik"
  /** Verdicts that the pereviu did not agree with were not handed in anew. */
  | "tidak_setuju";

/** What decides whether a move can be made. */
export interface MoveFacts {
  state: AssessmentState;
  actor: string;
  roles: readonly WorkRole[];
  /** Everybody who judged a criterion of it or handed it in. */
  hands: readonly string[];
  /** Dinilai sendiri: the bagian is that of a penilai who judged it. */
  own: boolean;
  seconded: boolean;
  /** Criteria without an answer that stands. */
  waiting: number;
  /** Comments on criteria since it was handed in. */
  remarks: number;
  /** Its part of the uji petik: verdicts drawn and still without a mark; null where none was drawn for it. */
  sample: { waiting: number; disagreed: number } | null;
}

/** What stands in the way of a move, in the order in which a person would mend it; empty: it can be made. */
export const obstaclesTo = (move: Move, facts: MoveFacts): Obstacle[] => {
  const { from, by }: MoveRule = MOVES[move];
  const found: Obstacle[] = [];
  if (!facts.roles.some((role) => by.includes(role))) found.push("peran");
  if (!from.includes(facts.state)) found.push("keadaan");
  if (found.length > 0) return found;
  const mine = facts.hands.includes(facts.actor);
  if (move === "ajukan" && facts.waiting > 0) found.push("belum_lengkap");
  if (move === "kuatkan") {
    if (!facts.own || facts.seconded) found.push("sudah_dikuatkan");
    if (mine) found.push("orang_sama");
  }
  if (move === "kembalikan" || move === "selesaikan") {
    if (mine) found.push("orang_sama");
  }
  if (move === "kembalikan" && facts.remarks === 0) found.push("tanpa_catatan");
  if (move === "selesaikan") {
    if (facts.own && !facts.seconded) found.push("penilai_kedua");
    if (facts.sample === null || facts.sample.waiting > 0) found.push("uji_petik");
    else if (facts.sample.disagreed > 0) found.push("tidak_setuju");
  }
  return found;
};

/** Moves that this person can make now. */
export const movesOf = (facts: MoveFacts): Move[] =>
  MOVE_NAMES.filter((move) => obstaclesTo(move, facts).length === 0);
