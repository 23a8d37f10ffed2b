import { describe, expect, it } from "vitest";
import { type MoveFacts, movesOf, obstaclesTo } from "#app/assessment/states.ts";

const facts = (some: Partial<MoveFacts>): MoveFacts => ({
  state: "draf",
  actor: "sari",
  roles: ["penilai"],
  hands: ["sari"],
  own: false,
  seconded: false,
  waiting: 0,
  remarks: 0,
  sample: null,
  ...some,
});
const reviewer = { actor: "budi", roles: ["pereviu"] } as const;
const checked = { waiting: 0, disagreed: 0 };

describe("the way of an assessment", () => {
  it("goes from draf to ditetapkan by its own people", () => {
    expect(movesOf(facts({}))).toEqual(["ajukan"]);
    expect(movesOf(facts({ state: "diajukan", ...reviewer, sample: checked }))).toEqual(["selesaikan"]);
    expect(movesOf(facts({ state: "selesai_direviu" }))).toEqual(["tetapkan"]);
    expect(movesOf(facts({ state: "ditetapkan", roles: ["admin", "penilai", "pereviu"] }))).toEqual([]);
  });

  it("is handed in again after a return, and where something changed", () => {
    for (const state of ["dikembalikan", "perlu_direviu_ulang"] as const) {
      expect(movesOf(facts({ state }))).toEqual(["ajukan"]);
    }
  });

  it("is not handed in while a criterion waits", () => {
    expect(obstaclesTo("ajukan", facts({ waiting: 1 }))).toEqual(["belum_lengkap"]);
  });

  it("is returned only with a comment on a criterion", () => {
    const submitted = facts({ state: "diajukan", ...reviewer });
    expect(obstaclesTo("kembalikan", submitted)).toEqual(["tanpa_catatan"]);
    expect(obstaclesTo("kembalikan", { ...submitted, remarks: 1 })).toEqual([]);
  });

  it("is finished only once its part of the uji petik is marked and agreed", () => {
    const submitted = facts({ state: "diajukan", ...reviewer });
    expect(obstaclesTo("selesaikan", submitted)).toEqual(["uji_petik"]);
    expect(obstaclesTo("selesaikan", { ...submitted, sample: { waiting: 1, disagreed: 0 } })).toEqual([
      "uji_petik",
    ]);
    expect(obstaclesTo("selesaikan", { ...submitted, sample: { waiting: 0, disagreed: 1 } })).toEqual([
      "tidak_setuju",
    ]);
  });

  it("asks a second penilai where a penilai judged the own bagian", () => {
    const own = facts({ state: "diajukan", own: true, ...reviewer, sample: checked });
    expect(obstaclesTo("selesaikan", own)).toEqual(["penilai_kedua"]);
    expect(obstaclesTo("selesaikan", { ...own, seconded: true })).toEqual([]);
    const second = { ...own, roles: ["penilai"] as const };
    expect(movesOf(second)).toEqual(["kuatkan"]);
    expect(obstaclesTo("kuatkan", { ...second, actor: "sari" })).toEqual(["orang_sama"]);
    expect(obstaclesTo("kuatkan", { ...second, own: false })).toEqual(["sudah_dikuatkan"]);
  });

  it("is never reviewed by who judged it, whatever else they are", () => {
    const both = facts({ state: "diajukan", roles: ["penilai", "pereviu"], sample: checked, remarks: 1 });
    expect(movesOf(both)).toEqual([]);
  });

  it("is moved by nobody who only reads, and by no person to perlu direviu ulang", () => {
    for (const state of ["draf", "diajukan", "selesai_direviu"] as const) {
      expect(movesOf(facts({ state, roles: ["pimpinan", "bagian"], sample: checked }))).toEqual([]);
    }
    const all = facts({ state: "diajukan", roles: ["admin", "penilai", "pereviu", "pimpinan", "bagian"] });
    expect(obstaclesTo("berubah", all)).toEqual(["peran"]);
  });
});
