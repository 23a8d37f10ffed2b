import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { FORMATS } from "#app/reports/formats.ts";
import { statusWords } from "#app/reports/report/paper.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { compareWithToday, getReport } from "#app/server/leadership/reports.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { ReportBody } from "#app/ui/leadership/ReportBody.tsx";
import { differencesTable } from "#app/ui/leadership/report-tables.ts";
import { filePath, link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

/** A report as it was made, and below it what differs today. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const db = database();
  const [kab, id] = [params.kab ?? "", params.id ?? ""];
  const { regency, head, model } = await getReport(db, context.scope, kab, id);
  const today = await compareWithToday(db, context.scope, kab, id);
  const specs = model.chapters.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "chart" ? [part.spec] : [])),
  );
  return {
    title: model.title,
    regency,
    head,
    model,
    today,
    charts: Object.fromEntries(specs.map((spec) => [spec.id, drawChart(spec)])),
    filters,
    ignored,
  };
}

const FILES = ["pdf", "docx", "xlsx"] as const;

export default function Report() {
  const { regency, head, model, today, charts, filters, ignored } = useLoaderData<typeof loader>();
  const kab = regency.slug;
  const path = paths.satuLaporan(kab, head.id);
  return (
    <Page
      eyebrow={`Laporan · dibuat ${formatInstant(head.issued_at, regency.zone)} oleh ${head.by}`}
      h1={model.title}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Laporan", path: paths.laporan(kab) },
        { name: model.number || "Tanpa nomor" },
      ]}
      band={statusWords(model)}
      scope={
        today.same
          ? "Angka dalam laporan ini sama dengan angka pada saat dibuka."
          : `Sejak dibuat, ${formatCount(today.rows.length)} hal berbeda dari angka pada saat dibuka; lihat di bawah.`
      }
    >
      <p className="no-print">
        {FILES.map((format, at) => (
          <span key={format}>
            {at > 0 && " · "}
            <a href={link(filePath(path, format), filters)}>Unduh laporan ({FORMATS[format].name})</a>
          </span>
        ))}
      </p>
      <ReportBody
        model={model}
        charts={charts}
        csv={(table) => link(filePath(path, "csv"), filters, { extra: { tabel: table.id } })}
      />
      <section aria-labelledby="perbedaan" className="no-print">
        <h2 id="perbedaan">Perbedaan dengan keadaan pada saat dibuka</h2>
        {today.same ? (
          <p>Tidak ada yang berbeda pada {formatInstant(today.at, regency.zone)}.</p>
        ) : today.rows.length === 0 ? (
          <p>
            Data di belakang laporan ini sudah berubah, tetapi tidak ada angka laporan yang berbeda pada{" "}
            {formatInstant(today.at, regency.zone)}.
          </p>
        ) : (
          <DataTable table={differencesTable(kab, today.rows)} hideCaption />
        )}
      </section>
      <Onward
        links={[
          ["Semua laporan", link(paths.laporan(kab), filters)],
          ["Ringkasan pimpinan", link(paths.ringkasan(kab), filters, { change: { periode: model.period } })],
          ["Hasil SKM", link(paths.skm(kab), filters, { change: { periode: model.period } })],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(kab), filters)],
        ]}
      />
    </Page>
  );
}
