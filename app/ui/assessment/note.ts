import { formatInstant, formatInstantDate } from "#app/format/dates.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { slugify } from "#app/format/slugs.ts";
import type { NoteVerdict, ReviewNote } from "#app/reports/review/note.ts";
import type { RoundVerdict, RoundView } from "#app/server/assessment/round-view.server.ts";
import { bagianName } from "../words-of.ts";
import {
  DRAWN_WORDS,
  intervalWords,
  roundSentence,
  SAMPLE_METHOD,
  STATE_WORDS,
  subjectName,
  valueWords,
} from "./words.ts";

/** "tingkat 2, inti terpenuhi; mesin: tingkat 1, isi belum tepat". */
export const verdictWords = ({ value, machine, kind }: RoundVerdict): string =>
  kind === "tetap" || machine === null || machine === value
    ? valueWords(value)
    : `${valueWords(value)}; mesin: ${valueWords(machine)}`;

/** What the pereviu said of a verdict. */
export const markWords = ({ mark, reason, waits }: RoundVerdict): string => {
  if (mark === "setuju") return reason ? `setuju: ${reason}` : "setuju";
  if (mark === "tidak_setuju") return `tidak setuju: ${reason ?? ""}`;
  return waits ? "menunggu tanda" : "tidak diperiksa";
};

/** The error rate in sentences, the counted part and the estimated part apart. */
export const resultSentences = ({ result, edition, rest, verdicts }: RoundView): string[] => {
  const { mandatory, random, dropped } = result;
  const low = edition.substance ? "Putusan tingkat 0–1" : "Putusan belum terpenuhi";
  const drawn = verdicts.filter((one) => one.drawn === "acak").length;
  return [
    mandatory.checked === 0
      ? `${low}: tidak ada yang diperiksa.`
      : `${low}, diperiksa seluruhnya: ${formatShare(mandatory.wrong, mandatory.checked)} tidak disetujui.`,
    random === null
      ? "Putusan lain: belum ada yang diperiksa."
      : random.n === rest
        ? `Putusan lain, diperiksa seluruhnya: ${formatShare(random.k, random.n)} tidak disetujui; tanpa selang, karena tidak ada yang ditaksir.`
        : `Putusan lain, ${formatCount(drawn)} terambil acak dari ${formatCount(rest)}: tidak disetujui ${intervalWords(random)}.`,
    ...(dropped > 0
      ? [`Belum atau tidak diperiksa: ${formatCount(dropped)} putusan; tidak dihitung dalam angka di atas.`]
      : []),
  ];
};

/** An uji petik as its Catatan Hasil Reviu. */
export const noteOf = (view: RoundView, at: string): ReviewNote => {
  const { regency, edition, closed, verdicts } = view;
  const { zone } = regency;
  const ordered = [...verdicts].sort(
    (a, b) => Number(b.mark === "tidak_setuju") - Number(a.mark === "tidak_setuju"),
  );
  const marker = closed?.by ?? verdicts.find(({ markedBy }) => markedBy !== null)?.markedBy ?? view.by;
  return {
    fileName: `catatan-hasil-reviu-${slugify(regency.shortName)}-${view.at.slice(0, 10)}`,
    regency: regency.name,
    edition: edition.name,
    finding: roundSentence(view),
    facts: [
      ["Uji petik diambil", `${formatInstant(view.at, zone)}, oleh ${view.by}`],
      ["Ditutup", closed ? `${formatInstant(closed.at, zone)}, oleh ${closed.by}` : "belum ditutup"],
      ["Penilaian", formatCount(view.assessments.length)],
      ["Putusan terambil", formatCount(verdicts.length)],
      ["Benih", view.seed],
      ["Sidik instrumen", edition.hash.slice(0, 12)],
    ],
    results: resultSentences(view),
    method: SAMPLE_METHOD,
    verdicts: ordered.map(
      (one): NoteVerdict => ({
        service: subjectName(one.assessment),
        item: one.name,
        verdict: verdictWords(one),
        drawn: DRAWN_WORDS[one.drawn],
        mark: markWords(one),
        by: one.markedBy ?? "",
      }),
    ),
    assessments: view.assessments.map((one) => ({
      service: subjectName(one),
      bagian: bagianName(one.bagian),
      state: STATE_WORDS[one.state],
      hash: one.contentHash?.slice(0, 12) ?? "–",
    })),
    closed: closed !== null,
    sample: regency.sample,
    reviewer: marker,
    placed: `…, ${formatInstantDate(closed?.at ?? at, zone)}`,
    at,
    foot: `Catatan Hasil Reviu ${regency.name} · ${formatInstant(at, zone)}`,
  };
};
