import type { Tally } from "./spec-truth.ts";

const NAMES =
  "services found extra decrees decrees_found bagian_ok presence presence_ok tp fp fn content content_ok head_ok tail_ok length_ok lines_iou lined staff staff_ok free free_ok chan_tp chan_fp chan_fn law law_ok name_ok digits digits_ok waktu waktu_ok flag flag_ok firm firm_ok level level_ok level_near";
export const emptyTally = (): Tally =>
  Object.fromEntries(NAMES.split(" ").map((name) => [name, 0])) as unknown as Tally;

const percent = (part: number, whole: number): number =>
  whole ? Math.round((10000 * part) / whole) / 100 : 0;

/** The figures under which the truth's scorer prints its totals, in percent. */
export const figures = (t: Tally): Record<string, number | string> => ({
  services_recall: percent(t.found, t.services),
  services_precision: percent(t.found, t.found + t.extra),
  presence_accuracy: percent(t.presence_ok, 14 * t.services),
  component_f1: percent(2 * t.tp, 2 * t.tp + t.fp + t.fn + 14 * (t.services - t.found)),
  content_ok: percent(t.content_ok, t.content),
  lines_iou: percent(t.lines_iou, t.lined),
  bagian: percent(t.bagian_ok, t.services),
  decrees: `${t.decrees_found}/${t.decrees}`,
  staff: percent(t.staff_ok, t.staff),
  gratis: percent(t.free_ok, t.free),
  channels_f1: percent(2 * t.chan_tp, 2 * t.chan_tp + t.chan_fp + t.chan_fn),
  laws: percent(t.law_ok, t.law),
  names: percent(t.name_ok, t.found),
  digits: percent(t.digits_ok, t.digits),
  waktu: percent(t.waktu_ok, t.waktu),
  defects_precision: percent(t.flag_ok, t.flag),
  defects_recall: percent(t.firm_ok, t.firm),
  levels: percent(t.level_ok, t.level),
  levels_near: percent(t.level_near, t.level),
});

export function addTally(a: Tally, b: Tally): Tally {
  const sum = { ...a };
  for (const key of Object.keys(b) as (keyof Tally)[]) sum[key] = a[key] + b[key];
  return sum;
}
