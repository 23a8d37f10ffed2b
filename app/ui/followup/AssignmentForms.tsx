import { formatShortDate } from "#app/format/dates.ts";
import { formatMegabytes } from "#app/format/numbers.ts";
import type { AssignmentView } from "#app/server/assignments/views.ts";
import type { FieldError } from "../ErrorSummary.tsx";
import { AreaField, FileField, SelectField, TextField } from "../Fields.tsx";
import { ANSWER_WORDS, OUTCOME_WORDS } from "./assignment-words.ts";

interface Props {
  assignment: AssignmentView;
  path: string;
  today: string;
  /** Reads as penilai: decides, and may enter what a bagian answered on paper. */
  penilai: boolean;
  limit: number;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

const ANSWERS = Object.entries(ANSWER_WORDS);

/** What can be said next: the bagian answers, the penilai takes, returns, closes or gives more time. */
export function AssignmentForms({ assignment, path, today, penilai, limit, ...said }: Props) {
  const { state } = assignment;
  if (state === "ditutup") return null;
  return (
    <div className="no-print">
      {penilai && <Decisions assignment={assignment} path={path} today={today} {...said} />}
      <section aria-labelledby="judul-jawab">
        <h2 id="judul-jawab">{penilai ? "Catat jawaban bagian" : "Jawab"}</h2>
        {penilai && (
          <p className="note">
            Untuk jawaban yang diterima di luar aplikasi; riwayat memperlihatkan siapa yang mencatatnya.
          </p>
        )}
        <form method="post" action={path} encType="multipart/form-data" className="wizard-form">
          <input type="hidden" name="tindakan" value="jawab" />
          <SelectField id="jawaban" label="Jawaban" empty="Pilih jawaban" options={ANSWERS} {...said} />
          <AreaField
            id="catatan"
            label="Penjelasan"
            hint="Wajib bila tidak sependapat: tuliskan alasannya."
            most={2000}
            {...said}
          />
          <AreaField
            id="naskah_baru"
            label="Isi yang sudah diperbaiki"
            hint="Bila sudah diperbaiki: tuliskan isi barunya, atau lampirkan berkasnya."
            most={20_000}
            rows={6}
            {...said}
          />
          <FileField
            id="berkas"
            label="Berkas"
            hint={`PDF, DOCX, XLSX, PPTX, ODT, DOC, JPG, PNG, WebP, atau teks; paling besar ${formatMegabytes(limit)}.`}
            errors={said.errors}
          />
          <div>
            <button type="submit" className={penilai ? "second" : undefined}>
              {penilai ? "Catat jawaban" : "Kirim jawaban"}
            </button>
          </div>
        </form>
      </section>
      <section aria-labelledby="judul-tanggap">
        <h2 id="judul-tanggap">Tanggapan</h2>
        <form method="post" action={path} className="wizard-form">
          <input type="hidden" name="tindakan" value="tanggap" />
          <AreaField
            id="tanggapan"
            label="Tanggapan"
            hint="Tidak mengubah keadaan penugasan."
            most={2000}
            {...said}
          />
          <div>
            <button type="submit" className="second">
              Kirim tanggapan
            </button>
          </div>
        </form>
      </section>
      {penilai && (
        <section aria-labelledby="judul-tenggat">
          <h2 id="judul-tenggat">Ubah tenggat</h2>
          <form method="post" action={path} className="wizard-form">
            <input type="hidden" name="tindakan" value="tenggat" />
            <TextField
              id="tenggat_baru"
              label="Tenggat baru"
              hint={`Paling cepat hari ini, ${formatShortDate(today)}.`}
              type="date"
              {...said}
            />
            <AreaField id="alasan_tenggat" label="Alasan" most={1000} {...said} />
            <div>
              <button type="submit" className="second">
                Simpan tenggat
              </button>
            </div>
          </form>
        </section>
      )}
    </div>
  );
}

type DecisionProps = Omit<Props, "penilai" | "limit">;

/** What only the penilai decides. */
const Decisions = ({ assignment, path, today, ...said }: DecisionProps) => {
  const { state, presence } = assignment;
  const outcomes = (["diterima", "tidak_ditemukan", "ditarik"] as const).filter(
    (one) =>
      one === "ditarik" ||
      (one === "diterima" && state === "dijawab") ||
      (one === "tidak_ditemukan" && presence !== "ada"),
  );
  return (
    <div className="decide">
      {state === "dijawab" && (
        <section aria-labelledby="judul-kembali">
          <h2 id="judul-kembali">Kembalikan dengan catatan</h2>
          <form method="post" action={path} className="wizard-form">
            <input type="hidden" name="tindakan" value="kembali" />
            <AreaField id="catatan_kembali" label="Yang masih kurang" most={2000} {...said} />
            <TextField
              id="tenggat_kembali"
              label="Tenggat baru"
              hint={`Kosongkan bila tetap ${formatShortDate(assignment.due)}.`}
              type="date"
              {...said}
            />
            <div>
              <button type="submit" className="second">
                Kembalikan dengan catatan
              </button>
            </div>
          </form>
        </section>
      )}
      <section aria-labelledby="judul-tutup">
        <h2 id="judul-tutup">Tutup penugasan</h2>
        <form method="post" action={path} className="wizard-form">
          <input type="hidden" name="tindakan" value="tutup" />
          <SelectField
            id="hasil"
            label="Hasil"
            value={outcomes[0]}
            options={outcomes.map((one) => [one, OUTCOME_WORDS[one]])}
            {...said}
          />
          <AreaField
            id="catatan_tutup"
            label="Catatan"
            hint="Wajib bila penugasan ditarik."
            most={2000}
            {...said}
          />
          <div>
            <button type="submit">Tutup penugasan</button>
          </div>
        </form>
      </section>
    </div>
  );
};
