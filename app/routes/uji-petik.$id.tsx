import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { finishRound, markVerdict } from "#app/server/assessment/round.server.ts";
import { getRound } from "#app/server/assessment/round-view.server.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { Mark } from "#app/ui/assessment/ItemExtras.tsx";
import { itemId } from "#app/ui/assessment/item-id.ts";
import { resultSentences, verdictWords } from "#app/ui/assessment/note.ts";
import { roundSentence, SAMPLE_METHOD, STATE_WORDS, subjectName } from "#app/ui/assessment/words.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Downloads } from "#app/ui/Downloads.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { sent } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { roundTable } from "#app/ui/tables/round.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const db = database();
  const actor = { scope: context.scope, grants: context.viewer?.grants ?? [] };
  const view = await getRound(db, actor, params.id ?? "");
  return { title: `Uji petik ${view.regency.name}`, view, at: db.now() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const db = database();
  const id = params.id ?? "";
  const actor = { scope: context.scope, grants: context.viewer?.grants ?? [] };
  const form = await request.formData();
  try {
    if (sent(form, "tindakan") === "tandai") {
      await markVerdict(db, actor, {
        assessmentId: sent(form, "penilaian"),
        item: sent(form, "butir"),
        mark: sent(form, "tanda"),
        reason: sent(form, "alasan"),
      });
      return redirect(`${paths.ujiPetik(id)}#menunggu`, 303);
    }
    await finishRound(db, actor, id);
    return redirect(paths.ujiPetik(id), 303);
  } catch (error) {
    if (!isAppError(error) || ![400, 409].includes(error.status)) throw error;
    return data({ message: error.message }, { status: error.status });
  }
}

export default function Round() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { message: string } | undefined;
  const { regency, verdicts, assessments, waiting, closed, edition } = view;
  const { zone } = regency;
  const path = paths.ujiPetik(view.id);
  const open = verdicts.filter(({ waits }) => waits);
  return (
    <Page
      eyebrow={`${edition.name}, ${regency.name}`}
      h1={roundSentence(view)}
      zone={zone}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Antrean", path: paths.antrean() },
        { name: "Uji petik" },
      ]}
      band={regency.sample ? [`Data contoh: ${regency.name} bukan daerah yang sebenarnya.`] : []}
      scope={
        <>
          Diambil {view.by}, {formatInstant(view.at, zone)}, dari {formatCount(assessments.length)} penilaian.{" "}
          {closed ? `Ditutup ${closed.by}, ${formatInstant(closed.at, zone)}.` : "Belum ditutup."} Benih:{" "}
          <code>{view.seed}</code>.
        </>
      }
      method={SAMPLE_METHOD}
    >
      <ErrorSummary errors={answer ? [{ field: "menunggu", message: answer.message }] : []} />
      <h2>Hasil</h2>
      <ul className="statements plain">
        {resultSentences(view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="table-foot">
        <Downloads
          path={path}
          filters={NO_FILTERS}
          rows={verdicts.length}
          paper={closed ? "Catatan Hasil Reviu" : "Catatan Hasil Reviu, DRAF"}
        />
      </p>
      {view.may.mark && open.length > 0 && (
        <section id="menunggu" aria-labelledby="judul-menunggu" tabIndex={-1}>
          <h2 id="judul-menunggu">Menunggu tanda</h2>
          {open.map((one) => (
            <section key={`${one.assessment.id} ${one.item}`} className="round-item">
              <h3>
                {subjectName(one.assessment)}: {one.name}
              </h3>
              <p>
                Putusan {one.judgedBy}: <strong>{verdictWords(one)}</strong>.{" "}
                <a href={`${paths.penilaian(one.assessment.id)}#${itemId(one.item)}`}>
                  Lihat teks dan kriterianya
                </a>
              </p>
              <Mark
                sample={{ drawn: one.drawn, mark: null, reason: null, marked_by: null, marked_at: null }}
                assessmentId={one.assessment.id}
                item={one.item}
                action={path}
                zone={zone}
              />
            </section>
          ))}
        </section>
      )}
      {view.may.mark && view.state === "terbuka" && waiting === 0 && (
        <form method="post" action={path} className="buttons no-print">
          <button type="submit" name="tindakan" value="tutup">
            Tutup uji petik dan simpan hasilnya
          </button>
        </form>
      )}
      <h2>Putusan yang terambil</h2>
      <DataTable table={roundTable(verdicts)} hideCaption />
      <h2>Penilaian dalam uji petik ini</h2>
      <ul>
        {assessments.map((one) => (
          <li key={one.id}>
            <a href={paths.penilaian(one.id)}>{subjectName(one)}</a>: {STATE_WORDS[one.state]}
          </li>
        ))}
      </ul>
      <Onward
        links={[
          ["Antrean", paths.antrean()],
          [regency.name, link(paths.kabupaten(regency.slug), NO_FILTERS)],
        ]}
      />
    </Page>
  );
}
