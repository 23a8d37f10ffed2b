/** Ways on from a page: down, across, never a dead end. */
export const Onward = ({ links }: { links: readonly (readonly [name: string, href: string])[] }) => (
  <nav className="onward" aria-labelledby="lanjut">
    <h2 id="lanjut">Lanjut ke</h2>
    <ul>
      {links.map(([name, href]) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  </nav>
);
