import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/lib/root.mjs";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** `npm start` as a child process, as a person would run it; builds first where the sources changed. */
export interface StartedApp {
  child: ChildProcess;
  /** Resolves with the printed address; rejects with everything printed where the program ends before. */
  url: Promise<string>;
  ended: Promise<Ended>;
}

/** Starts with exactly these variables besides PATH and HOME. */
export function spawnStart(environment: Record<string, string>): StartedApp {
  const { PATH = "", HOME = "" } = process.env;
  const env: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH, HOME, ...environment };
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      stdout += part.toString();
      const address = /Tolok siap di (\S+)/.exec(stdout)?.[1];
      if (address) resolve(address);
    });
    child.stderr.on("data", (part: Buffer) => {
      stderr += part.toString();
    });
    ended.then(({ code }) => reject(new Error(`npm start ended with ${code}:\n${stdout}${stderr}`)));
  });
  url.catch(() => {});
  return { child, url, ended };
}

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
