import { describe, expect, it } from "vitest";
import { contentHash } from "#app/reader/content-hash.ts";

const content = { name: "Peminjaman Aula", bagian: "Bagian Umum", texts: { biaya: "Gratis.", produk: null } };

describe("contentHash", () => {
  it("is the sha256 of the canonical JSON: sorted keys, all 14 components, null where absent", () => {
    // Computed apart from this program: Python's json.dumps(sort_keys, no blanks) of the 16 values, hashlib.sha256.
    expect(contentHash(content)).toBe("e8c7e4e4d65216d839362414cff21e9d158e1b670ca4c8d9bd90b3d442c156cd");
  });

  it("does not change with white space or with how a letter is composed", () => {
    const spaced = {
      ...content,
      name: " Peminjaman \n\t Aula ",
      texts: { biaya: "Gratis.  ", produk: null },
    };
    expect(contentHash(spaced)).toBe(contentHash(content));
    const composed = { ...content, texts: { biaya: "caf\u00e9" } };
    const decomposed = { ...content, texts: { biaya: "cafe\u0301" } };
    expect(contentHash(composed)).toBe(contentHash(decomposed));
  });

  it("treats a component left out and one that is null alike", () => {
    expect(contentHash({ ...content, texts: { biaya: "Gratis." } })).toBe(contentHash(content));
  });

  it("changes with the name, the bagian, a word, and the component that holds it", () => {
    const others = [
      { ...content, name: "Peminjaman Aula Besar" },
      { ...content, bagian: null },
      { ...content, texts: { biaya: "Gratis" } },
      { ...content, texts: { produk: "Gratis." } },
    ];
    const hashes = new Set([content, ...others].map(contentHash));
    expect(hashes.size).toBe(5);
  });
});
