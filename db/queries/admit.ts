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
    ["r", "id", "text_id", "reader_version", "coverage", "annex_lines", "annex_unassigned", "current", "at"],
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
    ],
    reading,
  );
  await admitComponents(trx, r, readingId);
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
  "status",
  "present_n",
  "absent_n",
  "unreadable_n",
  "present_public_n",
  "absent_public_n",
  "unreadable_public_n",
];

const admitComponents = async (trx: Writer, r: number, readingId: string): Promise<void> => {
  await trx
    .insertInto("component")
    .columns([
      "r",
      "service_text_id",
      "key",
      "state",
      "label",
      "text",
      "line_from",
      "line_to",
      "confidence",
      "facts",
    ])
    .expression((eb) =>
      eb
        .selectFrom("component as c")
        .innerJoin("service_text as st", (j) =>
          j.onRef("st.r", "=", "c.r").onRef("st.id", "=", "c.service_text_id"),
        )
        .select([
          sql.lit(r).as("r"),
          "c.service_text_id",
          "c.key",
          "c.state",
          "c.label",
          "c.text",
          "c.line_from",
          "c.line_to",
          "c.confidence",
          "c.facts",
        ])
        .where("c.r", "=", ANTEROOM)
        .where("st.reading_id", "=", readingId),
    )
    .execute();
};
