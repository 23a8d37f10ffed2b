import { formatCount, formatDecimal, formatShare, NO_FIGURE } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { countWord } from "#app/format/words.ts";
import type { PekpppIndicator, PekpppProof, PekpppView } from "#app/server/instruments/pekppp.server.ts";
import type { Filters } from "../filters.ts";
import { CONFIDENCE_WORDS, figureOr, NO_SOURCE, STATE_WORDS } from "../instruments/words.ts";
import { link, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";

export const PEKPPP_METHOD =
  "Bukan nilai PEKPPP dan bukan Indeks Pelayanan Publik: hanya bukti yang sudah ada pada keputusan, survei, dan rencana tindak lanjut. Bobot dan jenjang berasal dari sumber sekunder, bukan kutipan peraturan. Jenjang dihitung sampai anak tangga terakhir yang dapat dibuktikan keputusan; anak tangga berikutnya menunggu bukti.";

type Row = PekpppIndicator;

const proven = ({ proofs }: Row): number => proofs.filter(({ state }) => state === "terbukti").length;

const isOpen = (state: PekpppProof["state"]): boolean => state === "tidak_terbaca" || state === "belum_pasti";

/** What can't be read, or not be said for certain, is in no count: a bagian is not charged with a bad scan. */
const decided = ({ proofs }: Pick<Row, "proofs">): PekpppProof[] =>
  proofs.filter(({ state }) => !isOpen(state));

/** " (satu bagian belum dapat dipastikan)", or nothing. */
const openWords = ({ proofs }: Pick<Row, "proofs">): string => {
  const open = proofs.length - decided({ proofs }).length;
  return open === 0 ? "" : ` (${countWord(open)} bagian belum dapat dipastikan)`;
};

const stepsOf = (proofs: readonly PekpppProof[]) => proofs.flatMap(({ step }) => (step ? [step] : []));

/** What the decrees say: the lowest and the highest step of the bagian, or in how many it is proven. */
const decreeWords = (row: Row): string => {
  const { proofs } = row;
  if (proofs.length === 0) return "tidak dapat dibuktikan dari keputusan";
  const counted = decided(row);
  if (counted.length === 0) return "belum dapat dipastikan pada satu bagian pun";
  const steps = stepsOf(counted);
  if (steps.length > 0) {
    const reached = steps.map((step) => step.reached);
    const [low, high] = [Math.min(...reached), Math.max(...reached)];
    return `jenjang ${low === high ? low : `${low} sampai ${high}`} dari ${steps[0]?.top}${openWords(row)}`;
  }
  return `terbukti pada ${formatShare(proven(row), counted.length)} bagian${openWords(row)}`;
};

/** Indicators that data of the program speaks to, by their id in the edition. */
const DATA_WORDS: Readonly<Record<string, (view: PekpppView) => string>> = {
  skm: ({ survey }) =>
    survey
      ? `${formatCount(survey.unsur)} unsur, ${formatCount(survey.n)} responden, ${periodNames(survey.period).short}${survey.ikm === null ? "" : `; IKM ${formatDecimal(survey.ikm, 2)} (${survey.mutu})`}`
      : "belum ada survei",
  "tindak-lanjut-skm": ({ followUp }) =>
    followUp && followUp.due > 0
      ? `${formatShare(followUp.done, followUp.due)} rencana dari survei yang jatuh tempo pada ${periodNames(followUp.quarter).short} sudah selesai`
      : "belum ada rencana dari survei yang jatuh tempo pada triwulan ini",
  "kecepatan-tindak-lanjut-skm": ({ followUp }) =>
    followUp && followUp.medianDays !== null
      ? `median ${formatDecimal(followUp.medianDays, Number.isInteger(followUp.medianDays) ? 0 : 1)} hari dari rencana sampai selesai (${formatCount(followUp.closed)} rencana)`
      : "belum ada rencana dari survei yang selesai pada triwulan ini",
};

const DATA_LINKS: Readonly<Record<string, (kab: string) => string>> = {
  skm: paths.skm,
  "tindak-lanjut-skm": paths.tindakLanjut,
  "kecepatan-tindak-lanjut-skm": paths.tindakLanjut,
};

/** Each indicator: what is there already, and what evidence is still to be asked for. */
export const pekpppTable = (view: PekpppView, filters: Filters): Table<Row> => ({
  id: "tabel-indikator",
  caption: "Indikator PEKPPP: bukti yang sudah ada dan yang masih perlu diminta",
  fileName: `${view.regency.slug}-pekppp`,
  rowHead: "indikator",
  rows: view.indicators,
  rowKey: ({ indicator }) => indicator.id,
  columns: [
    { key: "nomor", head: "Nomor", cell: ({ number }) => count(number) },
    { key: "indikator", head: "Indikator", cell: ({ indicator }) => text(indicator.name) },
    {
      key: "bobot",
      head: "Bobot dalam aspek",
      cell: ({ indicator: { weight } }) =>
        text(
          weight ? `${figureOr(weight)} (${CONFIDENCE_WORDS[weight.confidence]})` : NO_SOURCE,
          link(paths.edisi(view.edition.slug), filters),
        ),
    },
    {
      key: "dari_keputusan",
      head: "Dari keputusan",
      cell: (row) => text(decreeWords(row)),
    },
    {
      key: "dari_data",
      head: "Dari survei dan tindak lanjut",
      cell: ({ indicator }) => {
        const words = DATA_WORDS[indicator.id];
        const path = DATA_LINKS[indicator.id];
        return text(
          words ? words(view) : NO_FIGURE,
          words && path ? link(path(view.regency.slug), filters) : undefined,
        );
      },
    },
    {
      key: "perlu_diminta",
      head: "Bukti yang masih perlu diminta",
      cell: ({ indicator }) => text(indicator.ask.length > 0 ? indicator.ask.join("; ") : NO_FIGURE),
    },
  ],
});

/** One indicator asked of one bagian. */
export interface PekpppUnitRow extends PekpppProof {
  name: string;
  number: number;
}

export const unitRowsOf = ({ indicators }: Pick<PekpppView, "indicators">): PekpppUnitRow[] =>
  indicators.flatMap(({ indicator, number, proofs }) =>
    proofs.map((proof) => ({ ...proof, name: indicator.name, number })),
  );

/** Each bagian and what its decree proves of each indicator, with what stopped it. */
export const pekpppUnitsTable = (view: PekpppView, filters: Filters): Table<PekpppUnitRow> => ({
  id: "tabel-bagian",
  caption: "Per bagian: yang dibuktikan keputusan, dan yang menahannya",
  fileName: `${view.regency.slug}-pekppp-bagian`,
  rowHead: "bagian",
  shortNames: true,
  rows: unitRowsOf(view),
  rowKey: ({ number, bagian }) => `${number} ${bagian.slug}`,
  columns: [
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ bagian }) =>
        text(bagianName(bagian), link(paths.bagian(view.regency.slug, bagian.slug), filters)),
    },
    { key: "layanan", head: "Layanan", cell: ({ services }) => count(services) },
    { key: "indikator", head: "Indikator", cell: ({ number, name }) => text(`${number}. ${name}`) },
    {
      key: "hasil",
      head: "Hasil",
      cell: ({ state, step }) =>
        text(
          step
            ? `jenjang ${step.reached} dari ${step.top}${isOpen(state) ? `, selebihnya ${STATE_WORDS[state]}` : ""}`
            : STATE_WORDS[state],
        ),
    },
    { key: "alasan", head: "Alasan", cell: ({ reason }) => text(reason) },
  ],
});

/** The finding: how far the decrees alone reach in the first indicator that has steps. */
export const pekpppSentence = (place: string, { units, indicators }: PekpppView): string => {
  if (units === 0) return `Belum ada standar ${place} yang dapat menjadi bukti PEKPPP`;
  const stepped = indicators.find(({ proofs }) => proofs.some(({ step }) => step !== null));
  const steps = stepped ? stepsOf(decided(stepped)) : [];
  const [first] = steps;
  if (!stepped || !first)
    return `Di ${place}, belum ada indikator PEKPPP yang dapat dibuktikan dari keputusan`;
  const best = Math.max(...steps.map(({ reached }) => reached));
  const at = steps.filter(({ reached }) => reached === best).length;
  const where =
    at === steps.length
      ? at === 1
        ? "satu-satunya bagian"
        : at === 2
          ? "kedua bagian"
          : `semua ${countWord(at)} bagian`
      : `${countWord(at)} dari ${countWord(steps.length)} bagian`;
  return `Di ${place}, keputusan membuktikan indikator standar pelayanan sampai jenjang ${best} dari ${first.top} pada ${where}${openWords(stepped) === "" ? "" : " yang terbaca"}${openWords(stepped)}`;
};
