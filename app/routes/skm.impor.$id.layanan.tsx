import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { database } from "#app/server/database.server.ts";
import { setDraftPlaces, setDraftRegencies } from "#app/server/survey/import.server.ts";
import { getDraftHead } from "#app/server/survey/import-steps/head.server.ts";
import { getPlacesStep, unitReader } from "#app/server/survey/import-steps/places.server.ts";
import { parseFilters } from "#app/ui/filters.ts";
import { typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { queryOf } from "#app/ui/request.ts";
import { ImportPage } from "#app/ui/survey/import/ImportPage.tsx";
import { PeriodField, PlaceTables, RegencyQuestion } from "#app/ui/survey/import/PlacesForm.tsx";
import { readPlaces, readRegencies } from "#app/ui/survey/import/places-form.ts";
import { wayOut } from "#app/ui/survey/import/way.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const id = params.id ?? "";
  const out = wayOut(await getDraftHead(database(), context.scope, id));
  if (out) throw redirect(link(out, filters), 303);
  const step = await getPlacesStep(database(), context.scope, id);
  if (!step) throw redirect(link(paths.langkahImpor(id, "kolom"), filters), 303);
  return { title: `Cocokkan layanan ${step.draft.fileName}`, step, filters, ignored };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const { scope } = context;
  const form = await request.formData();
  const step = await getPlacesStep(database(), scope, id);
  if (!step) return redirect(paths.langkahImpor(id, "kolom"), 303);
  const regencies = readRegencies(form, step);
  if (form.get("tindakan") === "daerah" || regencies.changed) {
    await setDraftRegencies(database(), scope, id, regencies.counted);
    return redirect(paths.langkahImpor(id, "layanan"), 303);
  }
  const { places, period, errors } = readPlaces(form, step, await unitReader(database(), scope, id));
  if (errors.length > 0) return data({ errors, typed: typedIn(form) }, { status: 400 });
  const { jobId } = await setDraftPlaces(database(), scope, id, { places, period });
  return redirect(jobId ? paths.pekerjaan(jobId) : paths.langkahImpor(id, "periksa"), 303);
}

export default function PlacesStepPage() {
  const { step, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const props = { step, errors, typed: answer?.typed ?? {} };
  const { draft } = step;
  return (
    <ImportPage
      draft={draft}
      h1="Pada layanan dan bagian mana hasil survei ini dihitung?"
      step={3}
      name="Cocokkan layanan dan periode"
      filters={filters}
      ignored={ignored}
      errors={errors}
    >
      <p>
        Hasil survei dihitung pada tempat terendah yang disebut berkas dan tidak disebarkan ke bawahnya.
        Pilihan Anda diingat untuk impor berikutnya.
      </p>
      <form method="post" action={paths.langkahImpor(draft.id, "layanan")}>
        <RegencyQuestion {...props} />
        <PeriodField {...props} />
        <PlaceTables {...props} />
        <div className="buttons">
          <button type="submit" name="tindakan" value="lanjut">
            Lanjut: periksa hasilnya
          </button>
          <a className="button second" href={link(paths.langkahImpor(draft.id, "kolom"), filters)}>
            Kembali ke kolom
          </a>
        </div>
      </form>
    </ImportPage>
  );
}
