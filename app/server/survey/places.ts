import type { BagianUnit, ServiceUnit } from "#db/queries/survey/units.ts";
import type { SurveyAliasTable, UnitKind } from "#db/schema-survey.ts";
import { bagianKey, likeness, nameKey } from "../keys.ts";

/** A place as a file spells it. */
export interface PrintedPlace {
  bagian: string | null;
  service: string | null;
}

export interface UnitId {
  kind: UnitKind;
  /** "" for the whole secretariat. */
  id: string;
}

/** How a place of the file is linked to the register. `sure`: said before, or the very name. */
export interface PlaceMatch extends PrintedPlace {
  unit: UnitId | null;
  how: "alias" | "sama" | "usul" | "tidak dikenal";
}

/** Likeness from which a name is proposed (batas kerja). */
const PROPOSE = 0.6;

const withoutWords = (key: string): string => key.replace(/^(?:layanan|pelayanan|fasilitasi) /, "");

const best = <One extends { name_key: string }>(
  key: string,
  all: readonly One[],
): { one: One; score: number } | null => {
  let found: { one: One; score: number } | null = null;
  for (const one of all) {
    const score = Math.max(
      likeness(key, one.name_key),
      likeness(withoutWords(key), withoutWords(one.name_key)) * 0.99,
      containment(key, one.name_key) * 0.9,
    );
    if (!found || score > found.score) found = { one, score };
  }
  return found;
};

/** Share of the shorter name's words that the longer one has: files shorten names. */
const containment = (a: string, b: string): number => {
  const [left, right] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  if (short.size < 2) return 0;
  return [...short].filter((word) => long.has(word)).length / short.size;
};

export const placeKeys = ({ bagian, service }: PrintedPlace): { bagian_key: string; name_key: string } => ({
  bagian_key: bagianKey(bagian),
  name_key: nameKey(service ?? ""),
});

/**
 * Proposes for each place of a file the unit it belongs to: what was confirmed before, then the same name, then the
 * likest. A service is looked for in its bagian first; a file that names neither hangs on the whole secretariat.
 */
export function matchPlaces(
  places: readonly PrintedPlace[],
  { services, bagian }: { services: readonly ServiceUnit[]; bagian: readonly BagianUnit[] },
  aliases: readonly SurveyAliasTable[],
): PlaceMatch[] {
  return places.map((place): PlaceMatch => {
    const keys = placeKeys(place);
    const alias = aliases.find((one) => one.bagian_key === keys.bagian_key && one.name_key === keys.name_key);
    if (alias) return { ...place, unit: { kind: alias.unit_kind, id: alias.unit_id }, how: "alias" };
    const ownBagian =
      place.bagian === null
        ? null
        : best(
            keys.bagian_key,
            bagian.map((one) => ({ ...one, name_key: bagianKey(one.name) })),
          );
    const bagianId = ownBagian && ownBagian.score >= PROPOSE ? ownBagian.one.id : null;
    if (place.service !== null) {
      const inside = bagianId === null ? [] : services.filter(({ bagian_id }) => bagian_id === bagianId);
      const near = best(keys.name_key, inside);
      const found = near && near.score >= PROPOSE ? near : best(keys.name_key, services);
      if (!found || found.score < PROPOSE) return { ...place, unit: null, how: "tidak dikenal" };
      return {
        ...place,
        unit: { kind: "layanan", id: found.one.id },
        how: found.score === 1 ? "sama" : "usul",
      };
    }
    if (place.bagian !== null) {
      if (bagianId === null) return { ...place, unit: null, how: "tidak dikenal" };
      return {
        ...place,
        unit: { kind: "bagian", id: bagianId },
        how: ownBagian?.score === 1 ? "sama" : "usul",
      };
    }
    return { ...place, unit: { kind: "setda", id: "" }, how: "usul" };
  });
}
