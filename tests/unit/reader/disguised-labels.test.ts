import { describe, expect, it } from "vitest";
import { matchLabels } from "#app/reader/labels/match.ts";

const label = (text: string): string | null => {
  const found = matchLabels(text)[0];
  return found?.complete ? `${found.key}: ${text.slice(0, found.end)}` : null;
};

describe("labels that do not begin with their own words", () => {
  it("stand behind their English names, with the bracket that closes them", () => {
    expect(label("Legal Basis (Dasar Hukum)")).toBe("dasar_hukum: Legal Basis (Dasar Hukum)");
    expect(label("Requirements / Persyaratan")).toBe("persyaratan: Requirements / Persyaratan");
    expect(label("Number of Staff (Jumlah Pelaksana): 3")).toBe(
      "jumlah_pelaksana: Number of Staff (Jumlah Pelaksana)",
    );
  });

  it("are asked for in a question, whosever they are", () => {
    expect(label("Apa saja persyaratannya?")).toBe("persyaratan: Apa saja persyaratannya?");
    expect(label("T: Berapa lama jangka waktunya? 3 hari")).toBe(
      "jangka_waktu: T: Berapa lama jangka waktunya?",
    );
    expect(label("Ke mana menyampaikan pengaduan?")).toBe("pengaduan: Ke mana menyampaikan pengaduan?");
  });

  it("are none where a name explains another word, or a question asks for no component", () => {
    expect(label("Kepala Dinas (Sarana Umum)")).toBeNull();
    expect(label("Penyelesaian Biaya/Tarif")).toBeNull();
    expect(label("Apakah berkas dapat diwakilkan?")).toBeNull();
    expect(label("Surat persetujuan biaya siapa?")).toBeNull();
  });
});
