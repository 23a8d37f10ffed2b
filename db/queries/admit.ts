import { sql } from "kysely";
import type { Writer } from "../connection.ts";
import { ANTEROOM, type Schema } from "../schema.ts";

/** What a staged text becomes in its regency. */
export interface Admission {
  r: number;
  decreeId: string;
  version: number;
  textId: string;
  readingId: string;
  at: string;
  by: string;
}

/** Copies one staged text with all its parts into its regency. Tables are not linked to the register yet. */
export const admitText = async (trx: Writer, admission: Admission): Promise<void> => {
  const { r, textId, readingId } = admission;
  const copy = async <T extends keyof Schema & string>(
    table: T,
    columns: (keyof Schema[T] & string)[],
    where: { column: string; value: string },
    set: Partial<Schema[T]> = {},
  ) => {
    const names = columns.map((column) => sql.ref(column));
    const values = columns.map((column) => {
      if (column === "r") return sql.lit(r);
      const given = set[column];
      if (given === undefined) return sql.ref(column);
      return typeof given === "number" ? sql.lit(given) : sql.val(given);
    });
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) select ${sql.join(values)} from ${sql.table(table)}
      where r = ${sql.lit(ANTEROOM)} and ${sql.ref(where.column)} = ${where.value}`.execute(trx);
  };
  const text = { column: "text_id", value: textId };
  const reading = { column: "reading_id", value: readingId };
  await copy(
    "decree_text",
    [
      "r",
      "id",
      "decree_id",
      "version",
      "file_sha",
      "file_name",
      "line_from",
      "line_to",
      "text_hash",
      "facts_only",
      "status",
      "at",
      "by",
    ],
    { column: "id", value: textId },
    {
      decree_id: admission.decreeId,
      version: admission.version,
      status: "berlaku",
      at: admission.at,
      by: admission.by,
    },
  );
  await copy("naskah_line", ["r", "text_id", "line", "text", "search_key"], text);
  await copy(
    "reading",
    [
      "r",
      "id",
      "text_id",
      "reader_version",
      "coverage",
      "annex_lines",
      "annex_unassigned",
      "current",
      "at",
      "scorer_version",
      "instrument_id",
      "head",
    ],
    text,
  );
  await copy(
    "span",
    ["r", "reading_id", "line", "col_from", "col_to", "role", "ordinal", "component"],
    reading,
  );
  await copy("service_text", SERVICE_TEXT_COLUMNS, reading);
  await copy("declared", ["r", "reading_id", "seq", "bagian", "name", "service_text_id"], reading);
  await copy(
    "finding",
    [
      "r",
      "id",
      "reading_id",
      "service_text_id",
      "code",
      "severity",
      "component",
      "message",
      "line_from",
      "line_to",
      "origin",
      "instrument_id",
      "scorer_version",
      "source_text_id",
      "bagian",
      "criterion",
      "reason",
      "quote",
    ],
    reading,
  );
  await copy(
    "unit_verdict",
    [
      "r",
      "reading_id",
      "seq",
      "of",
      "bagian",
      "instrument_id",
      "criterion",
      "met",
      "reason",
      "quote",
      "service_text_id",
      "line_from",
      "line_to",
      "scorer_version",
    ],
    reading,
  );
  await admitParts(trx, r, readingId, "component", COMPONENT_COLUMNS);
  await admitParts(trx, r, readingId, "verdict", VERDICT_COLUMNS);
  await admitParts(trx, r, readingId, "citation", CITATION_COLUMNS);
};

const SERVICE_TEXT_COLUMNS: (keyof Schema["service_text"] & string)[] = [
  "r",
  "id",
  "reading_id",
  "ordinal",
  "service_id",
  "bagian",
  "no",
  "name",
  "line",
  "same_as",
  "content_hash",
  "pengguna",
  "status",
  "present_n",
  "absent_n",
  "unreadable_n",
  "present_public_n",
  "absent_public_n",
  "unreadable_public_n",
  "level0_n",
  "level1_n",
  "level2_n",
  "level3_n",
  "level_t_n",
  "problems_public_n",
  "judged_public_n",
  "level_t_public_n",
];

const COMPONENT_COLUMNS: (keyof Schema["component"] & string)[] = [
  "service_text_id",
  "key",
  "state",
  "label",
  "text",
  "line_from",
  "line_to",
  "confidence",
  "facts",
  "level",
];

const VERDICT_COLUMNS: (keyof Schema["verdict"] & string)[] = [
  "service_text_id",
  "instrument_id",
  "criterion",
  "component",
  "content_hash",
  "met",
  "reason",
  "quote",
  "line_from",
  "line_to",
  "scorer_version",
];

const CITATION_COLUMNS: (keyof Schema["citation"] & string)[] = [
  "service_text_id",
  "seq",
  "regulation_key",
  "type",
  "number",
  "year",
  "title",
  "amends_seq",
  "line_from",
  "line_to",
  "fault",
  "certain",
  "instead",
];

/** Copies the rows of a table that hang on the printed tables of a reading. */
const admitParts = async (
  trx: Writer,
  r: number,
  readingId: string,
  table: "component" | "verdict" | "citation",
  columns: readonly string[],
): Promise<void> => {
  const names = columns.map((column) => sql.ref(column));
  const values = columns.map((column) =>
    column === "regulation_key" ? regencyOfKey(r) : sql.ref(`part.${column}`),
  );
  await sql`insert into ${sql.table(table)} (r, ${sql.join(names)}) select ${sql.lit(r)}, ${sql.join(values)}
    from ${sql.table(table)} as part
    join service_text as st on st.r = part.r and st.id = part.service_text_id
    where part.r = ${sql.lit(ANTEROOM)} and st.reading_id = ${readingId}`.execute(trx);
};

/** Keys of a regency's own regulations begin with its number, in the anteroom with the anteroom's. */
const regencyOfKey = (r: number) =>
  sql`case when part.regulation_key like ${`${ANTEROOM}-%`}
    then ${sql.lit(String(r))} || substr(part.regulation_key, ${sql.lit(String(ANTEROOM).length + 1)})
    else part.regulation_key end`;
