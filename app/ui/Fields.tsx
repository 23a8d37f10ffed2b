import type { ReactNode } from "react";
import type { FieldError } from "./ErrorSummary.tsx";

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors: readonly FieldError[];
  children: (attributes: {
    id: string;
    name: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }) => ReactNode;
}

/** A labelled field with its hint and its error beside it. */
export function Field({ id, label, hint, errors, children }: FieldProps) {
  const wrong = errors.find(({ field }) => field === id);
  const described = [hint && `${id}-petunjuk`, wrong && `${id}-salah`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-salah`}>
          {wrong.message}
        </p>
      )}
      {children({
        id,
        name: id,
        "aria-describedby": described || undefined,
        "aria-invalid": wrong ? true : undefined,
      })}
    </div>
  );
}

/** Fields of plain forms: what was typed stays, what is wrong stands beside it. */
interface Common {
  id: string;
  /** Where the form sends it under another name than its place on the page. */
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
  /** Before anything was typed. */
  value?: string;
}

const named = (name: string | undefined) => (name ? { name } : {});

export const TextField = ({
  type = "text",
  most,
  mode,
  list,
  typed,
  value = "",
  name,
  required = false,
  ...field
}: Common & {
  type?: "text" | "date";
  most?: number;
  mode?: "numeric" | "decimal";
  /** Id of the list of values to choose from. */
  list?: string | undefined;
  required?: boolean;
}) => (
  <Field {...field}>
    {(attributes) => (
      <input
        {...attributes}
        {...named(name)}
        type={type}
        inputMode={mode}
        list={list}
        maxLength={most}
        required={required}
        autoComplete="off"
        defaultValue={typed[name ?? field.id] ?? value}
      />
    )}
  </Field>
);

export const AreaField = ({
  rows = 3,
  most,
  typed,
  value = "",
  name,
  required = false,
  ...field
}: Common & { rows?: number; most: number; required?: boolean }) => (
  <Field {...field}>
    {(attributes) => (
      <textarea
        {...attributes}
        {...named(name)}
        rows={rows}
        maxLength={most}
        required={required}
        defaultValue={typed[name ?? field.id] ?? value}
      />
    )}
  </Field>
);

export const SelectField = ({
  options,
  typed,
  value = "",
  name,
  empty,
  ...field
}: Common & {
  options: readonly (readonly [value: string, name: string])[];
  /** Words of the choice that chooses nothing; left out: there is none. */
  empty?: string;
}) => (
  <Field {...field}>
    {(attributes) => (
      <select {...attributes} {...named(name)} defaultValue={typed[name ?? field.id] ?? value}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export const FileField = ({ id, label, hint, errors }: Omit<Common, "typed" | "value" | "name">) => (
  <Field id={id} label={label} hint={hint} errors={errors}>
    {(attributes) => <input {...attributes} type="file" />}
  </Field>
);
