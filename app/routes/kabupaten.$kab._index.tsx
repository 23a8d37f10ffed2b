import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { getMatrix, getRegency } from "#app/server/regency.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import type { DecreeSummary, GroupSummary, ServiceFilter } from "#app/server/views.ts";
import { absenceByComponent, absenceByGroup } from "#app/ui/absence-chart.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { FindingPairs } from "#app/ui/FindingGroups.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { AbsenceLegend } from "#app/ui/Legend.tsx";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { withFilters } from "#app/ui/request.ts";
import {
  cellsSentence,
  completenessSentence,
  componentsSentence,
  leftOutSentence,
} from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { componentCountsTable } from "#app/ui/tables/dashboard.ts";
import { bagianTable, decreesTable } from "#app/ui/tables/regency.ts";
import { bagianName } from "#app/ui/words-of.ts";

/** Filters that this page applies. */
const USES = ["tahun", "rumpun", "pengguna", "komponen", "temuan"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getRegency(database(), localOperator(), params.kab ?? "", toServiceFilter(asked, USES)),
    ({ options }) => ({
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const { shortName, slug } = view.regency;
  const only =
    view.summary.incomplete === 1 ? await onlyIncomplete(slug, toServiceFilter(filters, USES)) : undefined;
  const groups = bagianTable(view.regency.slug, view.bagian, filters).rows.map((summary) => ({
    name: bagianName(summary.bagian),
    summary,
  }));
  const byBagian =
    groups.length > 1
      ? absenceByGroup("bagian", cellsSentence(`Di ${shortName},`, view.summary), groups)
      : null;
  const byComponent = absenceByComponent("komponen", componentsSentence(view.summary), view.summary);
  return {
    title: view.regency.name,
    h1:
      view.decrees.length === 0
        ? `Belum ada naskah untuk ${view.regency.name}`
        : completenessSentence(shortName, view.summary, only),
    view,
    filters,
    ignored,
    byBagian: byBagian && drawChart(byBagian),
    byComponent: byComponent && drawChart(byComponent),
  };
}

/** Name of the one service that lacks a component: a single case is named, not counted. */
async function onlyIncomplete(kab: string, filter: ServiceFilter): Promise<string | undefined> {
  const { groups } = await getMatrix(database(), localOperator(), { kab, filter });
  return groups.flatMap((group) => group.services).find((one) => one.completeness.all.absent > 0)?.service
    .name;
}

export default function Regency() {
  const { h1, view, filters, ignored, byBagian, byComponent } = useLoaderData<typeof loader>();
  const { regency, summary, bagian, decrees, decreeFindings, options } = view;
  const path = paths.kabupaten(regency.slug);
  const places = { bagian: bagian.map((one) => one.bagian) };
  const groupTable = (
    <DataTable table={bagianTable(regency.slug, bagian, filters)} files={{ path, filters }} />
  );
  const componentTable = <DataTable table={componentCountsTable(summary, filters)} hideCaption />;
  return (
    <Page
      eyebrow={regency.name}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: regency.name }]}
      band={statusBand([regency], decrees)}
      scope={scopeOf(decrees, summary)}
    >
      {decrees.length === 0 ? (
        <p>
          <a href={link(paths.unggah(), filters)}>Unggah naskah pertama</a>.
        </p>
      ) : (
        <>
          <Statements summary={summary} />
          <FilterForm path={path} filters={filters} uses={USES} options={options} places={places} />
          <h2>Per bagian</h2>
          {byBagian ? (
            <Figure chart={byBagian} legend={<AbsenceLegend />} stacked>
              {groupTable}
            </Figure>
          ) : (
            groupTable
          )}
          <h2>Per komponen</h2>
          {byComponent ? (
            <Figure chart={byComponent} legend={<AbsenceLegend />}>
              {componentTable}
            </Figure>
          ) : (
            componentTable
          )}
          <h2>Keputusan</h2>
          <DataTable table={decreesTable(regency.slug, decrees, filters)} hideCaption />
          {decreeFindings.length > 0 && (
            <>
              <h2>Temuan pada keputusan</h2>
              <FindingPairs rows={decreeFindings} filters={filters} />
            </>
          )}
        </>
      )}
      <Onward
        links={[
          [`Peta komponen: semua layanan ${regency.shortName}`, link(paths.peta(regency.slug), filters)],
          [
            `Temuan di ${regency.shortName}`,
            link(paths.temuan(), filters, { change: { kabupaten: [regency.slug] } }),
          ],
          ["Naskah yang tersimpan", link(paths.naskah(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

/** The four figures of a place in words: complete, missing, unreadable, reviewed. */
function Statements({ summary }: { summary: GroupSummary }) {
  const { all, public: open } = summary.completeness;
  const judged = summary.complete + summary.incomplete;
  return (
    <ul className="statements plain">
      <li>
        Lengkap 14 komponen: <strong>{formatShare(summary.complete, judged)} standar</strong>
        {summary.uncertain > 0 && `; ${formatCount(summary.uncertain)} standar belum dapat dipastikan`}.
      </li>
      <li>
        Tidak ada: <strong>{formatShare(all.absent, all.present + all.absent)} komponen</strong>, di antaranya{" "}
        {formatShare(open.absent, open.present + open.absent)} komponen publik.
      </li>
      <li>
        Tidak terbaca: <strong>{formatCount(all.unreadable)} komponen</strong>
        {all.unreadable > 0 && "; cocokkan dengan naskah asli. Komponen ini tidak dihitung"}.
      </li>
      <li>Direviu: belum ada, karena penilaian substansi belum tersedia.</li>
    </ul>
  );
}

function scopeOf(decrees: readonly DecreeSummary[], summary: GroupSummary): string {
  if (decrees.length === 0) return "";
  const years = [...new Set(decrees.map((one) => one.year ?? "tanpa tahun"))].join(", ");
  return `Keputusan tahun ${years}; ${formatCount(summary.services)} standar. ${leftOutSentence(summary)}`;
}
