import { fork } from "node:child_process";
import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnStart } from "../lib/spawn-start.ts";
import { type BenchCase, type Measured, median } from "./case.ts";
import { writeSurvey } from "./survey-file.ts";

const FEW = 10_000;
const MANY = 1_000_000;
/** Pages come from histograms: a hundred times the responses may cost this much. */
const PAGE_LIMIT = 1.3;
/** What another page may cost while an import runs, at its 95th percentile. */
const IMPORT_LIMIT = 2;
const ROUNDS = 40;
const KAB = "/kabupaten/segara-biru";
const SURVEY_PAGES = [`${KAB}/skm`, `${KAB}/janji`, `${KAB}/skm/hitungan`];
const OTHER_PAGES = ["/", KAB, `${KAB}/peta`, "/metode"];

/** Imports a file by the way of every import, in a process of its own. */
const imported = (dataDir: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./import-child.ts", import.meta.url)), [file], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, TOLOK_DATA: dataDir, DATABASE_URL: "" },
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`the import ended with ${code}`)),
    );
  });

const timeOf = async (address: string): Promise<number> => {
  const began = performance.now();
  await (await fetch(address)).arrayBuffer();
  return performance.now() - began;
};

const percentile95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;

/** Times of the other pages, in turn, until `until` is done, or so many rounds of them. */
const timesWhile = async (url: string, until: Promise<unknown> | number): Promise<number[]> => {
  const times: number[] = [];
  let done = false;
  if (typeof until !== "number")
    until
      .finally(() => {
        done = true;
      })
      .catch(() => undefined);
  for (let round = 0; typeof until === "number" ? round < until : !done; round++)
    for (const path of OTHER_PAGES) times.push(await timeOf(url + path));
  if (typeof until !== "number") await until;
  return times;
};

/** Sends a survey file as a person does; its personal cells are taken out before the answer. */
const upload = async (url: string, file: string): Promise<void> => {
  const form = new FormData();
  form.append("kabupaten", "segara-biru");
  form.append("berkas", await openAsBlob(file), "banyak.csv");
  const answer = await fetch(`${url}/skm/impor`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { Origin: url },
  });
  if (answer.status !== 303) throw new Error(`the upload was answered with ${answer.status}`);
};

/** Pages of a million responses against those of ten thousand, and other pages while a million rows come in. */
export const load: BenchCase = {
  name: "load",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "tolok-bench-"));
    const [few, many] = [join(folder, "few.csv"), join(folder, "many.csv")];
    writeSurvey(few, FEW);
    writeSurvey(many, MANY);
    const [small, large] = [join(folder, "small"), join(folder, "large")];
    await imported(small, few);
    await imported(large, many);
    const apps = [small, large].map((TOLOK_DATA) => spawnStart({ TOLOK_DATA, PORT: "0" }));
    try {
      const [little = "", much = ""] = await Promise.all(apps.map(({ url }) => url));
      const measured: Measured[] = [];
      for (const path of SURVEY_PAGES) {
        const times: [number[], number[]] = [[], []];
        for (let round = 0; round < ROUNDS; round++) {
          times[0].push(await timeOf(little + path));
          times[1].push(await timeOf(much + path));
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
      await timesWhile(little, 5);
      const calm = percentile95(await timesWhile(little, ROUNDS));
      const sending = percentile95(await timesWhile(little, upload(little, many)));
      const storing = percentile95(await timesWhile(little, imported(small, many)));
      measured.push(
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
      );
      return measured;
    } finally {
      for (const { child } of apps) child.kill("SIGTERM");
      await Promise.all(apps.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
