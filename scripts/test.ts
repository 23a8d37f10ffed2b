import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./lib/root.mjs";

/**
 * `npm test [-- vitest arguments]`: runs Vitest and closes with one plain line, `N passed, N failed, N skipped`, counted
 * from Vitest's own results. A file that fails before its first test and an error outside any test count as failed.
 */
interface Results {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), "tolok-test-"));
const output = join(folder, "results.json");
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "remix.config.js",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${output}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "test" } },
);

const results = readResults(output);
rmSync(folder, { recursive: true, force: true });
const tests = results.testResults.flatMap((file) => file.assertionResults);
const count = (...states: string[]) => tests.filter((test) => states.includes(test.status)).length;
const passed = count("passed");
const brokenFiles = results.testResults.filter(
  (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
).length;
const failedInTests = count("failed") + brokenFiles;
const failed = status !== 0 && failedInTests === 0 ? 1 : failedInTests;
const skipped = tests.length - passed - count("failed");

for (const test of tests) {
  if (test.status !== "passed" && test.status !== "failed") console.log(`skipped: ${test.fullName.trim()}`);
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;

function readResults(file: string): Results {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Results;
  } catch {
    return { success: false, testResults: [] };
  }
}
