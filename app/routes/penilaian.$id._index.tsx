import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useContext } from "react";
import type { Actor } from "#app/server/assessment/actor.ts";
import { withdraw } from "#app/server/assessment/evidence.server.ts";
import { keepMachine, saveJudgement } from "#app/server/assessment/judge.server.ts";
import { moveAssessment, type PersonMove } from "#app/server/assessment/move.server.ts";
import { addRemark } from "#app/server/assessment/remarks.server.ts";
import { markVerdict } from "#app/server/assessment/round.server.ts";
import { getSheet, givenView } from "#app/server/assessment/sheet.server.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { AnswerContext } from "#app/ui/answer.ts";
import { AssessmentBody, type SheetAnswer } from "#app/ui/assessment/AssessmentBody.tsx";
import { itemId } from "#app/ui/assessment/item-id.ts";
import { MOVE_BUTTONS, sheetSentence, subjectName } from "#app/ui/assessment/words.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { sent, typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { statusBand } from "#app/ui/status-band.ts";
import { SCALE_NOTE } from "#app/ui/substance-sentences.ts";
import { bagianName } from "#app/ui/words-of.ts";

const actorOf = ({ scope, viewer }: AppLoadContext): Actor => ({ scope, grants: viewer?.grants ?? [] });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await getSheet(database(), actorOf(context), params.id ?? "");
  return { title: `Penilaian ${subjectName(view)}`, view };
}

const isMove = (words: string): words is PersonMove => Object.hasOwn(MOVE_BUTTONS, words);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const form = await request.formData();
  const item = sent(form, "butir");
  const back = (key: string | null) => redirect(`${paths.penilaian(id)}${key ? `#${itemId(key)}` : ""}`, 303);
  const refuse = (answer: SheetAnswer, status: number) => data(answer, { status });
  try {
    const saved = await act(id, form, actorOf(context));
    if (!saved || saved.kind === "tersimpan" || saved.kind === "sama") return back(item || null);
    const typed = typedIn(form);
    return saved.kind === "bentrok"
      ? refuse({ item, typed, problem: MET, theirs: givenView(saved.theirs) }, 409)
      : refuse({ item, typed, problem: saved.problems[0].message, theirs: null }, 400);
  } catch (error) {
    if (!isAppError(error) || ![400, 409].includes(error.status)) throw error;
    const typed = typedIn(form);
    return refuse({ item: item || null, typed, problem: error.message, theirs: null }, error.status);
  }
}

const MET = "Putusan lain tersimpan lebih dulu. Isian Anda belum tersimpan.";

/** Does what a form asks; of an answer to an item, says what became of it. */
const act = async (id: string, form: FormData, actor: Actor) => {
  const db = database();
  const [what, item] = [sent(form, "tindakan"), sent(form, "butir")];
  if (what === "putusan") return saveJudgement(db, actor, id, Object.fromEntries(form));
  if (what === "pertahankan") {
    const named = sent(form, "cakupan") === "semua" ? "semua" : form.getAll("butir").map(String);
    await keepMachine(db, actor, [id], named);
  } else if (what === "catatan") await addRemark(db, actor, id, { item, text: sent(form, "catatan") });
  else if (what === "cabut_bukti") await withdraw(db, actor, id, sent(form, "bukti"));
  else if (what === "tandai") {
    const [mark, reason] = [sent(form, "tanda"), sent(form, "alasan")];
    await markVerdict(db, actor, { assessmentId: id, item, mark, reason });
  } else if (isMove(what)) await moveAssessment(db, actor, id, what);
  return null;
};

export default function Assessment() {
  const { view } = useLoaderData<typeof loader>();
  const answer = (useActionData<typeof action>() as SheetAnswer | undefined) ?? null;
  const { nonce } = useContext(AnswerContext);
  const { regency, bagian, service, decree } = view;
  const field = answer?.item ? itemId(answer.item) : "isi";
  return (
    <Page
      eyebrow={`${view.edition.name}, ${subjectName(view)}`}
      h1={sheetSentence(view)}
      zone={regency.zone}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Antrean", path: paths.antrean() },
        { name: subjectName(view) },
      ]}
      band={statusBand([regency], decree ? [decree] : []).slice(1)}
      scope={`${bagianName(bagian)}, ${regency.name}.`}
      method={view.edition.substance ? SCALE_NOTE : "Penilaian mandiri, bukan nilai Ombudsman."}
    >
      <ErrorSummary errors={answer ? [{ field, message: answer.problem }] : []} />
      <AssessmentBody view={view} answer={answer} />
      <Onward
        links={[
          ...(service
            ? [["Lembar layanan", link(paths.layanan(regency.slug, service), NO_FILTERS)] as const]
            : []),
          [bagianName(bagian), link(paths.bagian(regency.slug, bagian.slug), NO_FILTERS)],
          ["Antrean", paths.antrean()],
          ["Instrumen", paths.edisi(view.edition.slug)],
        ]}
      />
      {view.may.judge && <script type="module" src="/lembar-penilaian.js" nonce={nonce} />}
    </Page>
  );
}
