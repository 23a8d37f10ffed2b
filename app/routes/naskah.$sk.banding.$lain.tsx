import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getComparison } from "#app/server/comparison.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { ComparedService } from "#app/ui/ComparedService.tsx";
import { comparisonSentence, textName } from "#app/ui/comparison-sentence.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { queryOf } from "#app/ui/request.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { comparisonTable } from "#app/ui/tables/comparison.ts";
import { decreeName } from "#app/ui/words-of.ts";

/** Changed services on one page. */
const PAGE = 20;

/** A version in the address; one that is none is as if the page were not there. */
function versionIn(query: URLSearchParams, key: string): number | undefined {
  const value = query.get(key);
  if (value === null) return undefined;
  if (!/^\d{1,6}$/.test(value)) throw notFound();
  return Number(value);
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const after = versionIn(query, "versi");
  const before = versionIn(query, "semula");
  const view = await getComparison(database(), context.scope, params.sk ?? "", params.lain ?? "", {
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  });
  const { filters, ignored } = parseFilters(query);
  const extra = {
    versi: after === undefined ? undefined : String(after),
    semula: before === undefined ? undefined : String(before),
  };
  return { title: `Banding ${decreeName(view.after)}`, view, extra, filters, ignored };
}

export default function Comparison() {
  const { view, extra, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, before, after, rows } = view;
  const path = paths.banding(after.slug, before.slug);
  const changed = rows.filter((row) => row.change === "berubah");
  const pages = Math.max(1, Math.ceil(changed.length / PAGE));
  const page = Math.min(filters.hal, pages);
  const shown = changed.slice((page - 1) * PAGE, page * PAGE);
  const table = comparisonTable(view, filters);
  return (
    <Page
      eyebrow={`${decreeName(after)}, ${regency.name}`}
      h1={comparisonSentence(view)}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: decreeName(after), path: paths.teks(after.slug, after.version) },
        { name: "Banding" },
      ]}
      band={statusBand([regency], [before, after])}
      scope={`Semula: ${decreeName(before)}, versi ${before.version}. Kini: ${decreeName(after)}, versi ${after.version}. Komponen yang tidak terbaca pada salah satu teks tidak dibandingkan.`}
    >
      {(before.factsOnly || after.factsOnly) && (
        <div className="notice">
          <p>
            Teks {sidesWithoutText(view)} belum diunggah. Yang dibandingkan hanya ada atau tidaknya komponen
            dan angka yang terbaca; perubahan kata tidak dapat ditunjukkan.
          </p>
          <p>
            <a href={link(paths.unggah(), filters)}>Unggah naskah</a> untuk membandingkan kalimatnya.
          </p>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <h2>Setiap layanan</h2>
          <DataTable table={table} files={{ path, filters, extra }} hideCaption />
        </>
      )}
      {changed.length > 0 && (
        <>
          <h2>Yang berubah</h2>
          <p className="note">
            Kata yang dihapus dicoret dan bertanda −; kata yang ditambahkan digarisbawahi dan bertanda +.
            Perbedaan spasi tidak dihitung.
          </p>
          {shown.map((row) => (
            <ComparedService key={row.after?.line} row={row} view={view} filters={filters} />
          ))}
          {pages > 1 && (
            <Pager
              path={path}
              filters={filters}
              page={page}
              pages={pages}
              extra={extra}
              shown={`Layanan yang berubah ${(page - 1) * PAGE + 1}–${(page - 1) * PAGE + shown.length} dari ${changed.length}`}
            />
          )}
        </>
      )}
      <Onward
        links={[
          [`Naskah kini: ${decreeName(after)}`, link(paths.teks(after.slug, after.version), filters)],
          [
            `Naskah semula: ${textName(before, after)}`,
            link(paths.teks(before.slug, before.version), filters),
          ],
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}

const sidesWithoutText = ({
  before,
  after,
}: ReturnType<typeof useLoaderData<typeof loader>>["view"]): string =>
  before.factsOnly && after.factsOnly ? "kedua naskah ini" : `naskah ${before.factsOnly ? "semula" : "kini"}`;
