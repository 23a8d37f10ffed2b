import { expect, it } from "vitest";
import { statusWords } from "#app/ui/PreviewDecree.tsx";

it("tells since which day a text is stored by the clock of its regency", () => {
  // 16.30 UTC on the 3rd is 23.30 WIB, and half past midnight of the 4th in WITA.
  const status = { kind: "sama", version: 1, since: "2026-03-03T16:30:00.000Z" } as const;
  const balangan = {
    r: 6311,
    slug: "balangan",
    name: "Kabupaten Balangan",
    shortName: "Balangan",
    code: "63.11",
    zone: "WITA",
    sample: false,
  } as const;
  expect(statusWords({ status, regency: balangan })).toContain("sejak 4 Maret 2026");
  expect(statusWords({ status, regency: null })).toContain("sejak 3 Maret 2026");
});
