import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SignedApp, signedApp } from "#tests/setup/app.ts";
import { spawnStart } from "../lib/spawn-start.ts";
import { type BenchCase, type Measured, median } from "./case.ts";
import { imported } from "./imported.ts";
import { writeSurvey } from "./survey-file.ts";

const FEW = 10_000;
const MANY = 1_000_000;
/** Pages come from histograms: a hundred times the responses may cost this much. */
const PAGE_LIMIT = 1.3;
/** What another page may cost while an import runs, at its 95th percentile. */
const IMPORT_LIMIT = 2;
const ROUNDS = 40;
const WARM_ROUNDS = 10;
const KAB = "/kabupaten/segara-biru";
const SURVEY_PAGES = [`${KAB}/skm`, `${KAB}/janji`, `${KAB}/skm/hitungan`];
const OTHER_PAGES = ["/", KAB, `${KAB}/peta`, "/metode"];

/** Starts the built app on each data folder for as long as `work` takes. */
const withApps = async <Result>(
  dataDirs: readonly string[],
  work: (apps: SignedApp[]) => Promise<Result>,
): Promise<Result> => {
  const started = dataDirs.map((TOLOK_DATA) => spawnStart({ TOLOK_DATA, PORT: "0" }));
  try {
    const urls = await Promise.all(started.map(({ url }) => url));
    return await work(urls.map((url, at) => signedApp(url, dataDirs[at] ?? "")));
  } finally {
    for (const { child } of started) child.kill("SIGTERM");
    await Promise.all(started.map(({ ended }) => ended));
  }
};

const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), "tolok-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const timeOf = async (app: SignedApp, path: string): Promise<number> => {
  const began = performance.now();
  const answer = await app.fetch(app.url + path, { redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
  return performance.now() - began;
};

/** Pages of a million responses against those of ten thousand. */
export const load: BenchCase = {
  name: "load",
  run: () =>
    inFolder(async (folder) => {
      const [few, many] = [join(folder, "few.csv"), join(folder, "many.csv")];
      writeSurvey(few, FEW);
      writeSurvey(many, MANY);
      const dataDirs = [join(folder, "small"), join(folder, "large")];
      await imported(dataDirs[0] ?? "", few);
      await imported(dataDirs[1] ?? "", many);
      return withApps(dataDirs, async ([small, large]) => {
        const measured: Measured[] = [];
        for (const path of SURVEY_PAGES) {
          const times: [number[], number[]] = [[], []];
          for (let round = 0; round < ROUNDS; round++) {
            times[0].push(await timeOf(small as SignedApp, path));
            times[1].push(await timeOf(large as SignedApp, path));
          }
          const [base, value] = times.map((one) => median(one.slice(5)) ?? 0) as [number, number];
          measured.push({
            name: `${path} of 1,000,000 responses`,
            value,
            unit: "ms",
            ratio: value / base,
            limit: PAGE_LIMIT,
          });
        }
        return measured;
      });
    }),
};

const percentile95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

/** Times of the other pages, in turn, until `until` is done, or so many rounds of them. */
const timesWhile = async (app: SignedApp, until: Promise<unknown> | number): Promise<number[]> => {
  const times: number[] = [];
  let done = false;
  if (typeof until !== "number")
    until
      .finally(() => {
        done = true;
      })
      .catch(() => undefined);
  for (let round = 0; typeof until === "number" ? round < until : !done; round++)
    for (const path of OTHER_PAGES) times.push(await timeOf(app, path));
  if (typeof until !== "number") await until;
  return times;
};

/** Sends a survey file as a person does; its personal cells are taken out before the answer. */
const upload = async (app: SignedApp, file: string): Promise<void> => {
  const form = new FormData();
  form.append("kabupaten", "segara-biru");
  form.append("berkas", await openAsBlob(file), "banyak.csv");
  const answer = await app.post(`${app.url}/skm/impor`, form);
  if (answer.status !== 303) throw new Error(`the upload was answered with ${answer.status}`);
};

/** Other pages while a million rows come in, against the same pages before and after, so that a slow hour falls on both. */
export const busy: BenchCase = {
  name: "load while importing",
  run: () =>
    inFolder(async (folder) => {
      const [few, many] = [join(folder, "few.csv"), join(folder, "many.csv")];
      writeSurvey(few, FEW);
      writeSurvey(many, MANY);
      const dataDir = join(folder, "data");
      await imported(dataDir, few);
      return withApps([dataDir], async ([app]) => {
        const own = app as SignedApp;
        await timesWhile(own, WARM_ROUNDS);
        const before = await timesWhile(own, ROUNDS);
        const sending = percentile95(await timesWhile(own, upload(own, many)));
        const between = await timesWhile(own, ROUNDS);
        const storing = percentile95(await timesWhile(own, imported(dataDir, many, { behind: true })));
        const calm = percentile95([...before, ...between]);
        return [
          { name: "other pages, 95th percentile", value: calm, unit: "ms" },
          {
            name: "other pages while a file is sent",
            value: sending,
            unit: "ms",
            ratio: sending / calm,
            limit: IMPORT_LIMIT,
          },
          {
            name: "other pages while it is stored",
            value: storing,
            unit: "ms",
            ratio: storing / calm,
            limit: IMPORT_LIMIT,
          },
        ];
      });
    }),
};
