import type { JobHandlers } from "./jobs.server.ts";
import { readUpload, storeConfirmed } from "./upload.server.ts";

/** What the worker can do. */
export const JOB_HANDLERS: JobHandlers = { baca: readUpload, simpan: storeConfirmed };
