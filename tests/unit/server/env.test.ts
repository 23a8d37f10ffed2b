import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnvironment } from "#app/server/env.server.ts";

describe("the environment", () => {
  it("needs no variable: this machine only, the data folder beside the program, no port asked for", () => {
    expect(parseEnvironment({})).toEqual({
      port: undefined,
      host: "127.0.0.1",
      dataDir: resolve("data"),
      databaseUrl: undefined,
      log: "errors",
      hosts: ["127.0.0.1"],
    });
  });

  it("knows the names by which the server is reached: the host it binds and those that are listed", () => {
    const { hosts } = parseEnvironment({ HOST: "tolok-setda", TOLOK_HOSTS: "tolok.arunika.example, tolok" });
    expect(hosts).toEqual(["tolok-setda", "tolok.arunika.example", "tolok"]);
    expect(() => parseEnvironment({ TOLOK_HOSTS: "http://tolok" })).toThrow("nama alamat tanpa porta");
  });

  it("takes a variable that is set to nothing as not set", () => {
    expect(parseEnvironment({ PORT: "", HOST: " ", TOLOK_DATA: "" })).toEqual(parseEnvironment({}));
  });

  it.each(["0", "80", "65535"])("takes %s as a port", (port) => {
    expect(parseEnvironment({ PORT: port }).port).toBe(Number(port));
  });

  it.each(["65536", "-1", "3000.5", "0x10", "tiga"])(
    "refuses %s as a port and says what a port is",
    (port) => {
      expect(() => parseEnvironment({ PORT: port })).toThrow(
        `Nilai PORT="${port}" tidak dapat dipakai; seharusnya bilangan 0 sampai 65535, misalnya PORT=3000.`,
      );
    },
  );

  it("takes a PostgreSQL address and refuses another database", () => {
    const url = "postgres://tolok@localhost/tolok";
    expect(parseEnvironment({ DATABASE_URL: url }).databaseUrl).toBe(url);
    expect(() => parseEnvironment({ DATABASE_URL: "mysql://localhost/tolok" })).toThrow("DATABASE_URL");
  });

  it("refuses a PostgreSQL address that is none before anything is asked of it, and prints no password", () => {
    for (const address of [
      "postgres://tolok:rahasia@localhost:porta/tolok",
      "tolok:rahasia@localhost/tolok",
    ]) {
      const parse = () => parseEnvironment({ DATABASE_URL: address });
      expect(parse).toThrow("Nilai DATABASE_URL tidak dapat dipakai; seharusnya");
      expect(parse).not.toThrow("rahasia");
    }
  });
});
