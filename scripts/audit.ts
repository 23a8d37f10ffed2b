import { checkChains } from "#app/server/audit.server.ts";
import { closeDatabase, database } from "#app/server/database.server.ts";
import { system } from "#app/server/scope.server.ts";
import { chainName, chainSentence } from "#app/ui/audit-words.ts";
import { commandArguments } from "./lib/arguments.ts";

/** `npm run --silent audit`: recomputes the chain of changes of every regency. Exit 1 where one is broken. */
commandArguments("npm run --silent audit", { allowPositionals: false });
try {
  const chains = await checkChains(database(), system());
  for (const chain of chains) console.log(`${chainName(chain)}: ${chainSentence(chain)}`);
  if (chains.length === 0) console.log("Belum ada perubahan yang tercatat.");
  process.exitCode = chains.every(({ check }) => check.ok) ? 0 : 1;
} finally {
  await closeDatabase();
}
