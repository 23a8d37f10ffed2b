import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { getSurvey } from "#app/server/survey/results.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { profileChart, profileGroups, trendChart, unsurChart } from "#app/ui/survey/charts.ts";
import { SurveyBody } from "#app/ui/survey/SurveyBody.tsx";
import { surveyScope, surveySentence } from "#app/ui/survey/sentences.ts";
import { surveyBand } from "#app/ui/survey/words.ts";

/** Survey results of one service. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const match = /^(\d{1,6})(?:-(.*))?$/.exec(params.layanan ?? "");
  if (!match) throw notFound();
  const query = queryOf(request);
  const { filters, ignored } = parseFilters(query);
  const view = await getSurvey(database(), context.scope, {
    kab: params.kab ?? "",
    serviceNo: Number(match[1]),
    period: filters.periode || null,
    words: (query.get("cari") ?? "").slice(0, 100),
    page: filters.hal,
    own: context.own,
  });
  if (view.unit?.kind !== "layanan") throw notFound();
  const { service } = view.unit;
  if (match[2] !== service.slug)
    throw redirect(link(paths.skmLayanan(view.regency.slug, service), filters), 301);
  const h1 = surveySentence("Pada layanan ini", view);
  const unsur = view.index ? unsurChart(view.index, view.bands, h1) : null;
  const trend = trendChart(view, view.bands);
  return {
    title: `Hasil SKM ${service.name}`,
    h1,
    view,
    service,
    filters,
    ignored,
    unsur: unsur && drawChart(unsur, view.regency),
    trend: trend && drawChart(trend, view.regency),
    profile: profileGroups(view.profile).flatMap((rows) => {
      const chart = profileChart(rows);
      return chart ? [drawChart(chart, view.regency)] : [];
    }),
  };
}

export default function ServiceSurvey() {
  const { h1, view, service, filters, ignored, unsur, trend, profile } = useLoaderData<typeof loader>();
  const { regency } = view;
  const path = paths.skmLayanan(regency.slug, service);
  return (
    <Page
      eyebrow={service.name}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      band={surveyBand(regency)}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Hasil SKM", path: paths.skm(regency.slug) },
        { name: service.name },
      ]}
      scope={
        <>
          {surveyScope(view)}{" "}
          <a href={link(paths.layanan(regency.slug, service), filters)}>Standar pelayanan layanan ini</a>.
        </>
      }
    >
      <SurveyBody view={view} filters={filters} unsur={unsur} trend={trend} profile={profile} path={path} />
    </Page>
  );
}
