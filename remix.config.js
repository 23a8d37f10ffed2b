import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/** This is the Vite config: build (`remix vite:build --config remix.config.js`), dev server and tests share it. */
const folder = (name) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const underTest = Boolean(process.env.VITEST);

const remixPlugin = () =>
  remix({
    appDirectory: "app",
    buildDirectory: "build",
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
