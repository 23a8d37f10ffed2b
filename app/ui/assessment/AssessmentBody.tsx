import { formatInstant, formatInstantDate } from "#app/format/dates.ts";
import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import type { Given, SheetView } from "#app/server/assessment/sheet.server.ts";
import { paths } from "../links.ts";
import { BULK_FORM, ItemSection } from "./ItemSection.tsx";
import { itemId } from "./item-id.ts";
import { MOVE_BUTTONS, STATE_WORDS, staleSentences, valueWords } from "./words.ts";

/** What came of a form that was sent. */
export interface SheetAnswer {
  item: string | null;
  problem: string;
  typed: Record<string, string>;
  theirs: Given | null;
}

interface Props {
  view: SheetView;
  answer: SheetAnswer | null;
}

/** State, people and times; what changed; the way to each item; the items; what can be done next. */
export const AssessmentBody = ({ view, answer }: Props) => {
  const { zone } = view.regency;
  const action = paths.penilaian(view.id);
  const waiting = view.items.filter(({ key }) => view.waiting.includes(key));
  const bulk = view.may.judge && waiting.some(({ decisive }) => decisive);
  return (
    <>
      {staleSentences(view, (instant) => formatInstantDate(instant, zone)).map((sentence) => (
        <p key={sentence} className="notice">
          {sentence}
        </p>
      ))}
      {view.own && (
        <p className="notice">
          Dinilai sendiri: layanan ini milik bagian penilainya.{" "}
          {view.seconded
            ? `Dikuatkan ${view.seconded.by}, ${formatInstant(view.seconded.at, zone)}.`
            : "Seorang penilai lain perlu menguatkannya sebelum reviu diselesaikan."}
        </p>
      )}
      <People view={view} />
      <Counts view={view} />
      <nav aria-label="Butir penilaian ini">
        <ol className="item-list">
          {view.items.map(({ key, name, given }) => (
            <li key={key}>
              <a href={`#${itemId(key)}`}>{name}</a>
              <span className="cell-note"> {given?.stands ? valueWords(given.value) : "belum dinilai"}</span>
            </li>
          ))}
        </ol>
      </nav>
      {bulk && (
        <form id={BULK_FORM} method="post" action={action} className="no-print buttons">
          <input type="hidden" name="tindakan" value="pertahankan" />
          <button type="submit" className="second" name="cakupan" value="dipilih">
            Pertahankan putusan mesin untuk butir yang dipilih
          </button>
          <button type="submit" className="second" name="cakupan" value="semua">
            Pertahankan putusan mesin untuk semua butir yang belum dinilai (
            {formatCount(waiting.filter(({ decisive }) => decisive).length)})
          </button>
        </form>
      )}
      <h2>Butir penilaian</h2>
      {view.items.map((item) => (
        <ItemSection
          key={item.key}
          item={item}
          view={view}
          typed={answer?.item === item.key ? answer.typed : null}
          problem={answer?.item === item.key && !answer.theirs ? answer.problem : null}
          theirs={answer?.item === item.key ? answer.theirs : null}
          next={waiting.find(({ key }) => key !== item.key)?.key ?? null}
        />
      ))}
      <Moves view={view} />
    </>
  );
};

const People = ({ view }: { view: SheetView }) => {
  const { zone } = view.regency;
  const line = (words: string, one: { by: string; at: string } | null) =>
    one && (
      <div>
        <dt>{words}</dt>
        <dd>
          {one.by}, {formatInstant(one.at, zone)}
        </dd>
      </div>
    );
  return (
    <dl className="facts">
      <div>
        <dt>Keadaan</dt>
        <dd>
          <strong>{STATE_WORDS[view.state]}</strong>, sejak {formatInstant(view.since, zone)}
        </dd>
      </div>
      {line("Dimulai", view.begun)}
      {line("Diajukan", view.submitted)}
      {line("Dikuatkan penilai kedua", view.seconded)}
      {line("Reviu diselesaikan", view.reviewed)}
    </dl>
  );
};

/** Counts of answers; of indicators never a score, but where the edition allows a simulation. */
const Counts = ({ view }: { view: SheetView }) => {
  const { check, simulation, items, waiting } = view;
  const changed = items.filter(
    ({ given }) => given?.stands && given.value !== given.machine && given.machine !== null,
  );
  return (
    <ul className="statements plain">
      <li>
        <span data-terjawab>{formatCount(items.length - waiting.length)}</span> dari{" "}
        {formatCount(items.length)} butir dinilai; {formatCount(changed.length)} berbeda dari putusan mesin.
      </li>
      {check && (
        <li>
          Penilaian mandiri, bukan nilai Ombudsman: {formatCount(check.met)} dari{" "}
          {formatCount(check.answered)} indikator yang dijawab terpenuhi; {formatCount(check.waiting)}{" "}
          menunggu penilai.
        </li>
      )}
      {simulation &&
        (simulation.hundredths === null ? (
          <li>Simulasi nilai tidak dibuat. {simulation.because.join(" ")}</li>
        ) : (
          <li>Simulasi: {formatDecimal(simulation.hundredths / 100, 2)}.</li>
        ))}
    </ul>
  );
};

/** What this person can do with the whole assessment, and what stands in the way. */
const Moves = ({ view }: { view: SheetView }) => {
  const action = paths.penilaian(view.id);
  if (view.moves.length === 0 && view.blocked.length === 0) return null;
  return (
    <section className="no-print" aria-labelledby="judul-langkah">
      <h2 id="judul-langkah">Langkah berikutnya</h2>
      {view.moves.map((move) =>
        move === "berubah" ? null : (
          <form key={move} method="post" action={action} className="buttons">
            <input type="hidden" name="tindakan" value={move} />
            <button type="submit">{MOVE_BUTTONS[move]}</button>
          </form>
        ),
      )}
      {view.blocked.map(({ move, words }) =>
        move === "berubah" ? null : (
          <p key={move}>
            {MOVE_BUTTONS[move]}: {words.join(" ")}
          </p>
        ),
      )}
      {view.roundId && (
        <p>
          <a href={paths.ujiPetik(view.roundId)}>Uji petik yang memuat penilaian ini</a>
        </p>
      )}
    </section>
  );
};
