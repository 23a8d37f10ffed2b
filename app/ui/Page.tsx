import { type ReactNode, useContext } from "react";
import { formatInstant, type ZoneName } from "#app/format/dates.ts";
import { AccountLinks } from "./AccountLinks.tsx";
import { AnswerContext, mayOpen } from "./answer.ts";
import { useFace } from "./face.ts";
import { type Filters, type IgnoredValue, NO_FILTERS } from "./filters.ts";
import { ignoredSentence, link, paths } from "./links.ts";
import { SignSprite } from "./signs.tsx";

const MENU = [
  ["Dasbor", paths.dasbor()],
  ["Ringkasan", paths.ringkasanDaerah()],
  ["Antrean", paths.antrean()],
  ["Temuan", paths.temuan()],
  ["Regulasi", paths.regulasi()],
  ["Naskah", paths.naskah()],
  ["Unggah naskah", paths.unggah()],
  ["Impor SKM", paths.imporSkm()],
  ["Metode", paths.metode()],
  ["Pengguna", paths.pengguna()],
  ["Pengaturan", paths.pengaturan()],
] as const;

export interface Crumb {
  name: string;
  /** Path without query; the page itself has none. */
  path?: string;
}

interface Props {
  /** The finding: a full sentence, or the question of a step. */
  h1: string;
  /** What the page is about, above the finding, where the finding doesn't name it. */
  eyebrow?: ReactNode;
  /** Period, year, n, and what is left out. */
  scope?: ReactNode;
  /** What the reader of the figures must know first; each a sentence. */
  band?: readonly string[];
  crumbs?: readonly Crumb[];
  /** First path segment that the menu marks. */
  section?: string;
  filters?: Filters;
  ignored?: readonly IgnoredValue[];
  /** Zone of the regency; pages of several take that of the capital. */
  zone?: ZoneName;
  /** How the figures are to be read, after everything else. */
  method?: ReactNode;
  children?: ReactNode;
}

/** The frame of every page: skip link, menu, breadcrumb, status band, finding, scope, then what the page shows. */
export function Page({
  h1,
  eyebrow,
  scope,
  band = [],
  crumbs = [],
  section,
  filters = NO_FILTERS,
  ignored = [],
  zone = "WIB",
  method,
  children,
}: Props) {
  const face = useFace();
  const sentences = [...band, ...face.narrowed];
  return (
    <>
      <a className="skip" href="#isi">
        Lewati ke isi halaman
      </a>
      <SignSprite />
      <header className="masthead">
        <div className="measure">
          <a className="wordmark" href={link(paths.dasbor(), filters)}>
            Tolok
          </a>
          <nav aria-label="Menu utama">
            <ul>
              {MENU.filter(([, path]) => mayOpen(face, path)).map(([name, path]) => (
                <li key={path}>
                  <a href={link(path, filters)} aria-current={path === section ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <AccountLinks face={face} section={section} filters={filters} />
        </div>
      </header>
      {crumbs.length > 0 && (
        <nav className="crumbs measure" aria-label="Letak halaman">
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.name}>
                {crumb.path ? (
                  <a href={link(crumb.path, filters)}>{crumb.name}</a>
                ) : (
                  <span aria-current="page">{crumb.name}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <main id="isi" className="measure" tabIndex={-1}>
        {sentences.length > 0 && (
          <ul className="band" aria-label="Status data">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1>{h1}</h1>
        {scope && <p className="scope">{scope}</p>}
        {ignored.length > 0 && (
          <div className="notice" role="status">
            {ignored.map((one) => (
              <p key={`${one.key}=${one.value}`}>{ignoredSentence(one)}</p>
            ))}
          </div>
        )}
        {children}
        {method && <p className="note method">{method}</p>}
      </main>
      <Foot zone={zone} />
    </>
  );
}

/** Text as a CSS string of code points: nothing in it can end the string. */
const cssString = (text: string): string =>
  `"${[...text].map((mark) => `\\${(mark.codePointAt(0) ?? 32).toString(16).padStart(6, "0")}`).join("")}"`;

/** Address, date and zone, at the foot of every printed sheet and once on the screen. */
function Foot({ zone }: { zone: ZoneName }) {
  const { nonce, address, at } = useContext(AnswerContext);
  if (!address || !at) return null;
  const words = `${address} · ${formatInstant(at, zone)}`;
  const css = `@media print{@page{@bottom-left{content:${cssString(words)};font:8pt "Source Sans 3",sans-serif;color:#47525b;width:80%}}}`;
  return (
    <footer className="site-foot no-print">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a style sheet of our own; its one text is escaped by code point. */}
      <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
      <div className="measure">
        <p>Dibuka {formatInstant(at, zone)}</p>
      </div>
    </footer>
  );
}
