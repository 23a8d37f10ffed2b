import type { ActionState } from "#app/followup/timeline.ts";
import { formatShortDate } from "#app/format/dates.ts";
import { formatMegabytes } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import type { ActionView } from "#app/server/followup/views.ts";
import type { FieldError } from "../ErrorSummary.tsx";
import { AreaField, FileField, SelectField, TextField } from "../Fields.tsx";
import { statusWord, WHOLE_SETDA, WHOLE_SETDA_NAME } from "./words.ts";

interface Props {
  action: ActionView;
  /** Address that takes the forms. */
  path: string;
  today: string;
  /** States that may follow, for who reads this. */
  next: readonly ActionState[];
  /** May also move the date and give it to somebody else. */
  whole: boolean;
  bagian: readonly { slug: string; name: string }[];
  quarters: readonly (readonly [value: string, name: string])[];
  /** Largest file, in bytes. */
  limit: number;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

/** What can be said of an action: how it stands, what proves it, what stands in the way, whose it is and until when. */
export function ActionForms({ action, path, today, next, whole, bagian, quarters, limit, ...said }: Props) {
  return (
    <div className="no-print">
      {next.length > 0 && (
        <section aria-labelledby="judul-status">
          <h2 id="judul-status">Ubah status</h2>
          <form method="post" action={path} className="wizard-form">
            <input type="hidden" name="tindakan" value="status" />
            <SelectField
              id="status"
              label="Status"
              value={next[0]}
              options={next.map((one) => [
                one,
                one === action.state ? `${statusWord(one)} (kemajuan)` : statusWord(one),
              ])}
              {...said}
            />
            <TextField
              id="tanggal"
              label="Sejak tanggal"
              hint={`Kosongkan bila hari ini, ${formatShortDate(today)}.`}
              type="date"
              {...said}
            />
            <AreaField
              id="catatan"
              label="Catatan"
              hint="Wajib bila dibatalkan atau dibuka kembali."
              most={1000}
              {...said}
            />
            <div>
              <button type="submit">Simpan status</button>
            </div>
          </form>
        </section>
      )}
      <section aria-labelledby="judul-bukti-baru">
        <h2 id="judul-bukti-baru">Tambah bukti</h2>
        <form method="post" action={path} encType="multipart/form-data" className="wizard-form">
          <input type="hidden" name="tindakan" value="bukti" />
          <AreaField id="catatan_bukti" label="Keterangan bukti" most={1000} {...said} />
          <TextField
            id="tautan"
            label="Tautan"
            hint="Alamat lengkap, dimulai dengan https://."
            most={500}
            {...said}
          />
          <TextField
            id="tanggal_bukti"
            label="Tanggal bukti"
            hint="Tanggal pada buktinya sendiri, bukan tanggal mengunggah."
            type="date"
            {...said}
          />
          <FileField
            id="berkas"
            label="Berkas"
            hint={`PDF, DOCX, XLSX, PPTX, ODT, DOC, JPG, PNG, WebP, atau teks; paling besar ${formatMegabytes(limit)}.`}
            errors={said.errors}
          />
          <div>
            <button type="submit">Tambah bukti</button>
          </div>
        </form>
      </section>
      <section aria-labelledby="judul-kendala">
        <h2 id="judul-kendala">Kendala</h2>
        <form method="post" action={path} className="wizard-form">
          <input type="hidden" name="tindakan" value="kendala" />
          <AreaField
            id="kendala"
            label="Yang menghambat"
            hint="Kosongkan bila tidak ada lagi."
            most={1000}
            value={action.obstacles ?? ""}
            {...said}
          />
          <div>
            <button type="submit" className="second">
              Simpan kendala
            </button>
          </div>
        </form>
      </section>
      {whole && (
        <section aria-labelledby="judul-ubah">
          <h2 id="judul-ubah">Ubah tenggat atau penanggung jawab</h2>
          <form method="post" action={path} className="wizard-form">
            <input type="hidden" name="tindakan" value="ubah" />
            <SelectField
              id="penanggung"
              label="Penanggung jawab"
              value={action.bagian?.slug ?? WHOLE_SETDA}
              options={[
                ...bagian.map(({ slug, name }) => [slug, name] as const),
                [WHOLE_SETDA, WHOLE_SETDA_NAME] as const,
              ]}
              {...said}
            />
            <TextField
              id="jabatan"
              label="Jabatan penanggung jawab"
              most={160}
              value={action.ownerTitle}
              {...said}
            />
            <SelectField
              id="triwulan"
              label="Tenggat baru menurut triwulan"
              empty="Tetap, atau isi tanggalnya di bawah"
              options={quarters}
              {...said}
            />
            <TextField id="tenggat" label="Tenggat baru menurut tanggal" type="date" {...said} />
            <AreaField id="alasan" label="Alasan perubahan" most={500} {...said} />
            <div>
              <button type="submit" className="second">
                Simpan perubahan
              </button>
            </div>
          </form>
        </section>
      )}
    </div>
  );
}

/** How it stands, as a sentence begins with it. */
export const standingWords = (action: ActionView): string => capitalise(statusWord(action.status));
