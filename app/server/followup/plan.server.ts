import { z } from "zod";
import type { Origin } from "#app/followup/origin.ts";
import { quarterDays, quarterOf } from "#app/followup/quarter.ts";
import { indicatorsOf } from "#app/instruments/edition.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import { ALL_FINDING_CODES, ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import { UNSUR_KEYS } from "#app/survey/editions.ts";
import { monthsOf } from "#app/survey/months.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { actionById, insertAction } from "#db/queries/actions.ts";
import { assignmentById } from "#db/queries/assignments.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { nextNo } from "#db/queries/numbers.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { DueKind } from "#db/schema-followup.ts";
import type { Scope } from "#db/scope.ts";
import { type Answer, problem } from "../accounts/problems.ts";
import { forbidden } from "../errors.ts";
import { fieldProblems, isDay, typedDay, typedText } from "../form-fields.ts";
import { editionViews } from "../instruments/editions.server.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef, serviceRef } from "../refs.ts";
import { todayIn } from "../today.ts";
import type { RegencyRef, ServiceRef } from "../views.ts";
import { WHOLE_SETDA } from "./actions.server.ts";

const short = (most: number) => z.string().trim().max(most).catch("").default("");

/** The cause of a plan, as an address and a form name it: slugs and keys, each of which may be left out. */
export const CauseFields = z.object({
  asal: short(20),
  unsur: short(40),
  periode: short(20),
  komponen: short(40),
  temuan: short(80),
  edisi: short(100),
  indikator: short(120),
  /** Leading number of the service's address. */
  layanan: short(10),
  bagian: short(120),
  penugasan: short(60),
});
export type CauseFields = z.infer<typeof CauseFields>;

/** A cause that was found in the data, with what the form proposes from it. */
export interface Cause {
  origin: Origin;
  service: ServiceRef | null;
  serviceId: string | null;
  assignmentId: string | null;
  /** Slug of the bagian that the cause is about; null: none, or the whole secretariat. */
  bagian: string | null;
}

export interface PlanForm {
  /** Of the plan that the form makes: sent twice, it is still one. */
  id: string;
  regency: RegencyRef;
  today: string;
  cause: Cause;
  /** Who may answer for it. */
  bagian: { slug: string; name: string }[];
  /** Quarters that may be chosen as due: this one and the next seven. */
  quarters: string[];
}

const QUARTERS_AHEAD = 8;

const quartersFrom = (today: string): string[] => {
  const found = [quarterOf(today)];
  while (found.length < QUARTERS_AHEAD) {
    const last = found.at(-1) ?? "";
    const [year, nth] = [Number(last.slice(0, 4)), Number(last.slice(-1))];
    found.push(nth === 4 ? `${year + 1}-TW1` : `${year}-TW${nth + 1}`);
  }
  return found;
};

/** Who may answer for an action, and the quarters that may be chosen as due: this one and the next seven. */
export const ownerChoices = async (
  db: Db,
  scope: Scope,
  regency: Pick<RegencyRef, "r" | "zone">,
): Promise<Pick<PlanForm, "bagian" | "quarters">> => ({
  bagian: (await listBagian(db.read, scope))
    .filter(({ r }) => r === regency.r)
    .map(({ slug, name }) => ({ slug, name })),
  quarters: quartersFrom(todayIn(db, regency)),
});

/**
 * What the form of a new plan shows: its cause as the address names it. What is not known is left out, so that a plan
 * can always be written; what is known is looked up, so that no cause is made up by an address.
 * @throws AppError (404) where the regency is not in scope; (403) where only some of its bagian are
 */
export const getPlanForm = async (
  db: Db,
  scope: Scope,
  kab: string,
  asked: CauseFields,
): Promise<PlanForm> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  if (!scope.includesWhole(regency.r)) throw forbidden();
  return {
    id: db.newId(),
    regency,
    today: todayIn(db, regency),
    cause: await causeOf(db, scope, regency, asked),
    ...(await ownerChoices(db, scope, regency)),
  };
};

const causeOf = async (
  db: Db,
  scope: Scope,
  { r }: Pick<RegencyRef, "r">,
  asked: CauseFields,
): Promise<Cause> => {
  const { services, bagian } = await surveyUnits(db.read, scope, r);
  const assignment = asked.penugasan ? await assignmentById(db.read, scope, asked.penugasan) : undefined;
  const sent = assignment?.r === r ? assignment : undefined;
  const service = sent
    ? services.find(({ id }) => id === sent.service_id)
    : services.find(({ no }) => String(no) === asked.layanan);
  const about = sent
    ? bagian.find(({ id }) => id === sent.bagian_id)
    : (bagian.find(({ id }) => id === service?.bagian_id) ??
      bagian.find(({ slug }) => slug === asked.bagian));
  const place = about?.name ?? null;
  const component = COMPONENTS.find(({ slug }) => slug === asked.komponen)?.key ?? null;
  const origin = async (): Promise<Origin> => {
    if (sent) return { kind: "temuan", code: sent.code, component: sent.component || null, place };
    if (asked.asal === "unsur") {
      const unsur = UNSUR_KEYS.find((key) => key === asked.unsur);
      if (unsur && monthsOf(asked.periode)) return { kind: "unsur", unsur, period: asked.periode, place };
    }
    if (asked.asal === "temuan") {
      const code = ALL_FINDING_CODES.find((one) => ALL_FINDINGS[one].slug === asked.temuan);
      if (code) return { kind: "temuan", code, component, place };
    }
    if (asked.asal === "komponen" && component) return { kind: "komponen", component, place };
    if (asked.asal === "ombudsman") {
      const edition = (await editionViews(db, scope)).find(
        ({ slug, kind }) => slug === asked.edisi && kind === "ombudsman",
      );
      const found = edition && indicatorsOf(edition.content).find(({ id }) => id === asked.indikator);
      if (edition && found)
        return { kind: "ombudsman", edition: edition.slug, indicator: found.id, name: found.name, place };
    }
    return { kind: "bebas", place };
  };
  return {
    origin: await origin(),
    service: service ? serviceRef(service) : null,
    serviceId: service?.id ?? null,
    assignmentId: sent?.id ?? null,
    bagian: about?.slug ?? null,
  };
};

