import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { getMatrix } from "#app/server/regency.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { isNarrowed, link, paths } from "#app/ui/links.ts";
import { MatrixLegend, MatrixTable } from "#app/ui/MatrixTable.tsx";
import { type MatrixSelection, selectMatrix } from "#app/ui/matrix.ts";
import { NothingHere } from "#app/ui/NothingHere.tsx";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { pageOf, withFilters } from "#app/ui/request.ts";
import { Strip } from "#app/ui/Strip.tsx";
import { sharedPatternSentences } from "#app/ui/shared-pattern.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { problemsSentence, SCALE_NOTE } from "#app/ui/substance-sentences.ts";
import { signsOf, unreadableWords } from "#app/ui/words-of.ts";

/** Filters that this page applies. */
const USES = [
  "tahun",
  "rumpun",
  "bagian",
  "pengguna",
  "komponen",
  "tingkat",
  "temuan",
  "urut",
  "kelompok",
] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) =>
      getMatrix(database(), context.scope, {
        kab: params.kab ?? "",
        filter: toServiceFilter(asked, USES),
      }),
    ({ options, siblings }) => ({
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
      bagian: siblings.map((one) => one.slug),
    }),
  );
  const { regency, options, siblings } = view;
  const selection = selectMatrix(view, filters, pageOf(request, filters));
  const decrees = [...new Map(selection.rows.map((row) => [row.decree.slug, row.decree])).values()];
  return {
    title: `Peta komponen ${regency.name}`,
    regency,
    options,
    siblings,
    selection,
    decrees,
    filters,
    ignored,
  };
}

export default function ComponentMap() {
  const { regency, options, siblings, selection, decrees, filters, ignored } = useLoaderData<typeof loader>();
  const { summary, shown, page, pages } = selection;
  const path = paths.peta(regency.slug);
  const [only, ...others] = selection.rows;
  const places = { bagian: siblings };
  return (
    <Page
      eyebrow={`Peta komponen, ${regency.name}`}
      h1={
        summary.services > 0
          ? problemsSentence(`Di ${regency.shortName},`, summary.services, summary.substance)
          : isNarrowed(filters)
            ? "Tidak ada layanan yang cocok dengan saringan ini"
            : `Belum ada naskah untuk ${regency.name}`
      }
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Peta komponen" }]}
      band={statusBand([regency], decrees, summary.substance.review)}
      scope={scopeOf(selection)}
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} places={places} />
      {summary.services === 0 ? (
        <NothingHere path={path} filters={filters} />
      ) : (
        <>
          {sharedPatternSentences(summary.substance.byComponent).map((sentence) => (
            <p key={sentence}>Pola bersama: {sentence}</p>
          ))}
          <MatrixLegend path={path} selection={selection} filters={filters} />
          {only && others.length === 0 ? (
            <>
              <h2>
                <a href={link(paths.layanan(regency.slug, only.service), filters)}>{only.service.name}</a>
              </h2>
              <Strip
                signs={signsOf(only.levels)}
                base={link(paths.layanan(regency.slug, only.service), filters)}
              />
            </>
          ) : (
            <MatrixTable
              kab={regency.slug}
              selection={selection}
              filters={filters}
              caption="Layanan dan 14 komponennya: 1–6 publik, 7–14 internal"
            />
          )}
          <Pager
            path={path}
            filters={filters}
            page={page}
            pages={pages}
            shown={`Layanan ${shown[0]}–${shown[1]} dari ${formatCount(summary.services)}`}
          />
          <p className="table-foot">
            <Downloads path={path} filters={filters} rows={summary.services} />
          </p>
        </>
      )}
      <Onward
        links={[
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
          [
            `Temuan di ${regency.shortName}`,
            link(paths.temuan(), filters, { change: { kabupaten: [regency.slug] } }),
          ],
          ["Arti tanda dan cara menghitung", link(paths.metode(), filters)],
        ]}
      />
    </Page>
  );
}

const scopeOf = ({ summary }: MatrixSelection): string =>
  `Seluruhnya ${formatCount(summary.services)} layanan × 14 komponen. ${unreadableWords(summary.substance.levels.T)} ${SCALE_NOTE}`;
