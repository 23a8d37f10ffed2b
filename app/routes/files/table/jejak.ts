import { eventsTable } from "#app/ui/tables/audit.ts";
import { loader as page } from "../../jejak.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: eventsTable(view.events),
  names: new Map(view.regencies.map(({ slug, name }) => [slug, name])),
  regencies: view.regencies.filter(({ slug }) => filters.kabupaten.includes(slug)),
  rules: true,
}));
