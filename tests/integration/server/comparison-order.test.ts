import { expect, it } from "vitest";
import { getComparison } from "#app/server/comparison.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const SK = "arunika-060-12-org-2024";

describeEachEngine("versions of a decree", (openTestDb) => {
  it("are told by their number, also where the later file's name comes later in the alphabet", async () => {
    const db = await openTestDb();
    const scope = scopeOf("operator lokal", "all");
    const [first] = ARUNIKA.bagian;
    for (const [name, bagian] of [
      ["a.txt", ARUNIKA.bagian],
      ["b.txt", first ? [first] : []],
    ] as const) {
      const text = decreeText({ ...ARUNIKA, bagian: [...bagian] });
      await ingestFile(db, scope, { name, stream: streamOf(bytesOf(text)) });
    }
    const { before, after } = await getComparison(db, scope, SK, SK, {});
    expect([before.version, after.version]).toEqual([1, 2]);
  });
});
