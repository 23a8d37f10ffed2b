import { createReadStream } from "node:fs";
import { join } from "node:path";
import { env } from "#app/server/env.server.ts";
import { system } from "#app/server/scope.server.ts";
import { surveySecret } from "#app/server/survey/secret.server.ts";
import { sqliteDb } from "#db/connection.ts";

/**
 * One process of an import that is measured, on the database in TOLOK_DATA. As in the program each holds only what its
 * own task needs:
 * - `prepare`: makes the database with a regency and its services;
 * - `strip FILE`: takes a survey file into a draft;
 * - `store DRAFT`: counts, confirms and stores the draft.
 *
 * Reports how long it took, of that the last step (validate, store, count), and its highest resident size in bytes.
 */
const [task = "", subject = ""] = process.argv.slice(2);
const db = sqliteDb(join(env.dataDir, "tolok.db"));
const secret = surveySecret(env.dataDir);
let idle = 0;
let began = 0;
let storing = 0;
let draftId = subject;

const begin = () => {
  idle = process.resourceUsage().maxRSS * 1024;
  began = performance.now();
};

if (task === "prepare") {
  const [{ ingestFile }, { seedRegencies }, { migrate }, { SEGARA_BIRU, writeDecree }] = await Promise.all([
    import("#app/server/ingest.server.ts"),
    import("#app/server/regency-register.server.ts"),
    import("#db/connection.ts"),
    import("#tests/browser/decree.ts"),
  ]);
  await migrate(db);
  await seedRegencies(db, system());
  await ingestFile(db, system(), { name: "naskah.txt", stream: [Buffer.from(writeDecree(SEGARA_BIRU))] });
} else if (task === "strip") {
  const { stageSurvey } = await import("#app/server/survey/import.server.ts");
  begin();
  const file = { kab: "segara-biru", name: "bench.csv", stream: createReadStream(subject) };
  const staged = await stageSurvey(db, system(), secret, file);
  if (staged.kind === "known") throw new Error("this file is stored already");
  draftId = staged.draftId;
} else {
  const { importStaged } = await import("#app/server/survey/whole.server.ts");
  begin();
  await importStaged(db, system(), secret, subject, () => {
    storing = performance.now();
  });
}
const ended = performance.now();
await db.close();
process.send?.({
  draftId,
  whole: ended - began,
  store: storing === 0 ? 0 : ended - storing,
  peak: process.resourceUsage().maxRSS * 1024,
  idle,
});
process.disconnect?.();
