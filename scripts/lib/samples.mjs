import { join } from "node:path";
import { ROOT } from "./root.mjs";

/** Folder of the sample that fills an empty database. */
export const SAMPLES = join(ROOT, "db/samples");

/** Folder of the real decrees beside the project, from which the facts of the sample are made. */
export const DECREES = join(ROOT, "../shared/decrees");
