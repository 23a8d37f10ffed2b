import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount, formatLines, formatPercent1 } from "#app/format/numbers.ts";
import { comparableWith } from "#app/server/comparison.server.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError, notFound } from "#app/server/errors.ts";
import { getNaskah, searchNaskah } from "#app/server/naskah.server.ts";
import { getService } from "#app/server/service.server.ts";
import type { NaskahView } from "#app/server/views.ts";
import { mayOpen } from "#app/ui/answer.ts";
import { comparisonLinkWords } from "#app/ui/comparison-sentence.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { FactsOnly } from "#app/ui/FactsOnly.tsx";
import { FileStrip } from "#app/ui/FileStrip.tsx";
import { useFace } from "#app/ui/face.ts";
import { type Filters, parseFilters } from "#app/ui/filters.ts";
import { link, parseLines, paths } from "#app/ui/links.ts";
import { NaskahContents } from "#app/ui/NaskahContents.tsx";
import { NaskahLines } from "#app/ui/NaskahLines.tsx";
import { NaskahFound, NaskahSearchForm } from "#app/ui/NaskahSearch.tsx";
import { narrowQuote, type Quote, type QuoteVerdict, quoteIn, runsOf } from "#app/ui/naskah-runs.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { queryOf } from "#app/ui/request.ts";
import { naskahSentence } from "#app/ui/sentences.ts";
import { SIGNS, signWords } from "#app/ui/signs.tsx";
import { statusBand } from "#app/ui/status-band.ts";
import { decreeName } from "#app/ui/words-of.ts";

/** A search of fewer letters finds nearly every line. */
const SHORTEST_SEARCH = 2;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sk = params.sk ?? "";
  const version = Number(/^\d{1,6}$/.test(params.versi ?? "") ? params.versi : Number.NaN);
  if (!Number.isInteger(version)) throw notFound();
  const query = queryOf(request);
  const { filters, ignored } = parseFilters(query);
  const asked = parseLines(query.get("baris"));
  const wrongLines = query.has("baris") && !asked ? [{ key: "baris", value: query.get("baris") ?? "" }] : [];
  const showMarkup = query.get("markup") === "1";
  const search = (query.get("cari") ?? "").trim().slice(0, 100);
  const db = database();
  const { scope } = context;
  const place = query.has("hal") || !asked ? { page: filters.hal } : { line: asked[0] };
  const view = await getNaskah(db, scope, sk, version, place);
  const comparable = await comparableWith(db, scope, sk, version);
  const found = search.length >= SHORTEST_SEARCH ? await searchNaskah(db, scope, sk, version, search) : null;
  const quote = asked && view.lines.length > 0 ? quoteIn(view.lines, asked) : null;
  return {
    quote,
    verdict: quote && !view.superseded ? await verdictOn(view, quote, scope) : null,
    title: `${decreeName(view.decree)}, ${view.regency.name}`,
    view,
    comparable,
    found,
    search,
    showMarkup,
    asked: asked ?? null,
    filters,
    ignored: [...ignored, ...wrongLines],
  };
}

/** Level of the quoted component and the words that decided; null where its service is not in force. */
async function verdictOn(
  view: NaskahView,
  { service, component }: Quote,
  scope: AppLoadContext["scope"],
): Promise<QuoteVerdict | null> {
  if (!service || !component) return null;
  const sheet = await getService(database(), scope, view.regency.slug, service.no).catch(noneIf404);
  const one = sheet?.components.find(({ key }) => key === component);
  if (!one?.level || sheet?.decree.slug !== view.decree.slug) return null;
  return {
    level: one.level === "T" ? SIGNS.T.name : `tingkat ${signWords(one.level)}`,
    words: one.criteria.flatMap(({ met, quote }) => (met === false && quote ? [quote] : [])),
  };
}

const noneIf404 = (error: unknown): null => {
  if (isAppError(error) && error.status === 404) return null;
  throw error;
};

