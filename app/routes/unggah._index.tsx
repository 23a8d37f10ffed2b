import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { formatMegabytes } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { listWaitingUploads } from "#app/server/preview.server.ts";
import { receiveFile } from "#app/server/receive-file.server.ts";
import { MAX_UPLOAD_BYTES, stageUpload } from "#app/server/upload.server.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

const FIELD = "berkas";

type Answer = { errors: FieldError[] } | { known: { message: string; regencySlug: string } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const waiting = await listWaitingUploads(database(), context.scope);
  return { title: "Unggah naskah", waiting, limit: MAX_UPLOAD_BYTES, ...parseFilters(queryOf(request)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  try {
    const staged = await receiveFile(request, FIELD, (file) => stageUpload(database(), context.scope, file));
    if (staged.kind === "job") return redirect(paths.pekerjaan(staged.jobId), 303);
    return data<Answer>({ known: { message: staged.message, regencySlug: staged.regencySlug } });
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    return data<Answer>({ errors: [{ field: FIELD, message: error.message }] }, { status: error.status });
  }
}

export default function Upload() {
  const { waiting, limit, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer && "errors" in answer ? answer.errors : [];
  const known = answer && "known" in answer ? answer.known : null;
  const [wrong] = errors;
  return (
    <Page
      h1="Unggah naskah keputusan standar pelayanan"
      section={paths.unggah()}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Unggah naskah" }]}
      scope="Langkah 1 dari 3: pilih berkas"
    >
      <ErrorSummary errors={errors} />
      {known && (
        <div className="done" role="status">
          <p>{known.message}</p>
          <p>
            <a href={link(paths.kabupaten(known.regencySlug), filters)}>Lihat hasil bacanya</a>
          </p>
        </div>
      )}
      <form method="post" encType="multipart/form-data" action={paths.unggah()} className="wizard-form">
        <div className="field">
          <label htmlFor={FIELD}>Berkas naskah</label>
          <p className="hint" id="petunjuk-berkas">
            Jenis .txt, .md, atau .html; paling besar {formatMegabytes(limit)}. Satu berkas boleh memuat
            beberapa keputusan.
          </p>
          {wrong && (
            <p className="wrong" id="salah-berkas">
              {wrong.message}
            </p>
          )}
          <input
            id={FIELD}
            name={FIELD}
            type="file"
            accept=".txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown"
            aria-describedby={wrong ? "petunjuk-berkas salah-berkas" : "petunjuk-berkas"}
            aria-invalid={wrong ? true : undefined}
          />
        </div>
        <div>
          <button type="submit">Unggah naskah</button>
        </div>
      </form>
      <h2>Yang terjadi setelah ini</h2>
      <ol>
        <li>Berkas dibaca; kemajuannya dapat ditinggalkan dan dilihat lagi.</li>
        <li>Pratinjau menunjukkan layanan, komponen, temuan, dan baris yang belum ada pemiliknya.</li>
        <li>Naskah baru dihitung setelah Anda menyimpannya. Sebelum itu tidak ada angka yang berubah.</li>
      </ol>
      {waiting.length > 0 && (
        <>
          <h2>Unggahan yang menunggu</h2>
          <ul>
            {waiting.map((one) => (
              <li key={one.id}>
                <a
                  href={link(
                    one.step === "antre" && one.jobId ? paths.pekerjaan(one.jobId) : paths.pratinjau(one.id),
                    filters,
                  )}
                >
                  {one.name}
                </a>
                , diunggah {formatInstant(one.at, "WIB")}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
