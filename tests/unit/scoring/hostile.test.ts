import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { scoreReading } from "#app/scoring/index.ts";
import { readingOf, serviceOf } from "./subject.ts";

const filled = (text: string) =>
  readingOf([serviceOf("Layanan X", Object.fromEntries(COMPONENT_KEYS.map((key) => [key, text])))]);

describe("hostile text", () => {
  it.each(["((((", "1. ", "…", "\u0000", "🙂", "(satu", "kabupaten ", "nomor 1 tahun "])(
    "%j, many times, is scored without a fault",
    (piece) => {
      const { levels, verdicts } = scoreReading(filled(piece.repeat(2000)));
      expect(levels).toHaveLength(1);
      expect(verdicts.length).toBeGreaterThan(0);
    },
  );
  it("an empty reading has no scores", () => {
    expect(scoreReading(readingOf([]))).toEqual({ levels: [], verdicts: [], findings: [] });
  });
});
