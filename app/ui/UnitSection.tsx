import { formatCount } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import type { DurationUnit } from "#app/reader/facts/printed-unit.ts";
import type { DrawnChart } from "#app/server/charts.server.ts";
import { DataTable } from "./DataTable.tsx";
import { Figure } from "./Figure.tsx";
import type { Filters } from "./filters.ts";
import { link, paths } from "./links.ts";
import {
  UNIT_WORDS,
  type UnitPlace,
  type UnitService,
  unitServicesTable,
  unitSlug,
  unitsTable,
} from "./tables/durations.ts";

interface Props {
  units: readonly UnitPlace[];
  /** Null where one unit is all there is. */
  chart: DrawnChart | null;
  filters: Filters;
  /** The unit whose services are shown, with them. */
  opened: { unit: DurationUnit; rows: readonly UnitService[] } | null;
}

/** In which printed unit services promise their jangka waktu: bars and table, never converted. */
export function UnitSection({ units, chart, filters, opened }: Props) {
  const table = (
    <DataTable
      table={unitsTable(units, (unit) =>
        link(paths.komponen("jangka-waktu"), filters, {
          extra: { satuan: unitSlug(unit) },
          hash: "satuan-layanan",
        }),
      )}
      files={{ path: paths.satuan(), filters }}
      hideCaption={chart !== null}
    />
  );
  return (
    <>
      <h2 id="satuan">Menurut satuan yang tercetak</h2>
      {chart ? (
        <Figure chart={chart} legend={null} stacked={units.length > 2}>
          {table}
        </Figure>
      ) : (
        table
      )}
      {opened && (
        <section id="satuan-layanan">
          <h3>
            {capitalise(UNIT_WORDS[opened.unit])} · {formatCount(opened.rows.length)} layanan
          </h3>
          <DataTable table={unitServicesTable(opened.unit, opened.rows, filters)} hideCaption />
        </section>
      )}
      <p className="note">
        Setiap layanan dihitung satu kali menurut satuan waktu keseluruhannya, atau satuan tahapnya bila waktu
        keseluruhan tidak ditulis. Satuan tidak dikonversi: satu hari kerja tidak sama dengan delapan jam.
        Apakah angka itu benar-benar waktu penyelesaian dinilai terpisah.
      </p>
    </>
  );
}
