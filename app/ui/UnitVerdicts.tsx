import type { DecreeRef, UnitVerdictView } from "#app/server/views.ts";
import { CriteriaTable } from "./CriteriaTable.tsx";
import type { Filters } from "./filters.ts";
import { link, paths } from "./links.ts";
import { decreeName } from "./words-of.ts";

interface Props {
  units: readonly { decree: DecreeRef; verdicts: readonly UnitVerdictView[] }[];
  filters: Filters;
}

/** What is judged once for a whole bagian (maklumat, kelompok rentan), a decree at a time; never once a service. */
export const UnitVerdicts = ({ units, filters }: Props) => {
  const judged = units.filter(({ verdicts }) => verdicts.length > 0);
  if (judged.length === 0) return null;
  return (
    <>
      <h2 id="kriteria-unit">Kriteria satuan kerja</h2>
      <p className="note">Dinilai satu kali untuk seluruh bagian, tidak diulang pada setiap layanan.</p>
      {judged.map(({ decree, verdicts }, at) => (
        <section key={decree.slug}>
          <h3>
            <a href={link(paths.teks(decree.slug, decree.version), filters)}>{decreeName(decree)}</a>
          </h3>
          <CriteriaTable id={`kriteria-unit-${at}`} criteria={verdicts} decree={decree} filters={filters} />
        </section>
      ))}
    </>
  );
};
