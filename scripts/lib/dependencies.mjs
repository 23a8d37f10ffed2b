import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./root.mjs";
import { changeProject, SetupError } from "./setup.mjs";
import { hashFile, readJson, writeJson } from "./stamp.mjs";

const LOCK = join(ROOT, "package-lock.json");
const HIDDEN_LOCK = join(ROOT, "node_modules/.package-lock.json");
const STAMP = join(ROOT, "node_modules/.tolok-stamp");
/** The native part of the database driver. */
const DRIVER = join(ROOT, "node_modules/better-sqlite3/build/Release/better_sqlite3.node");
const MINIMUM_NODE = [20, 11];

/**
 * Makes sure that the pinned packages are installed and fit this Node and this machine. Silent where nothing is to do:
 * then it costs a look at each package.
 * @param {{ dev: boolean, say: (line: string) => void }} options `dev`: tests and checks need the development packages too
 * @throws {SetupError}
 */
export async function ensureDependencies({ dev, say }) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor < MINIMUM_NODE[1])) {
    throw new SetupError(
      `Tolok memerlukan Node ${MINIMUM_NODE.join(".")} atau yang lebih baru; yang terpasang Node ${process.versions.node}. Pasang Node 20, 22, atau 24, lalu jalankan lagi.`,
    );
  }
  if (isCurrent(dev)) return;
  await changeProject("install", () => {
    if (!isCurrent(dev)) bringUpToDate(dev, say);
  });
}

/** What the installed packages depend on: the pinned list, Node's binary interface, the machine. */
const machine = () => ({
  lock: hashFile(LOCK),
  modules: process.versions.modules,
  platform: `${process.platform}-${process.arch}`,
});

/** @param {boolean} dev */
function isCurrent(dev) {
  const stamp = readJson(STAMP);
  if (!stamp || (dev && !stamp.dev)) return false;
  const fits = Object.entries(machine()).every(([key, value]) => stamp[key] === value);
  return fits && existsSync(DRIVER) && isInstalled({ dev });
}

/** @param {boolean} dev @param {(line: string) => void} say */
function bringUpToDate(dev, say) {
  const stamp = readJson(STAMP);
  const movedMachine = stamp !== null && stamp.platform !== machine().platform;
  if (movedMachine || !isInstalled({ dev })) {
    say("Memasang paket yang diperlukan (sekali saja, 1–3 menit) …");
    install(dev ? ["--include=dev"] : []);
  }
  if (!databaseDriverLoads()) {
    say("Menyiapkan better-sqlite3 untuk versi Node ini; bila harus dikompilasi, perlu sekitar 90 detik …");
    npm(["rebuild", "better-sqlite3"]);
    if (!databaseDriverLoads()) throw new SetupError(NO_DRIVER);
  }
  writeJson(STAMP, { ...machine(), dev: isInstalled({ dev: true }) });
}

/**
 * Does node_modules hold what the lock file pins? npm notes what it installed in a lock file of its own, so an install
 * made by hand counts as well.
 * @param {{ dev: boolean }} options
 */
function isInstalled({ dev }) {
  const wanted = packagesOf(LOCK);
  const installed = packagesOf(HIDDEN_LOCK);
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || (entry.dev && !dev)) return true;
    const found = installed[path];
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && existsSync(join(ROOT, path, "package.json"));
  });
}

/** @param {string} file @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }> | undefined} */
const packagesOf = (file) => /** @type {any} */ (readJson(file))?.packages;

/** Opening a database is the only proof that the native part fits; in a child, since a wrong one may crash. */
function databaseDriverLoads() {
  const code = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
  return spawnSync(process.execPath, ["-e", code], { cwd: ROOT, stdio: "ignore" }).status === 0;
}

/**
 * Installs exactly what the lock file pins. Where an install script fails npm takes everything back; a second round
 * without scripts tells a package that does not compile from a registry that does not answer.
 * @param {string[]} flags
 */
function install(flags) {
  const all = ["ci", "--no-audit", "--no-fund", ...flags];
  if (npm(all) === 0) return;
  if (npm([...all, "--ignore-scripts"]) === 0 && npm(["rebuild", "esbuild"]) === 0) return;
  throw new SetupError(
    "Pemasangan paket gagal. Periksa sambungan ke registri npm dan ruang simpan, lalu jalankan lagi; rinciannya tercetak di atas.",
  );
}

/**
 * npm's own output goes to standard error: standard output belongs to the command that was asked for.
 * @param {string[]} args
 * @returns {number | null} exit code
 */
function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, before] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  const shell = command === "npm" && process.platform === "win32";
  const env = { ...headersOfThisNode(), ...process.env };
  return spawnSync(command, [...before, ...args], { cwd: ROOT, stdio: ["ignore", 2, 2], shell, env }).status;
}

/** Where Node came with its C++ headers, node-gyp compiles with those: else it would have to download them. */
function headersOfThisNode() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

const NO_DRIVER = `better-sqlite3 tidak dapat disiapkan: tidak ada biner siap pakai untuk Node ${process.versions.node} di ${process.platform}-${process.arch}, dan kompilasi gagal. Jalan keluarnya, pilih salah satu:
  1. Sambungkan ke internet, lalu jalankan lagi; biner siap pakai diunduh untuk Node 20, 22, dan 24.
  2. Pasang kompiler, lalu jalankan lagi: Debian/Ubuntu "apt-get install python3 make g++", macOS "xcode-select --install", Windows "Visual Studio Build Tools" dengan C++.
  3. Pakai mesin lain dengan Node dan sistem yang sama: jalankan "npm ci" di sana, lalu salin folder node_modules.`;
