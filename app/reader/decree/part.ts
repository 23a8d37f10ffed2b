import type { Row } from "../rows/index.ts";
import type { ComponentClause } from "./clauses.ts";
import type { DeclaredGroup } from "./declared.ts";
import type { RoleRange } from "./roles.ts";

/** One decree of a file: what its head and body say, and where its annex stands. Lines are 1-based. */
export interface DecreePart {
  /** "X" for a kabupaten, "Kota X", "Provinsi X"; null where no head names it. */
  regency: string | null;
  /** "Bupati", "Sekretaris Daerah", "Kepala Dinas …", "Camat …". */
  issuer: string | null;
  /** Head's number, spaces around "/" removed; the annex's where the head's is damaged. */
  number: string | null;
  /** The other printing where it differs. */
  numberAnnex: string | null;
  year: number | null;
  /** `YYYY-MM-DD`; null where day, month or year is not printed or cannot be read for sure. */
  signed: string | null;
  /** Where the decree begins: at its own letterhead, else at its title. */
  line: number;
  /** All lines that belong to the decree, both included; `from` may lie above `line`. */
  from: number;
  to: number;
  /** First line in which tables of services can begin; null without an annex. */
  annexFrom: number | null;
  /** The row with which they can begin: the head may end on the same line. */
  annexRow: Row | null;
  /** One past the last line of the services: the closing signature or pledge, else the decree's end. */
  annexTo: number;
  /** Services that the decree's own body or list names. Empty where it names none. */
  declared: DeclaredGroup[];
  maklumat: { from: number; to: number } | null;
  /** The clause that enumerates the components; null where there is none. */
  componentClause: ComponentClause | null;
  /** Every non-blank line outside the services, and lines inside that surely belong to none. */
  roles: RoleRange[];
}
