import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { onBehalfOf } from "#app/server/scope.server.ts";
import { stageSurvey } from "#app/server/survey/import.server.ts";
import { surveySecret } from "#app/server/survey/secret.server.ts";
import { type StripAnswer, StripTask, WHOLE } from "#app/server/survey/strip-elsewhere.server.ts";

/**
 * Forked by the server for one survey file that comes in on standard input: takes its personal cells out, puts the rest
 * into a draft and says what became of it. Nobody waits for it but who sent the file, so pages go before it.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.once("disconnect", () => process.exit(1));

const whole = new Promise<void>((resolve) => {
  process.on("message", (message) => message === WHOLE && resolve());
});
const [message] = await once(process, "message");
const { kab, name, actor, id } = StripTask.parse(message);

/** The file; its end is believed only when the server has said it. */
async function* arriving(): AsyncGenerator<Uint8Array> {
  for await (const bytes of process.stdin) yield bytes as Uint8Array;
  await whole;
}

const db = database();
const answer = await stageSurvey(db, await onBehalfOf(db, actor), surveySecret(env.dataDir), {
  kab,
  name,
  stream: arriving(),
  id,
}).then(
  (staged): StripAnswer => ({ staged }),
  (error): StripAnswer =>
    isAppError(error)
      ? { refused: { code: error.code, status: error.status, message: error.message } }
      : { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) },
);
await db.close();
process.send?.(answer);
