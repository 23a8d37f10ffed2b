import { describe, expect, it } from "vitest";
import { joinPairs } from "#app/promise/join.ts";
import { type Candidate, priorities } from "#app/promise/priorities.ts";

const B = 76.61;
const low = (n: number, nilai: number) => ({
  n,
  nilai,
  interval: [nilai - 2, nilai + 2] as [number, number],
});

const candidate = (service: string, part: Partial<Candidate<string>>): Candidate<string> => ({
  service,
  user: null,
  volume: null,
  pairs: [],
  level0: 0,
  level1: 0,
  ...part,
});

describe("priorities of mending", () => {
  it("come in the order of the deeds, then absent components, then wrong ones; a service without reason is not there", () => {
    const order = priorities(
      [
        candidate("isi belum tepat", { level1: 3 }),
        candidate("tanpa masalah", {}),
        candidate("tidak ada", { level0: 1 }),
        candidate("tepati", { pairs: joinPairs({ jangka_waktu: 3 }, new Map([["waktu", low(20, 70)]]), B) }),
        candidate("benahi", {
          pairs: joinPairs({ jangka_waktu: 0 }, new Map([["waktu", low(20, 70)]]), B),
          level0: 1,
        }),
      ],
      B,
    );
    expect(order.map(({ service, kind }) => [service, kind])).toEqual([
      ["benahi", "benahi"],
      ["tepati", "tepati"],
      ["tidak ada", "tidak_ada"],
      ["isi belum tepat", "belum_tepat"],
    ]);
  });

  it("want ten answers before the survey decides", () => {
    const pairs = joinPairs({ jangka_waktu: 0 }, new Map([["waktu", low(9, 60)]]), B);
    expect(priorities([candidate("sedikit", { pairs, level0: 1 })], B)[0]?.kind).toBe("tidak_ada");
  });

  it("put people from outside first, then more reasons, then what lies deeper", () => {
    const waktu = (nilai: number) => joinPairs({ jangka_waktu: 1 }, new Map([["waktu", low(20, nilai)]]), B);
    const two = joinPairs(
      { jangka_waktu: 1, produk: 1 },
      new Map([
        ["waktu", low(20, 74)],
        ["produk", low(20, 74)],
      ]),
      B,
    );
    const order = priorities(
      [
        candidate("tinggi", { pairs: waktu(73) }),
        candidate("dalam", { pairs: waktu(60) }),
        candidate("dua", { pairs: two }),
        candidate("masyarakat", { pairs: waktu(74), user: "masyarakat" }),
      ],
      B,
    );
    expect(order.map(({ service }) => service)).toEqual(["masyarakat", "dua", "dalam", "tinggi"]);
    expect(order[1]?.count).toBe(2);
  });

  it("put the service that more people use first where all else is equal; an unknown number weighs nothing", () => {
    const order = priorities(
      [
        candidate("tidak diketahui", { level0: 1 }),
        candidate("sedikit", { level0: 1, volume: 30 }),
        candidate("banyak", { level0: 1, volume: 1200 }),
      ],
      B,
    );
    expect(order.map(({ service }) => service)).toEqual(["banyak", "sedikit", "tidak diketahui"]);
  });
});
