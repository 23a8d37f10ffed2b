import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/connection.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "./errors.ts";
import { type GivenIdentity, identityProblems } from "./identity.ts";
import { getJob, runNextJob } from "./jobs.server.ts";
import { getUpload } from "./preview.server.ts";
import { confirmUpload, discardUpload, stageUpload } from "./upload.server.ts";
import { JOB_HANDLERS } from "./upload-jobs.server.ts";
import { alreadyStored } from "./upload-words.ts";
import type { Confirmation, DecreeField, PreviewDecree, UploadOutcome, UploadView } from "./views.ts";

/** What a person says beforehand about decrees whose head cannot be read, by their 1-based place in the file. */
export interface Overrides {
  regency?: string;
  issuer?: string;
  year?: number;
  /** Number of the n-th decree; key 0 for every decree of the file. */
  numbers?: ReadonlyMap<number, string>;
}

export type Ingested =
  | { kind: "stored"; outcome: UploadOutcome; preview: UploadView }
  /** Stored already, as this file or as this text: nothing was changed. */
  | { kind: "known"; message: string }
  | { kind: "refused"; message: string };

/**
 * Stages, reads, confirms and stores one file without asking: the same steps and jobs as the upload page. Where the
 * identity of a decree cannot be read, the file is refused as a whole and nothing of it is kept.
 */
export const ingestFile = async (
  db: Db,
  scope: Scope,
  file: { name: string; stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
  overrides: Overrides = {},
): Promise<Ingested> => {
  const staged = await stageUpload(db, scope, file);
  if (staged.kind === "known") return { kind: "known", message: staged.message };
  await finish(db, scope, staged.jobId);
  const preview = await getUpload(db, scope, staged.uploadId);
  if (preview.outcome && preview.decrees.length === 0) {
    return { kind: "refused", message: preview.outcome.message };
  }
  const known = allKnown(preview.decrees);
  if (known) {
    await discardUpload(db, scope, preview.id);
    return { kind: "known", message: known };
  }
  const decrees = preview.decrees.map((decree) => identityOf(decree, overrides));
  const [problem] = identityProblems(decrees);
  if (problem) {
    await discardUpload(db, scope, preview.id);
    const option = OPTIONS[problem.field](problem.index + 1);
    return {
      kind: "refused",
      message: `${problem.message} Beri dengan ${option}, atau unggah lewat halaman Unggah.`,
    };
  }
  const { jobId } = await confirmUpload(db, scope, preview.id, { decrees } as Confirmation);
  await finish(db, scope, jobId);
  const { outcome } = await getUpload(db, scope, preview.id);
  if (!outcome) throw new Error(`upload ${preview.id} was stored without an outcome`);
  return { kind: "stored", outcome, preview };
};

/** Does waiting jobs until this one is done; another worker may be doing it already. */
const finish = async (db: Db, scope: Scope, jobId: string): Promise<void> => {
  const worker = `perintah ${db.newId()}`;
  const problems: unknown[] = [];
  for (;;) {
    const job = await getJob(db, scope, jobId);
    if (job.state === "selesai") return;
    if (job.state === "gagal") {
      throw new AppError({
        code: "job_failed",
        status: 500,
        message: job.message ?? "Pekerjaan gagal.",
        cause: problems[0],
      });
    }
    const worked = await runNextJob(db, JOB_HANDLERS, { worker, report: (error) => problems.push(error) });
    if (!worked) await sleep(100);
  }
};

const allKnown = (decrees: readonly PreviewDecree[]): string | null => {
  if (decrees.some((decree) => decree.status.kind !== "sama")) return null;
  const [first] = decrees;
  return first?.status.since ? alreadyStored(first.status.since, first.regency?.zone ?? "WIB") : null;
};

const identityOf = (decree: PreviewDecree, overrides: Overrides): GivenIdentity => ({
  index: decree.index,
  regency: overrides.regency ?? decree.regencyName ?? "",
  issuer: overrides.issuer ?? decree.issuer ?? "",
  number:
    overrides.numbers?.get(decree.index + 1) ??
    overrides.numbers?.get(0) ??
    (decree.needs.includes("number") ? "" : (decree.number ?? "")),
  year: overrides.year ?? decree.year,
});

const OPTIONS: Record<DecreeField, (nth: number) => string> = {
  regency: () => '--kabupaten "…"',
  issuer: () => '--penerbit "…"',
  number: (nth) => `--nomor ${nth}=…`,
  year: () => "--tahun …",
};
