import { component } from "../reader/components.ts";
import { EDITION_FORMAT, type Edition, type Indicator } from "./edition.ts";
import type { Instrument, InstrumentCriterion, UnitCriterion } from "./instrument.ts";

/** Where the frame of the yardstick was seen; the article of a `norma` stands with its criterion. */
const SOURCES = {
  "pasal-norma": {
    name: "Pasal yang kalimatnya terlihat",
    where: "disebut pada setiap kriteria bersifat norma",
  },
  "konsiderans-keputusan": {
    name: "Konsiderans keputusan standar pelayanan kabupaten",
    where: "mengutip Permenpan RB 15/2014 (BN 2014/615) Pasal 1",
  },
  "pergub-sumbar-34-2014": {
    name: "Konsiderans Pergub Sumatera Barat 34/2014",
    where: "docplayer.info/46385930",
  },
  "scribd-670445282": { name: "Lembar wawancara Ombudsman", where: "id.scribd.com/document/670445282" },
} as const;

const known = ({ kind }: Pick<UnitCriterion, "kind">) =>
  kind === "norma"
    ? ({ confidence: "verified", source: "pasal-norma" } as const)
    : ({ confidence: "own", source: null } as const);

const slugOf = (id: string): string => id.replace(/[._]/g, "-");

const LEVEL_NOTES = { 2: "Menentukan tingkat 2 (inti).", 3: "Menentukan tingkat 3 (terukur)." } as const;

/** A decree is enough for every criterion of the yardstick: each is a test of its text. */
const ofService = (one: InstrumentCriterion): Indicator => ({
  id: slugOf(one.id),
  name: one.sentence,
  ...known(one),
  of: "layanan",
  needs: ["sk"],
  proof: { rule: "kriteria", criterion: one.id },
  weight: null,
  scale: null,
  ask: [],
  note: [one.source, LEVEL_NOTES[one.level]].filter(Boolean).join(". "),
});

const ofUnit = (one: UnitCriterion): Indicator => ({
  id: slugOf(one.id),
  name: one.sentence,
  ...known(one),
  of: "unit",
  needs: ["sk"],
  proof: { rule: "unit", criterion: one.id },
  weight: null,
  scale: null,
  ask: [],
  note: one.source,
});

/** The yardstick by which the program scores, told in the format of the other editions. Its criteria stay where they are. */
export const projectInstrument = (instrument: Instrument): Edition => ({
  format: EDITION_FORMAT,
  edition: instrument.edition,
  name: "Permenpan RB 15/2014, kriteria substansi",
  kind: "standar",
  owner: "Penilai pada Bagian Organisasi",
  validity: { from: 2014, to: null, confidence: "verified", source: "konsiderans-keputusan" },
  sources: SOURCES,
  basis: [
    {
      text: "UU 25/2009 Pasal 20–22: pasalnya terlihat, kalimatnya belum",
      confidence: "verified",
      source: "pergub-sumbar-34-2014",
    },
    { text: "Permenpan RB 15/2014 (BN 2014/615)", confidence: "verified", source: "konsiderans-keputusan" },
  ],
  weighted: false,
  scale: { kind: "ya_tidak", confidence: "own", source: null },
  dimensions: [
    ...instrument.components.map(({ key, criteria }) => ({
      id: slugOf(key),
      name: component(key).name,
      confidence: "verified" as const,
      source: "scribd-670445282",
      weight: null,
      announced: null,
      method: null,
      indicators: criteria.map(ofService),
    })),
    ...[
      { id: "satuan-kerja", name: "Satuan kerja", indicators: instrument.unit.map(ofUnit) },
      { id: "keputusan", name: "Keputusan", indicators: instrument.decree.map(ofUnit) },
    ].map((one) => ({
      ...one,
      confidence: "own" as const,
      source: null,
      weight: null,
      announced: null,
      method: null,
    })),
  ],
  categories: [],
  notes: [{ text: instrument.scale, confidence: "own", source: null }],
  gaps: ["Lampiran Permenpan RB 15/2014 belum dilihat kata demi kata, jadi kriterianya uji kerja kami."],
});
