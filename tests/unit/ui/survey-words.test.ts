import { describe, expect, it } from "vitest";
import { warningWords } from "#app/ui/survey/import/words.ts";
import { changeWords, respondents, shortChange } from "#app/ui/survey/words.ts";

describe("words of the survey's pages", () => {
  it("give a change its sign, and call it naik or turun only outside the noise", () => {
    const within = { difference: -0.5, direction: "belum pasti" as const };
    expect(changeWords(within, "Triwulan II 2025")).toBe(
      "−0,50 terhadap Triwulan II 2025, belum dapat disebut naik atau turun",
    );
    expect(shortChange({ ...within, difference: 0.51 })).toBe("+0,51 (belum pasti)");
    expect(shortChange({ difference: 3.46, direction: "naik" })).toBe("naik 3,46");
    expect(shortChange(null)).toBe("belum ada pembanding");
  });

  it("name periods as people do, also in warnings of the reading", () => {
    expect(warningWords("Kurang dari 5 responden pada Aula, 2025-TW3 (2), dan Tenda, 2025-S1 (1).")).toBe(
      "Kurang dari 5 responden pada Aula, TW III 2025 (2), dan Tenda, Smt I 2025 (1).",
    );
    expect(warningWords("Kurang dari 5 responden pada Aula, 2026-08 (4).")).toBe(
      "Kurang dari 5 responden pada Aula, Agu 2026 (4).",
    );
    expect(warningWords("Baris 4: 2026-08-17 tidak terbaca.")).toBe("Baris 4: 2026-08-17 tidak terbaca.");
  });

  it("part the thousands of respondents and of their target", () => {
    expect(respondents({ n: 5495, target: null })).toBe("5.495 responden");
    expect(respondents({ n: 1044, target: 1100 })).toBe("1.044 responden dari sampel 1.100");
  });
});
