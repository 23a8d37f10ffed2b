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
