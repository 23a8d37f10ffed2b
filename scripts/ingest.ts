import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { formatCount, formatPercent1 } from "#app/format/numbers.ts";
import { FINDINGS } from "#app/reader/findings-registry.ts";
import { closeDatabase, database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { fileTooLarge, isAppError } from "#app/server/errors.ts";
import { type Ingested, ingestFile, type Overrides } from "#app/server/ingest.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { storageError } from "#app/server/storage-errors.ts";
import { MAX_UPLOAD_BYTES } from "#app/server/upload.server.ts";
import { startError } from "./lib/data-folder.ts";
import { SAMPLES } from "./lib/samples.mjs";

/**
 * `npm run ingest -- FILE…`: reads decrees and stores them without asking. Exit 0 where every file is stored or was
 * stored already, 1 where one was refused (the others are stored all the same).
 */
const USAGE = `Pemakaian: npm run ingest -- BERKAS… [--kabupaten "…"] [--penerbit "…"] [--nomor "…" | --nomor KE=…] [--tahun …]
  Menyimpan naskah keputusan. Pilihan mengisi yang tidak terbaca pada kepala keputusan; --nomor 2=… untuk keputusan ke-2.`;

const { files, overrides } = parseCommand();

async function ingest(file: string): Promise<boolean> {
  try {
    const { size } = statSync(file);
    if (size > MAX_UPLOAD_BYTES) throw fileTooLarge(size, MAX_UPLOAD_BYTES);
    const source = { name: basename(file), stream: createReadStream(file) };
    const result = await ingestFile(database(), localOperator(), source, overrides);
    for (const line of reportOf(result)) console.log(`${file}: ${line}`);
    return result.kind !== "refused";
  } catch (error) {
    console.log(`${file}: ${sentenceFor(error)}`);
    if (!isForeseen(error)) console.error(error);
    return false;
  }
}

function reportOf(result: Ingested): string[] {
  if (result.kind !== "stored") return [result.message];
  const findings = new Map<string, number>();
  for (const { code, count } of result.preview.decrees.flatMap((decree) => decree.findings)) {
    findings.set(code, (findings.get(code) ?? 0) + count);
  }
  const annex = result.preview.decrees.reduce((sum, { coverage }) => sum + coverage.annexLines, 0);
  const lost = result.preview.decrees.reduce((sum, { coverage }) => sum + coverage.unassignedLines, 0);
  return [
    result.outcome.message,
    ...result.outcome.stored.map(
      ({ regency, decree, kind, services, linked, proposed, added }) =>
        `  ${regency.name}, ${decree.issuer} Nomor ${numberWithYear(decree)}: ${WORDS[kind](decree.version)}, ${formatCount(services)} layanan (${linked} sudah dikenal, ${proposed} diusulkan sama, ${added} baru)`,
    ),
    `  Baris lampiran terbaca: ${formatPercent1(annex - lost, annex) ?? "–"}; ${formatCount(lost)} baris tanpa pemilik`,
    ...(findings.size > 0
      ? [
          `  Temuan: ${[...findings].map(([code, count]) => `${FINDINGS[code as keyof typeof FINDINGS].label} ${formatCount(count)}`).join(", ")}`,
        ]
      : []),
  ];
}

const numberWithYear = ({ number, year }: { number: string | null; year: number | null }): string =>
  /tahun\s*\d{4}$/i.test(number ?? "") ? String(number) : `${number} Tahun ${year}`;

const WORDS = {
  baru: () => "baru",
  versi: (version: number) => `versi ${version}`,
  sama: () => "sudah tersimpan, tidak diubah",
};

function sentenceFor(error: unknown): string {
  if (isMissing(error)) {
    return error.code === "EISDIR"
      ? "Ini folder, bukan berkas. Sebutkan berkas di dalamnya."
      : "Berkas tidak dapat dibuka. Periksa nama dan izinnya.";
  }
  if (isAppError(error)) return error.message;
  return storageError(error)?.message ?? "Terjadi gangguan pada sistem. Berkas ini tidak disimpan.";
}

const isForeseen = (error: unknown): boolean =>
  isMissing(error) || storageError(error) !== null || (isAppError(error) && error.status < 500);

function isMissing(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error && "code" in error && /^(ENOENT|EACCES|EISDIR|ENOTDIR)$/.test(String(error.code))
  );
}

function parseCommand(): { files: string[]; overrides: Overrides } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        kabupaten: { type: "string" },
        penerbit: { type: "string" },
        nomor: { type: "string", multiple: true },
        tahun: { type: "string" },
      },
    });
    const year = values.tahun === undefined ? undefined : Number(values.tahun);
    if (positionals.length === 0 || (year !== undefined && !Number.isInteger(year))) throw new Error(USAGE);
    return {
      files: positionals,
      overrides: {
        ...(values.kabupaten && { regency: values.kabupaten }),
        ...(values.penerbit && { issuer: values.penerbit }),
        ...(year && { year }),
        numbers: new Map((values.nomor ?? []).map(numberOption)),
      },
    };
  } catch {
    console.error(USAGE);
    process.exit(1);
  }
}

function numberOption(option: string): [number, string] {
  const match = /^(\d{1,3})=(.+)$/.exec(option);
  return match ? [Number(match[1]), match[2] as string] : [0, option];
}

try {
  await prepareDatabase(database(), { samples: SAMPLES });
} catch (error) {
  throw startError(error, env.dataDir);
}
let refused = 0;
for (const file of files) if (!(await ingest(file))) refused += 1;
await closeDatabase();
process.exitCode = refused > 0 ? 1 : 0;
