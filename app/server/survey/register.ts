import { ascending } from "d3-array";
import type { BagianUnit, ServiceUnit } from "#db/queries/survey/units.ts";
import type { UnitKind } from "#db/schema-survey.ts";
import { NO_BAGIAN } from "../refs.ts";
import type { BagianRef, ServiceRef } from "../views.ts";
import type { Cell } from "./histograms.ts";
import type { UnitRef } from "./views.ts";

interface UnitIds {
  kind: UnitKind;
  ids?: readonly string[];
}

/** The register of one regency as the survey needs it: what answers hang on, by id, number and slug. */
export interface Register {
  serviceAt(no: number): UnitRef | null;
  bagianAt(slug: string): UnitRef | null;
  unitOf(kind: UnitKind, id: string): UnitRef | null;
  bagianRef(id: string | null): BagianRef | null;
  /** Bagian under which a unit stands; null where it stands under none. */
  bagianIdOf(cell: Pick<Cell, "unitKind" | "unitId">): string | null;
  /** Ids of bagian in the order of the register, those without last. */
  bagianOrder(ids: readonly (string | null)[]): (string | null)[];
  /** Cells of services by their number. */
  inOrder(cells: readonly Cell[]): Cell[];
  /** What to ask the database for, to have all answers of a unit: of a bagian its own and those of its services. */
  filterOf(unit: UnitRef): UnitIds[];
  covers(unit: UnitRef, kind: UnitKind, id: string): boolean;
  /** Services in force of the unit (of all, where null) that nobody was asked about. `surveyed`: `kind:id`. */
  unsurveyed(
    surveyed: ReadonlySet<string>,
    unit: UnitRef | null,
  ): { service: ServiceRef; bagian: BagianRef | null }[];
}

export function registerOf(services: readonly ServiceUnit[], bagian: readonly BagianUnit[]): Register {
  const serviceById = new Map(services.map((one) => [one.id, one]));
  const bagianById = new Map(bagian.map((one) => [one.id, one]));
  const place = new Map(bagian.map((one, index) => [one.id, index]));
  const refOf = ({ no, slug, name }: ServiceUnit): ServiceRef => ({ no, slug, name });
  const bagianRef = (id: string | null): BagianRef | null => {
    const found = id === null ? undefined : bagianById.get(id);
    return found ? { slug: found.slug, name: found.name, family: found.family } : null;
  };
  const serviceUnit = (one: ServiceUnit | undefined): UnitRef | null =>
    one ? { kind: "layanan", service: refOf(one), bagian: bagianRef(one.bagian_id) } : null;
  const bagianIdOf: Register["bagianIdOf"] = ({ unitKind, unitId }) =>
    unitKind === "bagian" ? unitId : (serviceById.get(unitId)?.bagian_id ?? null);
  const filterOf: Register["filterOf"] = (unit) => {
    if (unit.kind === "setda") return [{ kind: "setda" }];
    if (unit.kind === "layanan") {
      return [
        { kind: "layanan", ids: services.filter(({ no }) => no === unit.service.no).map(({ id }) => id) },
      ];
    }
    const own = bagian.find(({ slug }) => slug === unit.bagian.slug)?.id ?? null;
    const under = services.filter(({ bagian_id }) => bagian_id === own).map(({ id }) => id);
    return [
      { kind: "layanan", ids: under },
      ...(own === null ? [] : [{ kind: "bagian" as const, ids: [own] }]),
    ];
  };
  return {
    serviceAt: (no) => serviceUnit(services.find((one) => one.no === no)),
    bagianAt: (slug) => {
      if (slug === NO_BAGIAN) return { kind: "bagian", bagian: { slug, name: null, family: null } };
      const ref = bagianRef(bagian.find((one) => one.slug === slug)?.id ?? null);
      return ref ? { kind: "bagian", bagian: ref } : null;
    },
    unitOf: (kind, id) => {
      if (kind === "setda") return { kind };
      if (kind === "layanan") return serviceUnit(serviceById.get(id));
      const ref = bagianRef(id);
      return ref ? { kind, bagian: ref } : null;
    },
    bagianRef,
    bagianIdOf,
    bagianOrder: (ids) => {
      const at = (id: string | null) => (id === null ? place.size : (place.get(id) ?? place.size));
      return [...ids].sort((a, b) => ascending(at(a), at(b)));
    },
    inOrder: (cells) => {
      const no = ({ unitId }: Cell) => serviceById.get(unitId)?.no ?? 0;
      return [...cells].sort((a, b) => ascending(no(a), no(b)));
    },
    filterOf,
    covers: (unit, kind, id) =>
      filterOf(unit).some((one) => one.kind === kind && (one.ids?.includes(id) ?? true)),
    unsurveyed: (surveyed, unit) => {
      const inside = unit ? filterOf(unit).find(({ kind }) => kind === "layanan")?.ids : undefined;
      return services
        .filter(
          ({ id, in_force }) =>
            in_force && !surveyed.has(`layanan:${id}`) && (unit === null || (inside?.includes(id) ?? false)),
        )
        .map((one) => ({ service: refOf(one), bagian: bagianRef(one.bagian_id) }));
    },
  };
}
