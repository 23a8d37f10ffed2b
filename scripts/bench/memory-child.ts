import { readDecree } from "#app/reader/index.ts";
import { benchTexts } from "./texts.ts";

/** Forked by the case "peak memory": reads all texts once or not at all and reports its highest resident size in bytes. */
if (process.argv[2] === "read") {
  for (const { name, bytes } of benchTexts()) readDecree(bytes, name);
}
process.send?.(process.resourceUsage().maxRSS * 1024);
process.disconnect?.();
