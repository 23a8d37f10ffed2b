import { FOLLOW_UP_METHOD } from "#app/ui/followup/words.ts";
import { sampleBand } from "#app/ui/status-band.ts";
import { quartersTable } from "#app/ui/tables/followup.ts";
import { loader as page } from "../../kabupaten.$kab.tindak-lanjut._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: quartersTable(view.regency.slug, view.quarters, filters, {}),
  regencies: [view.regency],
  band: sampleBand(view.regency),
  method: FOLLOW_UP_METHOD,
}));
