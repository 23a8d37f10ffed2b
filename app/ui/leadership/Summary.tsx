import type { QuarterInput } from "#app/reports/quarter/input.ts";
import type { ReportSettings } from "#app/reports/quarter/report.ts";
import type { Summary } from "#app/reports/quarter/summary.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { opensAt } from "./tables.ts";

/** Parts of the page of the leadership that are no tables. */

export const SummaryFigures = ({
  figures,
  place,
  filters,
}: {
  figures: Summary["figures"];
  place: Pick<QuarterInput, "period"> & { kab: string };
  filters: Filters;
}) => (
  <ul className="main-figures plain">
    {figures.map(({ label, figure, notes, opens }) => (
      <li key={label}>
        <span className="figure-name">{label}</span>
        <a className="main-figure" href={opensAt(opens, place, filters)}>
          {figure}
        </a>
        {notes.map((note) => (
          <span key={note} className="figure-note">
            {note}
          </span>
        ))}
      </li>
    ))}
  </ul>
);

/** Follow-up and legal basis, what is late and what is certain first. */
export const SideBySide = ({
  summary: { followUp, legal },
  kab,
  filters,
}: {
  summary: Summary;
  kab: string;
  filters: Filters;
}) => (
  <div className="two-columns">
    <section aria-labelledby="tindak-lanjut">
      <h2 id="tindak-lanjut">Tindak lanjut</h2>
      <p>
        <a href={link(paths.tindakLanjut(kab), filters)}>{followUp.lead}</a>
      </p>
      {followUp.late.length > 0 && (
        <ul>
          {followUp.late.map(({ no, words }) => (
            <li key={no}>{words}</li>
          ))}
        </ul>
      )}
      {followUp.more > 0 && <p>Dan {followUp.more} rencana terlambat lain.</p>}
      {followUp.figures.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </section>
    <section aria-labelledby="dasar-hukum">
      <h2 id="dasar-hukum">Dasar hukum</h2>
      <p>
        <a href={link(paths.regulasi(), filters, { change: { kabupaten: [kab] } })}>{legal.lead}</a>
      </p>
      {legal.rows.length > 0 && (
        <ul>
          {legal.rows.map(({ name, words }) => (
            <li key={name}>
              {name}: {words}
            </li>
          ))}
        </ul>
      )}
      {legal.more > 0 && <p>Dan {legal.more} peraturan lain.</p>}
    </section>
  </div>
);

const DOTS = "…………………………………";

/** Place and day, office, room for a hand, name and number. */
export const SignOff = ({ placed, signer }: { placed: string; signer: ReportSettings["signer"] }) => (
  <div className="sign-off">
    <p>{placed}</p>
    <p>{signer.office || DOTS}</p>
    <p className="sign-off-name">{signer.name || DOTS}</p>
    <p>NIP {signer.nip || DOTS}</p>
  </div>
);