export default function Naskah() {
  const { quote, verdict } = useLoaderData<typeof loader>();
  const { view, comparable, found, search, showMarkup, asked, filters, ignored } =
    useLoaderData<typeof loader>();
  const face = useFace();
  const { regency, decree, versions, superseded, page, pages, lines } = view;
  const path = paths.teks(decree.slug, decree.version);
  const runs = runsOf(lines, quote, showMarkup);
  const extra = {
    ...(asked ? { baris: formatLines(asked).replace("–", "-") } : {}),
    ...(search ? { cari: search } : {}),
  };
  const markup = showMarkup ? { markup: "1" } : {};
  const here = pages[page - 1] ?? null;
  return (
    <Page
      eyebrow={`${decreeName(decree)}, ${regency.name}`}
      h1={naskahSentence(decree.services, decree.coverage.unassignedLines)}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Naskah", path: paths.naskah() },
        { name: `${decreeName(decree)}, versi ${decree.version}` },
      ]}
      band={[
        ...statusBand([regency], [decree]),
        ...(superseded ? ["Versi lama: teks yang berlaku adalah versi yang lebih baru."] : []),
      ]}
      scope={scopeOf(view)}
    >
      <FileStrip
        segments={view.strip}
        lines={decree.lines}
        here={lines.length > 0 ? here : null}
        title={stripTitle(view)}
      />
      <NaskahContents view={view} filters={filters} />
      {decree.factsOnly ? (
        <FactsOnly what="naskah" filters={filters} />
      ) : (
        <>
          <NaskahSearchForm path={path} search={search} asked={extra.baris} markup={showMarkup} />
          {found && <NaskahFound found={found} path={path} filters={filters} />}
          <p className="no-print">
            <a
              href={link(path, filters, {
                change: { hal: page },
                extra: { ...extra, markup: showMarkup ? undefined : "1" },
              })}
            >
              {showMarkup ? "Sembunyikan markup" : "Tampilkan markup"}
            </a>
            {mayOpen(face, paths.perbaiki(decree.slug, decree.version)) && (
              <>
                {" · "}
                <a
                  href={link(paths.perbaiki(decree.slug, decree.version), filters, {
                    change: { hal: page },
                    extra: { baris: extra.baris },
                  })}
                >
                  Perbaiki bacaan
                </a>
              </>
            )}
          </p>
          <NaskahPager
            path={path}
            view={view}
            filters={filters}
            extra={{ ...extra, ...markup }}
            label="Halaman naskah"
          />
          <NaskahLines
            kab={regency.slug}
            runs={verdict ? narrowQuote(runs, verdict.words) : runs}
            quote={quote}
            level={verdict?.level ?? null}
            filters={filters}
          />
          <NaskahPager
            path={path}
            view={view}
            filters={filters}
            extra={{ ...extra, ...markup }}
            label="Halaman naskah, di bawah"
          />
          <p className="table-foot">
            <Downloads path={path} filters={filters} rows={decree.lines[1] - decree.lines[0] + 1} />
          </p>
        </>
      )}
      <Onward
        links={[
          ["Daftar lawan lampiran", link(paths.daftar(decree.slug), filters)],
          ["Koreksi bacaan naskah ini", link(paths.koreksi(decree.slug, decree.version), filters)],
          ...comparable.map(({ before, after, shared }): [string, string] => [
            comparisonLinkWords(decree, { before, after, shared }),
            link(paths.banding(after.slug, before.slug), filters, {
              extra: { versi: after.version, semula: before.version },
            }),
          ]),
          ...versions
            .filter((one) => one.version !== decree.version)
            .map((one): [string, string] => [
              `Versi ${one.version}${one.factsOnly ? " (hanya hasil baca)" : ""}`,
              link(paths.teks(decree.slug, one.version), filters),
            ]),
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
          ["Arti setiap peran baris", link(paths.metode(), filters, { hash: "peran" })],
        ]}
      />
    </Page>
  );
}

function scopeOf({ decree }: NaskahView): string {
  const { annexLines, unassignedLines } = decree.coverage;
  const file = `Berkas ${decree.fileName}, baris ${formatLines(decree.lines)}.`;
  if (annexLines === 0) return `${file} Lampirannya tidak ditemukan.`;
  if (unassignedLines === 0) return `${file} Semua ${formatCount(annexLines)} baris lampiran ada pemiliknya.`;
  const covered = formatPercent1(annexLines - unassignedLines, annexLines);
  return `${file} Sebanyak ${covered} dari ${formatCount(annexLines)} baris lampiran ada pemiliknya.`;
}

const stripTitle = ({ decree, strip }: NaskahView): string =>
  `Naskah dari baris ${decree.lines[0]} sampai ${decree.lines[1]}: ${strip.filter((one) => one.kind === "layanan").length} layanan berselang-seling abu-abu, baris tanpa pemilik merah bata`;

interface NaskahPagerProps {
  path: string;
  view: NaskahView;
  filters: Filters;
  extra: Record<string, string | undefined>;
  label: string;
}

function NaskahPager({ path, view: { decree, page, pages }, filters, extra, label }: NaskahPagerProps) {
  const here = pages[page - 1];
  if (!here) return null;
  return (
    <Pager
      path={path}
      filters={filters}
      page={page}
      pages={pages.length}
      shown={`Baris ${formatLines(here)} dari ${formatLines(decree.lines)}`}
      extra={extra}
      label={label}
    />
  );
}
