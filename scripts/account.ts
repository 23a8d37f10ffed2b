import { dropTotp, getUsers, resetPassword, setLocked } from "#app/server/accounts/users.server.ts";
import { closeDatabase, database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { isAppError, notFound } from "#app/server/errors.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { roleWords } from "#app/ui/accounts/words.ts";
import { migrate } from "#db/connection.ts";
import { startError } from "./lib/data-folder.ts";

/**
 * `npm run account -- …`: what nobody can do on a page who has lost the password of the last admin. Whoever may run this
 * on the machine of the data may read and write the data anyway.
 */
const USAGE = `Pemakaian: npm run account -- PERINTAH
  daftar             akun dengan peran dan keadaannya
  sandi NAMA         kata sandi baru, sekali tampil; harus diganti saat masuk; kunci akun dibuka
  tanpa-kode NAMA    lepas verifikasi dua langkah
  kunci NAMA         kunci akun      buka NAMA   buka kuncinya`;

const [command = "", name = "", ...rest] = process.argv.slice(2);

async function run(): Promise<string[] | null> {
  const db = database();
  const scope = localOperator();
  if (command === "daftar" && name === "") {
    const users = await getUsers(db, scope);
    return users.map(
      (user) =>
        `${user.username}\t${user.name}\t${user.roles.map(roleWords).join("; ") || "tanpa peran"}${user.locked ? "\tterkunci" : ""}`,
    );
  }
  if (name === "" || rest.length > 0) return null;
  if (command === "sandi") {
    return [
      `Kata sandi baru ${name}: ${await resetPassword(db, scope, name)}`,
      "Harus diganti saat pertama masuk.",
    ];
  }
  const work = {
    "tanpa-kode": (id: string) => dropTotp(db, scope, id),
    kunci: (id: string) => setLocked(db, scope, id, true),
    buka: (id: string) => setLocked(db, scope, id, false),
  }[command];
  if (!work) return null;
  const user = (await getUsers(db, scope)).find(({ username }) => username === name.toLowerCase());
  if (!user) throw notFound();
  await work(user.id);
  return [`Akun ${user.username}: selesai.`];
}

try {
  await migrate(database());
} catch (error) {
  throw startError(error, env.dataDir);
}
try {
  const lines = await run();
  if (lines === null) {
    console.error(USAGE);
    process.exitCode = 1;
  } else for (const line of lines) console.log(line);
} catch (error) {
  if (!isAppError(error) || error.status >= 500) throw error;
  console.log(error.status === 404 ? `Tidak ada akun bernama ${name}.` : error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
