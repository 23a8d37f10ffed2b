import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { RefusalCode } from "#app/survey/codes.ts";
import { type ByteSource, Refusal, readSurvey, summaryOf } from "#app/survey/index.ts";
import { SkmOptions, type SkmRefusal } from "#app/survey/schema.ts";

/**
 * `npm run skm -- FILE [--json] [--options FILE]`: reads one survey file and prints its figures; stores nothing. With
 * --json exactly one SkmJson, or one SkmRefusal. Exit 0 when something was read, 2 when the file is refused.
 */
const USAGE = "Pemakaian: npm run skm -- BERKAS [--json] [--options BERKAS]";

/** How the command was called; null where that is wrong: figures without an option that was meant would be others. */
const called = (() => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean" }, options: { type: "string" } },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file, options: values.options };
  } catch {
    return null;
  }
})();
/** Asked before anything else: a wrong call is answered in the form that was asked for too. */
const json = process.argv.includes("--json");

const PART = 4 << 20;

/** A file read in parts, so that its size does not matter. */
const fileSource = (path: string): ByteSource => ({
  size: statSync(path).size,
  chunks: function* () {
    const handle = openSync(path, "r");
    try {
      for (;;) {
        const part = new Uint8Array(PART);
        const length = readSync(handle, part, 0, PART, null);
        if (length === 0) return;
        yield part.subarray(0, length);
      }
    } finally {
      closeSync(handle);
    }
  },
});

const readOptions = (path: string | undefined): SkmOptions => {
  if (path === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch {
    throw new Refusal("bad_options", "Berkas pilihan tidak dapat dibaca. Periksa apakah isinya JSON.");
  }
  const parsed = SkmOptions.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") || "isinya";
  throw new Refusal("bad_options", `Berkas pilihan tidak sesuai pada "${where}". Perbaiki nilainya.`);
};

const refuse = (code: RefusalCode, message: string): void => {
  const refusal: SkmRefusal = { error: { code, message } };
  if (json) process.stdout.write(`${JSON.stringify(refusal)}\n`);
  else console.error(message);
  process.exitCode = 2;
};

try {
  if (!called) throw new Refusal("bad_options", USAGE);
  const options = readOptions(called.options);
  const reading = readSurvey(fileSource(called.file), basename(called.file), options);
  process.stdout.write(json ? `${JSON.stringify(reading.json)}\n` : summaryOf(reading.json));
} catch (error) {
  if (error instanceof Refusal) refuse(error.code, error.message);
  else {
    const name = basename(called?.file ?? "");
    if (error instanceof Error && "errno" in error) {
      const { code } = error as NodeJS.ErrnoException;
      refuse("unreadable", `Berkas ${name} tidak dapat dibuka (${code}). Periksa nama dan izinnya.`);
    } else {
      console.error(error);
      refuse("unreadable", `Berkas ${name} tidak dapat dibaca. Simpan ulang, lalu coba lagi.`);
    }
  }
}
