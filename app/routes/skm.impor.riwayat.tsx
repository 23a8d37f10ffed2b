import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { joinFirst, joinList } from "#app/format/words.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { undoImport } from "#app/server/survey/import.server.ts";
import { getImportHistory, type ImportView } from "#app/server/survey/import-steps/done.server.ts";
import { edition } from "#app/survey/editions.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { sent, typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { UndoForm, undoReason } from "#app/ui/survey/import/UndoForm.tsx";
import { elsewhereWords, monthsWords, STATE_WORDS } from "#app/ui/survey/import/words.ts";
import { unitName } from "#app/ui/survey/words.ts";
import { WithoutRegency } from "#app/ui/WithoutRegency.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const imports = await getImportHistory(database(), context.scope);
  return { title: "Riwayat impor", imports, ...parseFilters(queryOf(request)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const id = sent(form, "impor");
  const reason = sent(form, undoReason(id)).slice(0, 300);
  const refuse = (message: string, status: number) =>
    data(
      { errors: [{ field: undoReason(id), message }] satisfies FieldError[], typed: typedIn(form) },
      { status },
    );
  if (reason === "") return refuse("Isi alasan pembatalan, misalnya “berkas triwulan yang salah”.", 400);
  try {
    await undoImport(database(), context.scope, id, reason);
  } catch (error) {
    if (!isAppError(error) || error.status !== 409) throw error;
    return refuse(error.message, error.status);
  }
  return redirect(link(paths.riwayatImpor(), parseFilters(queryOf(request)).filters, { hash: id }), 303);
}

export default function History() {
  const { imports, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const shown = filters.kabupaten.length
    ? imports.filter(({ regency }) => filters.kabupaten.includes(regency.slug))
    : imports;
  return (
    <Page
      h1="Riwayat impor hasil survei"
      section={paths.imporSkm()}
      filters={filters}
      ignored={ignored}
      band={sampleBand(shown)}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Impor SKM", path: paths.imporSkm() },
        { name: "Riwayat impor" },
      ]}
      scope={
        shown.length === imports.length
          ? `${formatCount(imports.length)} impor, yang terbaru lebih dahulu`
          : `${formatCount(shown.length)} dari ${formatCount(imports.length)} impor menurut saringan kabupaten`
      }
    >
      <ErrorSummary errors={errors} />
      {shown.length < imports.length && <WithoutRegency path={paths.riwayatImpor()} filters={filters} />}
      {imports.length === 0 && <p>Belum ada hasil survei yang diimpor.</p>}
      {shown.map((batch) => (
        <Import key={batch.id} batch={batch} errors={errors} typed={answer?.typed ?? {}} />
      ))}
      <Onward
        links={[
          ["Impor SKM", link(paths.imporSkm(), filters)],
          ["Dasbor", link(paths.dasbor(), filters)],
        ]}
      />
    </Page>
  );
}

interface Props {
  batch: ImportView;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

function Import({ batch, errors, typed }: Props) {
  const { counts, regency, units } = batch;
  const facts: [string, string][] = [
    ["Keadaan", stateWords(batch)],
    ["Periode", monthsWords(batch.months)],
    [
      "Dihitung pada",
      units.length === 0
        ? "–"
        : joinFirst(
            units.map(({ unit }) => unitName(unit)),
            3,
            "tempat lain",
          ),
    ],
    ["Responden", batch.shape === "aggregate" ? "tabel rekapitulasi" : formatCount(batch.stored)],
    ["Baris", countsWords(counts)],
    ["Kuesioner", edition(batch.edition).basis],
    ["Disimpan", `${formatInstant(batch.publishedAt ?? batch.at, regency.zone)}, ${batch.by}`],
  ];
  return (
    <section id={batch.id} tabIndex={-1}>
      <h2>
        {batch.fileName}, {regency.name}
      </h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {batch.replacedBy && (
        <p>
          Digantikan oleh <a href={`#${batch.replacedBy.id}`}>{batch.replacedBy.fileName}</a>.
        </p>
      )}
      {batch.state === "terbit" && <UndoForm batch={batch} errors={errors} typed={typed} />}
    </section>
  );
}

/** Names the invented regencies among these imports. */
const sampleBand = (imports: readonly ImportView[]): string[] => {
  const invented = new Set(imports.flatMap(({ regency }) => (regency.sample ? [regency.name] : [])));
  return invented.size === 0
    ? []
    : [`Data contoh: yang diimpor untuk ${joinList([...invented])} bukan hasil survei yang sebenarnya.`];
};

const stateWords = ({ state, regency }: ImportView): string =>
  [
    state === "terbit" ? "terbit, ikut dihitung" : `${STATE_WORDS[state]}, tidak dihitung`,
    ...(regency.sample ? ["data contoh"] : []),
  ].join(", ");

const countsWords = (counts: ImportView["counts"]): string =>
  [
    `${formatCount(counts.read)} dibaca`,
    `${formatCount(counts.accepted)} diterima`,
    `${formatCount(counts.rejected)} ditolak`,
    `${formatCount(counts.duplicate)} ganda`,
    `${formatCount(counts.ignored)} diabaikan`,
    ...(counts.known > 0 ? [`${formatCount(counts.known)} sudah pernah masuk`] : []),
    ...(counts.elsewhere.length > 0 ? [`tidak disimpan dari ${elsewhereWords(counts.elsewhere)}`] : []),
    ...(counts.leftOut > 0 ? [`${formatCount(counts.leftOut)} tidak dihitung`] : []),
  ].join(", ");
