import { describe, expect, it } from "vitest";
import { plainCell } from "#app/reader/rows/html.ts";

const textOf = (html: string): string => plainCell({ text: html, line: 1, column: 0 }).text;

describe("a table inside a cell", () => {
  it("is read row by row, the squares of a row on one line", () => {
    expect(
      textOf(
        "Langkah:<table><tr><th>No</th><th>Uraian</th></tr><tr><td>1</td><td>Tamu mendaftar</td><td></td></tr> <tr> <td>2</td> <td>Tamu dilayani</td> </tr></table>Selesai",
      ),
    ).toBe("Langkah:\nNo Uraian\n1 Tamu mendaftar\n2 Tamu dilayani\nSelesai");
  });

  it("keeps paragraphs of a square as lines of their own", () => {
    expect(textOf("<table><tr><td>1</td><td><p>Surat</p><p>Salinan</p></td><td>asli</td></tr></table>")).toBe(
      "1\nSurat\nSalinan\nasli",
    );
  });
});
