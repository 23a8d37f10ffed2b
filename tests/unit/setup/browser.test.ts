import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** The module reads the environment when it is loaded, as each test file does. */
const findBrowser = async (environment: Record<string, string>): Promise<string> => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { findBrowser } = await import("#tests/setup/browser.ts");
  return findBrowser();
};

describe("the browser of the tests", () => {
  let folder: string;
  const program = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, "");
    chmodSync(file, 0o755);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tolok-find-"));
    vi.stubEnv("CHROMIUM_PATH", "");
    vi.stubEnv("REQUIRE_REAL", "");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is the one that CHROMIUM_PATH names, before one on the PATH", async () => {
    program("chromium");
    const given = program("mine");
    expect(await findBrowser({ CHROMIUM_PATH: given, PATH: folder })).toBe(given);
  });

  it("is not replaced by another where CHROMIUM_PATH is wrong: that fails with the way out", async () => {
    program("chromium");
    const wrong = join(folder, "absent");
    await expect(findBrowser({ CHROMIUM_PATH: wrong, PATH: folder })).rejects.toThrow(
      /absent.*apt-get install chromium/,
    );
  });

  it("is one on the PATH under any of its names", async () => {
    const found = program("google-chrome");
    expect(await findBrowser({ PATH: folder })).toBe(found);
  });

  it.runIf(process.platform === "linux")(
    "is never the packed one where the real one is required",
    async () => {
      await expect(findBrowser({ PATH: folder, REQUIRE_REAL: "1" })).rejects.toThrow(
        /REQUIRE_REAL=1.*apt-get/,
      );
    },
  );
});
