import { expect } from "vitest";
import type { SignedApp } from "#tests/setup/app.ts";

type App = Pick<SignedApp, "url" | "fetch" | "post">;

const TRIES = 200;
const PAUSE_MS = 100;

/** Asks again until an answer passes; the work goes on in another process. */
async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let at = 0; at < TRIES; at += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error("the work did not come to an end");
}

/** Where a job leads once it is done, as its own page says. */
const endOfJob = (app: App, job: string): Promise<string> =>
  until(async () => {
    const answer = await app.fetch(app.url + job, { redirect: "manual" });
    return answer.status === 303 ? (answer.headers.get("Location") ?? undefined) : undefined;
  });

export const sendFile = (
  app: App,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
): Promise<Response> => {
  const form = new FormData();
  form.append("berkas", new Blob([bytes]), name);
  return app.post(`${app.url}/unggah`, form);
};

/** Uploads a file and waits until it is read. Gives the address of its preview. */
export async function previewOf(app: App, name: string, text: string): Promise<string> {
  const sent = await sendFile(app, name, text);
  expect(sent.status).toBe(303);
  return endOfJob(app, sent.headers.get("Location") ?? "");
}

/** Uploads a file and stores what was read. Gives the address of the preview. */
export async function storeFile(app: App, name: string, text: string): Promise<string> {
  const preview = await previewOf(app, name, text);
  const confirmed = await app.post(app.url + preview, new URLSearchParams({ tindakan: "simpan" }));
  expect(confirmed.status).toBe(303);
  await endOfJob(app, confirmed.headers.get("Location") ?? "");
  return preview;
}
