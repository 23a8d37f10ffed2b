export interface FieldError {
  /** Id of the field that is wrong. */
  field: string;
  message: string;
}

/** What must be mended, on top, each linked to its field; the same words stand beside the field. */
export const ErrorSummary = ({ errors }: { errors: readonly FieldError[] }) =>
  errors.length === 0 ? null : (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the summary is what the person came back to.
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>Ada yang perlu diperbaiki</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}-${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
