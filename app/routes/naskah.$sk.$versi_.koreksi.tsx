import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCorrections, undoCorrection } from "#app/server/correction/correct.server.ts";
import { queueReread } from "#app/server/correction/reread.server.ts";
import { correctionStep } from "#app/server/correction/step.server.ts";
import { getCorrectable } from "#app/server/correction/view.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { Confirm } from "#app/ui/correction/Confirm.tsx";
import { CorrectionItem } from "#app/ui/correction/CorrectionItem.tsx";
import { askedIn, typedOf } from "#app/ui/correction/fields.ts";
import { ServiceForms } from "#app/ui/correction/ServiceForms.tsx";
import { CONFIRMING, correctionsSentence } from "#app/ui/correction/words.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { sent } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { decreeName } from "#app/ui/words-of.ts";

const versionOf = (text: string | undefined): number => {
  if (!/^\d{1,6}$/.test(text ?? "")) throw notFound();
  return Number(text);
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sk = params.sk ?? "";
  const version = versionOf(params.versi);
  const { filters, ignored } = parseFilters(queryOf(request));
  const [view, corrections] = await Promise.all([
    getCorrectable(database(), context.scope, sk, version),
    getCorrections(database(), context.scope, sk, version),
  ]);
  return {
    title: `Koreksi bacaan ${decreeName(view.decree)}`,
    view,
    corrections,
    mayWrite: context.writes.includesWhole(view.regency.r),
    filters,
    ignored,
  };
}

/** Undoes a correction, reads the text again, or takes a correction of a whole service through its two steps. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const sk = params.sk ?? "";
  const version = versionOf(params.versi);
  const db = database();
  const { filters } = parseFilters(queryOf(request));
  const form = await request.formData();
  const step = sent(form, "langkah");
  const reason = sent(form, "alasan");
  const here = (seq: number) => link(paths.koreksi(sk, version), filters, { hash: `koreksi-${seq}` });
  if (step === "baca-ulang")
    return redirect(paths.pekerjaan(await queueReread(db, context.scope, sk, version)), 303);
  if (step === "batal") {
    const seq = Number(sent(form, "koreksi"));
    if (!Number.isInteger(seq)) throw notFound();
    if (reason === "" || reason.length > 500)
      return data(
        {
          errors: [
            {
              field: `alasan-${seq}`,
              message: `Tulis alasan pembatalan koreksi ${seq}, paling banyak 500 huruf.`,
            },
          ],
          effect: null,
          typed: [],
        },
        { status: 400 },
      );
    await undoCorrection(db, context.scope, { sk, version, seq, reason });
    return redirect(here(seq), 303);
  }
  const typed = typedOf(form);
  const answer = await correctionStep(db, context.scope, {
    sk,
    version,
    asked: askedIn(typed),
    step: step === "simpan" ? "simpan" : "pratinjau",
    reason,
  });
  if (answer.kind === "tersimpan") return redirect(here(answer.seq), 303);
  const asked = typed.find(([name]) => name === "tindakan")?.[1] ?? "";
  return answer.kind === "salah"
    ? data(
        {
          errors: answer.errors.map(({ field, message }) => ({
            field: field === "alasan" ? field : `${asked}-${field === "baris" ? "rentang" : field}`,
            message,
          })),
          effect: answer.effect,
          typed,
        },
        { status: 400 },
      )
    : data({ errors: [], effect: answer.effect, typed });
}

export default function Corrections() {
  const { view, corrections, mayWrite, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { regency, decree, tables, inForce, conflicts, reader } = view;
  const path = paths.koreksi(decree.slug, decree.version);
  const here = link(path, filters);
  const confirming = answer?.effect != null;
  return (
    <Page
      eyebrow={`Koreksi bacaan ${decreeName(decree)}, ${regency.name}`}
      h1={confirming ? CONFIRMING.h1 : correctionsSentence(inForce, conflicts)}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        {
          name: `${decreeName(decree)}, versi ${decree.version}`,
          path: paths.teks(decree.slug, decree.version),
        },
        { name: "Koreksi" },
      ]}
      band={statusBand([regency], [decree])}
      scope={
        confirming
          ? CONFIRMING.scope
          : `Dibaca oleh pembaca versi ${reader.of}. Hasil baca mesin tetap disimpan; koreksi berlaku di atasnya.`
      }
    >
      <ErrorSummary errors={answer?.errors ?? []} />
      {confirming ? (
        <Confirm
          effect={answer.effect as NonNullable<typeof answer.effect>}
          typed={answer.typed}
          action={here}
          back={here}
          errors={answer.errors}
        />
      ) : (
        <>
          {mayWrite && !decree.factsOnly && (
            <>
              <h2>Perbaiki bacaan</h2>
              <p>
                <a className="button" href={link(paths.perbaiki(decree.slug, decree.version), filters)}>
                  Tetapkan pemilik baris
                </a>
              </p>
              <ServiceForms
                tables={tables}
                bagian={[...new Set(tables.flatMap((table) => table.bagian ?? []))]}
                action={here}
                errors={(answer?.errors ?? []).map(({ field, message }) => ({
                  field: field.replace(/^[a-z]+-/, ""),
                  message,
                }))}
                typed={answer?.typed ?? []}
              />
              {reader.of !== reader.now && (
                <form method="post" action={here} className="no-print">
                  <input type="hidden" name="langkah" value="baca-ulang" />
                  <p>
                    Pembaca versi {reader.now} tersedia. Setelah dibaca ulang, koreksi diterapkan kembali;
                    yang tidak cocok lagi ditandai bertentangan.{" "}
                    <button type="submit" className="second">
                      Baca ulang naskah ini
                    </button>
                  </p>
                </form>
              )}
            </>
          )}
          <h2>Daftar koreksi</h2>
          {corrections.length === 0 ? (
            <p>Belum ada koreksi. Yang ditampilkan di halaman lain adalah hasil baca mesin.</p>
          ) : (
            <>
              {corrections.map((correction) => (
                <CorrectionItem
                  key={correction.seq}
                  correction={correction}
                  text={decree}
                  zone={regency.zone}
                  filters={filters}
                  action={mayWrite ? here : null}
                />
              ))}
              <p className="table-foot">
                <Downloads path={path} filters={filters} rows={corrections.length} />
              </p>
            </>
          )}
        </>
      )}
      <Onward
        links={[
          ["Naskah", link(paths.teks(decree.slug, decree.version), filters)],
          ["Daftar lawan lampiran", link(paths.daftar(decree.slug), filters)],
          ["Jejak perubahan", link(paths.jejak(), filters)],
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}
