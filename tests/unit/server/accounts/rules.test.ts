import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordProblem } from "#app/server/accounts/password-rules.ts";
import { loginPath, returnPath } from "#app/server/accounts/return-path.ts";
import { accountKey, addressKey } from "#app/server/accounts/throttle.ts";
import { newPassword, newToken } from "#app/server/accounts/tokens.ts";
import { isSecure, sessionCookie, tokenIn } from "#app/server/http/session-cookie.ts";

const OWNER = { username: "sri.rahayu", name: "Sri Rahayu" };

describe("a new password", () => {
  it.each([
    ["eleven signs", "kuda laut 1", /paling sedikit 12/],
    ["more than two hundred", "kuda ".repeat(41), /paling banyak 200/],
    ["one sign again and again", "aaaaaaaaaaaa", /mudah ditebak/],
    ["a run of neighbours", "abcdefghijkl", /mudah ditebak/],
    ["a common word with figures", "Password2026!", /mudah ditebak/],
    ["a common word twice", "rahasiarahasia1", /mudah ditebak/],
    ["the name of its owner", "SriRahayu1988", /nama Anda/],
    ["the one there is", "payung biru di dermaga", /sama dengan yang lama/],
  ])("is refused: %s", (_kind, typed, words) => {
    expect(passwordProblem(typed, OWNER, "payung biru di dermaga")).toMatch(words);
  });

  it("is taken where it is long, whatever signs it is made of", () => {
    for (const typed of ["payung biru di dermaga", "ÄöÜ—漢字 tujuh belas", "k7#Lq!9zR2@x"]) {
      expect(passwordProblem(typed, OWNER)).toBeNull();
    }
  });

  it("that the program makes up is always taken and never made twice", () => {
    const made = Array.from({ length: 200 }, newPassword);
    expect(made.map((one) => passwordProblem(one, OWNER)).filter(Boolean)).toEqual([]);
    expect(new Set(made).size).toBe(200);
    expect(made[0]).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  });
});

describe("the way back after logging in", () => {
  it.each(["/temuan", "/kabupaten/arunika/peta?komponen=biaya#peta", "/naskah.csv"])(
    "keeps a page of ours: %s",
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    "https://penyerang.example/",
    "//penyerang.example",
    "/\\penyerang.example",
    "/\t/penyerang.example",
    "/.//penyerang.example",
    "/x/..//penyerang.example",
    "/%2e//penyerang.example",
    "javascript:alert(1)",
    "penyerang.example",
    "/masuk?kembali=/masuk",
    "/keluar",
    "/akun/sandi-baru/rahasia",
    "",
  ])("never leaves: %s", (path) => {
    expect(returnPath(path)).toBe("/");
  });

  it("is read by a browser as this very site, whatever was asked", () => {
    const marks = fc.constantFrom("/", "\\", ".", "%2e", "\t", "@", ":", "?", "#", "a", "//b.example");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(marks, { maxLength: 12 }).map((parts) => parts.join("")),
        ),
        (asked) => {
          const target = new URL(returnPath(asked), "https://tolok.contoh.go.id/masuk");
          expect(target.origin).toBe("https://tolok.contoh.go.id");
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is written into the address of the login page", () => {
    expect(loginPath("/temuan?tingkat=0,1")).toBe("/masuk?kembali=%2Ftemuan%3Ftingkat%3D0%2C1");
    expect(loginPath("/")).toBe("/masuk");
  });
});

describe("attempts", () => {
  it("of one household count as one address, and a name leaves only its hash", () => {
    expect(addressKey("::ffff:10.0.0.7")).toBe("alamat:10.0.0.7");
    expect(addressKey("2001:db8:0:7::1")).toBe(addressKey("2001:db8:0:7:ffff::2"));
    expect(addressKey("2001:db8:0:7::1")).not.toBe(addressKey("2001:db8:0:8::1"));
    expect(addressKey("::1")).toBe("alamat:0:0:0:0");
    expect(accountKey("rahasia")).not.toContain("rahasia");
  });
});

describe("the session cookie", () => {
  it("is read among others, and only where it can be one of ours", () => {
    const token = newToken();
    expect(tokenIn(`a=1; tolok_sesi=${token}; b=2`)).toBe(token);
    expect(tokenIn(`tolok_sesi=${token}`)).toBe(token);
    for (const header of [
      undefined,
      "",
      "tolok_sesi=",
      `x_tolok_sesi=${token}`,
      `tolok_sesi=${token}x`,
      "tolok_sesi=';--",
    ]) {
      expect(tokenIn(header)).toBeNull();
    }
  });

  it("is kept from scripts and other sites, and from plain connections where there is a safe one", () => {
    expect(sessionCookie("t", false)).toBe("tolok_sesi=t; Path=/; HttpOnly; SameSite=Lax");
    expect(sessionCookie("t", true)).toBe("tolok_sesi=t; Path=/; HttpOnly; SameSite=Lax; Secure");
    const asked = (proto: string | undefined, secure = false) =>
      isSecure({ secure, get: () => proto } as unknown as Parameters<typeof isSecure>[0]);
    expect([
      asked(undefined),
      asked("http"),
      asked("https"),
      asked("https, http"),
      asked(undefined, true),
    ]).toEqual([false, false, true, true, true]);
  });
});
