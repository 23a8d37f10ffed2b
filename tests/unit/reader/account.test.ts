import { expect, it } from "vitest";
import { Account } from "#app/reader/account.ts";

const rolesOf = (...lines: string[]) => new Account(lines).spans().map(({ line, role }) => [line, role]);

it("a line that nobody claims is unassigned, unless it holds tags and blanks alone", () => {
  expect(rolesOf("<p>&nbsp;</p>", "<td>&#160;&emsp;</td></tr>", "", "<p>Sisa</p>", "<p>&amp;</p>")).toEqual([
    [1, "separator"],
    [2, "separator"],
    [4, "unassigned"],
    [5, "unassigned"],
  ]);
});
