import { formatDate, formatInstant, type ZoneName } from "#app/format/dates.ts";
import type { SheetItem, SheetView } from "#app/server/assessment/sheet.server.ts";
import { paths } from "../links.ts";

interface Props {
  item: SheetItem;
  view: SheetView;
  action: string;
}

/** Evidence of an item, with the forms that add and withdraw it. */
export const Evidence = ({ item, view, action }: Props) => {
  const { key, evidence } = item;
  const { zone } = view.regency;
  if (evidence.length === 0 && !view.may.judge) return null;
  return (
    <div className="item-extra">
      <h4>Bukti</h4>
      {evidence.length === 0 && <p className="note">Belum ada bukti.</p>}
      {evidence.length > 0 && (
        <ul>
          {evidence.map((one) => (
            <li key={one.id}>
              {one.kind === "berkas" && <a href={paths.bukti(view.id, one.id)}>{one.name}</a>}
              {one.kind === "tautan" && (
                <a href={one.url ?? ""} rel="noreferrer nofollow">
                  {one.url}
                </a>
              )}
              {one.note && ` ${one.note}`}
              <span className="cell-note">
                {" "}
                {one.dated ? `Tanggal bukti ${formatDate(one.dated)}; ` : "Tanggal bukti tidak disebut; "}
                ditambahkan {one.by}, {formatInstant(one.at, zone)}
                {one.sha256 && `; sha256 ${one.sha256.slice(0, 12)}`}.
              </span>
              {view.may.judge && (
                <form method="post" action={action} className="inline no-print">
                  <input type="hidden" name="tindakan" value="cabut_bukti" />
                  <input type="hidden" name="butir" value={key} />
                  <input type="hidden" name="bukti" value={one.id} />
                  <button type="submit" className="second">
                    Cabut<span className="hidden-text"> bukti {one.name ?? one.url ?? one.note}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.may.judge && <EvidenceForm item={key} id={view.id} />}
    </div>
  );
};

const EvidenceForm = ({ item, id }: { item: string; id: string }) => (
  <details className="no-print">
    <summary>Tambah bukti</summary>
    <form method="post" action={paths.tambahBukti()} encType="multipart/form-data" className="wizard-form">
      <input type="hidden" name="sasaran" value={`${id} ${item}`} />
      <div className="field">
        <label htmlFor={`tanggal-${item}`}>Tanggal bukti</label>
        <input id={`tanggal-${item}`} type="date" name="tanggal" />
      </div>
      <div className="field">
        <label htmlFor={`keterangan-${item}`}>Keterangan</label>
        <textarea id={`keterangan-${item}`} name="keterangan" rows={2} maxLength={4000} />
      </div>
      <div className="field">
        <label htmlFor={`tautan-${item}`}>Tautan</label>
        <input id={`tautan-${item}`} type="text" inputMode="url" name="tautan" maxLength={2000} />
      </div>
      <div className="field">
        <label htmlFor={`berkas-${item}`}>Berkas (PDF, gambar, atau dokumen; paling besar 25 MB)</label>
        <input id={`berkas-${item}`} type="file" name="berkas" />
      </div>
      <div>
        <button type="submit" className="second">
          Tambah bukti
        </button>
      </div>
    </form>
  </details>
);

/** The thread of an item: comments of both sides, oldest first, and the form for one more. */
export const Thread = ({ item, view, action }: Props) => {
  const { key, remarks } = item;
  if (remarks.length === 0 && !view.may.remark) return null;
  return (
    <div className="item-extra">
      <h4>Catatan</h4>
      {remarks.length > 0 && (
        <ol className="thread">
          {remarks.map((one) => (
            <li key={one.seq}>
              <p>{one.text}</p>
              <p className="note">
                {one.by}, {formatInstant(one.at, view.regency.zone)}
                {one.submission > 0 && `, pada pengajuan ke-${one.submission}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {remarks.length === 0 && <p className="note">Belum ada catatan.</p>}
      {view.may.remark && (
        <details className="no-print" open={remarks.length > 0 || view.may.mark}>
          <summary>{remarks.length > 0 ? "Balas catatan" : "Tulis catatan"}</summary>
          <form method="post" action={action}>
            <input type="hidden" name="tindakan" value="catatan" />
            <input type="hidden" name="butir" value={key} />
            <div className="field">
              <label htmlFor={`catatan-${key}`}>Catatan</label>
              <textarea id={`catatan-${key}`} name="catatan" rows={2} maxLength={4000} required />
            </div>
            <button type="submit" className="second">
              Simpan catatan
            </button>
          </form>
        </details>
      )}
    </div>
  );
};

interface MarkProps {
  sample: NonNullable<SheetItem["sample"]>;
  assessmentId: string;
  item: string;
  /** Null where it cannot be marked here. */
  action: string | null;
  zone: ZoneName;
}

/** The pereviu's word on a drawn verdict, or the form for it. */
export const Mark = ({ sample, assessmentId, item, action, zone }: MarkProps) => {
  const why = sample.drawn === "wajib" ? "selalu diperiksa" : "terambil acak";
  const id = `${assessmentId}-${item}`;
  return (
    <div className="item-extra">
      <h4>Uji petik</h4>
      {sample.mark !== null ? (
        <p>
          {sample.mark === "setuju" ? "Disetujui" : "Tidak disetujui"} {sample.marked_by}
          {sample.marked_at && `, ${formatInstant(sample.marked_at, zone)}`} ({why}).
          {sample.reason && ` Alasan: ${sample.reason}`}
        </p>
      ) : action === null ? (
        <p>Menunggu tanda pereviu ({why}).</p>
      ) : (
        <form method="post" action={action} className="no-print">
          <input type="hidden" name="tindakan" value="tandai" />
          <input type="hidden" name="penilaian" value={assessmentId} />
          <input type="hidden" name="butir" value={item} />
          <fieldset className="choices">
            <legend>Apakah Anda setuju dengan putusan ini? ({why})</legend>
            <label>
              <input type="radio" name="tanda" value="setuju" required /> Setuju
            </label>
            <label>
              <input type="radio" name="tanda" value="tidak_setuju" required /> Tidak setuju
            </label>
          </fieldset>
          <div className="field">
            <label htmlFor={`alasan-tanda-${id}`}>Alasan (wajib bila tidak setuju)</label>
            <textarea id={`alasan-tanda-${id}`} name="alasan" rows={2} maxLength={4000} />
          </div>
          <button type="submit" className="second">
            Simpan tanda
          </button>
        </form>
      )}
    </div>
  );
};
