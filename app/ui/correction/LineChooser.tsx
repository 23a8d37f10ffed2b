import { COMPONENTS } from "#app/reader/components.ts";
import type { CorrectableTable } from "#app/server/correction/view.server.ts";
import type { FieldError } from "../ErrorSummary.tsx";
import type { Run } from "../naskah-runs.ts";
import { Field } from "./Field.tsx";
import { NOBODY, type Typed } from "./fields.ts";
import { TableOptions } from "./TableOptions.tsx";

interface Props {
  runs: readonly Run[];
  tables: readonly CorrectableTable[];
  /** Lines that are ticked beforehand. */
  chosen: readonly [number, number] | null;
  action: string;
  errors: readonly FieldError[];
  typed: Typed;
}

/** The lines with a box each, and below them whose they are. A script of its own lets them be chosen by marking the text. */
export function LineChooser({ runs, tables, chosen, action, errors, typed }: Props) {
  const typedValue = (name: Typed[number][0]) => typed.find(([key]) => key === name)?.[1] ?? "";
  const ticked = new Set(typed.flatMap(([name, value]) => (name === "baris" ? [Number(value)] : [])));
  const isTicked = (line: number) =>
    ticked.has(line) || (chosen !== null && line >= chosen[0] && line <= chosen[1]);
  const wrong = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <form method="post" action={action} className="line-chooser" data-pilih-baris="">
      <input type="hidden" name="langkah" value="pratinjau" />
      <input type="hidden" name="tindakan" value="pindah" />
      <fieldset id="baris" tabIndex={-1}>
        <legend>Baris yang dipilih</legend>
        <div className="naskah">
          {runs.map((run) => (
            <div key={run.key} className={run.unassigned ? "line-run unassigned" : "line-run"}>
              <p className="owner">
                <span>
                  {run.startsService && <strong>{run.name}</strong>}
                  {run.owner}
                </span>
              </p>
              <ol className="lines">
                {run.lines.map(({ line, parts }) => (
                  <li key={line} id={`b${line}`} className="line">
                    <span className="pick">
                      {parts.some(({ text }) => text.trim() !== "") ? (
                        <>
                          <input
                            type="checkbox"
                            id={`pilih-${line}`}
                            name="baris"
                            value={line}
                            defaultChecked={isTicked(line)}
                          />
                          <label htmlFor={`pilih-${line}`}>
                            <span className="hidden-text">Baris </span>
                            {line}
                          </label>
                        </>
                      ) : (
                        line
                      )}
                    </span>
                    <span data-baris={line}>{parts.map(({ text }) => text).join("")}</span>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="chooser-target">
        <Field
          id="rentang"
          label="Atau tulis rentang barisnya"
          hint="Misalnya 102-104, 110. Dapat melewati batas halaman ini."
          value={typedValue("rentang")}
          wrong={wrong("rentang") ?? wrong("baris")}
        />
        <Field
          id="kutipan"
          label="Bila hanya sebagian dari satu baris, salin kata-katanya"
          hint="Kosongkan bila seluruh baris yang dimaksud."
          value={typedValue("kutipan")}
          wrong={wrong("kutipan")}
        />
        <div className="field">
          <label htmlFor="layanan">Milik layanan</label>
          <select id="layanan" name="layanan" defaultValue={typedValue("layanan")}>
            <option value="">Tidak ada</option>
            <TableOptions tables={tables} />
          </select>
          {wrong("layanan") && <p className="wrong">{wrong("layanan")}</p>}
        </div>
        <div className="field">
          <label htmlFor="komponen">Sebagai</label>
          <select id="komponen" name="komponen" required defaultValue={typedValue("komponen")}>
            <option value="">Pilih komponen</option>
            {COMPONENTS.map(({ slug, number, name }) => (
              <option key={slug} value={slug}>
                {number}. {name}
              </option>
            ))}
            {NOBODY.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          {wrong("komponen") && <p className="wrong">{wrong("komponen")}</p>}
        </div>
        <button type="submit">Lihat yang akan berubah</button>
      </div>
      <script src="/pilih-baris.js" defer />
    </form>
  );
}
