import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOfQuarter, promisedBefore, quarterDays, quarterOf } from "#app/followup/quarter.ts";
import {
  ACTION_STATES,
  isOpen,
  STATUSES,
  standingOn,
  statusOn,
  type Timeline,
} from "#app/followup/timeline.ts";

const planned = (
  day: string,
  due: string,
  ...steps: [string, (typeof ACTION_STATES)[number], string?][]
): Timeline => {
  let standing = due;
  return [
    { day, state: "rencana", due },
    ...steps.map(([on, state, moved]) => {
      standing = moved ?? standing;
      return { day: on, state, due: standing };
    }),
  ];
};

/** Seven actions of a year, told of the second quarter. */
const YEAR: Record<string, Timeline> = {
  // Due in TW2 and done in time, after 40 days: 22 to 30 April is 8 (from the 22nd), May 31, 1 June the last.
  inTime: planned("2026-04-22", "2026-06-30", ["2026-05-05", "berjalan"], ["2026-06-01", "selesai"]),
  // Due in TW2, done in TW2 after its date, planned in TW1: 1 March to 9 June is 100 days.
  tooLate: planned("2026-03-01", "2026-05-31", ["2026-06-09", "selesai"]),
  // Due in TW2, not done: late on 30 June by 61 days (30 April to 30 June).
  late: planned("2026-02-01", "2026-04-30", ["2026-03-01", "berjalan"]),
  // Was due in TW2, moved to TW3 within TW2.
  moved: planned("2026-02-10", "2026-05-15", ["2026-05-10", "rencana", "2026-09-30"]),
  // Due in TW2, cancelled in TW2: in no share.
  cancelled: planned("2026-01-15", "2026-06-15", ["2026-05-20", "batal"]),
  // Due in TW4, finished early in TW2: 10 April to 20 April is 10 days.
  early: planned("2026-04-10", "2026-12-31", ["2026-04-20", "selesai"]),
  // Planned in TW3.
  later: planned("2026-07-05", "2026-08-01"),
};
const ALL = Object.values(YEAR);

describe("a quarter of follow-up", () => {
  it("has its days from the calendar, leap years included", () => {
    expect(quarterDays("2024-TW1")).toEqual({
      first: "2024-01-01",
      last: "2024-03-31",
      before: "2023-12-31",
    });
    expect(quarterDays("2026-TW3")).toEqual({
      first: "2026-07-01",
      last: "2026-09-30",
      before: "2026-06-30",
    });
    expect([quarterDays("2026"), quarterDays("2026-S1"), quarterDays("TW2 2026")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(["2026-01-01", "2026-06-30", "2026-07-01", "2026-12-31"].map(quarterOf)).toEqual([
      "2026-TW1",
      "2026-TW2",
      "2026-TW3",
      "2026-TW4",
    ]);
  });

  it("counts what was due, done and in time, and the days to close, as worked out by hand", () => {
    expect(figuresOfQuarter(ALL, "2026-TW2", "2026-11-22")).toEqual({
      quarter: "2026-TW2",
      day: "2026-06-30",
      running: false,
      // inTime and early.
      planned: 2,
      counts: { terlambat: 1, berjalan: 0, rencana: 1, selesai: 3, batal: 1 },
      // inTime, tooLate, late; moved and cancelled are in no share.
      due: 3,
      done: 2,
      onTime: 1,
      moved: 1,
      // inTime 40, tooLate 100, early 10: the middle one is 40.
      closed: 3,
      cancelled: 1,
      medianDays: 40,
    });
  });

  it("that still runs is told as of today, and what is due later in it is not late yet", () => {
    const running = figuresOfQuarter(ALL, "2026-TW2", "2026-05-10");
    expect(running).toMatchObject({
      day: "2026-05-10",
      running: true,
      counts: { terlambat: 1, berjalan: 1, rencana: 3, selesai: 1, batal: 0 },
      due: 4,
      done: 0,
      moved: 1,
      closed: 1,
      medianDays: 10,
    });
  });

  it("that has not begun has no figures, and one without anything has no median", () => {
    expect(figuresOfQuarter(ALL, "2026-TW3", "2026-06-30")).toBeNull();
    expect(figuresOfQuarter(ALL, "tahun ini", "2026-06-30")).toBeNull();
    expect(figuresOfQuarter([], "2026-TW2", "2026-11-22")).toMatchObject({
      due: 0,
      done: 0,
      medianDays: null,
    });
  });

  it("has the mean of the middle two where an even number was finished", () => {
    const two = [YEAR.inTime, YEAR.early] as Timeline[];
    expect(figuresOfQuarter(two, "2026-TW2", "2026-11-22")?.medianDays).toBe(25);
  });

  it("opens with what was open on the last day of the quarter before, and says what became of it", () => {
    const rows = Object.entries(YEAR).map(([name, timeline]) => ({ name, timeline }));
    expect(
      promisedBefore(rows, "2026-TW2", "2026-06-30").map(({ row, status }) => [row.name, status]),
    ).toEqual([
      ["tooLate", "selesai"],
      ["late", "terlambat"],
      ["moved", "rencana"],
      ["cancelled", "batal"],
    ]);
  });
});

const day = fc
  .integer({ min: 0, max: 1095 })
  .map((at) => new Date(Date.UTC(2025, 0, 1) + at * 86_400_000).toISOString().slice(0, 10));
const timeline: fc.Arbitrary<Timeline> = fc
  .tuple(
    fc.array(fc.record({ day, state: fc.constantFrom(...ACTION_STATES), due: day }), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([steps]) => {
    const [first, ...rest] = steps.sort((a, b) => (a.day < b.day ? -1 : 1));
    return [{ ...(first as Timeline[0]), state: "rencana" }, ...rest] as Timeline;
  });
const quarter = fc
  .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, nth]) => `${year}-TW${nth}`);

