import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { spawnStart } from "../../scripts/lib/spawn-start.ts";
import { signIn } from "./sign-in.ts";

/** A running app at which one can log in. */
export interface SignedApp {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  /** Logs in as one of the first accounts and gives its cookie (`name=token`), every time the same. */
  cookieOf(username: string): Promise<string>;
  /** Asks for a page as the admin, as `fetch` does. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as the admin; redirects are not followed. */
  post(url: string, body: BodyInit): Promise<Response>;
  /** A browser in which the admin is logged in. */
  newContext(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext>;
}

export interface TestApp extends SignedApp {
  dataDir: string;
  /** Stops the server and removes its data folder. */
  stop(): Promise<void>;
}

/** Logs in at an app whose first accounts stand in this data folder, each at its first use. */
export const signedApp = (url: string, dataDir: string): SignedApp => {
  const cookies = new Map<string, Promise<string>>();
  const cookieOf = (username: string): Promise<string> => {
    const known = cookies.get(username) ?? signIn({ url, dataDir }, username);
    cookies.set(username, known);
    return known;
  };
  return {
    url,
    cookieOf,
    fetch: async (address, init = {}) =>
      fetch(address, { ...init, headers: { ...init.headers, Cookie: await cookieOf("admin") } }),
    post: async (address, body) => post(address, body, { Cookie: await cookieOf("admin") }),
    newContext: async (browser, options) => {
      const context = await browser.newContext(options);
      const [name = "", value = ""] = (await cookieOf("admin")).split("=");
      await context.addCookies([{ name, value, url }]);
      return context;
    },
  };
};

/**
 * Serves the real app, built once for all tests, with an empty data folder of its own on a free port. Whoever starts it
 * stops it (afterAll).
 */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), "tolok-app-"));
  const app = spawnStart({ TOLOK_DATA: dataDir, PORT: "0", ...environment });
  const stop = async () => {
    app.child.kill("SIGTERM");
    await app.ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const data = environment.TOLOK_DATA ?? dataDir;
    return { ...signedApp(await app.url, data), dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A POST of a visitor as a browser sends it from a page of ours; redirects are not followed. */
export const post = (url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Origin: new URL(url).origin, "Sec-Fetch-Site": "same-origin", ...headers },
  });
