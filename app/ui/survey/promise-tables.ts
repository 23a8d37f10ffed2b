import { formatCount } from "#app/format/numbers.ts";
import type { JoinedPair } from "#app/promise/join.ts";
import { DEED_NAMES } from "#app/promise/judge.ts";
import type { Priority } from "#app/promise/priorities.ts";
import { component } from "#app/reader/components.ts";
import type { BagianPromise, PromiseView, ServicePromise } from "#app/server/survey/promise.server.ts";
import type { Filters } from "../filters.ts";
import { planLink } from "../followup/links.ts";
import { link, paths } from "../links.ts";
import { count, decimal, deeds, type Table, text } from "../table.ts";
import { userName } from "../user-words.ts";
import { bagianName } from "../words-of.ts";
import { experienceWords, PRIORITY_WORDS, priorityReason, unsurShort } from "./promise-words.ts";
import { intervalWords } from "./words.ts";

/** *Prioritas perbaikan*, in working order. */
export const prioritiesTable = (
  kab: string,
  { priorities, bound, period }: PromiseView,
  filters: Filters,
): Table<Priority<ServicePromise>> => ({
  id: "tabel-prioritas",
  caption: "Prioritas perbaikan, yang lebih dahulu di atas",
  fileName: `${kab}-prioritas`,
  rowHead: "layanan",
  rows: priorities,
  rowKey: ({ service }) => String(service.service.no),
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ service }) => text(service.service.name, link(paths.layanan(kab, service.service), filters)),
    },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ service }) => text(service.bagian ? bagianName(service.bagian) : "Bagian tidak disebut"),
    },
    { key: "tindakan", head: "Tindakan", cell: ({ kind }) => text(PRIORITY_WORDS[kind]) },
    { key: "sebab", head: "Sebab", cell: (row) => text(priorityReason(row, bound)) },
    {
      key: "pengguna",
      head: "Pengguna",
      cell: ({ service: { user, volume } }) =>
        text(userName(user), undefined, volume === null ? undefined : `${formatCount(volume)} setahun`),
    },
    {
      key: "pengguna_setahun",
      head: "Pengguna setahun",
      cell: ({ service }) => count(service.volume),
      csvOnly: true,
    },
    { key: "n", head: "n", cell: ({ service }) => count(service.n === 0 ? null : service.n) },
    deeds<Priority<ServicePromise>>("Tindak lanjut", (row) => [
      { name: "Buat rencana tindak lanjut", href: planLink(kab, filters, causeOf(row, period)) },
    ]),
  ],
});

/** Why a priority is one: the first unsur that is felt to be low, else the first component that is absent or not right. */
const causeOf = ({ kind, pairs, service }: Priority<ServicePromise>, period: string | null) => {
  const [pair] = pairs;
  const key = kind === "tidak_ada" ? service.absent[0] : service.wrong[0];
  return {
    asal: pair ? "unsur" : "komponen",
    unsur: pair?.unsur,
    periode: pair ? (period ?? undefined) : undefined,
    komponen: pair || !key ? undefined : component(key).slug,
    layanan: service.service.no,
  };
};

/** The same numbers as the quadrant, with the deed in words. */
export const quadrantTable = (
  kab: string,
  { bagian, bound }: PromiseView,
  filters: Filters,
): Table<BagianPromise> => ({
  id: "tabel-kuadran",
  caption: "Bagian menurut komponen bermasalah per layanan dan IKM",
  fileName: `${kab}-kuadran`,
  rowHead: "bagian",
  shortNames: true,
  rows: bagian.filter(({ n, index }) => n >= 5 && index?.ikm !== null),
  rowKey: (row) => row.bagian?.slug ?? "tanpa-bagian",
  columns: [
    {
      key: "bagian",
      head: "Bagian",
      cell: (row) =>
        text(
          row.bagian ? bagianName(row.bagian) : "Bagian tidak disebut",
          link(paths.janji(kab), filters, { change: { bagian: [row.bagian?.slug ?? "tanpa-bagian"] } }),
        ),
    },
    { key: "layanan", head: "Layanan", cell: (row) => count(row.services) },
    {
      key: "bermasalah_per_layanan",
      head: "Bermasalah per layanan",
      cell: (row) => decimal(row.problemsAService, 1),
    },
    { key: "ikm", head: "IKM", cell: (row) => decimal(row.index?.ikm ?? null, 2) },
    { key: "selang", head: "Selang 95%", cell: (row) => text(intervalWords(row.index?.interval ?? null)) },
    { key: "n", head: "n", cell: (row) => count(row.n) },
    {
      key: "tindakan",
      head: "Tindakan",
      cell: (row) => text(deedWords(row, bound)),
    },
  ],
});

const deedWords = ({ experienced, problemsAService, index }: BagianPromise, bound: number): string => {
  if (experienced !== "rendah" && experienced !== "baik") {
    return index && index.ikm !== null && index.ikm < bound ? "belum pasti, di bawah batas" : "belum pasti";
  }
  const many = problemsAService > 2;
  if (experienced === "rendah") return many ? "Benahi keduanya" : "Tepati janji";
  return many ? "Tuliskan praktik baik" : "Pertahankan";
};

/** Every pair of every service: what the matrix shows with signs. */
export const pairsTable = (
  kab: string,
  { services, bound }: PromiseView,
): Table<{ service: ServicePromise; pair: JoinedPair }> => ({
  id: "tabel-pasangan",
  caption: "Janji dan pengalaman tiap layanan",
  fileName: `${kab}-janji-pengalaman`,
  rowHead: "layanan",
  rows: services.flatMap((service) => service.pairs.map((pair) => ({ service, pair }))),
  rowKey: ({ service, pair }) => `${service.service.no}:${pair.unsur}`,
  columns: [
    { key: "layanan", head: "Layanan", cell: ({ service }) => text(service.service.name) },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ service }) => text(service.bagian ? bagianName(service.bagian) : ""),
    },
    { key: "komponen", head: "Komponen", cell: ({ pair }) => text(component(pair.component).short) },
    {
      key: "tingkat",
      head: "Tingkat",
      cell: ({ pair }) => text(pair.level === null ? "" : String(pair.level)),
    },
    { key: "unsur", head: "Unsur", cell: ({ pair }) => text(unsurShort(pair.unsur)) },
    { key: "n", head: "n", cell: ({ pair }) => count(pair.experience?.n ?? null) },
    { key: "nilai", head: "NRR × 25", cell: ({ pair }) => decimal(pair.experience?.nilai ?? null, 2) },
    { key: "dirasakan", head: "Dirasakan", cell: ({ pair }) => text(experienceWords(pair, bound).words) },
    { key: "tindakan", head: "Tindakan", cell: ({ pair }) => text(pair.deed ? DEED_NAMES[pair.deed] : "") },
    { key: "kaitan", head: "Kaitan", cell: ({ pair }) => text(pair.weak ? "lemah, tidak dihitung" : "") },
  ],
});
