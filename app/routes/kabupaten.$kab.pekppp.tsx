import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { getPekppp } from "#app/server/instruments/pekppp.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { NothingHere } from "#app/ui/NothingHere.tsx";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { withFilters } from "#app/ui/request.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { PEKPPP_METHOD, pekpppSentence, pekpppTable, pekpppUnitsTable } from "#app/ui/tables/pekppp.ts";

/** Filters that this page applies. */
const USES = ["tahun", "bagian", "pengguna"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getPekppp(database(), context.scope, params.kab ?? "", toServiceFilter(asked, USES)),
    ({ options, siblings }) => ({
      tahun: options.years.map(String),
      bagian: siblings.map(({ slug }) => slug),
    }),
  );
  return {
    title: `Bukti PEKPPP ${view.regency.name}`,
    h1: pekpppSentence(view.regency.shortName, view),
    view,
    filters,
    ignored,
  };
}

export default function Pekppp() {
  const { h1, view, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, edition } = view;
  const path = paths.pekppp(regency.slug);
  return (
    <Page
      eyebrow={`Bukti PEKPPP, ${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Bukti PEKPPP" }]}
      band={["Penilaian mandiri, bukan nilai PEKPPP.", ...statusBand([regency], view.decrees)]}
      scope={`${edition.name}; ${formatCount(view.services)} layanan pada ${formatCount(view.units)} bagian. Indikator di luar daftar edisi ini tidak ditampilkan.`}
      method={PEKPPP_METHOD}
    >
      <FilterForm
        path={path}
        filters={filters}
        uses={USES}
        options={view.options}
        places={{ bagian: view.siblings }}
      />
      {view.units === 0 && <NothingHere path={path} filters={filters} />}
      <h2>Indikator dan buktinya</h2>
      <DataTable table={pekpppTable(view, filters)} files={{ path, filters }} hideCaption />
      {view.units > 0 && (
        <>
          <h2>Per bagian</h2>
          <DataTable
            table={pekpppUnitsTable(view, filters)}
            files={{ path: paths.pekpppBagian(regency.slug), filters }}
            hideCaption
          />
        </>
      )}
      <Onward
        links={[
          ["Angka, sumber, dan keyakinan edisi ini", link(paths.edisi(edition.slug), filters)],
          ["Penilaian mandiri Ombudsman", link(paths.ombudsman(regency.slug), filters)],
          ["Hasil SKM", link(paths.skm(regency.slug), filters)],
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}
