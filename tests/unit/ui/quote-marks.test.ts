import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markQuotes } from "#app/ui/quote-marks.ts";

const marked = (segments: string[], quotes: string[]): string[] =>
  markQuotes(segments, quotes).map((parts) =>
    parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join(""),
  );

describe("quotes in a text", () => {
  it("are marked where they stand, white space counting as one blank", () => {
    expect(marked(["Waktu:  menyesuaikan\nkeadaan kantor."], ["menyesuaikan keadaan"])).toEqual([
      "Waktu:  [menyesuaikan\nkeadaan] kantor.",
    ]);
  });

  it("run on from line to line", () => {
    expect(
      marked(["Biaya sesuai", "ketentuan yang", "berlaku umum"], ["sesuai ketentuan yang berlaku"]),
    ).toEqual(["Biaya [sesuai]", "[ketentuan yang]", "[berlaku] umum"]);
  });

  it("that were cut mark what is left of them; those that are not there mark nothing", () => {
    expect(marked(["a. satu b. dua c. tiga"], ["a. satu b…"])).toEqual(["[a. satu b]. dua c. tiga"]);
    expect(marked(["a. satu"], ["sepuluh"])).toEqual(["a. satu"]);
    expect(marked(["a. satu"], ["a"])).toEqual(["a. satu"]);
  });

  it("never change the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (segments, quotes) => {
        const parts = markQuotes(segments, quotes);
        expect(parts.map((own) => own.map((part) => part.text).join(""))).toEqual(segments);
      }),
    );
  });
});
