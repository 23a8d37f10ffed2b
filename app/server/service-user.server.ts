import { z } from "zod";
import { PENGGUNA } from "#app/scoring/pengguna.ts";
import { change, type EventAction } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { lastEventOf } from "#db/queries/events.ts";
import { serviceByNo, updateService } from "#db/queries/register.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "./errors.ts";
import { regencyAt } from "./lookup.server.ts";

/** What the form of a service sheet sends. */
export const UserForm = z.object({ pengguna: z.enum(PENGGUNA) });

/** What a form says, or the one refusal of a form that says something else. */
const saidBy = <T>(form: z.ZodType<T>, input: unknown, code: string, message: string): T => {
  const parsed = form.safeParse(input);
  if (!parsed.success)
    throw new AppError({ code, status: 400, message: `${message} Tidak ada yang diubah.` });
  return parsed.data;
};

type Service = NonNullable<Awaited<ReturnType<typeof serviceByNo>>>;

/** What a person decides about a service: `set` is stored, `told` is what the event says of it before and after. */
interface Decision {
  action: EventAction;
  field: string;
  set: Parameters<typeof updateService>[3];
  /** It stands so already. */
  holds: (service: Service) => boolean;
  told: (service: Service) => unknown;
  after: unknown;
}

const decide = async (db: Db, scope: Scope, kab: string, no: number, decision: Decision): Promise<void> => {
  const { action, field, set, holds, told, after } = decision;
  const { id: r } = await regencyAt(db, scope, kab);
  const known = await serviceByNo(db.read, r, no);
  if (!known) throw notFound();
  if (holds(known)) return;
  await change(db, scope, { r, action, subject: known.id, field }, async (trx, { amend }) => {
    const before = await serviceByNo(trx, r, no);
    if (!before) throw notFound();
    amend({ before: told(before), after });
    await updateService(trx, r, before.id, set);
  });
};

/**
 * Confirms who uses a service: what a person says stands, and no later text changes it. Saying the same again changes
 * nothing.
 * @throws AppError (404) where the service is not there; (400) where the value is none of the four
 */
export const confirmUser = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  input: unknown,
): Promise<void> => {
  const { pengguna } = saidBy(UserForm, input, "pengguna", "Pilih satu dari empat pengguna layanan.");
  await decide(db, scope, kab, no, {
    action: "layanan.pengguna",
    field: "pengguna",
    set: { pengguna, pengguna_confirmed: 1 },
    holds: (service) => service.pengguna === pengguna && service.pengguna_confirmed === 1,
    told: (service) => ({ pengguna: service.pengguna, ditetapkan: service.pengguna_confirmed === 1 }),
    after: { pengguna, ditetapkan: true },
  });
};

/** Most users a year that are believed: no regency has more people than this. */
const MOST_USERS = 10_000_000;
/** Digits, dots between thousands; empty for "not known". */
export const VolumeForm = z.object({
  volume: z
    .string()
    .trim()
    .regex(/^(\d{1,3}(\.\d{3})+|\d*)$/)
    .transform((words) => (words === "" ? null : Number(words.replaceAll(".", ""))))
    .pipe(z.number().int().min(1).max(MOST_USERS).nullable()),
});

/**
 * Records how many people use a service in a year, or that nobody knows. Priorities weigh it.
 * @throws AppError (404) where the service is not there; (400) where it is no whole number
 */
export const setVolume = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  input: unknown,
): Promise<void> => {
  const { volume } = saidBy(
    VolumeForm,
    input,
    "volume",
    "Tulis jumlah pengguna setahun sebagai bilangan bulat, misalnya 1.200, atau kosongkan.",
  );
  await decide(db, scope, kab, no, {
    action: "layanan.volume",
    field: "volume",
    set: { volume },
    holds: (service) => service.volume === volume,
    told: (service) => service.volume,
    after: volume,
  });
};

/** Who confirmed the user of a service last, and when (UTC ISO); nulls where nobody did. */
export const userConfirmedBy = async (
  db: Db,
  scope: Scope,
  r: number,
  serviceId: string,
): Promise<{ by: string | null; at: string | null }> => {
  const event = await lastEventOf(db.read, scope, { r, action: "layanan.pengguna", subject: serviceId });
  return { by: event?.actor ?? null, at: event?.at ?? null };
};
