import { misreadOpening } from "../assign/misread-heading.ts";
import { hasLetters, letters } from "../text.ts";
import { UNIT_OPENS } from "../unit-words.ts";
import { collectItems, type ListItem, type ListPiece, tidyName } from "./items.ts";

/** One group of a decree's list of services. */
export interface DeclaredGroup {
  /** Unit that renders the services, as printed; null where the list names none. */
  bagian: string | null;
  services: { name: string; no: string | null; line: number }[];
  /** Line of the unit's heading, or of the first service. */
  line: number;
}

const MAX_UNIT = 110;

/** Does this text name a unit of the secretariat or of the region, not a service? */
export const isUnit = (text: string): boolean =>
  text.length <= MAX_UNIT && (UNIT_OPENS.test(text) || UNIT_OPENS.test(misreadOpening(text) ?? ""));

/** "a. Bagian X: 1. Pelayanan Y" → the unit's heading and the rest, as two pieces. */
const splitHeading = (piece: ListPiece): ListPiece[] => {
  const match =
    /^((?:\(?(?:\d{1,2}|[a-zA-Z])\s?[.)]+\s*)?(?:sub\s*)?(?:bagian|bidang|seksi|biro)\s[^:;]{2,100}?(?::|(?=\s(?:1|a)[.)]\s)))\s*(\S.*)$/i.exec(
      piece.text,
    );
  return match
    ? [
        { ...piece, text: match[1] as string },
        { ...piece, text: match[2] as string, block: true },
      ]
    : [piece];
};

const startsList = (item: ListItem | undefined, header: ListItem): boolean =>
  item !== undefined && (item.kind !== header.kind || /^(?:1|a|A|I)$/.test(item.no ?? ""));

/** Pieces of a list as groups of services, by unit where the list is ordered so. Units without services are left out. */
export const groupServices = (pieces: readonly ListPiece[]): DeclaredGroup[] => {
  const items = collectItems(pieces.flatMap(splitHeading), isUnit);
  const groups: DeclaredGroup[] = [];
  for (const [index, item] of items.entries()) {
    const header = isUnit(item.text) || (/:\s*$/.test(item.text) && startsList(items[index + 1], item));
    if (header) {
      groups.push({ bagian: tidyName(item.text), services: [], line: item.line });
      continue;
    }
    const name = tidyName(item.text);
    if (!hasLetters(name, 3)) continue;
    if (groups.length === 0) groups.push({ bagian: null, services: [], line: item.line });
    (groups.at(-1) as DeclaredGroup).services.push({ name, no: item.no, line: item.line });
  }
  return groups.filter(({ services }) => services.length > 0);
};

/** Letters of a service's name without the words that list and annex use differently for the same thing. */
export const nameKey = (name: string): string =>
  letters(name.toLowerCase().replace(/\b(?:jenis|pelayanan|layanan|fasilitasi|fasilitas)\b/g, ""));
