import type { ActionFunctionArgs } from "@remix-run/node";
import { saveJudgement } from "#app/server/assessment/judge.server.ts";
import { getSheet, givenView } from "#app/server/assessment/sheet.server.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { givenWords } from "#app/ui/assessment/given-words.ts";
import { sheetSentence, valueWords } from "#app/ui/assessment/words.ts";

/** What the script of the sheet gets back: the words to show, and what its next form is based on. */
interface SavedWords {
  kind: "tersimpan" | "sama" | "bentrok" | "ditolak";
  words: string;
  /** Number of the answer that stands. */
  dasar: number | null;
  value: string | null;
  /** Of the sheet as a whole, once something was stored. */
  sheet?: { h1: string; answered: number };
}

/** Stores one answer for the script that saves by itself; the page's own form does the same without one. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const id = params.id ?? "";
  const actor = { scope: context.scope, grants: context.viewer?.grants ?? [] };
  const respond = (body: SavedWords, status = 200) => Response.json(body, { status });
  try {
    const saved = await saveJudgement(database(), actor, id, Object.fromEntries(await request.formData()));
    if (saved.kind === "ditolak") {
      return respond({ kind: "ditolak", words: saved.problems[0].message, dasar: null, value: null }, 400);
    }
    const view = await getSheet(database(), actor, id);
    const row = saved.kind === "bentrok" ? saved.theirs : saved.judgement;
    const words = givenWords(givenView(row), view.regency.zone);
    if (saved.kind === "bentrok") {
      return respond({ kind: "bentrok", words, dasar: row.seq, value: row.value }, 409);
    }
    return respond({
      kind: saved.kind,
      words,
      dasar: row.seq,
      value: valueWords(row.value),
      sheet: { h1: sheetSentence(view), answered: view.items.length - view.waiting.length },
    });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return respond({ kind: "ditolak", words: error.message, dasar: null, value: null }, error.status);
  }
}
