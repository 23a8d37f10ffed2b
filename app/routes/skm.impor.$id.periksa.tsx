import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatCount, formatLines } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { confirmSurvey, discardSurveyDraft, mendDraftRow } from "#app/server/survey/import.server.ts";
import { type CheckStep, getCheckStep } from "#app/server/survey/import-steps/check.server.ts";
import { getDraftHead } from "#app/server/survey/import-steps/head.server.ts";
import { rejectedRow } from "#app/server/survey/rejected.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { sent, typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Pager } from "#app/ui/Pager.tsx";
import { queryOf } from "#app/ui/request.ts";
import {
  CheckFigures,
  MendForm,
  OverlapQuestion,
  RowsSum,
  SourceField,
} from "#app/ui/survey/import/CheckParts.tsx";
import { readCheck, readMend } from "#app/ui/survey/import/check-form.ts";
import { ImportPage } from "#app/ui/survey/import/ImportPage.tsx";
import { groupsTable } from "#app/ui/survey/import/tables.ts";
import { wayOut } from "#app/ui/survey/import/way.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const id = params.id ?? "";
  const out = wayOut(await getDraftHead(database(), context.scope, id));
  if (out) throw redirect(link(out, filters), 303);
  const step = await getCheckStep(database(), context.scope, id, filters.hal);
  if ("missing" in step) throw redirect(link(paths.langkahImpor(id, step.missing), filters), 303);
  return { title: `Periksa ${step.draft.fileName}`, step, filters, ignored };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const { scope } = context;
  const form = await request.formData();
  const what = form.get("tindakan");
  if (what === "buang") {
    await discardSurveyDraft(database(), scope, id);
    return redirect(paths.langkahImpor(id, "selesai"), 303);
  }
  const step = await getCheckStep(database(), scope, id, 1);
  if ("missing" in step) return redirect(paths.langkahImpor(id, step.missing), 303);
  if (what === "perbaiki") {
    const row = Number(sent(form, "baris"));
    const { cells, reason, errors } = readMend(form, await rejectedRow(database(), scope, id, row), row);
    if (errors.length > 0) return data({ errors, typed: typedIn(form) }, { status: 400 });
    const { jobId } = await mendDraftRow(database(), scope, id, { sheet: step.sheet, row, cells, reason });
    return redirect(paths.pekerjaan(jobId), 303);
  }
  const { replaces, source, errors } = readCheck(form, step);
  if (errors.length > 0) return data({ errors, typed: typedIn(form) }, { status: 400 });
  const { jobId } = await confirmSurvey(database(), scope, id, { replaces, source });
  return redirect(paths.pekerjaan(jobId), 303);
}

/** Rows of the long form are answers, and of a table figures: only one row a respondent can be told as what is stored. */
const headline = ({ json, storable }: CheckStep): string =>
  json.shape === "respondents"
    ? `Dari ${formatCount(json.rows.read)} baris, ${formatCount(storable)} dapat disimpan`
    : json.shape === "long"
      ? `Dari ${formatCount(json.rows.read)} baris jawaban, ${formatCount(storable)} responden dapat disimpan`
      : `Dari ${formatCount(json.rows.read)} baris, ${formatCount(json.rows.accepted)} dapat disimpan`;

export default function Check() {
  const { step, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const props = { step, errors, typed: answer?.typed ?? {} };
  const mending = { errors, typed: answer?.typed ?? {} };
  const { draft, json } = step;
  const path = paths.langkahImpor(draft.id, "periksa");
  const here = link(path, filters, { change: { hal: filters.hal } });
  const canStore = json.shape === "aggregate" ? json.rows.accepted > 0 : step.storable > 0;
  const first = (filters.hal - 1) * step.pageSize;
  return (
    <ImportPage
      draft={draft}
      h1={headline(step)}
      step={4}
      name="Periksa"
      filters={filters}
      ignored={ignored}
      errors={errors}
    >
      <RowsSum rows={json.rows} />
      <CheckFigures step={step} />
      <DataTable table={groupsTable(step)} />
      {step.rejectedAll > 0 && (
        <section>
          <h2>Baris yang ditolak</h2>
          <p>
            Baris ini tidak dihitung. Perbaiki di sini, atau simpan saja yang diterima; baris ini dapat
            diperbaiki dan dikirim kemudian.
          </p>
          <p>
            <Downloads path={path} filters={filters} rows={step.rejectedAll} />
          </p>
          {step.rejected.map((row) => (
            <MendForm key={row.row} row={row} action={here} {...mending} />
          ))}
          {step.rejectedAll > step.rejected.length && (
            <Pager
              path={path}
              filters={filters}
              page={filters.hal}
              pages={Math.ceil(step.rejectedAll / step.pageSize)}
              shown={`Baris ditolak ${formatLines([first + 1, first + step.rejected.length])} dari ${formatCount(step.rejectedAll)}`}
              label="Halaman baris ditolak"
            />
          )}
        </section>
      )}
      <form method="post" action={path}>
        <OverlapQuestion {...props} />
        <h2>Simpan</h2>
        {canStore ? (
          <SourceField {...props} />
        ) : (
          <p>
            Tidak ada baris baru yang dapat disimpan.{" "}
            {step.known > 0
              ? "Semuanya sudah pernah masuk lewat impor lain; lihat Riwayat impor."
              : "Perbaiki baris yang ditolak, atau buang impor ini."}
          </p>
        )}
        <div className="buttons">
          {canStore && (
            <button type="submit" name="tindakan" value="simpan">
              Simpan hasil survei ini
            </button>
          )}
          <a className="button second" href={link(paths.langkahImpor(draft.id, "layanan"), filters)}>
            Kembali ke layanan
          </a>
        </div>
      </form>
    </ImportPage>
  );
}
