import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount } from "#app/format/numbers.ts";
import { joinFirst, joinList } from "#app/format/words.ts";
import { database } from "#app/server/database.server.ts";
import { getDoneStep, type ImportView } from "#app/server/survey/import-steps/done.server.ts";
import { getDraftHead } from "#app/server/survey/import-steps/head.server.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { queryOf } from "#app/ui/request.ts";
import { ImportPage } from "#app/ui/survey/import/ImportPage.tsx";
import { UndoForm } from "#app/ui/survey/import/UndoForm.tsx";
import { wayOut } from "#app/ui/survey/import/way.ts";
import { elsewhereWords, monthsWords, printedWords, STATE_WORDS } from "#app/ui/survey/import/words.ts";
import { unitName } from "#app/ui/survey/words.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const id = params.id ?? "";
  const head = await getDraftHead(database(), context.scope, id);
  const out = wayOut(head);
  if (out !== paths.langkahImpor(id, "selesai"))
    throw redirect(link(out ?? paths.langkahImpor(id, "kolom"), filters), 303);
  const step = await getDoneStep(database(), context.scope, id);
  const h1 = step.batch ? "Hasil survei tersimpan" : "Impor ini tidak disimpan";
  return { title: h1, h1, step, filters, ignored };
}

export default function Done() {
  const { h1, step, filters, ignored } = useLoaderData<typeof loader>();
  const { draft, batch, rejected, leftDraft, waiting } = step;
  return (
    <ImportPage draft={draft} h1={h1} step={5} name="Selesai" filters={filters} ignored={ignored}>
      {batch ? (
        <Stored batch={batch} />
      ) : (
        <p>Semua yang terbaca dari berkas ini sudah dihapus. Tidak ada angka yang berubah.</p>
      )}
      {batch && rejected > 0 && (
        <section>
          <h2>Baris yang ditolak</h2>
          <p>
            Sebanyak {formatCount(rejected)} baris ditolak dan tidak dihitung:{" "}
            <Downloads path={paths.langkahImpor(draft.id, "selesai")} filters={filters} rows={rejected} />
          </p>
          {leftDraft ? (
            <p>
              <a href={link(paths.langkahImpor(leftDraft, "kolom"), filters)}>
                Perbaiki dan kirim baris yang ditolak
              </a>
              .{" "}
              {batch.shape === "aggregate"
                ? "Tabelnya menunggu tujuh hari; setelah diperbaiki, tabel itu menggantikan impor ini."
                : "Baris itu menunggu tujuh hari sebagai impor tersendiri."}
            </p>
          ) : (
            <p>Baris itu sudah dikirim ulang atau dibuang.</p>
          )}
        </section>
      )}
      {waiting && (
        <section>
          <h2>Lembar yang belum diimpor</h2>
          <p>
            Buku kerja ini juga memuat lembar {joinList(waiting.sheets)}.{" "}
            <a href={link(paths.langkahImpor(waiting.draft, "kolom"), filters)}>Impor lembar berikutnya</a>.
            Lembar itu menunggu tujuh hari sebagai impor tersendiri. Buang bila isinya hanya rekapitulasi dari
            lembar yang sudah disimpan.
          </p>
        </section>
      )}
      {batch?.state === "terbit" && <UndoForm batch={batch} errors={[]} typed={{}} />}
      <Onward
        links={[
          ...(batch
            ? ([
                [`Hasil SKM ${draft.regency.name}`, link(paths.skm(draft.regency.slug), filters)],
                [
                  `Janji dan pengalaman ${draft.regency.name}`,
                  link(paths.janji(draft.regency.slug), filters),
                ],
              ] as const)
            : []),
          ["Impor berkas lain", link(paths.imporSkm(), filters)],
          ["Riwayat impor", link(paths.riwayatImpor(), filters, batch ? { hash: batch.id } : {})],
        ]}
      />
    </ImportPage>
  );
}

function Stored({ batch }: { batch: ImportView }) {
  const { counts, units } = batch;
  return (
    <>
      <div className="done" role="status">
        <p>
          {batch.shape === "aggregate"
            ? `Tabel rekapitulasi ${monthsWords(batch.months)} tersimpan.`
            : `Sebanyak ${formatCount(batch.stored)} responden untuk ${monthsWords(batch.months)} tersimpan dan ikut dihitung.`}
          {batch.state !== "terbit" && ` Sekarang impor ini ${STATE_WORDS[batch.state]}.`}
        </p>
      </div>
      <p>
        Dihitung pada{" "}
        {joinFirst(
          units.map(({ unit }) => unitName(unit)),
          5,
          "tempat lain",
        )}
        .
      </p>
      {counts.known > 0 && (
        <p>
          Sebanyak {formatCount(counts.known)} baris sudah pernah masuk lewat impor lain dan tidak dihitung
          dua kali.
        </p>
      )}
      {counts.leftOut > 0 && (
        <p>
          Sebanyak {formatCount(counts.leftOut)} baris berasal dari tempat yang Anda pilih untuk tidak
          dihitung.
        </p>
      )}
      {counts.elsewhere.length > 0 && (
        <p>Tidak disimpan karena memakai nama daerah lain: {elsewhereWords(counts.elsewhere)}.</p>
      )}
      {counts.duplicate > 0 && <p>Sebanyak {formatCount(counts.duplicate)} baris ganda dihitung sekali.</p>}
      {batch.printed && !batch.printed.agrees && (
        <p className="notice">{printedWords(batch.printed, undefined)}</p>
      )}
    </>
  );
}
