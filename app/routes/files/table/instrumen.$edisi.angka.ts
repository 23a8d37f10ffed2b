import { FIGURES_METHOD } from "#app/ui/instruments/words.ts";
import { figuresTable } from "#app/ui/tables/instruments.ts";
import { loader as page } from "../../instrumen.$edisi.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ edition }) => ({
  table: figuresTable(edition.content),
  method: FIGURES_METHOD,
  rules: true,
}));
