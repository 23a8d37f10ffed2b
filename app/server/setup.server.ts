import { type Db, migrate } from "#db/connection.ts";
import { seedEditions } from "./instruments/store.server.ts";
import { seedRegencies } from "./regency-register.server.ts";
import { bringSample } from "./sample.server.ts";
import { system } from "./scope.server.ts";
import { queueRescoring } from "./scoring.server.ts";

/**
 * Brings tables and reference data up to date, and brings the sample: see bringSample. Programs that start together on
 * one database do it one after another, and all but the first find it done.
 */
export const prepareDatabase = (db: Db, { samples }: { samples: string }): Promise<void> =>
  db.alone(async () => {
    await migrate(db);
    await seedRegencies(db, system());
    await seedEditions(db, system());
    await bringSample(db, samples);
    await queueRescoring(db, system());
  });
