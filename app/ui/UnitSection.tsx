import type { DrawnChart } from "#app/server/charts.server.ts";
import { DataTable } from "./DataTable.tsx";
import { Figure } from "./Figure.tsx";
import type { Filters } from "./filters.ts";
import { paths } from "./links.ts";
import { type UnitPlace, unitsTable } from "./tables/durations.ts";

interface Props {
  units: readonly UnitPlace[];
  /** Null where one unit is all there is. */
  chart: DrawnChart | null;
  filters: Filters;
}

/** In which printed unit services promise their jangka waktu: bars and table, never converted. */
export function UnitSection({ units, chart, filters }: Props) {
  const table = (
    <DataTable
      table={unitsTable(units)}
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
      <p className="note">
        Setiap layanan dihitung satu kali menurut satuan waktu keseluruhannya, atau satuan tahapnya bila waktu
        keseluruhan tidak ditulis. Satuan tidak dikonversi: satu hari kerja tidak sama dengan delapan jam.
        Apakah angka itu benar-benar waktu penyelesaian dinilai terpisah.
      </p>
    </>
  );
}