const PlanFields = z.object({
  isian: z.uuid().optional().catch(undefined),
  uraian: typedText(500),
  penanggung: typedText(120),
  jabatan: typedText(160),
  /** A quarter; "" where a day is given. */
  triwulan: typedText(10),
  tenggat: typedDay(),
  direncanakan: typedDay(),
  catatan: typedText(1000),
});

/** The due date that a form gives: a day, or the last day of a quarter. Null where it gives none. */
export const dueOf = ({
  tenggat,
  triwulan,
}: {
  tenggat: string;
  triwulan: string;
}): { due: string; kind: DueKind } | null => {
  if (isDay(tenggat)) return { due: tenggat, kind: "tanggal" };
  const quarter = tenggat === "" ? quarterDays(triwulan) : null;
  return quarter ? { due: quarter.last, kind: "triwulan" } : null;
};

/**
 * Plans an action: state *rencana* from the day it was planned, which may lie back where it was agreed on paper.
 * @returns its number, or the problems of the form
 * @throws AppError (404) where the regency is not in scope; (403) where only some of its bagian are
 */
export const planAction = async (
  db: Db,
  scope: Scope,
  kab: string,
  input: Readonly<Record<string, string>>,
): Promise<Answer<{ no: number }>> => {
  const form = await getPlanForm(db, scope, kab, CauseFields.parse({ ...input, bagian: input.bagian_asal }));
  const parsed = PlanFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { isian, uraian, penanggung, jabatan, tenggat, triwulan, direncanakan, catatan } = parsed.data;
  const { regency, today, cause } = form;
  const planned = direncanakan === "" ? today : direncanakan;
  const owners = (await listBagian(db.read, scope)).filter(({ r }) => r === regency.r);
  const owner = owners.find(({ slug }) => slug === penanggung);
  const due = dueOf({ tenggat, triwulan });
  const problems = [
    ...(uraian === "" ? problem("uraian", "Tuliskan apa yang akan dilakukan.").problems : []),
    ...(!owner && penanggung !== WHOLE_SETDA
      ? problem("penanggung", "Pilih bagian penanggung jawab.").problems
      : []),
    ...(jabatan === ""
      ? problem("jabatan", "Sebutkan jabatan penanggung jawab, misalnya Kepala Bagian Umum.").problems
      : []),
    ...(!isDay(planned) || planned > today
      ? problem("direncanakan", "Tanggal rencana tidak dikenal atau belum tiba.").problems
      : []),
    ...(!due
      ? problem(
          "tenggat",
          tenggat === ""
            ? "Isi tanggal tenggat, atau pilih triwulannya."
            : "Tanggal tenggat tidak dikenal. Tulis seperti 2026-12-31.",
        ).problems
      : []),
    ...(due && isDay(planned) && due.due < planned
      ? problem("tenggat", "Tenggat mendahului tanggal rencana.").problems
      : []),
  ];
  if (problems.length > 0 || !due) return { problems };
  const sent = isian ? await actionById(db.read, scope, regency.r, isian) : undefined;
  const again = sent?.title === uraian && sent.owner_title === jabatan && sent.due === due.due;
  if (sent && again) return { done: { no: sent.no } };
  // A form that was gone back to and filled in anew makes another plan.
  const id = isian && !sent ? isian : form.id;
  const at = db.now();
  const row = {
    r: regency.r,
    id,
    bagian_id: owner?.id ?? null,
    owner_title: jabatan,
    title: uraian,
    origin: JSON.stringify(cause.origin),
    origin_kind: cause.origin.kind,
    service_id: cause.serviceId,
    assignment_id: cause.assignmentId,
    due: due.due,
    due_kind: due.kind,
    state: "rencana" as const,
    obstacles: null,
    at,
    by: scope.actor,
    updated_at: at,
  };
  const event = { r: regency.r, action: "rencana.catat", subject: id } as const;
  return change(db, scope, event, async (trx, { amend }) => {
    const no = await nextNo(trx, "action", regency.r);
    const { origin: _origin, at: _at, by: _by, updated_at: _updated, r: _r, ...told } = row;
    amend({ after: { ...told, no, origin: cause.origin, direncanakan: planned } });
    const first = { day: planned, state: row.state, due: row.due, note: catatan, at, by: scope.actor };
    await insertAction(trx, { ...row, no }, first);
    return { done: { no } };
  });
};
