import { periodNames } from "#app/format/periods.ts";
import type { DrawnChart } from "#app/server/charts.server.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { DataTable } from "../DataTable.tsx";
import { Figure } from "../Figure.tsx";
import type { Filters } from "../filters.ts";
import { planLink } from "../followup/links.ts";
import { link, paths } from "../links.ts";
import { Onward } from "../Onward.tsx";
import { Aggregates } from "./Aggregates.tsx";
import { trendTitle } from "./charts.ts";
import { Fees } from "./Fees.tsx";
import { Headline } from "./Headline.tsx";
import { PeriodForm } from "./PeriodForm.tsx";
import { Respondents } from "./Respondents.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { SURVEY_METHOD } from "./sentences.ts";
import {
  bagianSurveyTable,
  neverSurveyedTable,
  serviceSurveyTable,
  trendTable,
  unsurTable,
} from "./tables.ts";

interface Props {
  view: SurveyView;
  filters: Filters;
  unsur: DrawnChart | null;
  trend: DrawnChart | null;
  profile: readonly DrawnChart[];
  /** This page, without query. */
  path: string;
}

/** Everything below the headline of a page of survey results: of a regency, a bagian or one service. */
export function SurveyBody({ view, filters, unsur, trend, profile, path }: Props) {
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
  const services = view.bagian.reduce((sum, { services: own }) => sum + own.length, 0);
  return (
    <>
      <PeriodForm path={path} periods={view.periods} period={period} bagian={filters.bagian} />
      {index && <Headline view={view} opens={hitungan(view, filters)} />}
      {index && (
        <>
          <h2>Sembilan unsur menurut nilai</h2>
          {unsur ? (
            <Figure chart={unsur} legend={<UnsurLegend view={view} />} stacked>
              <UnsurTable view={view} filters={filters} path={path} />
            </Figure>
          ) : (
            <UnsurTable view={view} filters={filters} path={path} />
          )}
        </>
      )}
      <Fees view={view} filters={filters} />
      <Aggregates view={view} />
      <h2>Perkembangan IKM</h2>
      {trend ? (
        <Figure chart={trend} legend={null} stacked>
          <DataTable
            table={trendTable(kab, view.trend, (row) => hitungan({ ...view, period: row.period }, filters))}
            files={{ path: `${path}/periode`, filters }}
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
      <Respondents view={view} charts={profile} filters={filters} path={path} />
      <Suggestions view={view} filters={filters} path={path} />
      <Never view={view} filters={filters} />
      <p className="method">{SURVEY_METHOD}</p>
      <Onward
        links={[
          ["Hitungan langkah demi langkah", hitungan(view, filters)],
          ["Janji dan pengalaman", link(paths.janji(kab), filters)],
          ["Tindak lanjut", link(paths.tindakLanjut(kab), filters)],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(kab), filters)],
          ["Riwayat impor", link(`${paths.imporSkm()}/riwayat`, filters)],
        ]}
      />
    </>
  );
}

const hitungan = (
  view: Pick<SurveyView, "regency" | "period" | "unit">,
  filters: Filters,
  unsur?: string,
): string =>
  link(paths.hitungan(view.regency.slug), filters, {
    change: { periode: view.period ?? "" },
    extra: { unsur, layanan: view.unit?.kind === "layanan" ? view.unit.service.no : undefined },
  });

const UnsurTable = ({ view, filters, path }: { view: SurveyView; filters: Filters; path: string }) =>
  view.index && (
    <DataTable
      table={unsurTable(
        view.regency.slug,
        view.index.unsur,
        ({ key }) => hitungan(view, filters, key),
        view.comparedWith,
        ({ key }) =>
          planLink(view.regency.slug, filters, {
            asal: "unsur",
            unsur: key,
            periode: view.period ?? undefined,
            layanan: view.unit?.kind === "layanan" ? view.unit.service.no : undefined,
            bagian_asal: view.unit?.kind === "bagian" ? view.unit.bagian?.slug : undefined,
          }),
      )}
      files={{ path: `${path}/unsur`, filters }}
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
