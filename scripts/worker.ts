import { constants, setPriority } from "node:os";
import { database } from "#app/server/database.server.ts";
import { releaseJobsOf, runWorker } from "#app/server/jobs.server.ts";
import { system } from "#app/server/scope.server.ts";
import { sweepSurvey } from "#app/server/survey/import.server.ts";
import { sweepAnteroom } from "#app/server/upload.server.ts";
import { JOB_HANDLERS } from "#app/server/upload-jobs.server.ts";

/**
 * The one child process that does long work: forked by the server with its own name and the name of the worker before
 * it, whose jobs it takes over. Ends with the server, or on a signal after the job in hand. Pages go before it.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const [worker = `pekerja ${process.pid}`, previous] = process.argv.slice(2);
const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, () => stop.abort());

const db = database();
const report = (error: unknown) => console.error(error);
if (previous) await releaseJobsOf(db, previous);
await sweepAnteroom(db, system()).catch(report);
await sweepSurvey(db, system()).catch(report);
process.send?.("ready");
await runWorker(db, JOB_HANDLERS, { worker, signal: stop.signal, report });
await db.close();
process.exit(0);
