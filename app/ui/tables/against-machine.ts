import { formatInstant } from "#app/format/dates.ts";
import { formatShareBounds, NO_FIGURE } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import { COMPONENTS, component as componentInfo } from "#app/reader/components.ts";
import type {
  AgainstMachineView,
  ComponentAgainst,
  CriterionAgainst,
  Override,
} from "#app/server/assessment/against-machine.server.ts";
import { MET_WORDS, metKey, valueWords } from "../assessment/words.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { count, SHARE, share, type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";

export const AGAINST_METHOD =
  "Dinilai: putusan mesin yang dipertahankan atau diubah penilai pada teks yang sama; yang belum dinilai dan yang teksnya sudah berubah tidak dihitung; kriteria komponen yang dinyatakan tidak ada atau tidak terbaca pun tidak. Selang: 95%, Clopper dan Pearson, dicetak mulai sepuluh putusan. Putusan yang dinilai tidak dipilih acak, jadi bagian yang diubah bukan tingkat kesalahan mesin; untuk itu lihat uji petik.";

/** Place of the rows on the page. */
export const OVERRIDES_PLACE = "putusan";

const intervalWords = ({ compared, interval }: CriterionAgainst): string =>
  formatShareBounds(interval.low, interval.high, compared)?.join(" sampai ") ?? NO_FIGURE;

/** What narrows the rows of the page: a component or a criterion, in words. */
export const rincianWords = (rincian: string, { criteria }: Pick<AgainstMachineView, "criteria">): string =>
  COMPONENTS.find(({ key }) => key === rincian)?.name ??
  criteria.find(({ criterion }) => criterion === rincian)?.sentence.replace(/\.$/, "") ??
  "tidak dikenal";

/** Each criterion: of the verdicts that people judged, those they changed. */
export const criteriaAgainstTable = (
  { criteria }: Pick<AgainstMachineView, "criteria">,
  filters: Filters,
): Table<CriterionAgainst> => ({
  id: "tabel-kriteria",
  caption: "Per kriteria, yang paling sering diubah lebih dahulu",
  fileName: "penilai-dan-mesin-kriteria",
  rowHead: "kriteria",
  rows: criteria,
  rowKey: ({ criterion }) => criterion,
  columns: [
    { key: "kode", head: "Kode", cell: ({ criterion }) => text(criterion), csvOnly: true },
    {
      key: "komponen",
      head: "Komponen",
      cell: ({ component }) => text(componentInfo(component).short),
    },
    {
      key: "kriteria",
      head: "Kriteria",
      cell: ({ criterion, sentence }) => text(sentence || criterion),
    },
    {
      key: "diubah",
      twoFigures: SHARE,
      head: "Diubah penilai",
      cell: ({ criterion, changed, compared }) =>
        share(
          changed,
          compared,
          changed > 0
            ? link(paths.penilaiDanMesin(), filters, {
                extra: { rincian: criterion },
                hash: OVERRIDES_PLACE,
              })
            : undefined,
        ),
    },
    { key: "selang", head: "Selang 95%", cell: (row) => text(intervalWords(row)) },
    { key: "menjadi_belum", head: "Menjadi belum terpenuhi", cell: ({ toUnmet }) => count(toUnmet) },
    { key: "menjadi_terpenuhi", head: "Menjadi terpenuhi", cell: ({ toMet }) => count(toMet) },
    { key: "lainnya", head: "Lainnya", cell: ({ other }) => count(other) },
  ],
});

/** Each component: levels of people against those of the machine. */
export const componentsAgainstTable = (
  { components }: Pick<AgainstMachineView, "components">,
  filters: Filters,
): Table<ComponentAgainst> => ({
  id: "tabel-komponen",
  caption: "Per komponen, menurut urutan peraturan",
  fileName: "penilai-dan-mesin-komponen",
  rowHead: "komponen",
  shortNames: true,
  rows: components,
  rowKey: ({ component }) => component,
  columns: [
    { key: "komponen", head: "Komponen", cell: ({ component }) => text(componentInfo(component).short) },
    {
      key: "tingkat_diubah",
      twoFigures: SHARE,
      head: "Tingkat diubah",
      cell: ({ component, changed, judged }) =>
        share(
          changed,
          judged,
          changed > 0
            ? link(paths.penilaiDanMesin(), filters, {
                extra: { rincian: component },
                hash: OVERRIDES_PLACE,
              })
            : undefined,
        ),
    },
    { key: "lebih_rendah", head: "Lebih rendah", cell: ({ lower }) => count(lower) },
    { key: "lebih_tinggi", head: "Lebih tinggi", cell: ({ higher }) => count(higher) },
  ],
});

/** Each verdict that a person changed, with the reason. */
export const overridesTable = (rows: readonly Override[], filters: Filters): Table<Override> => ({
  id: "tabel-putusan",
  caption: "Putusan yang diubah, yang terbaru lebih dahulu",
  fileName: "penilai-dan-mesin-putusan",
  rowHead: "layanan",
  rows,
  rowKey: ({ assessmentId, component }) => `${assessmentId} ${component}`,
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ regency, service }) => text(service.name, link(paths.layanan(regency.slug, service), filters)),
    },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ bagian, regency }) => text(`${bagianName(bagian)}, ${regency.shortName}`),
    },
    {
      key: "komponen",
      head: "Komponen",
      cell: ({ assessmentId, component }) =>
        text(componentInfo(component).short, link(paths.penilaian(assessmentId), filters)),
    },
    { key: "mesin", head: "Mesin", cell: ({ machine }) => text(valueWords(machine)) },
    { key: "penilai", head: "Penilai", cell: ({ value }) => text(valueWords(value)) },
    {
      key: "kriteria",
      head: "Kriteria yang dilihat lain",
      cell: ({ answers }) =>
        text(
          Object.entries(answers)
            .map(([id, met]) => `${id}: ${MET_WORDS[metKey(met)]}`)
            .join("; ") || NO_FIGURE,
        ),
      csvOnly: true,
    },
    { key: "alasan", head: "Alasan", cell: ({ reason }) => text(reason || NO_FIGURE) },
    {
      key: "oleh",
      head: "Oleh",
      cell: ({ by, at, regency }) => text(`${by}, ${formatInstant(at, regency.zone)}`),
    },
  ],
});

/** The finding: how often people changed the machine's verdict, and where most. */
export const againstSentence = ({
  judged,
  changed,
  components,
}: Pick<AgainstMachineView, "judged" | "changed" | "components">): string => {
  if (judged === 0) return "Belum ada putusan mesin yang dinilai orang";
  if (changed === 0)
    return judged === 1
      ? "Satu-satunya putusan mesin yang dinilai orang dipertahankan"
      : `Semua ${countWord(judged)} putusan mesin yang dinilai orang dipertahankan`;
  const most = Math.max(...components.map((one) => one.changed));
  const where = components.filter((one) => one.changed === most);
  const [first] = where;
  const named = first && componentInfo(first.component).short.toLowerCase();
  const tail =
    where.length > 1 || components.length === 1 || !named
      ? ""
      : changed === 1
        ? `, pada ${named}`
        : most === changed
          ? `, semuanya pada ${named}`
          : `, terbanyak pada ${named} (${countWord(most)})`;
  return `Penilai mengubah tingkat ${countWord(changed)} dari ${countWord(judged)} putusan mesin${tail}`;
};
