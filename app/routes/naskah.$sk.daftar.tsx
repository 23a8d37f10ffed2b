import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { database } from "#app/server/database.server.ts";
import { getDeclared } from "#app/server/naskah.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { declaredSentence } from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { DECLARED_WORDS, declaredTable } from "#app/ui/tables/naskah.ts";
import { decreeName } from "#app/ui/words-of.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await getDeclared(database(), context.scope, params.sk ?? "");
  return {
    title: `Daftar ${decreeName(view.decree)}, ${view.regency.name}`,
    view,
    ...parseFilters(queryOf(request)),
  };
}

export default function DeclaredList() {
  const { view, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, decree, rows, counts } = view;
  const path = paths.daftar(decree.slug);
  const words = (Object.keys(DECLARED_WORDS) as (keyof typeof DECLARED_WORDS)[])
    .map((state) => `${DECLARED_WORDS[state]} ${counts[state]}`)
    .join(" · ");
  return (
    <Page
      eyebrow={`${decreeName(decree)}, ${regency.name}`}
      h1={declaredSentence(counts)}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: decreeName(decree), path: paths.teks(decree.slug, decree.version) },
        { name: "Daftar lawan lampiran" },
      ]}
      band={statusBand([regency], [decree])}
      scope={`${words[0]?.toUpperCase()}${words.slice(1)}. Yang tidak cocok ditampilkan lebih dahulu.`}
    >
      <DataTable
        table={declaredTable(decree.slug, regency, rows, filters)}
        files={{ path, filters }}
        hideCaption
      />
      <Onward
        links={[
          ["Naskah keputusan ini", link(paths.teks(decree.slug, decree.version), filters)],
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
          ["Naskah lain", link(paths.naskah(), filters)],
        ]}
      />
    </Page>
  );
}
