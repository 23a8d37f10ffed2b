import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import type { Claim, Edition } from "#app/instruments/edition.ts";
import { database } from "#app/server/database.server.ts";
import { getEdition } from "#app/server/instruments/editions.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { editionSentence } from "#app/ui/instruments/sentences.ts";
import { FIGURES_METHOD, KIND_WORDS, knownWords, validityWords } from "#app/ui/instruments/words.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { figuresTable, indicatorsTable } from "#app/ui/tables/instruments.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const edition = await getEdition(database(), context.scope, params.edisi ?? "");
  return {
    title: edition.name,
    h1: editionSentence(edition),
    edition,
    ...parseFilters(queryOf(request)),
  };
}

export default function EditionPage() {
  const { h1, edition, filters, ignored } = useLoaderData<typeof loader>();
  const { content, supersededBy, uses } = edition;
  const path = paths.edisi(edition.slug);
  const figures = figuresTable(content);
  const facts: [string, string][] = [
    ["Edisi", edition.edition],
    ["Jenis", KIND_WORDS[edition.kind]],
    ["Penilai", edition.owner],
    ["Masa", `${validityWords(edition.validity)}; ${knownWords(edition.validity, content.sources)}`],
    [
      "Dipakai pada",
      `${formatCount(uses.readings)} bacaan naskah dan ${formatCount(uses.results)} hasil resmi`,
    ],
    ["Ditambahkan", edition.at ? `${formatInstant(edition.at, "WIB")}, ${edition.by}` : "bersama program"],
    ["Sidik SHA-256", edition.hash],
  ];
  return (
    <Page
      eyebrow={`Instrumen, ${edition.edition}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Metode", path: paths.metode() },
        { name: "Instrumen", path: paths.instrumen() },
        { name: edition.edition },
      ]}
      band={
        supersededBy
          ? [`Edisi ini digantikan ${supersededBy.edition}; isinya tetap seperti saat dipakai.`]
          : []
      }
      scope={`${formatCount(edition.indicators)} indikator; dari ${formatCount(edition.provable)} di antaranya isinya dapat dibuktikan dari keputusan, seluruhnya atau separuhnya.`}
      method={FIGURES_METHOD}
    >
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {supersededBy && (
        <p>
          <a href={link(paths.edisi(supersededBy.slug), filters)}>Lihat edisi penggantinya</a>
        </p>
      )}
      <Claims title="Dasar" claims={content.basis} sources={content.sources} />
      <Claims title="Catatan" claims={content.notes} sources={content.sources} />
      {content.gaps.length > 0 && (
        <>
          <h2>Yang belum ditemukan</h2>
          <ul>
            {content.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </>
      )}
      {figures.rows.length > 0 && (
        <>
          <h2 id="angka">Angka</h2>
          <DataTable table={figures} files={{ path: `${path}/angka`, filters }} hideCaption />
        </>
      )}
      <h2 id="indikator">Indikator</h2>
      <DataTable table={indicatorsTable(content)} files={{ path, filters }} hideCaption />
      <Onward
        links={[
          ["Semua instrumen", link(paths.instrumen(), filters)],
          ["Metode", link(paths.metode(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

interface ClaimsProps {
  title: string;
  claims: readonly Claim[];
  sources: Edition["sources"];
}

/** Statements with where each was seen. */
const Claims = ({ title, claims, sources }: ClaimsProps) =>
  claims.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {claims.map((claim) => (
          <li key={claim.text}>
            {claim.text} <span className="note">({knownWords(claim, sources)})</span>
          </li>
        ))}
      </ul>
    </>
  );
