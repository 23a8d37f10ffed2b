import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatCount, formatMegabytes } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { getUpload } from "#app/server/preview.server.ts";
import { confirmUpload, discardUpload } from "#app/server/upload.server.ts";
import type { UploadView } from "#app/server/views.ts";
import { readConfirmation } from "#app/ui/confirmation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { PreviewDecreeSection, PreviewFindings } from "#app/ui/PreviewDecree.tsx";
import { queryOf, wantsFile } from "#app/ui/request.ts";
import { previewSentence } from "#app/ui/sentences.ts";
import { previewDecreesTable, previewServicesTable } from "#app/ui/tables/preview.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const upload = await getUpload(database(), context.scope, params.id ?? "");
  const { filters, ignored } = parseFilters(queryOf(request));
  if (upload.step === "antre" && upload.jobId)
    throw redirect(link(paths.pekerjaan(upload.jobId), filters), 303);
  if (upload.step !== "pratinjau" && !wantsFile(request))
    throw redirect(link(paths.tersimpan(upload.id), filters), 303);
  return { title: `Pratinjau ${upload.name}`, upload, filters, ignored };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const { scope } = context;
  const form = await request.formData();
  if (form.get("tindakan") === "buang") {
    await discardUpload(database(), scope, id);
    return redirect(paths.tersimpan(id), 303);
  }
  const upload = await getUpload(database(), scope, id);
  const read = readConfirmation(form, upload);
  if (!read.confirmation) return data({ errors: read.errors, typed: read.typed }, { status: 400 });
  const { jobId } = await confirmUpload(database(), scope, id, read.confirmation);
  return redirect(paths.pekerjaan(jobId), 303);
}

export default function Preview() {
  const { upload, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const path = paths.pratinjau(upload.id);
  const services = upload.decrees.flatMap((decree) => decree.services);
  const total = (of: (decree: UploadView["decrees"][number]) => number): number =>
    upload.decrees.reduce((sum, decree) => sum + of(decree), 0);
  const allStored = upload.decrees.every((decree) => decree.status.kind === "sama");
  return (
    <Page
      eyebrow={`Pratinjau ${upload.name}`}
      h1={previewSentence(
        services.length,
        upload.decrees.length,
        total((decree) => decree.coverage.annexLines),
        total((decree) => decree.coverage.unassignedLines),
      )}
      filters={filters}
      ignored={ignored}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Unggah naskah", path: paths.unggah() },
        { name: "Pratinjau" },
      ]}
      scope={`Langkah 2 dari 3: periksa hasil baca. Berkas ${formatMegabytes(upload.size)}, ${formatCount(upload.lines ?? 0)} baris. Belum ada yang dihitung.`}
    >
      <ErrorSummary errors={errors} />
      {allStored && (
        <div className="done" role="status">
          <p>
            Semua keputusan dalam berkas ini sudah tersimpan dengan teks yang sama. Tidak ada yang akan
            diubah.
          </p>
        </div>
      )}
      {upload.fileFindings.map((finding) => (
        <p key={finding.message} className="notice">
          {finding.message}
        </p>
      ))}
      <form method="post" action={path}>
        <DataTable table={previewDecreesTable(upload)} />
        <PreviewFindings decrees={upload.decrees} />
        {upload.decrees.map((decree) => (
          <PreviewDecreeSection
            key={decree.index}
            decree={decree}
            several={upload.decrees.length > 1}
            errors={errors}
            typed={answer?.typed ?? {}}
          />
        ))}
        <div className="buttons">
          <button type="submit" name="tindakan" value="simpan">
            Simpan naskah ini
          </button>
          <button type="submit" name="tindakan" value="buang" className="second">
            Jangan simpan
          </button>
        </div>
      </form>
      <h2>Layanan yang terbaca</h2>
      <DataTable table={previewServicesTable(upload)} files={{ path, filters }} hideCaption />
    </Page>
  );
}
