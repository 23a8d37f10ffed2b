import { formatInstant } from "#app/format/dates.ts";

interface Session {
  id: string;
  at: string;
  seenAt: string;
  agent: string;
  own: boolean;
}

interface Props {
  action: string;
  /** Where logging out everywhere is sent. */
  logout: string;
  sessions: readonly Session[];
}

/** Where somebody is logged in, with the way to end it. */
export const SessionList = ({ action, logout, sessions }: Props) => (
  <section aria-labelledby="sesi">
    <h2 id="sesi">Sesi yang terbuka</h2>
    <p>Sesi berakhir dua jam setelah permintaan terakhir, dan paling lama dua belas jam setelah masuk.</p>
    <ul className="sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <p>
            {session.own && <strong>Sesi ini. </strong>}
            Masuk {formatInstant(session.at, "WIB")}; terakhir dipakai {formatInstant(session.seenAt, "WIB")}
          </p>
          <p className="note">{session.agent || "Peramban tidak menyebut namanya"}</p>
          {!session.own && (
            <form method="post" action={action}>
              <input type="hidden" name="sesi" value={session.id} />
              <button type="submit" name="tindakan" value="sesi" className="second">
                Keluarkan sesi yang masuk {formatInstant(session.at, "WIB")}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    <div className="buttons">
      {sessions.length > 1 && (
        <form method="post" action={action}>
          <button type="submit" name="tindakan" value="sesi-lain" className="second">
            Keluarkan semua sesi lain
          </button>
        </form>
      )}
      <form method="post" action={logout}>
        <button type="submit" name="semua" value="1" className="second">
          Keluar dari semua sesi
        </button>
      </form>
    </div>
  </section>
);
