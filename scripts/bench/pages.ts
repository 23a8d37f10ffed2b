import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { SEGARA_BIRU, writeDecree } from "#tests/browser/decree.ts";
import { signIn } from "#tests/setup/sign-in.ts";
import { SERVER_BUILD } from "../lib/build.mjs";
import { spawnStart } from "../lib/spawn-start.ts";
import { type BenchCase, type Measured, median } from "./case.ts";

const ROUNDS = 20;
/** Pages of one route that are searched for links to the others: the first may show none. */
const SEARCHED = 3;

/** Server time of each page: the built app with the sample, first page to last byte, median of 20 after a warm one. */
export const pages: BenchCase = {
  name: "page",
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), "tolok-bench-"));
    const app = spawnStart({ TOLOK_DATA: dataDir, PORT: "0" });
    try {
      const url = await app.url;
      const ask = asPerson(await signIn({ url, dataDir }, "admin"));
      const examples = await exampleOfEachRoute(url, await uploadPages(url, ask), ask);
      const measured: Measured[] = [];
      for (const [route, path] of [...examples].sort(([a], [b]) => a.localeCompare(b, "en"))) {
        measured.push({ name: `${route} (${path})`, value: await timeOf(url + path, ask), unit: "ms" });
      }
      return measured;
    } finally {
      app.child.kill("SIGTERM");
      await app.ended;
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/** Asks as somebody who is logged in. */
const asPerson =
  (cookie: string): Ask =>
  (address, init = {}) =>
    fetch(address, { ...init, headers: { ...init.headers, Cookie: cookie } });

async function timeOf(address: string, ask: Ask): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const began = performance.now();
    await (await ask(address, { redirect: "manual" })).arrayBuffer();
    if (round > 0) times.push(performance.now() - began);
  }
  return median(times) ?? 0;
}

/** Follows links from the first page and from `further`; the first address met of each route stands for it. */
async function exampleOfEachRoute(base: string, further: string[], ask: Ask): Promise<Map<string, string>> {
  const patternOf = await routePatterns();
  const examples = new Map<string, string>();
  const searched = new Map<string, number>();
  const queue = ["/", ...further];
  const seen = new Set(queue);
  for (const path of queue) {
    const pattern = patternOf(path);
    const times = searched.get(pattern ?? "") ?? 0;
    if (pattern === undefined || times === SEARCHED) continue;
    searched.set(pattern, times + 1);
    const answer = await ask(base + path);
    if (answer.ok && !examples.has(pattern)) examples.set(pattern, path);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    for (const [, link = ""] of (await answer.text()).matchAll(/href="(\/[^"#]*)/g)) {
      const address = link.replaceAll("&amp;", "&");
      if (seen.has(address) || address.startsWith("/assets/")) continue;
      seen.add(address);
      queue.push(address);
    }
  }
  return examples;
}

type RouteNode = { id: string; path?: string; index?: boolean; children?: RouteNode[] };

/** Tells which route of the built pages answers a path, as its pattern: `/kabupaten/:kab`. */
async function routePatterns(): Promise<(path: string) => string | undefined> {
  const { routes } = (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild;
  const childrenOf = (parent: string | undefined): RouteNode[] =>
    Object.values(routes)
      .filter((route) => route.parentId === parent)
      .map(({ id, path, index }) =>
        index ? { id, path, index } : { id, path, children: childrenOf(id) },
      ) as RouteNode[];
  const tree = childrenOf(undefined) as Parameters<typeof matchRoutes>[0];
  return (path) => {
    const matches = matchRoutes(tree, new URL(path, "http://localhost").pathname);
    return matches ? `/${matches.flatMap(({ route }) => route.path || []).join("/")}` : undefined;
  };
}

/** What no link leads to before there is an upload: a job, the preview it leads to, and the last page of a stored one. */
async function uploadPages(base: string, ask: Ask): Promise<string[]> {
  const send = async (path: string, body: BodyInit) => {
    const answer = await ask(base + path, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { Origin: base },
    });
    return locationOf(answer);
  };
  const upload = (regency: string) => {
    const form = new FormData();
    form.append("berkas", new Blob([writeDecree({ ...SEGARA_BIRU, regency })]), "naskah.txt");
    return send("/unggah", form);
  };
  const endOf = async (job: string) => {
    for (let turn = 0; turn < 600; turn++) {
      const answer = await ask(base + job, { redirect: "manual" });
      await answer.arrayBuffer();
      if (answer.status === 303) return locationOf(answer);
      await sleep(50);
    }
    throw new Error(`the job ${job} does not end`);
  };
  const job = await upload("Segara Biru");
  const preview = await endOf(job);
  const second = await endOf(await upload("Bukit Awan"));
  const stored = await endOf(await send(second, new URLSearchParams({ tindakan: "simpan" })));
  return [job, preview, stored];
}

const locationOf = (answer: Response): string => {
  const location = answer.headers.get("Location");
  if (!location) throw new Error(`${answer.url} answered ${answer.status} and leads nowhere`);
  return location;
};
