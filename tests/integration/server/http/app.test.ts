import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestOptions,
  request,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AppError } from "#app/server/errors.ts";
import type { Gate } from "#app/server/http/access-guard.ts";
import { createApp } from "#app/server/http/app.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { post } from "#tests/setup/app.ts";

type RouteModule = ServerBuild["routes"][string]["module"];
type Work = (args: { request: Request }) => Response | Promise<Response>;

/** 20,000 letters that compress well. */
const LONG = "Standar pelayanan. ".repeat(1053).slice(0, 20_000);

/** A body that is not there at once: its end waits until `release` is called. */
let release: () => void = () => {};
const inTwoParts = (): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const rest = new Promise<void>((resolve) => {
    release = resolve;
  });
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode(LONG));
      await rest;
      controller.enqueue(encoder.encode("akhir"));
      controller.close();
    },
  });
};

/** Pages as Remix builds them, but three routes without a page: what they return goes straight out. */
function smallBuild(): ServerBuild {
  const work: Record<string, Work> = {
    "": () => new Response("halaman depan"),
    unggah: async ({ request }) => new Response(`diterima ${(await request.arrayBuffer()).byteLength}`),
    rusak: () => {
      throw new Error("a detail of the machine");
    },
    hilang: () => {
      throw new AppError({ code: "gone", status: 410, message: "Naskah ini sudah dihapus." });
    },
    panjang: () => new Response(LONG, { headers: { "Content-Type": "text/html; charset=utf-8" } }),
    bertahap: () => new Response(inTwoParts(), { headers: { "Content-Type": "text/html; charset=utf-8" } }),
    berkas: () => new Response(LONG, { headers: { "Content-Type": "application/zip" } }),
    penuh: () => {
      throw Object.assign(new Error("no room"), { code: "SQLITE_FULL" });
    },
  };
  const routes = Object.entries(work).map(([path, answer]) => {
    const module = { loader: answer, action: answer } as unknown as RouteModule;
    return [`routes/${path}`, { id: `routes/${path}`, path, index: path === "" ? true : undefined, module }];
  });
  return {
    entry: { module: { default: () => new Response("", { status: 404 }) } },
    routes: Object.fromEntries(routes),
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true },
    isSpaMode: false,
    mode: "production",
  } as unknown as ServerBuild;
}

/** Lets everybody do everything: this is about what comes before and after. */
const OPEN: Gate = {
  viewerOf: async () => null,
  scopeFor: async () => localOperator(),
  accessOf: () => ({ read: "anyone", write: "anyone" }),
};

