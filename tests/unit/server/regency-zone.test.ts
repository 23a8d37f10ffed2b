import { describe, expect, it } from "vitest";
import { zoneOfRegency } from "#app/server/regency-zone.ts";

describe("the zone of a regency by its name", () => {
  it("is that of its province, with or without its kind, however it is written", () => {
    expect(zoneOfRegency("Kabupaten Sumba Timur")).toEqual({
      zone: "WITA",
      province: "Nusa Tenggara Timur",
    });
    expect(zoneOfRegency("JAYAPURA")?.zone).toBe("WIT");
    expect(zoneOfRegency("Kota Bandung")).toEqual({ zone: "WIB", province: "Jawa Barat" });
  });

  it("is not told where the name is unknown or stands in two zones", () => {
    expect(zoneOfRegency("Arunika")).toBeNull();
    // A city in Jawa Barat, a regency in Kalimantan Selatan.
    expect(zoneOfRegency("Banjar")).toBeNull();
  });
});
