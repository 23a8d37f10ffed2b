import { mayOpen } from "./answer.ts";
import { useFace } from "./face.ts";

/** Ways on from a page: down, across, never a dead end, and none that is closed to who reads it. */
export function Onward({ links }: { links: readonly (readonly [name: string, href: string])[] }) {
  const face = useFace();
  return (
    <nav className="onward" aria-labelledby="lanjut">
      <h2 id="lanjut">Lanjut ke</h2>
      <ul>
        {links
          .filter(([, href]) => mayOpen(face, href))
          .map(([name, href]) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
