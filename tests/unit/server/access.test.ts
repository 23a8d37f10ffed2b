import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACCESS, accessOf, type Grant, reachOf } from "#app/server/access.ts";
import { ROLES } from "#db/schema-accounts.ts";

/**
 * Where others than those who work on standards write: a bagian answers what was sent to it and reports on its own
 * actions; a pereviu reviews.
 */
const OTHERS_WRITE: Readonly<Record<string, readonly string[]>> = {
  "/penugasan/:id": ["bagian"],
  "/kabupaten/:kab/tindak-lanjut/:no": ["bagian"],
  "/antrean": ["pereviu"],
  "/penilaian/:id": ["pereviu"],
  "/uji-petik/:id": ["pereviu"],
};

const grant = (r: number, role: Grant["role"], bagianId = ""): Grant => ({ r, role, bagianId });

const anyGrant = fc.record({
  r: fc.integer({ min: 0, max: 5 }),
  role: fc.constantFrom(...ROLES),
  bagianId: fc.constantFrom("", "a", "b"),
});
const anyRoles = fc.uniqueArray(fc.constantFrom(...ROLES));
const anyRegencies = fc.uniqueArray(fc.integer({ min: 1, max: 9 }));

/** What of regencies 1 to 9 is seen: whole, or these bagian. */
const seen = ({ regencies, only }: ReturnType<typeof reachOf>) =>
  new Map(
    [1, 2, 3, 4, 5, 6, 7, 8, 9]
      .filter((r) => regencies === "all" || regencies.includes(r))
      .map((r) => [r, only.has(r) ? [...(only.get(r) ?? [])].sort() : "whole"]),
  );

describe("what roles reach", () => {
  it("is the regency of each, and of a bagian its own services alone", () => {
    const held = [
      grant(1, "penilai"),
      grant(2, "bagian", "umum"),
      grant(2, "bagian", "hukum"),
      grant(3, "pimpinan"),
    ];
    expect(seen(reachOf(held, ["penilai", "bagian"]))).toEqual(
      new Map<number, unknown>([
        [1, "whole"],
        [2, ["hukum", "umum"]],
      ]),
    );
    expect(seen(reachOf(held, []))).toEqual(new Map());
    expect(seen(reachOf([], ROLES, [7]))).toEqual(new Map([[7, "whole"]]));
  });

  it("takes in what is open to everybody, and leaves one's own bagian the only one of its regency", () => {
    expect(seen(reachOf([grant(2, "bagian", "umum")], ["bagian"], [2, 4]))).toEqual(
      new Map<number, unknown>([
        [2, ["umum"]],
        [4, "whole"],
      ]),
    );
  });

  it("is the whole installation only for a role given there", () => {
    expect(reachOf([grant(0, "admin")], ["admin"]).regencies).toBe("all");
    expect(reachOf([grant(0, "admin")], ["penilai"]).regencies).toEqual([]);
    expect(reachOf([grant(0, "bagian", "umum")], ["bagian"]).regencies).toEqual([]);
  });

  it("never holds a regency that no asked role and no setting gives", () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 6 }), anyRoles, anyRegencies, (grants, roles, opened) => {
        const { regencies } = reachOf(grants, roles, opened);
        const everywhere = grants.some(({ r, role }) => r === 0 && role !== "bagian" && roles.includes(role));
        if (regencies === "all") {
          expect(everywhere).toBe(true);
          return;
        }
        for (const r of regencies) {
          expect(opened.includes(r) || grants.some((one) => one.r === r && roles.includes(one.role))).toBe(
            true,
          );
        }
        expect(regencies).not.toContain(0);
      }),
    );
  });

  it("never widens for a bagian when its person is asked for more roles, beyond what those give", () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 6 }), anyRegencies, (grants, opened) => {
        const alone = grants.filter(({ role }) => role === "bagian");
        const reach = reachOf(alone, ROLES, opened);
        expect(reach.regencies).not.toBe("all");
        for (const { r } of alone) {
          if (r === 0) continue;
          const own = alone.filter((one) => one.r === r && one.bagianId !== "").map((one) => one.bagianId);
          expect(new Set(reach.only.get(r))).toEqual(new Set(own));
        }
      }),
    );
  });
});

describe("the registry", () => {
  it("knows nothing by the names that every object has", () => {
    expect([accessOf("constructor"), accessOf("__proto__"), accessOf("/tidak-ada")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("opens to everybody only what reads, and lets change things only roles that work", () => {
    const writing = Object.entries(ACCESS).flatMap(([pattern, { write }]) =>
      typeof write === "object" ? [{ pattern, write }] : [],
    );
    for (const { pattern, write } of writing) {
      const others = write.filter((role) => role !== "admin" && role !== "penilai");
      expect([pattern, others]).toEqual([pattern, OTHERS_WRITE[pattern] ?? []]);
    }
    const open = Object.entries(ACCESS).filter(([, access]) => access.open);
    expect(
      open
        .map(([pattern]) => pattern)
        .filter((one) => /perbaikan|temuan|unggah|impor|pekerjaan|pengguna/.test(one)),
    ).toEqual([]);
  });
});
