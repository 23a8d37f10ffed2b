import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bagianWords, revisionScope, revisionSentence } from "#app/reports/revision/words.ts";
import { database } from "#app/server/database.server.ts";
import { getJudgedBagian } from "#app/server/revision.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { RevisionSheet, UnreadableList } from "#app/ui/RevisionSheet.tsx";
import { queryOf } from "#app/ui/request.ts";
import { revisionOfBagian } from "#app/ui/revision.ts";
import { revisionPairsTable, revisionTable } from "#app/ui/tables/revision.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const judged = await getJudgedBagian(database(), context.scope, params.kab ?? "", params.bagian ?? "");
  const revision = revisionOfBagian(judged);
  return {
    title: `Lembar perbaikan ${bagianWords(revision)}, ${judged.regency.name}`,
    judged,
    revision,
    ...parseFilters(queryOf(request)),
  };
}

export default function RevisionPage() {
  const { judged, revision, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, bagian } = judged;
  const name = bagianWords(revision);
  const path = paths.perbaikan(regency.slug, bagian.slug);
  const unreadable = revision.services.filter((one) => one.unreadable.length > 0);
  return (
    <Page
      eyebrow={`Lembar perbaikan, ${regency.name}`}
      h1={revisionSentence(revision)}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name, path: paths.bagian(regency.slug, bagian.slug) },
        { name: "Lembar perbaikan" },
      ]}
      band={revision.status}
      scope={`${revisionScope(revision)} Skala 0–3 adalah alat kerja, bukan ketentuan Permenpan RB 15/2014.`}
    >
      <p className="no-print">
        Lembar ini dicetak pada A4 dan memberi ruang untuk teks baru dan paraf. Matriks semula–menjadi memuat
        isi yang sama dalam berkas yang dapat disunting.
      </p>
      <p className="table-foot">
        <Downloads
          path={path}
          filters={filters}
          rows={revisionTable(revision, filters).rows.length}
          paper="matriks semula–menjadi"
        />
      </p>
      {revision.pairs.length > 0 && (
        <>
          <h2>Menurut jenis</h2>
          <DataTable table={revisionPairsTable(revision)} hideCaption />
        </>
      )}
      {unreadable.length > 0 && <UnreadableList services={unreadable} filters={filters} />}
      <h2>Menurut layanan</h2>
      {revision.services.map((service) => (
        <RevisionSheet key={service.no} service={service} kab={regency.slug} filters={filters} />
      ))}
      <Onward
        links={[
          [name, link(paths.bagian(regency.slug, bagian.slug), filters)],
          [
            `Temuan ${name}`,
            link(paths.temuan(), filters, { change: { kabupaten: [regency.slug], bagian: [bagian.slug] } }),
          ],
          [`Peta komponen ${regency.shortName}`, link(paths.peta(regency.slug), filters)],
          ["Ukuran dan sumbernya", link(paths.metode(), filters)],
        ]}
      />
    </Page>
  );
}
