import type { Reader } from "../connection.ts";
import { ANTEROOM } from "../schema.ts";

/** Is any decree stored? */
export const anyDecree = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom("decree").select("id").where("r", ">", ANTEROOM).limit(1).executeTakeFirst()) !==
  undefined;
