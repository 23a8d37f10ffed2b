import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import type { DrawnChart } from "#app/server/charts.server.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { DataTable } from "../DataTable.tsx";
import { Figure } from "../Figure.tsx";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { Onward } from "../Onward.tsx";
import { Pager } from "../Pager.tsx";
import { trendTitle } from "./charts.ts";
import { PeriodForm } from "./PeriodForm.tsx";
import { SURVEY_METHOD, surveyNotes } from "./sentences.ts";
import {
  bagianSurveyTable,
  neverSurveyedTable,
  profileTable,
  serviceSurveyTable,
  trendTable,
  unsurTable,
} from "./tables.ts";
import { changeWords, feeQuestion, gradedWords, intervalWords, respondents, unitName } from "./words.ts";

interface Props {
  view: SurveyView;
  filters: Filters;
  unsur: DrawnChart | null;
  trend: DrawnChart | null;
  /** This page, without query. */
  path: string;
}

/** Everything below the headline of a page of survey results: of a regency, a bagian or one service. */
export function SurveyBody({ view, filters, unsur, trend, path }: Props) {
  const { regency, index, unit, period } = view;
  const kab = regency.slug;
  if (!period) {
    return (
      <>
        <p>
          <a href={link(paths.imporSkm(), filters)}>Impor berkas survei</a> untuk melihat NRR, IKM, dan mutu
          tiap unsur.
        </p>
        <Never view={view} filters={filters} />
      </>
    );
  }
  const ofService = unit?.kind === "layanan";
  const services = view.bagian.reduce((sum, { services: own }) => sum + own.length, 0);
  return (
    <>
      <PeriodForm path={path} periods={view.periods} period={period} bagian={filters.bagian} />
      {index && <Headline view={view} />}
      {index && (
        <>
          <h2>Sembilan unsur menurut nilai</h2>
          {unsur ? (
            <Figure chart={unsur} legend={<UnsurLegend view={view} />} stacked>
              <UnsurTable view={view} filters={filters} />
            </Figure>
          ) : (
            <UnsurTable view={view} filters={filters} />
          )}
        </>
      )}
      <Fees view={view} filters={filters} />
      <Aggregates view={view} />
      <h2>Perkembangan IKM</h2>
      {trend ? (
        <Figure chart={trend} legend={null}>
          <DataTable
            table={trendTable(kab, view.trend)}
            {...(ofService ? {} : { files: { path: `${paths.skm(kab)}/periode`, filters } })}
            hideCaption
          />
        </Figure>
      ) : (
        <p>{trendTitle(view)}; belum ada pembanding.</p>
      )}
      {unit?.kind !== "layanan" && view.bagian.length > 0 && (
        <>
          {!unit && (
            <>
              <h2>Per bagian</h2>
              <DataTable
                table={bagianSurveyTable(kab, view, filters)}
                files={{ path, filters }}
                hideCaption
              />
            </>
          )}
          {services > 0 && (
            <>
              <h2>Per layanan</h2>
              <DataTable
                table={serviceSurveyTable(kab, view, filters)}
                files={{ path: `${paths.skm(kab)}/layanan`, filters }}
                hideCaption
              />
            </>
          )}
        </>
      )}
      {view.profile.length > 0 && (
        <>
          <h2>Responden</h2>
          <DataTable
            table={profileTable(kab, view.profile)}
            {...(ofService ? {} : { files: { path: `${paths.skm(kab)}/responden`, filters } })}
            hideCaption
          />
        </>
      )}
      <Suggestions view={view} filters={filters} path={path} />
      <Never view={view} filters={filters} />
      <p className="method">{SURVEY_METHOD}</p>
      <Onward
        links={[
          ["Hitungan langkah demi langkah", hitungan(view, filters)],
          ["Janji dan pengalaman", link(paths.janji(kab), filters)],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(kab), filters)],
          ["Riwayat impor", link(`${paths.imporSkm()}/riwayat`, filters)],
        ]}
      />
    </>
  );
}

const hitungan = (view: SurveyView, filters: Filters, unsur?: string): string =>
  link(paths.hitungan(view.regency.slug), filters, {
    change: { periode: view.period ?? "" },
    extra: { unsur, layanan: view.unit?.kind === "layanan" ? view.unit.service.no : undefined },
  });

const UnsurTable = ({ view, filters }: { view: SurveyView; filters: Filters }) =>
  view.index && (
    <DataTable
      table={unsurTable(
        view.regency.slug,
        view.index.unsur,
        ({ key }) => hitungan(view, filters, key),
        view.comparedWith,
      )}
      {...(view.unit?.kind === "layanan"
        ? {}
        : { files: { path: `${paths.skm(view.regency.slug)}/unsur`, filters } })}
      hideCaption
    />
  );

const UnsurLegend = ({ view }: { view: SurveyView }) => (
  <p className="legend-words">
    Garis tegak: batas mutu {view.bands.map(({ mutu }) => mutu).join(", ")}. Titik penuh: periode ini; garis:
    selang 95%
    {view.comparedWith ? `; titik kosong: ${periodNames(view.comparedWith).name}` : ""}.
  </p>
);

