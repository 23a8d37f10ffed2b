import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { z } from "zod";
import type { Db } from "#db/connection.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "../errors.ts";
import { regencyAt } from "../lookup.server.ts";
import { type StagedSurvey, settleDraft } from "./import.server.ts";

/** What the process that strips a file is told before the bytes come. */
export const StripTask = z.strictObject({
  kab: z.string(),
  name: z.string(),
  actor: z.string(),
  /** Of the draft to be made. */
  id: z.string(),
});

/** Said after the last byte: a file that was cut off on its way never becomes a shorter one. */
export const WHOLE = "whole";

/** What the process answers. `refused`: an AppError for the user; `failed`: for the log alone. */
export type StripAnswer =
  | { staged: StagedSurvey }
  | { refused: { code: string; status: number; message: string } }
  | { failed: string };

/** It ended without an answer. */
interface Died {
  died: { code: number | null; signal: NodeJS.Signals | null };
}

/**
 * Memory of JavaScript that the process may take, MiB. What it holds at one time is some twenty for a text and some ninety
 * for the largest workbook; beyond this a file is made to fill memory, or is no survey.
 */
const MOST_HEAP = 256;

/** How a process ends that asked for more memory than it may take: by a signal of its own, or the shell's number for it. */
const OUT_OF_MEMORY: readonly unknown[] = ["SIGABRT", "SIGTRAP", "SIGILL", 134, 133, 132];

const outOfMemory = (cause: string): AppError =>
  new AppError({
    code: "survey_too_much_memory",
    status: 413,
    message:
      "Isi berkas ini memerlukan memori lebih dari batas untuk membaca satu berkas. Tidak ada yang disimpan. Simpan lembar surveinya saja sebagai CSV, lalu unggah kembali.",
    cause,
  });

const interrupted = (cause: string): AppError =>
  new AppError({
    code: "survey_interrupted",
    status: 503,
    message:
      "Pembacaan berkas ini terhenti sebelum selesai. Tidak ada yang disimpan. Unggah kembali berkasnya; bila terulang, sampaikan nama berkas dan jamnya kepada admin.",
    cause,
  });

/** Files that are stripped at the same time; whoever comes later waits, and so do his bytes. */
const MOST_AT_ONCE = 2;

let working = 0;
const queue: (() => void)[] = [];

const takeTurn = async (): Promise<void> => {
  if (working >= MOST_AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else working++;
};

const giveTurn = (): void => {
  const next = queue.shift();
  if (next) next();
  else working--;
};

/** The folder of the program: also the built pages know it by their package. */
const root = () => dirname(dirname(createRequire(import.meta.url).resolve("#app/root.tsx")));

/**
 * Takes a survey file in as `stageSurvey` does, in a process of its own: reading a million rows would keep every other
 * page waiting. The bytes go there as they come, no faster than they are read, and are kept nowhere on the way.
 *
 * @throws AppError as `stageSurvey`; 413 or 503 where that process dies; and what reading the stream throws
 */
export const stageElsewhere = async (
  db: Db,
  scope: Scope,
  { kab, name, stream }: { kab: string; name: string; stream: AsyncIterable<Uint8Array> },
): Promise<StagedSurvey> => {
  const { id: r } = await regencyAt(db, scope, kab);
  await takeTurn();
  const id = db.newId();
  const child = fork(join(root(), "scripts/strip-survey.ts"), [], {
    cwd: root(),
    execArgv: [`--max-old-space-size=${MOST_HEAP}`, "--import", "tsx"],
    stdio: ["pipe", "inherit", "inherit", "ipc"],
  });
  const ended = endOf(child);
  try {
    const answer = Promise.race([answerOf(child), ended]);
    child.send({ kab, name, actor: scope.actor, id });
    // An answer may come before the last byte: a file that is too large is not read to its end.
    await Promise.race([feed(child, stream), answer]);
    const told = await answer;
    if ("staged" in told) return told.staged;
    if ("refused" in told) throw new AppError(told.refused);
    if ("failed" in told) throw new Error(`the survey file could not be stripped: ${told.failed}`);
    if (await settleDraft(db, scope, { r, id })) return { kind: "draft", draftId: id };
    const how = told.died.signal ?? told.died.code;
    const cause = `the process that strips ended with ${how}`;
    throw OUT_OF_MEMORY.includes(how) ? outOfMemory(cause) : interrupted(cause);
  } finally {
    child.kill("SIGKILL");
    await ended;
    giveTurn();
  }
};

const answerOf = (child: ChildProcess): Promise<StripAnswer> =>
  new Promise((resolve) => {
    child.once("message", (told) => resolve(told as StripAnswer));
    child.once("error", (error) => resolve({ failed: error.message }));
  });

/** Once it is gone, or was never there. */
const endOf = (child: ChildProcess): Promise<Died> =>
  new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ died: { code, signal } }));
    child.once("error", () => resolve({ died: { code: null, signal: null } }));
  });

const feed = async (child: ChildProcess, stream: AsyncIterable<Uint8Array>): Promise<void> => {
  const into = child.stdin as Writable;
  const ended = new Promise<void>((resolve) => into.once("close", resolve));
  // Why it was closed stands in the answer.
  into.on("error", () => {});
  for await (const bytes of stream) {
    if (into.destroyed) return;
    if (!into.write(bytes)) await Promise.race([once(into, "drain"), ended]);
  }
  into.end();
  if (child.connected) child.send(WHOLE);
};
