import type { ComponentKey } from "../components.ts";
import type { Facts } from "../schema.ts";
import { extractGratis, extractTarif } from "./biaya.ts";
import { extractChannels } from "./channels.ts";
import { extractDasarHukum } from "./dasar-hukum.ts";
import { extractHeadCount } from "./jumlah-pelaksana.ts";
import type { FactSource } from "./source.ts";
import { extractWaktu } from "./waktu.ts";

export { type FactSource, type LineStart, sourceOf } from "./source.ts";

/**
 * The facts of one service from the texts of its components: each fact from its own component only. What a component does
 * not say, or an absent component, gives an empty list or null. Never throws on content; linear in the length of the texts.
 */
export function extractFacts(components: Partial<Record<ComponentKey, FactSource>>): Facts {
  const { jangka_waktu, biaya, jumlah_pelaksana, pengaduan, dasar_hukum } = components;
  const basis = dasar_hukum ? extractDasarHukum(dasar_hukum) : null;
  return {
    waktu: jangka_waktu ? extractWaktu(jangka_waktu) : [],
    gratis: biaya ? extractGratis(biaya) : null,
    tarif: biaya ? extractTarif(biaya) : [],
    jumlah_pelaksana: jumlah_pelaksana ? extractHeadCount(jumlah_pelaksana) : null,
    channels: pengaduan ? extractChannels(pengaduan) : [],
    dasar_hukum: basis?.citations ?? [],
    dasar_hukum_count: basis?.count ?? null,
  };
}
