import type { Declared } from "#app/reader/schema.ts";
import type { CutDeclared, CutFinding, CutService } from "./cut-model.ts";
import { bagianKey, likeness, nameKey } from "./keys.ts";

/** Below this likeness a name of the list and a name of the annex are not the same service. */
const ALIKE = 0.5;

interface Candidate {
  declared: number;
  service: CutService;
  score: number;
}

/**
 * Which table answers to which service of the decree's own list. The reader has aligned them already and its findings
 * say what is left over: a table it calls `undeclared`, a name it calls `no_table` (its message names it). The rest is
 * paired by likeness of name, the same bagian first; each name and each table once.
 */
export const matchDeclared = (
  lists: readonly Declared[],
  services: readonly CutService[],
  findings: readonly CutFinding[],
): CutDeclared[] => {
  const rows: CutDeclared[] = lists.flatMap((list) =>
    list.services.map((name) => ({ bagian: list.bagian, name, service: null })),
  );
  const undeclared = new Set(findings.filter((f) => f.code === "undeclared").map((f) => f.service));
  const withoutTable = findings.filter((f) => f.code === "no_table").map((f) => f.message);
  const free = services.filter((service) => service.sameAs === null && !undeclared.has(service.ordinal));
  const candidates: Candidate[] = [];
  for (const [declared, row] of rows.entries()) {
    if (withoutTable.some((message) => message.includes(row.name))) continue;
    for (const service of free) {
      const score = pairScore(row, service);
      if (score >= ALIKE) candidates.push({ declared, service, score });
    }
  }
  candidates.sort(
    (a, b) => b.score - a.score || a.declared - b.declared || a.service.ordinal - b.service.ordinal,
  );
  const taken = new Set<number>();
  for (const { declared, service } of candidates) {
    const row = rows[declared] as CutDeclared;
    if (row.service !== null || taken.has(service.ordinal)) continue;
    row.service = service.ordinal;
    taken.add(service.ordinal);
  }
  return rows;
};

const pairScore = (row: CutDeclared, service: CutService): number => {
  const score = likeness(nameKey(row.name), nameKey(service.name));
  const sameBagian =
    row.bagian === null || service.bagian === null || bagianKey(row.bagian) === bagianKey(service.bagian);
  return sameBagian ? score + 0.1 : score;
};
