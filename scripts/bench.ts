import { CASES } from "./bench/index.ts";
import { commandArguments } from "./lib/arguments.ts";

/**
 * `npm run --silent bench [-- NAME…]`: runs the cases whose name begins so (all by default) and prints one JSON,
 * `{ cases: [{ name, value, unit, limit, ratio, ok }] }`. Exit 1 where a case is over its limit.
 */
const { positionals: wanted } = commandArguments(
  `npm run --silent bench [-- ${CASES.map(({ name }) => `"${name}"`).join(" | ")} …]`,
  { allowPositionals: true },
  (called) => called.positionals.every((one) => CASES.some(({ name }) => name.startsWith(one))),
);
const cases = [];
for (const { name, run } of CASES) {
  if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
  for (const { name: part, value, unit, limit = null, ratio = null } of await run()) {
    const measured = ratio ?? value;
    cases.push({
      name: part ? `${name} ${part}` : name,
      value: rounded(value),
      unit,
      limit,
      ratio: ratio === null ? null : rounded(ratio),
      ok: limit === null || measured <= limit,
    });
  }
}
console.log(JSON.stringify({ cases }, null, 2));
process.exitCode = cases.every(({ ok }) => ok) ? 0 : 1;

/** Three digits after the point: microseconds of a millisecond, no more than the clock gives. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
