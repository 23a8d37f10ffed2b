import { formatCount, formatLines } from "#app/format/numbers.ts";
import type { NaskahView } from "#app/server/views.ts";
import type { Filters } from "./filters.ts";
import { linkToLines } from "./links.ts";

/** What the strip shows, in words and as links: lines without owner first, then every service. */
export function NaskahContents({ view: { decree, strip }, filters }: { view: NaskahView; filters: Filters }) {
  const holes = strip.filter((one) => one.kind === "tanpa_pemilik");
  const services = strip.filter((one) => one.kind === "layanan");
  const to = (lines: readonly [number, number]) => linkToLines(decree.slug, decree.version, lines, filters);
  return (
    <>
      {holes.length > 0 && (
        <details className="holes">
          <summary>Baris tanpa pemilik: {formatCount(holes.length)} tempat</summary>
          <ul className="columns">
            {holes.map(({ lines }) => (
              <li key={lines[0]}>
                <a href={to(lines)}>baris {formatLines(lines)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {services.length > 0 && (
        <details>
          <summary>Daftar {formatCount(services.length)} layanan dalam naskah ini</summary>
          <ol className="columns">
            {services.map(({ lines, service }) => (
              <li key={lines[0]}>
                <a href={to(lines)}>{service?.name ?? "Tabel tanpa nama"}</a>, baris {formatLines(lines)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
