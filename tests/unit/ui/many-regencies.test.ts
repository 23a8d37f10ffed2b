import { describe, expect, it } from "vitest";
import type { DashboardRegency } from "#app/server/views.ts";
import { searchRegencies, ticksOf } from "#app/ui/many-regencies.ts";

const regency = (name: string, services: number, problems: number, sample = false): DashboardRegency =>
  ({
    regency: {
      slug: name.toLowerCase().replaceAll(" ", "-"),
      name: `Kabupaten ${name}`,
      shortName: name,
      sample,
    },
    services,
    substance: { all: { problems, judged: services * 14, unreadable: 0 } },
  }) as unknown as DashboardRegency;

/** 514 invented regencies: number k has 10 services and k modulo 7 components at level 0 or 1. */
const ALL = Array.from({ length: 514 }, (_, at) => regency(`Daerah ${at + 1}`, 10, (at + 1) % 7));

describe("many regencies", () => {
  it("are found by every word of a name, whatever its case and marks", () => {
    const rows = [regency("Segara Biru", 5, 2), regency("Arunika", 3, 1), regency("Segara Jingga", 1, 0)];
    expect(searchRegencies(rows, "SEGARA").length).toBe(2);
    expect(searchRegencies(rows, "biru  ségara").map((one) => one.regency.shortName)).toEqual([
      "Segara Biru",
    ]);
    expect(searchRegencies(rows, "").length).toBe(3);
    expect(searchRegencies(rows, "tidak ada")).toEqual([]);
  });

  it("have a tick each, fewest problems a service first, one's own named", () => {
    const ticks = ticksOf(ALL, new Set(["daerah-6"]));
    expect(ticks).toHaveLength(514);
    expect(ticks[0]?.perService).toBe(0);
    // 6 modulo 7 is 6: six problems in ten services.
    expect(ticks.filter((tick) => tick.named).map((tick) => [tick.name, tick.perService])).toEqual([
      ["Daerah 6", 0.6],
    ]);
  });

  it("are not all named where a search finds many, and invented or empty ones have no tick", () => {
    expect(ticksOf(ALL, new Set(ALL.map((one) => one.regency.slug))).some((tick) => tick.named)).toBe(false);
    expect(ticksOf([regency("Kosong", 0, 0), regency("Lembayung", 9, 3, true)], new Set())).toEqual([]);
  });
});
