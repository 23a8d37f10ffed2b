import { formatInstant } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { PENGGUNA } from "#app/scoring/pengguna.ts";
import type { RegencyRef, ServiceView } from "#app/server/views.ts";
import { userName } from "./user-words.ts";

/** Place of the section on a service sheet. */
export const USER_SECTION = "pengguna";

interface Props {
  user: ServiceView["user"];
  /** Users a year; null where nobody said. */
  volume: number | null;
  zone: RegencyRef["zone"];
  /** Where the form is sent: the sheet's own address with its filters; null for who only reads. */
  action: string | null;
}

/** Who uses a service, who says so, and the form by which a person settles it. */
export function ServiceUserSection({ user, volume, zone, action }: Props) {
  return (
    <section aria-labelledby={USER_SECTION}>
      <h2 id={USER_SECTION}>Pengguna layanan</h2>
      <p>
        <strong>{capital(userName(user.pengguna))}</strong>
        {originWords(user, zone)}
        {volume === null ? "" : `; ${formatCount(volume)} pengguna setahun`}.
      </p>
      {action !== null && <UserForm user={user} action={action} />}
      {action !== null && <VolumeForm volume={volume} action={action} />}
    </section>
  );
}

const UserForm = ({ user, action }: { user: Props["user"]; action: string }) => (
  <form method="post" action={action} className="no-print">
    <div className="field">
      <label htmlFor="pengguna-pilihan">
        {user.confirmed ? "Ubah pengguna layanan" : "Tetapkan pengguna layanan"}
      </label>
      <select
        id="pengguna-pilihan"
        name="pengguna"
        required
        defaultValue={user.pengguna ?? ""}
        aria-describedby="pengguna-catatan"
      >
        {user.pengguna === null && <option value="">Pilih pengguna</option>}
        {PENGGUNA.map((one) => (
          <option key={one} value={one}>
            {userName(one)}
          </option>
        ))}
      </select>
    </div>
    <p id="pengguna-catatan" className="note">
      Pilih yang terutama dilayani. Yang Anda tetapkan tidak diubah oleh pembacaan naskah berikutnya.
    </p>
    <button type="submit" className="second">
      Tetapkan pengguna
    </button>
  </form>
);

const originWords = (user: ServiceView["user"], zone: RegencyRef["zone"]): string => {
  if (!user.confirmed) {
    return user.pengguna === null
      ? "; naskah tidak menyebut siapa yang dilayani"
      : ", diusulkan dari teks dan belum ditetapkan";
  }
  const by = user.by === null ? "" : ` oleh ${user.by}`;
  return `, ditetapkan${by}${user.at === null ? "" : ` pada ${formatInstant(user.at, zone)}`}`;
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function VolumeForm({ volume, action }: { volume: number | null; action: string }) {
  return (
    <form method="post" action={action} className="no-print">
      <div className="field">
        <label htmlFor="volume">Pengguna setahun</label>
        <input
          id="volume"
          type="text"
          name="volume"
          inputMode="numeric"
          maxLength={12}
          defaultValue={volume === null ? "" : formatCount(volume)}
          aria-describedby="volume-catatan"
        />
      </div>
      <p id="volume-catatan" className="note">
        Banyaknya orang atau permohonan yang dilayani dalam setahun; kosongkan bila belum diketahui. Dipakai
        untuk mengurutkan prioritas perbaikan.
      </p>
      <button type="submit" className="second">
        Simpan jumlah pengguna
      </button>
    </form>
  );
}
