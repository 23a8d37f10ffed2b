import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { assessmentsHere } from "#app/server/assessment/place.server.ts";
import { database } from "#app/server/database.server.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { getMatrix } from "#app/server/regency.server.ts";
import { AssessHere } from "#app/ui/assessment/AssessHere.tsx";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { ApartFindings, FindingPairsByKind } from "#app/ui/FindingGroups.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { assignBagianLink } from "#app/ui/followup/links.ts";
import { filePath, isNarrowed, link, linkWithoutAny, paths } from "#app/ui/links.ts";
import { MatrixLegend, MatrixTable } from "#app/ui/MatrixTable.tsx";
import { selectMatrix } from "#app/ui/matrix.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { pageOf, withFilters } from "#app/ui/request.ts";
import { Strip } from "#app/ui/Strip.tsx";
import { sharedPatternSentences } from "#app/ui/shared-pattern.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { problemCountWords, problemsSentence, SCALE_NOTE } from "#app/ui/substance-sentences.ts";
import { UnitVerdicts } from "#app/ui/UnitVerdicts.tsx";
import { bagianName, signsOf, unreadableWords } from "#app/ui/words-of.ts";

/** Filters that this page applies; the path itself names the bagian. */
const USES = ["tahun", "pengguna", "komponen", "tingkat", "temuan", "urut"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [kab = "", slug = ""] = [params.kab, params.bagian];
  const db = database();
  const { scope } = context;
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getMatrix(db, scope, { kab, bagian: slug, filter: toServiceFilter(asked, USES) }),
    ({ options }) => ({
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const findings = await getFindings(db, scope, {
    kab: [kab],
    filter: { ...toServiceFilter(filters, USES), bagian: [slug] },
    page: "all",
  });
  const selection = selectMatrix(view, filters, pageOf(request, filters));
  const name = bagianName(view.bagian);
  const here = await assessmentsHere(
    db,
    { scope: context.own, grants: context.viewer?.grants ?? [] },
    view.regency.r,
    { bagian: slug },
  );
  return {
    title: `${name}, ${view.regency.name}`,
    name,
    slug,
    regency: view.regency,
    here,
    siblings: view.siblings,
    options: view.options,
    selection,
    units: view.units,
    findings: findings.rows,
    apart: findings.apart,
    decrees: [...new Map(selection.rows.map((row) => [row.decree.slug, row.decree])).values()],
    filters,
    ignored,
  };
}

export default function Bagian() {
  const {
    name,
    slug,
    regency,
    here,
    siblings,
    options,
    selection,
    units,
    findings,
    apart,
    decrees,
    filters,
    ignored,
  } = useLoaderData<typeof loader>();
  const { summary, rows, page, pages, shown } = selection;
  const path = paths.bagian(regency.slug, slug);
  const [only] = rows;
  return (
    <Page
      eyebrow={regency.name}
      h1={
        summary.services > 0
          ? problemsSentence(`${name}:`, summary.services, summary.substance)
          : `${name}: tidak ada layanan yang cocok dengan saringan ini`
      }
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name }]}
      band={statusBand([regency], decrees, summary.substance.review)}
      scope={`Seluruhnya ${formatCount(summary.services)} layanan; ${problemCountWords(summary.substance)}. ${unreadableWords(summary.substance.levels.T)}`}
      method={`${SCALE_NOTE} Bermasalah: tingkat 0 atau 1. Kelengkapan dan substansi dihitung terpisah.`}
    >
      <FilterForm path={path} filters={filters} uses={USES} options={options} places={{ bagian: siblings }} />
      {summary.services === 0 && isNarrowed(filters) && (
        <p>
          <a href={linkWithoutAny(path, filters)}>Hapus semua saringan</a>.
        </p>
      )}
      {only && rows.length === 1 ? (
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
        rows.length > 1 && (
          <>
            {sharedPatternSentences(summary.substance.byComponent).map((sentence) => (
              <p key={sentence}>Pola bersama: {sentence}</p>
            ))}
            <MatrixLegend path={path} selection={selection} filters={filters} />
            <MatrixTable
              kab={regency.slug}
              selection={selection}
              filters={filters}
              caption={`Layanan ${name} dan 14 komponennya`}
            />
            <Pager
              path={path}
              filters={filters}
              page={page}
              pages={pages}
              shown={`Layanan ${shown[0]}–${shown[1]} dari ${formatCount(summary.services)}`}
            />
          </>
        )
      )}
      <p className="table-foot">
        <Downloads path={path} filters={filters} rows={summary.services} />
        {decrees.some(({ factsOnly }) => !factsOnly) && (
          <>
            {" · "}
            <a href={filePath(paths.papanBagian(regency.slug, slug), "pdf")}>
              Unduh papan informasi A3 (PDF)
            </a>
          </>
        )}
      </p>
      <FindingPairsByKind
        rows={findings}
        filters={filters}
        none="Tidak ada temuan otomatis. Layanan di bagian ini belum diperiksa penilai."
      />
      <ApartFindings apart={apart} filters={filters} change={{ kabupaten: [regency.slug], bagian: [slug] }} />
      <AssessHere
        here={here}
        kab={regency.slug}
        bagian={slug}
        services={rows.map(({ service }) => service)}
      />
      <UnitVerdicts units={units} filters={filters} />
      <Onward
        links={[
          ["Lembar perbaikan dan matriks semula–menjadi", link(paths.perbaikan(regency.slug, slug), filters)],
          ...(findings.length > 0
            ? [["Tugaskan temuan bagian ini", assignBagianLink(regency.slug, slug, filters)] as const]
            : []),
          ["Penugasan temuan", link(paths.penugasan(regency.slug), filters, { change: { bagian: [slug] } })],
          ["Tindak lanjut", link(paths.tindakLanjut(regency.slug), filters, { change: { bagian: [slug] } })],
          [
            `Temuan ${name}`,
            link(paths.temuan(), filters, { change: { kabupaten: [regency.slug], bagian: [slug] } }),
          ],
          [`Peta komponen ${regency.shortName}`, link(paths.peta(regency.slug), filters)],
          [`Hasil SKM ${name}`, link(paths.skm(regency.slug), filters, { change: { bagian: [slug] } })],
          [
            `Janji dan pengalaman ${name}`,
            link(paths.janji(regency.slug), filters, { change: { bagian: [slug] } }),
          ],
          ...siblings
            .filter((one) => one.slug !== slug)
            .map((one): [string, string] => [
              bagianName(one),
              link(paths.bagian(regency.slug, one.slug), filters),
            ]),
        ]}
      />
    </Page>
  );
}
