import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { QuadrantSpec } from "#app/charts/spec.ts";
import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { DEED_NAMES, type Deed } from "#app/promise/judge.ts";
import { PAIRS } from "#app/promise/pairs.ts";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { getPromise, type PromiseView } from "#app/server/survey/promise.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { type Filters, parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { PeriodForm } from "#app/ui/survey/PeriodForm.tsx";
import { BagianMatrix, ServiceMatrix, sortServices } from "#app/ui/survey/PromiseMatrix.tsx";
import { prioritiesTable, quadrantTable } from "#app/ui/survey/promise-tables.ts";
import { promiseBand, promiseMethod, promiseSentence } from "#app/ui/survey/promise-words.ts";
import { unitName } from "#app/ui/survey/words.ts";
import { bagianName } from "#app/ui/words-of.ts";

/** Points drawn with a label at most. */
const MOST_POINTS = 40;
/** Between few and many problems a service: batas kerja, half of the services of the five decrees stand on each side. */
const MANY_PROBLEMS = 2;

/** Janji dan pengalaman: what standards promise beside what people experienced. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const [bagian] = filters.bagian;
  const view = await getPromise(database(), context.scope, {
    kab: params.kab ?? "",
    ...(bagian ? { bagian } : {}),
    period: filters.periode || null,
  });
  const place = view.unit ? unitName(view.unit) : `Di ${view.regency.shortName}`;
  const h1 = promiseSentence(view, place);
  const quadrant = quadrantSpec(view);
  return {
    title: `Janji dan pengalaman ${view.regency.name}`,
    h1,
    view,
    filters,
    ignored,
    quadrant: quadrant && drawChart(quadrant, view.regency),
    all: queryOf(request).has("semua"),
  };
}

/** Bagian by problems a service and index; null below two points, where a sentence says it better. */
function quadrantSpec({ bagian, bound, unit }: PromiseView): QuadrantSpec | null {
  const points = bagian.flatMap(({ bagian: ref, problemsAService, index, experienced, n }) =>
    index && index.ikm !== null && n >= 5
      ? [
          {
            label: bagianName(ref).replace(/^Bagian /, ""),
            problems: problemsAService,
            index: index.ikm,
            interval: index.interval,
            certain: experienced === "baik" || experienced === "rendah",
          },
        ]
      : [],
  );
  if (unit || points.length < 2 || points.length > MOST_POINTS) return null;
  const low = points.filter(({ index }) => index < bound).length;
  return {
    kind: "quadrant",
    id: "kuadran",
    title:
      low === 0
        ? `Semua ${formatCount(points.length)} bagian yang disurvei bernilai ${formatDecimal(bound, 2)} atau lebih`
        : `Bagian yang IKM-nya di bawah ${formatDecimal(bound, 2)}: ${formatCount(low)} dari ${formatCount(points.length)}`,
    desc: "Tiap titik satu bagian. Mendatar: komponen bermasalah per layanan. Tegak: IKM dengan selang 95 persen. Titik penuh: pasti; titik kosong: belum pasti.",
    points,
    indexBound: { at: bound, label: `Garis mendatar: ${formatDecimal(bound, 2)}, batas mutu B.` },
    problemBound: {
      at: MANY_PROBLEMS,
      label: "Garis tegak: dua komponen, batas kerja, bukan dari peraturan.",
    },
    deeds: {
      manyLow: DEED_NAMES.benahi,
      fewLow: DEED_NAMES.tepati,
      manyHigh: DEED_NAMES.tuliskan,
      fewHigh: DEED_NAMES.pertahankan,
    },
  };
}

