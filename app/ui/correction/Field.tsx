interface Props {
  id: string;
  /** Left out: the id. */
  name?: string;
  label: string;
  hint?: string;
  value?: string;
  wrong?: string | undefined;
  required?: boolean;
  /** Id of the list of values to choose from. */
  list?: string;
}

/** One line of text in a form, with what it asks for and what is wrong with it. */
export function Field({ id, name = id, label, hint, value = "", wrong, required = false, list }: Props) {
  const described = [wrong && `${id}-salah`, hint && `${id}-petunjuk`].filter(Boolean).join(" ");
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
          {wrong}
        </p>
      )}
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={value}
        required={required}
        maxLength={2_000}
        list={list}
        aria-describedby={described === "" ? undefined : described}
        aria-invalid={wrong ? true : undefined}
      />
    </div>
  );
}
