import type { ComponentKey } from "../reader/components.ts";
import type { UnsurKey } from "../survey/editions.ts";

/** An unsur of the survey beside the component that promises it. */
export interface PromisePair {
  unsur: UnsurKey;
  component: ComponentKey;
  /** The two are only loosely kin: shown apart, never counted. */
  weak: boolean;
}

/**
 * Which promise an unsur is the experience of. The pairing is ours, by the names of the nine unsur (Permenpan RB
 * 14/2017) and the components (UU 25/2009 Pasal 21): a working tool, not a rule of either.
 */
export const PAIRS: readonly PromisePair[] = [
  { unsur: "persyaratan", component: "persyaratan", weak: false },
  { unsur: "prosedur", component: "prosedur", weak: false },
  { unsur: "waktu", component: "jangka_waktu", weak: false },
  { unsur: "biaya", component: "biaya", weak: false },
  { unsur: "produk", component: "produk", weak: false },
  { unsur: "kompetensi", component: "kompetensi", weak: false },
  { unsur: "sarana", component: "sarana", weak: false },
  { unsur: "pengaduan", component: "pengaduan", weak: false },
  { unsur: "perilaku", component: "jaminan_pelayanan", weak: true },
];
