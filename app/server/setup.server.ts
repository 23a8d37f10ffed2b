import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, migrate } from "#db/connection.ts";
import { anyDecree } from "#db/queries/decrees.ts";
import { cutsOfFacts, FactsFile } from "./facts-file.ts";
import { proposeIdentities } from "./identity.ts";
import { ingestFile } from "./ingest.server.ts";
import { seedRegencies } from "./regency-register.server.ts";
import { system } from "./scope.server.ts";
import { queueRescoring } from "./scoring.server.ts";
import { stageCuts } from "./staging.server.ts";
import { storeUpload } from "./store.server.ts";

/** Brings tables and reference data up to date, and fills a database without any decree with the sample. */
export const prepareDatabase = async (db: Db, { samples }: { samples: string }): Promise<void> => {
  await migrate(db);
  await seedRegencies(db, system());
  if (!(await anyDecree(db.read))) await loadSamples(db, samples);
  await queueRescoring(db, system());
};

/**
 * Loads the sample: facts of real decrees (*.json, flagged facts only) and whole decrees written for demonstration
 * (*.txt). Both go the way of every upload.
 */
export const loadSamples = async (db: Db, folder: string): Promise<void> => {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (name.endsWith(".json")) await loadFacts(db, FactsFile.parse(JSON.parse(readFileSync(path, "utf8"))));
    if (name.endsWith(".txt")) {
      const result = await ingestFile(db, system(), { name, stream: [readFileSync(path)] });
      if (result.kind === "refused") throw new Error(`sample ${name} was refused: ${result.message}`);
    }
  }
};

/** Stores the facts of one file. A number that the scan destroyed is named by its line: nobody is there to ask. */
const loadFacts = async (db: Db, facts: FactsFile): Promise<void> => {
  const scope = system();
  const cuts = cutsOfFacts(facts);
  const upload = await stageCuts(db, scope, { ...facts.file, reader: facts.reader }, cuts);
  const decrees = proposeIdentities(cuts).map((identity, index) => {
    const cut = cuts[index] as (typeof cuts)[number];
    return {
      index: cut.index,
      regency: identity.regency ?? "",
      issuer: identity.issuer ?? "Sekretaris Daerah",
      number: identity.needs.includes("number")
        ? `tidak terbaca (baris ${cut.lines[0]})`
        : (identity.number ?? ""),
      year: identity.year ?? 0,
    };
  });
  await storeUpload(db, scope, upload, { decrees });
};
