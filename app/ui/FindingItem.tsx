import { formatLines } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { FindingRow } from "#app/server/views.ts";
import { mayOpen } from "./answer.ts";
import { useFace } from "./face.ts";
import type { Filters } from "./filters.ts";
import { assignLink, findingPlanLink } from "./followup/links.ts";
import { link, linkToLines, paths } from "./links.ts";
import { adviceOf, findingSentence, SEVERITY_WORDS } from "./words-of.ts";

/** One finding on a sheet: what, how grave in words, how to mend, where it stands. */
export function FindingItem({ finding, filters }: { finding: FindingRow; filters: Filters }) {
  const { label, scan } = ALL_FINDINGS[finding.code];
  const { lines, decree, severity, source, regency, question, service } = finding;
  const face = useFace();
  const deeds = [
    ["Tugaskan kepada bagian", assignLink(finding, filters, service?.no)],
    ["Buat rencana tindak lanjut", findingPlanLink(finding, filters)],
  ].filter(([, href]) => mayOpen(face, href ?? ""));
  return (
    <div className={severity === "error" ? "finding-item" : "finding-item soft"}>
      <p>
        <strong>{capitalise(label)}</strong> (
        {question ? "perlu konfirmasi, bukan kekurangan yang sudah pasti" : SEVERITY_WORDS[severity]}
        {scan ? "; akibat hasil pindai, tidak dihitung sebagai kekurangan" : ""}): {findingSentence(finding)}
      </p>
      {source && (
        <p>
          Asal teks atau pembandingnya:{" "}
          <a href={link(paths.layanan(regency.slug, source.service), filters)}>{source.service.name}</a>,
          baris{" "}
          <a href={linkToLines(decree.slug, decree.version, [source.line, source.line], filters)}>
            {source.line}
          </a>
          .
        </p>
      )}
      <p>
        {question ? "Yang ditanyakan" : "Cara membenahi"}: {adviceOf(finding)}{" "}
        {lines && (
          <a href={linkToLines(decree.slug, decree.version, lines, filters)}>
            Lihat di naskah, baris {formatLines(lines)}
          </a>
        )}
      </p>
      {deeds.length > 0 && (
        <p className="no-print">
          {deeds.map(([name, href], at) => (
            <span key={name}>
              {at > 0 && " · "}
              <a href={href}>{name}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
