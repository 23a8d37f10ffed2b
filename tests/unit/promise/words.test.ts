import { describe, expect, it } from "vitest";
import { joinPairs } from "#app/promise/join.ts";
import { priorityReason } from "#app/promise/words.ts";

const BOUND = 76.61;
const low = (n: number, nilai: number) => ({
  n,
  nilai,
  interval: [nilai - 2, nilai + 2] as [number, number],
});

const reasonOf = (answers: Parameters<typeof joinPairs>[1]): string =>
  priorityReason(
    {
      kind: "tepati",
      pairs: joinPairs({ persyaratan: 3, jangka_waktu: 2, produk: 2, sarana: 2 }, answers, BOUND).filter(
        ({ experience }) => experience,
      ),
      service: { absent: [], wrong: [] },
    },
    BOUND,
  );

describe("the reason of a priority", () => {
  it("says of one or two promises each what was promised and how it was felt", () => {
    expect(reasonOf(new Map([["waktu", low(24, 69.5)]]))).toBe(
      "Jangka waktu sudah dijanjikan, tetapi penilaian waktu 69,50 (n = 24) di bawah 76,61.",
    );
  });

  it("says of more what they share once, the lowest first", () => {
    expect(
      reasonOf(
        new Map([
          ["persyaratan", low(130, 61.54)],
          ["waktu", low(130, 56.54)],
          ["sarana", low(130, 61.92)],
        ]),
      ),
    ).toBe(
      "Jangka waktu 56,54; persyaratan 61,54; sarana 61,92 (n = 130): semuanya sudah dijanjikan, tetapi dinilai di bawah 76,61.",
    );
  });

  it("keeps the answers of each where they differ", () => {
    expect(
      reasonOf(
        new Map([
          ["persyaratan", low(1200, 61.54)],
          ["waktu", low(1198, 56.54)],
          ["produk", low(1200, 70)],
        ]),
      ),
    ).toBe(
      "Jangka waktu 56,54 (n = 1.198); persyaratan 61,54 (n = 1.200); produk 70,00 (n = 1.200): semuanya sudah dijanjikan, tetapi dinilai di bawah 76,61.",
    );
  });
});
