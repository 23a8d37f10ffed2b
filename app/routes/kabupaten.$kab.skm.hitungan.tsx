import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatInstantDate } from "#app/format/dates.ts";
import { formatDecimal } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { database } from "#app/server/database.server.ts";
import { type CalculationView, getCalculation } from "#app/server/survey/calculation.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { IndexSteps, MeanSteps, UnsurSteps } from "#app/ui/survey/Calculation.tsx";
import { gradedWords, surveyBand, unitName } from "#app/ui/survey/words.ts";

/** How a figure of the survey was made. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const { filters, ignored } = parseFilters(query);
  const layanan = /^\d{1,6}$/.exec(query.get("layanan") ?? "")?.[0];
  const [bagian] = filters.bagian;
  const view = await getCalculation(database(), context.scope, {
    kab: params.kab ?? "",
    period: filters.periode || null,
    unsur: query.get("unsur"),
    ...(layanan ? { serviceNo: Number(layanan) } : bagian ? { bagian } : {}),
  });
  return { title: `Hitungan SKM ${view.regency.name}`, view, filters, ignored };
}

function headline({ unit, regency, period, index, unsur }: CalculationView): string {
  const place = unit ? unitName(unit) : regency.name;
  if (!index || !period) return `${place}: tidak ada jawaban yang dapat dihitung`;
  const name = periodNames(period).name;
  const opened = index.unsur.find(({ key }) => key === unsur);
  return opened
    ? `${place}: ${opened.name.toLowerCase()} ${gradedWords(opened.nilai, opened.mutu)} pada ${name}`
    : `${place}: IKM ${gradedWords(index.ikm, index.mutu)} pada ${name}`;
}

export default function Calculation() {
  const { view, filters, ignored } = useLoaderData<typeof loader>();
  const { regency, unit, index, unsur, files } = view;
  const opened = index?.unsur.filter(({ key }) => unsur === null || key === unsur) ?? [];
  const back =
    unit?.kind === "layanan" ? paths.skmLayanan(regency.slug, unit.service) : paths.skm(regency.slug);
  return (
    <Page
      eyebrow={`Hitungan · ${regency.name}`}
      h1={headline(view)}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      band={surveyBand(regency)}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Hasil SKM", path: paths.skm(regency.slug) },
        { name: "Hitungan" },
      ]}
      scope="Dari jawaban sampai mutu, langkah demi langkah menurut peraturan."
    >
      {opened.map((one) => (
        <section key={one.key} aria-labelledby={`langkah-${one.key}`}>
          <h2 id={`langkah-${one.key}`}>{one.name}</h2>
          <UnsurSteps unsur={one} />
        </section>
      ))}
      {index && (
        <>
          <h2>Indeks kepuasan masyarakat</h2>
          <IndexSteps view={view} />
          {view.mean && (
            <>
              <h2 id="rata-rata-unit">Rata-rata unit</h2>
              <MeanSteps mean={view.mean} />
            </>
          )}
        </>
      )}
      <h2>Berkas asal</h2>
      {files.length === 0 ? (
        <p>Tidak ada impor pada periode ini.</p>
      ) : (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <a href={link(`${paths.imporSkm()}/riwayat`, filters, { hash: file.id })}>{file.name}</a>
              {file.publishedAt && `, disimpan ${formatInstantDate(file.publishedAt, regency.zone)}`}
              {file.printed &&
                `; berkasnya mencetak IKM ${formatDecimal(file.printed.ikm, 2)}, ${
                  file.printed.agrees
                    ? "sama dengan hitungan kami"
                    : file.printed.explained_by
                      ? `berbeda karena ${EXPLAINED[file.printed.explained_by] ?? "pembulatan"}`
                      : "berbeda tanpa sebab yang ditemukan"
                }`}
              .
            </li>
          ))}
        </ul>
      )}
      <Onward
        links={[
          ["Hasil SKM", link(back, filters)],
          [`Standar pelayanan ${regency.shortName}`, link(paths.kabupaten(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}

const EXPLAINED: Readonly<Record<string, string>> = {
  "0.11": "memakai bobot 0,11",
  "0.111": "memakai bobot 0,111",
  "0.071": "memakai bobot 0,071",
  rounded_parts: "nilai antara dibulatkan lebih dahulu",
  foot_rows: "baris jumlah ikut dihitung sebagai responden",
};
