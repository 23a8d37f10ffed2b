import { formatInstantDate } from "#app/format/dates.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import type { QueueRow, Task } from "#app/server/assessment/queue.server.ts";
import { paths } from "../links.ts";
import { ROLE } from "../roles.ts";
import { bagianName } from "../words-of.ts";
import { STATE_WORDS, subjectName, TASK_WORDS } from "./words.ts";

const HEADS = ["Pilih", "Layanan", "Yang diminta", "Sejak", "Hari menunggu", "Butir dijawab"] as const;
const OPEN: readonly Task[] = ["nilai", "perbaiki", "nilai_ulang"];

/** What waits, longest first, with what can be done to several at once. */
export const QueueForm = ({ rows }: { rows: readonly QueueRow[] }) => {
  const has = (...tasks: readonly Task[]) => rows.some(({ task }) => tasks.includes(task));
  return (
    <form method="post" action={paths.antrean()}>
      <table {...ROLE.table} className="data cards queue" id="antrean">
        <caption className="hidden-text">Penilaian yang menunggu, yang terlama lebih dulu</caption>
        <thead {...ROLE.rows}>
          <tr {...ROLE.row}>
            {HEADS.map((head, at) => (
              <th
                key={head}
                {...ROLE.columnHead}
                scope="col"
                className={[at === 0 && "no-print pick", at > 3 && "figure"].filter(Boolean).join(" ")}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rows}>
          {rows.map((row) => (
            <tr {...ROLE.row} key={row.id}>
              <td {...ROLE.cell} className="no-print pick">
                <input
                  type="checkbox"
                  name="penilaian"
                  value={row.id}
                  aria-label={`Pilih ${subjectName(row)}`}
                />
              </td>
              <th {...ROLE.rowHead} scope="row">
                <a href={paths.penilaian(row.id)}>{subjectName(row)}</a>
                <span className="cell-note">
                  {" "}
                  {bagianName(row.bagian)}, {row.regency.shortName}. {row.edition.name}.
                </span>
              </th>
              <td {...ROLE.cell} data-head="Yang diminta">
                {TASK_WORDS[row.task]}
                <span className="cell-note">
                  {" "}
                  {STATE_WORDS[row.state]}
                  {row.own && ", dinilai sendiri"}
                </span>
              </td>
              <td {...ROLE.cell} data-head="Sejak">
                {formatInstantDate(row.since, row.regency.zone)}
              </td>
              <td {...ROLE.cell} data-head="Hari menunggu" className="figure">
                {formatCount(row.days)}
              </td>
              <td {...ROLE.cell} data-head="Butir dijawab" className="figure">
                {formatShare(row.answered, row.items)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons no-print bulk">
        {has(...OPEN) && (
          <>
            <button type="submit" name="tindakan" value="pertahankan" className="second">
              Pertahankan putusan mesin pada layanan yang dipilih
            </button>
            <button type="submit" name="tindakan" value="ajukan" className="second">
              Ajukan penilaian yang dipilih
            </button>
          </>
        )}
        {has("uji_petik") && (
          <button type="submit" name="tindakan" value="uji_petik">
            Ambil uji petik dari penilaian yang dipilih
          </button>
        )}
      </div>
    </form>
  );
};
