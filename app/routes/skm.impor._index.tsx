import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatInstant, formatInstantDate } from "#app/format/dates.ts";
import { formatMegabytes } from "#app/format/numbers.ts";
import { database } from "#app/server/database.server.ts";
import { AppError, isAppError } from "#app/server/errors.ts";
import { receiveFile } from "#app/server/receive-file.server.ts";
import type { StagedSurvey } from "#app/server/survey/import.server.ts";
import { getImportStart } from "#app/server/survey/import-steps/head.server.ts";
import { MAX_SURVEY_BYTES } from "#app/server/survey/spool.server.ts";
import { stageElsewhere } from "#app/server/survey/strip-elsewhere.server.ts";
import { MAX_UPLOAD_BYTES } from "#app/server/upload.server.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { Field } from "#app/ui/Fields.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { stepWords } from "#app/ui/survey/import/words.ts";

const REGENCY = "kabupaten";
const FIELD = "berkas";

type Answer =
  | { errors: FieldError[]; regency: string }
  | {
      known: Pick<Extract<StagedSurvey, { kind: "known" }>, "batchId" | "publishedAt" | "zone">;
      regency: string;
    };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const start = await getImportStart(database(), context.scope);
  return {
    title: "Impor SKM",
    start,
    limit: MAX_SURVEY_BYTES,
    workbook: MAX_UPLOAD_BYTES,
    ...parseFilters(queryOf(request)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields: Record<string, string> = {};
  const refuse = (field: string, message: string, status: number) =>
    data<Answer>({ errors: [{ field, message }], regency: fields[REGENCY] ?? "" }, { status });
  try {
    const take = (file: Parameters<Parameters<typeof receiveFile>[2]>[0]) => {
      const kab = fields[REGENCY] ?? "";
      if (kab === "") throw noRegency();
      return stageElsewhere(database(), context.scope, { ...file, kab });
    };
    const staged = await receiveFile(request, FIELD, take, fields, MAX_SURVEY_BYTES);
    if (staged.kind === "draft") return redirect(paths.langkahImpor(staged.draftId, "kolom"), 303);
    return data<Answer>({ known: staged, regency: fields[REGENCY] ?? "" });
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    return refuse(error.code === "no_regency" ? REGENCY : FIELD, error.message, error.status);
  }
}

const noRegency = (): AppError =>
  new AppError({
    code: "no_regency",
    status: 400,
    message: "Kabupaten atau kota belum dipilih. Pilih daerahnya, lalu unggah kembali berkasnya.",
  });

export default function Import() {
  const { start, limit, workbook, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer && "errors" in answer ? answer.errors : [];
  const known = answer && "known" in answer ? answer.known : null;
  const [asked] = filters.kabupaten;
  return (
    <Page
      h1="Impor hasil Survei Kepuasan Masyarakat"
      section={paths.imporSkm()}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Impor SKM" }]}
      scope={stepWords(1, "pilih berkas")}
    >
      <ErrorSummary errors={errors} />
      {known && (
        <div className="done" role="status">
          <p>
            Berkas ini sudah tersimpan sejak {formatInstantDate(known.publishedAt, known.zone)}. Tidak ada
            yang diubah.
          </p>
          <p>
            <a href={link(paths.riwayatImpor(), filters, { hash: known.batchId })}>
              Lihat pada Riwayat impor
            </a>
          </p>
        </div>
      )}
      <form method="post" encType="multipart/form-data" action={paths.imporSkm()} className="wizard-form">
        <Field id={REGENCY} label="Kabupaten atau kota" errors={errors}>
          {(attributes) => (
            <select {...attributes} defaultValue={answer?.regency || asked || ""}>
              <option value="">Pilih daerahnya</option>
              {start.regencies.map(({ slug, name, sample }) => (
                <option key={slug} value={slug}>
                  {sample ? `${name} (data contoh)` : name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          id={FIELD}
          label="Berkas hasil survei"
          hint={`Jenis .csv, .xlsx, .txt, atau .html; paling besar ${formatMegabytes(limit)}, buku kerja ${formatMegabytes(workbook)}. Ekspor Google Forms, lembar pengolahan per responden, dan tabel rekapitulasi dapat dibaca.`}
          errors={errors}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,.xls,.html,.htm,text/csv,text/plain,text/html"
            />
          )}
        </Field>
        <div>
          <button type="submit">Unggah hasil survei</button>
        </div>
      </form>
      <h2>Yang terjadi setelah ini</h2>
      <ol>
        <li>Kolomnya dicocokkan dengan unsur SKM; Anda memeriksa dan membetulkannya.</li>
        <li>Layanan dan bagian dalam berkas dicocokkan dengan daftar layanan, dan periodenya ditetapkan.</li>
        <li>Anda memeriksa jumlah baris, baris yang ditolak, dan IKM-nya. Barulah hasilnya disimpan.</li>
      </ol>
      <p>
        Nama, telepon, surel, alamat, dan NIK responden tidak disimpan. Berkas aslinya pun tidak; yang
        disimpan hanya jawabannya. Impor yang sudah disimpan dapat dibatalkan.
      </p>
      {start.waiting.length > 0 && (
        <>
          <h2>Impor yang menunggu</h2>
          <p>Yang tidak dilanjutkan dalam tujuh hari dibuang.</p>
          <ul>
            {start.waiting.map((one) => (
              <li key={one.id}>
                <a
                  href={link(
                    one.jobId ? paths.pekerjaan(one.jobId) : paths.langkahImpor(one.id, stepOf(one.state)),
                    filters,
                  )}
                >
                  {one.fileName}
                </a>
                , {one.regency.name}, diunggah {formatInstant(one.at, one.regency.zone)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Onward
        links={[
          ["Riwayat impor", link(paths.riwayatImpor(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

const stepOf = (state: string): "kolom" | "layanan" | "periksa" =>
  state === "layanan" ? "layanan" : state === "periksa" || state === "simpan" ? "periksa" : "kolom";
