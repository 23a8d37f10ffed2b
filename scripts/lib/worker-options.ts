/** Megabytes of each half of young memory: a decree's rows live as long as its reading and are not moved on in its midst. */
const YOUNG_HALF_MB = 64;

/** Options of Node for the process that does long work, and for all that measures it (docs/decisions/0038). */
export const WORKER_OPTIONS: readonly string[] = [
  `--max-semi-space-size=${YOUNG_HALF_MB}`,
  "--import",
  "tsx",
];
