import type { ColumnsStep } from "#app/server/survey/import-steps/columns.server.ts";
import { keyOfColumn } from "#app/survey/columns/layout.ts";
import { EDITION_IDS, unsurName } from "#app/survey/editions.ts";
import { normalisePeriod } from "#app/survey/rows/periods.ts";
import { SkmOptions } from "#app/survey/schema.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { sent } from "../../form.ts";
import { columnName, FIELD_NAMES } from "./words.ts";

/** Names of the fields of step 2, also their ids. */
export const COLUMN_FIELDS = {
  column: (index: number) => `kolom-${index}`,
  scale: (at: number) => `skala-${at}`,
  sheet: "lembar",
  edition: "edisi",
  order: "urutan",
  period: "periode",
  population: "populasi",
} as const;

interface Read {
  options: SkmOptions;
  errors: FieldError[];
}

/** Sheet and edition alone: they decide which columns there are. */
export function readLayout(form: FormData, step: ColumnsStep): SkmOptions {
  const { sheet: _sheet, edition: _edition, columns, ...rest } = step.options;
  const sheet = sent(form, COLUMN_FIELDS.sheet) || step.options.sheet;
  const chosen = EDITION_IDS.find((id) => id === sent(form, COLUMN_FIELDS.edition)) ?? step.options.edition;
  const same = (sheet ?? step.sheet) === step.sheet && (chosen ?? step.edition) === step.edition;
  return {
    ...rest,
    // What was said of the columns of one sheet or edition says nothing of another's.
    ...(same && columns ? { columns } : {}),
    ...(sheet === undefined ? {} : { sheet }),
    ...(chosen === undefined ? {} : { edition: chosen }),
  };
}

/** Reads the form of step 2. Only what differs from the program's own reading becomes an option. */
export function readColumns(form: FormData, step: ColumnsStep): Read {
  const errors: FieldError[] = [];
  const options: Record<string, unknown> = readLayout(form, step);
  const columns: Record<string, string | null> = { ...step.options.columns };
  const byUnsur = new Map<string, number>();
  let changed = false;
  for (const column of step.columns) {
    const name = COLUMN_FIELDS.column(column.index);
    const value = form.has(name) ? sent(form, name) || null : column.holds;
    if (value !== column.holds) {
      columns[keyOfColumn(step.columns, column.index)] = value;
      changed = true;
    }
    if (value === null || value in FIELD_NAMES) continue;
    const first = byUnsur.get(value);
    if (first === undefined) byUnsur.set(value, column.index);
    else if (step.shape === "respondents") {
      const other = step.columns.find(({ index }) => index === first);
      errors.push({
        field: name,
        message: `Kolom ${columnName(column)} dan kolom ${other ? columnName(other) : ""} dipilih untuk unsur yang sama, ${unsurName(step.edition, value as never)}. Pilih salah satunya.`,
      });
    }
  }
  if (step.shape === "respondents" && byUnsur.size === 0) {
    const [one] = step.columns;
    errors.push({
      field: COLUMN_FIELDS.column(one?.index ?? 0),
      message: "Belum ada kolom yang dipilih sebagai unsur. Pilih sekurangnya satu.",
    });
  }
  if (changed || step.options.columns) options.columns = columns;
  readOrder(form, step, options, errors);
  readScale(form, step, options, errors);
  readPeople(form, options, errors);
  const period = sent(form, COLUMN_FIELDS.period);
  if (period.length > 60)
    errors.push({ field: COLUMN_FIELDS.period, message: "Periode ini terlalu panjang." });
  else if (period) options.period = normalisePeriod(period);
  else delete options.period;
  return { options: errors.length > 0 ? step.options : SkmOptions.parse(options), errors };
}

type Options = Record<string, unknown>;

const readOrder = (form: FormData, { order }: ColumnsStep, options: Options, errors: FieldError[]): void => {
  if (!order) return;
  const value = sent(form, COLUMN_FIELDS.order);
  if (value === "kuesioner" || value === "definisi") options.order = value;
  else
    errors.push({
      field: `${COLUMN_FIELDS.order}-kuesioner`,
      message:
        "Dua kolom terakhir tidak bernama. Pilih urutannya: sarana lalu pengaduan, atau pengaduan lalu sarana.",
    });
};

/** Every answer needs a score of 1 to 4; all fields left empty take the map away. */
const readScale = (form: FormData, { scale }: ColumnsStep, options: Options, errors: FieldError[]): void => {
  if (!scale?.answers) return;
  const fields = scale.answers.map(({ printed }, at) => ({ printed, name: COLUMN_FIELDS.scale(at) }));
  delete options.scale;
  if (fields.every(({ name }) => sent(form, name) === "")) return;
  const map: Record<string, number> = {};
  for (const { printed, name } of fields) {
    const text = sent(form, name);
    const score = /^\d(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
    if (score >= 1 && score <= 4) map[printed] = score;
    else errors.push({ field: name, message: `Isi nilai 1 sampai 4 untuk jawaban “${printed}”.` });
  }
  options.scale = map;
};

const readPeople = (form: FormData, options: Options, errors: FieldError[]): void => {
  const text = sent(form, COLUMN_FIELDS.population).replace(/[.\s]/g, "");
  delete options.population;
  if (text === "") return;
  const people = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (people > 0) options.population = people;
  else
    errors.push({
      field: COLUMN_FIELDS.population,
      message: "Isi jumlah pengguna layanan dengan bilangan bulat, misalnya 450, atau kosongkan.",
    });
};
