import type { NaskahSegment } from "#app/server/views.ts";

interface Props {
  segments: readonly NaskahSegment[];
  /** First and last line of the decree in its file. */
  lines: readonly [number, number];
  /** Lines on the screen; null where only facts are kept. */
  here: readonly [number, number] | null;
  title: string;
}

/** The whole naskah as one strip: services in alternating greys, lines without owner in brick. A list below says the same. */
export function FileStrip({ segments, lines: [first, last], here, title }: Props) {
  const span = last - first + 1;
  const x = (line: number): number => ((line - first) / span) * 1000;
  const width = (from: number, to: number): number => Math.max(1, ((to - from + 1) / span) * 1000);
  let services = 0;
  return (
    <div className="file-strip">
      <svg viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-labelledby="strip-title">
        <title id="strip-title">{title}</title>
        <rect className="ground" x="0" y="0" width="1000" height="40" />
        {segments.map(({ kind, lines: [from, to] }) => {
          if (kind === "layanan") services += 1;
          const shade = services % 2 === 0 ? "even" : "odd";
          return (
            <rect
              key={`${kind}-${from}`}
              className={kind === "layanan" ? shade : "hole"}
              x={x(from)}
              y={kind === "layanan" ? 4 : 0}
              width={width(from, to)}
              height={kind === "layanan" ? 32 : 40}
            />
          );
        })}
        {here && <rect className="here" x={x(here[0])} y="1" width={width(here[0], here[1])} height="38" />}
      </svg>
    </div>
  );
}
