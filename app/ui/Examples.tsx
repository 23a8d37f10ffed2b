import type { ReactNode } from "react";
import { formatLines } from "#app/format/numbers.ts";
import type { ExampleView } from "#app/server/views.ts";
import type { Filters } from "./filters.ts";
import { link, linkToLines, paths } from "./links.ts";
import { bagianName } from "./words-of.ts";

interface Props {
  examples: readonly ExampleView[];
  /** Slug of the component. */
  slug: string;
  filters: Filters;
  /** Under a heading of its own they need none. */
  heading?: boolean;
}

/** How others wrote the same component at level 3, each with its place: to read, not to copy. */
export const Examples = ({ examples, slug, filters, heading = true }: Props) =>
  examples.length === 0 ? null : (
    <Wrap folded={heading} words={`Contoh tingkat 3 dari layanan sejenis (${examples.length})`}>
      <p className="note">Untuk dipelajari; angka dan pelakunya harus milik layanan ini sendiri.</p>
      {examples.map(({ regency, bagian, service, decree, text, lines }) => (
        <div key={`${regency.slug}/${service.no}`} className="example">
          <blockquote>{text}</blockquote>
          <p>
            <a href={link(paths.layanan(regency.slug, service), filters, { hash: slug })}>{service.name}</a>,{" "}
            {bagianName(bagian)}, {regency.name}
            {lines && (
              <>
                {"; "}
                <a href={linkToLines(decree.slug, decree.version, lines, filters)}>
                  baris {formatLines(lines)}
                </a>
              </>
            )}
            .
          </p>
        </div>
      ))}
    </Wrap>
  );

/** On a sheet folded up, for there are as many as components; paper shows all of it. */
const Wrap = ({ folded, words, children }: { folded: boolean; words: string; children: ReactNode }) =>
  folded ? (
    <details className="examples">
      <summary>{words}</summary>
      {children}
    </details>
  ) : (
    <div className="examples">{children}</div>
  );
