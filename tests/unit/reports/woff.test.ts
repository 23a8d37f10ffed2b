import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { sfntOf } from "#app/reports/woff.ts";
import { svgToPng } from "#app/server/paper-tools.server.ts";

const woff = (): Uint8Array =>
  readFileSync(
    createRequire(import.meta.url).resolve(
      "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff",
    ),
  );

describe("a plain file of type out of a packed one", () => {
  it("has the size that the packed one states and begins as TrueType or OpenType does", () => {
    const packed = woff();
    const plain = sfntOf(packed);
    // Bytes 16-19 of a .woff: the size of the plain file.
    expect(plain.length).toBe(new DataView(packed.buffer, packed.byteOffset).getUint32(16));
    expect([0x00010000, 0x4f54544f]).toContain(new DataView(plain.buffer).getUint32(0));
  });

  it("is what pictures are written with: words leave ink, an empty drawing none", () => {
    const svg = (inside: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="inherit">${inside}</svg>`;
    const empty = svgToPng(svg(""), 1);
    const written = svgToPng(svg('<text x="5" y="25" font-size="16">Triwulan</text>'), 1);
    expect([...written.subarray(1, 4)].map((one) => String.fromCharCode(one)).join("")).toBe("PNG");
    expect(written.length).toBeGreaterThan(empty.length + 500);
  });
});
