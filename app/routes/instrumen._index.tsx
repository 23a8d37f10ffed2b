import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { joinList } from "#app/format/words.ts";
import { editionSlug, indicatorsOf } from "#app/instruments/edition.ts";
import type { Problem } from "#app/instruments/problems.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { getEditions } from "#app/server/instruments/editions.server.ts";
import { MAX_EDITION_BYTES } from "#app/server/instruments/limit.ts";
import { receiveEdition } from "#app/server/instruments/receive.server.ts";
import { addEdition, checkEdition } from "#app/server/instruments/store.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { sent } from "#app/ui/form.ts";
import { editionsSentence } from "#app/ui/instruments/sentences.ts";
import { FIGURES_METHOD, validityWords } from "#app/ui/instruments/words.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { editionsTable } from "#app/ui/tables/instruments.ts";

const FIELD = "berkas";

/** What became of a file: what to mend, that it is known, or what storing it would do. */
type Answer =
  | { kind: "salah"; errors: FieldError[] }
  | { kind: "sama"; edition: string }
  | { kind: "pratinjau"; preview: Preview; content: string };

interface Preview {
  edition: string;
  name: string;
  validity: string;
  dimensions: { name: string; indicators: number }[];
  indicators: number;
  replaces: readonly string[];
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const editions = await getEditions(database(), context.scope);
  return {
    title: "Instrumen",
    h1: editionsSentence(editions),
    editions,
    mayWrite: context.writes.regencies === "all",
    ...parseFilters(queryOf(request)),
  };
}

const refuse = (problems: readonly Problem[]) =>
  data<Answer>(
    {
      kind: "salah",
      errors: problems.map(({ where, message }) => ({
        field: FIELD,
        message: where ? `${where}: ${message}` : message,
      })),
    },
    { status: 400 },
  );

/** Step 1 takes a file and shows what it holds; step 2 stores what was shown. */
export async function action({ request, context }: ActionFunctionArgs) {
  try {
    return request.headers.get("Content-Type")?.startsWith("multipart/")
      ? await preview(request)
      : await store(request, context.scope);
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    return refuse([{ where: "", message: error.message }]);
  }
}

async function preview(request: Request) {
  const content = await receiveEdition(request, FIELD);
  const checked = await checkEdition(database(), content);
  if (checked.kind === "ditolak") return refuse(checked.problems);
  const { edition } = checked;
  if (checked.kind === "sama") return data<Answer>({ kind: "sama", edition: edition.edition });
  return data<Answer>({
    kind: "pratinjau",
    content: JSON.stringify(edition),
    preview: {
      edition: edition.edition,
      name: edition.name,
      validity: validityWords(edition.validity),
      dimensions: edition.dimensions.map(({ name, indicators }) => ({ name, indicators: indicators.length })),
      indicators: indicatorsOf(edition).length,
      replaces: checked.replaces,
    },
  });
}

async function store(request: Request, scope: AppLoadContext["scope"]) {
  const form = await request.formData();
  const added = await addEdition(database(), scope, sent(form, "isi"));
  if (added.kind === "ditolak") return refuse(added.problems);
  const { filters } = parseFilters(queryOf(request));
  return redirect(link(paths.edisi(editionSlug(added.edition)), filters), 303);
}

export default function Instruments() {
  const { h1, editions, mayWrite, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const errors = answer?.kind === "salah" ? answer.errors : [];
  const path = paths.instrumen();
  return (
    <Page
      h1={h1}
      filters={filters}
      ignored={ignored}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Metode", path: paths.metode() },
        { name: "Instrumen" },
      ]}
      scope={`${formatCount(editions.length)} edisi tersimpan. Keputusan membuktikan sebuah indikator seluruhnya atau separuhnya. Edisi yang tersimpan tidak pernah diubah; yang baru menggantikannya.`}
      method={FIGURES_METHOD}
    >
      <ErrorSummary errors={errors} />
      {answer?.kind === "sama" && (
        <div className="done" role="status">
          <p>Edisi {answer.edition} sudah tersimpan dengan isi yang sama. Tidak ada yang diubah.</p>
        </div>
      )}
      {answer?.kind === "pratinjau" && (
        <PreviewOf preview={answer.preview} content={answer.content} action={link(path, filters)} />
      )}
      <DataTable table={editionsTable(editions, filters)} files={{ path, filters }} hideCaption />
      {mayWrite && (
        <>
          <h2>Tambahkan edisi</h2>
          <form
            method="post"
            encType="multipart/form-data"
            action={link(path, filters)}
            className="wizard-form no-print"
          >
            <div className="field">
              <label htmlFor={FIELD}>Berkas edisi</label>
              <p className="hint" id="petunjuk-berkas">
                Jenis .json, paling besar {formatCount(MAX_EDITION_BYTES / 1000)} KB. Isinya diperiksa dan
                ditampilkan lebih dahulu; belum ada yang disimpan.
              </p>
              {errors.map(({ message }) => (
                <p key={message} className="wrong">
                  {message}
                </p>
              ))}
              <input
                id={FIELD}
                name={FIELD}
                type="file"
                accept=".json,application/json"
                aria-describedby="petunjuk-berkas"
                aria-invalid={errors.length > 0 ? true : undefined}
              />
            </div>
            <div>
              <button type="submit">Periksa berkas</button>
            </div>
          </form>
        </>
      )}
      <Onward
        links={[
          ["Metode", link(paths.metode(), filters)],
          ["Register regulasi", link(paths.regulasi(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

interface PreviewProps {
  preview: Preview;
  content: string;
  action: string;
}

/** What the file holds and what storing it will do. */
const PreviewOf = ({ preview, content, action }: PreviewProps) => (
  <section className="done" aria-labelledby="judul-pratinjau">
    <h2 id="judul-pratinjau">Pratinjau: {preview.name}</h2>
    <p>
      Edisi {preview.edition}, {preview.validity}; {formatCount(preview.indicators)} indikator dalam{" "}
      {formatCount(preview.dimensions.length)} dimensi:{" "}
      {joinList(preview.dimensions.map(({ name, indicators }) => `${name} (${formatCount(indicators)})`))}.
    </p>
    <p>
      {preview.replaces.length > 0
        ? `Menggantikan ${joinList(preview.replaces)}; isi dan hasil yang memakainya tetap seperti semula.`
        : "Tidak menggantikan edisi lain."}
    </p>
    <form method="post" action={action}>
      <input type="hidden" name="isi" value={content} />
      <button type="submit">Simpan edisi ini</button>
    </form>
  </section>
);
