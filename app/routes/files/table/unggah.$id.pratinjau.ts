import { previewServicesTable } from "#app/ui/tables/preview.ts";
import { loader as page } from "../../unggah.$id.pratinjau.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ upload }) => ({ table: previewServicesTable(upload) }));