describe("figures of any follow-up", () => {
  it("account for every action once, and never share more than there is", () => {
    fc.assert(
      fc.property(fc.array(timeline, { maxLength: 30 }), quarter, day, (timelines, asked, today) => {
        const figures = figuresOfQuarter(timelines, asked, today);
        const days = quarterDays(asked);
        if (!figures || !days) {
          expect(today < (days?.first ?? "")).toBe(true);
          return;
        }
        const known = timelines.filter(([first]) => first.day <= figures.day).length;
        expect(STATUSES.reduce((sum, status) => sum + figures.counts[status], 0)).toBe(known);
        expect(figures.day <= today && figures.day <= days.last).toBe(true);
        expect(figures.done).toBeLessThanOrEqual(figures.due);
        expect(figures.onTime).toBeLessThanOrEqual(figures.done);
        expect(figures.closed).toBeLessThanOrEqual(figures.counts.selesai);
        expect(figures.medianDays === null).toBe(figures.closed === 0);
        expect(figures.medianDays ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("keep a quarter that is over as it was, whatever is done after it", () => {
    fc.assert(
      fc.property(fc.array(timeline, { maxLength: 20 }), quarter, (timelines, asked) => {
        const last = quarterDays(asked)?.last ?? "";
        const cut = timelines.flatMap(([first, ...rest]): Timeline[] =>
          first.day > last ? [] : [[first, ...rest.filter((step) => step.day <= last)]],
        );
        expect(figuresOfQuarter(cut, asked, "2030-01-01")).toEqual(
          figuresOfQuarter(timelines, asked, "2030-01-01"),
        );
      }),
    );
  });

  it("promise again exactly what the quarter before left open", () => {
    fc.assert(
      fc.property(fc.array(timeline, { maxLength: 20 }), quarter, (timelines, asked) => {
        const { before, last } = quarterDays(asked) ?? { before: "", last: "" };
        const rows = timelines.map((one, at) => ({ at, timeline: one }));
        const promised = promisedBefore(rows, asked, last);
        expect(promised.map(({ row }) => row.at)).toEqual(
          rows
            .filter((row) => isOpen(standingOn(row.timeline, before) ?? { state: "batal" }))
            .map(({ at }) => at),
        );
        for (const { row, status } of promised) expect(status).toBe(statusOn(row.timeline, last));
      }),
    );
  });
});
