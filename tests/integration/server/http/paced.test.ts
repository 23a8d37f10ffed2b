import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createGunzip } from "node:zlib";
import { writeReadableStreamToWritable } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { expect, it, onTestFinished, vi } from "vitest";
import { streamOf } from "#app/server/file-response.server.ts";
import { paced } from "#app/server/http/paced.ts";
import { identify, localsOf } from "#app/server/http/security.ts";

/** A server whose one answer is made while it is sent: four hundred megabytes if it is asked for all. */
const served = async (encoding: "identity" | "gzip") => {
  const seen = { made: 0, ended: false };
  async function* lines(): AsyncGenerator<string> {
    try {
      for (; seen.made < 400; seen.made++) yield `${seen.made} `.padEnd(1_000_000, "ab");
    } finally {
      seen.ended = true;
    }
  }
  const app = express();
  app.use(identify, compression(), paced);
  app.get("/", (_request, response, next) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    response.type("text/csv");
    const body = streamOf(lines(), { signal: gone.signal, flowing: localsOf(response).flowing });
    writeReadableStreamToWritable(body, response).catch(next);
  });
  const server = app.listen(0);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const [answer] = (await once(
    get({ port, host: "127.0.0.1", headers: { "Accept-Encoding": encoding } }),
    "response",
  )) as [IncomingMessage];
  return { seen, answer };
};

/** Waits until nothing more is made, and gives how much was. */
const resting = async (seen: { made: number }): Promise<number> => {
  let before = -1;
  await vi.waitFor(
    () => {
      const still = before === seen.made;
      before = seen.made;
      if (!still) throw new Error("still being made");
    },
    { interval: 300, timeout: 20_000 },
  );
  return before;
};

it("makes no more of a file than a browser takes, and ends where it goes away", async () => {
  const { seen, answer } = await served("identity");
  answer.pause();
  const made = await resting(seen);
  expect(made).toBeLessThan(200);
  expect(seen.ended).toBe(false);
  answer.destroy();
  await vi.waitFor(() => expect(seen.ended).toBe(true), { timeout: 10_000 });
  expect(seen.made).toBeLessThan(200);
});

it.each(["identity", "gzip"] as const)(
  "gives the whole file to a browser that takes it (%s)",
  async (encoding) => {
    const { seen, answer } = await served(encoding);
    const warned = vi.fn();
    process.on("warning", warned);
    onTestFinished(() => void process.off("warning", warned));
    let bytes = 0;
    for await (const part of encoding === "gzip" ? answer.pipe(createGunzip()) : answer)
      bytes += (part as Uint8Array).length;
    expect([bytes, seen.made, seen.ended]).toEqual([400_000_000, 400, true]);
    // Of more listeners than an answer should have.
    expect(warned).not.toHaveBeenCalled();
  },
);
