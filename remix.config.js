import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { formatsOf } from "./app/reports/formats.ts";

/** This is the Vite config: build (`remix vite:build --config remix.config.js`), dev server and tests share it. */
const folder = (name) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const underTest = Boolean(process.env.VITEST);

/**
 * Addresses of files: each module of app/routes/files/KIND, named like the page it belongs to, answers under the page's
 * path with the ending of every format of that kind. Fixed names come before parameters: the router takes the first of
 * two that fit (`daftar.csv`, `:versi.csv`).
 */
const fileRoutes = (defineRoutes) =>
  defineRoutes((route) => {
    const kinds = readdirSync(folder("app/routes/files"), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    for (const { name: kind } of kinds) {
      const modules = readdirSync(folder(`app/routes/files/${kind}`));
      const parametersLast = (name) => name.replaceAll("$", "~");
      for (const file of modules.sort((a, b) => (parametersLast(a) < parametersLast(b) ? -1 : 1))) {
        const name = file.replace(/\.ts$/, "");
        const path = name
          .replace(/(^|\.)_index$/, "")
          .replaceAll(".", "/")
          .replaceAll("$", ":");
        for (const format of formatsOf(kind)) {
          route(`${path}.${format}`, `routes/files/${kind}/${file}`, { id: `files/${name}.${format}` });
        }
      }
    }
  });

const remixPlugin = () =>
  remix({
    appDirectory: "app",
    buildDirectory: "build",
    routes: fileRoutes,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  });

/** Tests need real processes: native modules, their own working files, children that they stop. */
const project = (name, options) => ({
  extends: true,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...options },
});

export default defineConfig({
  plugins: underTest ? [] : [remixPlugin()],
  resolve: {
    alias: [
      { find: /^#app\//, replacement: `${folder("app")}/` },
      { find: /^#db\//, replacement: `${folder("db")}/` },
      { find: /^#tests\//, replacement: `${folder("tests")}/` },
    ],
  },
  // Nothing inlined: the content security policy takes fonts and scripts from our own files only.
  build: { assetsInlineLimit: 0 },
  test: {
    pool: "forks",
    projects: [
      project("unit", { testTimeout: 30_000, sequence: { groupOrder: 0 } }),
      project("integration", {
        testTimeout: 120_000,
        hookTimeout: 300_000,
        globalSetup: ["tests/setup/postgres.ts"],
        sequence: { groupOrder: 1 },
      }),
      project("browser", {
        testTimeout: 120_000,
        hookTimeout: 300_000,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
});
