import { z } from "zod";
import { openDraft, withRows } from "#app/survey/draft.ts";
import { readOpened } from "#app/survey/read.ts";
import { change } from "#db/change.ts";
import { draftById, updateDraft } from "#db/queries/survey/drafts.ts";
import { env } from "../env.server.ts";
import type { JobContext, JobResult } from "../jobs.server.ts";
import { onBehalfOf } from "../scope.server.ts";
import { parseStored } from "../stored-json.ts";
import { countDraft, draftTables, isLeftOver, refused, signatureOf } from "./import.server.ts";
import { publishDraft } from "./publish.server.ts";
import { surveySecret } from "./secret.server.ts";
import { Places, SkmOptions } from "./stored.ts";

const CountArgs = z.strictObject({ draftId: z.string(), next: z.enum(["layanan", "periksa"]) });
const StoreArgs = z.strictObject({
  draftId: z.string(),
  replaces: z.array(z.string()),
  source: z.string().nullable(),
});

/** Counts a draft with the options that were chosen; a refusal sends its user back to the columns. */
export const countSurvey = async ({ db, by, args, progress }: JobContext): Promise<JobResult> => {
  const { draftId, next } = CountArgs.parse(args);
  const scope = onBehalfOf(by);
  const draft = await draftById(db.read, scope, draftId);
  const home = `/skm/impor/${draftId}`;
  if (!draft || ["tersimpan", "dibuang", "ditolak"].includes(draft.state))
    return { next: "/skm/impor/riwayat" };
  await progress({ label: "Menghitung hasil survei", done: 0, total: 1 });
  const counted = await countDraft(db, draft, parseStored(SkmOptions, draft.options));
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
export const storeSurvey = async ({ db, by, args, progress }: JobContext): Promise<JobResult> => {
  const { draftId, replaces, source } = StoreArgs.parse(args);
  const scope = onBehalfOf(by);
  const draft = await draftById(db.read, scope, draftId);
  if (!draft) return { next: "/skm/impor/riwayat" };
  if (draft.state === "simpan") {
    const options = parseStored(SkmOptions, draft.options);
    const table = await draftTables(db, draft);
    const file = openDraft(table, draft.file_sha256);
    await progress({ label: "Menyimpan hasil survei", done: 0, total: 1 });
    let signature = "";
    await publishDraft(db, scope, {
      draft,
      options,
      places: parseStored(Places, draft.places ?? "[]"),
      replaces,
      read: (sink) => {
        const reading = refused(() =>
          readOpened(file, draft.file_name, options, { sink, leftOver: isLeftOver(draft) }),
        );
        signature = signatureOf(reading.understanding.columns);
        return reading;
      },
      source: () => (source === null ? null : { signature, name: source }),
      left: ({ understanding }, rows) => (rows.size > 0 ? withRows(table, understanding, rows) : null),
      secret: surveySecret(env.dataDir),
      progress: (done, total) => progress({ label: "Menyimpan hasil survei", done, total }),
    });
  }
  return { next: `/skm/impor/${draftId}/selesai` };
};
