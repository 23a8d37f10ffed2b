import { queueTable } from "#app/ui/tables/queue.ts";
import { loader as page } from "../../antrean.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({ table: queueTable(view.rows), rules: true }));
