import { describe, expect, it } from "vitest";
import {
  daysBetween,
  daysLate,
  daysToClose,
  enteredOn,
  standingOn,
  statusOn,
  type Timeline,
} from "#app/followup/timeline.ts";

const PLAN: Timeline = [
  { day: "2026-01-10", state: "rencana", due: "2026-03-31" },
  { day: "2026-02-02", state: "berjalan", due: "2026-03-31" },
  { day: "2026-04-20", state: "selesai", due: "2026-03-31" },
];

describe("the timeline of an action", () => {
  it("is not there before the day of planning, and stands as its last step says from that day on", () => {
    expect(standingOn(PLAN, "2026-01-09")).toBeNull();
    expect(statusOn(PLAN, "2026-01-09")).toBeNull();
    expect(statusOn(PLAN, "2026-01-10")).toBe("rencana");
    expect(statusOn(PLAN, "2026-02-02")).toBe("berjalan");
  });

  it("is late from the day after its due date until it is finished, and never on the due date itself", () => {
    expect(statusOn(PLAN, "2026-03-31")).toBe("berjalan");
    expect(statusOn(PLAN, "2026-04-01")).toBe("terlambat");
    expect(daysLate(PLAN, "2026-04-01")).toBe(1);
    // 31 March to 19 April: 19 days.
    expect(daysLate(PLAN, "2026-04-19")).toBe(19);
    expect(statusOn(PLAN, "2026-04-20")).toBe("selesai");
    expect(daysLate(PLAN, "2026-04-20")).toBeNull();
  });

  it("counts days from planning to the end: 21 of January, 28 of February, 31 of March, 20 of April", () => {
    expect(daysToClose(PLAN, "2026-12-31")).toBe(100);
    expect(daysToClose(PLAN, "2026-04-19")).toBeNull();
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-01-01", "2026-01-01")).toBe(0);
    expect(daysBetween("2026-03-31", "2026-03-01")).toBe(-30);
  });

  it("that was taken up again ends on the day it was finished the last time", () => {
    const again: Timeline = [
      ...PLAN,
      { day: "2026-05-01", state: "berjalan", due: "2026-06-30" },
      { day: "2026-05-30", state: "selesai", due: "2026-06-30" },
      { day: "2026-06-02", state: "selesai", due: "2026-06-30" },
    ];
    expect(enteredOn(again, "selesai", "2026-04-30")).toBe("2026-04-20");
    expect(enteredOn(again, "selesai", "2026-05-10")).toBeNull();
    expect(enteredOn(again, "selesai", "2026-12-31")).toBe("2026-05-30");
  });

  it("takes the later of two steps of one day", () => {
    const twice: Timeline = [
      { day: "2026-01-10", state: "rencana", due: "2026-03-31" },
      { day: "2026-01-10", state: "batal", due: "2026-03-31" },
    ];
    expect(statusOn(twice, "2026-01-10")).toBe("batal");
    // What is cancelled is never late.
    expect(statusOn(twice, "2026-12-31")).toBe("batal");
  });
});
