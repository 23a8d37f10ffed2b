import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { RefusalCode } from "#app/survey/codes.ts";
import { type ByteSource, Refusal, readSurvey, summaryOf } from "#app/survey/index.ts";
import { SkmOptions, type SkmRefusal } from "#app/survey/schema.ts";

/**
 * `npm run skm -- FILE [--json] [--options FILE]`: reads one survey file and prints its figures; stores nothing. With
 * --json exactly one SkmJson, or one SkmRefusal. Exit 0 when something was read, 2 when the file is refused.
 */
const args = process.argv.slice(2);
const json = args.includes("--json");
const optionsAt = args.findIndex((arg) => arg === "--options" || arg.startsWith("--options="));
const optionsFile =
  optionsAt < 0
    ? undefined
    : args[optionsAt]?.includes("=")
      ? args[optionsAt]?.slice(10)
      : args[optionsAt + 1];
const file = args.find((arg, at) => !arg.startsWith("--") && !(args[at - 1] === "--options"));

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
  if (!file) throw new Refusal("unreadable", "Pemakaian: npm run skm -- BERKAS [--json] [--options BERKAS]");
  const options = readOptions(optionsAt < 0 ? undefined : (optionsFile ?? ""));
  const reading = readSurvey(fileSource(file), basename(file), options);
  process.stdout.write(json ? `${JSON.stringify(reading.json)}\n` : summaryOf(reading.json));
} catch (error) {
  if (error instanceof Refusal) refuse(error.code, error.message);
  else {
    // What the file system says is in the sentence; anything else is a fault of ours.
    if (!(error instanceof Error && "errno" in error)) console.error(error);
    refuse("unreadable", `Berkas ${basename(file ?? "")} tidak dapat dibaca. Simpan ulang, lalu coba lagi.`);
  }
}
