import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnStart } from "../../scripts/lib/spawn-start.ts";

export interface TestApp {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string;
  dataDir: string;
  /** Stops the server and removes its data folder. */
  stop(): Promise<void>;
}

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
    return { url: await app.url, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A POST as a browser sends it from a page of ours; redirects are not followed. */
export const post = (url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Origin: new URL(url).origin, "Sec-Fetch-Site": "same-origin", ...headers },
  });
