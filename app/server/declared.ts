import type { FindingCode } from "#app/reader/findings-registry.ts";
import type { Declared } from "#app/reader/schema.ts";
import type { CutDeclared, CutFinding, CutService } from "./cut-model.ts";
import { bagianKey, likeness, nameKey } from "./keys.ts";

/** Below this likeness a name of the list and a name of the annex are not the same service. */
const ALIKE = 0.5;
/** A pair that the reader itself has named goes before every likeness. */
const TOLD = 2;

interface Candidate {
  declared: number;
  service: CutService;
  score: number;
}

/**
 * Which table answers to which service of the decree's own list. The reader has aligned them already; its findings say
 * so: a table it calls `undeclared` answers to none, a name it calls `no_table` has none, and `name_differs` names both.
 * The rest is paired by likeness of name, the same bagian first; each name and each table once.
 */
export const matchDeclared = (
  lists: readonly Declared[],
  services: readonly CutService[],
  findings: readonly CutFinding[],
): CutDeclared[] => {
  const rows: CutDeclared[] = lists.flatMap((list) =>
    list.services.map((name) => ({ bagian: list.bagian, name, service: null })),
  );
  const said = (code: FindingCode) => findings.filter((finding) => finding.code === code);
  const undeclared = new Set(said("undeclared").map((finding) => finding.service));
  const differs = new Map(said("name_differs").map((finding) => [finding.service, finding.message]));
  const withoutTable = (name: string) =>
    said("no_table").filter((finding) => names(finding.message, name)).length >=
    rows.filter((row) => row.name === name).length;
  const free = services.filter((service) => service.sameAs === null && !undeclared.has(service.ordinal));
  const candidates: Candidate[] = [];
  for (const [declared, row] of rows.entries()) {
    if (withoutTable(row.name)) continue;
    for (const service of free) {
      const told = names(differs.get(service.ordinal) ?? "", row.name);
      const score = told ? TOLD : pairScore(row, service);
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

/** Findings put names in quotation marks. */
const names = (message: string, name: string): boolean => message.includes(`"${name}"`);

const pairScore = (row: CutDeclared, service: CutService): number => {
  const score = likeness(nameKey(row.name), nameKey(service.name));
  const sameBagian =
    row.bagian === null || service.bagian === null || bagianKey(row.bagian) === bagianKey(service.bagian);
  return sameBagian ? score + 0.1 : score;
};
