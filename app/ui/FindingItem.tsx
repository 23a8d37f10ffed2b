import { formatLines } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { FindingRow } from "#app/server/views.ts";
import type { Filters } from "./filters.ts";
import { linkToLines } from "./links.ts";
import { findingSentence, SEVERITY_WORDS } from "./words-of.ts";

/** One finding on a sheet: what, how grave in words, how to mend, where it stands. */
export function FindingItem({ finding, filters }: { finding: FindingRow; filters: Filters }) {
  const { label, remedy, scan } = ALL_FINDINGS[finding.code];
  const { lines, decree, severity } = finding;
  return (
    <div className={severity === "error" ? "finding-item" : "finding-item soft"}>
      <p>
        <strong>{capitalise(label)}</strong> ({SEVERITY_WORDS[severity]}
        {scan ? "; akibat hasil pindai, tidak dihitung sebagai kekurangan" : ""}): {findingSentence(finding)}
      </p>
      <p>
        Cara membenahi: {remedy}{" "}
        {lines && (
          <a href={linkToLines(decree.slug, decree.version, lines, filters)}>
            Lihat di naskah, baris {formatLines(lines)}
          </a>
        )}
      </p>
    </div>
  );
}
