import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatLines } from "#app/format/numbers.ts";
import { correctionStep } from "#app/server/correction/step.server.ts";
import { getCorrectable } from "#app/server/correction/view.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { getNaskah } from "#app/server/naskah.server.ts";
import { Confirm } from "#app/ui/correction/Confirm.tsx";
import { askedIn, typedOf } from "#app/ui/correction/fields.ts";
import { LineChooser } from "#app/ui/correction/LineChooser.tsx";
import { CONFIRMING } from "#app/ui/correction/words.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { FactsOnly } from "#app/ui/FactsOnly.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { sent } from "#app/ui/form.ts";
import { link, parseLines, paths } from "#app/ui/links.ts";
import { runsOf } from "#app/ui/naskah-runs.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { Pager } from "#app/ui/Pager.tsx";
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
  const query = queryOf(request);
  const { filters, ignored } = parseFilters(query);
  const asked = parseLines(query.get("baris"));
  const db = database();
  const place = query.has("hal") || !asked ? { page: filters.hal } : { line: asked[0] };
  const [view, text] = await Promise.all([
    getNaskah(db, context.scope, sk, version, place),
    getCorrectable(db, context.scope, sk, version),
  ]);
  return {
    title: `Perbaiki bacaan ${decreeName(view.decree)}`,
    view: { ...view, strip: [] },
    tables: text.tables,
    chosen: asked ?? null,
    filters,
    ignored,
  };
}

/** Shows what would change, then, with a reason, changes it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const sk = params.sk ?? "";
  const version = versionOf(params.versi);
  const form = await request.formData();
  const typed = typedOf(form);
  const answer = await correctionStep(database(), context.scope, {
    sk,
    version,
    asked: askedIn(typed),
    step: sent(form, "langkah") === "simpan" ? "simpan" : "pratinjau",
    reason: sent(form, "alasan"),
  });
  if (answer.kind === "tersimpan") {
    const { filters } = parseFilters(queryOf(request));
    return redirect(link(paths.koreksi(sk, version), filters, { hash: `koreksi-${answer.seq}` }), 303);
  }
  return answer.kind === "salah"
    ? data({ errors: answer.errors, effect: answer.effect, typed }, { status: 400 })
    : data({ errors: [], effect: answer.effect, typed });
}

export default function Correct() {
  const { view, tables, chosen, filters, ignored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { regency, decree, page, pages, lines } = view;
  const path = paths.perbaiki(decree.slug, decree.version);
  const here = pages[page - 1];
  const back = link(path, filters, { change: { hal: page } });
  const confirming = answer?.effect != null;
  return (
    <Page
      eyebrow={`Perbaiki bacaan ${decreeName(decree)}, ${regency.name}`}
      h1={confirming ? CONFIRMING.h1 : "Pilih baris yang salah baca, lalu nyatakan milik siapa"}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        {
          name: `${decreeName(decree)}, versi ${decree.version}`,
          path: paths.teks(decree.slug, decree.version),
        },
        { name: "Perbaiki bacaan" },
      ]}
      band={statusBand([regency], [decree])}
      scope={
        confirming
          ? CONFIRMING.scope
          : `Hasil baca mesin tetap disimpan; koreksi berlaku di atasnya dan dapat dibatalkan. Berkas ${decree.fileName}, baris ${formatLines(decree.lines)}.`
      }
    >
      <ErrorSummary errors={answer?.errors ?? []} />
      {decree.factsOnly ? (
        <FactsOnly what="naskah" filters={filters} />
      ) : confirming ? (
        <Confirm
          effect={answer.effect as NonNullable<typeof answer.effect>}
          typed={answer.typed}
          action={back}
          back={back}
          errors={answer.errors}
        />
      ) : (
        <>
          {here && (
            <Pager
              path={path}
              filters={filters}
              page={page}
              pages={pages.length}
              shown={`Baris ${formatLines(here)} dari ${formatLines(decree.lines)}`}
              extra={{}}
              label="Halaman naskah"
            />
          )}
          <LineChooser
            runs={runsOf(lines, null, true)}
            tables={tables}
            chosen={chosen}
            action={back}
            errors={answer?.errors ?? []}
            typed={answer?.typed ?? []}
          />
        </>
      )}
      <Onward
        links={[
          ["Daftar koreksi naskah ini", link(paths.koreksi(decree.slug, decree.version), filters)],
          ["Naskah", link(paths.teks(decree.slug, decree.version), filters, { change: { hal: page } })],
          [regency.name, link(paths.kabupaten(regency.slug), filters)],
        ]}
      />
    </Page>
  );
}
