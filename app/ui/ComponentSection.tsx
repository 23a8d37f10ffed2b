import { formatInstant } from "#app/format/dates.ts";
import { formatLines } from "#app/format/numbers.ts";
import { ADVICE } from "#app/instruments/guidance.ts";
import { component } from "#app/reader/components.ts";
import { NOTED_CRITERIA } from "#app/scoring/all-findings.ts";
import type { HumanVerdict, ServiceComponent, ServiceView } from "#app/server/views.ts";
import { CriteriaTable } from "./CriteriaTable.tsx";
import { Examples } from "./Examples.tsx";
import { FindingItem } from "./FindingItem.tsx";
import type { Filters } from "./filters.ts";
import { link, linkToLines, paths } from "./links.ts";
import { markQuotes } from "./quote-marks.ts";
import { Sign, signOf, signWords } from "./signs.tsx";
import { confidenceWords, figureWords, levelWords } from "./words-of.ts";

/** "tingkat 2, inti terpenuhi"; T is its word alone. */
const levelName = (level: NonNullable<ServiceComponent["level"]>): string =>
  level === "T" ? signWords(level) : `tingkat ${signWords(level)}`;

interface Props {
  one: ServiceComponent;
  view: ServiceView;
  filters: Filters;
}

/** One component on a sheet: level, what is printed, criteria with reason and quote, findings, how others wrote it. */
export function ComponentSection({ one, view, filters }: Props) {
  const { number, name, slug, group } = component(one.key);
  const { decree } = view;
  const confidence = confidenceWords(one.confidence);
  const unreadable = one.level === "T" || (one.level === null && one.cell.state === "T");
  const figures = figureWords(one.facts);
  const steps = one.criteria.filter(({ id, met }) => met === false && NOTED_CRITERIA.includes(id));
  const quotes = one.criteria.flatMap(({ met, quote }) => (met === false && quote ? [quote] : []));
  return (
    <section className="component" id={slug} aria-labelledby={`${slug}-judul`}>
      <h3 id={`${slug}-judul`}>
        <Sign of={signOf(one.cell.state, one.level)} quiet /> {number}. {name}
      </h3>
      <p className="printed">
        <strong>{levelWords(one.cell, one.level)}</strong>;{" "}
        {group === "penyampaian" ? "komponen publik" : "komponen internal"}
        {one.label && `; tercetak “${one.label}”`}.
      </p>
      {one.judged && <HumanLine judged={one.judged} view={view} />}
      {unreadable && <p>Tidak terbaca: cocokkan dengan naskah asli. Komponen ini tidak dihitung.</p>}
      {confidence && <p className="note">{confidence}</p>}
      {one.text !== null && <MarkedText text={one.text} quotes={quotes} />}
      {one.text === null && decree.factsOnly && one.cell.state === "ada" && (
        <p className="note">
          {figures ? `Angka yang terbaca: ${figures}. ` : ""}Kalimatnya tidak tersimpan karena naskahnya belum
          diunggah; alasan di bawah ini adalah hasil baca mesin.{" "}
          <a href={link(paths.unggah(), filters)}>Unggah naskah</a>
        </p>
      )}
      {one.cell.lines && (
        <p>
          <a href={linkToLines(decree.slug, decree.version, one.cell.lines, filters)}>
            Lihat di naskah, baris {formatLines(one.cell.lines)}
          </a>
        </p>
      )}
      {one.criteria.length > 0 && (
        <CriteriaTable id={`${slug}-kriteria`} criteria={one.criteria} decree={decree} filters={filters} />
      )}
      {one.findings.map((finding) => (
        <FindingItem key={finding.id} finding={finding} filters={filters} />
      ))}
      {steps.length > 0 && (
        <p className="note">
          Untuk naik ke tingkat 3 (catatan, bukan temuan):{" "}
          {steps.map(({ id, sentence }) => ADVICE[id] ?? sentence).join(" ")}
        </p>
      )}
      {one.key === "dasar_hukum" && (
        <p>
          <a href={link(paths.regulasi(), filters, { change: { kabupaten: [view.regency.slug] } })}>
            Regulasi yang dikutip di {view.regency.shortName} dan keadaannya
          </a>
        </p>
      )}
      <Examples examples={one.examples} slug={slug} filters={filters} />
    </section>
  );
}

/** What the machine said and what a person said, each with whom, when and why. */
const HumanLine = ({ judged, view }: { judged: HumanVerdict; view: ServiceView }) => {
  const { zone } = view.regency;
  const differs = judged.level !== judged.machine;
  return (
    <dl className="verdicts">
      <div>
        <dt>Putusan mesin</dt>
        <dd>
          {judged.machine === null ? "belum dinilai" : levelName(judged.machine)}
          {view.scorer && `; penilai mesin versi ${view.scorer}`}.
        </dd>
      </div>
      <div>
        <dt>Putusan penilai</dt>
        <dd>
          {differs ? <strong>{levelName(judged.level)}</strong> : levelName(judged.level)}
          {differs ? ", berbeda dari mesin" : ", sama dengan mesin"}; {judged.by},{" "}
          {formatInstant(judged.at, zone)}. {judged.reason && `Alasan: ${judged.reason} `}
          Direviu {judged.reviewedBy}, {formatInstant(judged.reviewedAt, zone)}.
        </dd>
      </div>
    </dl>
  );
};

/** The decree's own words, with those that decided marked in them. */
const MarkedText = ({ text, quotes }: { text: string; quotes: readonly string[] }) => (
  <blockquote>
    {markQuotes([text], quotes)[0]?.map((part, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
      part.marked ? <mark key={at}>{part.text}</mark> : part.text,
    )}
  </blockquote>
);
