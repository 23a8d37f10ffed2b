import { z } from "zod";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { type HeadFacts, headFacts } from "#app/reader/decree/head-facts.ts";
import { change } from "#db/change.ts";
import type { Db, Reader, Writer } from "#db/connection.ts";
import { openJobOf } from "#db/queries/jobs.ts";
import {
  componentsToScore,
  declaredIn,
  headLines,
  putInstrument,
  readerFindings,
  regenciesToScore,
  replaceScores,
  type StandardInForce,
  scorerFindings,
  standardsInForce,
} from "#db/queries/scores.ts";
import type { FindingTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { refreshReviews } from "./assessment/refresh.server.ts";
import type { CutComponent, CutService } from "./cut-model.ts";
import { groupBy } from "./group-by.ts";
import { enqueueJob, type JobContext, type JobResult } from "./jobs.server.ts";
import { CURRENT_INSTRUMENT, CURRENT_SCORING, scoreCuts } from "./score-cuts.ts";
import { levelCounts, scoreRows, storedLevel } from "./score-rows.ts";
import type { Scorable } from "./standards.ts";
import { parseStored, StoredFacts, StoredHead } from "./stored-json.ts";

/** One reading with its tables in force, as scoring takes it. Ordinals run through all readings of the regency. */
interface ReadingInForce {
  id: string;
  cut: Scorable;
  tables: { id: string; ordinal: number; contentHash: string | null }[];
}

/**
 * Scores all standards of a regency that are in force and whose text is stored, each also against the others, and puts
 * the result in the place of what was there; reviews that stand on what changed are to be done again. Runs inside the transaction that changed the texts. Tables that are no
 * longer in force keep what was said of them.
 * @returns how many tables were scored
 */
export const scoreRegency = async (db: Db, trx: Writer, r: number): Promise<number> => {
  const { id, edition, hash, content } = CURRENT_INSTRUMENT;
  await putInstrument(trx, { id, edition, hash, json: JSON.stringify(content) }, content.id);
  const readings = await readingsInForce(trx, r);
  if (readings.length === 0) {
    await refreshReviews(db, trx, r);
    return 0;
  }
  const scores = scoreCuts(readings.map(({ cut }) => cut));
  const readingIds = readings.map((reading) => reading.id);
  const tables = new Map(
    readings.flatMap((reading) => reading.tables.map((table) => [table.ordinal, table])),
  );
  const ids = findingIds(await scorerFindings(trx, r, readingIds));
  const rows = readings.map((reading, index) =>
    scoreRows(scores[index] as (typeof scores)[number], {
      r,
      readingId: reading.id,
      tableId: (ordinal) => tables.get(ordinal)?.id ?? null,
      contentHash: (ordinal) => tables.get(ordinal)?.contentHash ?? null,
      newId: db.newId,
    }),
  );
  const scored = readings.flatMap(({ cut }, index) =>
    cut.services.map((service) => ({
      id: tables.get(service.ordinal)?.id as string,
      levels: scores[index]?.services.get(service.ordinal)?.levels,
    })),
  );
  await replaceScores(db, trx, r, readingIds, {
    ...CURRENT_SCORING,
    tables: scored.map(({ id, levels }) => ({ id, ...levelCounts(levels) })),
    levels: scored.flatMap(({ id, levels }) =>
      COMPONENT_KEYS.map((key) => ({ service_text_id: id, key, level: storedLevel(levels?.[key]) })),
    ),
    verdict: rows.flatMap(({ verdict }) => verdict),
    unit_verdict: rows.flatMap(({ unit_verdict }) => unit_verdict),
    finding: rows.flatMap(({ finding }) => finding.map((row) => ({ ...row, id: ids(row) ?? row.id }))),
    citation: rows.flatMap(({ citation }) => citation),
  });
  await refreshReviews(db, trx, r);
  return scored.length;
};

/** A finding that is made again keeps its id: what hangs on it (a person in charge, a date) stays with it. */
const findingIds = (before: Awaited<ReturnType<typeof scorerFindings>>) => {
  type Named = Pick<FindingTable, "reading_id" | "service_text_id" | "code" | "component">;
  const nameOf = (row: Named) => [row.reading_id, row.service_text_id, row.code, row.component].join("|");
  const free = groupBy(before, nameOf);
  return (row: Named): string | undefined => free.get(nameOf(row))?.shift()?.id;
};

const readingsInForce = async (trx: Reader, r: number): Promise<ReadingInForce[]> => {
  const standards = await standardsInForce(trx, r);
  if (standards.length === 0) return [];
  const byReading = groupBy(standards, (row) => row.reading_id);
  const readingIds = [...byReading.keys()];
  const ordinals = new Map(standards.map((row, ordinal) => [row.id, ordinal]));
  const components = groupBy(await componentsToScore(trx, r), (row) => row.service_text_id);
  const findings = groupBy(await readerFindings(trx, r, readingIds), (row) => row.reading_id);
  const declared = groupBy(await declaredIn(trx, r, readingIds), (row) => row.reading_id);
  const heads = await headsFromText(trx, r, standards);
  return [...byReading].map(([id, rows]): ReadingInForce => {
    const [first] = rows as [StandardInForce, ...StandardInForce[]];
    const own = new Set(rows.map((row) => row.id));
    return {
      id,
      tables: rows.map((row) => ({
        id: row.id,
        ordinal: ordinals.get(row.id) as number,
        contentHash: row.content_hash,
      })),
      cut: {
        regencyName: first.regency_name,
        issuer: first.issuer,
        number: first.number,
        numberAnnex: first.number_annex,
        year: first.year,
        signed: first.signed,
        maklumat: first.maklumat === 1,
        head: first.head === null ? (heads.get(id) ?? null) : parseStored(StoredHead, first.head),
        lines: [first.line_from, first.line_to],
        declared: (declared.get(id) ?? []).map(({ bagian, name }) => ({ bagian, name, service: null })),
        services: rows.map((row) => serviceOf(row, ordinals, components.get(row.id) ?? [])),
        findings: (findings.get(id) ?? [])
          .filter((row) => row.service_text_id === null || own.has(row.service_text_id))
          .map(({ service_text_id, code, severity, component, message, line_from, line_to }) => ({
            // The reader's own codes: the query asks for its findings only.
            code: code as Scorable["findings"][number]["code"],
            severity,
            service: service_text_id === null ? null : (ordinals.get(service_text_id) ?? null),
            component,
            message,
            lines: rangeOf(line_from, line_to),
          })),
      },
    };
  });
};

/** Heads of readings that were stored without them, out of their stored lines. */
const headsFromText = async (trx: Reader, r: number, standards: readonly StandardInForce[]) => {
  const without = [...new Set(standards.filter(({ head }) => head === null).map((row) => row.reading_id))];
  if (without.length === 0) return new Map<string, HeadFacts | null>();
  const lines = groupBy(await headLines(trx, r, without), (row) => row.reading_id);
  return new Map(
    [...lines].map(([id, rows]) => {
      const spans = rows.map(({ line, from, to, role }) => ({
        line,
        from,
        to,
        role,
        service: null,
        component: null,
      }));
      const text: string[] = [];
      for (const row of rows) text[row.line - 1] = row.text;
      return [id, headFacts({ decrees: [{ line: 1 }], text, spans })[0] ?? null];
    }),
  );
};

const rangeOf = (from: number | null, to: number | null): [number, number] | null =>
  from === null || to === null ? null : [from, to];

const serviceOf = (
  row: StandardInForce,
  ordinals: ReadonlyMap<string, number>,
  components: Awaited<ReturnType<typeof componentsToScore>>,
): CutService => {
  const byKey = new Map(
    components.map((one): [string, CutComponent] => [
      one.key,
      {
        state: one.state,
        label: one.label,
        text: one.text,
        lines: rangeOf(one.line_from, one.line_to),
        confidence: one.confidence,
        facts: one.facts === null ? null : parseStored(StoredFacts, one.facts),
      },
    ]),
  );
  const absent: CutComponent = {
    state: "missing",
    label: null,
    text: null,
    lines: null,
    confidence: null,
    facts: null,
  };
  return {
    ordinal: ordinals.get(row.id) as number,
    bagian: row.bagian,
    no: row.no,
    name: row.name,
    line: row.line,
    sameAs: row.same_as === null ? null : (ordinals.get(row.same_as) ?? null),
    contentHash: row.content_hash,
    pengguna: row.pengguna,
    components: Object.fromEntries(
      COMPONENT_KEYS.map((key) => [key, byKey.get(key) ?? absent]),
    ) as CutService["components"],
  };
};

const NilaiArgs = z.strictObject({ r: z.int().positive() });

/**
 * Queues a new score of every regency whose stored one was made by another scorer or instrument. Run at the start of
 * the program; a regency whose job waits already gets no second one.
 */
export const queueRescoring = async (db: Db, scope: Scope): Promise<void> => {
  for (const r of await regenciesToScore(db.read, CURRENT_SCORING)) {
    if (!scope.includes(r) || (await openJobOf(db.read, r, "nilai"))) continue;
    await db.write
      .transaction()
      .execute((trx) => enqueueJob(db, trx, scope, { r, kind: "nilai", args: { r } }));
  }
};

/** Scores one regency anew. What is up to date already stays untouched and leaves no event. */
export const rescore = async ({ db, scope, args, progress }: JobContext): Promise<JobResult> => {
  const { r } = NilaiArgs.parse(args);
  await progress({ label: "Menilai ulang standar", done: 0, total: 1 });
  if ((await regenciesToScore(db.read, CURRENT_SCORING)).includes(r)) {
    const event = { r, action: "standar.nilai", subject: CURRENT_SCORING.instrument } as const;
    await change(db, scope, event, async (trx, ledger) => {
      const tables = await scoreRegency(db, trx, r);
      ledger.amend({ after: { ...CURRENT_SCORING, tables } });
    });
  }
  return { next: "/" };
};
