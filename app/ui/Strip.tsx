import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import { Sign, type SignKey, signWords } from "./signs.tsx";

/** The 14 components of one service as its table of contents, six public and eight internal, in words. */
export const Strip = ({
  signs,
  base = "",
}: {
  signs: Readonly<Record<ComponentKey, SignKey>>;
  base?: string;
}) => (
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
                <Sign of={signs[key]} quiet />
                <span>
                  {number}. {short}: {signWords(signs[key])}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </div>
    ))}
  </nav>
);
