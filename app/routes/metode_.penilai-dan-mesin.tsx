import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { getAgainstMachine, type Override } from "#app/server/assessment/against-machine.server.ts";
import { database } from "#app/server/database.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { queryOf, wantsFile, withFilters } from "#app/ui/request.ts";
import {
  AGAINST_METHOD,
  againstSentence,
  componentsAgainstTable,
  criteriaAgainstTable,
  OVERRIDES_PLACE,
  overridesTable,
  rincianWords,
} from "#app/ui/tables/against-machine.ts";

/** Changed verdicts on one page. */
const PAGE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const rincian = queryOf(request).get("rincian") ?? undefined;
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getAgainstMachine(database(), context.scope, { kab: asked.kabupaten }),
    ({ regencies }) => ({ kabupaten: regencies.map(({ slug }) => slug) }),
  );
  const asks = ({ component, answers }: Override) =>
    rincian === undefined || rincian === component || Object.hasOwn(answers, rincian);
  const rows = view.overrides.filter(asks);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(filters.hal, pages);
  const { overrides, ...rest } = view;
  return {
    title: "Penilai dan mesin",
    h1: againstSentence(view),
    view: rest,
    all: overrides.length,
    total: rows.length,
    rows: wantsFile(request) ? rows : rows.slice((page - 1) * PAGE, page * PAGE),
    page,
    pages,
    rincian,
    filters,
    ignored,
  };
}

export default function AgainstMachine() {
  const { h1, view, all, total, rows, page, pages, rincian, filters, ignored } =
    useLoaderData<typeof loader>();
  const path = paths.penilaiDanMesin();
  const extra = { rincian };
  return (
    <Page
      eyebrow="Penilai dan mesin"
      h1={h1}
      filters={filters}
      ignored={ignored}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Metode", path: paths.metode() },
        { name: "Penilai dan mesin" },
      ]}
      scope={
        view.outdated > 0
          ? `Di luar hitungan: ${formatCount(view.outdated)} putusan yang dinilai pada teks yang sudah berubah sejak itu.`
          : "Setiap putusan dihitung satu kali, menurut penilaian yang terakhir."
      }
      method={AGAINST_METHOD}
    >
      <FilterForm
        path={path}
        filters={filters}
        uses={["kabupaten"]}
        options={{ years: [], families: [] }}
        places={{ regencies: view.regencies }}
      />
      {view.judged === 0 ? (
        <p>
          Putusan dinilai pada lembar penilaian. <a href={link(paths.antrean(), filters)}>Buka antrean</a>.
        </p>
      ) : (
        <>
          <h2>Per komponen</h2>
          <DataTable
            table={componentsAgainstTable(view, filters)}
            files={{ path: paths.komponenPenilaiDanMesin(), filters }}
            hideCaption
          />
          <h2>Per kriteria</h2>
          <DataTable table={criteriaAgainstTable(view, filters)} files={{ path, filters }} hideCaption />
          <h2 id={OVERRIDES_PLACE}>Putusan yang diubah</h2>
          {rincian !== undefined && (
            <p>
              Rincian: {rincianWords(rincian, view)}.{" "}
              <a href={link(path, filters, { hash: OVERRIDES_PLACE })}>Tampilkan semua</a>.
            </p>
          )}
          {total === 0 ? (
            <p>Tidak ada putusan yang diubah{total < all ? " pada rincian ini" : ""}.</p>
          ) : (
            <>
              <DataTable table={overridesTable(rows, filters)} hideCaption />
              <Pager
                path={path}
                filters={filters}
                page={page}
                pages={pages}
                shown={`Ditampilkan ${formatShare(rows.length, total)} putusan`}
                extra={extra}
              />
              <p className="table-foot">
                <Downloads path={paths.putusanDiubah()} filters={filters} rows={total} extra={extra} />
              </p>
            </>
          )}
        </>
      )}
      <Onward
        links={[
          ["Antrean penilaian", link(paths.antrean(), filters)],
          ["Metode", link(paths.metode(), filters)],
        ]}
      />
    </Page>
  );
}
