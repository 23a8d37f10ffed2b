import { component } from "#app/reader/components.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { FindingRow } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";

/** The form of a new plan with its cause. */
export const planLink = (
  kab: string,
  filters: Filters,
  cause: Readonly<Record<string, string | number | undefined>>,
): string => link(paths.rencanaBaru(kab), bare(filters), { extra: cause });

/** The filters of a page stand for what it shows; the cause of a plan is named by itself. */
export const bare = (filters: Filters): Filters => ({
  ...filters,
  bagian: [],
  komponen: [],
  temuan: [],
  periode: "",
});

/** What findings of one kind have in common. */
type Kind = Pick<FindingRow, "regency" | "bagian" | "component" | "code" | "service">;

/** The form that sends all findings of this kind in their bagian; with a number those of one service alone. */
export const assignLink = (
  { regency, bagian, component: key, code, service }: Kind,
  filters: Filters,
  no?: number,
): string =>
  link(paths.penugasanBaru(regency.slug), filters, {
    change: {
      kabupaten: [],
      bagian: service && bagian ? [bagian.slug] : [],
      komponen: key ? [component(key).slug] : [],
      temuan: [ALL_FINDINGS[code].slug],
    },
    extra: { layanan: no },
  });

/** The form of a plan whose cause is this finding. */
export const findingPlanLink = (
  { regency, bagian, component: key, code, service }: Kind,
  filters: Filters,
): string =>
  planLink(regency.slug, filters, {
    asal: "temuan",
    temuan: ALL_FINDINGS[code].slug,
    komponen: key ? component(key).slug : undefined,
    layanan: service?.no,
    bagian_asal: bagian?.slug,
  });

/** The form that sends everything found in a bagian. */
export const assignBagianLink = (kab: string, bagian: string, filters: Filters): string =>
  link(paths.penugasanBaru(kab), filters, { change: { kabupaten: [], bagian: [bagian] } });
