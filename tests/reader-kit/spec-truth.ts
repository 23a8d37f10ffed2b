import type { ComponentKey } from "#app/reader/components.ts";
import type { ReadingJson } from "#app/reader/schema.ts";

/** A hand-read truth file (one a decree document), as far as it is measured. */
export interface SpecTruth {
  file: string;
  ocr?: boolean;
  decrees: unknown[];
  services: SpecService[];
}

export interface SpecComponent {
  present: boolean;
  lines: [number, number] | null;
  head: string | null;
  tail: string | null;
  letters?: number;
}

export interface SpecService {
  name: string;
  bagian: string | null;
  line: number;
  components: Record<ComponentKey, SpecComponent>;
  facts: {
    waktu: string | null;
    gratis: boolean | null;
    jumlah_pelaksana: number | null;
    channels: string[];
    dasar_hukum_count: number | null;
  };
  quality: { component: ComponentKey; code?: string; defect?: boolean; uncertain?: boolean }[];
  levels?: Partial<Record<ComponentKey, number | "T">>;
}

/** A reading, with or without what scoring adds to it: levels, and findings of its own. */
export type Scored = Omit<ReadingJson, "services" | "findings"> & {
  findings: (Omit<ReadingJson["findings"][number], "code"> & { code: string })[];
  services: (ReadingJson["services"][number] & { levels?: Record<string, unknown> })[];
};

/** Counts of right and possible answers, summed over services; the names are those of the truth's own scorer. */
export interface Tally {
  services: number;
  found: number;
  extra: number;
  decrees: number;
  decrees_found: number;
  bagian_ok: number;
  presence: number;
  presence_ok: number;
  tp: number;
  fp: number;
  fn: number;
  content: number;
  content_ok: number;
  head_ok: number;
  tail_ok: number;
  length_ok: number;
  lines_iou: number;
  lined: number;
  staff: number;
  staff_ok: number;
  free: number;
  free_ok: number;
  chan_tp: number;
  chan_fp: number;
  chan_fn: number;
  law: number;
  law_ok: number;
  name_ok: number;
  digits: number;
  digits_ok: number;
  waktu: number;
  waktu_ok: number;
  flag: number;
  flag_ok: number;
  firm: number;
  firm_ok: number;
  level: number;
  level_ok: number;
  level_near: number;
}

/** What one component came to: the material of the per-component table and of the confidence curve. */
export interface Verdict {
  key: ComponentKey;
  /** `right`: present in both with the right content; `content`: present, content wrong; `false` and `absent`: presence wrong. */
  outcome: "right" | "content" | "false" | "absent";
  confidence: number | null;
  overlap: number;
}

export interface TruthScore {
  tally: Tally;
  verdicts: Verdict[];
  misses: string[];
}
