import { formatInstant } from "#app/format/dates.ts";
import { masked } from "#app/format/personal.ts";
import { capitalise } from "#app/format/words.ts";
import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import type { Board, BoardPaper, BoardPart } from "#app/reports/board/model.ts";
import type { PublishedPart, PublishedService, PublishedView } from "#app/server/published.server.ts";
import { paths } from "./links.ts";
import { bagianName, decreeName } from "./words-of.ts";

/** The components that the user of a service meets (penyampaian layanan). */
export const PUBLIC_COMPONENTS = COMPONENTS.filter(({ group }) => group === "penyampaian");

/** Why nothing stands where a component should; null where its text stands. */
export const gapWords = ({ state, text }: PublishedPart, factsOnly: boolean): string | null => {
  if (text !== null) return null;
  if (state === "tidak_ada") return "belum ditetapkan dalam keputusan";
  if (state === "T") return "tidak terbaca pada naskah; cocokkan dengan naskah asli";
  return factsOnly ? "teks belum diunggah" : "tidak terbaca pada naskah; cocokkan dengan naskah asli";
};

/** Items that a text lists in one line stand under each other, where they are read standing. */
const listed = (text: string): string => text.replace(/; +(?=(?:\d{1,2}|[a-z])[.)] )/g, ";\n");

/** What is printed of a component: its words, or why there are none. */
const printed = ({ parts, decree }: PublishedService, key: ComponentKey) => {
  const gap = gapWords(parts[key], decree.factsOnly);
  return gap === null
    ? { words: listed(masked(parts[key].text ?? "")), open: false }
    : { words: `${capitalise(gap)}.`, open: true };
};

const partOf = (
  one: PublishedService,
  { key, number, name }: (typeof PUBLIC_COMPONENTS)[number],
): BoardPart => ({
  label: `${number}. ${name}`,
  ...printed(one, key),
});

const boardOf = (one: PublishedService): Board => ({
  title: one.service.name,
  decree: decreeName(one.decree),
  parts: PUBLIC_COMPONENTS.map((component) => partOf(one, component)),
});

/** Public components of a service that a board cannot print. */
export const gapsOf = (one: PublishedService): string[] =>
  PUBLIC_COMPONENTS.filter(({ key }) => gapWords(one.parts[key], one.decree.factsOnly) !== null).map(
    ({ short }) => short,
  );

/**
 * The board of one service, or of all services of a bagian with an overview before them.
 * @param origin where the program answers, for the code that leads to the public page: `https://…`
 */
export function boardPaper(
  { regency, open, services, maklumat, at }: PublishedView,
  kind: "layanan" | "bagian",
  origin: string,
): BoardPaper {
  const [first] = services;
  if (!first) throw new Error("a board needs a service");
  const many = kind === "bagian";
  const gaps = services.filter((one) => gapsOf(one).length > 0).length;
  const path = many
    ? paths.bagian(regency.slug, first.bagian.slug)
    : paths.layanan(regency.slug, first.service);
  const name = many ? first.bagian.slug : `${first.service.no}-${first.service.slug}`;
  return {
    fileName: `papan-${regency.slug}-${name}`.slice(0, 120),
    place: regency.name,
    office: bagianName(first.bagian),
    overview: many
      ? services.map((one) => ({
          title: one.service.name,
          time: printed(one, "jangka_waktu").words,
          fee: printed(one, "biaya").words,
          product: printed(one, "produk").words,
        }))
      : null,
    boards: services.map(boardOf),
    maklumat: maklumat === null ? null : masked(maklumat),
    address: open ? origin + path : null,
    marks: [
      ...(regency.sample ? ["Data contoh: bukan standar pelayanan yang sebenarnya."] : []),
      ...(gaps > 0
        ? [
            many
              ? `DRAF: ${gaps} dari ${services.length} layanan belum lengkap enam komponen publiknya.`
              : `DRAF: ${gapsOf(first).length} dari ${PUBLIC_COMPONENTS.length} komponen publik belum dapat dicetak.`,
          ]
        : []),
    ],
    foot: `Dicetak ${formatInstant(at, regency.zone)}`,
    at,
  };
}
