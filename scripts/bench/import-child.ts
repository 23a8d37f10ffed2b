import { createReadStream } from "node:fs";
import { join } from "node:path";
import { env } from "#app/server/env.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { seedRegencies } from "#app/server/regency-register.server.ts";
import { system } from "#app/server/scope.server.ts";
import { surveySecret } from "#app/server/survey/secret.server.ts";
import { importWhole } from "#app/server/survey/whole.server.ts";
import { migrate, sqliteDb } from "#db/connection.ts";
import { SEGARA_BIRU, writeDecree } from "#tests/browser/decree.ts";

/**
 * Forked by the case "import": imports the survey file named last into an empty database in TOLOK_DATA, by the way of
 * every import, and reports how long the whole and its last step (validate, store, count) took, and its highest
 * resident size in bytes.
 */
const file = process.argv[2] ?? "";
const db = sqliteDb(join(env.dataDir, "tolok.db"));
await migrate(db);
await seedRegencies(db, system());
await ingestFile(db, system(), { name: "naskah.txt", stream: [Buffer.from(writeDecree(SEGARA_BIRU))] });
const idle = process.resourceUsage().maxRSS * 1024;
const began = performance.now();
let storing = 0;
await importWhole(
  db,
  system(),
  surveySecret(env.dataDir),
  { kab: "segara-biru", name: "bench.csv", stream: createReadStream(file) },
  () => {
    storing = performance.now();
  },
);
const ended = performance.now();
await db.close();
process.send?.({
  whole: ended - began,
  store: ended - storing,
  peak: process.resourceUsage().maxRSS * 1024,
  idle,
});
process.disconnect?.();
