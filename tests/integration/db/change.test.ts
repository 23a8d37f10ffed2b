import { expect, it } from "vitest";
import { change, type EventDraft, verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const everywhere = scopeOf("penguji", "all");
const event = (r: number, subject: string): EventDraft => ({ r, action: "naskah.simpan", subject });

const addBagian = (db: Db, r: number, id: string) =>
  change(db, everywhere, event(r, id), async (trx) => {
    const row = { r, id, name: id, name_key: id, slug: id, family: null, sort_key: id };
    await trx.insertInto("bagian").values(row).execute();
    return id;
  });

describeEachEngine("change", (openTestDb) => {
  it("writes the change and its event in one transaction and returns what the change returns", async () => {
    const db = await openTestDb({ clock: () => new Date("2025-06-16T06:45:00.000Z") });
    expect(await addBagian(db, 7, "umum")).toBe("umum");
    const [stored] = await db.read.selectFrom("event").selectAll().execute();
    expect(stored).toMatchObject({
      r: 7,
      seq: 1,
      at: "2025-06-16T06:45:00.000Z",
      actor: "penguji",
      action: "naskah.simpan",
      subject: "umum",
      prev_hash: "",
    });
    expect(await db.read.selectFrom("bagian").select("id").execute()).toEqual([{ id: "umum" }]);
  });

  it("leaves neither change nor event behind when the work fails", async () => {
    const db = await openTestDb();
    const failing = change(db, everywhere, event(7, "x"), async (trx) => {
      const row = { r: 7, id: "x", name: "x", name_key: "x", slug: "x", family: null, sort_key: "x" };
      await trx.insertInto("bagian").values(row).execute();
      throw new Error("stopped in the middle");
    });
    await expect(failing).rejects.toThrow("stopped in the middle");
    expect(await db.read.selectFrom("bagian").select("id").execute()).toEqual([]);
    expect(await db.read.selectFrom("event").select("seq").execute()).toEqual([]);
  });

  it("refuses an event outside the scope before anything is written", async () => {
    const db = await openTestDb();
    const narrow = scopeOf("penguji", [1]);
    let ran = false;
    const outside = change(db, narrow, event(2, "x"), async () => {
      ran = true;
    });
    await expect(outside).rejects.toThrow("outside the scope");
    expect(ran).toBe(false);
  });

  it("chains the events of each regency by themselves, also when many run at once", async () => {
    const db = await openTestDb();
    const names = ["a", "b", "c", "d", "e"];
    await Promise.all(names.flatMap((id) => [addBagian(db, 1, id), addBagian(db, 2, id)]));
    expect(await verifyChain(db.read, 1)).toEqual({ ok: true, events: 5 });
    expect(await verifyChain(db.read, 2)).toEqual({ ok: true, events: 5 });
    expect(await verifyChain(db.read, 3)).toEqual({ ok: true, events: 0 });
  });

  it("lets one change leave events in two regencies, each amended by the work itself", async () => {
    const db = await openTestDb();
    await change(db, everywhere, event(1, "x"), async (_trx, { amend, also }) => {
      amend({ after: { layanan: 3 } });
      const amendSecond = await also(event(2, "y"));
      amendSecond({ reason: "terbawa" });
    });
    const events = await db.read.selectFrom("event").select(["r", "after", "reason"]).orderBy("r").execute();
    expect(events).toEqual([
      { r: 1, after: '{"layanan":3}', reason: null },
      { r: 2, after: null, reason: "terbawa" },
    ]);
  });

  it("finds an event that was changed, taken out, or cut off at the end", async () => {
    const db = await openTestDb();
    for (const id of ["a", "b", "c"]) await addBagian(db, 1, id);
    await db.write.updateTable("event").set({ actor: "lain" }).where("seq", "=", 2).execute();
    expect(await verifyChain(db.read, 1)).toEqual({ ok: false, seq: 2, reason: "content was changed" });
    await db.write.updateTable("event").set({ actor: "penguji" }).where("seq", "=", 2).execute();
    expect(await verifyChain(db.read, 1)).toEqual({ ok: true, events: 3 });
    await db.write.deleteFrom("event").where("seq", "=", 3).execute();
    expect(await verifyChain(db.read, 1)).toEqual({
      ok: false,
      seq: 3,
      reason: "the end of the chain is missing",
    });
    await db.write.deleteFrom("event").where("seq", "=", 1).execute();
    expect(await verifyChain(db.read, 1)).toEqual({ ok: false, seq: 1, reason: "event is missing" });
  });
});
