import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { getRegister } from "#app/server/register-edit/view.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { registerBagianTable, registerTable } from "#app/ui/tables/register.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const view = await getRegister(database(), context.scope, params.kab ?? "");
  return { title: `Register layanan ${view.regency.name}`, view, filters, ignored };
}

export default function Register() {
  const { view, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, services, bagian } = view;
  const path = paths.register(regency.slug);
  return (
    <Page
      eyebrow={`Register layanan, ${regency.name}`}
      h1={
        services.length === 0
          ? `Belum ada layanan dalam register ${regency.shortName}`
          : `Register ${regency.shortName} memuat ${formatCount(services.length)} layanan dalam ${formatCount(bagian.length)} bagian`
      }
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Register" }]}
      scope="Memuat juga layanan yang tidak lagi tercetak dalam keputusan yang berlaku. Survei, penilaian, dan rencana menunjuk ke register ini."
      method="Layanan yang ditandai tidak berjalan lagi tetap dihitung pada angka standar selama keputusannya berlaku."
    >
      <h2>Bagian</h2>
      <DataTable
        table={registerBagianTable(view, filters)}
        files={{ path: paths.registerDaftarBagian(regency.slug), filters }}
        hideCaption
      />
      <h2>Layanan</h2>
      <DataTable table={registerTable(view, filters)} files={{ path, filters }} hideCaption />
      <Onward
        links={[
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
          ["Peta komponen", link(paths.peta(regency.slug), filters)],
          ["Hasil SKM", link(paths.skm(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}
