import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import { DURATION_UNITS } from "#app/reader/facts/printed-unit.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { getComponent } from "#app/server/component.server.ts";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { database } from "#app/server/database.server.ts";
import { getDurations } from "#app/server/durations.server.ts";
import { notFound } from "#app/server/errors.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Examples } from "#app/ui/Examples.tsx";
import { LevelFigure } from "#app/ui/Figure.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { ApartFindings, FindingsByCode, partsOf } from "#app/ui/FindingGroups.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { chartName, levelsByGroup } from "#app/ui/level-chart.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf, withFilters } from "#app/ui/request.ts";
import { placeOf } from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { componentLevelSentence, SCALE_NOTE } from "#app/ui/substance-sentences.ts";
import { componentPlacesTable } from "#app/ui/tables/component.ts";
import { type UnitPlace, unitSlug } from "#app/ui/tables/durations.ts";
import { UnitSection } from "#app/ui/UnitSection.tsx";
import { unitsChart } from "#app/ui/unit-chart.ts";
import { bagianName } from "#app/ui/words-of.ts";

/** Filters that this page applies; the path itself names the component. */
const USES = ["kabupaten", "tahun", "rumpun", "pengguna", "temuan"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const info = COMPONENTS.find((one) => one.slug === params.komponen);
  if (!info) throw notFound();
  const db = database();
  const { scope } = context;
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
  const substance = await getComponent(db, scope, {
    component: info.key,
    kab: filters.kabupaten,
    filter: toServiceFilter(filters, USES),
  });
  const { regencies: byRegency } = substance;
  /** Of one regency the bagian are compared, of several the regencies, by name. */
  const ofBagian = byRegency.length === 1;
  const places = ofBagian ? substance.bagian : byRegency;
  /** Invented regencies are listed, never counted. */
  const real = byRegency.filter((one) => !one.regency.sample);
  const h1 = componentLevelSentence(
    info.key,
    placeOf((real.length > 0 ? real : byRegency).map((one) => one.regency.shortName)),
    substance.levels,
  );
  const chart = levelsByGroup(
    "tempat",
    h1,
    places.map((one) => ({
      name: ofBagian ? bagianName(one.bagian) : chartName(one.regency),
      services: one.services,
      levels: one.levels,
    })),
  );
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
  const asked = queryOf(request).get("satuan");
  const openedUnit = DURATION_UNITS.find((unit) => unitSlug(unit) === asked);
  const opened = openedUnit
    ? {
        unit: openedUnit,
        rows: durations
          .filter(({ regency }) => !regency.sample || durations.every((one) => one.regency.sample))
          .flatMap(({ regency, services }) =>
            services.filter(({ unit }) => unit === openedUnit).map(({ service }) => ({ regency, service })),
          ),
      }
    : null;
  return {
    title: info.name,
    units,
    unitChart: unitChart && drawChart(unitChart),
    info,
    places,
    shown: byRegency.map((one) => one.regency),
    ofBagian,
    levels: substance.levels,
    review: substance.review,
    examples: substance.examples,
    opened,
    h1,
    chart: chart && drawChart(chart),
    findings: findings.rows,
    apart: findings.apart,
    regencies: view.regencies.map((one) => one.regency),
    options: view.options,
    filters,
    ignored,
  };
}

export default function ComponentPage() {
  const { info, places, shown, ofBagian, levels, examples, review, opened, h1, chart, units, unitChart } =
    useLoaderData<typeof loader>();
  const { findings, apart, regencies, options, filters, ignored } = useLoaderData<typeof loader>();
  const path = paths.komponen(info.slug);
  const table = (
    <DataTable table={componentPlacesTable(info, places, filters)} files={{ path, filters }} hideCaption />
  );
  const next = COMPONENTS[info.number] ?? COMPONENTS[0];
  const parts = partsOf(findings);
  return (
    <Page
      eyebrow={`${info.number}. ${info.name} (komponen ${info.group === "penyampaian" ? "publik" : "internal"})`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: info.short }]}
      band={statusBand(shown, [], review)}
      method={`${SCALE_NOTE} Bermasalah: tingkat 0 atau 1.`}
      scope={`Yang diharapkan: ${info.ending}. ${levels.T > 0 ? `Di luar hitungan karena tidak terbaca: ${formatCount(levels.T)} standar.` : ""}`}
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} places={{ regencies }} />
      <h2>{ofBagian ? "Per bagian" : "Per kabupaten"}</h2>
      <LevelFigure chart={chart}>{table}</LevelFigure>
      {units.length > 0 && <UnitSection units={units} chart={unitChart} filters={filters} opened={opened} />}
      {parts.length === 0 ? (
        <>
          <h2>Temuan pada komponen ini</h2>
          <p>Tidak ada temuan otomatis pada komponen ini. Isinya belum diperiksa penilai.</p>
        </>
      ) : (
        parts.map((part) => (
          <section key={part.id}>
            <h2>
              {part.name} · {formatCount(part.rows.length)}
            </h2>
            {part.note && <p className="note">{part.note}</p>}
            <FindingsByCode rows={part.rows} filters={filters} id={part.id} />
          </section>
        ))
      )}
      <ApartFindings apart={apart} filters={filters} change={{ komponen: [info.slug] }} />
      {examples.length > 0 && (
        <>
          <h2>Contoh tingkat 3</h2>
          <Examples examples={examples} slug={info.slug} filters={filters} heading={false} />
        </>
      )}
      <Onward
        links={[
          ["Temuan pada komponen ini", link(paths.temuan(), filters, { change: { komponen: [info.slug] } })],
          ...(info.key === "dasar_hukum"
            ? [["Regulasi yang dikutip dan keadaannya", link(paths.regulasi(), filters)] as const]
            : []),
          ...(next
            ? [[`Komponen berikutnya: ${next.short}`, link(paths.komponen(next.slug), filters)] as const]
            : []),
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}
