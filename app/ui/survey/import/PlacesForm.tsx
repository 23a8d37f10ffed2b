import { formatCount } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { joinList } from "#app/format/words.ts";
import type { PlacesStep, PlaceView } from "#app/server/survey/import-steps/places.server.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { Field } from "../../Fields.tsx";
import { ROLE } from "../../roles.ts";
import { PLACE_FIELDS } from "./places-form.ts";
import { HOW_WORDS, placeWords } from "./words.ts";

interface Props {
  step: PlacesStep;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

const isSure = ({ how }: PlaceView): boolean => how === "alias" || how === "sama";

/** Doubtful places first, each with its select; those that are sure folded to their count. */
export function PlaceTables({ step, errors, typed }: Props) {
  const rows = step.places.map((place, at) => ({ place, at }));
  const wrong = new Set(errors.map(({ field }) => field));
  const doubtful = rows.filter(({ place, at }) => !isSure(place) || wrong.has(PLACE_FIELDS.place(at)));
  const sure = rows.filter((row) => !doubtful.includes(row));
  const props = { step, errors, typed };
  return (
    <>
      {doubtful.length > 0 && (
        <PlaceTable {...props} rows={doubtful} caption="Perlu dicocokkan" id="tabel-tempat" />
      )}
      {sure.length > 0 && (
        <details open={doubtful.length === 0}>
          <summary>{formatCount(sure.length)} tempat sudah dikenal</summary>
          <PlaceTable {...props} rows={sure} caption="Sudah dikenal" id="tabel-dikenal" />
        </details>
      )}
    </>
  );
}

function PlaceTable({
  step,
  errors,
  typed,
  rows,
  caption,
  id,
}: Props & { rows: readonly { place: PlaceView; at: number }[]; caption: string; id: string }) {
  return (
    <table {...ROLE.table} className="data cards" id={id}>
      <caption>{caption}</caption>
      <thead {...ROLE.rows}>
        <tr {...ROLE.row}>
          {["Dalam berkas", "Responden", "Dihitung pada", "Keterangan"].map((head) => (
            <th
              key={head}
              {...ROLE.columnHead}
              scope="col"
              className={head === "Responden" ? "figure" : undefined}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.rows}>
        {rows.map(({ place, at }) => {
          const name = PLACE_FIELDS.place(at);
          const wrong = errors.find(({ field }) => field === name);
          return (
            <tr {...ROLE.row} key={name}>
              <th {...ROLE.rowHead} scope="row" id={`${name}-nama`}>
                {placeWords(place)}
              </th>
              <td {...ROLE.cell} data-head="Responden" className="figure">
                {place.n === null ? "–" : formatCount(place.n)}
              </td>
              <td {...ROLE.cell} data-head="Dihitung pada">
                {wrong && (
                  <span className="wrong" id={`${name}-salah`}>
                    {wrong.message}{" "}
                  </span>
                )}
                <select
                  id={name}
                  name={name}
                  defaultValue={typed[name] ?? place.value}
                  aria-labelledby={`${name}-nama`}
                  aria-describedby={wrong ? `${name}-salah` : undefined}
                  aria-invalid={wrong ? true : undefined}
                >
                  <option value="">Pilih tempatnya</option>
                  <UnitOptions step={step} />
                </select>
              </td>
              <td {...ROLE.cell} data-head="Keterangan">
                {HOW_WORDS[place.how]}
                {place.periods.length > 0 &&
                  `; ${joinList(place.periods.map((period) => periodNames(period).short))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function UnitOptions({ step: { units } }: Pick<Props, "step">) {
  return (
    <>
      <option value="setda">Seluruh sekretariat daerah</option>
      <option value="lewati">Jangan dihitung</option>
      {units.bagian.length > 0 && (
        <optgroup label="Bagian">
          {units.bagian.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      )}
      {units.services.map(({ bagian, choices }) => (
        <optgroup key={bagian ?? ""} label={bagian === null ? "Layanan lain" : `Layanan ${bagian}`}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** Other regencies in the file: left out by name, unless they are this one in other words. */
export function RegencyQuestion({ step, errors }: Props) {
  const { otherRegencies: others, draft } = step;
  if (others.length === 0) return null;
  const first = PLACE_FIELDS.regency(0);
  const wrong = errors.find(({ field }) => field === first);
  return (
    <fieldset className="proposals" aria-describedby={wrong ? `${first}-salah` : undefined}>
      <legend>Berkas ini juga menyebut daerah selain {draft.regency.name}</legend>
      <p className="hint">
        Baris daerah lain tidak dihitung. Centang hanya bila namanya sebutan lain untuk {draft.regency.name}.
        Hasil daerah lain diimpor tersendiri.
      </p>
      {wrong && (
        <p className="wrong" id={`${first}-salah`}>
          {wrong.message}
        </p>
      )}
      {others.map(({ name, n, counted }, at) => (
        <label key={name}>
          <input
            type="checkbox"
            id={PLACE_FIELDS.regency(at)}
            name={PLACE_FIELDS.regency(at)}
            value="hitung"
            defaultChecked={counted}
          />{" "}
          {name}
          {n === null ? "" : `, ${formatCount(n)} responden`}: hitung sebagai {draft.regency.name}
        </label>
      ))}
      <div>
        <button type="submit" name="tindakan" value="daerah" className="second">
          Tampilkan tempatnya kembali
        </button>
      </div>
    </fieldset>
  );
}

/** Asked where the file gives no period; else offered nowhere: the file's own dates are better. */
export function PeriodField({ step, errors, typed }: Props) {
  if (step.withoutPeriod === 0 && step.period === null) return null;
  const mixed = step.withoutPeriod > 0 && step.withoutPeriod < step.groups;
  return (
    <Field
      id={PLACE_FIELDS.period}
      label="Periode seluruh berkas"
      hint={
        mixed
          ? "Sebagian baris tidak bertanggal. Periode yang diisi berlaku untuk seluruh berkas; bila berkas memuat beberapa periode, lengkapi tanggalnya pada berkas asal."
          : "Misalnya TW II 2025, Semester I 2025, Juni 2025, atau 2025."
      }
      errors={errors}
    >
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          defaultValue={
            typed[PLACE_FIELDS.period] ?? (step.period === null ? "" : periodNames(step.period).name)
          }
        />
      )}
    </Field>
  );
}
