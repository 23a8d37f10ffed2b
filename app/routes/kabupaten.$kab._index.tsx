import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { getRegency } from "#app/server/regency.server.ts";
import type { DecreeSummary, GroupSummary } from "#app/server/views.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { LevelFigure } from "#app/ui/Figure.tsx";
import { FilterForm } from "#app/ui/FilterForm.tsx";
import { FindingPairs } from "#app/ui/FindingGroups.tsx";
import { toServiceFilter } from "#app/ui/filters.ts";
import { levelsByComponent, levelsByGroup } from "#app/ui/level-chart.ts";
import { judgedOf } from "#app/ui/level-counts.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { withFilters } from "#app/ui/request.ts";
import { sharedPatternSentences } from "#app/ui/shared-pattern.ts";
import { statusBand } from "#app/ui/status-band.ts";
import {
  problemCountWords,
  problemsSentence,
  regencySentence,
  SCALE_NOTE,
  worstComponentsSentence,
} from "#app/ui/substance-sentences.ts";
import { bagianTable, decreesTable, regencyComponentsTable } from "#app/ui/tables/regency.ts";
import { bagianName, unreadableWords } from "#app/ui/words-of.ts";

/** Filters that this page applies. */
const USES = ["tahun", "rumpun", "pengguna", "komponen", "tingkat", "temuan"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, filters, ignored } = await withFilters(
    request,
    (asked) => getRegency(database(), context.scope, params.kab ?? "", toServiceFilter(asked, USES)),
    ({ options }) => ({
      tahun: options.years.map(String),
      rumpun: options.families.map((family) => family.slug),
    }),
  );
  const { shortName, slug } = view.regency;
  const { services, substance } = view.summary;
  const groups = bagianTable(slug, view.bagian, filters).rows.map((row) => ({
    name: bagianName(row.bagian),
    services: row.services,
    levels: row.substance.levels,
    ...row.substance.all,
  }));
  const byBagian = levelsByGroup("bagian", problemsSentence(`Di ${shortName},`, services, substance), groups);
  const byComponent = levelsByComponent("komponen", worstComponentsSentence(substance), substance);
  return {
    title: view.regency.name,
    h1:
      view.decrees.length === 0
        ? `Belum ada naskah untuk ${view.regency.name}`
        : regencySentence(shortName, services, substance, groups),
    view,
    filters,
    ignored,
    byBagian: byBagian && drawChart(byBagian, view.regency),
    byComponent: byComponent && drawChart(byComponent, view.regency),
  };
}

export default function Regency() {
  const { h1, view, filters, ignored, byBagian, byComponent } = useLoaderData<typeof loader>();
  const { regency, summary, bagian, decrees, decreeFindings, options } = view;
  const path = paths.kabupaten(regency.slug);
  const places = { bagian: bagian.map((one) => one.bagian) };
  const groupTable = (
    <DataTable table={bagianTable(regency.slug, bagian, filters)} files={{ path, filters }} />
  );
  const { substance } = summary;
  const componentTable = (
    <DataTable
      table={regencyComponentsTable(regency.slug, substance, filters)}
      files={{ path: paths.komponenKabupaten(regency.slug), filters }}
      hideCaption
    />
  );
  return (
    <Page
      eyebrow={regency.name}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: regency.name }]}
      band={statusBand([regency], decrees, substance.review)}
      scope={scopeOf(decrees, summary)}
      method={`${SCALE_NOTE} Bermasalah: tingkat 0 atau 1. Kelengkapan dan substansi dihitung terpisah.`}
    >
      {decrees.length === 0 ? (
        <p>
          <a href={link(paths.unggah(), filters)}>Unggah naskah pertama</a>.
        </p>
      ) : (
        <>
          <Statements summary={summary} />
          <FilterForm path={path} filters={filters} uses={USES} options={options} places={places} />
          <h2>Per bagian</h2>
          <LevelFigure chart={byBagian}>{groupTable}</LevelFigure>
          <h2>Per komponen</h2>
          {sharedPatternSentences(substance.byComponent).map((sentence) => (
            <p key={sentence}>Pola bersama: {sentence}</p>
          ))}
          <LevelFigure chart={byComponent}>{componentTable}</LevelFigure>
          <h2 id="keputusan">Keputusan</h2>
          <DataTable
            table={decreesTable(regency.slug, decrees, view, filters)}
            files={{ path: paths.keputusanKabupaten(regency.slug), filters }}
            hideCaption
          />
          {decreeFindings.length > 0 && (
            <>
              <h2>Temuan pada keputusan</h2>
              <FindingPairs rows={decreeFindings} filters={filters} />
            </>
          )}
        </>
      )}
      <Onward
        links={[
          ["Register layanan dan bagian", link(paths.register(regency.slug), filters)],
          [`Peta komponen: semua layanan ${regency.shortName}`, link(paths.peta(regency.slug), filters)],
          [
            `Temuan di ${regency.shortName}`,
            link(paths.temuan(), filters, { change: { kabupaten: [regency.slug] } }),
          ],
          ["Ringkasan pimpinan", link(paths.ringkasan(regency.slug), filters)],
          ["Laporan", link(paths.laporan(regency.slug), filters)],
          ["Hasil SKM", link(paths.skm(regency.slug), filters)],
          ["Janji dan pengalaman", link(paths.janji(regency.slug), filters)],
          ["Bukti PEKPPP", link(paths.pekppp(regency.slug), filters)],
          ["Tindak lanjut", link(paths.tindakLanjut(regency.slug), filters)],
          ["Penugasan temuan", link(paths.penugasan(regency.slug), filters)],
          ["Penilaian mandiri Ombudsman", link(paths.ombudsman(regency.slug), filters)],
          ["Ekspor standar untuk SIPPN", link(paths.sippn(regency.slug), filters)],
          ["Naskah yang tersimpan", link(paths.naskah(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

/** The four figures of a place in words: complete, problems, unreadable, reviewed. */
function Statements({ summary }: { summary: GroupSummary }) {
  const { substance } = summary;
  const judged = summary.complete + summary.incomplete;
  const { review, levels } = substance;
  return (
    <ul className="statements plain">
      <li>
        Lengkap 14 komponen: <strong>{formatShare(summary.complete, judged)} standar</strong>
        {summary.uncertain > 0 && `; ${formatCount(summary.uncertain)} standar belum dapat dipastikan`}.
      </li>
      <li>
        Bermasalah: <strong>{problemCountWords(substance)}</strong>; tanpa masalah{" "}
        {formatShare(substance.free, substance.judgedServices - substance.uncertain)} layanan
        {substance.uncertain > 0 && `, ${formatCount(substance.uncertain)} layanan belum dapat dipastikan`}.
      </li>
      <li>
        Tidak terbaca: <strong>{formatCount(levels.T)} komponen</strong>
        {levels.T > 0 && "; cocokkan dengan naskah asli. Komponen ini tidak dihitung"}.
      </li>
      <li>
        Direviu: <strong>{formatShare(review.reviewed, review.verdicts)} putusan</strong>
        {judgedOf(levels) > 0 && levels.unjudged > 0 && `; ${formatCount(levels.unjudged)} belum dinilai`}.
      </li>
    </ul>
  );
}

function scopeOf(decrees: readonly DecreeSummary[], summary: GroupSummary): string {
  if (decrees.length === 0) return "";
  const years = [...new Set(decrees.map((one) => one.year ?? "tanpa tahun"))].join(", ");
  return `Keputusan tahun ${years}; ${formatCount(summary.services)} standar. ${unreadableWords(summary.substance.levels.T)}`;
}
