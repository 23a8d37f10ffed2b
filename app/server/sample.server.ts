import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { anyDecree } from "#db/queries/decrees.ts";
import { dropStagedFile } from "#db/queries/files.ts";
import { anyFactsOf, markSample, sampleMarks } from "#db/queries/sample.ts";
import { dropStaged } from "#db/queries/staging.ts";
import { updateUpload, waitingUploads } from "#db/queries/uploads.ts";
import { ANTEROOM } from "#db/schema.ts";
import { env } from "./env.server.ts";
import { cutsOfFacts, FactsFile } from "./facts-file.ts";
import { proposeIdentities } from "./identity.ts";
import { ingestFile } from "./ingest.server.ts";
import { system } from "./scope.server.ts";
import { stageCuts } from "./staging.server.ts";
import { storeUpload } from "./store.server.ts";
import { surveySecret } from "./survey/secret.server.ts";
import { importWhole } from "./survey/whole.server.ts";

/** Told to the audit of a regency whose stored facts give way to those that this program brings. */
const RENEWAL = "fakta contoh dibaca atau dinilai ulang";

interface SampleFile {
  name: string;
  bytes: Uint8Array;
  fingerprint: string;
}

/**
 * Fills a database without any decree with the sample: facts of real decrees (*.json, flagged facts only) and whole
 * decrees written for demonstration (*.txt). Both go the way of every upload; invented survey answers of an invented
 * regency (KABUPATEN-skm-PERIODE.csv, after its decree by name) go the way of every import. What is to be loaded is written down first
 * and ticked off in the transaction that stores it: a filling that was broken off goes on at the next start. Facts that
 * are stored give way to shipped ones that differ, as long as nobody has stored the text itself.
 */
export const bringSample = async (db: Db, folder: string): Promise<void> => {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:json|txt|csv)$/.test(name))
    .sort()
    .map((name) => sampleFile(folder, name));
  if ((await sampleMarks(db.read)).length === 0 && !(await anyDecree(db.read))) {
    await db.write.transaction().execute(async (trx) => {
      for (const { name } of files) await markSample(trx, name, null);
    });
  }
  const marks = new Map((await sampleMarks(db.read)).map(({ name, fingerprint }) => [name, fingerprint]));
  for (const file of files) {
    const mark = marks.get(file.name);
    if (mark === file.fingerprint) continue;
    if (file.name.endsWith(".json")) {
      const facts = FactsFile.parse(JSON.parse(Buffer.from(file.bytes).toString("utf8")));
      const hashes = facts.decrees.map(({ textHash }) => textHash);
      if (mark === null || (await anyFactsOf(db.read, hashes))) await loadFacts(db, facts, file);
    } else if (mark === null) await (file.name.endsWith(".csv") ? loadSurvey : loadText)(db, file);
  }
};

const sampleFile = (folder: string, name: string): SampleFile => {
  const bytes = readFileSync(join(folder, name));
  return { name, bytes, fingerprint: sha256(bytes) };
};

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const loadText = async (db: Db, { name, bytes, fingerprint }: SampleFile): Promise<void> => {
  await dropLeftover(db, fingerprint);
  const result = await ingestFile(db, system(), { name, stream: [bytes] });
  if (result.kind === "refused") throw new Error(`sample ${name} was refused: ${result.message}`);
  await db.write.transaction().execute((trx) => markSample(trx, name, fingerprint));
};

const loadSurvey = async (db: Db, { name, bytes, fingerprint }: SampleFile): Promise<void> => {
  const kab = name.replace(/-skm-.*$/, "");
  await importWhole(db, system(), surveySecret(env.dataDir), { kab, name, stream: [bytes] });
  await db.write.transaction().execute((trx) => markSample(trx, name, fingerprint));
};

/** Stores the facts of one file. A number that the scan destroyed is named by its line: nobody is there to ask. */
const loadFacts = async (db: Db, facts: FactsFile, { name, fingerprint }: SampleFile): Promise<void> => {
  const scope = system();
  await dropLeftover(db, facts.file.sha256);
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
  await storeUpload(
    db,
    scope,
    upload,
    { decrees },
    { renewal: RENEWAL, also: (trx) => markSample(trx, name, fingerprint) },
  );
};

/** What a filling that was broken off has left in the anteroom of this file. */
const dropLeftover = async (db: Db, sha: string): Promise<void> => {
  const scope = system();
  for (const { id, name, sha256, by } of await waitingUploads(db.read, scope)) {
    if (sha256 !== sha || by !== scope.actor) continue;
    const event = { r: ANTEROOM, action: "naskah.buang", subject: id, before: { name, sha256 } } as const;
    await change(db, scope, event, async (trx) => {
      await dropStaged(trx, id);
      await dropStagedFile(trx, sha256, id);
      await updateUpload(trx, id, { state: "dibuang" });
    });
  }
};
