import { describe, expect, it } from "vitest";
import type { PreviewDecree, UploadView } from "#app/server/views.ts";
import { fieldName, readConfirmation } from "#app/ui/confirmation.ts";

const decree = (change: Partial<PreviewDecree>): PreviewDecree => ({
  index: 0,
  regencyName: "Kabupaten Arunika",
  regency: null,
  asksZone: false,
  issuer: "Bupati",
  number: "060/1/2025",
  numberAnnex: null,
  year: 2025,
  signed: null,
  lines: [1, 100],
  needs: [],
  status: { kind: "baru", version: 1, since: null },
  coverage: { annexLines: 80, unassignedLines: 0 },
  unassigned: [],
  services: [],
  declared: [],
  findings: [],
  ...change,
});

const upload = (...decrees: PreviewDecree[]): UploadView => ({
  id: "u",
  name: "arunika.txt",
  size: 1000,
  step: "pratinjau",
  at: "2025-06-16T00:00:00.000Z",
  by: "operator lokal",
  jobId: null,
  lines: 100,
  outcome: null,
  decrees,
  fileFindings: [],
});

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

describe("confirming an upload", () => {
  it("takes what was read where nothing was asked", () => {
    expect(readConfirmation(form({}), upload(decree({}))).confirmation).toEqual({
      decrees: [
        { index: 0, regency: "Kabupaten Arunika", issuer: "Bupati", number: "060/1/2025", year: 2025 },
      ],
      asNew: [],
    });
  });

  it("takes what was typed, without the blanks around it", () => {
    const read = readConfirmation(
      form({ [fieldName(0, "number")]: " 060/2/2025 ", [fieldName(0, "year")]: "2024" }),
      upload(decree({ number: null, year: null, needs: ["number", "year"] })),
    );
    expect(read.confirmation?.decrees[0]).toMatchObject({ number: "060/2/2025", year: 2024 });
  });

  it("names the field of each error and keeps what was typed", () => {
    const read = readConfirmation(
      form({ [fieldName(1, "number")]: "  ", [fieldName(1, "year")]: "dua ribu" }),
      upload(decree({}), decree({ index: 1, number: null, year: null, needs: ["number", "year"] })),
    );
    expect(read.confirmation).toBeUndefined();
    expect(read.errors.map((error) => error.field)).toEqual(["keputusan-1-number", "keputusan-1-year"]);
    expect(read.typed["keputusan-1-year"]).toBe("dua ribu");
  });

  it("takes services that are new after all, and no other value", () => {
    const data = form({});
    for (const value of ["4", "x", "-1", "11"]) data.append("layanan-baru", value);
    expect(readConfirmation(data, upload(decree({}))).confirmation?.asNew).toEqual([4, 11]);
  });

  it("takes the zone of a regency only where it was asked for, and only one that there is", () => {
    const zoneOf = (asksZone: boolean, chosen: string) =>
      readConfirmation(form({ "keputusan-0-zona": chosen }), upload(decree({ asksZone }))).confirmation
        ?.decrees[0]?.zone;
    expect(zoneOf(true, "WITA")).toBe("WITA");
    expect(zoneOf(true, "GMT")).toBeUndefined();
    expect(zoneOf(false, "WITA")).toBeUndefined();
  });
});
