import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65535)
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  TOLOK_DATA: z.string().default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    // As the driver reads it: the host may be left out.
    .refine((address) => URL.canParse(address, "postgres://localhost"))
    .optional(),
  TOLOK_LOG: z.enum(["errors", "requests"]).default("errors"),
  TOLOK_HOSTS: z
    .string()
    .regex(/^[A-Za-z0-9.-]+(\s*,\s*[A-Za-z0-9.-]+)*$/)
    .transform((names) => names.split(/\s*,\s*/))
    .default([]),
});

/** What each variable must look like, for the sentence that names a wrong one. */
const EXPECTED: Record<string, string> = {
  PORT: "bilangan 0 sampai 65535, misalnya PORT=3000",
  DATABASE_URL: "alamat seperti postgres://nama:sandi@mesin:5432/basisdata",
  TOLOK_LOG: "errors atau requests",
  TOLOK_HOSTS: "nama alamat tanpa porta, dipisahkan koma, misalnya TOLOK_HOSTS=tolok.contoh.go.id",
};

/** Holds a password: its value is never repeated. */
const SECRET = "DATABASE_URL";

export interface Env {
  /** Undefined: 3000, else the next free one. 0: any free one. */
  port: number | undefined;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** Undefined: the SQLite file in the data folder. */
  databaseUrl: string | undefined;
  /** What the log holds besides errors. */
  log: "errors" | "requests";
  /** Names by which browsers reach the server, besides localhost and addresses in figures. */
  hosts: readonly string[];
}

/**
 * Typed environment; a variable set to nothing counts as not set.
 * @throws AppError naming the first variable that is wrong and what it must look like
 */
export function parseEnvironment(values: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const given = name === SECRET ? name : `${name}="${values[name]}"`;
    throw new AppError({
      code: "environment",
      status: 500,
      message: `Nilai ${given} tidak dapat dipakai; seharusnya ${EXPECTED[name] ?? "teks"}.`,
      cause: parsed.error,
    });
  }
  const { PORT, HOST, TOLOK_DATA, DATABASE_URL, TOLOK_LOG, TOLOK_HOSTS } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(TOLOK_DATA),
    databaseUrl: DATABASE_URL,
    log: TOLOK_LOG,
    hosts: [HOST, ...TOLOK_HOSTS],
  };
}

/** The environment of this process: the only place that reads it. */
export const env: Env = parseEnvironment(process.env);
