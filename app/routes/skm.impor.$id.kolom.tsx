import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countWord, joinList } from "#app/format/words.ts";
import { database } from "#app/server/database.server.ts";
import { setDraftLayout, setDraftOptions } from "#app/server/survey/import.server.ts";
import { getColumnsStep } from "#app/server/survey/import-steps/columns.server.ts";
import { getDraftHead } from "#app/server/survey/import-steps/head.server.ts";
import { EDITIONS } from "#app/survey/editions.ts";
import type { FieldError } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { queryOf } from "#app/ui/request.ts";
import {
  ColumnsTable,
  LayoutFields,
  OrderQuestion,
  PeriodFields,
  ScaleFields,
} from "#app/ui/survey/import/ColumnsForm.tsx";
import { COLUMN_FIELDS, readColumns, readLayout } from "#app/ui/survey/import/columns-form.ts";
import { ImportPage } from "#app/ui/survey/import/ImportPage.tsx";
import { wayOut } from "#app/ui/survey/import/way.ts";
import { SHAPE_NAMES } from "#app/ui/survey/import/words.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const id = params.id ?? "";
  const out = wayOut(await getDraftHead(database(), context.scope, id));
  if (out) throw redirect(link(out, filters), 303);
  const step = await getColumnsStep(database(), context.scope, id);
  const title = `${step.refusal ? "Kesalahan: " : ""}Cocokkan kolom ${step.draft.fileName}`;
  return { title, step, filters, ignored };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const { scope } = context;
  const form = await request.formData();
  const step = await getColumnsStep(database(), scope, id);
  if (form.get("tindakan") === "ulang") {
    await setDraftLayout(database(), scope, id, readLayout(form, step));
    return redirect(paths.langkahImpor(id, "kolom"), 303);
  }
  const { options, errors } = readColumns(form, step);
  if (errors.length > 0) return data({ errors, typed: typedIn(form) }, { status: 400 });
  const { jobId } = await setDraftOptions(database(), scope, id, options);
  return redirect(paths.pekerjaan(jobId), 303);
}

export default function Columns() {
  const { step, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? {};
  const field = step.scale?.answers ? COLUMN_FIELDS.scale(0) : COLUMN_FIELDS.edition;
  const errors: FieldError[] = answer?.errors ?? (step.refusal ? [{ field, message: step.refusal }] : []);
  const beside = answer?.errors ?? [];
  const keys: readonly string[] = EDITIONS.flatMap(({ unsur }) => unsur.map(({ key }) => key));
  const unsur = step.columns.filter(({ holds }) => holds !== null && keys.includes(holds)).length;
  const props = { step, errors: beside, typed };
  return (
    <ImportPage
      draft={step.draft}
      h1={
        step.shape === "long"
          ? "Apakah kolomnya terbaca dengan benar?"
          : unsur === 0
            ? "Kolom mana yang memuat jawaban unsur SKM?"
            : `Terbaca ${countWord(unsur)} kolom unsur. Apakah sudah benar?`
      }
      step={2}
      name="Cocokkan kolom"
      filters={filters}
      ignored={ignored}
      errors={errors}
    >
      {step.remembered && (
        <p className="notice">
          Kolomnya sama dengan sumber “{step.remembered}”, jadi pilihan Anda yang terakhir untuk sumber itu
          dipakai lagi.
        </p>
      )}
      <p>
        Bentuk berkas: {SHAPE_NAMES[step.shape]}
        {step.sheet ? `; lembar yang dibaca ${step.sheet}` : ""}.
      </p>
      {step.otherSheets.length > 0 && (
        <p className="notice">
          Buku kerja ini juga memuat hasil survei pada lembar {joinList(step.otherSheets)}. Satu impor membaca
          satu lembar; yang lain menunggu setelah lembar ini disimpan. Lembar yang dibaca dapat diganti di
          bawah.
        </p>
      )}
      {step.dropped.length > 0 && (
        <p>
          Isi {step.dropped.length === 1 ? "kolom" : `${countWord(step.dropped.length)} kolom`}{" "}
          {joinList(step.dropped.map((header) => `“${header}”`))} tidak disimpan karena memuat data pribadi.
        </p>
      )}
      <form method="post" action={paths.langkahImpor(step.draft.id, "kolom")}>
        <ScaleFields {...props} />
        <OrderQuestion {...props} />
        <ColumnsTable {...props} />
        <PeriodFields {...props} />
        <div className="buttons">
          <button type="submit" name="tindakan" value="lanjut">
            Lanjut: cocokkan layanan
          </button>
        </div>
        <LayoutFields {...props} />
      </form>
    </ImportPage>
  );
}
