import { ADDED } from "#app/correction/model.ts";
import { READER_VERSION } from "#app/reader/index.ts";
import type { Db } from "#db/connection.ts";
import { listCorrections } from "#db/queries/corrections.ts";
import { type TextPlace, tablesOfReading } from "#db/queries/naskah.ts";
import { readingOf } from "#db/queries/reading-rows.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { decreeSummary } from "../lookup.server.ts";
import { serviceRef } from "../refs.ts";
import type { DecreeSummary, RegencyRef, ServiceRef } from "../views.ts";
import { textAt } from "./correct.server.ts";

/** A service of a text as a form names it. */
export interface CorrectableTable {
  ordinal: number;
  name: string;
  bagian: string | null;
  line: number;
  /** A correction added it. */
  added: boolean;
  /** Printed again: its corrections count for nothing but itself. */
  repeat: boolean;
  service: ServiceRef | null;
}

/** What a form needs to know of a text that is corrected. */
export interface CorrectableView {
  regency: RegencyRef;
  decree: DecreeSummary;
  tables: CorrectableTable[];
  /** Corrections in force, and of these the ones set aside. */
  inForce: number;
  conflicts: number;
  /** Version of the reader that read it, and of the one at hand. */
  reader: { of: string; now: string };
}

/** The services of a text in the order of its lines, with how it stands corrected. */
export const getCorrectable = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
): Promise<CorrectableView> => {
  const { regency, text } = await textAt(db, scope, sk, version);
  const { r } = regency;
  const place: TextPlace = { r, textId: text.text_id, readingId: text.reading_id };
  const [tables, corrections, reading] = await Promise.all([
    tablesOfReading(db.read, scope, place),
    listCorrections(db.read, scope, r, text.text_id),
    readingOf(db.read, r, { textId: text.text_id }),
  ]);
  if (!reading) throw notFound();
  const inForce = corrections.filter(({ undone_at }) => undone_at === null);
  return {
    regency,
    decree: decreeSummary(text),
    tables: tables.map((table): CorrectableTable => {
      const { no, service_slug: slug, service_name: name } = table;
      return {
        ordinal: table.ordinal,
        name: table.name,
        bagian: table.bagian,
        line: table.line,
        added: table.ordinal > ADDED,
        repeat: table.same_as !== null,
        service: no !== null && slug !== null && name !== null ? serviceRef({ no, slug, name }) : null,
      };
    }),
    inForce: inForce.length,
    conflicts: inForce.filter(({ conflict }) => conflict !== null).length,
    reader: { of: reading.reader_version, now: READER_VERSION },
  };
};
