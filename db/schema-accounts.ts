/** System tables of accounts. Their keys lead with no regency: a person may work in several. */
export interface AccountsSchema {
  user: UserTable;
  role: RoleTable;
  session: SessionTable;
  reset_link: ResetLinkTable;
  login_throttle: LoginThrottleTable;
}

export const ROLES = ["admin", "penilai", "pereviu", "pimpinan", "bagian"] as const;
export type Role = (typeof ROLES)[number];

export interface UserTable {
  id: string;
  /** What its person logs in with and the audit calls them: lower case, never changed. */
  username: string;
  /** As a page calls the person. */
  name: string;
  /** argon2id with its parameters, as a PHC string. */
  password_hash: string;
  /** The password was set by somebody else: nothing opens before its person has chosen one. */
  must_change: 0 | 1;
  /** Instant since when nobody can log in as this one; null while one can. */
  locked_at: string | null;
  /** Base32; null where no second step is asked. */
  totp_secret: string | null;
  /** The last time step whose code was taken: a code is good once. */
  totp_step: number | null;
  at: string;
  by: string;
}

/** What a person is in a regency. `r = 0`: in the whole installation. */
export interface RoleTable {
  r: number;
  user_id: string;
  role: Role;
  /** Of the role bagian: which one. "" otherwise. */
  bagian_id: string;
  at: string;
  by: string;
}

/** Somebody who is logged in. */
export interface SessionTable {
  /** SHA-256 of the token in the cookie. */
  id: string;
  user_id: string;
  /** Login. */
  at: string;
  /** The last request, as of a minute or so. */
  seen_at: string;
  /** What the browser says it is, for its person to recognise. */
  agent: string;
}

/** A way in once, for who has lost the password. */
export interface ResetLinkTable {
  /** SHA-256 of the token in the address. */
  id: string;
  user_id: string;
  at: string;
  by: string;
}

/** Attempts to log in on one account (known or not) or from one address. */
export interface LoginThrottleTable {
  key: string;
  attempts: number;
  /** Instant of the first that counts. */
  since: string;
}
