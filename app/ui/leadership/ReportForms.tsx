import { periodNames } from "#app/format/periods.ts";
import { lowerFirst } from "#app/format/words.ts";
import type { ReportSettings } from "#app/reports/quarter/report.ts";
import { CHAPTERS } from "#app/reports/report/chapters.ts";
import type { FieldError } from "../ErrorSummary.tsx";
import { AreaField, SelectField, TextField } from "../Fields.tsx";

/** A form's address, and what was typed in it and refused. */
interface Said {
  action: string;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

/** What a new report needs: period, number, date, chapters and the words of people on them. */
export const NewReportForm = ({
  action,
  periods,
  period,
  chapters,
  ...said
}: Said & {
  periods: readonly string[];
  period: string;
  /** Chapters that were ticked; null before anything was. */
  chapters: readonly string[] | null;
}) => (
  <form method="post" action={action} className="settings-grid">
    <SelectField
      id="periode"
      label="Periode"
      value={period}
      options={periods.map((one) => [one, periodNames(one).long] as const)}
      {...said}
    />
    <TextField id="nomor" label="Nomor laporan" most={100} {...said} />
    <TextField
      id="tanggal"
      label="Tanggal laporan"
      hint="Bila dikosongkan: hari ini."
      type="date"
      {...said}
    />
    <fieldset id="bab">
      <legend>Bab dan lampiran</legend>
      {CHAPTERS.filter((one) => !("always" in one)).map(({ id, name, annex }) => (
        <p key={id}>
          <label>
            <input type="checkbox" name="bab" value={id} defaultChecked={chapters?.includes(id) ?? true} />{" "}
            {annex ? "Lampiran: " : ""}
            {name}
          </label>
        </p>
      ))}
    </fieldset>
    <details open={chapters !== null}>
      <summary>Ulasan tiap bab</summary>
      <div className="settings-grid">
        {CHAPTERS.map(({ id, name }) => (
          <AreaField
            key={id}
            id={`ulasan-${id}`}
            label={`Ulasan ${lowerFirst(name)}`}
            most={4000}
            {...said}
          />
        ))}
      </div>
    </details>
    <p className="buttons">
      <button type="submit">Buat laporan</button>
    </p>
  </form>
);

/** What every paper of a regency carries. */
export const SettingsForm = ({ action, settings, ...said }: Said & { settings: ReportSettings }) => (
  <form method="post" action={action} className="settings-grid">
    <input type="hidden" name="tindakan" value="pengaturan" />
    <AreaField
      id="kop"
      label="Kop surat, satu baris tiap baris"
      rows={4}
      most={1000}
      value={settings.letterhead.join("\n")}
      {...said}
    />
    <TextField id="tempat" label="Tempat" most={120} value={settings.place} {...said} />
    <TextField
      id="jabatan"
      label="Jabatan penanda tangan"
      most={120}
      value={settings.signer.office}
      {...said}
    />
    <TextField id="nama" label="Nama penanda tangan" most={120} value={settings.signer.name} {...said} />
    <TextField id="nip" label="NIP penanda tangan" most={120} value={settings.signer.nip} {...said} />
    <p className="buttons">
      <button type="submit" className="second">
        Simpan kop dan penanda tangan
      </button>
    </p>
  </form>
);
