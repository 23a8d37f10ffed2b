import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { scoreStandards } from "#app/scoring/index.ts";
import { readingOf, serviceOf } from "./subject.ts";

const filled = (text: string) =>
  readingOf([serviceOf("Layanan X", Object.fromEntries(COMPONENT_KEYS.map((key) => [key, text])))]);

describe("hostile text", () => {
  it.each(["((((", "1. ", "…", "\u0000", "🙂", "(satu", "kabupaten ", "nomor 1 tahun "])(
    "%j, many times, is scored without a fault",
    (piece) => {
      const { levels, verdicts } = scoreStandards(filled(piece.repeat(2000)));
      expect(levels).toHaveLength(1);
      expect(verdicts.length).toBeGreaterThan(0);
    },
  );
  it("a decree without services has no levels, verdicts or units", () => {
    expect(scoreStandards(readingOf([]))).toMatchObject({ levels: [], verdicts: [], units: [] });
  });
});
