import type { Waktu } from "../../reader/schema.ts";
import type { Standards } from "../schema.ts";

export interface Disagreement {
  service: number;
  /** The bound as the guarantee prints it. */
  promised: string;
  /** The longest time that jangka waktu gives in the same unit: "5 hari". */
  longest: string;
}

const BOUND =
  /(?:tidak lebih dari|tidak melebihi|kurang dari|paling lama|paling lambat|maksimal|maksimum)\s+(\d{1,3})\s*(?:\([a-z ]+\)\s*)?(menit|jam|hari|minggu|bulan)\b/i;

/** Services whose jaminan pelayanan promises less time than their jangka waktu takes, in the same unit. */
export const disagreeingDurations = ({ services }: Standards): Disagreement[] =>
  services.flatMap((service, index): Disagreement[] => {
    const bound = BOUND.exec(service.components.jaminan_pelayanan?.text ?? "");
    if (!bound) return [];
    const unit = (bound[2] as string).toLowerCase();
    const longest = service.facts.waktu.reduce<Waktu | null>(
      (most, one) => (one.unit === unit && one.max > (most?.max ?? 0) ? one : most),
      null,
    );
    if (!longest || longest.max <= Number(bound[1])) return [];
    return [{ service: index, promised: bound[0], longest: `${longest.max} ${unit}` }];
  });

export interface TotalDisagreement {
  service: number;
  /** The total as the procedure prints it. */
  total: string;
  /** The only time that jangka waktu gives: "3 hari". */
  own: string;
}

/** "Total waktu 45 menit", "jumlah waktu penyelesaian: 3 (tiga) hari". */
const TOTAL =
  /\b(?:total|jumlah|keseluruhan)\s+(?:jangka\s+)?(?:waktu|durasi)\b[^.;\d]{0,30}(\d{1,3})\s*(?:\([a-z ]+\)\s*)?(menit|jam|hari|minggu|bulan)\b/i;

/**
 * Services whose prosedur sums its steps to another time than the only one that jangka waktu gives, in the same unit.
 * Times of single steps are no total and are left alone.
 */
export const disagreeingTotals = ({ services }: Standards): TotalDisagreement[] =>
  services.flatMap((service, index): TotalDisagreement[] => {
    const [time, ...more] = service.facts.waktu;
    const total = time && more.length === 0 ? TOTAL.exec(service.components.prosedur?.text ?? "") : null;
    if (!time || !total || time.unit !== (total[2] as string).toLowerCase()) return [];
    const sum = Number(total[1]);
    if (sum >= time.min && sum <= time.max) return [];
    return [{ service: index, total: total[0], own: time.text }];
  });
