import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatShortDate } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { pairWords } from "#app/scoring/all-findings.ts";
import {
  type Assignable,
  type AssignRequest,
  assignFindings,
  getAssignForm,
  MOST_AT_ONCE,
} from "#app/server/assignments/assign.server.ts";
import { database } from "#app/server/database.server.ts";
import { groupBy } from "#app/server/group-by.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { AreaField, SelectField, TextField } from "#app/ui/Fields.tsx";
import { type Filters, parseFilters, toServiceFilter } from "#app/ui/filters.ts";
import { STATE_WORDS } from "#app/ui/followup/assignment-words.ts";
import { typedIn } from "#app/ui/form.ts";
import { link, paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { statusBand } from "#app/ui/status-band.ts";
import { findingSubject } from "#app/ui/tables/findings.ts";
import { bagianName, findingSentence } from "#app/ui/words-of.ts";

/** Filters that choose among findings. */
const USES = ["tahun", "rumpun", "bagian", "pengguna", "komponen", "tingkat", "temuan"] as const;

const askedIn = (query: URLSearchParams, kab: string): AssignRequest & { filters: Filters } => {
  const { filters } = parseFilters(query);
  const service = Number(query.get("layanan") ?? "");
  return {
    kab,
    filters,
    filter: toServiceFilter(filters, USES),
    service: Number.isInteger(service) && service > 0 ? service : null,
  };
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { filters, ...asked } = askedIn(queryOf(request), params.kab ?? "");
  const form = await getAssignForm(database(), context.scope, asked);
  return {
    title: `Tugaskan temuan, ${form.regency.name}`,
    form,
    filters,
    extra: { layanan: asked.service ?? undefined },
    most: MOST_AT_ONCE,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const kab = params.kab ?? "";
  const { filters: _filters, ...asked } = askedIn(queryOf(request), kab);
  const form = await request.formData();
  const keys = form.getAll("temuan").flatMap((one) => (typeof one === "string" ? [one] : []));
  const answer = await assignFindings(database(), context.scope, asked, keys, typedIn(form));
  if ("problems" in answer)
    return data({ errors: answer.problems, typed: typedIn(form), keys }, { status: 400 });
  const { sent, bagian, already } = answer.done;
  return redirect(`${paths.penugasan(kab)}?dikirim=${sent}&ke=${bagian}&sudah=${already}`, 303);
}

export default function Assign() {
  const { form, filters, extra, most } = useLoaderData<typeof loader>();
  const { errors = [], typed = {}, keys = null } = useActionData<typeof action>() ?? {};
  const { regency, groups, bagian, today } = form;
  const kab = regency.slug;
  const free = groups.filter(({ open }) => open === null);
  const places = [...groupBy(groups, (one) => (one.bagian ? bagianName(one.bagian) : NO_OWNER))];
  const field = { errors, typed };
  return (
    <Page
      eyebrow={`Penugasan temuan · ${regency.name}`}
      h1={
        free.length === 0
          ? "Tidak ada temuan yang dapat ditugaskan dengan saringan ini"
          : `Tugaskan temuan kepada bagian: tersedia ${formatCount(free.length)}`
      }
      filters={filters}
      zone={regency.zone}
      crumbs={[
        ...regencyCrumbs(regency),
        { name: "Penugasan temuan", path: paths.penugasan(kab) },
        { name: "Tugaskan" },
      ]}
      band={statusBand([regency], [])}
      scope={[
        "Satu baris memuat semua temuan sejenis pada satu komponen satu layanan.",
        free.length < groups.length && `Sudah ditugaskan: ${formatCount(groups.length - free.length)}.`,
        groups.length === most && `Hanya ${formatCount(most)} pertama yang ditampilkan.`,
      ]
        .filter(Boolean)
        .join(" ")}
    >
      <ErrorSummary errors={errors} />
      {groups.length === 0 ? (
        <p>
          <a href={link(paths.temuan(), filters, { change: { kabupaten: [kab] } })}>Kembali ke Temuan</a>.
        </p>
      ) : (
        <form method="post" action={link(paths.penugasanBaru(kab), filters, { extra })}>
          {free.length > 0 && (
            <div className="wizard-form">
              <TextField
                id="tenggat"
                label="Tenggat jawaban"
                hint={`Paling cepat hari ini, ${formatShortDate(today)}.`}
                type="date"
                required
                {...field}
              />
              <AreaField id="catatan" label="Pesan kepada bagian" most={1000} {...field} />
              {free.some((one) => one.bagian === null) && (
                <SelectField
                  id="bagian_tujuan"
                  label="Bagian yang menjawab temuan tanpa bagian"
                  hint="Temuan pada keputusan, atau pada layanan yang bagiannya tidak disebut dalam naskah."
                  empty="Pilih bagian"
                  options={bagian.map(({ slug, name }) => [slug, name])}
                  {...field}
                />
              )}
            </div>
          )}
          <div id="temuan" tabIndex={-1}>
            {places.map(([place, own], at) => (
              <fieldset key={place} className="plain-set">
                <legend>
                  {place} · {formatCount(own.length)}
                </legend>
                <ul className="finding-choices">
                  {own.map((one, nth) => (
                    <Choice
                      key={one.key}
                      id={`pilih-${at}-${nth}`}
                      one={one}
                      checked={
                        keys === null ? one.bagian !== null || groups.length === 1 : keys.includes(one.key)
                      }
                      filters={filters}
                    />
                  ))}
                </ul>
              </fieldset>
            ))}
          </div>
          <div className="buttons">
            {free.length > 0 && <button type="submit">Tugaskan yang dipilih</button>}
            <a
              className="button second"
              href={link(paths.temuan(), filters, { change: { kabupaten: [kab] } })}
            >
              Kembali ke Temuan
            </a>
          </div>
        </form>
      )}
    </Page>
  );
}

const NO_OWNER = "Tanpa bagian";

interface ChoiceProps {
  id: string;
  one: Assignable;
  checked: boolean;
  filters: Filters;
}

/** One finding to send; what is sent already leads to its conversation instead. */
const Choice = ({ id, one, checked, filters }: ChoiceProps) => {
  const [first] = one.rows;
  if (!first) return null;
  const { name, href } = findingSubject(first, filters);
  return (
    <li>
      {one.open ? (
        <>
          <strong>{pairWords(one)}</strong>, <a href={href}>{name}</a>:{" "}
          <a href={paths.satuPenugasan(one.open.id)}>
            penugasan {one.open.no}, {STATE_WORDS[one.open.state]}
          </a>
          , tenggat {formatShortDate(one.open.due)}
        </>
      ) : (
        <>
          <input
            type="checkbox"
            className="choose"
            id={id}
            name="temuan"
            value={one.key}
            defaultChecked={checked}
          />{" "}
          <label htmlFor={id}>
            <strong>{pairWords(one)}</strong>, {name}
          </label>
        </>
      )}
      {[...new Set(one.rows.map(findingSentence))].map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
    </li>
  );
};
