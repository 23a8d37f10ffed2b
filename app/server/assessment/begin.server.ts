import { z } from "zod";
import { partsOf } from "#app/instruments/edition.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { assessmentsIn, insertAssessment } from "#db/queries/assessments.ts";
import { bagianInForce } from "#db/queries/groups.ts";
import { servicesInForce } from "#db/queries/in-force.ts";
import type { AssessmentTable } from "#db/schema-assessments.ts";
import { forbidden, notFound } from "../errors.ts";
import { type EditionView, editionViews } from "../instruments/editions.server.ts";
import { regencyAt } from "../lookup.server.ts";
import { type Actor, assesses, isOwnBagian } from "./actor.ts";
import { isSubstance } from "./items.server.ts";
import { wrongInput } from "./words.ts";

/** What a form that begins assessments sends. */
export const BeginForm = z.object({
  kab: z.string().max(120),
  /** Slug of an edition; "" or left out: the yardstick of substance. */
  edisi: z.string().max(120).optional(),
  /** Numbers of services; or all of one bagian; or the bagian itself as a unit. */
  layanan: z.array(z.coerce.number().int().positive()).max(1000).default([]),
  bagian: z.string().max(120).optional(),
  unit: z.enum(["ya"]).optional(),
});
export type BeginForm = z.infer<typeof BeginForm>;

export interface Begun {
  ids: string[];
  /** Begun before. */
  known: number;
  /** Without a stored text: nothing to judge on. */
  withoutText: number;
}

interface Wanted {
  of: "layanan" | "bagian";
  subjectId: string;
  bagian: { id: string | null; family: string | null };
}

const editionAsked = (editions: readonly EditionView[], slug: string | undefined): EditionView => {
  const open = editions.filter(({ supersededBy }) => supersededBy === null);
  const found = slug ? open.find((one) => one.slug === slug) : open.find(isSubstance);
  if (!found) throw notFound();
  return found;
};

/**
 * Begins assessments of services, of all services of a bagian, or of a bagian as a unit. What was begun before is found
 * again and not begun twice.
 * @throws AppError (403) for who does not assess here, (404) where nothing is there, (400) where nothing is named
 */
export const beginAssessments = async (db: Db, actor: Actor, input: unknown): Promise<Begun> => {
  const form = BeginForm.safeParse(input);
  if (!form.success) throw wrongInput("Pilih layanan yang akan dinilai.");
  const { kab, edisi, layanan, bagian, unit } = form.data;
  const { scope, grants } = actor;
  const { id: r } = await regencyAt(db, scope, kab);
  if (!assesses(grants, r)) throw forbidden();
  const edition = editionAsked(await editionViews(db, scope), edisi);
  const family = partsOf(edition.edition).family;
  const places = await bagianInForce(db.read, scope, [r]);
  const { wanted, withoutText } =
    unit === "ya"
      ? { wanted: unitWanted(places, edition, bagian), withoutText: 0 }
      : await servicesWanted(db, actor, r, places, { layanan, bagian });
  if (wanted.length === 0 && withoutText === 0) throw wrongInput("Pilih layanan yang akan dinilai.");
  const subjects = wanted.map(({ subjectId }) => subjectId);
  const before = await assessmentsIn(db.read, scope, { r: [r], family, subjects });
  const missing = wanted.filter(({ subjectId }) => !before.some((one) => one.subject_id === subjectId));
  const begun = missing.map(({ of, subjectId, bagian: place }): AssessmentTable => {
    const at = db.now();
    return {
      r,
      id: db.newId(),
      of,
      subject_id: subjectId,
      family,
      instrument_id: edition.id,
      state: "draf",
      own: isOwnBagian(grants, r, place) ? 1 : 0,
      submission: 0,
      content_hash: null,
      parts: null,
      answers_hash: null,
      answers: null,
      stale: null,
      submitted_at: null,
      submitted_by: null,
      seconded_at: null,
      seconded_by: null,
      reviewed_at: null,
      reviewed_by: null,
      round_id: null,
      at,
      by: scope.actor,
      moved_at: at,
    };
  });
  const stored = begun.length > 0 ? await store(db, actor, r, family, begun) : [];
  return { ids: [...before.map(({ id }) => id), ...stored], known: before.length, withoutText };
};

/** One event each, in one transaction; whom somebody else began meanwhile stays theirs. */
const store = async (
  db: Db,
  { scope }: Actor,
  r: number,
  family: string,
  begun: readonly AssessmentTable[],
): Promise<string[]> => {
  const [first, ...others] = begun as [AssessmentTable, ...AssessmentTable[]];
  const event = (one: AssessmentTable) => ({
    r,
    action: "penilaian.mulai" as const,
    subject: one.id,
    after: { [one.of]: one.subject_id, edisi: one.instrument_id },
  });
  return change(db, scope, event(first), async (trx, { also }) => {
    const subjects = begun.map(({ subject_id }) => subject_id);
    const meanwhile = await assessmentsIn(trx, scope, { r: [r], family, subjects });
    if (meanwhile.length > 0) return meanwhile.map(({ id }) => id);
    for (const one of [first, ...others]) {
      if (one !== first) await also(event(one));
      await insertAssessment(trx, one);
    }
    return begun.map(({ id }) => id);
  });
};

type Places = Awaited<ReturnType<typeof bagianInForce>>;

const unitWanted = (places: Places, edition: EditionView, slug: string | undefined): Wanted[] => {
  if (!edition.content.dimensions.some(({ indicators }) => indicators.some(({ of }) => of === "unit"))) {
    throw wrongInput("Instrumen ini tidak memuat indikator unit.");
  }
  const place = places.find(({ bagian_slug }) => bagian_slug === slug);
  if (!place?.bagian_id) throw notFound();
  const bagian = { id: place.bagian_id, family: place.family };
  return [{ of: "bagian", subjectId: place.bagian_id, bagian }];
};

const servicesWanted = async (
  db: Db,
  { scope }: Actor,
  r: number,
  places: Places,
  { layanan, bagian }: Pick<BeginForm, "layanan" | "bagian">,
): Promise<{ wanted: Wanted[]; withoutText: number }> => {
  const rows = (await servicesInForce(db.read, scope, { r: [r] })).filter(({ no, bagian_slug }) =>
    layanan.length > 0 ? layanan.includes(no) : bagian !== undefined && bagian_slug === bagian,
  );
  const judged = rows.filter(({ content_hash }) => content_hash !== null);
  return {
    wanted: judged.map(({ service_id, bagian_slug, family }) => ({
      of: "layanan",
      subjectId: service_id,
      bagian: {
        id: places.find((place) => place.bagian_slug === bagian_slug)?.bagian_id ?? null,
        family,
      },
    })),
    withoutText: rows.length - judged.length,
  };
};
