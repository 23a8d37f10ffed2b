import type { BarRow, BarSpec } from "#app/charts/spec.ts";
import { formatShare } from "#app/format/numbers.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import type { GroupSummary, Tally } from "#app/server/views.ts";

/** Bars at most; what is beyond stands in the table. */
const MOST_BARS = 20;
const DESC =
  "Batang padat: komponen yang tidak ada. Batang bergaris di belakang celah: komponen yang tidak terbaca, di luar hitungan. Angka yang sama ada pada tabel.";

const endText = ({ absent, unreadable }: Omit<Tally, "present">, n: number): string =>
  formatShare(absent, n) + (unreadable > 0 ? `; T ${unreadable}` : "");

/** One bar a group: components not there, of those that could be read. Presence itself is saturated and never drawn. */
export function absenceByGroup(
  id: string,
  title: string,
  groups: readonly { name: string; summary: GroupSummary }[],
): BarSpec | null {
  const rows = groups.map(({ name, summary }): BarRow => {
    const { present, absent, unreadable } = summary.completeness.all;
    return {
      label: `${name} · ${summary.services} layanan`,
      counts: { absent, unreadable },
      end: endText({ absent, unreadable }, present + absent),
    };
  });
  const total = (row: BarRow): number => row.counts.absent + row.counts.unreadable;
  const most =
    rows.length <= MOST_BARS
      ? rows
      : [...rows].sort((a, b) => b.counts.absent - a.counts.absent).slice(0, MOST_BARS);
  return rows.some((row) => total(row) > 0) ? { kind: "bars", id, title, desc: DESC, rows: most } : null;
}

/** One bar a component, in the decree's order: services in which it is not there. */
export function absenceByComponent(id: string, title: string, summary: GroupSummary): BarSpec | null {
  const rows = COMPONENTS.map(({ key, number, short }): BarRow => {
    const absent = summary.absentByComponent[key];
    const unreadable = summary.unreadableByComponent[key];
    return {
      label: `${number}. ${short}`,
      counts: { absent, unreadable },
      end: endText({ absent, unreadable }, summary.services - unreadable),
    };
  });
  return rows.some((row) => row.counts.absent + row.counts.unreadable > 0)
    ? { kind: "bars", id, title, desc: DESC, rows }
    : null;
}
