import { describe, expect, it } from "vitest";
import { whereOf } from "#app/server/http/log.ts";

describe("where a line of the log says that it happened", () => {
  it.each([
    ["a path, without what was searched for", "/temuan?cari=Sari", "/temuan"],
    ["an address in full", "http://127.0.0.1:3000/kabupaten/7?hal=2", "/kabupaten/7"],
    ["a path that is no address", "//", "//"],
    ["nothing but a host", "http://127.0.0.1:3000", "/"],
    ["an address whose last part is a secret", "/akun/sandi-baru/abc123", "/akun/sandi-baru/(rahasia)"],
    ["the same in capitals", "/Akun/Sandi-Baru/abc123", "/Akun/Sandi-Baru/(rahasia)"],
  ])("is %s", (_what, url, path) => {
    expect(whereOf({ method: "GET", url })).toBe(`GET ${path}`);
  });
});
