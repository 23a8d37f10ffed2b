import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashTree, readJson } from "../../../scripts/lib/stamp.mjs";

describe("the hash of the sources", () => {
  let root: string;
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "tolok-stamp-"));
    mkdirSync(join(root, "app"));
    write("app/a.ts", "one");
    write("config.js", "two");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const hash = () => hashTree(root, ["app", "config.js", "public"]);

  it("stays the same while nothing changes", () => {
    expect(hash()).toBe(hash());
  });

  it("changes with a byte in a file", () => {
    const before = hash();
    write("app/a.ts", "onf");
    expect(hash()).not.toBe(before);
  });

  it("changes when a file is renamed", () => {
    const before = hash();
    rmSync(join(root, "app/a.ts"));
    write("app/b.ts", "one");
    expect(hash()).not.toBe(before);
  });

  it("changes when a folder that was absent appears with a file", () => {
    const before = hash();
    mkdirSync(join(root, "public"));
    write("public/x.svg", "");
    expect(hash()).not.toBe(before);
  });

  it("does not mistake bytes moved from one file to the next for the same sources", () => {
    const before = hash();
    write("app/a.ts", "onet");
    write("config.js", "wo");
    expect(hash()).not.toBe(before);
  });

  it("reads a broken stamp as none", () => {
    write("broken.json", '{"lock":');
    expect(readJson(join(root, "broken.json"))).toBeNull();
  });
});
