import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { COMPONENTS } from "#app/reader/components.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { database } from "#app/server/database.server.ts";
import { getDurations } from "#app/server/durations.server.ts";
import { notFound } from "#app/server/errors.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { absenceOfComponent, chartName } from "#app/ui/absence-chart.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { FindingGroups } from "#app/ui/FindingGroups.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { AbsenceLegend } from "#app/ui/Legend.tsx";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { withFilters } from "#app/ui/request.ts";
import { componentSentence } from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { componentPlacesTable } from "#app/ui/tables/component.ts";
import type { UnitPlace } from "#app/ui/tables/durations.ts";
import { UnitSection } from "#app/ui/UnitSection.tsx";
import { unitsChart } from "#app/ui/unit-chart.ts";

/** Filters that this page applies; the path itself names the component. */
const USES = ["kabupaten", "tahun", "rumpun", "pengguna", "temuan"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const info = COMPONENTS.find((one) => one.slug === params.komponen);
  if (!info) throw notFound();
  const db = database();
  const scope = localOperator();
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getDashboard(db, scope, toServiceFilter(asked, USES)),
    ({ options, regencies }) => ({
      kabupaten: regencies.map((one) => one.regency.slug),
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const findings = await getFindings(db, scope, {
    kab: filters.kabupaten,
    filter: { ...toServiceFilter(filters, USES), komponen: [info.key] },
    page: "all",
  });
  const places = view.regencies
    .filter((one) => one.services > 0)
    .filter((one) => filters.kabupaten.length === 0 || filters.kabupaten.includes(one.regency.slug))
    .map((one) => ({
      regency: one.regency,
      name: one.regency.shortName,
      services: one.services,
      absent: one.absentByComponent[info.key],
      unreadable: one.unreadableByComponent[info.key],
    }));
  /** Invented regencies are listed, never counted. */
  const counted = places.some((one) => !one.regency.sample)
    ? places.filter((one) => !one.regency.sample)
    : places;
  const h1 = componentSentence(info.key, counted);
  const bars = places.map((one) => ({ ...one, name: chartName(one.regency) }));
  const chart = absenceOfComponent("kabupaten", h1, bars);
  const durations =
    info.key === "jangka_waktu"
      ? await getDurations(db, scope, filters.kabupaten, toServiceFilter(filters, USES))
      : [];
  const units = durations.map(
    ({ regency, counts: unitCounts }): UnitPlace => ({
      slug: regency.slug,
      name: chartName(regency),
      sample: regency.sample,
      counts: unitCounts,
    }),
  );
  const unitChart = unitsChart(units);
  return {
    title: info.name,
    units,
    unitChart: unitChart && drawChart(unitChart),
    info,
    places,
    h1,
    chart: chart && drawChart(chart),
    findings: findings.rows,
    regencies: view.regencies.map((one) => one.regency),
    options: view.options,
    filters,
    ignored,
  };
}

export default function ComponentPage() {
  const { info, places, h1, chart, units, unitChart, findings, regencies, options, filters, ignored } =
    useLoaderData<typeof loader>();
  const path = paths.komponen(info.slug);
  const table = (
    <DataTable table={componentPlacesTable(info, places, filters)} files={{ path, filters }} hideCaption />
  );
  const next = COMPONENTS[info.number] ?? COMPONENTS[0];
  const shared = places.map((one) => one.regency);
  return (
    <Page
      eyebrow={`${info.number}. ${info.name} (komponen ${info.group === "penyampaian" ? "publik" : "internal"})`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: info.short }]}
      band={statusBand(shared, [])}
      scope={`Yang diharapkan: ${info.ending}. Yang dihitung di sini baru ada atau tidak adanya; isinya belum dinilai.`}
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} places={{ regencies }} />
      <h2>Per kabupaten</h2>
      {chart ? (
        <Figure chart={chart} legend={<AbsenceLegend />}>
          {table}
        </Figure>
      ) : (
        table
      )}
      {units.length > 0 && <UnitSection units={units} chart={unitChart} filters={filters} />}
      <h2>Layanan dengan temuan pada komponen ini</h2>
      {findings.length === 0 ? (
        <p>Tidak ada temuan otomatis pada komponen ini. Isinya belum diperiksa penilai.</p>
      ) : (
        <FindingGroups rows={findings} filters={filters} />
      )}
      <Onward
        links={[
          ["Temuan pada komponen ini", link(paths.temuan(), filters, { change: { komponen: [info.slug] } })],
          ...(next
            ? [[`Komponen berikutnya: ${next.short}`, link(paths.komponen(next.slug), filters)] as const]
            : []),
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}
