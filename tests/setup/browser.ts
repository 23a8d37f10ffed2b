import { type Browser, chromium } from "playwright-core";
import { findProgram, isExecutable, pathFolders, REQUIRE_REAL } from "./find.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS",
  "/Applications/Chromium.app/Contents/MacOS",
  "C:\\Program Files\\Google\\Chrome\\Application",
];
const WAY_OUT = "Install Chromium (Debian/Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to one.";

/**
 * Path of the browser: CHROMIUM_PATH, else one on the PATH, else the one inside @sparticuz/chromium (not with
 * REQUIRE_REAL=1).
 * @throws with the way out; a missing browser fails the tests, it never skips them
 */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which is not a program. ${WAY_OUT}`);
  }
  const found =
    findProgram(NAMES, pathFolders()) ?? findProgram(["Google Chrome", "Chromium", "chrome.exe"], APPS);
  if (found) return found;
  if (REQUIRE_REAL) throw new Error(`REQUIRE_REAL=1, but there is no browser on the PATH. ${WAY_OUT}`);
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    return await packed.executablePath();
  } catch (cause) {
    throw new Error(`No browser found, and the packed one does not unpack here. ${WAY_OUT}`, { cause });
  }
}

/** Starts a headless browser; whoever launches it closes it (afterAll). */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  try {
    return await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
    });
  } catch (cause) {
    throw new Error(`The browser ${executablePath} does not start. ${WAY_OUT}`, { cause });
  }
}
