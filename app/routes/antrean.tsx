import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatInstantDate } from "#app/format/dates.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { capitalise, countWord } from "#app/format/words.ts";
import { beginAssessments } from "#app/server/assessment/begin.server.ts";
import { submitAll } from "#app/server/assessment/bulk.server.ts";
import { keepMachine } from "#app/server/assessment/judge.server.ts";
import { getQueue } from "#app/server/assessment/queue.server.ts";
import { beginRound } from "#app/server/assessment/round.server.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { getWaitingFollowUp } from "#app/server/followup/queue.server.ts";
import { QueueForm } from "#app/ui/assessment/QueueForm.tsx";
import { queueSentence, SAMPLE_METHOD } from "#app/ui/assessment/words.ts";
import { Downloads } from "#app/ui/Downloads.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { WaitingFollowUp } from "#app/ui/followup/WaitingFollowUp.tsx";
import { waitingSentence } from "#app/ui/followup/words.ts";
import { sent } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

/** What was just done, in the address, so that reloading does it no second time. */
const DONE = ["mulai", "pertahankan", "ajukan"] as const;
type Done = (typeof DONE)[number];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const actor = { scope: context.scope, grants: context.viewer?.grants ?? [] };
  const [view, followUp] = await Promise.all([
    getQueue(database(), actor),
    getWaitingFollowUp(database(), context.scope),
  ]);
  const done = DONE.find((one) => one === query.get("kabar"));
  const figure = (name: string) => Math.max(0, Math.trunc(Number(query.get(name)) || 0));
  return {
    title: "Antrean",
    view,
    followUp,
    news: done ? newsWords(done, figure("n"), figure("sisa")) : null,
  };
}

const newsWords = (done: Done, n: number, left: number): string => {
  const rest = (words: string) => (left > 0 ? ` ${capitalise(countWord(left))} ${words}` : "");
  if (done === "mulai") {
    return `Dimulai: ${countWord(n)} penilaian.${rest("layanan dilewati karena teksnya belum diunggah.")}`;
  }
  if (done === "pertahankan") {
    return `Putusan mesin dipertahankan pada ${formatCount(n)} butir.${rest("butir hanya dapat dijawab orang.")}`;
  }
  return `Diajukan: ${countWord(n)} penilaian.${rest("belum dapat diajukan karena masih ada butir yang belum dinilai.")}`;
};

const news = (kabar: Done, n: number, sisa: number) =>
  redirect(`${paths.antrean()}?kabar=${kabar}&n=${n}&sisa=${sisa}`, 303);

export async function action({ request, context }: ActionFunctionArgs) {
  const db = database();
  const actor = { scope: context.scope, grants: context.viewer?.grants ?? [] };
  const form = await request.formData();
  const ids = form.getAll("penilaian").map(String);
  const what = sent(form, "tindakan");
  try {
    if (what === "mulai") {
      const begun = await beginAssessments(db, actor, {
        ...Object.fromEntries(form),
        layanan: form.getAll("layanan"),
      });
      const [first] = begun.ids;
      return begun.ids.length === 1 && first
        ? redirect(paths.penilaian(first), 303)
        : news("mulai", begun.ids.length, begun.withoutText);
    }
    if (what === "uji_petik") return redirect(paths.ujiPetik(await beginRound(db, actor, ids)), 303);
    if (what === "pertahankan") {
      const kept = await keepMachine(db, actor, ids, "semua");
      return news("pertahankan", kept.items, kept.left);
    }
    const { done, left } = await submitAll(db, actor, ids);
    return news("ajukan", done, left);
  } catch (error) {
    if (!isAppError(error) || ![400, 409].includes(error.status)) throw error;
    return data({ message: error.message }, { status: error.status });
  }
}

export default function Queue() {
  const { view, followUp, news: told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { message: string } | undefined;
  const { rows, rounds } = view;
  return (
    <Page
      h1={(view.works ? null : waitingSentence(followUp)) ?? queueSentence(view)}
      section={paths.antrean()}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Antrean" }]}
      scope="Yang terlama menunggu berada di atas. Hari dihitung sejak penilaian masuk ke keadaannya yang sekarang."
      method={rounds.length > 0 ? SAMPLE_METHOD : undefined}
    >
      <ErrorSummary errors={answer ? [{ field: "antrean", message: answer.message }] : []} />
      {told && (
        <p className="notice" role="status">
          {told}
        </p>
      )}
      <WaitingFollowUp rows={followUp} />
      {rounds.length > 0 && (
        <section aria-labelledby="judul-uji-petik">
          <h2 id="judul-uji-petik">Uji petik yang terbuka</h2>
          <ul>
            {rounds.map((one) => (
              <li key={one.id}>
                <a href={paths.ujiPetik(one.id)}>
                  {one.regency.name}, {formatInstantDate(one.at, one.regency.zone)}
                </a>
                : {formatShare(one.waiting, one.drawn)} putusan menunggu tanda. {one.edition}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.length > 0 && (
        <>
          <h2>Penilaian</h2>
          <QueueForm rows={rows} />
          <p className="table-foot">
            <Downloads path={paths.antrean()} filters={NO_FILTERS} rows={rows.length} />
          </p>
        </>
      )}
      {rows.length === 0 && view.works && (
        <p>
          Penilaian dimulai dari halaman bagian atau lembar layanan. <a href={paths.dasbor()}>Buka dasbor</a>.
        </p>
      )}
      <Onward
        links={[
          ["Dasbor", paths.dasbor()],
          ["Temuan", paths.temuan()],
          ["Metode", paths.metode()],
        ]}
      />
    </Page>
  );
}
