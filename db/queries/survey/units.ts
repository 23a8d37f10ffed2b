import type { Pengguna } from "#app/scoring/pengguna.ts";
import type { Reader } from "../../connection.ts";
import { bagianInScope, type Scope, servicesInScope } from "../../scope.ts";

export interface ServiceUnit {
  id: string;
  no: number;
  slug: string;
  name: string;
  name_key: string;
  bagian_id: string | null;
  /** Who uses it, as the register has it; null while nobody said. */
  pengguna: Pengguna | null;
  /** Users a year, where somebody said it. */
  volume: number | null;
  /** Printed by a decree in force. */
  in_force: boolean;
}

export interface BagianUnit {
  id: string;
  slug: string;
  name: string;
  name_key: string;
  family: string | null;
}

/** Everything in the register of a regency that answers can hang on, services by their number, bagian by name. */
export const surveyUnits = async (
  db: Reader,
  scope: Scope,
  r: number,
): Promise<{ services: ServiceUnit[]; bagian: BagianUnit[] }> => {
  const [services, bagian] = await Promise.all([
    db
      .selectFrom("service as s")
      .select([
        "s.id",
        "s.no",
        "s.slug",
        "s.name",
        "s.name_key",
        "s.bagian_id",
        "s.text_id",
        "s.pengguna",
        "s.volume",
      ])
      .where(servicesInScope(scope, "s"))
      .where("s.r", "=", r)
      .orderBy("s.no")
      .execute(),
    db
      .selectFrom("bagian as b")
      .select(["b.id", "b.slug", "b.name", "b.name_key", "b.family"])
      .where(bagianInScope(scope, "b"))
      .where("b.r", "=", r)
      .orderBy("b.sort_key")
      .execute(),
  ]);
  return {
    services: services.map(({ text_id, ...row }) => ({ ...row, in_force: text_id !== null })),
    bagian,
  };
};
