import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { getAssignments } from "#app/server/assignments/assignments.server.ts";
import { database } from "#app/server/database.server.ts";
import { mayOpen } from "#app/ui/answer.ts";
import { regencyCrumbs } from "#app/ui/crumbs.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { useFace } from "#app/ui/face.ts";
import {
  ASSIGNMENT_METHOD,
  assignmentsScope,
  assignmentsSentence,
  placeName,
  STATE_WORDS,
} from "#app/ui/followup/assignment-words.ts";
import { FilterSelects } from "#app/ui/followup/FilterSelects.tsx";
import { knownValues } from "#app/ui/followup/own-filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf, withFilters } from "#app/ui/request.ts";
import { sampleBand } from "#app/ui/status-band.ts";
import { assignmentsTable } from "#app/ui/tables/assignments.ts";
import { bagianName } from "#app/ui/words-of.ts";

const LATE = "terlambat";
const STATES = ["ditugaskan", "dijawab", "dikembalikan", "ditutup"] as const;
const CHOICES = [LATE, ...STATES] as const;

/** Apa yang dikirim kepada tiap bagian, dan apa jawabnya? */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request);
  const asked = knownValues(query, "keadaan", CHOICES);
  const state = STATES.filter((one) => asked.values.includes(one));
  const { view, filters, ignored } = await withFilters(
    request,
    ({ bagian }) =>
      getAssignments(database(), context.scope, {
        kab: params.kab ?? "",
        filter: { state, bagian, late: asked.values.includes(LATE) },
      }),
    (found) => ({ bagian: found.bagian.map(({ slug }) => slug) }),
  );
  const [sent, bagian, already] = ["dikirim", "ke", "sudah"].map((key) => Number(query.get(key) ?? ""));
  return {
    title: `Penugasan temuan ${view.regency.name}`,
    h1: assignmentsSentence(placeName(view, filters.bagian, view.regency.shortName), view),
    view,
    done: query.has("dikirim") ? { sent: sent ?? 0, bagian: bagian ?? 0, already: already ?? 0 } : null,
    extra: { keadaan: asked.values.join(",") || undefined },
    filters,
    ignored: [...ignored, ...asked.ignored],
  };
}

export default function Assignments() {
  const { h1, view, done, extra, filters, ignored } = useLoaderData<typeof loader>();
  const face = useFace();
  const { regency, rows, total, counts, late, bagian } = view;
  const kab = regency.slug;
  const path = paths.penugasan(kab);
  const mayAssign = mayOpen(face, paths.penugasanBaru(kab));
  const choice = (key: (typeof CHOICES)[number], words: string, n: number) =>
    [key, `${words} (${formatCount(n)})`] as const;
  return (
    <Page
      eyebrow={`Penugasan temuan · ${regency.name}`}
      h1={h1}
      filters={filters}
      ignored={ignored}
      zone={regency.zone}
      crumbs={[...regencyCrumbs(regency), { name: "Penugasan temuan" }]}
      band={sampleBand(regency)}
      scope={total > 0 ? assignmentsScope(view) : undefined}
      method={ASSIGNMENT_METHOD}
    >
      {done && (
        <div className="done" role="status">
          <p>
            {done.sent === 0
              ? "Tidak ada temuan baru yang dikirim."
              : `Terkirim ${formatCount(done.sent)} penugasan kepada ${formatCount(done.bagian)} bagian.`}
            {done.already > 0 &&
              ` Sudah ditugaskan sebelumnya dan tidak dikirim dua kali: ${formatCount(done.already)}.`}
          </p>
        </div>
      )}
      <FilterSelects
        path={path}
        filters={filters}
        selects={[
          {
            key: "keadaan",
            label: "Keadaan",
            value: extra.keadaan ?? "",
            options: [
              choice(LATE, "terlambat", late),
              ...STATES.map((one) => choice(one, STATE_WORDS[one], counts[one])),
            ],
          },
          {
            key: "bagian",
            label: "Bagian",
            value: filters.bagian.join(","),
            options: bagian.map((one) => [one.slug, bagianName(one)]),
          },
        ]}
      />
      {mayAssign && (
        <p className="buttons no-print">
          <a className="button" href={link(paths.temuan(), filters, { change: { kabupaten: [kab] } })}>
            Pilih temuan untuk ditugaskan
          </a>
          {total > 0 && (
            <a className="button second" href={link(paths.notaDinas(kab), filters)}>
              Susun nota dinas
            </a>
          )}
        </p>
      )}
      {total > 0 && (
        <>
          <h2>Penugasan{rows.length === total ? "" : ` · ditampilkan ${formatShare(rows.length, total)}`}</h2>
          {rows.length === 0 ? (
            <p>Tidak ada penugasan yang cocok dengan saringan ini.</p>
          ) : (
            <DataTable
              table={assignmentsTable(kab, rows, filters)}
              files={{ path, filters, extra }}
              hideCaption
            />
          )}
        </>
      )}
      <Onward
        links={[
          ["Temuan", link(paths.temuan(), filters, { change: { kabupaten: [kab] } })],
          ["Tindak lanjut", link(paths.tindakLanjut(kab), filters)],
          [regency.name, link(paths.kabupaten(kab), filters)],
        ]}
      />
    </Page>
  );
}
