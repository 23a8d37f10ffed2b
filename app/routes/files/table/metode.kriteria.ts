import { criteriaTable } from "#app/ui/tables/method.ts";
import { loader as page } from "../../metode.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ edition, criteria }) => ({
  table: criteriaTable(edition, criteria),
  rules: true,
}));
