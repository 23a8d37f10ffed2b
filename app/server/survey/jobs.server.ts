import { z } from "zod";
import { change } from "#db/change.ts";
import { draftById, updateDraft } from "#db/queries/survey/drafts.ts";
import { env } from "../env.server.ts";
import type { JobContext, JobResult } from "../jobs.server.ts";
import { parseStored } from "../stored-json.ts";
import { countDraft } from "./count.server.ts";
import { stripNamedColumns } from "./import.server.ts";
import { publishDraft } from "./publish.server.ts";
import { readyDraft } from "./ready-draft.server.ts";
import { surveySecret } from "./secret.server.ts";
import { SkmOptions } from "./stored.ts";

const CountArgs = z.strictObject({ draftId: z.string(), next: z.enum(["layanan", "periksa"]) });
const StoreArgs = z.strictObject({
  draftId: z.string(),
  replaces: z.array(z.string()),
  source: z.string().nullable(),
});

/** Counts a draft with the options that were chosen; a refusal sends its user back to the columns. */
export const countSurvey = async ({ db, scope, args, progress }: JobContext): Promise<JobResult> => {
  const { draftId, next } = CountArgs.parse(args);
  const draft = await draftById(db.read, scope, draftId);
  const home = `/skm/impor/${draftId}`;
  if (!draft || ["tersimpan", "dibuang", "ditolak"].includes(draft.state))
    return { next: "/skm/impor/riwayat" };
  await progress({ label: "Menghitung hasil survei", done: 0, total: 1 });
  const secret = surveySecret(env.dataDir);
  const options = parseStored(SkmOptions, draft.options);
  await stripNamedColumns(db, secret, draft, options);
  const counted = await countDraft(db, secret, draft, options);
  const failed = "refusal" in counted;
  const state = failed ? "kolom" : next;
  const event = { r: draft.r, action: "survei.ubah", subject: draftId, field: "hitung" } as const;
  await change(db, scope, event, (trx) =>
    updateDraft(trx, draft.r, draftId, {
      result: JSON.stringify(counted),
      state,
    }),
  );
  return { next: `${home}/${state}` };
};

/** Stores a draft that was looked through. */
export const storeSurvey = async ({ db, scope, args, progress }: JobContext): Promise<JobResult> => {
  const { draftId, replaces, source } = StoreArgs.parse(args);
  const draft = await draftById(db.read, scope, draftId);
  if (!draft) return { next: "/skm/impor/riwayat" };
  if (draft.state === "simpan") {
    await progress({ label: "Menyimpan hasil survei", done: 0, total: 1 });
    const ready = await readyDraft(db.read, scope, draft);
    if (!ready.counted) throw new Error(`draft ${draftId} was confirmed without being counted`);
    await publishDraft(db, scope, {
      draft,
      options: parseStored(SkmOptions, draft.options),
      ready,
      counted: ready.counted,
      replaces,
      source,
      secret: surveySecret(env.dataDir),
      progress: (done, total) => progress({ label: "Menyimpan hasil survei", done, total }),
    });
  }
  return { next: `/skm/impor/${draftId}/selesai` };
};
