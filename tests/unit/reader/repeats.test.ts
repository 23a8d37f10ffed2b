import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { type Repeatable, repeats } from "#app/reader/repeats.ts";
import { loadFixtures } from "#tests/reader-kit/fixtures.ts";

const table = (given: Partial<Repeatable> = {}): Repeatable => ({
  decree: "A",
  name: "Peminjaman Panggung",
  bagian: null,
  declared: null,
  texts: ["Surat permohonan dan kartu tanda penduduk", "Satu hari kerja", "Tidak dipungut biaya"],
  ...given,
});

describe("a table that is printed again", () => {
  it("repeats the first with its name and its texts", () => {
    expect(repeats([table(), table({ name: "Peminjaman Kursi" }), table(), table()])).toEqual([
      null,
      null,
      0,
      0,
    ]);
  });

  it("is no repeat under another bagian, under another entry of the list, or with other texts", () => {
    const pair = (first: Partial<Repeatable>, second: Partial<Repeatable>) =>
      repeats([table(first), table(second)])[1];
    expect(pair({ bagian: "Bagian Umum" }, { bagian: "Bagian Hukum" })).toBeNull();
    expect(
      pair({ bagian: "Kelurahan Tanjung Sari" }, { bagian: "KELURAHAN TANJUNG JATI" }),
      "units that share most letters",
    ).toBeNull();
    expect(
      pair({ bagian: "Bagian Perekonomian dan SDA" }, { bagian: "BAGIAN PEREKONOMLAN DAN SDA" }),
      "a misread heading",
    ).toBe(0);
    expect(pair({ declared: 0 }, { declared: 1 })).toBeNull();
    expect(
      pair({}, { texts: ["Mengisi formulir di loket", "Tiga jam", "Rp5.000 untuk tiap lembar"] }),
    ).toBeNull();
  });

  it("is no repeat in another decree: each fixes its own standards", () => {
    expect(repeats([table(), table({ decree: "B" })])).toEqual([null, null]);
  });
});

describe("decrees that stand in one file", () => {
  const fixture = loadFixtures().find(({ name }) => name.startsWith("01-"));
  const text = new TextDecoder().decode(fixture?.bytes);
  const read = (second: string) => readDecree(new TextEncoder().encode(`${text}\n${second}`), "gabungan.txt");
  const first = readDecree(new TextEncoder().encode(text), "satu.txt");
  const [{ number, regency }] = first.decrees as [(typeof first.decrees)[number]];

  it("repeat all services where the same decree is printed twice", () => {
    const { services, findings } = read(text);
    const n = first.services.length;
    expect(services.map((one) => one.same_as)).toEqual([
      ...first.services.map(() => null),
      ...first.services.map((_, at) => at),
    ]);
    expect(findings.filter(({ code }) => code === "duplicate_service")).toHaveLength(n);
  });

  it("repeat nothing where another regency fixes the same standards", () => {
    const name = new RegExp(regency as string, "gi");
    const other = text.replace(name, (said) => (said === said.toUpperCase() ? "LEMBAYUNG" : "Lembayung"));
    const { decrees, services } = read(other);
    expect(decrees.map((one) => [one.regency, one.number])).toEqual([
      [regency, number],
      ["Lembayung", number],
    ]);
    expect(services).toHaveLength(2 * first.services.length);
    expect(services.filter(({ same_as }) => same_as !== null)).toEqual([]);
  });
});