export default function PromisePage() {
  const { h1, view, filters, ignored, quadrant, all } = useLoaderData<typeof loader>();
  const { regency, unit, period, bound, levels } = view;
  const kab = regency.slug;
  const path = paths.janji(kab);
  const bySurveyed = sortServices(view.services.filter(({ n }) => n > 0));
  const few = view.bagian.filter(({ n }) => n > 0 && n < 5).length;
  return (
    <Page
      eyebrow={`Janji dan pengalaman · ${unit ? `${unitName(unit)}, ` : ""}${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        ...(unit
          ? [{ name: "Janji dan pengalaman", path }, { name: unitName(unit) }]
          : [{ name: "Janji dan pengalaman" }]),
      ]}
      band={promiseBand(view)}
      scope={
        period
          ? `${periodNames(period).long}; ${formatCount(view.unsurveyed)} dari ${formatCount(view.services.length)} layanan tanpa survei sendiri. Skala 0–3 adalah alat kerja, bukan ketentuan Permenpan RB 15/2014.`
          : "Impor berkas survei untuk menyandingkannya dengan standar."
      }
    >
      {!period || levels.length === 0 ? (
        <p>
          <a href={link(paths.imporSkm(), filters)}>Impor berkas survei</a>.
        </p>
      ) : (
        <>
          <PeriodForm path={path} periods={view.periods} period={period} bagian={filters.bagian} />
          {!levels.includes("layanan") && (
            <p className="notice">
              {levels.includes("bagian")
                ? "Survei triwulan ini hanya sampai tingkat bagian."
                : "Survei triwulan ini hanya sampai tingkat sekretariat daerah; tidak disebar ke layanan."}
            </p>
          )}
          <Deeds view={view} />
          <h2>Prioritas perbaikan</h2>
          {view.priorities.length === 0 ? (
            <p>Tidak ada layanan dengan komponen bermasalah atau janji yang pasti dirasakan rendah.</p>
          ) : (
            <Priorities view={view} filters={filters} path={path} all={all} />
          )}
          {!unit && (
            <>
              <h2>Bagian</h2>
              {quadrant && (
                <Figure chart={quadrant} legend={null} stacked>
                  <DataTable table={quadrantTable(kab, view, filters)} hideCaption />
                </Figure>
              )}
              {few > 0 && <p className="note">Bagian dengan n &lt; 5 tidak digambar: {few}.</p>}
              <BagianMatrix
                rows={view.bagian.filter(({ n }) => n > 0)}
                kab={kab}
                bound={bound}
                filters={filters}
              />
            </>
          )}
          {bySurveyed.length > 0 && (
            <>
              <h2>Layanan</h2>
              <ServiceMatrix
                rows={bySurveyed}
                files={view.services.length * PAIRS.length}
                kab={kab}
                bound={bound}
                filters={filters}
              />
            </>
          )}
          <p className="method">{promiseMethod(bound)}</p>
        </>
      )}
      <Onward
        links={[
          ["Hasil SKM", link(paths.skm(kab), filters)],
          ["Tindak lanjut", link(paths.tindakLanjut(kab), filters)],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(kab), filters)],
          ["Temuan", link(paths.temuan(), filters, { change: { kabupaten: [kab] } })],
        ]}
      />
    </Page>
  );
}

/** Priorities shown before the rest is asked for. */
const FIRST = 15;

function Priorities({
  view,
  filters,
  path,
  all,
}: {
  view: PromiseView;
  filters: Filters;
  path: string;
  all: boolean;
}) {
  const table = prioritiesTable(view.regency.slug, view, filters);
  const shown = all ? table.rows : table.rows.slice(0, FIRST);
  const left = table.rows.length - shown.length;
  return (
    <>
      <DataTable table={table} shown={shown} files={{ path, filters }} hideCaption />
      {left > 0 && (
        <p>
          <a href={link(path, filters, { extra: { semua: 1 } })}>
            Tampilkan {formatCount(left)} layanan berikutnya
          </a>
        </p>
      )}
    </>
  );
}

const DEEDS: readonly Deed[] = ["benahi", "tepati", "tuliskan", "pertahankan"];

/** The count of each deed over the pairs of services with a survey of their own. */
function Deeds({ view: { counts } }: { view: PromiseView }) {
  if (counts.pairs === 0) return null;
  return (
    <ul className="statements plain">
      {DEEDS.map((deed) => (
        <li key={deed}>
          {DEED_NAMES[deed]}: <strong>{formatCount(counts.deeds[deed])}</strong> dari{" "}
          {formatCount(counts.pairs)} pasangan.
        </li>
      ))}
      <li>
        Belum pasti: <strong>{formatCount(counts.uncertain + counts.few)}</strong> dari{" "}
        {formatCount(counts.pairs)} pasangan
        {counts.few > 0 && `, ${formatCount(counts.few)} di antaranya karena kurang dari lima jawaban`}.
      </li>
    </ul>
  );
}
