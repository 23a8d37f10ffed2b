import { expect, it } from "vitest";
import { runNextJob } from "#app/server/jobs.server.ts";
import { getUpload } from "#app/server/preview.server.ts";
import { confirmUpload, stageUpload } from "#app/server/upload.server.ts";
import { JOB_HANDLERS } from "#app/server/upload-jobs.server.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");

/** Uploads a decree of a regency and confirms it; the zone is that of the form, where one was asked for. */
const added = async (db: Db, regency: string, zone?: "WIB" | "WITA" | "WIT") => {
  const bytes = bytesOf(decreeText({ ...ARUNIKA, regency: regency.toUpperCase() }));
  const staged = await stageUpload(db, scope, { name: "naskah.txt", stream: streamOf(bytes) });
  if (staged.kind !== "job") throw new Error(staged.message);
  await runNextJob(db, JOB_HANDLERS, { worker: "penguji" });
  const [decree] = (await getUpload(db, scope, staged.uploadId)).decrees;
  const identity = { index: 0, regency, issuer: "Bupati", number: "060/12/ORG", year: 2024 };
  await confirmUpload(db, scope, staged.uploadId, { decrees: [{ ...identity, ...(zone && { zone }) }] });
  await runNextJob(db, JOB_HANDLERS, { worker: "penguji" });
  const row = await db.read
    .selectFrom("regency")
    .select(["zone", "province"])
    .where("name", "=", regency)
    .executeTakeFirst();
  return { asked: decree?.asksZone, ...row };
};

describeEachEngine("a regency that a decree adds", (openTestDb) => {
  it("lies in the zone of its province where the name tells it, else in the one a person confirms", async () => {
    const db = await openTestDb();
    expect(await added(db, "Alor", "WIB")).toEqual({
      asked: false,
      zone: "WITA",
      province: "Nusa Tenggara Timur",
    });
    expect(await added(db, "Segara Biru", "WIT")).toEqual({ asked: true, zone: "WIT", province: null });
    expect(await added(db, "Bukit Awan")).toEqual({ asked: true, zone: "WIB", province: null });
  });
});
