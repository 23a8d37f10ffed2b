import { describe, expect, it } from "vitest";
import { storageError, storageSentence } from "#app/server/storage-errors.ts";

const withCode = (code: string) => Object.assign(new Error("whatever the driver says"), { code });

describe("an error of the storage", () => {
  it.each([
    ["ENOSPC", "Ruang simpan untuk folder data /d penuh;"],
    ["SQLITE_FULL", "Ruang simpan untuk folder data /d penuh;"],
    ["EACCES", "Folder data /d tidak dapat ditulisi;"],
    ["EROFS", "Folder data /d tidak dapat ditulisi;"],
    ["SQLITE_READONLY_DIRECTORY", "Folder data /d tidak dapat ditulisi;"],
    ["SQLITE_CANTOPEN", "Folder data /d tidak dapat ditulisi;"],
    ["SQLITE_NOTADB", "Basis data di folder /d rusak atau bukan milik Tolok;"],
    ["SQLITE_BUSY", "Basis data di folder /d sedang dipakai program lain;"],
    ["ECONNREFUSED", "Server PostgreSQL pada DATABASE_URL tidak dapat dihubungi;"],
    ["EHOSTUNREACH", "Server PostgreSQL pada DATABASE_URL tidak dapat dihubungi;"],
    ["53300", "Server PostgreSQL pada DATABASE_URL tidak dapat dihubungi;"],
    ["57P01", "Server PostgreSQL pada DATABASE_URL tidak dapat dihubungi;"],
  ])("%s is one sentence with the way out", (code, beginning) => {
    const sentence = storageSentence(withCode(code), "/d");
    expect(sentence).toMatch(/^[^.;]+; [^.;]+\.$/);
    expect(sentence?.startsWith(beginning)).toBe(true);
  });

  it.each([
    "Connection terminated unexpectedly",
    "timeout exceeded when trying to connect",
    "The server does not support SSL connections",
  ])('of the PostgreSQL driver without a code ("%s") is known by its words', (words) => {
    expect(storageSentence(new Error(words), "/d")).toMatch(
      /^Server PostgreSQL pada DATABASE_URL tidak dapat/,
    );
    expect(storageError(new Error(words))).toMatchObject({ code: "storage_unreachable", status: 503 });
  });

  it("is found among the causes of another error", () => {
    const outer = new Error("migration failed", { cause: withCode("SQLITE_FULL") });
    expect(storageError(outer)).toMatchObject({ code: "storage_full", status: 507 });
  });

  it("that is only busy says that nothing was changed and asks to wait", () => {
    const error = storageError(withCode("SQLITE_BUSY_SNAPSHOT"));
    expect(error).toMatchObject({ code: "storage_busy", status: 503 });
    expect(error?.message).toContain("tidak disimpan");
  });

  it("is not seen in what has another cause", () => {
    expect(storageError(withCode("SQLITE_CONSTRAINT_UNIQUE"))).toBeNull();
    expect(storageError(new Error("no code"))).toBeNull();
    expect(storageSentence("thrown text", "/d")).toBeNull();
  });
});
