import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatDate, formatInstant, formatShortDate } from "#app/format/dates.ts";
import { formatLines } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { component } from "#app/reader/components.ts";
import {
  answerAssignment,
  closeAssignment,
  commentAssignment,
  moveDueDate,
  returnAssignment,
} from "#app/server/assignments/answer.server.ts";
import { type AssignmentPage, getAssignment } from "#app/server/assignments/assignments.server.ts";
import { receiveForm } from "#app/server/attachments/receive.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { MAX_UPLOAD_BYTES } from "#app/server/upload.server.ts";
import { mayOpen } from "#app/ui/answer.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { useFace } from "#app/ui/face.ts";
import { type Filters, parseFilters } from "#app/ui/filters.ts";
import { AssignmentForms } from "#app/ui/followup/AssignmentForms.tsx";
import {
  ANSWER_WORDS,
  ASSIGNMENT_METHOD,
  adviceSentences,
  assignmentName,
  foundSentences,
  lateWords,
  OUTCOME_WORDS,
  presenceSentence,
  stateWords,
  subjectLink,
  subjectName,
} from "#app/ui/followup/assignment-words.ts";
import { planLink } from "#app/ui/followup/links.ts";
import { statusWord } from "#app/ui/followup/words.ts";
import { link, linkToLines, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { sampleBand } from "#app/ui/status-band.ts";
import { bagianName } from "#app/ui/words-of.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await getAssignment(database(), context.scope, params.id ?? "");
  const { r } = view.regency;
  return {
    title: `Penugasan ${view.assignment.no}, ${view.regency.name}`,
    view,
    mayWrite: context.writes.includes(r),
    penilai: context.writes.includesWhole(r),
    limit: MAX_UPLOAD_BYTES,
    ...parseFilters(queryOf(request)),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = params.id ?? "";
  const { fields, file, refused } = await receiveForm(request);
  const refuse = (errors: FieldError[], status: number) => data({ errors, typed: fields }, { status });
  if (refused) return refuse([{ field: "berkas", message: refused.message }], refused.status);
  const given = [database(), context.scope, id, fields] as const;
  const work: Readonly<Record<string, () => ReturnType<typeof closeAssignment>>> = {
    jawab: () => answerAssignment(...given, file),
    kembali: () => returnAssignment(...given),
    tutup: () => closeAssignment(...given),
    tenggat: () => moveDueDate(...given),
    tanggap: () => commentAssignment(...given),
  };
  const asked = fields.tindakan ?? "";
  const answer = await (Object.hasOwn(work, asked) ? work[asked] : undefined)?.();
  if (!answer) throw notFound();
  if ("problems" in answer) return refuse(answer.problems, 400);
  return redirect(paths.satuPenugasan(id), 303);
}

export default function OneAssignment() {
  const { view, mayWrite, penilai, limit, filters, ignored } = useLoaderData<typeof loader>();
  const { errors = [], typed = {} } = useActionData<typeof action>() ?? {};
  const face = useFace();
  const { regency, assignment: one, today, actions } = view;
  const kab = regency.slug;
  const changed = presenceSentence(one);
  return (
    <Page
      eyebrow={`Penugasan ${one.no} · ${bagianName(one.bagian)}, ${regency.name}`}
      h1={`${assignmentName(one)}, ${subjectName(one)}`}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Penugasan temuan", path: paths.penugasan(kab) },
        { name: `Penugasan ${one.no}` },
      ]}
      band={sampleBand(regency)}
      scope={`${capitalise([stateWords(one), lateWords(one)].filter(Boolean).join(", "))}. Tenggat ${formatDate(one.due)}.`}
      method={ASSIGNMENT_METHOD}
    >
      <ErrorSummary errors={errors} />
      {changed && (
        <div className="notice">
          <p>
            {changed}
            {one.presence !== "ada" &&
              one.state !== "ditutup" &&
              (penilai
                ? " Bila sudah sesuai, tutup dengan hasil “tidak lagi ditemukan”."
                : " Penilai dapat menutupnya.")}
          </p>
        </div>
      )}
      <Found view={view} filters={filters} />
      <Thread view={view} />
      {mayWrite && (
        <AssignmentForms
          assignment={one}
          path={paths.satuPenugasan(one.id)}
          today={today}
          penilai={penilai}
          limit={limit}
          errors={errors}
          typed={typed}
        />
      )}
      {actions.length > 0 && (
        <>
          <h2>Rencana tindak lanjut</h2>
          <ul>
            {actions.map(({ no, title, state, due }) => (
              <li key={no}>
                <a href={link(paths.rencana(kab, no), filters)}>{title}</a>: {statusWord(state)}, tenggat{" "}
                {formatShortDate(due)}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayOpen(face, paths.rencanaBaru(kab)) && (
        <p className="no-print">
          <a className="button second" href={planLink(kab, filters, { penugasan: one.id })}>
            Buat rencana tindak lanjut
          </a>
        </p>
      )}
      <Onward
        links={[
          ["Semua penugasan", link(paths.penugasan(kab), filters)],
          [subjectName(one), subjectLink(kab, one, filters)],
          [bagianName(one.bagian), link(paths.bagian(kab, one.bagian.slug), filters)],
        ]}
      />
    </Page>
  );
}

/** What was found when it was sent, and how to mend it. */
const Found = ({
  view: { regency, assignment: one },
  filters,
}: {
  view: AssignmentPage;
  filters: Filters;
}) => {
  const face = useFace();
  const { decree, items } = one.found;
  const links = items.flatMap(({ lines }) => {
    const href = lines && linkToLines(decree.slug, decree.version, lines, filters);
    return lines && href && mayOpen(face, href) ? [{ lines, href }] : [];
  });
  const subject = subjectLink(regency.slug, one, filters);
  return (
    <section aria-labelledby="judul-temuan">
      <h2 id="judul-temuan">Yang ditemukan</h2>
      <p>
        {mayOpen(face, subject) ? <a href={subject}>{subjectName(one)}</a> : subjectName(one)}
        {one.component && `, komponen ${component(one.component).name.toLowerCase()}`}.
      </p>
      <ul>
        {foundSentences(one).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        Cara membenahi: {adviceSentences(one).join(" ")}{" "}
        {links.map(({ lines, href }) => (
          <span key={href}>
            <a href={href}>Lihat di naskah, baris {formatLines(lines)}</a>{" "}
          </span>
        ))}
      </p>
    </section>
  );
};

const KIND_WORDS = {
  tugas: "Ditugaskan",
  jawaban: "Dijawab",
  kembali: "Dikembalikan",
  tutup: "Ditutup",
  tenggat: "Tenggat diubah",
  catatan: "Tanggapan",
} as const;

/** The conversation, oldest first. */
const Thread = ({ view: { regency, assignment: one, entries } }: { view: AssignmentPage }) => (
  <section aria-labelledby="judul-riwayat">
    <h2 id="judul-riwayat">Riwayat</h2>
    <ol className="talk">
      {entries.map(
        ({ seq, kind, side, answer, outcome, due, note, corrected, file_sha, file_name, at, by }) => (
          <li key={seq}>
            <p>
              <strong>{KIND_WORDS[kind]}</strong>
              {answer && `: ${ANSWER_WORDS[answer]}`}
              {outcome && `: ${OUTCOME_WORDS[outcome]}`}
              {due && `, tenggat ${formatShortDate(due)}`}
            </p>
            {note && <p>{note}</p>}
            {corrected && (
              <>
                <p>Isi yang sudah diperbaiki:</p>
                <blockquote>{corrected}</blockquote>
              </>
            )}
            {file_sha && (
              <p>
                <a href={paths.berkasPenugasan(one.id, seq)} download>
                  Unduh {file_name}
                </a>
              </p>
            )}
            <p className="note">
              {kind === "jawaban" && side === "penilai" ? "Dicatat penilai " : `${capitalise(side)} `}
              {by}, {formatInstant(at, regency.zone)}
            </p>
          </li>
        ),
      )}
    </ol>
  </section>
);
