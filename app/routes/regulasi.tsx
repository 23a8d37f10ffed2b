import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dateInZone, formatDate } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { joinList } from "#app/format/words.ts";
import { REGULATIONS_EDITION } from "#app/instruments/regulations.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import { database } from "#app/server/database.server.ts";
import { getRegulation, getRegulations } from "#app/server/regulations.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { faultsFirst, regulationsSentence } from "#app/ui/legal-words.ts";
import { isNarrowed, link, linkWithoutAny, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { queryOf, wantsFile, withFilters } from "#app/ui/request.ts";
import { placeOf } from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { citedTable, regulationSlug, regulationsTable } from "#app/ui/tables/regulations.ts";

/** Filters that this page applies. */
const USES = ["kabupaten", "tahun", "rumpun", "bagian"] as const;
/** Regulations of the table on one page. */
const PAGE = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const db = database();
  const { scope } = context;
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getRegulations(db, scope, { kab: asked.kabupaten, filter: toServiceFilter(asked, USES) }),
    ({ options, places }) => ({
      kabupaten: places.regencies.map((one) => one.slug),
      bagian: places.bagian.map((one) => one.slug),
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const { regencies, services, withoutCitation, review, places, options } = view;
  const rows = faultsFirst(view.regulations);
  const asked = queryOf(request).get("peraturan");
  const opened = rows.find((row) => asked !== null && regulationSlug(row) === asked);
  const place = { kab: filters.kabupaten, filter: toServiceFilter(filters, USES) };
  const detail = opened?.key ? await getRegulation(db, scope, place, opened.key) : null;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(filters.hal, pages);
  return {
    title: "Regulasi",
    h1: regulationsSentence(placeOf(regencies.map((one) => one.shortName)), rows),
    total: rows.length,
    rows: wantsFile(request) ? rows : rows.slice((page - 1) * PAGE, page * PAGE),
    opened: opened && detail ? { ...opened, ...detail } : null,
    services,
    withoutCitation,
    regencies,
    review,
    options,
    places,
    today: dateInZone(db.now(), "WIB"),
    page,
    pages,
    filters,
    ignored,
  };
}

export default function Regulations() {
  const { h1, rows, total, opened, services, withoutCitation, regencies, options, places, today } =
    useLoaderData<typeof loader>();
  const { review, page, pages, filters, ignored } = useLoaderData<typeof loader>();
  const path = paths.regulasi();
  const table = regulationsTable(rows, filters);
  return (
    <Page
      h1={h1}
      section={path}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Regulasi" }]}
      band={statusBand(regencies, [], review)}
      scope={`Dinilai untuk hari keputusan ditetapkan dan untuk ${formatDate(today)}; register edisi ${REGULATIONS_EDITION}. Dari ${formatCount(services)} layanan, ${formatCount(withoutCitation)} tidak memuat kutipan yang terbaca.`}
      method="Yang perlu diganti lebih dahulu, lalu yang perlu dikonfirmasi, lalu yang paling banyak dikutip. Kabupaten contoh tidak ikut dihitung, kecuali dipilih sendiri. Yang belum kami lihat pada sumbernya hanya ditanyakan (perlu konfirmasi), tidak dibebankan sebagai temuan. Peraturan daerah umumnya belum ada dalam register."
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} places={places} />
      {total === 0 ? (
        isNarrowed(filters) && (
          <p>
            <a href={linkWithoutAny(path, filters)}>Hapus semua saringan</a>.
          </p>
        )
      ) : (
        <>
          {opened && (
            <section id="dikutip">
              <h2>
                {opened.name}
                {opened.title && ` tentang ${opened.title}`} · {formatCount(opened.services)} layanan
              </h2>
              {opened.amendedBy.length > 0 && (
                <p>
                  Dikutip sebagai diubah dengan:{" "}
                  {joinList(
                    opened.amendedBy.map((one) => `${one.name} (${formatCount(one.services)} layanan)`),
                  )}
                  .
                </p>
              )}
              <DataTable table={citedTable(opened, opened.cited, filters)} hideCaption />
            </section>
          )}
          <h2>Peraturan yang dikutip</h2>
          <DataTable table={table} hideCaption />
          <p className="table-foot">
            <Downloads path={path} filters={filters} rows={total} />
          </p>
          {pages > 1 && (
            <Pager
              path={path}
              filters={filters}
              page={page}
              pages={pages}
              shown={`Peraturan ${(page - 1) * PAGE + 1}–${(page - 1) * PAGE + rows.length} dari ${formatCount(total)}`}
            />
          )}
        </>
      )}
      <Onward
        links={[
          [
            "Temuan pada dasar hukum",
            link(paths.temuan(), filters, { change: { komponen: ["dasar-hukum"] } }),
          ],
          [
            "Peraturan yang dicabut sesudah keputusan ditetapkan",
            link(paths.temuan(), filters, {
              change: { temuan: [ALL_FINDINGS.outdated_basis.slug], komponen: [] },
            }),
          ],
          ["Komponen dasar hukum", link(paths.komponen("dasar-hukum"), filters)],
          ["Cara menilai dasar hukum", link(paths.metode(), filters, { hash: "kriteria" })],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}
