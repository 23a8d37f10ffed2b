import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";
import { type AddedColumns, addColumns, int, maybe, text } from "./build.ts";

const ADDED: AddedColumns = {
  survey_draft: {
    sheets: { ...text, fallback: "[]" },
    regencies: { ...text, fallback: "[]" },
    left_of: maybe(text),
  },
  survey_draft_chunk: { sheet: { ...int, fallback: 0 } },
};

/**
 * A draft keeps its sheets apart, so that it can be read in parts; which other regencies of its file are counted; and
 * whose rejected rows it holds. Drafts that wait hold their table in the earlier form: they end, and their files are
 * sent again; nothing of them was counted.
 */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await addColumns(db, engine, ADDED);
  await sql`delete from survey_draft_chunk`.execute(db);
  await sql`update survey_draft set state = 'dibuang', places = null, result = null
    where state not in ('tersimpan', 'dibuang', 'ditolak')`.execute(db);
};
