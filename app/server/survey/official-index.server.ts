import { z } from "zod";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { regencyBySlug, setOfficialIndexOf } from "#db/queries/regencies.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { OFFICIAL_INDICES } from "./views.ts";

const Input = z.object({ indeks: z.enum(OFFICIAL_INDICES) });

/**
 * Settles which of the two figures above the unit is a regency's official one; both stay on its pages. Saying the same
 * again changes nothing.
 * @throws AppError (404) where the regency is not there; (400) where the value is neither of the two
 */
export const setOfficialIndex = async (db: Db, scope: Scope, kab: string, input: unknown): Promise<void> => {
  const parsed = Input.safeParse(input);
  if (!parsed.success) {
    throw new AppError({
      code: "indeks_resmi",
      status: 400,
      message: "Pilih satu dari dua angka: gabungan responden atau rata-rata unit. Tidak ada yang diubah.",
    });
  }
  const { indeks } = parsed.data;
  const regency = await regencyBySlug(db.read, scope, kab);
  if (!regency) throw notFound();
  if (regency.official_index === indeks) return;
  const event = {
    r: regency.id,
    action: "kabupaten.indeks_resmi",
    subject: regency.slug,
    field: "official_index",
    after: indeks,
  } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    amend({ before: (await regencyBySlug(trx, scope, kab))?.official_index });
    await setOfficialIndexOf(trx, regency.id, indeks);
  });
};
