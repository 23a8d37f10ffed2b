import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Every account of a test takes this password in place of its first one. */
export const TEST_PASSWORD = "payung biru di dermaga";

/** The password that the first start wrote down for an account. */
export const firstPassword = (dataDir: string, username: string): string => {
  const file = readFileSync(join(dataDir, "akun-pertama.txt"), "utf8");
  const found = new RegExp(`^ *${username} +(\\S+)$`, "m").exec(file)?.[1];
  if (!found) throw new Error(`no first password of ${username}`);
  return found;
};

const form = (url: string, fields: Record<string, string>, cookie = ""): Promise<Response> =>
  fetch(url, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { Origin: new URL(url).origin, "Sec-Fetch-Site": "same-origin", Cookie: cookie },
  });

/** The session cookie that an answer sets, as a request sends it back. */
export const cookieFrom = (answer: Response): string => {
  const set = answer.headers.get("Set-Cookie") ?? "";
  const pair = /^tolok_sesi=[^;]+/.exec(set)?.[0];
  if (!pair) throw new Error(`status ${answer.status} without a session`);
  return pair;
};

/** Logs in as a first account and settles its own password. Gives the cookie of the session. */
export async function signIn(
  { url, dataDir }: { url: string; dataDir: string },
  username: string,
): Promise<string> {
  const first = firstPassword(dataDir, username);
  const entered = cookieFrom(await form(`${url}/masuk`, { pengguna: username, sandi: first }));
  const settled = { tindakan: "sandi", sandi: first, baru: TEST_PASSWORD, ulang: TEST_PASSWORD };
  return cookieFrom(await form(`${url}/akun`, settled, entered));
}
