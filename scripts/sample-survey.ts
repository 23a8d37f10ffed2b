import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase, database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { removeSampleAnswers } from "#app/server/survey/sample.server.ts";
import { sampleAnswers } from "#app/server/survey/sample-answers.ts";
import { commandArguments } from "./lib/arguments.ts";
import { startError } from "./lib/data-folder.ts";
import { SAMPLES } from "./lib/samples.mjs";

/**
 * `npm run sample-survey`: writes six quarters of invented answers about each invented regency of db/samples; an empty
 * database is filled with them at its first start. `npm run sample-survey -- --hapus` takes them out of the database.
 */
const { values } = commandArguments("npm run sample-survey [-- --hapus]", {
  options: { hapus: { type: "boolean", default: false } },
});

if (values.hapus) {
  try {
    await prepareDatabase(database(), { samples: SAMPLES });
  } catch (error) {
    throw startError(error, env.dataDir);
  }
  const gone = await removeSampleAnswers(database(), localOperator());
  for (const name of gone) console.log(`${name}: dihapus`);
  console.log(
    gone.length > 0
      ? "Data contoh survei sudah dihapus. Standar pelayanan contoh tetap ada."
      : "Tidak ada data contoh survei dalam basis data ini.",
  );
  await closeDatabase();
} else {
  for (const name of readdirSync(SAMPLES)) if (/-skm-.*[.]csv$/.test(name)) rmSync(join(SAMPLES, name));
  for (const name of readdirSync(SAMPLES).filter((one) => one.endsWith(".txt"))) {
    const slug = name.replace(/-\d{4}[.]txt$/, "");
    for (const file of sampleAnswers(slug, readFileSync(join(SAMPLES, name)))) {
      writeFileSync(join(SAMPLES, file.name), file.csv);
      console.log(`db/samples/${file.name}: ${file.csv.split("\n").length - 2} responden`);
    }
  }
}
