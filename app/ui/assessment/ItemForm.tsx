import type { ZoneName } from "#app/format/dates.ts";
import type { Given, SheetItem } from "#app/server/assessment/sheet.server.ts";
import { metWords, sourceWords } from "../CriteriaTable.tsx";
import { ROLE } from "../roles.ts";
import { quoteWords } from "../words-of.ts";
import { givenWords } from "./given-words.ts";
import { FOUND_WORDS, MET_WORDS, metKey, valueWords } from "./words.ts";

interface Props {
  item: SheetItem;
  zone: ZoneName;
  /** Where the form is sent; null where nothing can be answered. */
  action: string | null;
  /** Where a script sends it. */
  enhanced: string;
  /** What was typed in a form that was refused or met another's. */
  typed: Readonly<Record<string, string>> | null;
  problem: string | null;
  /** What somebody else stored meanwhile. */
  theirs: Given | null;
}

/** The criteria of one item with the machine's answers and the person's own, as one form. */
export const ItemForm = ({ item, zone, action, enhanced, typed, problem, theirs }: Props) => {
  const { key, given } = item;
  const seq = theirs?.seq ?? given?.seq ?? 0;
  const chosen = typed?.putusan ?? (given ? (given.kind === "tetap" ? "tetap" : "ubah") : "");
  const body = (
    <>
      <Machine item={item} />
      {item.component && <Criteria item={item} typed={typed} mayAnswer={action !== null} />}
      {theirs && (
        <p className="notice" role="alert">
          Putusan lain tersimpan lebih dulu: {givenWords(theirs, zone)}. Isian Anda di bawah ini belum
          tersimpan. Simpan kembali untuk menggantinya, atau muat ulang halaman untuk memakai putusan itu.
        </p>
      )}
    </>
  );
  if (action === null) {
    return (
      <div className="item-form">
        {body}
        <p>{given ? `Putusan penilai: ${givenWords(given, zone)}.` : "Belum dinilai."}</p>
      </div>
    );
  }
  return (
    <form method="post" action={action} className="item-form" data-butir={key} data-simpan={enhanced}>
      <input type="hidden" name="tindakan" value="putusan" />
      <input type="hidden" name="butir" value={key} />
      <input type="hidden" name="dasar" value={seq} />
      {body}
      <fieldset className="choices">
        <legend>Putusan Anda</legend>
        {item.decisive && (
          <label>
            <input
              type="radio"
              name="putusan"
              value="tetap"
              id={`putusan-${key}`}
              defaultChecked={chosen === "tetap"}
            />{" "}
            Pertahankan putusan mesin: {valueWords(item.machine)}
          </label>
        )}
        <label>
          <input
            type="radio"
            name="putusan"
            value="ubah"
            id={item.decisive ? `ubah-${key}` : `putusan-${key}`}
            defaultChecked={chosen === "ubah" || !item.decisive}
          />{" "}
          {item.decisive ? "Ubah putusan" : "Jawab sendiri"}
        </label>
      </fieldset>
      {item.indicator ? (
        <IndicatorAnswer item={item} typed={typed} />
      ) : (
        <div className="field">
          <label htmlFor={`keadaan-${key}`}>Bila diubah, komponen ini</label>
          <select id={`keadaan-${key}`} name="keadaan" defaultValue={typed?.keadaan ?? foundOf(item)}>
            {Object.entries(FOUND_WORDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor={`alasan-${key}`}>
          {item.decisive ? "Alasan (wajib bila diubah)" : "Alasan atau yang terlihat (wajib)"}
        </label>
        <textarea
          id={`alasan-${key}`}
          name="alasan"
          rows={2}
          maxLength={4000}
          defaultValue={typed?.alasan ?? given?.reason ?? ""}
          aria-describedby={problem ? `salah-${key}` : undefined}
          aria-invalid={problem ? true : undefined}
        />
      </div>
      {problem && (
        <p className="wrong" id={`salah-${key}`}>
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="second">
          Simpan putusan
        </button>
      </div>
      <p className="saved" data-tersimpan role="status">
        {given
          ? given.stands
            ? `Tersimpan: ${givenWords(given, zone)}.`
            : `Perlu dinilai ulang; sebelumnya: ${givenWords(given, zone)}.`
          : "Belum dinilai."}
      </p>
    </form>
  );
};

/** How the component was found by the person before, else by the machine. */
const foundOf = ({ component, given, machine }: SheetItem): keyof typeof FOUND_WORDS => {
  const value = given && given.kind !== "tetap" ? given.value : machine;
  if (value === "T") return "tidak_terbaca";
  if (value === "0") return "tidak_ada";
  return component?.cell.state === "tidak_ada" && !given ? "tidak_ada" : "ada";
};

const Machine = ({ item }: { item: SheetItem }) => (
  <p className="machine">
    Putusan mesin: <strong>{valueWords(item.machine)}</strong>
    {item.indicator &&
      item.machine !== null &&
      !item.decisive &&
      " (baru bagian yang dapat dibuktikan keputusan)"}
    {item.reason && !item.component && `. ${item.reason}`}
  </p>
);

interface CriteriaProps {
  item: SheetItem;
  typed: Props["typed"];
  mayAnswer: boolean;
}

const Criteria = ({ item, typed, mayAnswer }: CriteriaProps) => (
  <table {...ROLE.table} className="data cards criteria">
    <caption className="hidden-text">Kriteria {item.name}</caption>
    <thead {...ROLE.rows}>
      <tr {...ROLE.row}>
        {["Kriteria", "Mesin", "Penilai"].map((head) => (
          <th key={head} {...ROLE.columnHead} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody {...ROLE.rows}>
      {item.component?.criteria.map((one) => {
        const own = item.given?.answers[one.id];
        const met = own === undefined ? one.met : own;
        const id = `k-${one.id.replace(".", "-")}`;
        return (
          <tr {...ROLE.row} key={one.id}>
            <th {...ROLE.rowHead} scope="row" id={`${id}-nama`}>
              {one.sentence}
              <span className="cell-note">
                {" "}
                {one.level === 2 ? "Inti" : "Terukur"}; {sourceWords(one)}.
              </span>
            </th>
            <td {...ROLE.cell} data-head="Mesin">
              <span className={one.met === false ? "unmet" : undefined}>
                {one.reason ? metWords(one.met) : "belum dinilai"}
              </span>
              {one.reason && `. ${one.reason}`}
              {item.text === null && one.quote && (
                <span className="quote-part"> “{quoteWords(one.quote)}”</span>
              )}
            </td>
            <td {...ROLE.cell} data-head="Penilai">
              {mayAnswer ? (
                <select
                  id={id}
                  name={`k.${one.id}`}
                  defaultValue={typed?.[`k.${one.id}`] ?? metKey(met)}
                  aria-labelledby={`${id}-nama`}
                >
                  {Object.entries(MET_WORDS).map(([value, words]) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </select>
              ) : (
                metWords(met)
              )}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** The answer to an indicator: yes or no, or a step of its scale. */
const IndicatorAnswer = ({ item, typed }: { item: SheetItem; typed: Props["typed"] }) => {
  const { key, indicator, given } = item;
  const options: (readonly [string, string])[] = indicator?.scale
    ? indicator.scale.steps.map(({ value, name }) => [`langkah:${value}`, `${value}: ${name}`] as const)
    : [
        ["ya", "terpenuhi"],
        ["tidak", "belum terpenuhi"],
      ];
  return (
    <>
      {indicator && indicator.ask.length > 0 && (
        <p className="hint">Yang diminta: {indicator.ask.join("; ")}.</p>
      )}
      <div className="field">
        <label htmlFor={`jawaban-${key}`}>Jawaban</label>
        <select id={`jawaban-${key}`} name="jawaban" defaultValue={typed?.jawaban ?? given?.value ?? ""}>
          <option value="">Pilih jawaban</option>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </>
  );
};
