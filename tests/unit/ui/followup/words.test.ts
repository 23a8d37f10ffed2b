import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATUSES } from "#app/followup/timeline.ts";
import type { AssignmentView } from "#app/server/assignments/views.ts";
import type { ActionView } from "#app/server/followup/views.ts";
import { NO_FILTERS } from "#app/ui/filters.ts";
import {
  adviceSentences,
  assignmentsSentence,
  foundSentences,
  presenceSentence,
  stateWords,
} from "#app/ui/followup/assignment-words.ts";
import { assignLink, planLink } from "#app/ui/followup/links.ts";
import {
  daysWords,
  dueWords,
  followUpSentence,
  originWords,
  ownerWords,
  waitingSentence,
} from "#app/ui/followup/words.ts";

const counts = (part: Partial<Record<(typeof STATUSES)[number], number>>) => ({
  terlambat: 0,
  berjalan: 0,
  rencana: 0,
  selesai: 0,
  batal: 0,
  ...part,
});

describe("the headline of follow-up", () => {
  it("says who is late, of everything that was not cancelled", () => {
    const eleven = counts({ terlambat: 2, berjalan: 3, rencana: 1, selesai: 5, batal: 4 });
    expect(followUpSentence("Balangan", eleven, 143)).toBe(
      "Di Balangan, 2 dari 11 rencana terlambat, yang tertua 143 hari",
    );
    expect(followUpSentence("Balangan", counts({ terlambat: 1, selesai: 2 }), 9)).toBe(
      "Di Balangan, 1 dari 3 rencana terlambat, 9 hari",
    );
    expect(followUpSentence("Balangan", counts({ terlambat: 1 }), 12)).toBe(
      "Di Balangan, satu-satunya rencana terlambat 12 hari",
    );
  });

  it("says that nothing is late, that all is done, and that nothing is planned", () => {
    expect(followUpSentence("Arunika", counts({ berjalan: 1, rencana: 1, selesai: 3 }), null)).toBe(
      "Di Arunika, tidak ada rencana yang terlambat; 2 dari 5 belum selesai",
    );
    expect(followUpSentence("Arunika", counts({ selesai: 3 }), null)).toBe(
      "Di Arunika, semua 3 rencana tindak lanjut sudah selesai",
    );
    expect(followUpSentence("Arunika", counts({ selesai: 1 }), null)).toBe(
      "Di Arunika, satu rencana tindak lanjut sudah selesai",
    );
    expect(followUpSentence("Arunika", counts({ batal: 2 }), null)).toBe(
      "Di Arunika, semua rencana tindak lanjut dibatalkan",
    );
    expect(followUpSentence("Arunika", counts({}), null)).toBe("Belum ada rencana tindak lanjut di Arunika");
  });

  it("holds no number that its counts do not give, and none at its head", () => {
    const some = fc.record(Object.fromEntries(STATUSES.map((one) => [one, fc.nat(400)])) as never);
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 3000 }), (given, days) => {
        const one = given as unknown as ReturnType<typeof counts>;
        const all = one.terlambat + one.berjalan + one.rencana + one.selesai;
        const sentence = followUpSentence("Arunika", one, one.terlambat > 0 ? days : null);
        expect(sentence).toMatch(/^\D/);
        const numbers = [...sentence.matchAll(/\d[\d.]*/g)].map(([text]) => Number(text.replaceAll(".", "")));
        const known = [one.terlambat, all, all - one.selesai, days];
        for (const number of numbers) expect(known).toContain(number);
      }),
    );
  });

  it("is said of a queue by what a bagian owes", () => {
    expect(waitingSentence([{ owed: 0, owedLate: 0 }])).toBeNull();
    expect(
      waitingSentence([
        { owed: 2, owedLate: 0 },
        { owed: 1, owedLate: 1 },
      ]),
    ).toBe("Menunggu jawaban bagian: tiga penugasan, satu lewat tenggat");
  });
});

