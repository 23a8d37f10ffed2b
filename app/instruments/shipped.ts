import { type Edition, Edition as EditionFormat } from "./edition.ts";
import ombudsman2015 from "./editions/ombudsman-2015-2021.json" with { type: "json" };
import ombudsman2022 from "./editions/ombudsman-2022-2024.json" with { type: "json" };
import ombudsman2026 from "./editions/ombudsman-2026.json" with { type: "json" };
import pekppp from "./editions/pekppp.json" with { type: "json" };
import { canonicalHash, Instrument } from "./instrument.ts";
import { projectInstrument } from "./projection.ts";

/** Editions that come with the program as files, newest Ombudsman edition first. */
export const SHIPPED_EDITIONS: readonly Edition[] = [ombudsman2026, ombudsman2022, ombudsman2015, pekppp].map(
  (file) => EditionFormat.parse(file),
);

/** Hash of an edition: it holds for the content, however the file is laid out. */
export const editionHash = (edition: Edition): string => canonicalHash(edition);

/** An instrument as the database holds it: an edition, or the yardstick of substance in its own form. Null: neither. */
export const editionFromStored = (json: string): Edition | null => {
  const stored: unknown = JSON.parse(json);
  const own = Instrument.safeParse(stored);
  return own.success ? projectInstrument(own.data) : (EditionFormat.safeParse(stored).data ?? null);
};