describe("the HTTP server", () => {
  let server: Server;
  let base: string;
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  beforeAll(async () => {
    const app = createApp({
      build: smallBuild(),
      mode: "production",
      log: "requests",
      hosts: ["tolok.arunika.example"],
      gate: OPEN,
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    log.mockRestore();
  });

  describe("headers", () => {
    it("gives each answer an id of its own", async () => {
      const ids = await Promise.all([0, 1].map(async () => (await fetch(base)).headers.get("x-request-id")));
      expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
      expect(ids[0]).not.toBe(ids[1]);
    });

    it("allows scripts only with the nonce of this very answer, and frames never", async () => {
      const policies = await Promise.all(
        [0, 1].map(async () => (await fetch(base)).headers.get("content-security-policy") ?? ""),
      );
      expect(policies[0]).toMatch(/default-src 'none'; script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/);
      expect(policies[0]).toContain("frame-ancestors 'none'");
      expect(policies[0]).not.toMatch(/script-src[^;]*unsafe/);
      expect(policies[0]).not.toBe(policies[1]);
    });

    it("does not say what it runs on", async () => {
      expect((await fetch(base)).headers.get("x-powered-by")).toBeNull();
    });

    it.each([
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", "same-origin"],
      ["cross-origin-opener-policy", "same-origin"],
      ["x-frame-options", "DENY"],
    ])("sends %s: %s also with an error", async (name, value) => {
      expect((await fetch(base)).headers.get(name)).toBe(value);
      expect((await fetch(`${base}/rusak`)).headers.get(name)).toBe(value);
    });
  });

  describe("the name it is asked by", () => {
    it.each([
      ["an address in figures", "127.0.0.1:3000"],
      ["another address in figures", "192.168.1.7"],
      ["an address of the longer kind", "[::1]:3000"],
      ["this machine's own name", "localhost:3000"],
      ["a name below it", "tolok.localhost"],
      ["a name that was listed", "tolok.arunika.example"],
      ["the same in capitals", "Tolok.Arunika.Example:443"],
    ])("is accepted: %s", async (_kind, host) => {
      expect((await raw(base, { headers: { Host: host } })).status).toBe(200);
    });

    it.each([
      ["a name of somebody else that resolves to this machine", "penyerang.example"],
      ["one that begins like ours", "tolok.arunika.example.penyerang.example"],
      ["one that ends like ours", "bukan-tolok.arunika.example"],
      ["one with an address in it", "127.0.0.1.penyerang.example"],
      ["one with a person before it", "localhost@penyerang.example"],
    ])("is refused before anything is read: %s", async (_kind, host) => {
      const answer = await raw(base, { headers: { Host: host } });
      expect(answer.status).toBe(421);
      expect(answer.body).toContain("bukan alamat Tolok yang dikenal");
      expect(answer.body).not.toContain("halaman depan");
    });
  });

  describe("compression", () => {
    const asked = (path: string, encoding: string) =>
      fetch(base + path, { headers: { "Accept-Encoding": encoding } });

    it("sends a long page small to who takes it, and as it is to who doesn't", async () => {
      const packed = await asked("/panjang", "gzip");
      expect(packed.headers.get("content-encoding")).toBe("gzip");
      expect(packed.headers.get("vary")).toMatch(/Accept-Encoding/i);
      expect(await packed.text()).toBe(LONG);
      const plain = await asked("/panjang", "identity");
      expect(plain.headers.get("content-encoding")).toBeNull();
      expect(await plain.text()).toBe(LONG);
    });

    it("leaves a file alone that is packed already", async () => {
      expect((await asked("/berkas", "gzip")).headers.get("content-encoding")).toBeNull();
    });

    it("carries a page that comes in parts whole to its end", async () => {
      const answer = await asked("/bertahap", "gzip");
      release();
      expect(await answer.text()).toBe(`${LONG}akhir`);
    });
  });

  describe("a request that changes something", () => {
    it("is accepted from a page of ours", async () => {
      expect((await post(`${base}/unggah`, "a=1")).status).toBe(200);
    });

    it("is accepted from an older browser that sends only its Origin", async () => {
      const answer = await fetch(`${base}/unggah`, { method: "POST", headers: { Origin: base } });
      expect(answer.status).toBe(200);
    });

    it.each([
      ["another site", { Origin: "https://contoh.id", "Sec-Fetch-Site": "cross-site" }],
      ["another port of this machine", { Origin: "http://127.0.0.1:9", "Sec-Fetch-Site": "same-site" }],
      ["a page without origin", { Origin: "null" }],
      ["nobody who says where it comes from", {}],
      [
        "a foreign origin that claims to be ours",
        { Origin: "https://contoh.id", "Sec-Fetch-Site": "same-origin" },
      ],
    ])("is refused from %s", async (_from, headers) => {
      const answer = await raw(`${base}/unggah`, {
        method: "POST",
        headers: { ...headers, "Content-Length": "0" },
      });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain("Kiriman ini tidak berasal dari halaman Tolok dan tidak disimpan.");
    });

    it("is not asked of one that only reads", async () => {
      expect((await fetch(base, { headers: { Origin: "https://contoh.id" } })).status).toBe(200);
    });
  });

  describe("the size of a body", () => {
    it("lets a form of exactly 1 MB pass and refuses one byte more, naming the bound", async () => {
      expect((await post(base, "x".repeat(1_000_000))).status).toBe(200);
      const answer = await post(base, "x".repeat(1_000_001));
      expect(answer.status).toBe(413);
      expect(await answer.text()).toContain("Isian ini melebihi batas 1,0 MB dan tidak disimpan.");
    });

    it("lets a file of 25 MB pass on the upload page only", async () => {
      const file = new Uint8Array(25_000_000);
      expect(await (await post(`${base}/unggah`, file)).text()).toBe("diterima 25000000");
      expect((await post(base, file)).status).toBe(413);
    });

    it("refuses a file of 62 MB, with its size and the way out", async () => {
      const answer = await post(`${base}/unggah`, new Uint8Array(62_000_000));
      expect(answer.status).toBe(413);
      expect(await answer.text()).toContain(
        "Ukuran berkas 62 MB melebihi batas 25 MB. Pisahkan lampirannya, lalu unggah satu per satu.",
      );
    });

    it("does not hold up the connection where nobody reads the form", async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const form = "x".repeat(900_000);
      const headers = { Origin: base, "Content-Length": String(form.length) };
      const answers = [1, 2, 3].map(() => raw(base, { method: "POST", headers, agent, body: form }));
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200]);
      agent.destroy();
    });

    it("refuses a body that does not say how long it is", async () => {
      const headers = { Origin: base, "Transfer-Encoding": "chunked" };
      expect((await raw(`${base}/unggah`, { method: "POST", headers })).status).toBe(411);
    });
  });

  describe("an error", () => {
    it("shows the message that the error class carries, with its status", async () => {
      const answer = await fetch(`${base}/hilang`);
      expect([answer.status, await answer.text()]).toEqual([410, "Naskah ini sudah dihapus.\n"]);
    });

    it("shows nothing of the machine, but a short code that stands in the log with the cause", async () => {
      log.mockClear();
      const answer = await fetch(`${base}/rusak?nama=rahasia`);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).not.toContain("detail of the machine");
      const code = /Terjadi gangguan pada sistem \(kode ([0-9A-F]{4})\)\./.exec(text)?.[1];
      const lines = log.mock.calls.map(([line]) => String(line));
      expect(lines[0]).toMatch(new RegExp(` error ${code} GET /rusak unexpected$`));
      expect(lines[1]).toContain("a detail of the machine");
      expect(lines.join()).not.toContain("rahasia");
    });

    it("is a page that is not there where the address cannot be decoded", async () => {
      expect((await raw(`${base}/x`, { path: "/%ff" })).status).toBe(404);
    });

    it.each(["//", "//penyerang.example:99999/", "/\\\\"])(
      "never is the end of a server that logs what it was asked for: %s",
      async (path) => {
        expect((await raw(`${base}/x`, { path })).status).toBeLessThan(500);
        expect(log.mock.calls.at(-1)?.[0]).toContain(` GET ${path} `);
      },
    );

    it("is none where the address is named in full, as a proxy does it", async () => {
      expect(await raw(base, { path: `${base}/` })).toEqual({ status: 200, body: "halaman depan" });
      expect((await raw(base, { path: "*" })).status).toBe(404);
    });

    it("is the answer to a request that no page or form makes", async () => {
      const answer = await raw(base, { method: "TRACE" });
      expect(answer.status).toBe(405);
      expect(answer.body).toContain("Permintaan jenis ini tidak dilayani.");
    });

    it("says that the room is full and that nothing was lost", async () => {
      const answer = await fetch(`${base}/penuh`);
      expect(answer.status).toBe(507);
      expect(await answer.text()).toContain("Ruang simpan penuh. Perubahan ini tidak disimpan;");
    });
  });
});

/** A request with exactly these headers: fetch sets some of them itself. */
const raw = (
  url: string,
  { body = "", ...options }: RequestOptions & { body?: string },
): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(url, options, (answer: IncomingMessage) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
