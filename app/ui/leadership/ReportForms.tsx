import { periodNames } from "#app/format/periods.ts";
import { lowerFirst } from "#app/format/words.ts";
import type { ReportSettings } from "#app/reports/quarter/report.ts";
import { CHAPTERS } from "#app/reports/report/chapters.ts";

/** What a new report needs: period, number, date, chapters and the words of people on them. */
export const NewReportForm = ({
  action,
  periods,
  period,
}: {
  action: string;
  periods: readonly string[];
  period: string;
}) => (
  <form method="post" action={action} className="settings-grid">
    <div className="field">
      <label htmlFor="periode-laporan">Periode</label>
      <select id="periode-laporan" name="periode" defaultValue={period}>
        {periods.map((one) => (
          <option key={one} value={one}>
            {periodNames(one).long}
          </option>
        ))}
      </select>
    </div>
    <div className="field">
      <label htmlFor="nomor">Nomor laporan</label>
      <input id="nomor" type="text" name="nomor" maxLength={100} autoComplete="off" />
    </div>
    <div className="field">
      <label htmlFor="tanggal">Tanggal laporan</label>
      <p className="hint" id="tanggal-petunjuk">
        Bila dikosongkan: hari ini.
      </p>
      <input id="tanggal" type="date" name="tanggal" aria-describedby="tanggal-petunjuk" />
    </div>
    <fieldset>
      <legend>Bab dan lampiran</legend>
      {CHAPTERS.filter((one) => !("always" in one)).map(({ id, name, annex }) => (
        <p key={id}>
          <label>
            <input type="checkbox" name="bab" value={id} defaultChecked /> {annex ? "Lampiran: " : ""}
            {name}
          </label>
        </p>
      ))}
    </fieldset>
    <details>
      <summary>Ulasan tiap bab</summary>
      <div className="settings-grid">
        {CHAPTERS.map(({ id, name }) => (
          <div key={id} className="field">
            <label htmlFor={`ulasan-${id}`}>Ulasan {lowerFirst(name)}</label>
            <textarea id={`ulasan-${id}`} name={`ulasan-${id}`} rows={3} maxLength={4000} />
          </div>
        ))}
      </div>
    </details>
    <p className="buttons">
      <button type="submit">Buat laporan</button>
    </p>
  </form>
);

/** What every paper of a regency carries. */
export const SettingsForm = ({ action, settings }: { action: string; settings: ReportSettings }) => (
  <form method="post" action={action} className="settings-grid">
    <input type="hidden" name="tindakan" value="pengaturan" />
    <div className="field">
      <label htmlFor="kop-surat">Kop surat, satu baris tiap baris</label>
      <textarea
        id="kop-surat"
        name="kop"
        rows={4}
        maxLength={1000}
        defaultValue={settings.letterhead.join("\n")}
      />
    </div>
    {(
      [
        ["tempat", "Tempat", settings.place],
        ["jabatan", "Jabatan penanda tangan", settings.signer.office],
        ["nama", "Nama penanda tangan", settings.signer.name],
        ["nip", "NIP penanda tangan", settings.signer.nip],
      ] as const
    ).map(([name, label, value]) => (
      <div key={name} className="field">
        <label htmlFor={`laporan-${name}`}>{label}</label>
        <input
          id={`laporan-${name}`}
          type="text"
          name={name}
          maxLength={120}
          defaultValue={value}
          autoComplete="off"
        />
      </div>
    ))}
    <p className="buttons">
      <button type="submit" className="second">
        Simpan kop dan penanda tangan
      </button>
    </p>
  </form>
);
