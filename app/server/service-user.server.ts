import { z } from "zod";
import { PENGGUNA } from "#app/scoring/pengguna.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { lastEventOf } from "#db/queries/events.ts";
import { serviceByNo, updateService } from "#db/queries/register.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "./errors.ts";
import { regencyAt } from "./lookup.server.ts";

/** What the form of a service sheet sends. */
export const UserForm = z.object({ pengguna: z.enum(PENGGUNA) });

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
  const parsed = UserForm.safeParse(input);
  if (!parsed.success) {
    throw new AppError({
      code: "pengguna",
      status: 400,
      message: "Pilih satu dari empat pengguna layanan. Tidak ada yang diubah.",
    });
  }
  const { pengguna } = parsed.data;
  const { id: r } = await regencyAt(db, scope, kab);
  const known = await serviceByNo(db.read, r, no);
  if (!known) throw notFound();
  if (known.pengguna === pengguna && known.pengguna_confirmed === 1) return;
  const event = { r, action: "layanan.pengguna", subject: known.id, field: "pengguna" } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const before = await serviceByNo(trx, r, no);
    if (!before) throw notFound();
    amend({
      before: { pengguna: before.pengguna, ditetapkan: before.pengguna_confirmed === 1 },
      after: { pengguna, ditetapkan: true },
    });
    await updateService(trx, r, before.id, { pengguna, pengguna_confirmed: 1 });
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
  const parsed = VolumeForm.safeParse(input);
  if (!parsed.success) {
    throw new AppError({
      code: "volume",
      status: 400,
      message:
        "Tulis jumlah pengguna setahun sebagai bilangan bulat, misalnya 1.200, atau kosongkan. Tidak ada yang diubah.",
    });
  }
  const { volume } = parsed.data;
  const { id: r } = await regencyAt(db, scope, kab);
  const known = await serviceByNo(db.read, r, no);
  if (!known) throw notFound();
  if (known.volume === volume) return;
  const event = { r, action: "layanan.volume", subject: known.id, field: "volume" } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const before = await serviceByNo(trx, r, no);
    if (!before) throw notFound();
    amend({ before: before.volume, after: volume });
    await updateService(trx, r, before.id, { volume });
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
