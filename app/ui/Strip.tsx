import { COMPONENTS } from "#app/reader/components.ts";
import type { Cells } from "#app/server/views.ts";
import { SIGN_OF, Sign } from "./signs.tsx";
import { cellWords } from "./words-of.ts";

/** The 14 components of one service as its table of contents, six public and eight internal, in words. */
export const Strip = ({ cells, base = "" }: { cells: Cells; base?: string }) => (
  <nav aria-label="Komponen layanan ini">
    {(["penyampaian", "pengelolaan"] as const).map((part) => (
      <div key={part}>
        <p className="strip-head">
          {part === "penyampaian" ? "Penyampaian pelayanan (publik)" : "Pengelolaan pelayanan (internal)"}
        </p>
        <ol className="strip">
          {COMPONENTS.filter((one) => one.group === part).map(({ key, number, short, slug }) => (
            <li key={key}>
              <a href={`${base}#${slug}`}>
                <Sign of={SIGN_OF[cells[key].state]} quiet />
                <span>
                  {number}. {short}: {cellWords(cells[key])}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </div>
    ))}
  </nav>
);
