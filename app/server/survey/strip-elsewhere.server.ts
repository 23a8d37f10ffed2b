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
import type { StagedSurvey } from "./import.server.ts";

/** What the process that strips a file is told before the bytes come. */
export const StripTask = z.strictObject({ kab: z.string(), name: z.string(), actor: z.string() });

/** Said after the last byte: a file that was cut off on its way never becomes a shorter one. */
export const WHOLE = "whole";

/** What the process answers. `refused`: an AppError for the user; `failed`: for the log alone. */
export type StripAnswer =
  | { staged: StagedSurvey }
  | { refused: { code: string; status: number; message: string } }
  | { failed: string };

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
 * @throws AppError as `stageSurvey`, and what reading the stream throws
 */
export const stageElsewhere = async (
  db: Db,
  scope: Scope,
  { kab, name, stream }: { kab: string; name: string; stream: AsyncIterable<Uint8Array> },
): Promise<StagedSurvey> => {
  await regencyAt(db, scope, kab);
  await takeTurn();
  const child = fork(join(root(), "scripts/strip-survey.ts"), [], {
    cwd: root(),
    execArgv: ["--import", "tsx"],
    stdio: ["pipe", "inherit", "inherit", "ipc"],
  });
  try {
    const answer = answerOf(child);
    child.send({ kab, name, actor: scope.actor });
    // An answer may come before the last byte: a file that is too large is not read to its end.
    await Promise.race([feed(child, stream), answer]);
    const told = await answer;
    if ("staged" in told) return told.staged;
    if ("refused" in told) throw new AppError(told.refused);
    throw new Error(`the survey file could not be stripped: ${told.failed}`);
  } finally {
    child.kill("SIGKILL");
    giveTurn();
  }
};

const answerOf = (child: ChildProcess): Promise<StripAnswer> =>
  new Promise((resolve) => {
    child.once("message", (told) => resolve(told as StripAnswer));
    child.once("error", (error) => resolve({ failed: error.message }));
    child.once("exit", (code, signal) => resolve({ failed: `it ended with ${signal ?? code}` }));
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
