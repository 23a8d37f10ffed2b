import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import type { Tick } from "./many-regencies.ts";

const WIDTH = 1000;
const EDGE = 4;

/** Where all regencies lie, a tick each, so that one's own is seen among many; not an order of rank. */
export function TickStrip({ ticks }: { ticks: readonly Tick[] }) {
  const most = Math.max(...ticks.map((tick) => tick.perService), 0);
  if (most === 0) return null;
  const named = ticks.filter((tick) => tick.named);
  const title = `Sebaran ${formatCount(ticks.length)} kabupaten: komponen bermasalah per layanan, 0 sampai ${formatDecimal(most, 1)}`;
  const x = (tick: Tick): number => EDGE + (tick.perService / most) * (WIDTH - 2 * EDGE);
  return (
    <figure className="tick-strip">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} 32`} role="img" aria-label={title} preserveAspectRatio="none">
        {ticks.map((tick) => (
          <line
            key={tick.slug}
            className={tick.named ? "own" : undefined}
            x1={x(tick)}
            x2={x(tick)}
            y1={tick.named ? 0 : 10}
            y2={32}
          />
        ))}
      </svg>
      <p className="note">
        {named.length > 0
          ? named
              .map(
                ({ name, problems, services }) =>
                  `${name}, garis panjang: ${formatCount(problems)} komponen bermasalah pada ${formatCount(services)} layanan.`,
              )
              .join(" ")
          : "Cari satu kabupaten untuk melihat letaknya di antara yang lain."}
      </p>
    </figure>
  );
}
