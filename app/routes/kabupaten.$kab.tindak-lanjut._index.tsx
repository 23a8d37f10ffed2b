import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { StatusSpec } from "#app/charts/spec.ts";
import { ORIGIN_KINDS } from "#app/followup/origin.ts";
import { quarterDays } from "#app/followup/quarter.ts";
import { STATUSES } from "#app/followup/timeline.ts";
import { formatShare } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { type ActionsView, getActions } from "#app/server/followup/actions.server.ts";
import { mayOpen } from "#app/ui/answer.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { useFace } from "#app/ui/face.ts";
import { FilterSelects } from "#app/ui/followup/FilterSelects.tsx";
import { planLink } from "#app/ui/followup/links.ts";
import { knownValues } from "#app/ui/followup/own-filters.ts";
import {
  FOLLOW_UP_METHOD,
  followUpPlace,
  followUpScope,
  followUpSentence,
  ORIGIN_WORDS,
  statusWord,
  WHOLE_SETDA_NAME,
} from "#app/ui/followup/words.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf, withFilters } from "#app/ui/request.ts";
import { sampleBand } from "#app/ui/status-band.ts";
import { actionsTable, quartersTable, statusTable } from "#app/ui/tables/followup.ts";

const DESC =
  "Satu batang bertumpuk: terlambat, berjalan, rencana, selesai, batal, masing-masing dengan jumlahnya. Angka yang sama ada pada tabel.";

/** Siapa terlambat? What was promised, by whom, and how it stands today. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const status = knownValues(query, "status", STATUSES);
  const origin = knownValues(query, "asal", ORIGIN_KINDS);
  const quarters = query.getAll("tenggat").filter((one) => quarterDays(one) !== null);
  const wrong = query.getAll("tenggat").filter((one) => one !== "" && quarterDays(one) === null);
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) =>
      getActions(database(), context.scope, {
        kab: params.kab ?? "",
        filter: { status: status.values, bagian: asked.bagian, origin: origin.values, due: quarters },
      }),
    ({ owners }) => ({ bagian: owners.map(({ slug }) => slug) }),
  );
  const h1 = followUpSentence(followUpPlace(view, filters.bagian), view.counts, view.oldest);
  const chart = chartOf(view, h1);
  return {
    title: `Tindak lanjut ${view.regency.name}`,
    h1,
    view,
    chart: chart && drawChart(chart, view.regency),
    extra: {
      status: status.values.join(",") || undefined,
      asal: origin.values.join(",") || undefined,
      tenggat: quarters.join(",") || undefined,
    },
    filters,
    ignored: [
      ...ignored,
      ...status.ignored,
      ...origin.ignored,
      ...wrong.map((value) => ({ key: "tenggat", value })),
    ],
  };
}

/** Form G; null where one status says it all. */
const chartOf = ({ counts }: ActionsView, title: string): StatusSpec | null => {
  const segments = STATUSES.map((key) => ({ key, label: statusWord(key), n: counts[key] }));
  if (segments.filter(({ n }) => n > 0).length < 2) return null;
  return { kind: "status", id: "status", title, desc: DESC, segments };
};

export default function FollowUp() {
  const { h1, view, chart, extra, filters, ignored } = useLoaderData<typeof loader>();
  const face = useFace();
  const { regency, rows, counts, owners, quarters, today } = view;
  const kab = regency.slug;
  const path = paths.tindakLanjut(kab);
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const statuses = statusTable(path, counts, filters, { asal: extra.asal });
  return (
    <Page
      eyebrow={`Tindak lanjut · ${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Tindak lanjut" }]}
      band={sampleBand(regency)}
      scope={followUpScope(view, today)}
      method={FOLLOW_UP_METHOD}
    >
      <FilterSelects
        path={path}
        filters={filters}
        selects={[
          {
            key: "status",
            label: "Status",
            value: extra.status ?? "",
            options: STATUSES.map((one) => [one, statusWord(one)]),
          },
          {
            key: "bagian",
            label: "Penanggung jawab",
            value: filters.bagian.join(","),
            options: owners.map(({ slug, name }) => [slug, name ?? WHOLE_SETDA_NAME]),
          },
          {
            key: "asal",
            label: "Asal",
            value: extra.asal ?? "",
            options: ORIGIN_KINDS.map((one) => [one, ORIGIN_WORDS[one]]),
          },
          {
            key: "tenggat",
            label: "Jatuh tempo",
            value: extra.tenggat ?? "",
            options: quarters.map(({ quarter }) => [quarter, periodNames(quarter).name]),
          },
        ]}
      />
      {mayOpen(face, paths.rencanaBaru(kab)) && (
        <p className="no-print">
          <a className="button" href={planLink(kab, filters, {})}>
            Buat rencana tindak lanjut
          </a>
        </p>
      )}
      {total > 0 &&
        (chart ? (
          <Figure chart={chart} legend={null}>
            <DataTable table={statuses} hideCaption />
          </Figure>
        ) : (
          <DataTable table={statuses} hideCaption />
        ))}
      <h2 id="daftar">
        Rencana{rows.length === total ? "" : ` · ditampilkan ${formatShare(rows.length, total)}`}
      </h2>
      {rows.length === 0 ? (
        <p>
          {total === 0
            ? "Rencana dibuat dari temuan, unsur survei yang lemah, atau komponen yang bermasalah, dan dapat pula dibuat sendiri."
            : "Tidak ada rencana yang cocok dengan saringan ini."}
        </p>
      ) : (
        <DataTable table={actionsTable(kab, rows, filters)} files={{ path, filters, extra }} hideCaption />
      )}
      {quarters.length > 0 && (
        <>
          <h2>Realisasi per triwulan</h2>
          <DataTable
            table={quartersTable(kab, quarters, filters, { asal: extra.asal })}
            files={{ path: `${path}/realisasi`, filters, extra: { asal: extra.asal } }}
            hideCaption
          />
        </>
      )}
      <Onward
        links={[
          [regency.name, link(paths.kabupaten(kab), filters)],
          ["Penugasan temuan", link(paths.penugasan(kab), filters)],
          ["Janji dan pengalaman", link(paths.janji(kab), filters)],
          ["Hasil SKM", link(paths.skm(kab), filters)],
          ["Temuan", link(paths.temuan(), filters, { change: { kabupaten: [kab] } })],
        ]}
      />
    </Page>
  );
}
