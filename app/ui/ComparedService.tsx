import { formatLines } from "#app/format/numbers.ts";
import { component } from "#app/reader/components.ts";
import type { ComparisonView } from "#app/server/comparison.server.ts";
import type { Filters } from "./filters.ts";
import { linkToLines } from "./links.ts";
import { anchorOf, type ComparedRow, sideOf } from "./tables/comparison.ts";
import { WordDiff } from "./WordDiff.tsx";
import { cellWords, componentChangeWords, figureWords } from "./words-of.ts";

type Component = ComparedRow["components"][number];

interface Props {
  row: ComparedRow;
  view: Pick<ComparisonView, "before" | "after">;
  filters: Filters;
}

/** One service that differs: its name, then each component that does. */
export function ComparedService({ row, view, filters }: Props) {
  const { before, after } = row;
  return (
    <section className="component" aria-labelledby={anchorOf(row)}>
      <h3 id={anchorOf(row)}>{sideOf(row).name}</h3>
      {row.renamed && before && after && (
        <p>
          Namanya semula “{before.name}”, kini “{after.name}”.
        </p>
      )}
      {row.components.map((one) => (
        <ChangedComponent key={one.key} one={one} view={view} filters={filters} />
      ))}
    </section>
  );
}

function ChangedComponent({ one, view, filters }: { one: Component } & Pick<Props, "view" | "filters">) {
  const { number, name } = component(one.key);
  return (
    <div className="changed">
      <h4>
        {number}. {name}: {componentChangeWords(one.change)}
      </h4>
      <Change one={one} />
      <p className="note">
        <Lines text={view.before} lines={one.before.cell.lines} name="semula" filters={filters} />{" "}
        <Lines text={view.after} lines={one.after.cell.lines} name="kini" filters={filters} />
      </p>
    </div>
  );
}

function Change({ one }: { one: Component }) {
  const { change, words, before, after } = one;
  if (words) return <WordDiff words={words} />;
  if (change === "muncul" && after.text !== null)
    return <WordDiff words={[{ sign: "+", text: after.text }]} />;
  if (change === "hilang" && before.text !== null)
    return <WordDiff words={[{ sign: "-", text: before.text }]} />;
  if (change === "isi" && before.text !== null && after.text !== null)
    return (
      <>
        <p>Perubahannya terlalu banyak untuk ditandai kata demi kata; kedua teks ditampilkan utuh.</p>
        <WordDiff
          words={[
            { sign: "-", text: before.text },
            { sign: "+", text: after.text },
          ]}
        />
      </>
    );
  const say = (side: typeof before): string =>
    side.cell.state === "ada" ? (figureWords(side.facts) ?? "ada") : cellWords(side.cell);
  return (
    <p>
      Semula: {say(before)}. Kini: {say(after)}.
    </p>
  );
}

interface LinesProps {
  text: ComparisonView["after"];
  lines: readonly [number, number] | null;
  name: string;
  filters: Filters;
}

const Lines = ({ text, lines, name, filters }: LinesProps) =>
  lines && (
    <a href={linkToLines(text.slug, text.version, lines, filters)}>
      Lihat di naskah {name}, baris {formatLines(lines)}
    </a>
  );
