import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { getPublished } from "#app/server/published.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { FactsOnly } from "#app/ui/FactsOnly.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { NothingHere } from "#app/ui/NothingHere.tsx";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { withFilters } from "#app/ui/request.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { isReady, sippnSentence, sippnTable, UNFILLED_FIELDS } from "#app/ui/tables/sippn.ts";

/** Filters that this page applies. */
const USES = ["tahun", "bagian", "pengguna"] as const;

export const SIPPN_METHOD =
  "Siap: keenam komponen publik ada dan terbaca pada keputusan yang berlaku. Urutan kolom mengikuti panduan impor SIPP yang terlihat umum; nama kolom templatnya belum terlihat, cocokkan sebelum dimasukkan.";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) =>
      getPublished(database(), context.scope, params.kab ?? "", { filter: toServiceFilter(asked, USES) }),
    ({ options, siblings }) => ({
      tahun: options.years.map(String),
      bagian: siblings.map(({ slug }) => slug),
    }),
  );
  return {
    title: `Ekspor SIPPN ${view.regency.name}`,
    h1: sippnSentence(view.regency.shortName, view.services),
    view,
    filters,
    ignored,
  };
}

export default function Sippn() {
  const { h1, view, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, services } = view;
  const path = paths.sippn(regency.slug);
  const ready = services.filter(isReady).length;
  return (
    <Page
      eyebrow={`Ekspor SIPPN, ${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Ekspor SIPPN" }]}
      band={statusBand([regency], view.decrees)}
      scope={`Dari ${formatCount(services.length)} layanan, ${formatCount(services.length - ready)} masih mempunyai isian kosong. Berkas memuat teks lengkap tiap komponen; ${UNFILLED_FIELDS.join(" dan ")} tidak dimuat dalam keputusan dan perlu diisi sendiri.`}
      method={SIPPN_METHOD}
    >
      <FilterForm
        path={path}
        filters={filters}
        uses={USES}
        options={view.options}
        places={{ bagian: view.siblings }}
      />
      {services.length === 0 ? (
        <NothingHere path={path} filters={filters} />
      ) : (
        <>
          {view.decrees.some(({ factsOnly }) => factsOnly) && <FactsOnly what="naskah" filters={filters} />}
          <DataTable table={sippnTable(view, filters)} files={{ path, filters }} hideCaption />
        </>
      )}
      <Onward
        links={[
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
          [`Peta komponen ${regency.shortName}`, link(paths.peta(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}
