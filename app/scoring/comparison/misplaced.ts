import type { Standards } from "../schema.ts";
import { itemsOf, squeezedOf } from "../words.ts";

/** An item among the competences of `service` that its sarana lists as well. */
export interface MisplacedItem {
  service: number;
  quote: string;
}

/** Shorter items ("internet") may be meant both ways. */
const LONG = 16;
/** What staff can do or have learnt is a competence, wherever else it stands. */
const OF_PERSONS =
  /\b(?:m[ae]mpu\w*|menguasai|mem(?:iliki|ahami)|mempunyai|keterampilan|pendidikan|sarjana|petugas|sdm)\b/i;

/** Facilities that slipped into the list of competences, told by the same item in the sarana of the same service. */
export const misplacedFacilities = ({ services }: Standards): MisplacedItem[] =>
  services.flatMap(({ components }, service): MisplacedItem[] => {
    const { kompetensi, sarana } = components;
    if (!kompetensi || !sarana) return [];
    const facilities = new Set(itemsOf(sarana.text).map(squeezedOf));
    const item = itemsOf(kompetensi.text).find((one) => {
      const letters = squeezedOf(one);
      return letters.length >= LONG && facilities.has(letters) && !OF_PERSONS.test(one);
    });
    return item ? [{ service, quote: item }] : [];
  });
