import { component } from "#app/reader/components.ts";
import type { Filters } from "./filters.ts";
import { link, paths } from "./links.ts";
import type { Quote, Run } from "./naskah-runs.ts";

interface Props {
  kab: string;
  runs: readonly Run[];
  quote: Quote | null;
  /** Level of the quoted component in words; null where it is not in force or not judged. */
  level: string | null;
  filters: Filters;
}

const sheetLink = (kab: string, of: Pick<Quote, "service" | "component">, filters: Filters): string | null =>
  of.service
    ? link(
        paths.layanan(kab, of.service),
        filters,
        of.component ? { hash: component(of.component).slug } : {},
      )
    : null;

/** Left the number of the line, in the middle its text, right whose it is, once a run. Nothing in it is HTML of the decree. */
export function NaskahLines({ kab, runs, quote, level, filters }: Props) {
  const back = quote && sheetLink(kab, quote, filters);
  const chosen = quote?.service?.no;
  return (
    <div className="naskah">
      {runs.map((run) => {
        const href = sheetLink(kab, run, filters);
        const startsQuote = quote !== null && run.lines.some((line) => line.line === quote.lines[0]);
        const className = [
          "line-run",
          run.unassigned && "unassigned",
          chosen !== undefined && run.service?.no !== chosen && "not-chosen",
        ]
          .filter(Boolean)
          .join(" ");
        return (
          <div key={run.key}>
            {startsQuote && (
              <p className="quote-head">
                Kutipan{quote.component ? ` untuk: ${component(quote.component).name}` : ""}
                {level && `, ${level}`}
                {back && (
                  <>
                    {" · "}
                    <a href={back}>Kembali ke lembar layanan</a>
                  </>
                )}
              </p>
            )}
            <div className={className}>
              <p className="owner">
                <span>
                  {run.startsService && <strong>{run.name}</strong>}
                  {href && run.component ? <a href={href}>{run.owner}</a> : run.owner}
                </span>
              </p>
              <ol className="lines">
                {run.lines.map(({ line, parts, inQuote }) => (
                  <li key={line} id={`b${line}`} className={inQuote ? "line quoted" : "line"}>
                    <a href={`#b${line}`} aria-label={`Baris ${line}`}>
                      {line}
                    </a>
                    <span>
                      {parts.map((part, at) =>
                        part.quoted ? (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move.
                          <mark key={at}>{part.text}</mark>
                        ) : (
                          part.text
                        ),
                      )}
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          </div>
        );
      })}
    </div>
  );
}
