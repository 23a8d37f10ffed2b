import type { FieldError } from "../ErrorSummary.tsx";
import { Field } from "../Fields.tsx";
import { INSTALLATION } from "./words.ts";

interface Place {
  slug: string;
  name: string;
}

interface Props {
  choices: { installation: boolean; regencies: readonly (Place & { bagian: readonly Place[] })[] };
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

const ROLE_NAMES = [
  ["penilai", "Penilai: membaca naskah, mengimpor survei, menilai"],
  ["pereviu", "Pereviu: memeriksa penilaian"],
  ["pimpinan", "Pimpinan: membaca"],
  ["bagian", "Bagian: membaca layanan bagiannya sendiri"],
  ["admin", "Admin: mengelola akun dan pengaturan"],
] as const;

/** The part of a form that names a role: which, where, and of which bagian. */
export const RoleFields = ({ choices: { installation, regencies }, errors, typed }: Props) => (
  <>
    <Field id="peran" label="Peran" errors={errors}>
      {(attributes) => (
        <select {...attributes} required defaultValue={typed.peran ?? ""}>
          <option value="">Pilih peran</option>
          {ROLE_NAMES.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field id="kabupaten" label="Daerah" errors={errors}>
      {(attributes) => (
        <select {...attributes} required defaultValue={typed.kabupaten ?? ""}>
          <option value="">Pilih daerah</option>
          {regencies.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
          {installation && <option value={INSTALLATION}>Semua daerah</option>}
        </select>
      )}
    </Field>
    <Field id="bagian" label="Bagian" hint="Hanya untuk peran bagian." errors={errors}>
      {(attributes) => (
        <select {...attributes} defaultValue={typed.bagian ?? ""}>
          <option value="">Tanpa bagian</option>
          {regencies
            .filter(({ bagian }) => bagian.length > 0)
            .map((regency) => (
              <optgroup key={regency.slug} label={regency.name}>
                {regency.bagian.map(({ slug, name }) => (
                  <option key={slug} value={`${regency.slug}/${slug}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </Field>
  </>
);
