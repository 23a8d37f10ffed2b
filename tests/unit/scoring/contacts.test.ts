import { describe, expect, it } from "vitest";
import { doubtfulContacts } from "#app/scoring/comparison/contacts.ts";
import { comparisonFindings } from "#app/scoring/comparison/index.ts";
import { readingOf, serviceOf } from "./subject.ts";

const doubts = (...contacts: readonly (readonly [text: string, bagian: string])[]) =>
  doubtfulContacts(
    readingOf(contacts.map(([pengaduan, bagian], i) => serviceOf(`Layanan ${i}`, { pengaduan }, { bagian }))),
  ).map(({ service, kind, source }) => [service, kind, source]);

const PEM = "Bagian Pemerintahan";
const EKO = "Bagian Perekonomian";

describe("a contact of another bagian", () => {
  const own = ["pos-el bag.pemerintahan@arunika.id", PEM] as const;
  it("is an address with the other's name that the other prints far more often", () => {
    expect(doubts(own, own, own, [own[0], EKO])).toEqual([[3, "another", 0]]);
  });
  it("is called copied, like any text of another bagian", () => {
    const services = [own, own, own, [own[0], EKO] as const].map(([pengaduan, bagian], i) =>
      serviceOf(`Layanan ${i}`, { pengaduan }, { bagian }),
    );
    const found = comparisonFindings(readingOf(services));
    expect(found.map(({ code, service, component }) => [code, service, component])).toEqual([
      ["copied", 3, "pengaduan"],
    ]);
  });
  it("is none that both print as often, that bears no name, or that three share", () => {
    expect(doubts(own, own, own, [own[0], EKO], [own[0], EKO])).toEqual([]);
    const plain = ["pos-el setda@arunika.id", PEM] as const;
    expect(doubts(plain, plain, plain, [plain[0], EKO])).toEqual([]);
    expect(doubts(own, own, own, [own[0], EKO], [own[0], "Bagian Hukum"])).toEqual([]);
  });
  it("is never a number: it may be the switchboard", () => {
    const phone = ["Telepon (0999) 123456", PEM] as const;
    expect(doubts(phone, phone, phone, [phone[0], EKO])).toEqual([]);
  });
});

describe("near-twins", () => {
  it("are addresses one letter apart, the less printed being the doubtful one", () => {
    const usual = ["otda.arunika@pos.id", PEM] as const;
    expect(doubts(usual, usual, ["ota.arunika@pos.id", PEM])).toEqual([[2, "twin", 0]]);
    expect(doubts(usual, usual, ["otba.arunika@pos.id", PEM])).toEqual([[2, "twin", 0]]);
    expect(doubts(usual, ["hukum.arunika@pos.id", PEM])).toEqual([]);
  });
  it("are numbers with a digit too many or too few; one digit changed is another line of the office", () => {
    expect(doubts(["Telepon 0999123456", PEM], ["Telepon 09991234567", PEM])).toEqual([[1, "twin", 0]]);
    expect(doubts(["Telepon 0999123456", PEM], ["Telepon 0999123457", PEM])).toEqual([]);
  });
  it("are not two ways to write one number", () => {
    expect(doubts(["HP +62 812-3456-789", PEM], ["HP 0812 3456 789", PEM])).toEqual([]);
  });
  it("stay within the regency", () => {
    const reading = readingOf([
      serviceOf("A", { pengaduan: "otda.arunika@pos.id" }),
      serviceOf("B", { pengaduan: "ota.arunika@pos.id" }, { decree: 1 }),
    ]);
    const [first] = reading.decrees;
    if (!first) throw new Error("no decree");
    expect(doubtfulContacts({ ...reading, decrees: [first, { ...first, regency: "Lembayung" }] })).toEqual(
      [],
    );
  });
});
