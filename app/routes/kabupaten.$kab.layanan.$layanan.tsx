import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/format/dates.ts";
import type { ComponentKey } from "#app/reader/components.ts";
import { assessmentsHere } from "#app/server/assessment/place.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { getService } from "#app/server/service.server.ts";
import { confirmUser, setVolume } from "#app/server/service-user.server.ts";
import type { Cells, Level, ServiceView } from "#app/server/views.ts";
import { mayOpen } from "#app/ui/answer.ts";
import { AssessHere } from "#app/ui/assessment/AssessHere.tsx";
import { ComponentSection } from "#app/ui/ComponentSection.tsx";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FactsLine } from "#app/ui/FactsLine.tsx";
import { FactsOnly } from "#app/ui/FactsOnly.tsx";
import { FindingItem } from "#app/ui/FindingItem.tsx";
import { useFace } from "#app/ui/face.ts";
import { type Filters, parseFilters } from "#app/ui/filters.ts";
import { filePath, link, linkToLines, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf, wantsFile } from "#app/ui/request.ts";
import { ServiceUserSection, USER_SECTION } from "#app/ui/ServiceUserSection.tsx";
import { Strip } from "#app/ui/Strip.tsx";
import { statusBand } from "#app/ui/status-band.ts";
import { problemCountWords, SCALE_NOTE, sheetSentence } from "#app/ui/substance-sentences.ts";
import { UnitVerdicts } from "#app/ui/UnitVerdicts.tsx";
import { bagianName, decreeName, signsOf } from "#app/ui/words-of.ts";

/** Number and name of the service that an address names. */
const named = (layanan: string | undefined): RegExpExecArray => {
  const match = /^(\d{1,6})(?:-(.*))?$/.exec(layanan ?? "");
  if (!match) throw notFound();
  return match;
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const no = Number(named(params.layanan)[1]);
  const { filters } = parseFilters(queryOf(request));
  const form = Object.fromEntries(await request.formData());
  const settle = "volume" in form ? setVolume : confirmUser;
  await settle(database(), context.scope, kab, no, form);
  const { service } = await getService(database(), context.scope, kab, no);
  return redirect(link(paths.layanan(kab, service), filters, { hash: USER_SECTION }), 303);
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const match = named(params.layanan);
  const { filters, ignored } = parseFilters(queryOf(request));
  const view = await getService(database(), context.scope, params.kab ?? "", Number(match[1]));
  if (match[2] !== view.service.slug && !wantsFile(request)) {
    throw redirect(link(paths.layanan(view.regency.slug, view.service), filters), 301);
  }
  const cells = Object.fromEntries(view.components.map((one) => [one.key, one.cell])) as Cells;
  const levels = Object.fromEntries(view.components.map((one) => [one.key, one.level])) as Record<
    ComponentKey,
    Level | null
  >;
  const here = await assessmentsHere(
    database(),
    { scope: context.own, grants: context.viewer?.grants ?? [] },
    view.regency.r,
    { no: view.service.no },
  );
  return {
    title: view.service.name,
    view: context.viewer ? view : withoutNames(view),
    here,
    mayWrite: context.writes.includes(view.regency.r),
    h1: sheetSentence(levels, cells),
    levels,
    filters,
    ignored,
  };
}

/** The text of this sheet is not as the reader read it; who may not see the corrections is told so all the same. */
function CorrectedItem({ decree, filters }: Pick<ServiceView, "decree"> & { filters: Filters }) {
  const face = useFace();
  const href = paths.koreksi(decree.slug, decree.version);
  return (
    <li>
      Bacaan telah dikoreksi
      {mayOpen(face, href) && (
        <>
          : <a href={link(href, filters)}>lihat koreksinya</a>
        </>
      )}
      .
    </li>
  );
}

/** Visitors read what was judged and why; who of the office did so is said by their part in it alone. */
const withoutNames = (view: ServiceView): ServiceView => ({
  ...view,
  components: view.components.map((one) => ({
    ...one,
    judged: one.judged && { ...one.judged, by: "penilai", reviewedBy: "pereviu" },
  })),
});

