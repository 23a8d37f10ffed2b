import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatDate, formatInstant, formatShortDate } from "#app/format/dates.ts";
import { periodNames } from "#app/format/periods.ts";
import { receiveForm } from "#app/server/attachments/receive.server.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { type ActionPage, getAction, numberIn } from "#app/server/followup/actions.server.ts";
import { ownerChoices } from "#app/server/followup/plan.server.ts";
import {
  addEvidence,
  changePlan,
  nextStates,
  setObstacles,
  setState,
} from "#app/server/followup/progress.server.ts";
import { MAX_UPLOAD_BYTES } from "#app/server/upload.server.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { parseFilters } from "#app/ui/filters.ts";
import { ActionForms } from "#app/ui/followup/ActionForms.tsx";
import {
  daysWords,
  dueWords,
  originLink,
  originWords,
  ownerWords,
  statusWord,
} from "#app/ui/followup/words.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { sampleBand } from "#app/ui/status-band.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ignored } = parseFilters(queryOf(request));
  const view = await getAction(database(), context.scope, params.kab ?? "", numberIn(params.no));
  const { r } = view.regency;
  const whole = context.writes.includesWhole(r);
  const choices = whole ? await ownerChoices(database(), context.writes, view.regency) : null;
  return {
    title: `Rencana ${view.action.no}, ${view.regency.name}`,
    view,
    mayWrite: context.writes.includes(r),
    whole,
    next: nextStates(view.action.state, whole),
    bagian: choices?.bagian ?? [],
    quarters: choices?.quarters ?? [],
    limit: MAX_UPLOAD_BYTES,
    filters,
    ignored,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const [kab, no] = [params.kab ?? "", numberIn(params.no)] as const;
  const { fields, file, refused } = await receiveForm(request);
  const refuse = (errors: FieldError[], status: number) => data({ errors, typed: fields }, { status });
  if (refused) return refuse([{ field: "berkas", message: refused.message }], refused.status);
  const given = [database(), context.scope, kab, no, fields] as const;
  const work: Readonly<Record<string, () => ReturnType<typeof setState>>> = {
    status: () => setState(...given),
    bukti: () => addEvidence(...given, file),
    kendala: () => setObstacles(...given),
    ubah: () => changePlan(...given),
  };
  const asked = fields.tindakan ?? "";
  const answer = await (Object.hasOwn(work, asked) ? work[asked] : undefined)?.();
  if (!answer) throw notFound();
  if ("problems" in answer) return refuse(answer.problems, 400);
  return redirect(paths.rencana(kab, no), 303);
}

export default function OneAction() {
  const { view, mayWrite, whole, next, bagian, quarters, limit, filters, ignored } =
    useLoaderData<typeof loader>();
  const { errors = [], typed = {} } = useActionData<typeof action>() ?? {};
  const { regency, action: one, today } = view;
  const kab = regency.slug;
  const path = paths.rencana(kab, one.no);
  const source = originLink(kab, one, filters);
  const days = daysWords(one);
  return (
    <Page
      eyebrow={`Rencana tindak lanjut ${one.no} · ${regency.name}`}
      h1={one.title}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Tindak lanjut", path: paths.tindakLanjut(kab) },
        { name: `Rencana ${one.no}` },
      ]}
      band={sampleBand(regency)}
      scope={`Keadaan ${formatDate(today)}: ${[statusWord(one.status), one.status === "terlambat" && one.state, days && one.status !== "terlambat" ? days : days.replace("terlambat ", "")].filter(Boolean).join(", ")}.`}
    >
      <ErrorSummary errors={errors} />
      <dl className="facts">
        <dt>Penanggung jawab</dt>
        <dd>{ownerWords(one)}</dd>
        <dt>Tenggat</dt>
        <dd>
          {dueWords(one)}
          {one.moved > 0 && `, digeser ${one.moved} kali`}
        </dd>
        <dt>Asal</dt>
        <dd>
          {source ? (
            <a href={source}>{originWords(one.origin, one.service)}</a>
          ) : (
            originWords(one.origin, one.service)
          )}
        </dd>
        <dt>Direncanakan</dt>
        <dd>{formatDate(one.plannedOn)}</dd>
        <dt>Kendala</dt>
        <dd>{one.obstacles ?? "tidak ada yang dicatat"}</dd>
      </dl>
      <Proofs view={view} />
      <History view={view} />
      {mayWrite && (
        <ActionForms
          action={one}
          path={path}
          today={today}
          next={next}
          whole={whole}
          bagian={bagian}
          quarters={quarters.map((quarter) => [quarter, periodNames(quarter).long])}
          limit={limit}
          errors={errors}
          typed={typed}
        />
      )}
      <Onward
        links={[
          ["Semua rencana tindak lanjut", link(paths.tindakLanjut(kab), filters)],
          ...(one.service
            ? [[one.service.name, link(paths.layanan(kab, one.service), filters)] as const]
            : []),
          [regency.name, link(paths.kabupaten(kab), filters)],
        ]}
      />
    </Page>
  );
}

const Proofs = ({ view: { regency, action: one, proofs } }: { view: ActionPage }) => (
  <section id="bukti" aria-labelledby="judul-bukti" tabIndex={-1}>
    <h2 id="judul-bukti">Bukti</h2>
    {proofs.length === 0 ? (
      <p>Belum ada bukti yang dicatat.</p>
    ) : (
      <ol className="talk">
        {proofs.map(({ seq, note, link: address, file_sha, file_name, dated, at, by }) => (
          <li key={seq}>
            <p>
              {file_sha && (
                <a href={paths.buktiRencana(regency.slug, one.no, seq)} download>
                  Unduh {file_name}
                </a>
              )}
              {file_sha && address && " · "}
              {address && (
                <a href={address} rel="noreferrer">
                  {address}
                </a>
              )}
            </p>
            {note && <p>{note}</p>}
            <p className="note">
              {dated ? `Bukti bertanggal ${formatShortDate(dated)}; ` : ""}ditambahkan {by},{" "}
              {formatInstant(at, regency.zone)}
            </p>
          </li>
        ))}
      </ol>
    )}
  </section>
);

const History = ({ view: { regency, steps } }: { view: ActionPage }) => (
  <section aria-labelledby="judul-riwayat">
    <h2 id="judul-riwayat">Riwayat</h2>
    <ol className="talk">
      {steps.map(({ seq, day, state, due, note, at, by }, place) => {
        const before = steps[place - 1];
        const moved = before && before.due !== due;
        return (
          <li key={seq}>
            <p>
              <strong>{formatDate(day)}</strong>: {statusWord(state)}
              {!before && `, tenggat ${formatShortDate(due)}`}
              {moved && `; tenggat digeser dari ${formatShortDate(before.due)} ke ${formatShortDate(due)}`}
            </p>
            {note && <p>{note}</p>}
            <p className="note">
              Dicatat {by}, {formatInstant(at, regency.zone)}
            </p>
          </li>
        );
      })}
    </ol>
  </section>
);
