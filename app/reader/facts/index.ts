import type { ComponentKey } from "../components.ts";
import { remembered } from "../memory.ts";
import type { Facts, LineRange } from "../schema.ts";
import { extractGratis, extractTarif } from "./biaya.ts";
import { extractChannels } from "./channels.ts";
import { extractDasarHukum } from "./dasar-hukum.ts";
import { extractHeadCount } from "./jumlah-pelaksana.ts";
import type { FactSource } from "./source.ts";
import { extractWaktu } from "./waktu.ts";

export { type FactSource, type LineStart, sourceOf } from "./source.ts";

/** The components that facts are read from. */
export const FACT_KEYS = [
  "jangka_waktu",
  "biaya",
  "jumlah_pelaksana",
  "pengaduan",
  "dasar_hukum",
] as const satisfies readonly ComponentKey[];

/** Facts of equal texts differ in their lines alone: they are read once, with offsets for lines, and then placed. */
const unplaced = (text: string): FactSource => ({ text, lineAt: (offset) => offset });

const FACTS_OF = {
  waktu: remembered((text) => extractWaktu(unplaced(text))),
  gratis: remembered((text) => extractGratis(unplaced(text))),
  tarif: remembered((text) => extractTarif(unplaced(text))),
  headCount: remembered((text) => extractHeadCount(unplaced(text))),
  channels: remembered((text) => extractChannels(unplaced(text))),
  dasarHukum: remembered((text) => extractDasarHukum(unplaced(text))),
};

const placed = <Fact extends { lines: LineRange }>(facts: readonly Fact[], source: FactSource): Fact[] =>
  facts.map((fact) => ({ ...fact, lines: [source.lineAt(fact.lines[0]), source.lineAt(fact.lines[1])] }));

/**
 * The facts of one service from the texts of its components: each fact from its own component only. What a component does
 * not say, or an absent component, gives an empty list or null. Never throws on content; linear in the length of the texts.
 */
export function extractFacts(components: Partial<Record<ComponentKey, FactSource>>): Facts {
  const { jangka_waktu, biaya, jumlah_pelaksana, pengaduan, dasar_hukum } = components;
  const basis = dasar_hukum ? FACTS_OF.dasarHukum(dasar_hukum.text) : null;
  return {
    waktu: jangka_waktu ? placed(FACTS_OF.waktu(jangka_waktu.text), jangka_waktu) : [],
    gratis: biaya ? FACTS_OF.gratis(biaya.text) : null,
    tarif: biaya ? placed(FACTS_OF.tarif(biaya.text), biaya) : [],
    jumlah_pelaksana: jumlah_pelaksana ? FACTS_OF.headCount(jumlah_pelaksana.text) : null,
    channels: pengaduan ? [...FACTS_OF.channels(pengaduan.text)] : [],
    dasar_hukum: basis ? basis.citations.map((citation) => ({ ...citation })) : [],
    dasar_hukum_count: basis?.count ?? null,
  };
}
