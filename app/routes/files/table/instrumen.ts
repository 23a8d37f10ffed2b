import { editionsTable } from "#app/ui/tables/instruments.ts";
import { loader as page } from "../../instrumen._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ editions, filters }) => ({
  table: editionsTable(editions, filters),
  rules: true,
}));
