import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleFacts } from "#app/server/sample-facts.ts";
import { DECREES, SAMPLES } from "./lib/samples.mjs";

/** `npm run samples`: writes the facts of the real decrees to db/samples. Needs ../shared/decrees. */
if (!existsSync(DECREES)) {
  console.error(`There is no folder ${DECREES}: the facts can only be made where the decrees are.`);
  process.exit(1);
}
for (const name of readdirSync(DECREES).sort()) {
  const { file, json } = sampleFacts(name, readFileSync(join(DECREES, name)));
  writeFileSync(join(SAMPLES, file), json);
  console.log(`db/samples/${file}: ${json.length} bytes`);
}
