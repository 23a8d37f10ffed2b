import { formatInstantDate } from "#app/format/dates.ts";
import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import type { CheckStep } from "#app/server/survey/import-steps/check.server.ts";
import type { RejectedView } from "#app/server/survey/rejected.server.ts";
import { edition } from "#app/survey/editions.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { Field } from "../../Fields.tsx";
import { asksOverlap, CHECK_FIELDS } from "./check-form.ts";
import { elsewhereWords, printedWords, warningWords } from "./words.ts";

interface Props {
  step: CheckStep;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

/** Rows read as the sum that they are. */
export function RowsSum({ rows }: { rows: CheckStep["json"]["rows"] }) {
  const parts: [string, number][] = [
    ["diterima", rows.accepted],
    ["ditolak", rows.rejected],
    ["ganda", rows.duplicate],
    ["diabaikan (kosong, jumlah, atau catatan)", rows.ignored],
  ];
  return (
    <p>
      {formatCount(rows.read)} baris dibaca ={" "}
      {parts.map(([name, n]) => `${formatCount(n)} ${name}`).join(" + ")}.
    </p>
  );
}

/** The index of the whole file, the printed one beside it, and everything that weakens it. */
export function CheckFigures({ step }: Pick<Props, "step">) {
  const { json, leftOut, elsewhere, known, counted } = step;
  const { total, printed, warnings } = json;
  const missing = edition(json.edition).unsur.filter(({ key }) => total.unsur[key] === undefined);
  return (
    <>
      <p>
        Seluruh berkas:{" "}
        {total.ikm === null
          ? `IKM tidak dihitung${missing.length > 0 ? " karena unsurnya tidak lengkap" : ""}`
          : `IKM ${formatDecimal(total.ikm, 2)}, mutu ${total.mutu} (${total.kinerja})`}
        {total.n === null ? "" : `, ${formatCount(total.n)} responden`}, menurut {edition(json.edition).basis}
        .
      </p>
      {elsewhere.length > 0 && (
        <p className="notice">Tidak disimpan karena memakai nama daerah lain: {elsewhereWords(elsewhere)}.</p>
      )}
      {leftOut > 0 && (
        <p>
          Sebanyak {formatCount(leftOut)} responden berasal dari tempat yang tidak dihitung dan tidak akan
          disimpan.
        </p>
      )}
      {counted && (
        <p>
          Dari tempat yang dihitung saja:{" "}
          {counted.ikm === null
            ? "IKM tidak dihitung"
            : `IKM ${formatDecimal(counted.ikm, 2)}, mutu ${counted.mutu} (${counted.kinerja})`}
          , {formatCount(counted.n)} responden.
        </p>
      )}
      {known > 0 && (
        <p className="notice">
          Sebanyak {formatCount(known)} baris sudah pernah masuk lewat impor lain dan tidak akan dihitung dua
          kali; {formatCount(step.storable)} baris yang baru.
        </p>
      )}
      {printed && <p className={printed.agrees ? undefined : "notice"}>{printedWords(printed, total.ikm)}</p>}
      {warnings.filter(({ code }) => code !== "printed_differs").length > 0 && (
        <>
          <h2>Yang perlu diperhatikan</h2>
          <ul>
            {warnings
              .filter(({ code }) => code !== "printed_differs")
              .map(({ code, message }) => (
                <li key={`${code}-${message}`}>{warningWords(message)}</li>
              ))}
          </ul>
        </>
      )}
    </>
  );
}

/** One rejected row with its answers, to be mended with a reason. */
export function MendForm({
  row,
  action,
  errors,
  typed,
}: Omit<Props, "step"> & { row: RejectedView; action: string }) {
  const own = (field: string) => errors.some((one) => one.field === field);
  const open =
    own(CHECK_FIELDS.reason(row.row)) ||
    row.cells.some(({ column }) => own(CHECK_FIELDS.cell(row.row, column)));
  return (
    <details open={open}>
      <summary>{row.message}</summary>
      <form method="post" action={action}>
        <div className="pair">
          {row.cells.map(({ column, header, text }) => {
            const name = CHECK_FIELDS.cell(row.row, column);
            return (
              <Field key={column} id={name} label={header} errors={errors}>
                {(attributes) => <input {...attributes} type="text" defaultValue={typed[name] ?? text} />}
              </Field>
            );
          })}
          <Field id={CHECK_FIELDS.reason(row.row)} label="Alasan perbaikan" errors={errors}>
            {(attributes) => (
              <input {...attributes} type="text" defaultValue={typed[CHECK_FIELDS.reason(row.row)] ?? ""} />
            )}
          </Field>
        </div>
        <input type="hidden" name="baris" value={row.row} />
        <div className="buttons">
          <button type="submit" name="tindakan" value="perbaiki" className="second">
            Perbaiki baris {row.row}
          </button>
        </div>
      </form>
    </details>
  );
}

/** What is published for the same units and months, and what is to become of it. */
export function OverlapQuestion({ step, errors, typed }: Props) {
  if (step.overlaps.length === 0) return null;
  const { accepted } = step.json.rows;
  const asked = asksOverlap(step);
  return (
    <>
      <h2>Sudah ada hasil untuk tempat dan bulan yang sama</h2>
      <p>
        {asked
          ? step.json.shape === "aggregate"
            ? "Tabel rekapitulasi tidak dapat ditambahkan pada tabel lain untuk tempat dan bulan yang sama."
            : `${formatCount(step.withoutIdentity)} dari ${formatCount(accepted)} baris tidak bernomor kiriman dan tidak berjam pengisian, jadi baris yang sudah pernah masuk tidak dapat dikenali.`
          : "Semua baris bernomor kiriman atau berjam pengisian. Baris yang sudah pernah masuk dikenali dan tidak dihitung dua kali."}
      </p>
      {step.overlaps.map((one) => {
        const name = CHECK_FIELDS.overlap(one.batchId);
        const wrong = errors.find(({ field }) => field === `${name}-ganti`);
        const outside = one.whole - (one.inside ?? one.whole);
        const since = one.publishedAt ? formatInstantDate(one.publishedAt, step.draft.regency.zone) : "";
        const figures = `${one.fileName}, tersimpan ${since}${one.inside === null ? "" : `: ${formatCount(one.inside)} responden untuk tempat dan bulan yang sama`}${outside > 0 ? `, dan ${formatCount(outside)} responden lain` : ""}`;
        if (!asked) return <p key={name}>{figures}.</p>;
        return (
          <fieldset key={name} className="proposals" aria-describedby={wrong ? `${name}-salah` : undefined}>
            <legend>{figures}</legend>
            {wrong && (
              <p className="wrong" id={`${name}-salah`}>
                {wrong.message}
              </p>
            )}
            <label>
              <input
                type="radio"
                id={`${name}-ganti`}
                name={name}
                value="ganti"
                defaultChecked={typed[name] === "ganti"}
              />{" "}
              Ganti: seluruh impor itu ({formatCount(one.whole)} responden) tidak dihitung lagi
              {outside > 0 && `, termasuk ${formatCount(outside)} responden di luar tempat dan bulan ini`}
            </label>
            {step.json.shape !== "aggregate" && (
              <label>
                <input
                  type="radio"
                  id={`${name}-tambah`}
                  name={name}
                  value="tambah"
                  defaultChecked={typed[name] === "tambah"}
                />{" "}
                Tambah: keduanya dihitung, {formatCount(one.inside ?? 0)} responden itu ditambah berkas ini
              </label>
            )}
          </fieldset>
        );
      })}
    </>
  );
}

/** The name under which the choices are remembered. */
export function SourceField({ step, errors, typed }: Props) {
  return (
    <Field
      id={CHECK_FIELDS.source}
      label="Nama sumber"
      hint="Pilihan kolom Anda diingat untuk berkas berikutnya dengan kolom yang sama. Kosongkan bila tidak perlu diingat."
      errors={errors}
    >
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          maxLength={100}
          defaultValue={typed[CHECK_FIELDS.source] ?? step.source ?? ""}
        />
      )}
    </Field>
  );
}
