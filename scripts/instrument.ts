import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { closeDatabase, database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { MAX_EDITION_BYTES } from "#app/server/instruments/limit.ts";
import { addEdition, checkEdition } from "#app/server/instruments/store.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { startError } from "./lib/data-folder.ts";
import { SAMPLES } from "./lib/samples.mjs";

/** `npm run instrument -- FILE`: adds an edition of an instrument. Exit 0 where it is stored or was stored already, else 1. */
const USAGE = `Pemakaian: npm run instrument -- BERKAS.json [--periksa]
  Menambahkan satu edisi instrumen. Dengan --periksa berkas hanya diperiksa, tidak disimpan. Bentuk berkas: docs/instruments.md.`;

const { file, onlyCheck } = parseCommand();

function parseCommand(): { file: string; onlyCheck: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { periksa: { type: "boolean", default: false } },
    });
    const [first, ...others] = positionals;
    if (first === undefined || others.length > 0) throw new Error(USAGE);
    return { file: first, onlyCheck: values.periksa };
  } catch {
    console.error(USAGE);
    process.exit(1);
  }
}

function textOf(path: string): string | null {
  try {
    if (statSync(path).size <= MAX_EDITION_BYTES) return readFileSync(path, "utf8");
    console.log(`${path}: Berkas ini terlalu besar untuk sebuah edisi.`);
  } catch {
    console.log(`${path}: Berkas tidak dapat dibuka. Periksa nama dan izinnya.`);
  }
  return null;
}

async function run(text: string): Promise<boolean> {
  const result = onlyCheck
    ? await checkEdition(database(), text)
    : await addEdition(database(), localOperator(), text);
  if (result.kind === "ditolak") {
    console.log(`${file}: Ada yang perlu diperbaiki; tidak ada yang disimpan.`);
    for (const { where, message } of result.problems) console.log(`  ${where ? `${where}: ` : ""}${message}`);
    return false;
  }
  const name = typeof result.edition === "string" ? result.edition : result.edition.edition;
  if (result.kind === "sama") console.log(`${file}: Edisi ${name} sudah tersimpan. Tidak ada yang diubah.`);
  else if ("replaces" in result)
    console.log(`${file}: Edisi ${name} dapat disimpan.${insteadOf(result.replaces)}`);
  else console.log(`${file}: Edisi ${name} tersimpan.${insteadOf(result.replaced)}`);
  return true;
}

const insteadOf = (old: readonly string[]): string =>
  old.length === 0 ? "" : ` Menggantikan ${old.join(", ")}; isinya yang lama tetap tersimpan.`;

const text = textOf(file);
if (text === null) process.exitCode = 1;
else {
  try {
    await prepareDatabase(database(), { samples: SAMPLES });
  } catch (error) {
    throw startError(error, env.dataDir);
  }
  try {
    if (!(await run(text))) process.exitCode = 1;
  } catch (error) {
    if (!isAppError(error)) throw error;
    console.log(`${file}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}
