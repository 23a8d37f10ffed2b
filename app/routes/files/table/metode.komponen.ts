import { componentsTable } from "#app/ui/tables/method.ts";
import { loader as page } from "../../metode.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, () => ({ table: componentsTable, rules: true }));
