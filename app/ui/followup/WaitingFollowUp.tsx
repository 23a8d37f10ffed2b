import { formatCount } from "#app/format/numbers.ts";
import type { WaitingFollowUp as Waiting } from "#app/server/followup/queue.server.ts";
import { NO_FILTERS } from "../filters.ts";
import { link, paths } from "../links.ts";

/** Assignments and actions that wait, by regency, each count leading to its rows; nothing where none does. */
export const WaitingFollowUp = ({ rows }: { rows: readonly Waiting[] }) =>
  rows.length === 0 ? null : (
    <section aria-labelledby="judul-tindak-lanjut">
      <h2 id="judul-tindak-lanjut">Penugasan temuan dan tindak lanjut</h2>
      <ul>
        {rows.map(({ regency, owed, owedLate, answered, lateActions }) => {
          const assignments = (keadaan: string) =>
            link(paths.penugasan(regency.slug), NO_FILTERS, { extra: { keadaan } });
          const parts = [
            owed > 0 && (
              <a key="owed" href={assignments("ditugaskan,dikembalikan")}>
                {formatCount(owed)} menunggu jawaban bagian
              </a>
            ),
            owedLate > 0 && (
              <a key="late" href={assignments("terlambat")}>
                {formatCount(owedLate)} lewat tenggat
              </a>
            ),
            answered > 0 && (
              <a key="answered" href={assignments("dijawab")}>
                {formatCount(answered)} jawaban menunggu penilai
              </a>
            ),
            lateActions > 0 && (
              <a
                key="actions"
                href={link(paths.tindakLanjut(regency.slug), NO_FILTERS, { extra: { status: "terlambat" } })}
              >
                {formatCount(lateActions)} rencana terlambat
              </a>
            ),
          ].filter(Boolean);
          return (
            <li key={regency.slug}>
              {regency.name}: {parts.map((part, at) => [at > 0 && ", ", part])}.
            </li>
          );
        })}
      </ul>
    </section>
  );
