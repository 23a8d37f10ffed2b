import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { data, type ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessOf, type Grant, reachOf } from "#app/server/access.ts";
import type { Viewer } from "#app/server/accounts/viewer.ts";
import { notFound } from "#app/server/errors.ts";
import type { Gate } from "#app/server/http/access-guard.ts";
import { createApp } from "#app/server/http/app.ts";
import { scopeOf } from "#db/scope.ts";
import { post } from "#tests/setup/app.ts";

type RouteModule = ServerBuild["routes"][string]["module"];
type Args = { context: { scope: { regencies: unknown; actor: string } }; params: { kab?: string } };

const TOKENS = { penilai: "p".repeat(43), baru: "b".repeat(43), gone: "g".repeat(43) };

const viewer = (grants: Grant[], mustChange = false): Viewer => ({
  id: "1",
  username: "sri",
  name: "Sri",
  grants,
  mustChange,
  sessionId: "s",
});

const GATE: Gate = {
  viewerOf: async (token) =>
    token === TOKENS.penilai
      ? viewer([{ r: 7, role: "penilai", bagianId: "" }])
      : token === TOKENS.baru
        ? viewer([{ r: 7, role: "penilai", bagianId: "" }], true)
        : null,
  scopeFor: async (who, access, doing) => {
    const roles = doing === "read" ? access.read : (access.write ?? []);
    if (typeof roles === "string") return scopeOf("x", []);
    const { regencies, only } = reachOf(
      who?.grants ?? [],
      roles,
      doing === "read" && access.open?.length ? [3] : [],
    );
    return scopeOf(who?.username ?? "pengunjung", regencies, only);
  },
};

/** What a loader or an action got to work with, as its answer. */
const work = ({ context: { scope }, params }: Args) => {
  if (params.kab === "hilang") throw notFound();
  if (params.kab === "orang") return { contact: "Rahmat, 0812-3456-7890" };
  if (params.kab === "orang-404") return data({ contact: "Rahmat, 0812-3456-7890" }, { status: 404 });
  return Response.json({ regencies: scope.regencies, actor: scope.actor });
};

const PATHS = [
  "",
  "metode",
  "temuan",
  "unggah",
  "kabupaten/:kab",
  "kabupaten/:kab/skm",
  "kabupaten/:kab.csv",
  "belum-terdaftar",
  "akun",
  "keluar",
];

const build = {
  entry: { module: { default: () => new Response("", { status: 404 }) } },
  routes: Object.fromEntries(
    PATHS.map((path) => [
      `routes/${path}`,
      {
        id: `routes/${path}`,
        path,
        index: path === "" ? true : undefined,
        module: { loader: work, action: work } as unknown as RouteModule,
      },
    ]),
  ),
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "",
  future: { v3_singleFetch: true },
  isSpaMode: false,
  mode: "production",
} as unknown as ServerBuild;

describe("the guard before every page", () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer(createApp({ build, mode: "production", log: "errors", gate: GATE }));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const get = async (path: string, token?: string) => {
    const headers: Record<string, string> = token ? { Cookie: `tolok_sesi=${token}` } : {};
    const answer = await fetch(base + path, { redirect: "manual", headers });
    const text = await answer.text();
    return {
      status: answer.status,
      to: answer.headers.get("Location"),
      said: text.startsWith("{") ? JSON.parse(text) : text,
    };
  };

  it("answers 403 for an address that the registry does not name, whoever asks", async () => {
    expect(accessOf("/belum-terdaftar")).toBeUndefined();
    for (const token of [undefined, ...Object.values(TOKENS)]) {
      expect((await get("/belum-terdaftar", token)).status).toBe(403);
    }
  });

  it("hands a scope of what is open to a visitor, and of role and open parts to a person", async () => {
    expect(await get("/kabupaten/x")).toMatchObject({
      status: 200,
      said: { regencies: [3], actor: "pengunjung" },
    });
    expect(await get("/kabupaten/x", TOKENS.penilai)).toMatchObject({
      said: { regencies: [3, 7], actor: "sri" },
    });
    expect(await get("/temuan", TOKENS.penilai)).toMatchObject({ said: { regencies: [7] } });
    expect(await get("/kabupaten/x.csv")).toMatchObject({ status: 200, said: { regencies: [3] } });
  });

  it("sends a visitor to the login for what needs a role and for what is not there, with the way back", async () => {
    expect(await get("/temuan?tingkat=0")).toMatchObject({
      status: 303,
      to: "/masuk?kembali=%2Ftemuan%3Ftingkat%3D0",
    });
    expect(await get("/temuan", TOKENS.gone)).toMatchObject({ status: 303, to: "/masuk?kembali=%2Ftemuan" });
    expect(await get("/kabupaten/hilang")).toMatchObject({
      status: 303,
      to: "/masuk?kembali=%2Fkabupaten%2Fhilang",
    });
    expect((await get("/kabupaten/hilang", TOKENS.penilai)).status).toBe(404);
  });

  it("covers a private number for whoever has no account, on the page and in its data", async () => {
    for (const path of ["/kabupaten/orang.data", "/kabupaten/orang-404.data"]) {
      expect((await get(path)).said).toContain("Rahmat, 0812-••••-••••");
      expect((await get(path, TOKENS.penilai)).said).toContain("Rahmat, 0812-3456-7890");
    }
  });

  it("lets a form through only where the role may change something, and never by what is open", async () => {
    const send = (path: string, token?: string) =>
      post(base + path, "a=1", token ? { Cookie: `tolok_sesi=${token}` } : {});
    expect((await send("/metode", TOKENS.penilai)).status).toBe(403);
    expect((await send("/temuan", TOKENS.penilai)).status).toBe(403);
    expect((await send("/kabupaten/x/skm")).status).toBe(303);
    expect(await (await send("/kabupaten/x/skm", TOKENS.penilai)).json()).toMatchObject({ regencies: [7] });
  });

  it("opens nothing but the change of a password that somebody else knows", async () => {
    for (const path of ["/", "/temuan", "/metode", "/kabupaten/x", "/unggah"]) {
      expect(await get(path, TOKENS.baru)).toMatchObject({ status: 303, to: "/akun" });
    }
    expect((await get("/akun", TOKENS.baru)).status).toBe(200);
    expect((await get("/keluar", TOKENS.baru)).status).toBe(200);
  });
});
