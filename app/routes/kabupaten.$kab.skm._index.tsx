import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { drawChart } from "#app/server/charts.server.ts";
import { database } from "#app/server/database.server.ts";
import { setOfficialIndex } from "#app/server/survey/official-index.server.ts";
import { getSurvey } from "#app/server/survey/results.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { keepKnown, parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { profileChart, profileGroups, trendChart, unsurChart } from "#app/ui/survey/charts.ts";
import { OFFICIAL_INDEX_SECTION, OfficialIndexForm } from "#app/ui/survey/OfficialIndexForm.tsx";
import { SurveyBody } from "#app/ui/survey/SurveyBody.tsx";
import { surveyScope, surveySentence } from "#app/ui/survey/sentences.ts";
import { surveyBand, unitName } from "#app/ui/survey/words.ts";

/** Survey results of a regency, or of the one bagian that the filter names. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const kab = params.kab ?? "";
  const asked = parseFilters(queryOf(request));
  const query = queryOf(request);
  const words = (query.get("cari") ?? "").slice(0, 100);
  const [bagian] = asked.filters.bagian;
  const view = await getSurvey(database(), context.scope, {
    kab,
    ...(bagian ? { bagian } : {}),
    period: asked.filters.periode || null,
    words,
    page: asked.filters.hal,
    own: context.own,
  });
  const { filters, ignored } = keepKnown(asked, {});
  const mayWrite = context.writes.includes(view.regency.r);
  const place = view.unit ? unitName(view.unit) : `Di ${view.regency.shortName}`;
  const h1 = surveySentence(place, view);
  const unsur = view.index ? unsurChart(view.index, view.bands, h1) : null;
  const trend = trendChart(view, view.bands);
  return {
    title: `Hasil SKM ${view.regency.name}`,
    h1,
    view,
    mayWrite,
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

/** Settles the official figure of the regency. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const { filters } = parseFilters(queryOf(request));
  await setOfficialIndex(database(), context.scope, kab, Object.fromEntries(await request.formData()));
  return redirect(link(paths.skm(kab), filters, { hash: OFFICIAL_INDEX_SECTION }), 303);
}

export default function Survey() {
  const { h1, view, mayWrite, filters, ignored, unsur, trend, profile } = useLoaderData<typeof loader>();
  const { regency, unit } = view;
  return (
    <Page
      eyebrow={`Hasil SKM · ${unit ? `${unitName(unit)}, ` : ""}${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      band={surveyBand(regency)}
      crumbs={[
        ...regencyCrumbs(regency),
        ...(unit
          ? [{ name: "Hasil SKM", path: paths.skm(regency.slug) }, { name: unitName(unit) }]
          : [{ name: "Hasil SKM" }]),
      ]}
      scope={surveyScope(view)}
    >
      <SurveyBody
        view={view}
        filters={filters}
        unsur={unsur}
        trend={trend}
        profile={profile}
        path={paths.skm(regency.slug)}
      />
      {!unit && mayWrite && (
        <OfficialIndexForm official={view.official} action={link(paths.skm(regency.slug), filters)} />
      )}
    </Page>
  );
}
