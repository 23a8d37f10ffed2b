import { type RawBuilder, sql } from "kysely";

/** A verdict is the level 0-3 of one component (`k`) of one text; T and what is not judged is none. */
export const isVerdict: RawBuilder<boolean> = sql<boolean>`k.level in ('0', '1', '2', '3')`;

/** Reviewed verdicts of one table (`st`). */
export const reviewedOfTable: RawBuilder<number> = sql<number>`(
  select count(*) from review v join component k
    on k.r = v.r and k.service_text_id = v.service_text_id and k.key = v.component
  where v.r = st.r and v.service_text_id = st.id and ${isVerdict})`;
