import { describe, expect, it } from "vitest";
import type { RegulationRow, StandingCount } from "#app/server/views.ts";
import { faultsFirst, regulationsSentence, signedWords, todayWords } from "#app/ui/legal-words.ts";

const place = (fault: StandingCount["fault"], certain = true): StandingCount => ({
  fault,
  certain,
  instead: [],
  services: 1,
});

const row = (
  name: string,
  standings: StandingCount[],
  known: Partial<Pick<RegulationRow, "standing" | "status" | "verified">> = {},
): RegulationRow =>
  ({
    key: name,
    name,
    standing: "judged",
    status: null,
    verified: false,
    standings,
    services: standings.length,
    ...known,
    type: null,
    number: null,
    year: null,
    title: null,
    instead: [],
    onSigning: { findings: 0, toConfirm: 0 },
    later: { findings: 0, toConfirm: 0 },
  }) satisfies RegulationRow;

describe("a regulation, judged for two dates", () => {
  const revoked = row("UU Nomor 1 Tahun 2001", [place("revoked"), place("outdated"), place("outdated")], {
    status: "dicabut",
    verified: true,
  });
  const asked = row("PP Nomor 2 Tahun 2002", [place("revoked", false), place(null)], { status: "dicabut" });
  const regional = row("Perbup Nomor 3 Tahun 2019", [place(null)], { standing: "regional" });

  it("tells what was revoked before signing from what was revoked since", () => {
    expect(signedWords(revoked)).toBe("sudah dicabut pada 1 dari 3 layanan");
    expect(todayWords(revoked)).toBe("dicabut sesudahnya pada 2 dari 3 layanan");
  });

  it("asks what was not seen in a source, and claims nothing of what the register does not know", () => {
    expect(signedWords(asked)).toBe("perlu konfirmasi: mungkin sudah dicabut pada 1 dari 2 layanan");
    expect(todayWords(asked)).toBe("perlu konfirmasi: dicabut");
    expect(todayWords(regional)).toBe(
      "Peraturan daerah sendiri atau daerah lain; belum dinilai karena tidak ada daftar rujukannya.",
    );
    expect(todayWords(row("UU Nomor 999 Tahun 2009", [place(null)], { standing: "unknown" }))).toBe(
      "Belum ada dalam daftar rujukan; masa berlakunya belum dinilai.",
    );
    expect(todayWords(row("", [place(null)], { standing: null }))).toBe(
      "Jenis, nomor, atau tahunnya tidak terbaca; belum dinilai.",
    );
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
