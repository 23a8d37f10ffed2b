import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { draftReasons } from "#app/reports/quarter/words.ts";
import { CHAPTERS } from "#app/reports/report/chapters.ts";
import { database } from "#app/server/database.server.ts";
import { getQuarter } from "#app/server/leadership/quarter-input.server.ts";
import { getReports, requestReport } from "#app/server/leadership/reports.server.ts";
import { getReportSettings, setReportSettings } from "#app/server/leadership/settings.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { field, typedIn } from "#app/ui/form.ts";
import { NewReportForm, SettingsForm } from "#app/ui/leadership/ReportForms.tsx";
import { reportsTable } from "#app/ui/leadership/report-tables.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

/** Reports of a regency: those that were made, a new one, and what is printed on each. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const db = database();
  const kab = params.kab ?? "";
  const [{ regency, reports }, { input, periods }] = await Promise.all([
    getReports(db, context.scope, kab),
    getQuarter(db, context.scope, { kab, period: filters.periode || null }),
  ]);
  return {
    title: `Laporan ${regency.name}`,
    regency,
    reports,
    periods,
    period: input.period,
    reasons: draftReasons(input),
    settings: await getReportSettings(db, context.scope, regency),
    mayWrite: context.writes.includesWhole(regency.r),
    saved: queryOf(request).has("tersimpan"),
    filters,
    ignored,
  };
}

/** Asks for a report, or settles what is printed on each. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const form = await request.formData();
  const db = database();
  const { filters } = parseFilters(queryOf(request));
  if (field(form, "tindakan") === "pengaturan") {
    const errors = await setReportSettings(db, context.scope, kab, Object.fromEntries(form));
    if (errors.length > 0) return refused({ of: "pengaturan", errors, typed: typedIn(form), chapters: null });
    return redirect(
      link(paths.laporan(kab), filters, { extra: { tersimpan: 1 }, hash: "penanda-tangan" }),
      303,
    );
  }
  const chapters = form.getAll("bab").filter((one) => typeof one === "string");
  const answer = await requestReport(db, context.scope, kab, {
    periode: field(form, "periode"),
    nomor: field(form, "nomor"),
    tanggal: field(form, "tanggal"),
    bab: chapters,
    ulasan: Object.fromEntries(
      CHAPTERS.map(({ id }) => [id, field(form, `ulasan-${id}`)]).filter(([, words]) => words !== ""),
    ),
  });
  if ("problems" in answer)
    return refused({ of: "laporan", errors: answer.problems, typed: typedIn(form), chapters });
  return redirect(link(paths.pekerjaan(answer.jobId), filters), 303);
}

/** What a form that was not taken sent, to stay on the page. */
interface Refused {
  of: "laporan" | "pengaturan";
  errors: FieldError[];
  typed: Record<string, string>;
  /** Chapters that were ticked; null of the other form. */
  chapters: string[] | null;
}

const refused = (answer: Refused) => data(answer, { status: 400 });
const UNTOUCHED = { errors: [], typed: {}, chapters: null };

export default function Reports() {
  const { regency, reports, periods, period, reasons, settings, mayWrite, saved, filters, ignored } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saidOf = (form: Refused["of"]) => (answer?.of === form ? answer : UNTOUCHED);
  const kab = regency.slug;
  const finals = reports.filter(({ draft }) => draft === 0).length;
  return (
    <Page
      eyebrow={`Laporan · ${regency.name}`}
      h1={
        reports.length === 0
          ? `Belum ada laporan ${regency.shortName} yang dibuat`
          : `Laporan ${regency.shortName}: ${formatCount(finals)} terbit, ${formatCount(reports.length - finals)} draf`
      }
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Laporan" }]}
      band={regency.sample ? [`Data contoh: ${regency.name} bukan daerah yang sebenarnya.`] : []}
      scope="Laporan yang sudah dibuat tidak berubah; bila dibuka lagi, isinya sama dan yang kini berbeda ditunjukkan."
    >
      <ErrorSummary errors={answer?.errors ?? []} />
      {reports.length > 0 && (
        <DataTable table={reportsTable(kab, regency.zone, reports, filters)} hideCaption />
      )}
      {mayWrite && (
        <>
          <h2 id="baru">Buat laporan</h2>
          {reasons.length > 0 && (
            <div className="notice">
              <p>
                Untuk {periodNames(period).name}, laporan hanya dapat dicetak sebagai DRAF:{" "}
                {reasons.map((one) => one.replace(/\.$/, "")).join("; ")}.
              </p>
            </div>
          )}
          <NewReportForm
            action={paths.laporan(kab)}
            periods={periods}
            period={period}
            {...saidOf("laporan")}
          />
          <h2 id="penanda-tangan">Kop, tempat, dan penanda tangan</h2>
          {saved && (
            <div className="done" role="status">
              <p>Pengaturan laporan sudah disimpan.</p>
            </div>
          )}
          <SettingsForm action={paths.laporan(kab)} settings={settings} {...saidOf("pengaturan")} />
        </>
      )}
      <Onward
        links={[
          ["Ringkasan pimpinan", link(paths.ringkasan(kab), filters, { change: { periode: period } })],
          ["Tindak lanjut", link(paths.tindakLanjut(kab), filters)],
          ["Hasil SKM", link(paths.skm(kab), filters)],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(kab), filters)],
        ]}
      />
    </Page>
  );
}
