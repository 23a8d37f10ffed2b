import { type BarRow, type BarSpec, SEGMENT_KEYS } from "#app/charts/spec.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import type { LevelTally, RegencyRef, SubstanceSummary } from "#app/server/views.ts";
import { judgedOf, problemsOf } from "./level-counts.ts";

/** Bars at most; what is beyond stands in the table. */
const MOST_BARS = 20;
const DESC =
  "Batang bertumpuk: tingkat 0 dan 1 (bermasalah) mulai dari sumbu, lalu tingkat 2 dan 3. Yang tidak terbaca (T) berada di belakang celah, di luar hitungan. Angka di ujung kanan: yang bermasalah dari yang dinilai. Angka yang sama ada pada tabel.";

/** A regency at its bar; an invented one is drawn, but the title does not count it. */
export const chartName = ({ shortName, sample }: Pick<RegencyRef, "shortName" | "sample">): string =>
  sample ? `${shortName} (contoh)` : shortName;

const barOf = (label: string, levels: LevelTally): BarRow => ({
  label,
  counts: Object.fromEntries(SEGMENT_KEYS.map((key) => [key, levels[key]])),
  end:
    formatShare(problemsOf(levels), judgedOf(levels)) + (levels.T > 0 ? `; T ${formatCount(levels.T)}` : ""),
});

/** Form A; the worst rows where they are too many, null where nothing is judged or all of one row is said by its sentence. */
function barsOrNone(
  id: string,
  title: string,
  groups: readonly { label: string; levels: LevelTally }[],
): BarSpec | null {
  const drawn = groups.filter(({ levels }) => judgedOf(levels) + levels.T > 0);
  if (drawn.length < 2) return null;
  const most =
    drawn.length <= MOST_BARS
      ? drawn
      : [...drawn].sort((a, b) => problemsOf(b.levels) - problemsOf(a.levels)).slice(0, MOST_BARS);
  return { kind: "bars", id, title, desc: DESC, rows: most.map((one) => barOf(one.label, one.levels)) };
}

export interface LevelGroup {
  name: string;
  services: number;
  levels: LevelTally;
}

/** One bar a group of services (regency, bagian, family): its components by level. */
export const levelsByGroup = (id: string, title: string, groups: readonly LevelGroup[]): BarSpec | null =>
  barsOrNone(
    id,
    title,
    groups.map(({ name, services, levels }) => ({
      label: `${name} · ${formatCount(services)} layanan`,
      levels,
    })),
  );

/** One bar a component, in the decree's order: services by its level. */
export const levelsByComponent = (
  id: string,
  title: string,
  { byComponent }: Pick<SubstanceSummary, "byComponent">,
): BarSpec | null =>
  barsOrNone(
    id,
    title,
    COMPONENTS.map(({ key, number, short }) => ({
      label: `${number}. ${short}`,
      levels: byComponent[key],
    })),
  );
