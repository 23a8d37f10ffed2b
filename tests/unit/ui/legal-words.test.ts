import { describe, expect, it } from "vitest";
import type { CitationPlace, RegulationRow } from "#app/server/views.ts";
import { faultsFirst, regulationsSentence, signedWords, todayWords } from "#app/ui/legal-words.ts";

const place = (fault: CitationPlace["fault"], certain = true): CitationPlace =>
  ({ fault, certain }) as CitationPlace;

const row = (
  name: string,
  cited: CitationPlace[],
  known: Partial<Pick<RegulationRow, "status" | "verified">> = {},
): RegulationRow =>
  ({
    key: name,
    name,
    status: null,
    verified: false,
    cited,
    services: cited.length,
    ...known,
  }) as RegulationRow;

describe("a regulation, judged for two dates", () => {
  const revoked = row("UU Nomor 1 Tahun 2001", [place("revoked"), place("outdated"), place("outdated")], {
    status: "dicabut",
    verified: true,
  });
  const asked = row("PP Nomor 2 Tahun 2002", [place("revoked", false), place(null)], { status: "dicabut" });
  const regional = row("Perbup Nomor 3 Tahun 2019", [place(null)]);

  it("tells what was revoked before signing from what was revoked since", () => {
    expect(signedWords(revoked)).toBe("sudah dicabut pada 1 dari 3 layanan");
    expect(todayWords(revoked)).toBe("dicabut sesudahnya pada 2 dari 3 layanan");
  });

  it("asks what was not seen in a source, and claims nothing of what the register does not know", () => {
    expect(signedWords(asked)).toBe("perlu konfirmasi: mungkin sudah dicabut pada 1 dari 2 layanan");
    expect(todayWords(asked)).toBe("perlu konfirmasi: dicabut");
    expect(todayWords(regional)).toBe("belum ada dalam register kami");
    expect(todayWords(row("UU Nomor 4 Tahun 2009", [place(null)], { status: "berlaku" }))).toBe(
      "tidak tercatat dicabut; belum diperiksa pada naskah resminya",
    );
  });

  it("counts each regulation once in the finding of the page, charged before asked", () => {
    const rows = [regional, asked, revoked];
    expect(regulationsSentence("Arunika", rows)).toBe(
      "Standar di Arunika mengutip tiga peraturan; satu perlu diganti atau dibetulkan, satu perlu dikonfirmasi",
    );
    expect(regulationsSentence("Arunika", [regional])).toBe(
      "Standar di Arunika mengutip satu peraturan; tidak ada yang tercatat dicabut atau salah kutip",
    );
    expect(faultsFirst(rows)).toEqual([revoked, asked, regional]);
  });
});
