import { describe, expect, it } from "vitest";
import { codeAt, fromBase32, stepOf, stepOfCode, toBase32, totpUri } from "#app/server/accounts/totp.ts";

const SECRET = Buffer.from("12345678901234567890");
const BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("codes by time", () => {
  it.each([
    // RFC 6238, appendix B (SHA-1), of whose eight digits ours are the last six.
    ["1970-01-01T00:00:59.000Z", "287082"],
    ["2005-03-18T01:58:29.000Z", "081804"],
    ["2005-03-18T01:58:31.000Z", "050471"],
    ["2009-02-13T23:31:30.000Z", "005924"],
    ["2033-05-18T03:33:20.000Z", "279037"],
    ["2603-10-11T11:33:20.000Z", "353130"],
  ])("are those of the RFC: %s", (at, code) => {
    expect(codeAt(SECRET, stepOf(at))).toBe(code);
  });

  it("write a secret in Base32 and read it back", () => {
    expect(toBase32(SECRET)).toBe(BASE32);
    expect(Buffer.from(fromBase32(BASE32))).toEqual(SECRET);
  });

  it("are taken one step before and after, with blanks, and no further", () => {
    const step = stepOf("2009-02-13T23:31:30.000Z");
    expect(stepOfCode(BASE32, "005 924", "2009-02-13T23:31:30.000Z")).toBe(step);
    expect(stepOfCode(BASE32, "005924", "2009-02-13T23:31:00.000Z")).toBe(step);
    expect(stepOfCode(BASE32, "005924", "2009-02-13T23:32:29.000Z")).toBe(step);
    expect(stepOfCode(BASE32, "005924", "2009-02-13T23:30:59.000Z")).toBeNull();
    expect(stepOfCode(BASE32, "005924", "2009-02-13T23:32:30.000Z")).toBeNull();
    for (const code of ["", "5924", "0059241", "abcdef", "００５９２４"]) {
      expect(stepOfCode(BASE32, code, "2009-02-13T23:31:30.000Z")).toBeNull();
    }
  });

  it("are set up by an address that authenticators know", () => {
    expect(totpUri("a b", BASE32)).toBe(
      `otpauth://totp/Tolok:a%20b?secret=${BASE32}&issuer=Tolok&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
