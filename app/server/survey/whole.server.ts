import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { draftById, updateDraft } from "#db/queries/survey/drafts.ts";
import { surveyAliases } from "#db/queries/survey/rows.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { parseStored } from "../stored-json.ts";
import { countDraft } from "./count.server.ts";
import { stageSurvey } from "./import.server.ts";
import { matchPlaces } from "./places.ts";
import { publishDraft } from "./publish.server.ts";
import { printedPlaces } from "./ready.ts";
import { readyDraft } from "./ready-draft.server.ts";
import { SkmOptions } from "./stored.ts";

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
  request: { kab: string; name: string; stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
): Promise<{ batchId: string }> => {
  const staged = await stageSurvey(db, scope, secret, request);
  if (staged.kind === "known") return { batchId: staged.batchId };
  return importStaged(db, scope, secret, staged.draftId);
};

/**
 * The steps of `importWhole` after the file was taken in.
 *
 * @param confirmed told when everything is said and the storing begins
 * @throws AppError 422 where something would have had to be asked
 */
export const importStaged = async (
  db: Db,
  scope: Scope,
  secret: Uint8Array,
  id: string,
  confirmed: () => void = () => {},
): Promise<{ batchId: string }> => {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  const { r } = draft;
  const options = parseStored(SkmOptions, draft.options);
  const result = await countDraft(db, secret, draft, options);
  const counted = "json" in result ? result : null;
  const printed = counted ? printedPlaces(counted.json.groups, new Set()) : [];
  const matches = matchPlaces(printed, await surveyUnits(db.read, scope, r), await surveyAliases(db.read, r));
  const places = matches.flatMap(({ bagian, service, unit }) => (unit ? [{ bagian, service, unit }] : []));
  const event = { r, action: "survei.ubah", subject: id, field: "konfirmasi" } as const;
  const set = {
    options: JSON.stringify(options),
    places: JSON.stringify(places),
    result: JSON.stringify(result),
    state: "simpan",
  } as const;
  const waiting = { ...draft, ...set };
  const ready = await readyDraft(db.read, scope, waiting);
  if (!ready.counted || ready.problem !== null || ready.elsewhere.length > 0) {
    const message =
      ready.refusal?.message ??
      `Berkas ${draft.file_name} perlu diperiksa orang: ${ready.problem ?? "daerah lain"}.`;
    throw new AppError({ code: "not_ready", status: 422, message });
  }
  await change(db, scope, event, (trx) => updateDraft(trx, r, id, set));
  confirmed();
  return publishDraft(db, scope, {
    draft: waiting,
    options,
    ready,
    counted: ready.counted,
    replaces: [],
    source: null,
    secret,
    progress: async () => {},
  });
};
