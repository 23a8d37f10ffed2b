import type { ZoneName } from "#app/format/dates.ts";
import type { FieldProblem } from "#app/server/form-fields.ts";
import type { OfficialResult } from "#app/server/instruments/results.server.ts";
import { DataTable } from "../DataTable.tsx";
import { SelectField, TextField } from "../Fields.tsx";
import type { Filters } from "../filters.ts";
import { resultsTable } from "../tables/self-check.ts";

/** Place of the section on the page. */
export const RESULTS_SECTION = "hasil-resmi";

interface Props {
  /** Shows the forms, to who may record and withdraw. */
  mayWrite: boolean;
  results: readonly OfficialResult[];
  editions: readonly { slug: string; name: string }[];
  zone: ZoneName;
  filters: Filters;
  /** Path of the file with the results, without its ending. */
  path: string;
  action: string;
  errors: readonly FieldProblem[];
  typed: Readonly<Record<string, string>>;
}

/** What the Ombudsman itself decided: recorded as printed, and never beside a figure of ours in one table. */
export const OfficialResults = ({
  results,
  editions,
  zone,
  filters,
  path,
  action,
  mayWrite,
  errors,
  typed,
}: Props) => {
  const standing = results.filter(({ withdrawn }) => withdrawn === null);
  return (
    <section id={RESULTS_SECTION} aria-labelledby="judul-hasil-resmi" tabIndex={-1}>
      <h2 id="judul-hasil-resmi">Hasil resmi Ombudsman</h2>
      <p>
        Dicatat seperti tertulis dalam surat atau laporannya, terpisah dari penilaian mandiri di atas. Hasil
        menurut cara penilaian yang berbeda tidak dibandingkan.
      </p>
      {results.length === 0 ? (
        <p>Belum ada hasil resmi yang dicatat.</p>
      ) : (
        <DataTable table={resultsTable(results, zone)} files={{ path, filters }} hideCaption />
      )}
      {mayWrite && (
        <form method="post" action={action} className="wizard-form no-print" aria-labelledby="judul-catat">
          <h3 id="judul-catat">Catat hasil resmi</h3>
          <input type="hidden" name="tindakan" value="catat" />
          <SelectField
            id="edisi"
            label="Cara penilaian"
            empty="Pilih cara penilaian"
            options={editions.map(({ slug, name }) => [slug, name] as const)}
            errors={errors}
            typed={typed}
          />
          <TextField id="tahun" label="Tahun penilaian" mode="numeric" errors={errors} typed={typed} />
          <TextField
            id="objek"
            label="Yang dinilai"
            hint="Pemerintah kabupaten, atau nama unitnya."
            errors={errors}
            typed={typed}
          />
          <TextField
            id="nilai"
            label="Nilai"
            hint="0 sampai 100, misalnya 87,43."
            mode="decimal"
            errors={errors}
            typed={typed}
          />
          <TextField
            id="kategori"
            label="Kategori atau sebutan"
            hint="Seperti tercetak, misalnya B."
            errors={errors}
            typed={typed}
          />
          <TextField id="nomor_surat" label="Nomor surat" errors={errors} typed={typed} />
          <TextField id="tanggal_surat" label="Tanggal surat" type="date" errors={errors} typed={typed} />
          <TextField
            id="sumber"
            label="Terlihat pada"
            hint="Surat, piagam, laman, atau tempat menyimpannya."
            errors={errors}
            typed={typed}
          />
          <div>
            <button type="submit">Catat hasil resmi</button>
          </div>
        </form>
      )}
      {mayWrite && standing.length > 0 && (
        <form method="post" action={action} className="wizard-form no-print" aria-labelledby="judul-cabut">
          <h3 id="judul-cabut">Cabut catatan yang keliru</h3>
          <input type="hidden" name="tindakan" value="cabut" />
          <SelectField
            id="hasil"
            label="Catatan"
            value={standing[0]?.id ?? ""}
            options={standing.map(({ id, year, about }) => [id, `${year}, ${about}`] as const)}
            errors={errors}
            typed={typed}
          />
          <TextField id="alasan" label="Alasan pencabutan" errors={errors} typed={typed} />
          <div>
            <button type="submit" className="second">
              Cabut catatan ini
            </button>
          </div>
        </form>
      )}
    </section>
  );
};
