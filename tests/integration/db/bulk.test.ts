import { expect, it } from "vitest";
import { insertMany } from "#db/bulk.ts";
import { fileBytes, putFile } from "#db/queries/files.ts";
import type { NaskahLineTable } from "#db/schema.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const base = { r: 1, id: "t", decree_id: "d" };

describeEachEngine("bulk insert", (openTestDb) => {
  it("stores thousands of lines as they are, with quotes, tabs and letters beyond ASCII", async () => {
    const db = await openTestDb();
    const texts = ["", `"kutip" \\ 'tunggal'`, "kolom\tkolom", "é – “ ” 😀", "null", "{}"];
    const rows: NaskahLineTable[] = Array.from({ length: 5000 }, (_, index) => ({
      r: 1,
      text_id: "t",
      line: index + 1,
      text: texts[index % texts.length] as string,
      search_key: "",
    }));
    await db.write.transaction().execute(async (trx) => {
      await trx
        .insertInto("decree")
        .values({
          r: 1,
          id: "d",
          upload_id: null,
          ordinal: 0,
          regency_name: null,
          issuer: null,
          issuer_key: "",
          number: null,
          number_key: "",
          number_annex: null,
          year: null,
          signed: null,
          maklumat: 0,
          slug: "d",
        })
        .execute();
      await insertMany(db, trx, "decree_text", [
        {
          ...base,
          version: 1,
          file_sha: null,
          file_name: "a.txt",
          line_from: 1,
          line_to: 5000,
          text_hash: "",
          facts_only: 0,
          status: "berlaku",
          at: "",
          by: "",
        },
      ]);
      await insertMany(db, trx, "naskah_line", rows);
    });
    const stored = await db.read.selectFrom("naskah_line").selectAll().orderBy("line").execute();
    expect(stored).toEqual(rows);
  });

  it("replaces what PostgreSQL cannot hold, alike on both engines", async () => {
    const db = await openTestDb();
    const row = { r: 1, id: "x", name: "a\0b\ud800c", name_key: "", slug: "x", family: null, sort_key: "" };
    await db.write.transaction().execute((trx) => insertMany(db, trx, "bagian", [row]));
    expect(await db.read.selectFrom("bagian").select(["name", "family"]).execute()).toEqual([
      { name: "a b\ufffdc", family: null },
    ]);
  });

  it("inserts nothing for no rows", async () => {
    const db = await openTestDb();
    await db.write.transaction().execute((trx) => insertMany(db, trx, "bagian", []));
    expect(await db.read.selectFrom("bagian").select("id").execute()).toEqual([]);
  });
});

describeEachEngine("files", (openTestDb) => {
  it("lie in pieces of one mebibyte and come back whole", async () => {
    const db = await openTestDb();
    const bytes = Uint8Array.from({ length: 2 * 1024 * 1024 + 5 }, (_, index) => index % 251);
    const file = { r: 1, sha256: "s", name: "a.txt", kind: "txt", size: bytes.length, at: "", by: "" };
    await db.write.transaction().execute((trx) => putFile(trx, file, bytes));
    const chunks = await db.read.selectFrom("file_chunk").select("seq").orderBy("seq").execute();
    expect(chunks.map((chunk) => chunk.seq)).toEqual([0, 1, 2]);
    expect(Buffer.compare(Buffer.from((await fileBytes(db.read, 1, "s")) ?? []), Buffer.from(bytes))).toBe(0);
    expect(await fileBytes(db.read, 2, "s")).toBeUndefined();
  });

  it("may be empty", async () => {
    const db = await openTestDb();
    const file = { r: 1, sha256: "s", name: "a.txt", kind: "txt", size: 0, at: "", by: "" };
    await db.write.transaction().execute((trx) => putFile(trx, file, new Uint8Array()));
    expect(await fileBytes(db.read, 1, "s")).toHaveLength(0);
  });
});