/** IKM, mutu, interval, n of target, change; above the unit both figures, the official one first. */
function Headline({ view }: { view: SurveyView }) {
  const { index, meanOfUnits, official, comparedWith, sameLastYear, yearIndex } = view;
  if (!index) return null;
  const pooledLine = (
    <li key="gabungan">
      {meanOfUnits ? "IKM gabungan responden" : "IKM"}: <strong>{gradedWords(index.ikm, index.mutu)}</strong>
      {index.kinerja ? `, ${index.kinerja.toLowerCase()}` : ""}; selang 95% {intervalWords(index.interval)};{" "}
      {respondents(index)}.
    </li>
  );
  const meanLine = meanOfUnits && (
    <li key="rata">
      IKM rata-rata unit: <strong>{gradedWords(meanOfUnits.ikm, meanOfUnits.mutu)}</strong> dari{" "}
      {formatCount(meanOfUnits.units)} unit.
    </li>
  );
  const changes = [
    comparedWith && changeWords(index.change, periodNames(comparedWith).name),
    sameLastYear && changeWords(yearIndex?.change ?? null, periodNames(sameLastYear).name),
  ].filter(Boolean);
  return (
    <>
      <ul className="statements plain">
        {official === "rata_unit" ? [meanLine, pooledLine] : [pooledLine, meanLine]}
        {changes.length > 0 && <li>Perubahan: {changes.join("; ")}.</li>}
        {view.whole && view.bagian.length > 0 && (
          <li>
            Di antaranya survei tingkat sekretariat daerah: {gradedWords(view.whole.ikm, view.whole.mutu)},{" "}
            {respondents(view.whole)}.
          </li>
        )}
      </ul>
      {surveyNotes(index).map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </>
  );
}

/** *Gratis against U4*: a note at one answer, a signal to the pereviu at the working threshold. */
function Fees({ view, filters }: { view: SurveyView; filters: Filters }) {
  const rows = view.bagian.flatMap(({ services }) =>
    services.flatMap(({ unit, fee }) => (fee && unit.kind === "layanan" ? [{ unit, fee }] : [])),
  );
  if (rows.length === 0) return null;
  const signals = rows.filter(({ fee }) => fee.weight === "signal");
  const notes = rows.filter(({ fee }) => fee.weight === "note");
  const list = (some: typeof rows) => (
    <ul>
      {some.map(({ unit, fee }) => (
        <li key={unit.service.no}>
          {view.unit?.kind !== "layanan" && (
            <>
              <a href={link(paths.skmLayanan(view.regency.slug, unit.service), filters)}>
                {unit.service.name}
              </a>
              :{" "}
            </>
          )}
          {feeQuestion(fee)}
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="biaya-dan-jawaban">
      <h2 id="biaya-dan-jawaban">Biaya menurut standar dan menurut responden</h2>
      {signals.length > 0 && (
        <>
          <p>
            Perlu diperiksa pereviu (batas kerja: paling sedikit lima jawaban dan sepersepuluh responden):
          </p>
          {list(signals)}
        </>
      )}
      {notes.length > 0 && (
        <details>
          <summary>Catatan: {formatCount(notes.length)} layanan dengan sedikit jawaban yang berbeda</summary>
          {list(notes)}
        </details>
      )}
    </section>
  );
}

function Aggregates({ view }: { view: SurveyView }) {
  if (view.aggregates.length === 0) return null;
  return (
    <section aria-labelledby="tabel-jadi">
      <h2 id="tabel-jadi">Tabel hasil yang sudah jadi</h2>
      <p>Berasal dari berkas tanpa jawaban tiap responden; tidak digabung dengan angka di atas.</p>
      <ul>
        {view.aggregates.map((one) => (
          <li key={`${one.fileName}:${one.unit ? unitName(one.unit) : ""}`}>
            {one.unit ? unitName(one.unit) : "Unit tidak dikenal"}: IKM {gradedWords(one.ikm, one.mutu)}
            {one.n === null ? "" : `, n = ${formatCount(one.n)}`} ({one.fileName}). Unsur:{" "}
            {one.unsur
              .map(({ name, nilai, mutu }) => `${name} ${formatDecimal(nilai, 2)} ${mutu}`)
              .join("; ")}
            .
          </li>
        ))}
      </ul>
    </section>
  );
}

function Suggestions({ view, filters, path }: { view: SurveyView; filters: Filters; path: string }) {
  const { rows, total, page, pages, words } = view.suggestions;
  if (total === 0 && words === "") return null;
  const from = (page - 1) * 20 + 1;
  return (
    <section aria-labelledby="saran">
      <h2 id="saran">Saran responden</h2>
      <form method="get" action={`${path}#saran`} className="search">
        <div className="field">
          <label htmlFor="cari">Cari kata dalam saran</label>
          <input id="cari" name="cari" type="search" defaultValue={words} maxLength={100} />
        </div>
        <input type="hidden" name="periode" value={view.period ?? ""} />
        {filters.bagian.length > 0 && <input type="hidden" name="bagian" value={filters.bagian.join(",")} />}
        <button type="submit">Cari</button>
      </form>
      {total === 0 ? (
        <p>Tidak ada saran yang memuat “{words}”.</p>
      ) : (
        <>
          <ul className="suggestions">
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words; the list is never reordered.
              <li key={at}>
                <q>{row.text}</q>
                {row.unit && <span className="cell-note"> {unitName(row.unit)}</span>}
              </li>
            ))}
          </ul>
          <Pager
            path={path}
            filters={filters}
            page={page}
            pages={pages}
            shown={`Saran ${from}–${from + rows.length - 1} dari ${formatCount(total)}`}
            extra={{ cari: words || undefined }}
            label="Halaman saran"
          />
        </>
      )}
    </section>
  );
}

function Never({ view, filters }: { view: SurveyView; filters: Filters }) {
  if (view.neverSurveyed.length === 0 || view.unit?.kind === "layanan") return null;
  return (
    <>
      <h2>Layanan yang belum disurvei</h2>
      <DataTable
        table={neverSurveyedTable(view.regency.slug, view.neverSurveyed, filters)}
        files={{ path: `${paths.skm(view.regency.slug)}/belum-disurvei`, filters }}
        hideCaption
      />
    </>
  );
}
