import { Account, accountAnnex } from "./account.ts";
import { readAnnex } from "./read.ts";
import { tokenise } from "./rows/index.ts";
import type { Span } from "./schema.ts";

/**
 * Reads a stretch of lines that somebody says is one printed table: its spans, those of the table with `service` 0.
 * @param first number of the first line
 */
export const readRange = (lines: readonly string[], first: number): Span[] => {
  const account = new Account(lines);
  accountAnnex(account, readAnnex(tokenise(lines), { services: [] }), () => 0);
  return account.spans().map((span) => ({ ...span, line: span.line + first - 1 }));
};
