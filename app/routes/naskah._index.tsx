import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import { database } from "#app/server/database.server.ts";
import { listNaskah } from "#app/server/naskah.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { withFilters } from "#app/ui/request.ts";
import { placeOf } from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { naskahTable } from "#app/ui/tables/naskah.ts";
import { WithoutRegency } from "#app/ui/WithoutRegency.tsx";

const PAGE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const stored = await listNaskah(database(), context.scope);
  const { view, ...asked } = await withFilters(
    request,
    async ({ kabupaten }) =>
      kabupaten.length === 0 ? stored : stored.filter(({ regency }) => kabupaten.includes(regency.slug)),
    () => ({ kabupaten: stored.map(({ regency }) => regency.slug) }),
  );
  return { title: "Naskah", rows: view, stored: stored.length, ...asked };
}

export default function NaskahList() {
  const { rows, stored, filters, ignored } = useLoaderData<typeof loader>();
  const path = paths.naskah();
  const regencies = [...new Map(rows.map((row) => [row.regency.slug, row.regency])).values()];
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(filters.hal, pages);
  const from = (page - 1) * PAGE;
  const shown = rows.slice(from, from + PAGE);
  return (
    <Page
      h1={
        rows.length === 0
          ? "Belum ada naskah yang tersimpan"
          : `Tersimpan ${countWord(rows.length)} naskah dari ${placeOf(regencies.map((one) => one.name))}`
      }
      section={path}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Naskah" }]}
      band={rows.length === 0 ? [] : statusBand(regencies, rows)}
      scope={`${rows.length < stored ? `${formatCount(rows.length)} dari ${formatCount(stored)} naskah menurut saringan kabupaten. ` : ""}Setiap naskah adalah satu keputusan dalam satu versi; satu berkas dapat memuat beberapa keputusan.`}
    >
      {rows.length < stored && <WithoutRegency path={path} filters={filters} />}
      {rows.length > 0 && (
        <>
          <DataTable table={naskahTable(rows, filters)} shown={shown} files={{ path, filters }} hideCaption />
          <Pager
            path={path}
            filters={filters}
            page={page}
            pages={pages}
            shown={`Naskah ${from + 1}–${from + shown.length} dari ${rows.length}`}
          />
        </>
      )}
      <Onward
        links={[
          ["Unggah naskah", link(paths.unggah(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}
