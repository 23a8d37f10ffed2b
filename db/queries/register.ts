import { sql } from "kysely";
import type { Pengguna } from "#app/scoring/pengguna.ts";
import type { Reader, Writer } from "../connection.ts";
import type { BagianTable, DecreeTable, ServiceAliasTable, ServiceTable } from "../schema.ts";

/** All that is known of a regency's services and bagian: what a new text is linked to. */
export interface RegisterRows {
  bagian: BagianTable[];
  bagianAliases: { name_key: string; bagian_id: string }[];
  services: ServiceTable[];
  serviceAliases: Pick<ServiceAliasTable, "bagian_key" | "name_key" | "nth" | "service_id">[];
}

export const registerOf = async (db: Reader, r: number): Promise<RegisterRows> => ({
  bagian: await db.selectFrom("bagian").selectAll().where("r", "=", r).orderBy("id").execute(),
  bagianAliases: await db
    .selectFrom("bagian_alias")
    .select(["name_key", "bagian_id"])
    .where("r", "=", r)
    .execute(),
  services: await db.selectFrom("service").selectAll().where("r", "=", r).orderBy("no").execute(),
  serviceAliases: await db
    .selectFrom("service_alias")
    .select(["bagian_key", "name_key", "nth", "service_id"])
    .where("r", "=", r)
    .execute(),
});

export interface KnownText {
  decree_id: string;
  slug: string;
  issuer_key: string;
  number_key: string;
  year: number | null;
  text_id: string;
  version: number;
  text_hash: string;
  facts_only: number;
  at: string;
}

/** Every stored version of a regency's decrees, oldest first. */
export const knownTexts = (db: Reader, r: number): Promise<KnownText[]> =>
  db
    .selectFrom("decree as d")
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "d.r").onRef("dt.decree_id", "=", "d.id"))
    .select([
      "d.id as decree_id",
      "d.slug",
      "d.issuer_key",
      "d.number_key",
      "d.year",
      "dt.id as text_id",
      "dt.version",
      "dt.text_hash",
      "dt.facts_only",
      "dt.at",
    ])
    .where("d.r", "=", r)
    .orderBy("dt.version")
    .orderBy("dt.at")
    .execute();

export const insertDecree = async (trx: Writer, row: DecreeTable): Promise<void> => {
  await trx.insertInto("decree").values(row).execute();
};

/** A newer text may read better: what it says of the decree itself replaces what was known. */
export const updateDecree = async (
  trx: Writer,
  r: number,
  id: string,
  set: Pick<DecreeTable, "number_annex" | "signed" | "maklumat" | "issuer" | "number"> &
    Partial<Pick<DecreeTable, "issuer_key" | "number_key" | "year">>,
): Promise<void> => {
  await trx.updateTable("decree").set(set).where("r", "=", r).where("id", "=", id).execute();
};

/** The versions so far give way to a newer text of the same decree. */
export const retireTexts = async (trx: Writer, r: number, decreeId: string): Promise<void> => {
  await trx
    .updateTable("decree_text")
    .set({ status: "lama" })
    .where("r", "=", r)
    .where("decree_id", "=", decreeId)
    .execute();
};

/** Removes a text with everything that was read in it and said of it; its services stay. */
export const dropText = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx.deleteFrom("decree_text").where("r", "=", r).where("id", "=", id).execute();
};

export const linkTable = async (trx: Writer, r: number, id: string, serviceId: string): Promise<void> => {
  await trx
    .updateTable("service_text")
    .set({ service_id: serviceId })
    .where("r", "=", r)
    .where("id", "=", id)
    .execute();
};

export interface TextInForce {
  id: string;
  service_id: string;
  reading_id: string;
  bagian: string | null;
  name: string;
  pengguna: Pengguna | null;
}

/**
 * Every table that could be the one in force for its service, the best first: of the newest decree (year, then signing
 * date, then time of storing), in its newest version.
 */
export const tablesByRank = async (trx: Reader, r: number): Promise<TextInForce[]> => {
  const rows = await trx
    .selectFrom("service_text as st")
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "st.r").onRef("rd.id", "=", "st.reading_id"))
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .innerJoin("decree as d", (j) => j.onRef("d.r", "=", "dt.r").onRef("d.id", "=", "dt.decree_id"))
    .select(["st.id", "st.service_id", "st.reading_id", "st.bagian", "st.name", "st.pengguna"])
    .where("st.r", "=", r)
    .where("st.same_as", "is", null)
    .where("st.service_id", "is not", null)
    .where("rd.current", "=", 1)
    .where("dt.status", "=", "berlaku")
    .orderBy("d.year", (o) => o.desc().nullsLast())
    .orderBy("d.signed", (o) => o.desc().nullsLast())
    .orderBy("dt.at", "desc")
    .orderBy("st.ordinal")
    .execute();
  return rows as TextInForce[];
};

/** A service by its number, whether or not any text in force prints it. */
export const serviceByNo = (db: Reader, r: number, no: number): Promise<ServiceTable | undefined> =>
  db.selectFrom("service").selectAll().where("r", "=", r).where("no", "=", no).executeTakeFirst();

export const updateService = async (
  trx: Writer,
  r: number,
  id: string,
  set: Partial<
    Pick<
      ServiceTable,
      "text_id" | "name" | "name_key" | "slug" | "bagian_id" | "pengguna" | "pengguna_confirmed" | "volume"
    >
  >,
): Promise<void> => {
  await trx.updateTable("service").set(set).where("r", "=", r).where("id", "=", id).execute();
};

/** Sets the state of every table of a regency from what the register points to. */
export const refreshTableStates = async (trx: Writer, r: number): Promise<void> => {
  await trx.updateTable("service_text").set({ status: "lama" }).where("r", "=", r).execute();
  await trx
    .updateTable("service_text")
    .set({ status: "berlaku" })
    .where("r", "=", r)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("service")
        .select(sql<string>`text_id`.as("id"))
        .where("r", "=", r)
        .where("text_id", "is not", null),
    )
    .execute();
  await trx
    .updateTable("service_text")
    .set({ status: "ganda" })
    .where("r", "=", r)
    .where("same_as", "in", (eb) =>
      eb
        .selectFrom("service_text as first")
        .select("first.id")
        .where("first.r", "=", r)
        .where("first.status", "=", "berlaku"),
    )
    .execute();
};
