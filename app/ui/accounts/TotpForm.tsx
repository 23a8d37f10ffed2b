import type { FieldError } from "../ErrorSummary.tsx";
import { Field } from "../Fields.tsx";

/** A key to type into an authenticator. */
export interface Offer {
  secret: string;
  groups: string;
  uri: string;
}

interface Props {
  action: string;
  errors: readonly FieldError[];
  on: boolean;
  offer: Offer | null;
}

/** The second step at login: prepared, proved by a code, or given up. */
export const TotpForm = ({ action, errors, on, offer }: Props) => (
  <section aria-labelledby="dua-langkah">
    <h2 id="dua-langkah">Verifikasi dua langkah</h2>
    {on ? (
      <p>
        <strong>Aktif.</strong> Saat masuk, kode enam angka dari aplikasi autentikator diminta di samping kata
        sandi.
      </p>
    ) : (
      <p>Belum dipakai. Dengan ini, kata sandi yang diketahui orang lain saja tidak cukup untuk masuk.</p>
    )}
    {!on && !offer && (
      <form method="post" action={action}>
        <button type="submit" name="tindakan" value="kode-siapkan" className="second">
          Siapkan verifikasi dua langkah
        </button>
      </form>
    )}
    {!on && offer && (
      <form method="post" action={action} className="wizard-form">
        <input type="hidden" name="kunci" value={offer.secret} />
        <ol>
          <li>
            Ketik kunci ini pada aplikasi autentikator di telepon Anda:{" "}
            <code className="secret">{offer.groups}</code>
          </li>
          <li>
            Atau buka alamat ini pada telepon itu: <a href={offer.uri}>tautan untuk aplikasi autentikator</a>{" "}
            <code className="secret">{offer.uri}</code>
          </li>
          <li>Ketik kode yang ditampilkannya di bawah ini. Kunci ini tidak ditampilkan lagi.</li>
        </ol>
        <Field id="kode" label="Kode dari aplikasi" errors={errors}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={10}
            />
          )}
        </Field>
        <Confirm errors={errors} />
        <div>
          <button type="submit" name="tindakan" value="kode-pakai">
            Pakai verifikasi dua langkah
          </button>
        </div>
      </form>
    )}
    {on && (
      <form method="post" action={action} className="wizard-form">
        <Confirm errors={errors} />
        <div>
          <button type="submit" name="tindakan" value="kode-lepas" className="second">
            Lepas verifikasi dua langkah
          </button>
        </div>
      </form>
    )}
  </section>
);

const Confirm = ({ errors }: { errors: readonly FieldError[] }) => (
  <Field id="sandi-kode" label="Kata sandi Anda, sebagai bukti" errors={errors}>
    {(attributes) => (
      <input {...attributes} type="password" autoComplete="current-password" required maxLength={400} />
    )}
  </Field>
);
