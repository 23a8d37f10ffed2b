import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { type AnyFindingCode, apartOf, isQuestion } from "#app/scoring/all-findings.ts";
import { database } from "#app/server/database.server.ts";
import { getFindings } from "#app/server/findings.server.ts";
import type { FindingsView } from "#app/server/views.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { ApartFindings, FindingGroups, partsOf } from "#app/ui/FindingGroups.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { isNarrowed, link, linkWithoutAny, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { pageOf, withFilters } from "#app/ui/request.ts";
import { findingsSentence, placeOf } from "#app/ui/sentences.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { pairsTable } from "#app/ui/tables/findings.ts";

/** Filters that this page applies. */
const USES = ["kabupaten", "tahun", "rumpun", "bagian", "pengguna", "komponen", "tingkat", "temuan"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) =>
      getFindings(database(), context.scope, {
        kab: asked.kabupaten,
        filter: toServiceFilter(asked, USES),
        page: pageOf(request, asked),
        withSent: true,
      }),
    ({ options, places }) => ({
      kabupaten: places.regencies.map((one) => one.slug),
      bagian: places.bagian.map((one) => one.slug),
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  return { title: "Temuan", view, filters, ignored };
}

export default function Findings() {
  const { view, filters, ignored } = useLoaderData<typeof loader>();
  const { rows, total, page, pages, byRegency, apart, review, options, places } = view;
  const path = paths.temuan();
  const asksApart = view.byCode.some(({ code }) => apartOf(code) !== null);
  const names = byRegency.map((one) => one.regency.shortName);
  return (
    <Page
      h1={total === 0 ? emptySentence(isNarrowed(filters)) : findingsSentence(placeOf(names), view)}
      section={path}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Temuan" }]}
      band={statusBand(
        byRegency.map((one) => one.regency),
        [],
        review,
      )}
      scope={scopeOf(view)}
      method="Satu komponen dapat memuat lebih dari satu temuan; jumlah temuan bukan jumlah komponen bermasalah. Yang perlu konfirmasi adalah pertanyaan, bukan kekurangan yang sudah pasti. Kabupaten contoh tidak ikut dihitung, kecuali dipilih sendiri."
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} places={places} rows="temuan" />
      {asksApart ? null : <ApartFindings apart={apart} filters={filters} />}
      {total === 0 ? (
        isNarrowed(filters) && (
          <p>
            <a href={linkWithoutAny(path, filters)}>Hapus semua saringan</a>.
          </p>
        )
      ) : (
        <>
          <h2>Menurut jenis</h2>
          <DataTable
            table={pairsTable(view.byPair, total, filters)}
            files={{ path: paths.jenisTemuan(), filters }}
            hideCaption
          />
          {partsOf(rows).map((part) => (
            <section key={part.id} aria-labelledby={part.id}>
              <h2 id={part.id} className="part">
                {part.name} · {formatCount(part.rows.length)}
                {pages > 1 && " pada halaman ini"}
              </h2>
              {part.note && <p className="note">{part.note}</p>}
              <FindingGroups rows={part.rows} filters={filters} id={`bagian-${part.id}`} what={part.what} />
            </section>
          ))}
          <Pager
            path={path}
            filters={filters}
            page={page}
            pages={pages}
            shown={`Ditampilkan ${formatShare(rows.length, total)} temuan`}
          />
          <p className="table-foot">
            <Downloads path={path} filters={filters} rows={total} />
          </p>
        </>
      )}
      <Onward
        links={[
          ["Dasbor", link(paths.dasbor(), filters)],
          ...byRegency.map((one): [string, string] => [
            one.regency.name,
            link(paths.kabupaten(one.regency.slug), filters),
          ]),
          ...byRegency.map((one): [string, string] => [
            `Penugasan temuan ${one.regency.shortName}`,
            link(paths.penugasan(one.regency.slug), filters),
          ]),
          ["Arti setiap jenis temuan", link(paths.metode(), filters, { hash: "temuan" })],
        ]}
      />
    </Page>
  );
}

/** The two kinds of findings, apart, what of them is only asked, and what is none. */
function scopeOf({ byKind, byCode }: FindingsView): string {
  const of = (some: (code: AnyFindingCode) => boolean): number =>
    byCode.filter(({ code }) => some(code)).reduce((sum, one) => sum + one.count, 0);
  const [asked, apart] = [of(isQuestion), of((code) => apartOf(code) !== null)];
  const counted = `Temuan substansi: ${formatCount(byKind.substansi - asked - apart)}. Temuan kelengkapan dan pembacaan: ${formatCount(byKind.kelengkapan)}. Perlu konfirmasi: ${formatCount(asked)}.`;
  return apart > 0 ? `${counted} Di luar hitungan temuan: ${formatCount(apart)}.` : counted;
}

const emptySentence = (narrowed: boolean): string =>
  narrowed ? "Tidak ada temuan yang cocok dengan saringan ini" : "Belum ada temuan";
