import { openDraft, withRows } from "#app/survey/draft.ts";
import { readOpened } from "#app/survey/read.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { draftById, updateDraft } from "#db/queries/survey/drafts.ts";
import { surveyAliases } from "#db/queries/survey/rows.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { parseStored } from "../stored-json.ts";
import { countDraft, draftTables, refused, stageSurvey } from "./import.server.ts";
import { matchPlaces } from "./places.ts";
import { publishDraft } from "./publish.server.ts";
import { draftProblem, printedPlaces } from "./ready.ts";
import { type DraftResult, SkmOptions } from "./stored.ts";

/**
 * Imports a file whole where nobody is there to ask: the steps of every import, with every proposal taken. For files that
 * are known to name services, bagian and dates as the register does.
 *
 * @throws AppError 422 where something would have had to be asked
 */
export const importWhole = async (
  db: Db,
  scope: Scope,
  secret: Uint8Array,
  request: { kab: string; name: string; stream: Iterable<Uint8Array> },
): Promise<{ batchId: string }> => {
  const staged = await stageSurvey(db, scope, secret, request);
  if (staged.kind === "known") return { batchId: staged.batchId };
  const id = staged.draftId;
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  const { r } = draft;
  const options = parseStored(SkmOptions, draft.options);
  const result: DraftResult = await countDraft(db, draft, options);
  const printed = "json" in result ? printedPlaces(result.json.groups) : [];
  const matches = matchPlaces(printed, await surveyUnits(db.read, scope, r), await surveyAliases(db.read, r));
  const places = matches.flatMap(({ bagian, service, unit }) => (unit ? [{ bagian, service, unit }] : []));
  const problem = draftProblem({ state: "periksa", result, places });
  if (problem) {
    const message =
      "refusal" in result
        ? result.refusal.message
        : `Berkas ${request.name} perlu diperiksa orang: ${problem}.`;
    throw new AppError({ code: "not_ready", status: 422, message });
  }
  const event = { r, action: "survei.ubah", subject: id, field: "konfirmasi" } as const;
  const ready = {
    options: JSON.stringify(options),
    places: JSON.stringify(places),
    state: "simpan",
  } as const;
  await change(db, scope, event, (trx) => updateDraft(trx, r, id, ready));
  const table = await draftTables(db, draft);
  return publishDraft(db, scope, {
    draft: { ...draft, ...ready },
    options,
    places,
    replaces: [],
    read: (sink) =>
      refused(() => readOpened(openDraft(table, draft.file_sha256), draft.file_name, options, { sink })),
    source: () => null,
    left: ({ understanding }, rows) => (rows.size > 0 ? withRows(table, understanding, rows) : null),
    secret,
    progress: async () => {},
  });
};
