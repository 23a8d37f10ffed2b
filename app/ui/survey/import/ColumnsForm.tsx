import type { ColumnsStep, ColumnView } from "#app/server/survey/import-steps/columns.server.ts";
import { columnLetters } from "#app/survey/columns/layout.ts";
import { EDITIONS, edition } from "#app/survey/editions.ts";
import { FIELD_KEYS } from "#app/survey/schema.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { Field } from "../../Fields.tsx";
import { ROLE } from "../../roles.ts";
import { COLUMN_FIELDS } from "./columns-form.ts";
import { FIELD_NAMES, orderWords, sureWords } from "./words.ts";

interface Props {
  step: ColumnsStep;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

/** The table of columns: header, three samples, what it holds, how sure. */
export function ColumnsTable({ step, errors, typed }: Props) {
  return (
    <table {...ROLE.table} className="data cards" id="tabel-kolom">
      <caption>Kolom dalam berkas</caption>
      <thead {...ROLE.rows}>
        <tr {...ROLE.row}>
          {["Judul kolom", "Contoh isi", "Dibaca sebagai", "Seberapa yakin"].map((head) => (
            <th key={head} {...ROLE.columnHead} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.rows}>
        {step.columns.map((column) => (
          <ColumnRow key={column.index} column={column} step={step} errors={errors} typed={typed} />
        ))}
      </tbody>
    </table>
  );
}

function ColumnRow({ column, step, errors, typed }: Props & { column: ColumnView }) {
  const name = COLUMN_FIELDS.column(column.index);
  const wrong = errors.find(({ field }) => field === name);
  const samples = column.samples.map((text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text));
  return (
    <tr {...ROLE.row}>
      <th {...ROLE.rowHead} scope="row" id={`${name}-judul`}>
        {column.header || `Kolom ${columnLetters(column.index)}`}{" "}
        <span className="cell-note">
          {column.header ? `kolom ${columnLetters(column.index)}` : "tanpa judul"}
        </span>
      </th>
      <td {...ROLE.cell} data-head="Contoh isi">
        {column.holds === "personal" ? "tidak disimpan" : samples.join(" · ") || "–"}
      </td>
      <td {...ROLE.cell} data-head="Dibaca sebagai">
        {wrong && (
          <span className="wrong" id={`${name}-salah`}>
            {wrong.message}{" "}
          </span>
        )}
        <select
          id={name}
          name={name}
          defaultValue={typed[name] ?? column.holds ?? ""}
          aria-labelledby={`${name}-judul`}
          aria-describedby={wrong ? `${name}-salah` : undefined}
          aria-invalid={wrong ? true : undefined}
        >
          <option value="">Tidak dipakai</option>
          <optgroup label={`Unsur ${edition(step.edition).basis}`}>
            {edition(step.edition).unsur.map(({ key, name: unsur }, at) => (
              <option key={key} value={key}>
                U{at + 1} {unsur}
              </option>
            ))}
          </optgroup>
          <optgroup label="Keterangan lain">
            {FIELD_KEYS.map((key) => (
              <option key={key} value={key}>
                {FIELD_NAMES[key]}
              </option>
            ))}
          </optgroup>
        </select>
      </td>
      <td {...ROLE.cell} data-head="Seberapa yakin">
        {sureWords(column)}
      </td>
    </tr>
  );
}

/** Which sheet and which edition of the questionnaire: both decide which columns there are. */
export function LayoutFields({ step, errors, typed }: Props) {
  return (
    <fieldset className="pair">
      <legend>Berkas dan kuesioner</legend>
      {step.sheets.length > 1 && (
        <Field id={COLUMN_FIELDS.sheet} label="Lembar yang dibaca" errors={errors}>
          {(attributes) => (
            <select {...attributes} defaultValue={typed[COLUMN_FIELDS.sheet] ?? step.sheet ?? ""}>
              {step.sheets.map((sheet) => (
                <option key={sheet} value={sheet}>
                  {sheet}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id={COLUMN_FIELDS.edition} label="Kuesioner menurut" errors={errors}>
        {(attributes) => (
          <select {...attributes} defaultValue={typed[COLUMN_FIELDS.edition] ?? step.edition}>
            {EDITIONS.map(({ id, basis, unsur }) => (
              <option key={id} value={id}>
                {basis} ({unsur.length} unsur)
              </option>
            ))}
          </select>
        )}
      </Field>
      <div>
        <button type="submit" name="tindakan" value="ulang" className="second">
          Tampilkan kolomnya kembali
        </button>
      </div>
    </fieldset>
  );
}

/** Which of two unnamed columns is U8: the index is the same either way, the two unsur are not. */
export function OrderQuestion({ step, errors, typed }: Props) {
  if (!step.order) return null;
  const first = `${COLUMN_FIELDS.order}-kuesioner`;
  const wrong = errors.find(({ field }) => field === first);
  const chosen = typed[COLUMN_FIELDS.order] ?? step.order.chosen;
  return (
    <fieldset className="proposals" aria-describedby={wrong ? `${first}-salah` : undefined}>
      <legend>U8 dan U9 tidak bernama. Bagaimana urutannya pada kuesioner Anda?</legend>
      {wrong && (
        <p className="wrong" id={`${first}-salah`}>
          {wrong.message}
        </p>
      )}
      {orderWords(step.edition).map(({ value, words }) => (
        <label key={value}>
          <input
            type="radio"
            id={`${COLUMN_FIELDS.order}-${value}`}
            name={COLUMN_FIELDS.order}
            value={value}
            defaultChecked={chosen === value}
          />{" "}
          {words}
        </label>
      ))}
      <p className="hint">IKM tidak berubah oleh urutan ini; nilai kedua unsurnya berubah.</p>
    </fieldset>
  );
}

/** Every answer of another scale, and the score that it stands for. */
export function ScaleFields({ step, errors, typed }: Props) {
  if (!step.scale) return null;
  if (!step.scale.answers)
    return (
      <p className="notice">
        Jawaban dalam berkas ini terlalu beragam untuk dipetakan satu per satu. Ubah jawabannya ke skala 1–4
        pada berkas asal, lalu impor kembali.
      </p>
    );
  return (
    <fieldset className="proposals" id="skala">
      <legend>Peta skala: nilai 1–4 untuk tiap jawaban</legend>
      <p className="hint">
        Tetapkan menurut pedoman survei Anda. Pecahan boleh, misalnya 1,75. Semua jawaban perlu nilainya.
      </p>
      <div className="pair">
        {step.scale.answers.map(({ printed, score }, at) => {
          const name = COLUMN_FIELDS.scale(at);
          return (
            <Field key={printed} id={name} label={`Jawaban ${printed}`} errors={errors}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="text"
                  inputMode="decimal"
                  size={6}
                  defaultValue={typed[name] ?? (score === null ? "" : String(score).replace(".", ","))}
                />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Period of the whole file and people served: both may be left to the file. */
export function PeriodFields({ step, errors, typed }: Props) {
  const { period, population } = step.options;
  return (
    <fieldset className="pair">
      <legend>Periode dan jumlah pengguna</legend>
      <Field
        id={COLUMN_FIELDS.period}
        label="Periode seluruh berkas"
        hint="Kosongkan bila berkas mencantumkan tanggal atau periodenya. Misalnya TW II 2025, Semester I 2025, Juni 2025, atau 2025."
        errors={errors}
      >
        {(attributes) => (
          <input {...attributes} type="text" defaultValue={typed[COLUMN_FIELDS.period] ?? period ?? ""} />
        )}
      </Field>
      <Field
        id={COLUMN_FIELDS.population}
        label="Jumlah pengguna layanan pada periode itu"
        hint="Untuk menghitung sampel minimal. Boleh dikosongkan."
        errors={errors}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            inputMode="numeric"
            defaultValue={typed[COLUMN_FIELDS.population] ?? population ?? ""}
          />
        )}
      </Field>
    </fieldset>
  );
}
