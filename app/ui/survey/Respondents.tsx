import type { DrawnChart } from "#app/server/charts.server.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { DataTable } from "../DataTable.tsx";
import { Downloads } from "../Downloads.tsx";
import { Figure } from "../Figure.tsx";
import type { Filters } from "../filters.ts";
import { profileGroups } from "./charts.ts";
import { profileTable } from "./tables.ts";

interface Props {
  view: SurveyView;
  /** One for each group, in the order of the groups. */
  charts: readonly DrawnChart[];
  filters: Filters;
  /** This page, without query. */
  path: string;
}

/** Who answered: each group as a chart with its table, all of them as one file. */
export function Respondents({ view, charts, filters, path }: Props) {
  if (view.profile.length === 0) return null;
  return (
    <>
      <h2>Responden</h2>
      <p>
        Hanya responden yang menyebutkannya. Kelompok di bawah lima orang digabung sebagai lainnya; bila
        gabungannya masih di bawah lima orang, kelompok terkecil berikutnya ikut digabung.
      </p>
      {profileGroups(view.profile).map((rows, at) => {
        const chart = charts[at];
        const table = profileTable(view.regency.slug, rows, rows[0]?.group);
        return chart ? (
          <Figure key={table.id} chart={chart} legend={null}>
            <DataTable table={table} hideCaption />
          </Figure>
        ) : (
          <DataTable key={table.id} table={table} />
        );
      })}
      <p className="table-foot">
        <Downloads path={`${path}/responden`} filters={filters} rows={view.profile.length} />
      </p>
    </>
  );
}
