import { formatCount, formatShare } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import type { EditionRow } from "#app/server/instruments/editions.server.ts";
import type { SelfCheckView } from "#app/server/instruments/self-check.server.ts";

/** Headlines, composed from the rows that their pages print. */

/** "isi ke-14 indikator Proses" where all stand in one dimension. */
const contents = (indicators: SelfCheckView["indicators"]): string => {
  const dimensions = new Set(indicators.map(({ indicator }) => indicator.dimension));
  const [only] = dimensions;
  const n = indicators.length;
  const of = dimensions.size === 1 ? `indikator ${only}` : "indikator layanan";
  return n === 1 ? `isi satu ${of}` : `isi ke-${formatCount(n)} ${of}`;
};

/** Of the services of a place, how many prove every indicator that a decree can prove. */
export const selfCheckSentence = (
  place: string,
  { services, indicators, whole }: Pick<SelfCheckView, "services" | "indicators" | "whole">,
): string => {
  if (services === 0) return `Belum ada standar ${place} yang dinilai`;
  if (indicators.length === 0)
    return `Di ${place}, belum ada indikator layanan edisi ini yang dapat dibuktikan dari keputusan`;
  const n = whole.proven + whole.unproven;
  const what = contents(indicators);
  if (n === 0) return `Di ${place}, ${what} belum dapat dipastikan pada layanan mana pun`;
  if (whole.proven === 0) return `Di ${place}, belum ada layanan yang membuktikan ${what}`;
  if (whole.unproven === 0)
    return `Di ${place}, ${what} terbukti dari keputusan pada ${n === 1 ? "satu-satunya" : `semua ${countWord(n)}`} layanan`;
  return `Di ${place}, ${what} terbukti dari keputusan pada ${formatShare(whole.proven, n)} layanan`;
};

/** What the page leaves out, beside its headline. */
export const selfCheckScope = ({
  edition,
  services,
  whole,
}: Pick<SelfCheckView, "edition" | "services" | "whole">): string =>
  [
    `${edition.name}; ${formatCount(services)} layanan.`,
    whole.open > 0
      ? `Di luar hitungan: ${formatCount(whole.open)} layanan yang sebagian isinya tidak terbaca atau belum dapat dipastikan.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");

const seenIn = ({ figures }: Pick<EditionRow, "figures">): number =>
  figures.verified + figures.secondary + figures.unverified;

/** Of all places for a figure in the editions in force, how many nobody saw one for. */
export const editionsSentence = (rows: readonly EditionRow[]): string => {
  const inForce = rows.filter(({ supersededBy }) => supersededBy === null);
  if (inForce.length === 0) return "Belum ada edisi instrumen yang tersimpan";
  const unsourced = inForce.reduce((sum, row) => sum + row.unsourced, 0);
  const all = inForce.reduce((sum, row) => sum + seenIn(row), unsourced);
  return `Dalam ${countWord(inForce.length)} edisi instrumen yang berlaku, ${formatShare(unsourced, all)} angka belum ada sumber`;
};

/** How many places for a figure an edition has, and of how many nobody saw one. */
export const editionSentence = (row: EditionRow): string => {
  const { name, unsourced } = row;
  const seen = seenIn(row);
  if (seen + unsourced === 0) return `${name} tidak memuat angka`;
  if (unsourced === 0) return `${name}: semua ${countWord(seen)} angkanya bersumber`;
  return `${name}: ${formatShare(unsourced, seen + unsourced)} angkanya belum ada sumber`;
};
