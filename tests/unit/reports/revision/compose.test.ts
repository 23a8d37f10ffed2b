import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { revisionOf } from "#app/reports/revision/compose.ts";
import type { JudgedComponent } from "#app/reports/revision/model.ts";
import { revisionScope, revisionSentence, unchangedSentence } from "#app/reports/revision/words.ts";
import { judgedService, NOT_MEASURABLE, revisionInput } from "./input.ts";

const revision = revisionOf(revisionInput());

describe("what a bagian writes anew", () => {
  it("is every component of level 0 or 1, and one of a higher level against which a finding stands", () => {
    expect(revision.services.map((one) => one.rows.map(({ key, level }) => [key, level]))).toEqual([
      [
        ["jangka_waktu", 1],
        ["biaya", 0],
      ],
      [
        ["jangka_waktu", 1],
        ["sarana", 3],
      ],
      [],
    ]);
  });

  it("never holds what can't be read against the bagian, and sends it to the original", () => {
    const [first, second] = revision.services;
    expect(first?.unreadable).toEqual([{ key: "produk", lines: [115, 115] }]);
    expect(second?.unreadable).toEqual([{ key: "kompetensi", lines: [208, 208] }]);
    expect(second?.unchanged).not.toContain("kompetensi");
  });

  it("leaves the rest in one line", () => {
    // 14 less jangka waktu, biaya and produk.
    expect(revision.services[0]?.unchanged).toHaveLength(11);
    expect(unchangedSentence(revision.services[0] as never)).toMatch(
      /^Tidak perlu diubah: persyaratan, prosedur, /,
    );
    expect(unchangedSentence(revision.services[2] as never)).toMatch(/^Tidak ada yang perlu diubah: /);
  });

  it("counts of the judged only", () => {
    // 3 × 14 = 42, one of them T; 4 rows in 2 services.
    expect(revision.counts).toEqual({
      services: 3,
      rows: 4,
      judged: 41,
      unreadable: 1,
      unjudged: 0,
      affected: 2,
    });
    expect(revisionSentence(revision)).toBe("Bagian Umum: 4 dari 41 komponen perlu ditulis ulang");
    expect(revisionScope(revision)).toBe(
      "Seluruhnya tiga layanan; dua di antaranya memuat komponen yang perlu ditulis ulang. Di luar hitungan karena tidak terbaca: satu komponen.",
    );
  });

  it("is told by pairs, those of most services first, ties in the order of the components", () => {
    expect(revision.pairs.map((one) => [one.key, one.label, one.services.map(({ no }) => no)])).toEqual([
      ["jangka_waktu", "tidak terukur", [1, 2]],
      ["biaya", "baris tidak ada", [1]],
      ["sarana", "nama daerah lain", [2]],
    ]);
  });

  it("counts a pair once a service, however often it is said there", () => {
    const twice = { level: 1, problems: [NOT_MEASURABLE, NOT_MEASURABLE] } as const;
    const once = revisionOf(revisionInput({ services: [judgedService(1, "Satu", { biaya: twice })] }));
    expect(once.pairs.map((one) => one.services.length)).toEqual([1]);
  });

  it("says what is asked: of what is not there every core criterion, of the rest the unmet ones", () => {
    const rows = revision.services[0]?.rows ?? [];
    expect(rows[0]?.wanted).toEqual(["Jangka waktu memuat angka dan satuan, atau tenggat yang tetap."]);
    expect(rows[1]?.wanted).toEqual(["Layanan dinyatakan gratis, atau besar biayanya disebut."]);
    expect(rows[0]?.basis).toEqual([
      "UU 25/2009 Pasal 21 dan lampiran Permenpan RB 15/2014",
      "ukuran kerja, bukan bunyi peraturan",
    ]);
  });

  it("drafts by the skeleton where the text fails, by the text itself where only a finding stands against it", () => {
    expect(revision.services[0]?.rows[0]?.draft[0]).toMatch(/^\[isi: angka\]/);
    expect(revision.services[1]?.rows[1]?.draft).toEqual([
      "[isi: teks semula, dengan perbaikan yang disebut pada kolom Masalah]",
    ]);
  });

  it("says that the text is not there where only facts are kept", () => {
    const [decree] = revisionInput().decrees;
    const bare = revisionOf(
      revisionInput({
        decrees: [{ ...(decree as NonNullable<typeof decree>), factsOnly: true }],
        services: [
          judgedService(1, "Satu", {
            biaya: { level: 1, text: null, problems: [NOT_MEASURABLE] },
            produk: { level: 0, text: null },
          }),
        ],
      }),
    );
    expect(bare.services[0]?.rows.map(({ key, factsOnly }) => [key, factsOnly])).toEqual([
      ["biaya", true],
      ["produk", false],
    ]);
  });

  it("is without a finding where nothing is judged, nothing is wrong, or nothing is there", () => {
    const level = (given: JudgedComponent["level"]) =>
      revisionOf(
        revisionInput({
          services: [
            judgedService(
              1,
              "Satu",
              Object.fromEntries(COMPONENT_KEYS.map((key) => [key, { level: given }])),
            ),
          ],
        }),
      );
    expect(revisionSentence(level(null))).toBe("Bagian Umum: belum ada komponen yang dinilai");
    expect(level(null).services[0]?.unjudged).toHaveLength(14);
    expect(revisionSentence(level(2))).toBe("Bagian Umum: tidak ada komponen yang perlu ditulis ulang");
    expect(revisionSentence(revisionOf(revisionInput({ services: [] })))).toBe(
      "Bagian Umum: tidak ada layanan dalam keputusan yang berlaku",
    );
  });

  it("gives the verdict's reason where an unmet core criterion raises no finding, and never twice", () => {
    const unmet = [
      { criterion: "prosedur.pengguna", reason: "Pengguna tidak tampak.", quote: null },
      { criterion: "prosedur.akhir", reason: "Tidak ada penyerahan.", quote: null },
    ];
    const [service] = revisionOf(
      revisionInput({ services: [judgedService(1, "Satu", { prosedur: { level: 1, unmet } })] }),
    ).services;
    // prosedur.akhir is asked of level 3 only.
    expect(service?.rows[0]?.problems.map(({ label, words }) => [label, words])).toEqual([
      ["ukuran belum terpenuhi", "Pengguna tidak tampak."],
    ]);
    expect(service?.rows[0]?.problems[0]?.remedy).toBe(
      "Mulailah dari tindakan pengguna, misalnya menyampaikan permohonan.",
    );
    expect(revision.services[0]?.rows[0]?.problems).toHaveLength(1);
  });

  it("keeps what is on the service as a whole apart from its components", () => {
    const problems = [{ ...NOT_MEASURABLE, label: "nama berbeda", criterion: null }];
    const own = revisionOf(revisionInput({ services: [{ ...judgedService(1, "Satu"), problems }] }));
    expect(own.services[0]?.rows).toEqual([]);
    expect(own.pairs.map(({ key, label }) => [key, label])).toEqual([[null, "nama berbeda"]]);
    expect(own.counts.rows).toBe(0);
  });

  it("puts every component in its place, exactly once among changed, unchanged, unreadable and unjudged", () => {
    const component = fc.record({
      level: fc.constantFrom(0, 1, 2, 3, "T", null),
      problems: fc.constantFrom([], [NOT_MEASURABLE]),
      damaged: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(component, { minLength: 14, maxLength: 14 }), (drawn) => {
        const changed = Object.fromEntries(COMPONENT_KEYS.map((key, at) => [key, drawn[at]]));
        const input = revisionInput({ services: [judgedService(1, "Satu", changed as never)] });
        const [service] = revisionOf(input).services;
        if (!service) return false;
        const rows = service.rows.map(({ key }) => key);
        const unread = service.unreadable.map(({ key }) => key).filter((key) => !rows.includes(key));
        const all = [...rows, ...service.unchanged, ...unread, ...service.unjudged];
        return all.length === 14 && new Set(all).size === 14;
      }),
    );
  });
});
