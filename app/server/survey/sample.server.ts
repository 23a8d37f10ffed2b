import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { listRegencies } from "#db/queries/regencies.ts";
import { sampleMarks } from "#db/queries/sample.ts";
import { dropBatch, importsUnder } from "#db/queries/survey/batches.ts";
import type { Scope } from "#db/scope.ts";
import { system } from "../scope.server.ts";

/**
 * Takes the invented answers of the sample out of the database, rows and all, each import with its audit event. What
 * people have imported themselves stays, also under an invented regency.
 *
 * @returns names of the files that are gone
 */
export const removeSampleAnswers = async (db: Db, scope: Scope): Promise<string[]> => {
  const names = (await sampleMarks(db.read)).flatMap(({ name }) => (name.endsWith(".csv") ? [name] : []));
  const gone: string[] = [];
  for (const { id: r, sample } of await listRegencies(db.read, scope)) {
    if (sample !== 1) continue;
    for (const { id, file_name } of await importsUnder(db.read, r, names, system().actor)) {
      const event = {
        r,
        action: "survei.batal",
        subject: id,
        before: { file: file_name },
        reason: "data contoh dihapus",
      } as const;
      await change(db, scope, event, (trx) => dropBatch(trx, r, id));
      gone.push(file_name);
    }
  }
  return gone;
};
