import { joinTitledTwice } from "./copies.ts";
import { joinGridRows } from "./grid.ts";
import { drawnAsSigns, unquoted, withoutSigns } from "./line-signs.ts";
import type { Row } from "./model.ts";
import { unpackCells } from "./packed.ts";
import { isPlain, Tokeniser } from "./tokeniser.ts";
import { markTornHeads } from "./torn-heads.ts";
import { atTheirPlaces, inOneColumn } from "./two-columns.ts";

export * from "./model.ts";

/**
 * All lines of a file as rows, in order. Each line is told apart by what it is made of (tabs, pipes, HTML tables, columns
 * of spaces, a spreadsheet's signs, prose), so that a file may change its layout from page to page.
 */
export const tokenise = (printed: readonly string[]): Row[] => {
  const signed = withoutSigns(unquoted(printed).map(drawnAsSigns));
  const columns = inOneColumn(signed, (at) => isPlain(signed[at] as string));
  const lines = columns?.lines ?? signed;
  const tokeniser = new Tokeniser(lines);
  for (let at = 0; at < lines.length; at++) at = tokeniser.take(at);
  const { bordered } = tokeniser;
  const rows = columns ? atTheirPlaces(tokeniser.rows, columns.origins) : tokeniser.rows;
  return markTornHeads(unpackCells(joinTitledTwice(bordered ? joinGridRows(rows) : rows)));
};
