import { AGAINST_METHOD, componentsAgainstTable } from "#app/ui/tables/against-machine.ts";
import { loader as page } from "../../metode_.penilai-dan-mesin.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: componentsAgainstTable(view, filters),
  regencies: view.regencies,
  method: AGAINST_METHOD,
}));
