import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/format/dates.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { unsurSpec } from "#app/reports/quarter/chapters.ts";
import { summaryOf } from "#app/reports/quarter/summary.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { getQuarter } from "#app/server/leadership/quarter-input.server.ts";
import { getReportSettings } from "#app/server/leadership/settings.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { SideBySide, SignOff, SummaryFigures } from "#app/ui/leadership/Summary.tsx";
import * as tables from "#app/ui/leadership/tables.ts";
import { filePath, link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { PeriodForm } from "#app/ui/survey/PeriodForm.tsx";

/** Ringkasan pimpinan: a quarter of a regency on one page, ending with what is to be decided. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const db = database();
  const { regency, input, periods } = await getQuarter(db, context.scope, {
    kab: params.kab ?? "",
    period: filters.periode || null,
  });
  const settings = await getReportSettings(db, context.scope, regency);
  const summary = summaryOf(input);
  const spec = input.survey && unsurSpec(input, input.survey, summary.weakest.length);
  return {
    chart: spec && drawChart(spec, regency),
    title: `Ringkasan pimpinan ${regency.name}`,
    regency,
    input,
    summary,
    settings,
    at: db.now(),
    periods,
    filters,
    ignored,
  };
}

export default function SummaryPage() {
  const { chart, regency, input, summary, settings, periods, filters, ignored } =
    useLoaderData<typeof loader>();
  const kab = regency.slug;
  const { period } = input;
  const place = { kab, period };
  const path = paths.ringkasan(kab);
  const { signer } = settings;
  return (
    <Page
      section={paths.ringkasanDaerah()}
      eyebrow={summary.title}
      h1={summary.h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Ringkasan pimpinan" }]}
      band={[
        ...(regency.sample ? [`Data contoh: ${regency.name} bukan daerah yang sebenarnya.`] : []),
        ...(summary.mark
          ? [`${summary.mark}: ${summary.reasons.map((one) => one.replace(/\.$/, "")).join("; ")}.`]
          : []),
      ]}
    >
      <div className="summary">
        <PeriodForm path={path} periods={periods} period={period} bagian={[]} />
        <SummaryFigures figures={summary.figures} place={place} filters={filters} />
        {summary.standards.length > 0 ? (
          <DataTable table={tables.standardsTable(summary, place, filters)} hideCaption />
        ) : (
          <p>Belum ada naskah standar pelayanan yang tersimpan.</p>
        )}
        {summary.weakest.length > 0 && chart && (
          <Figure chart={chart} legend={null} stacked>
            <DataTable table={tables.weakestTable(summary, place, filters)} hideCaption />
          </Figure>
        )}
        <h2>Prioritas perbaikan</h2>
        {summary.priorities.length > 0 ? (
          <>
            <DataTable table={tables.prioritiesTable(summary, place, filters)} hideCaption />
            {summary.allPriorities > summary.priorities.length && (
              <p className="note">
                Tampil {formatShare(summary.priorities.length, summary.allPriorities)};{" "}
                <a href={link(paths.janji(kab), filters, { change: { periode: period } })}>
                  buka semua {formatCount(summary.allPriorities)} prioritas
                </a>
                .
              </p>
            )}
          </>
        ) : (
          <p>Tidak ada layanan dengan komponen bermasalah atau janji yang pasti dirasakan rendah.</p>
        )}
        <SideBySide summary={summary} kab={kab} filters={filters} />
        <h2>Keputusan yang diminta</h2>
        {summary.decisions.length > 0 ? (
          <DataTable table={tables.decisionsTable(summary, place)} hideCaption />
        ) : (
          <p>Tidak ada keputusan yang diminta.</p>
        )}
        <p className="note">{[summary.complaints, ...summary.notes].join(" ")}</p>
        <SignOff placed={`${settings.place}, ${formatDate(input.today)}`} signer={signer} />
        <p className="no-print">
          <a href={link(filePath(path, "pdf"), filters, { change: { periode: period } })}>
            Unduh ringkasan (PDF, satu halaman A4)
          </a>
          {" · "}
          <a href={link(filePath(path, "docx"), filters, { change: { periode: period } })}>
            Unduh ringkasan (DOCX)
          </a>
        </p>
      </div>
      <Onward
        links={[
          [`Laporan ${regency.shortName}`, link(paths.laporan(kab), filters)],
          ["Tindak lanjut", link(paths.tindakLanjut(kab), filters)],
          ["Hasil SKM", link(paths.skm(kab), filters, { change: { periode: period } })],
          ["Janji dan pengalaman", link(paths.janji(kab), filters, { change: { periode: period } })],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(kab), filters)],
          ["Ringkasan semua daerah", link(paths.ringkasanDaerah(), filters, { change: { periode: period } })],
        ]}
      />
    </Page>
  );
}
