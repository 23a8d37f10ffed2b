import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { database } from "#app/server/database.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { absenceByComponent, absenceByGroup, chartName } from "#app/ui/absence-chart.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { AbsenceLegend } from "#app/ui/Legend.tsx";
import { link, paths } from "#app/ui/links.ts";
import { FEW_REGENCIES, searchRegencies, ticksOf } from "#app/ui/many-regencies.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { RegencySearch } from "#app/ui/RegencySearch.tsx";
import { queryOf, withFilters } from "#app/ui/request.ts";
import {
  cellsSentence,
  completenessSentence,
  componentsSentence,
  leftOutSentence,
  placeOf,
} from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { TickStrip } from "#app/ui/TickStrip.tsx";
import { componentCountsTable, dashboardTable } from "#app/ui/tables/dashboard.ts";

/** Regencies in the table at a time; all fifty of a page are shown, the rest a page on. */
const PAGE = 50;

/** Filters that this page applies. */
const USES = ["tahun", "rumpun", "pengguna", "komponen", "temuan"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getDashboard(database(), localOperator(), toServiceFilter(asked, USES)),
    ({ options }) => ({
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const real = view.regencies.filter((one) => one.services > 0 && !one.regency.sample);
  const counted = real.length > 0 ? real : view.regencies.filter((one) => one.services > 0);
  const place = placeOf(counted.map((one) => one.regency.shortName));
  const groups = view.regencies
    .filter((one) => one.services > 0)
    .map((summary) => ({ name: chartName(summary.regency), summary }));
  const byRegency = absenceByGroup("kabupaten", cellsSentence(`Di ${place},`, view.total), groups);
  const byComponent = absenceByComponent("komponen", componentsSentence(view.total), view.total);
  const search = (queryOf(request).get("cari") ?? "").trim().slice(0, 100);
  return {
    title: "Dasbor",
    view,
    search,
    found: search === "" ? view.regencies : searchRegencies(view.regencies, search),
    filters,
    ignored,
    h1: counted.length === 0 ? "Belum ada naskah yang tersimpan" : completenessSentence(place, view.total),
    byRegency: byRegency && drawChart(byRegency),
    byComponent: byComponent && drawChart(byComponent),
  };
}

const slugOf = ({ regency }: { regency: { slug: string } }): string => regency.slug;

export default function Dashboard() {
  const { view, search, found, filters, ignored, h1, byRegency, byComponent } =
    useLoaderData<typeof loader>();
  const { regencies, total, options } = view;
  const path = paths.dasbor();
  const many = regencies.length > FEW_REGENCIES;
  const extra = { cari: search };
  const table = dashboardTable(found, filters);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(filters.hal, pages);
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  const regencyTable = <DataTable table={table} shown={shown} files={{ path, filters, extra }} />;
  const componentTable = <DataTable table={componentCountsTable(total, filters)} hideCaption />;
  return (
    <Page
      h1={h1}
      section={path}
      filters={filters}
      ignored={ignored}
      band={statusBand(
        regencies.map((one) => one.regency),
        regencies.flatMap((one) => one.decrees),
      )}
      scope={`Keputusan yang berlaku; ${formatCount(total.services)} standar. ${leftOutSentence(total)}`}
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} />
      <h2>Per kabupaten</h2>
      {many && (
        <>
          <RegencySearch path={path} search={search} filters={filters} />
          <TickStrip ticks={ticksOf(regencies, new Set(search === "" ? [] : found.map(slugOf)))} />
        </>
      )}
      {search !== "" && (
        <p>
          {found.length === 0 ? "Tidak ada kabupaten" : `Ditemukan ${countWord(found.length)} kabupaten`} yang
          namanya memuat “{search}”. <a href={link(path, filters)}>Tampilkan semua</a>.
        </p>
      )}
      {byRegency ? (
        <Figure chart={byRegency} legend={<AbsenceLegend />} stacked>
          {regencyTable}
        </Figure>
      ) : (
        regencyTable
      )}
      {pages > 1 && (
        <Pager
          path={path}
          filters={filters}
          page={page}
          pages={pages}
          shown={`Kabupaten ${(page - 1) * PAGE + 1}–${(page - 1) * PAGE + shown.length} dari ${found.length}`}
          extra={extra}
        />
      )}
      {total.services > 0 && (
        <>
          <h2>Per komponen</h2>
          {byComponent ? (
            <Figure chart={byComponent} legend={<AbsenceLegend />}>
              {componentTable}
            </Figure>
          ) : (
            componentTable
          )}
        </>
      )}
      <Onward
        links={[
          ["Temuan menurut bagian", link(paths.temuan(), filters)],
          ["Naskah yang tersimpan", link(paths.naskah(), filters)],
          ["Unggah naskah", link(paths.unggah(), filters)],
          ["Cara naskah dibaca dan dihitung", link(paths.metode(), filters)],
        ]}
      />
    </Page>
  );
}