describe("words of an action", () => {
  it("tell days late, left and taken", () => {
    const days = (part: Partial<Pick<ActionView, "late" | "left" | "took">>) =>
      daysWords({ late: null, left: null, took: null, ...part });
    expect([days({ late: 143 }), days({ left: 12 }), days({ left: 0 }), days({ took: 0 }), days({})]).toEqual(
      ["terlambat 143 hari", "12 hari lagi", "hari ini", "selesai dalam 0 hari", ""],
    );
  });

  it("tell a due date as it was said", () => {
    expect(dueWords({ due: "2026-06-30", dueKind: "tanggal" })).toBe("30 Jun 2026");
    expect(dueWords({ due: "2026-06-30", dueKind: "triwulan" })).toBe("TW II 2026 (30 Jun 2026)");
  });

  it("name the bagian once beside the office", () => {
    const bagian = { slug: "umum", name: "Bagian Umum", family: null };
    expect(ownerWords({ ownerTitle: "Kepala Bagian Umum", bagian })).toBe("Kepala Bagian Umum");
    expect(ownerWords({ ownerTitle: "Analis Kebijakan", bagian })).toBe("Analis Kebijakan, Bagian Umum");
    expect(ownerWords({ ownerTitle: "Sekretaris Daerah", bagian: null })).toBe("Sekretaris Daerah");
  });

  it("tell why it was planned", () => {
    expect(
      originWords(
        { kind: "unsur", unsur: "waktu", period: "2026-TW1", place: "Bagian Umum" },
        { name: "Peminjaman Aula" },
      ),
    ).toBe("Survei Triwulan I 2026, unsur waktu penyelesaian; Peminjaman Aula, Bagian Umum");
    expect(originWords({ kind: "temuan", code: "missing", component: "biaya", place: null }, null)).toBe(
      "Temuan biaya: baris tidak ada",
    );
    expect(originWords({ kind: "bebas", place: null }, null)).toBe("tanpa sebab khusus");
  });
});

const item = (criterion: string | null, reason: string | null) => ({
  criterion,
  reason,
  message: "",
  quote: null,
  lines: null,
});
const decree = { slug: "arunika-1", version: 1, issuer: "Bupati", number: "060/12", year: 2024 };
const found = {
  decree,
  service: "Peminjaman Aula",
  items: [item(null, "Tidak ada angka."), item(null, "Tidak ada angka.")],
};

describe("words of an assignment", () => {
  it("tell each sentence and each way to mend once", () => {
    expect(foundSentences({ code: "not_measurable", found })).toEqual(["Tidak ada angka."]);
    expect(adviceSentences({ code: "not_measurable", found })).toHaveLength(1);
  });

  it("say where it is found no more, and that another text still has it", () => {
    const of = (part: Partial<AssignmentView>) =>
      presenceSentence({
        presence: "ada",
        textChanged: false,
        decreeNow: { ...decree, version: 3 },
        found,
        ...part,
      });
    expect(of({})).toBeNull();
    expect(of({ presence: "hilang" })).toBe(
      "Temuan ini tidak lagi ditemukan pada naskah Keputusan Bupati Nomor 060/12 Tahun 2024, versi 3.",
    );
    expect(of({ textChanged: true })).toContain("masih ada pada naskah");
    expect(of({ presence: "tanpa_naskah", decreeNow: null })).toBe(
      "Layanan ini tidak lagi dimuat dalam keputusan yang berlaku.",
    );
  });

  it("say whose turn it is", () => {
    expect(stateWords({ state: "dijawab", answer: "sudah", outcome: null })).toBe(
      "dijawab, menunggu penilai: sudah diperbaiki",
    );
    expect(stateWords({ state: "ditutup", answer: "akan", outcome: "tidak_ditemukan" })).toBe(
      "ditutup: tidak lagi ditemukan",
    );
    const states = { ditugaskan: 1, dijawab: 1, dikembalikan: 0, ditutup: 2 };
    expect(assignmentsSentence("Arunika", { total: 4, late: 1, counts: states })).toBe(
      "Di Arunika, 1 dari 4 penugasan belum dijawab setelah tenggatnya",
    );
    expect(assignmentsSentence("Arunika", { total: 4, late: 0, counts: states })).toBe(
      "Di Arunika, 2 dari 4 penugasan belum ditutup; tidak ada yang terlambat",
    );
  });
});

describe("links to the forms", () => {
  const regency = {
    r: 1,
    slug: "arunika",
    name: "",
    shortName: "",
    zone: "WIB",
    code: null,
    sample: false,
  } as const;
  const bagian = { slug: "umum", name: "Bagian Umum", family: null };
  const filters = { ...NO_FILTERS, kabupaten: ["arunika"], tahun: ["2024"], periode: "2026-TW1" };

  it("name what is to be sent and keep what chose it", () => {
    const row = {
      regency,
      bagian,
      component: "biaya",
      code: "missing",
      service: { no: 4, slug: "x", name: "x" },
    } as const;
    expect(assignLink(row, filters, 4)).toBe(
      "/kabupaten/arunika/penugasan/baru?tahun=2024&bagian=umum&komponen=biaya&temuan=baris-tidak-ada&periode=2026-TW1&layanan=4",
    );
    // What is on the decree is in no bagian.
    expect(assignLink({ ...row, service: null }, NO_FILTERS)).toBe(
      "/kabupaten/arunika/penugasan/baru?komponen=biaya&temuan=baris-tidak-ada",
    );
  });

  it("name the cause of a plan, and keep no filter that a cause names too", () => {
    expect(planLink("arunika", filters, { asal: "unsur", unsur: "waktu", periode: "2026-TW1" })).toBe(
      "/kabupaten/arunika/tindak-lanjut/baru?kabupaten=arunika&tahun=2024&asal=unsur&unsur=waktu&periode=2026-TW1",
    );
  });
});
