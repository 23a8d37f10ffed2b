import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleFacts } from "#app/server/sample-facts.ts";
import { commandArguments } from "./lib/arguments.ts";
import { DECREES, SAMPLES } from "./lib/samples.mjs";

/** `npm run samples`: writes the facts of the real decrees to db/samples. Needs ../shared/decrees. */
commandArguments("npm run samples", {});
if (!existsSync(DECREES)) {
  console.error(
    `Tidak ada folder ${DECREES}; fakta contoh hanya dapat dibuat di tempat naskah aslinya berada.`,
  );
  process.exit(1);
}
for (const name of readdirSync(DECREES).sort()) {
  const { file, json } = sampleFacts(name, readFileSync(join(DECREES, name)));
  writeFileSync(join(SAMPLES, file), json);
  console.log(`db/samples/${file}: ${json.length} bita`);
}
