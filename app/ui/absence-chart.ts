import type { BarRow, BarSpec } from "#app/charts/spec.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import type { GroupSummary, RegencyRef, Tally } from "#app/server/views.ts";
import type { ComponentPlace } from "./sentences.ts";

/** Bars at most; what is beyond stands in the table. */
const MOST_BARS = 20;
const DESC =
  "Batang padat: komponen yang tidak ada. Batang bergaris di belakang celah: komponen yang tidak terbaca, di luar hitungan. Angka yang sama ada pada tabel.";

const endText = ({ absent, unreadable }: Omit<Tally, "present">, n: number): string =>
  formatShare(absent, n) + (unreadable > 0 ? `; T ${formatCount(unreadable)}` : "");

/** A regency at its bar; an invented one is drawn, but the title does not count it. */
export const chartName = ({ shortName, sample }: Pick<RegencyRef, "shortName" | "sample">): string =>
  sample ? `${shortName} (contoh)` : shortName;

/** The chart, its worst rows where they are too many; null where every bar would be empty. */
function barsOrNone(id: string, title: string, rows: readonly BarRow[]): BarSpec | null {
  if (!rows.some((row) => (row.counts[0] ?? 0) + (row.counts.T ?? 0) > 0)) return null;
  const most =
    rows.length <= MOST_BARS
      ? rows
      : [...rows].sort((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0)).slice(0, MOST_BARS);
  return { kind: "bars", id, title, desc: DESC, rows: most };
}

/** One bar a group: components not there, of those that could be read. Presence itself is saturated and never drawn. */
export function absenceByGroup(
  id: string,
  title: string,
  groups: readonly { name: string; summary: GroupSummary }[],
): BarSpec | null {
  const rows = groups.map(({ name, summary }): BarRow => {
    const { present, absent, unreadable } = summary.completeness.all;
    return {
      label: `${name} · ${formatCount(summary.services)} layanan`,
      counts: { 0: absent, T: unreadable },
      end: endText({ absent, unreadable }, present + absent),
    };
  });
  return barsOrNone(id, title, rows);
}

/** One bar a component, in the decree's order: services in which it is not there. */
export function absenceByComponent(id: string, title: string, summary: GroupSummary): BarSpec | null {
  const rows = COMPONENTS.map(({ key, number, short }): BarRow => {
    const absent = summary.absentByComponent[key];
    const unreadable = summary.unreadableByComponent[key];
    return {
      label: `${number}. ${short}`,
      counts: { 0: absent, T: unreadable },
      end: endText({ absent, unreadable }, summary.services - unreadable),
    };
  });
  return barsOrNone(id, title, rows);
}

/** One bar a regency: services in which one component is not there. */
export function absenceOfComponent(
  id: string,
  title: string,
  places: readonly ComponentPlace[],
): BarSpec | null {
  const rows = places.map(
    ({ name, services, absent, unreadable }): BarRow => ({
      label: `${name} · ${formatCount(services)} layanan`,
      counts: { 0: absent, T: unreadable },
      end: endText({ absent, unreadable }, services - unreadable),
    }),
  );
  return barsOrNone(id, title, rows);
}
