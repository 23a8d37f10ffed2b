import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatShortDate } from "#app/format/dates.ts";
import { periodNames } from "#app/format/periods.ts";
import { database } from "#app/server/database.server.ts";
import { CauseFields, getPlanForm, planAction } from "#app/server/followup/plan.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { AreaField, SelectField, TextField } from "#app/ui/Fields.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { bare } from "#app/ui/followup/links.ts";
import { originLink, originWords, WHOLE_SETDA, WHOLE_SETDA_NAME } from "#app/ui/followup/words.ts";
import { typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { sampleBand } from "#app/ui/status-band.ts";

/** The cause as the address of the form names it: `bagian` there is the one that the cause is about. */
const causeIn = (query: URLSearchParams) => {
  const given = Object.fromEntries(query);
  return CauseFields.parse({ ...given, bagian: given.bagian_asal ?? "" });
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const cause = causeIn(query);
  const form = await getPlanForm(database(), context.scope, params.kab ?? "", cause);
  return {
    title: `Rencana tindak lanjut baru, ${form.regency.name}`,
    form,
    cause,
    filters: bare(parseFilters(query).filters),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const typed = typedIn(await request.formData());
  const answer = await planAction(database(), context.scope, kab, typed);
  if ("done" in answer) return redirect(paths.rencana(kab, answer.done.no), 303);
  return data({ errors: answer.problems, typed }, { status: 400 });
}

export default function NewPlan() {
  const { form, cause: asked, filters } = useLoaderData<typeof loader>();
  const { errors = [], typed = {} } = useActionData<typeof action>() ?? {};
  const { regency, cause, bagian, quarters, today } = form;
  const kab = regency.slug;
  const source = originLink(kab, cause, filters);
  const field = { errors, typed };
  return (
    <Page
      eyebrow={`Tindak lanjut · ${regency.name}`}
      h1="Buat rencana tindak lanjut"
      filters={filters}
      zone={regency.zone}
      band={sampleBand(regency)}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Tindak lanjut", path: paths.tindakLanjut(kab) },
        { name: "Rencana baru" },
      ]}
      scope={
        cause.origin.kind === "bebas" && !cause.service
          ? "Rencana ini tidak berasal dari temuan atau hasil survei tertentu."
          : `Asal: ${originWords(cause.origin, cause.service)}.`
      }
    >
      <ErrorSummary errors={errors} />
      {source && (
        <p>
          <a href={source}>Lihat asalnya</a>.
        </p>
      )}
      <form method="post" action={paths.rencanaBaru(kab)} className="wizard-form">
        <input type="hidden" name="isian" value={typed.isian ?? form.id} />
        {Object.entries(asked).map(([name, value]) => (
          <input key={name} type="hidden" name={name === "bagian" ? "bagian_asal" : name} value={value} />
        ))}
        <AreaField
          id="uraian"
          label="Apa yang akan dilakukan"
          hint="Satu tindakan dengan hasil yang dapat dilihat, misalnya menetapkan satu waktu penyelesaian."
          most={500}
          required
          {...field}
        />
        <SelectField
          id="penanggung"
          label="Penanggung jawab"
          empty="Pilih bagian"
          value={cause.bagian ?? ""}
          options={[
            ...bagian.map(({ slug, name }) => [slug, name] as const),
            [WHOLE_SETDA, WHOLE_SETDA_NAME] as const,
          ]}
          {...field}
        />
        <TextField
          id="jabatan"
          label="Jabatan penanggung jawab"
          hint="Misalnya Kepala Bagian Umum. Nama orang tidak perlu ditulis."
          most={160}
          required
          {...field}
        />
        <SelectField
          id="triwulan"
          label="Tenggat menurut triwulan"
          hint="Tenggatnya hari terakhir triwulan itu."
          empty="Isi tanggalnya di bawah"
          options={quarters.map((one) => [one, periodNames(one).long] as const)}
          {...field}
        />
        <TextField
          id="tenggat"
          label="Tenggat menurut tanggal"
          hint="Bila diisi, tanggal ini yang dipakai."
          type="date"
          {...field}
        />
        <TextField
          id="direncanakan"
          label="Tanggal rencana disepakati"
          hint={`Kosongkan bila hari ini, ${formatShortDate(today)}.`}
          type="date"
          {...field}
        />
        <AreaField id="catatan" label="Catatan" most={1000} {...field} />
        <div className="buttons">
          <button type="submit">Simpan rencana ini</button>
          <a className="button second" href={link(paths.tindakLanjut(kab), filters)}>
            Jangan simpan
          </a>
        </div>
      </form>
    </Page>
  );
}
