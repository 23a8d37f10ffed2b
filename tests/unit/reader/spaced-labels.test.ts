import { describe, expect, it } from "vitest";
import { matchLabels } from "#app/reader/labels/match.ts";

const label = (text: string): string | null => {
  const found = matchLabels(text)[0];
  return found?.complete ? `${found.key}: ${text.slice(0, found.end)}` : null;
};

describe("labels with other blanks than between their words", () => {
  it.each([
    ["JangkaWaktuPelayanan", "jangka_waktu"],
    ["Sistem,MekanismedanProsedur", "prosedur"],
    ["B I A Y A   T A R I F", "biaya"],
    ["P E N G A W A S A N   I N T E R N A L", "pengawasan"],
  ])("%s is one as a whole", (text, key) => {
    expect(label(text)).toBe(`${key}: ${text}`);
  });

  it("hold nothing but words of labels", () => {
    expect(label("JangkaWaktuSewaTenda")).toBeNull();
    expect(label("B I A Y A   S E W A")).toBeNull();
  });
});
