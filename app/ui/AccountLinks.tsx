import { useContext } from "react";
import { AnswerContext, type Face } from "./answer.ts";
import type { Filters } from "./filters.ts";
import { link, paths } from "./links.ts";

interface Props {
  face: Face;
  section: string | undefined;
  filters: Filters;
}

/** Who is logged in, and the way in or out. */
export function AccountLinks({ face: { person }, section, filters }: Props) {
  const { address } = useContext(AnswerContext);
  if (!person) {
    const back = address ? new URL(address) : null;
    const from = back && section !== paths.masuk() ? back.pathname + back.search : "/";
    return (
      <div className="account">
        <a
          href={from === "/" ? paths.masuk() : `${paths.masuk()}?kembali=${encodeURIComponent(from)}`}
          aria-current={section === paths.masuk() ? "page" : undefined}
        >
          Masuk
        </a>
      </div>
    );
  }
  return (
    <div className="account">
      <a href={link(paths.akun(), filters)} aria-current={section === paths.akun() ? "page" : undefined}>
        {person.name}
      </a>
      <span className="roles">({person.roles})</span>
      <form method="post" action={paths.keluar()}>
        <button type="submit" className="plain-button">
          Keluar
        </button>
      </form>
    </div>
  );
}
