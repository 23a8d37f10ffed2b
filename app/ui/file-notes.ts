import { formatDate, formatInstant } from "#app/format/dates.ts";
import type { About } from "#app/reports/sheet.ts";
import type { DecreeRef, RegencyRef } from "#app/server/views.ts";
import { type Filters, filterLabel, filterValueName, type IgnoredValue, MANY_KEYS } from "./filters.ts";
import { ignoredSentence } from "./links.ts";
import { decreeName } from "./words-of.ts";

/** What a file says of itself beside its rows. */
export interface FileSubject {
  fileName: string;
  title: string;
  /** Title of the page it comes from. */
  page: string;
  filters: Filters;
  ignored: readonly IgnoredValue[];
  /** Names of places by slug. */
  names?: ReadonlyMap<string, string> | undefined;
  /** Sentences of the page's status band. */
  band: readonly string[];
  /** How the figures were made, where the page says it itself. */
  method?: string | undefined;
  regencies: readonly RegencyRef[];
  decrees: readonly DecreeRef[];
}

const METHOD =
  "Tanda kosong berarti tidak ada angka, bukan nol. Komponen yang tidak terbaca (T) dan yang belum dinilai berada di luar penyebut. Bermasalah: tingkat 0 atau 1. Skala 0–3 adalah alat kerja, bukan ketentuan Permenpan RB 15/2014. Arti setiap angka dan batas kerja: halaman Metode.";

/** "Saringan" as a page prints it; filters that the page does not use narrow nothing and are kept apart. */
const filterWords = ({ filters, names = new Map() }: FileSubject): string =>
  MANY_KEYS.filter((key) => filters[key].length > 0)
    .map(
      (key) =>
        `${filterLabel(key)}: ${filters[key].map((value) => filterValueName(key, value, names)).join(", ")}`,
    )
    .join("; ") || "tidak ada; semua baris";

const sourceWords = (decrees: readonly DecreeRef[]): string =>
  decrees
    .map(
      (one) =>
        `${decreeName(one)}${one.signed ? `, ditetapkan ${formatDate(one.signed)}` : ""}, versi ${one.version}`,
    )
    .join("; ");

/**
 * The notes of a file.
 *
 * @param address of the file itself; the notes name the page
 * @param at when it was made, UTC ISO; written in the zone of its regency, in WIB where it holds several
 */
export function aboutOf(subject: FileSubject, address: string, at: string): About {
  const zones = new Set(subject.regencies.map((one) => one.zone));
  const [zone] = zones.size === 1 ? zones : ["WIB" as const];
  const decrees = sourceWords(subject.decrees);
  const notes: [string, string][] = [
    ["Halaman", subject.page],
    ["Saringan", filterWords(subject)],
    ...subject.ignored.map((one): [string, string] => ["Diabaikan", ignoredSentence(one)]),
    ...subject.band.map((sentence): [string, string] => ["Status", sentence]),
    ["Cara membaca", subject.method ?? METHOD],
    ...(decrees === "" ? [] : [["Sumber", decrees] as [string, string]]),
    ["Alamat", pageAddress(address)],
    ["Dibuat", formatInstant(at, zone ?? "WIB")],
  ];
  return { fileName: subject.fileName, title: subject.title, notes, at };
}

/** The address of the page behind that of its file. */
function pageAddress(address: string): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\.[a-z]+$/, "");
  return url.href;
}
