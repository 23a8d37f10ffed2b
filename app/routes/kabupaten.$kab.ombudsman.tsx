import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ProofState } from "#app/evidence/subject.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { recordResult, withdrawOfficialResult } from "#app/server/instruments/results.server.ts";
import {
  getSelfCheck,
  type ProofRow,
  type SelfCheckView,
} from "#app/server/instruments/self-check.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { sent, typedIn } from "#app/ui/form.ts";
import { OfficialResults, RESULTS_SECTION } from "#app/ui/instruments/OfficialResults.tsx";
import { selfCheckScope, selfCheckSentence } from "#app/ui/instruments/sentences.ts";
import { SELF_CHECK_METHOD, SELF_CHECK_NOTE } from "#app/ui/instruments/words.ts";
import { link, paths } from "#app/ui/links.ts";
import { NothingHere } from "#app/ui/NothingHere.tsx";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { queryOf, wantsFile, withFilters } from "#app/ui/request.ts";
import { statusBand } from "#app/ui/status-band.ts";
import {
  proofRowsTable,
  provenBagianTable,
  provenIndicatorsTable,
  ROWS_PLACE,
  unitProofsTable,
  waitingTable,
} from "#app/ui/tables/self-check.ts";

/** Filters that this page applies. */
const USES = ["tahun", "bagian", "pengguna"] as const;
/** Rows of the details on one page. */
const PAGE = 60;

const STATES: Readonly<Record<string, { name: string; states: readonly ProofState[] }>> = {
  terbukti: { name: "terbukti", states: ["terbukti"] },
  "belum-terbukti": { name: "belum terbukti", states: ["belum_terbukti"] },
  "di-luar-hitungan": { name: "di luar hitungan", states: ["tidak_terbaca", "belum_pasti"] },
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const edisi = query.get("edisi");
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) =>
      getSelfCheck(database(), context.scope, {
        kab: params.kab ?? "",
        edisi,
        filter: toServiceFilter(asked, USES),
      }),
    ({ options, siblings }) => ({
      tahun: options.years.map(String),
      bagian: siblings.map(({ slug }) => slug),
    }),
  );
  const { rows: all, ...rest } = view;
  const indicator = view.indicators.find((one) => one.indicator.id === query.get("indikator"))?.indicator;
  const keadaan = query.get("keadaan") ?? "";
  const state = Object.hasOwn(STATES, keadaan) ? STATES[keadaan] : undefined;
  const asked = all.filter(
    (row) =>
      (!indicator || row.indicator.id === indicator.id) && (!state || state.states.includes(row.state)),
  );
  const pages = Math.max(1, Math.ceil(asked.length / PAGE));
  const page = Math.min(filters.hal, pages);
  return {
    title: `Penilaian mandiri Ombudsman ${view.regency.name}`,
    h1: selfCheckSentence(placeOf(view, filters.bagian), view),
    view: rest,
    mayWrite: context.writes.includes(view.regency.r),
    rows: wantsFile(request) ? asked : asked.slice((page - 1) * PAGE, page * PAGE),
    total: asked.length,
    asked: { indicator: indicator?.name ?? null, state: state?.name ?? null },
    extra: {
      edisi: edisi ?? undefined,
      indikator: indicator?.id,
      keadaan: state ? keadaan : undefined,
    },
    page,
    pages,
    filters,
    ignored: [
      ...ignored,
      ...(query.has("indikator") && !indicator
        ? [{ key: "indikator", value: query.get("indikator") ?? "" }]
        : []),
      ...(query.has("keadaan") && !state ? [{ key: "keadaan", value: keadaan }] : []),
    ],
  };
}

/** "Bagian Umum Balangan" where one bagian is asked for. */
const placeOf = (
  { regency, siblings }: Pick<SelfCheckView, "regency" | "siblings">,
  asked: readonly string[],
) => {
  const one = asked.length === 1 ? siblings.find(({ slug }) => slug === asked[0])?.name : null;
  if (one) return `${one} ${regency.shortName}`;
  return asked.length > 0 ? `bagian yang dipilih di ${regency.shortName}` : regency.shortName;
};

