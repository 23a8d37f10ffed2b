import { formatLines } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { component } from "#app/reader/components.ts";
import type { Problem, RevisionRow, RevisionService } from "#app/reports/revision/model.ts";
import {
  COMPARE,
  currentWords,
  rowLevelWords,
  unchangedSentence,
  unjudgedSentence,
} from "#app/reports/revision/words.ts";
import type { Filters } from "./filters.ts";
import { link, linkToLines, paths } from "./links.ts";
import { serviceAnchor } from "./tables/revision.ts";

/** Lines for handwriting on paper. */
const WRITING_LINES = ["a", "b", "c", "d"] as const;

interface ListProps {
  services: readonly RevisionService[];
  filters: Filters;
}

/** What nobody holds against the bagian: the scan took it. */
export const UnreadableList = ({ services, filters }: ListProps) => (
  <>
    <h2>{COMPARE}</h2>
    <p>Komponen berikut tidak terbaca seluruhnya pada hasil pindai. Tidak dihitung sebagai kekurangan.</p>
    <ul>
      {services.map(({ no, name, decree, unreadable }) => (
        <li key={no}>
          {name}:{" "}
          {unreadable.map(({ key, lines }, at) => (
            <span key={key}>
              {at > 0 && "; "}
              {component(key).short}
              {lines && (
                <>
                  {" "}
                  (
                  <a href={linkToLines(decree.slug, decree.version, lines, filters)}>
                    baris {formatLines(lines)}
                  </a>
                  )
                </>
              )}
            </span>
          ))}
          .
        </li>
      ))}
    </ul>
  </>
);

interface Props {
  service: RevisionService;
  kab: string;
  filters: Filters;
}

/** One service: what stands there, what is wanted, how to mend it, and room for the new text. */
export function RevisionSheet({ service, kab, filters }: Props) {
  const { name, decree, line, printedNo, problems, rows } = service;
  const sentences = [unchangedSentence(service), unjudgedSentence(service)].filter((one) => one !== null);
  const place = `${decree.name}${printedNo ? `, nomor ${printedNo}` : ""}`;
  return (
    <section className="mend-service" id={serviceAnchor(service)}>
      <h3 id={`${serviceAnchor(service)}-judul`}>
        <a href={link(paths.layanan(kab, service), filters)}>{name}</a>
      </h3>
      <p className="note">
        {place},{" "}
        <a href={linkToLines(decree.slug, decree.version, [line, line], filters)}>mulai baris {line}</a>.
      </p>
      {problems.map((problem) => (
        <ProblemWords key={problem.label + problem.words} problem={problem} withRemedy />
      ))}
      {rows.map((row) => (
        <Mend key={row.key} row={row} service={service} filters={filters} />
      ))}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {rows.length > 0 && (
        <p className="initials only-print">
          Disusun oleh: <span /> Tanggal: <span /> Paraf: <span />
        </p>
      )}
    </section>
  );
}

const ProblemWords = ({ problem, withRemedy = false }: { problem: Problem; withRemedy?: boolean }) => (
  <p>
    <strong>{capitalise(problem.label)}.</strong> {problem.words} {withRemedy && problem.remedy}
  </p>
);

function Mend({ row, service, filters }: { row: RevisionRow; service: RevisionService; filters: Filters }) {
  const { number, name, slug } = component(row.key);
  const id = `${serviceAnchor(service)}-${slug}`;
  const { decree } = service;
  const current = currentWords(row);
  return (
    <section className="mend" aria-labelledby={`${id} ${serviceAnchor(service)}-judul`}>
      <h4 id={id}>
        {number}. {name} <span className="mend-level">({rowLevelWords(row)})</span>
      </h4>
      <div className="mend-columns">
        <div>
          <h5>Yang tertulis</h5>
          {row.text === null ? <p>{current ?? "Tidak ada."}</p> : <blockquote>{row.text}</blockquote>}
          {row.lines && (
            <p>
              <a href={linkToLines(decree.slug, decree.version, row.lines, filters)}>
                Lihat di naskah, baris {formatLines(row.lines)}
              </a>
            </p>
          )}
          <h5>Masalah</h5>
          {row.problems.map((problem) => (
            <ProblemWords key={problem.label + problem.words} problem={problem} />
          ))}
        </div>
        <div>
          {row.wanted.length > 0 && (
            <>
              <h5>Yang diminta</h5>
              <ul>
                {row.wanted.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          )}
          <h5>Cara membenahi</h5>
          {[...new Set(row.problems.map(({ remedy }) => remedy))].map((remedy) => (
            <p key={remedy}>{remedy}</p>
          ))}
          <h5>Kerangka teks baru</h5>
          {row.draft.map((line) => (
            <p key={line} className="draft">
              {line}
            </p>
          ))}
          <p className="note">Dasar: {row.basis.join("; ")}.</p>
        </div>
      </div>
      <div className="writing only-print">
        <p>Teks baru:</p>
        {WRITING_LINES.map((line) => (
          <div key={line} />
        ))}
      </div>
    </section>
  );
}
