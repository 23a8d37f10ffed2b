import type { RequestListener, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Patience, webServer } from "#app/server/http/web-server.ts";

let server: Server | undefined;
afterEach(() => server?.close());

const started = async (
  listener: RequestListener = (_request, response) => response.end("halo"),
  patience?: Patience,
): Promise<Server> => {
  const one = webServer(listener, patience);
  server = one;
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  return one;
};

/** What the server answers to bytes that are sent as they stand. */
const answerTo = async (sent: string, listener?: RequestListener, patience?: Patience): Promise<string> => {
  const { port } = (await started(listener, patience)).address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let got = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    socket.setEncoding("utf8");
    socket.on("data", (part) => {
      got += part;
    });
    socket.on("close", () => resolve(got));
    socket.on("error", reject);
  });
};

const connectionsOf = (one: Server | undefined): Promise<number> =>
  new Promise((resolve, reject) =>
    one?.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

describe("a request that is none", () => {
  it.each([
    ["no HTTP at all", "salam\r\n\r\n", 400, "Permintaan ini tidak terbaca."],
    [
      "a header that never ends",
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
      431,
      "terlalu panjang",
    ],
  ])("is answered in words, with the headers of every answer: %s", async (_, sent, status, words) => {
    const answer = await answerTo(sent);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain(words);
    for (const header of [
      "X-Content-Type-Options: nosniff",
      "X-Frame-Options: DENY",
      "Content-Security-Policy: default-src 'none'",
      "Content-Type: text/plain; charset=utf-8",
      "Connection: close",
    ]) {
      expect(answer).toContain(header);
    }
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    expect(Number(/Content-Length: (\d+)/.exec(head)?.[1])).toBe(Buffer.byteLength(body));
  });

  it("puts no words into an answer that has begun", async () => {
    const answer = await answerTo("GET / HTTP/1.1\r\nHost: a\r\n\r\nsalam\r\n\r\n", (_request, response) => {
      response.writeHead(200, { "Content-Length": 100 });
      response.write("separuh");
    });
    expect(answer).not.toContain("tidak terbaca");
  });

  it("is none only because of what it asks of the connection: an expectation is passed over", async () => {
    const answer = await answerTo("GET / HTTP/1.1\r\nHost: a\r\nExpect: kopi\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*halo/);
  });
});

describe("a sender that stalls", () => {
  /** Half of a form: its header says 100 bytes. */
  const HALF = "POST /unggah HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nseparuh";
  const SHORT: Patience = { idle: 50, whole: 60_000 };

  it("is told so, and what was made of its half is thrown away with the connection", async () => {
    let thrownAway: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      thrownAway = resolve;
    });
    const listener: RequestListener = async (request) => {
      try {
        for await (const _part of request);
      } catch {
        thrownAway();
      }
    };
    const answer = await answerTo(HALF, listener, SHORT);
    expect(answer).toContain("HTTP/1.1 408 ");
    expect(answer).toContain("Kiriman ini berhenti di tengah jalan dan tidak disimpan.");
    await gone;
    expect(await connectionsOf(server)).toBe(0);
  });

  it("is not one whose request is whole and whose answer is slow", async () => {
    const answer = await answerTo(
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      (request, response) => request.socket.once("timeout", () => response.end("lambat")),
      SHORT,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*lambat/);
  });

  it("is not one whose bytes nobody has taken yet", async () => {
    const answer = await answerTo(
      HALF.replace("100", "7").replace("separuh", "sepa"),
      (request, response) => {
        request.socket.once("timeout", () => {
          request.resume();
          response.writeHead(200, { Connection: "close" }).end("diambil");
        });
      },
      SHORT,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*diambil/);
  });

  it("is not one who sends slowly: the whole may take half an hour", async () => {
    const { requestTimeout, timeout } = await started();
    expect({ requestTimeout, timeout }).toEqual({ requestTimeout: 1_800_000, timeout: 60_000 });
  });
});
