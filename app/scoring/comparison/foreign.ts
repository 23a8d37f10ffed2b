import { COMPONENT_KEYS, type ComponentKey } from "../../reader/components.ts";
import type { Standards } from "../schema.ts";
import { PROVINCES, type Province, type Zone } from "./region-names.ts";

export interface Foreign {
  service: number;
  component: ComponentKey;
  /** As printed. */
  found: string;
  /** What it should be, where that is known. */
  own: string | null;
}

const key = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** Every regency and city by key, with its provinces (a few names stand in two). */
const REGENCIES = new Map<string, Province[]>();
for (const province of PROVINCES) {
  for (const name of province.regencies) {
    REGENCIES.set(key(name), [...(REGENCIES.get(key(name)) ?? []), province]);
  }
}
const PROVINCE_NAMES = new Map(PROVINCES.map((province) => [key(province.name), province]));

const NAMED =
  /\b(kabupaten|kab\.?|kota|pemkab|pemkot|lpse(?! kab| kota)|bupati|wali ?kota|provinsi|propinsi|prov\.)\s+((?:[A-Z][A-Za-z-]+)(?:\s+[A-Z][A-Za-z-]+){0,3})/gi;
const MOST_WORDS = 4;

/** The longest beginning of `words` that is a region's name. */
const named = <T>(words: string, table: ReadonlyMap<string, T>): { name: string; value: T } | null => {
  const parts = words.split(/\s+/).slice(0, MOST_WORDS);
  for (let n = parts.length; n > 0; n--) {
    const name = parts.slice(0, n).join(" ");
    const value = table.get(key(name));
    if (value) return { name, value };
  }
  return null;
};

/** Another regency, city or province named in a text; null where all names are one's own. */
const foreignRegion = (text: string, regency: string): string | null => {
  const home = REGENCIES.get(key(regency));
  for (const match of text.matchAll(NAMED)) {
    const [, kind, words] = match as unknown as [string, string, string];
    if (!/^[A-Z]/.test(words)) continue;
    if (/^prov?/i.test(kind)) {
      const found = named(words, PROVINCE_NAMES);
      if (found && home && !home.includes(found.value)) return `${kind} ${found.name}`;
      continue;
    }
    const found = named(words, REGENCIES);
    if (found && key(found.name) !== key(regency) && !key(regency).startsWith(key(found.name))) {
      return `${kind} ${found.name}`;
    }
  }
  return null;
};

const ZONE = /(?<=\d\s{0,2}|\b(?:pukul|jam)\b[^.;]{0,30})\b(WIB|WITA|WIT)\b/gi;

/** Most texts name no zone: looking for the bare word first spares them the look around it. */
const ANY_ZONE = /\bWI(?:B|TA|T)\b/i;

const zonesIn = (text: string): Zone[] =>
  !ANY_ZONE.test(text)
    ? []
    : [...text.matchAll(ZONE)].map((match) => (match[1] as string).toUpperCase() as Zone);

/** Zone of each decree: its province's where the regency is known, else the one printed most. */
const zonesOf = ({ decrees, services }: Standards): (Zone | null)[] =>
  decrees.map(({ regency }, index) => {
    const known = regency ? REGENCIES.get(key(regency)) : undefined;
    if (known?.length === 1) return (known[0] as Province).zone;
    const counts = new Map<Zone, number>();
    for (const service of services) {
      if (service.decree !== index) continue;
      for (const name of COMPONENT_KEYS) {
        for (const zone of zonesIn(service.components[name]?.text ?? "")) {
          counts.set(zone, (counts.get(zone) ?? 0) + 1);
        }
      }
    }
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    return first && (!second || first[1] > 2 * second[1]) ? first[0] : null;
  });

/**
 * Names of other regions and other time zones, by service and component. The legal basis is left out: titles of laws
 * name many regions.
 */
export const foreignNames = (reading: Standards): Foreign[] => {
  const zones = zonesOf(reading);
  return reading.services.flatMap((service, index) => {
    const regency = reading.decrees[service.decree]?.regency ?? null;
    const zone = zones[service.decree] ?? null;
    return COMPONENT_KEYS.flatMap((component): Foreign[] => {
      const text = service.components[component]?.text;
      if (!text || component === "dasar_hukum") return [];
      const region = regency ? foreignRegion(text, regency) : null;
      if (region) return [{ service: index, component, found: region, own: regency }];
      const other = zone ? zonesIn(text).find((one) => one !== zone) : undefined;
      return other ? [{ service: index, component, found: other, own: zone }] : [];
    });
  });
};
