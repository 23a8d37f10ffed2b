import type { FieldError } from "../ErrorSummary.tsx";
import { Field } from "../Fields.tsx";

interface Props {
  action: string;
  errors: readonly FieldError[];
  /** Fewest signs of a password. */
  shortest: number;
  /** For the browser's own store of passwords. */
  username: string;
  /** Asks for the password there is, too. */
  current?: boolean;
}

/** The form that sets a new password. */
export const PasswordForm = ({ action, errors, shortest, username, current = false }: Props) => (
  <section aria-labelledby="ganti-sandi">
    <h2 id="ganti-sandi">{current ? "Ganti kata sandi" : "Tetapkan kata sandi"}</h2>
    <form method="post" action={action} className="wizard-form">
      <input type="hidden" name="tindakan" value="sandi" />
      <input type="hidden" autoComplete="username" value={username} readOnly />
      {current && (
        <Field id="sandi" label="Kata sandi saat ini" errors={errors}>
          {(attributes) => (
            <input {...attributes} type="password" autoComplete="current-password" required maxLength={400} />
          )}
        </Field>
      )}
      <Field
        id="baru"
        label="Kata sandi baru"
        hint={`Paling sedikit ${shortest} huruf, angka, atau tanda. Beberapa kata yang tidak berhubungan mudah diingat dan sukar ditebak.`}
        errors={errors}
      >
        {(attributes) => (
          <input {...attributes} type="password" autoComplete="new-password" required maxLength={400} />
        )}
      </Field>
      <Field id="ulang" label="Kata sandi baru sekali lagi" errors={errors}>
        {(attributes) => (
          <input {...attributes} type="password" autoComplete="new-password" required maxLength={400} />
        )}
      </Field>
      <div>
        <button type="submit">Simpan kata sandi baru</button>
      </div>
    </form>
  </section>
);
