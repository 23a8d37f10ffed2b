import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { capitalise, countWord } from "#app/format/words.ts";
import { database } from "#app/server/database.server.ts";
import { compareRegencies } from "#app/server/leadership/compare.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { comparedTable } from "#app/ui/leadership/compare-table.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { PeriodForm } from "#app/ui/survey/PeriodForm.tsx";

const PROVINCE = /^\d{2}$/;

/** Regencies side by side in a quarter, all or of one province. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const { filters, ignored } = parseFilters(query);
  const asked = query.get("provinsi");
  const province = asked && PROVINCE.test(asked) ? asked : null;
  return {
    title: "Ringkasan daerah",
    view: await compareRegencies(database(), context.scope, { period: filters.periode || null, province }),
    filters,
    ignored: asked && !province ? [...ignored, { key: "provinsi", value: asked }] : ignored,
  };
}

const SAMPLE_WORDS = {
  some: "Sebagian daerah adalah data contoh, bukan daerah yang sebenarnya, dan tidak ikut dihitung pada judul.",
  all: "Data contoh: bukan daerah yang sebenarnya.",
} as const;

export default function Compare() {
  const { view, filters, ignored } = useLoaderData<typeof loader>();
  const { regencies, period, province, without } = view;
  // An invented region is never counted together with real ones.
  const real = regencies.filter(({ regency }) => !regency.sample);
  const counted = real.length > 0 ? real : regencies;
  const surveyed = counted.filter(({ index }) => index !== null).length;
  const place = province ? `Di provinsi berkode ${province}` : "Di semua daerah";
  const samples = regencies.some(({ regency }) => regency.sample);
  return (
    <Page
      section={paths.ringkasanDaerah()}
      eyebrow="Ringkasan daerah"
      h1={
        regencies.length === 0
          ? `${place}, belum ada naskah atau survei yang tersimpan`
          : surveyed === 0
            ? `${place}, belum ada survei pada ${periodNames(period).name}`
            : `${place}, ${countWord(surveyed)} dari ${countWord(counted.length)} daerah mempunyai survei pada ${periodNames(period).name}`
      }
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Ringkasan daerah" }]}
      band={samples ? [SAMPLE_WORDS[real.length > 0 ? "some" : "all"]] : []}
      scope={`${periodNames(period).long}. Urut nama: daerah tidak diperingkat, karena selangnya dapat bertindihan dan putusannya belum semua direviu.${without > 0 ? ` ${capitalise(countWord(without))} daerah belum mempunyai naskah ataupun survei.` : ""}`}
      method="Selang 95% memperhitungkan banyaknya responden: dua daerah yang selangnya bertindihan tidak dapat disebut berbeda. Perubahan disebut naik atau turun hanya bila selang bedanya tidak memuat nol."
    >
      <PeriodForm
        path={paths.ringkasanDaerah()}
        periods={view.periods}
        period={period}
        bagian={[]}
        {...(province ? { extra: { provinsi: province } } : {})}
      />
      {regencies.length > 0 && (
        <DataTable
          table={comparedTable(view, filters)}
          files={{
            path: paths.ringkasanDaerah(),
            filters,
            extra: { provinsi: province ?? undefined },
          }}
          hideCaption
        />
      )}
      {regencies.length > 1 && <p className="note">{formatCount(regencies.length)} daerah.</p>}
      <Onward links={[["Dasbor", link(paths.dasbor(), filters)]]} />
    </Page>
  );
}
