import type { DraftHead } from "#app/server/survey/import-steps/head.server.ts";
import { paths } from "../../links.ts";

/** The page to show instead of a step: the job that works on the draft, or how it ended. Null: the step itself. */
export const wayOut = ({ id, state, jobId }: Pick<DraftHead, "id" | "state" | "jobId">): string | null => {
  if (jobId) return paths.pekerjaan(jobId);
  return state === "tersimpan" || state === "dibuang" || state === "ditolak"
    ? paths.langkahImpor(id, "selesai")
    : null;
};
