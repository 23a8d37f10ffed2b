import { describe, expect, it } from "vitest";
import { type Bound, changedComponents, changesSince, partHashes, stands } from "#app/assessment/bound.ts";
import { contentHash } from "#app/reader/content-hash.ts";

const TEXT = {
  name: "Peminjaman Aula",
  bagian: "Bagian Umum",
  texts: { biaya: "Gratis.", produk: "Surat." },
};
const bound = (some: Partial<Bound> = {}): Bound => ({
  instrument: "permenpan-15-2014/1@aa",
  parts: partHashes(TEXT),
  answers: { biaya: { value: "2", machine: "1" }, produk: { value: "3", machine: "3" } },
  ...some,
});

describe("what an assessment is bound to", () => {
  it("is the same where nothing but white space and lines differ, exactly like the content_hash", () => {
    const spaced = { ...TEXT, texts: { biaya: "  Gratis. ", produk: "Surat.\n" } };
    expect(contentHash(spaced)).toBe(contentHash(TEXT));
    expect(changesSince(bound(), bound({ parts: partHashes(spaced) }))).toBeNull();
  });

  it("names the components whose words changed, in the order of the decree", () => {
    const later = { ...TEXT, texts: { produk: "Surat keterangan.", persyaratan: "KTP.", biaya: "Gratis." } };
    expect(contentHash(later)).not.toBe(contentHash(TEXT));
    const changes = changesSince(bound(), bound({ parts: partHashes(later) }));
    expect(changes).toEqual({ instrument: false, parts: ["persyaratan", "produk"], answers: [] });
    expect(changes && changedComponents(changes)).toEqual(["persyaratan", "produk"]);
  });

  it("names the service itself and its bagian", () => {
    const later = partHashes({ ...TEXT, name: "Pinjam Aula", bagian: null });
    expect(changesSince(bound(), bound({ parts: later }))?.parts).toEqual(["nama", "bagian"]);
  });

  it("is another where the edition changed by one word", () => {
    expect(changesSince(bound(), bound({ instrument: "permenpan-15-2014/1@bb" }))).toEqual({
      instrument: true,
      parts: [],
      answers: [],
    });
  });

  it("tells on which items the machine changed its mind, an answer changed, or one vanished", () => {
    const now = (answers: Bound["answers"]) => changesSince(bound(), bound({ answers }))?.answers;
    expect(now({ biaya: { value: "2", machine: "2" }, produk: { value: "3", machine: "3" } })).toEqual([
      "biaya",
    ]);
    expect(now({ biaya: { value: "2", machine: "1" }, produk: { value: "2", machine: "3" } })).toEqual([
      "produk",
    ]);
    expect(now({ biaya: { value: "2", machine: "1" } })).toEqual(["produk"]);
  });
});

describe("an answer", () => {
  const given = { kind: "tetap", instrument: "a", itemHash: "h", machine: "2" } as const;
  it("stands on the same words and the same edition", () => {
    expect(stands(given, given)).toBe(true);
    expect(stands(given, { ...given, itemHash: "i" })).toBe(false);
    expect(stands(given, { ...given, instrument: "b" })).toBe(false);
  });

  it("that kept the machine's verdict falls with it; one that overrode it stays", () => {
    expect(stands(given, { ...given, machine: "1" })).toBe(false);
    expect(stands({ ...given, kind: "ubah" }, { ...given, machine: "1" })).toBe(true);
  });
});