/** Records or withdraws an official result. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const query = queryOf(request);
  const form = await request.formData();
  const refuse = (errors: FieldError[], status: number) => data({ errors, typed: typedIn(form) }, { status });
  if (sent(form, "tindakan") === "cabut") {
    try {
      await withdrawOfficialResult(database(), context.scope, kab, sent(form, "hasil"), sent(form, "alasan"));
    } catch (error) {
      if (!isAppError(error) || error.status !== 400) throw error;
      return refuse([{ field: "alasan", message: error.message }], error.status);
    }
  } else {
    const problems = await recordResult(database(), context.scope, kab, Object.fromEntries(form));
    if (problems.length > 0) return refuse(problems, 400);
  }
  const search = query.toString();
  return redirect(`${paths.ombudsman(kab)}${search && `?${search}`}#${RESULTS_SECTION}`, 303);
}

export default function Ombudsman() {
  const { h1, view, mayWrite, rows, total, asked, extra, page, pages, filters, ignored } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { regency, edition, editions, indicators, bagian, units, waiting, check, noSimulation, results } =
    view;
  const path = paths.ombudsman(regency.slug);
  const chosen = { edisi: extra.edisi };
  return (
    <Page
      eyebrow={`Penilaian mandiri Ombudsman, ${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Penilaian mandiri Ombudsman" }]}
      band={[
        `${SELF_CHECK_NOTE} Sekretariat daerah bukan lokus penilaian Ombudsman.`,
        ...statusBand([regency], view.decrees),
      ]}
      scope={selfCheckScope(view)}
      method={SELF_CHECK_METHOD}
    >
      <ErrorSummary errors={answer?.errors ?? []} />
      <Editions
        links={editions.map(({ slug, name }) => ({
          name,
          href: link(path, filters, { extra: { edisi: slug } }),
          current: slug === edition.slug,
        }))}
      />
      <ul className="statements plain">
        <li>
          Terjawab:{" "}
          <strong>
            {formatShare(check.answered, check.listed)} indikator
            {check.answered > 0 && `, ${formatCount(check.met)} di antaranya terpenuhi`}
          </strong>
          ; {formatCount(check.waiting)} menunggu penilai
          {check.announced !== null &&
            check.announced > check.listed &&
            `. Sumbernya menyebut ${formatCount(check.announced)} indikator; sisanya belum terlihat`}
          .
        </li>
        {noSimulation.length > 0 && <li>Simulasi nilai tidak dibuat. {noSimulation.join(" ")}</li>}
        <li>
          Angka, sumber, dan keyakinannya:{" "}
          <a href={link(paths.edisi(edition.slug), filters)}>{edition.name}</a>.
        </li>
      </ul>
      <FilterForm
        path={path}
        filters={filters}
        uses={USES}
        options={view.options}
        places={{ bagian: view.siblings }}
        extra={chosen}
      />
      {view.services === 0 ? (
        <NothingHere path={path} filters={filters} extra={chosen} />
      ) : (
        <>
          {indicators.length > 0 && (
            <>
              <h2>Per indikator</h2>
              <DataTable
                table={provenIndicatorsTable(view, filters, chosen, edition.slug)}
                files={{ path: `${path}/indikator`, filters, extra: chosen }}
                hideCaption
              />
              <h2>Per bagian</h2>
              <DataTable
                table={provenBagianTable({ regency, bagian }, filters, chosen)}
                files={{ path: `${path}/bagian`, filters, extra: chosen }}
                hideCaption
              />
              <h2 id={ROWS_PLACE} tabIndex={-1}>
                Rincian per layanan
              </h2>
              <Asked {...asked} href={link(path, filters, { extra: chosen, hash: ROWS_PLACE })} />
              <DataTable table={proofRowsTable(rows as ProofRow[], regency.slug, filters)} hideCaption />
              <p className="table-foot">
                <Downloads path={path} filters={filters} rows={total} extra={extra} />
              </p>
              {pages > 1 && (
                <Pager
                  path={path}
                  filters={filters}
                  page={page}
                  pages={pages}
                  extra={extra}
                  shown={`Baris ${formatCount((page - 1) * PAGE + 1)}–${formatCount((page - 1) * PAGE + rows.length)} dari ${formatCount(total)}`}
                />
              )}
            </>
          )}
          {units.length > 0 && (
            <>
              <h2>Indikator unit</h2>
              <DataTable
                table={unitProofsTable(units)}
                files={{ path: `${path}/unit`, filters, extra: chosen }}
                hideCaption
              />
            </>
          )}
        </>
      )}
      <h2>Menunggu penilai</h2>
      <DataTable
        table={waitingTable(waiting, { kab: regency.slug, edition: edition.slug, filters })}
        files={{ path: `${path}/menunggu`, filters, extra: chosen }}
        hideCaption
      />
      <OfficialResults
        results={results}
        editions={editions}
        zone={regency.zone}
        filters={filters}
        path={`${path}/hasil-resmi`}
        action={link(path, filters, { extra: chosen })}
        mayWrite={mayWrite}
        errors={answer?.errors ?? []}
        typed={answer?.typed ?? {}}
      />
      <Onward
        links={[
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
          ["Peta komponen", link(paths.peta(regency.slug), filters)],
          ["Semua instrumen", link(paths.instrumen(), filters)],
          ["Metode", link(paths.metode(), filters)],
        ]}
      />
    </Page>
  );
}

interface EditionsProps {
  links: readonly { name: string; href: string; current: boolean }[];
}

/** The way to another edition: each stands for itself, and none is compared with another. */
const Editions = ({ links }: EditionsProps) => (
  <nav className="no-print" aria-labelledby="judul-cara">
    <h2 id="judul-cara">Cara penilaian</h2>
    <ul>
      {links.map(({ name, href, current }) => (
        <li key={href}>
          {current ? <strong aria-current="true">{name}</strong> : <a href={href}>{name}</a>}
        </li>
      ))}
    </ul>
  </nav>
);

/** What the rows below are narrowed to, and the way back to all of them. */
const Asked = ({
  indicator,
  state,
  href,
}: {
  indicator: string | null;
  state: string | null;
  href: string;
}) =>
  indicator || state ? (
    <p>
      {[indicator, state].filter(Boolean).join(", ")}. <a href={href}>Tampilkan semua rincian</a>
    </p>
  ) : null;
