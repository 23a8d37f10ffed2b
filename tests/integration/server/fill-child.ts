import { prepareDatabase } from "#app/server/setup.server.ts";
import { sqliteDb } from "#db/connection.ts";

/** Fills a database and is killed with `kill -9` after so many transactions. Arguments: file, folder of the sample, number. */
const [file = "", samples = "", after = "0"] = process.argv.slice(2);
const db = sqliteDb(file);
let left = Number(after);
const write = new Proxy(db.write, {
  get(target, name) {
    if (name === "transaction") {
      left -= 1;
      if (left < 0) process.kill(process.pid, "SIGKILL");
    }
    const value = Reflect.get(target, name, target);
    return typeof value === "function" ? value.bind(target) : value;
  },
});
await prepareDatabase({ ...db, write }, { samples });
await db.close();
