import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

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
export function spawnStart(environment: Record<string, string>, cwd = ROOT): StartedApp {
  const { PATH = "", HOME = "" } = process.env;
  const env: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH, HOME, ...environment };
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd,
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