export default function ServiceSheet() {
  const { view, here, mayWrite, h1, levels, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, bagian, service, decree, printed, printedAgain, otherTexts } = view;
  const bagianPath = paths.bagian(regency.slug, bagian.slug);
  const path = paths.layanan(regency.slug, service);
  return (
    <Page
      eyebrow={service.name}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: bagianName(bagian), path: bagianPath },
        { name: service.name },
      ]}
      band={statusBand([regency], [decree], view.review)}
      method={`${SCALE_NOTE} Bermasalah: tingkat 0 atau 1.`}
      scope={
        <>
          {bagianName(bagian)}, {regency.name}.{" "}
          <a href={link(paths.teks(decree.slug, decree.version), filters)}>{decreeName(decree)}</a>
          {decree.signed && `, ditetapkan ${formatDate(decree.signed)}`}. {countsOf(view)}
        </>
      }
    >
      <FactsLine view={view} />
      <Strip signs={signsOf(levels)} />
      {decree.factsOnly && <FactsOnly what="layanan" filters={filters} />}
      <h2>Isi 14 komponen</h2>
      {view.components.map((one) => (
        <ComponentSection key={one.key} one={one} view={view} filters={filters} />
      ))}
      <h2>Temuan pada layanan ini</h2>
      {view.findings.length === 0 ? (
        <p>Tidak ada temuan lain.{view.review.reviewed === 0 && " Layanan ini belum diperiksa penilai."}</p>
      ) : (
        view.findings.map((finding) => <FindingItem key={finding.id} finding={finding} filters={filters} />)
      )}
      <AssessHere here={here} kab={regency.slug} service={service} />
      <ServiceUserSection
        user={view.user}
        volume={view.volume}
        zone={regency.zone}
        action={mayWrite ? link(path, filters) : null}
      />
      <UnitVerdicts units={[{ decree, verdicts: view.units }]} filters={filters} />
      <h2>Letak dan riwayat teks</h2>
      <ul>
        <li>
          Tercetak{printed.no && ` dengan nomor ${printed.no}`} sebagai “{printed.name}” pada{" "}
          <a href={linkToLines(decree.slug, decree.version, [printed.line, printed.line], filters)}>
            baris {printed.line}
          </a>
          .
        </li>
        {view.corrected && <CorrectedItem decree={decree} filters={filters} />}
        {printedAgain.map(({ line }) => (
          <li key={line}>
            Tercetak lagi pada{" "}
            <a href={linkToLines(decree.slug, decree.version, [line, line], filters)}>baris {line}</a>
            {"; dihitung satu kali."}
          </li>
        ))}
        {otherTexts.map((other) => (
          <li key={`${other.decree.slug}/${other.decree.version}`}>
            Juga dalam{" "}
            <a href={linkToLines(other.decree.slug, other.decree.version, [other.line, other.line], filters)}>
              {decreeName(other.decree)}, versi {other.decree.version}
            </a>
            .
          </li>
        ))}
      </ul>
      <p className="table-foot">
        <Downloads path={path} filters={filters} rows={14} />
        {!decree.factsOnly && (
          <>
            {" · "}
            <a href={filePath(paths.papanLayanan(regency.slug, service), "pdf")}>
              Unduh papan informasi A3 (PDF)
            </a>
          </>
        )}
      </p>
      <Onward
        links={[
          ["Hasil SKM layanan ini", link(paths.skmLayanan(regency.slug, service), filters)],
          ...(view.previous
            ? [
                [
                  `Layanan sebelumnya: ${view.previous.name}`,
                  link(paths.layanan(regency.slug, view.previous), filters),
                ] as const,
              ]
            : []),
          ...(view.next
            ? [
                [
                  `Layanan berikutnya: ${view.next.name}`,
                  link(paths.layanan(regency.slug, view.next), filters),
                ] as const,
              ]
            : []),
          [bagianName(bagian), link(bagianPath, filters)],
          ["Layanan ini dalam register", link(paths.registerLayanan(regency.slug, service.no), filters)],
          [`Peta komponen ${regency.shortName}`, link(paths.peta(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}

/** "4 dari 14 komponen bermasalah, 2 di antaranya komponen publik." */
const countsOf = ({ substance }: ServiceView): string =>
  substance.all.judged === 0 ? "" : `Pada layanan ini ${problemCountWords(substance)}.`;
