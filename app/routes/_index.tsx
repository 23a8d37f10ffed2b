import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { database } from "#app/server/database.server.ts";
import { namesBeyond } from "#app/server/open-parts.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { LevelFigure } from "#app/ui/Figure.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { chartName, levelsByComponent, levelsByGroup } from "#app/ui/level-chart.ts";
import { link, paths } from "#app/ui/links.ts";
import { FEW_REGENCIES, searchRegencies, ticksOf } from "#app/ui/many-regencies.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
import { RegencySearch } from "#app/ui/RegencySearch.tsx";
import { queryOf, withFilters } from "#app/ui/request.ts";
import { completenessSentence, placeOf } from "#app/ui/sentences.ts";
import { sharedPatternSentences } from "#app/ui/shared-pattern.ts";
import { statusBand } from "#app/ui/status-band.ts";
import {
  dashboardSentence,
  problemsSentence,
  SCALE_NOTE,
  worstComponentsSentence,
} from "#app/ui/substance-sentences.ts";
import { TickStrip } from "#app/ui/TickStrip.tsx";
import { allComponentsTable, dashboardTable, familiesTable, familyName } from "#app/ui/tables/dashboard.ts";
import { unreadableWords } from "#app/ui/words-of.ts";

/** Regencies in the table at a time; all fifty of a page are shown, the rest a page on. */
const PAGE = 50;

/** Filters that this page applies. */
const USES = ["tahun", "rumpun", "pengguna", "komponen", "tingkat", "temuan"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getDashboard(database(), context.scope, toServiceFilter(asked, USES)),
    ({ options }) => ({
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const beyond = await namesBeyond(database(), context.scope);
  const { substance, services } = view.total;
  const real = view.regencies.filter((one) => one.services > 0 && !one.regency.sample);
  const place = placeOf(real.map((one) => one.regency.shortName));
  const groupOf = (name: string, one: { services: number; substance: typeof substance }) => ({
    name,
    services: one.services,
    levels: one.substance.levels,
  });
  const byRegency = levelsByGroup(
    "kabupaten",
    problemsSentence(`Di ${place},`, services, substance),
    view.regencies.filter((one) => one.services > 0).map((one) => groupOf(chartName(one.regency), one)),
  );
  const byComponent =
    services > 0 ? levelsByComponent("komponen", worstComponentsSentence(substance), substance) : null;
  const byFamily = levelsByGroup(
    "rumpun",
    `${problemsSentence(`Di ${place},`, services, substance)}, menurut rumpun bagian`,
    view.families.map((one) => groupOf(familyName(one), one)),
  );
  const search = (queryOf(request).get("cari") ?? "").trim().slice(0, 100);
  return {
    title: "Dasbor",
    view,
    beyond,
    search,
    counted: real.length > 0,
    found: search === "" ? view.regencies : searchRegencies(view.regencies, search),
    filters,
    ignored,
    h1:
      real.length > 0
        ? dashboardSentence(place, services, substance)
        : beyond.length > 0
          ? "Belum ada standar yang dapat Anda baca"
          : "Belum ada naskah yang tersimpan",
    completeness:
      real.length === 0
        ? null
        : `${completenessSentence(place, view.total)}${uncertainWords(view.total.uncertain)}.`,
    byRegency: byRegency && drawChart(byRegency),
    byComponent: byComponent && drawChart(byComponent),
    byFamily: byFamily && drawChart(byFamily),
  };
}

const uncertainWords = (uncertain: number): string =>
  uncertain === 0 ? "" : `; kelengkapan ${countWord(uncertain)} standar lain belum dapat dipastikan`;

const slugOf = ({ regency }: { regency: { slug: string } }): string => regency.slug;

export default function Dashboard() {
  const {
    view,
    beyond,
    search,
    counted,
    found,
    filters,
    ignored,
    h1,
    completeness,
    byRegency,
    byComponent,
    byFamily,
  } = useLoaderData<typeof loader>();
  const { regencies, families, total, options } = view;
  const path = paths.dasbor();
  const many = regencies.length > FEW_REGENCIES;
  const extra = { cari: search };
  const table = dashboardTable(found, filters);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(filters.hal, pages);
  const shown = found.slice((page - 1) * PAGE, page * PAGE);
  const regencyTable = <DataTable table={table} shown={shown} files={{ path, filters, extra }} />;
  return (
    <Page
      h1={h1}
      section={path}
      filters={filters}
      ignored={ignored}
      band={statusBand(
        regencies.map((one) => one.regency),
        regencies.flatMap((one) => one.decrees),
        total.substance.review,
      )}
      scope={`Keputusan yang berlaku; ${formatCount(total.services)} standar${counted && regencies.some(({ regency }) => regency.sample) ? "; kabupaten contoh tidak ikut dihitung" : ""}. ${unreadableWords(total.substance.levels.T)}`}
      method={`${SCALE_NOTE} Bermasalah: tingkat 0 atau 1. Kelengkapan dan substansi dihitung terpisah; kabupaten disusun menurut nama, bukan peringkat.`}
    >
      {completeness && <p>{completeness}</p>}
      <FilterForm path={path} filters={filters} uses={USES} options={options} />
      <h2>Per kabupaten</h2>
      {many && (
        <>
          <RegencySearch path={path} search={search} filters={filters} />
          <TickStrip ticks={ticksOf(regencies, new Set(search === "" ? [] : found.map(slugOf)))} />
        </>
      )}
      {search !== "" && (
        <p>
          {found.length === 0 ? "Tidak ada kabupaten" : `Ditemukan ${countWord(found.length)} kabupaten`} yang
          namanya memuat “{search}”. <a href={link(path, filters)}>Tampilkan semua</a>.
        </p>
      )}
      <LevelFigure chart={byRegency}>{regencyTable}</LevelFigure>
      {pages > 1 && (
        <Pager
          path={path}
          filters={filters}
          page={page}
          pages={pages}
          shown={`Kabupaten ${(page - 1) * PAGE + 1}–${(page - 1) * PAGE + shown.length} dari ${found.length}`}
          extra={extra}
        />
      )}
      {total.services > 0 && (
        <>
          <h2>Per komponen</h2>
          {sharedPatternSentences(total.substance.byComponent).map((sentence) => (
            <p key={sentence}>Pola bersama: {sentence}</p>
          ))}
          <LevelFigure chart={byComponent}>
            <DataTable
              table={allComponentsTable(total.substance, filters)}
              files={{ path: paths.semuaKomponen(), filters }}
              hideCaption
            />
          </LevelFigure>
          <h2>Per rumpun bagian</h2>
          <LevelFigure chart={byFamily}>
            <DataTable
              table={familiesTable(families, filters)}
              files={{ path: paths.rumpun(), filters }}
              hideCaption
            />
          </LevelFigure>
        </>
      )}
      {beyond.length > 0 && (
        <>
          <h2>Daerah lain</h2>
          <p>Standar daerah ini tidak terbuka untuk Anda: {beyond.join(", ")}.</p>
        </>
      )}
      <Onward
        links={[
          ["Temuan menurut bagian", link(paths.temuan(), filters)],
          ["Regulasi yang dikutip", link(paths.regulasi(), filters)],
          ["Naskah yang tersimpan", link(paths.naskah(), filters)],
          ["Unggah naskah", link(paths.unggah(), filters)],
          ["Cara naskah dibaca dan dihitung", link(paths.metode(), filters)],
        ]}
      />
    </Page>
  );
}
