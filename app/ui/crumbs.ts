import type { RegencyRef } from "#app/server/views.ts";
import { paths } from "./links.ts";

/** The way to a page of a regency, up to the regency itself. */
export const regencyCrumbs = ({ name, slug }: Pick<RegencyRef, "name" | "slug">) => [
  { name: "Dasbor", path: paths.dasbor() },
  { name, path: paths.kabupaten(slug) },
];
