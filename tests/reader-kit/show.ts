/** `npx tsx tests/reader-kit/show.ts LAYOUT SEED`: prints a rendering with line numbers, then what a reader should find. */
import { makeDecree } from "./generate.ts";
import { LAYOUTS, layoutNamed } from "./render/index.ts";

const [name = "", seedText = "1", mode = ""] = process.argv.slice(2);
const layout = layoutNamed(name);
if (!layout) {
  console.error(`Layouts: ${LAYOUTS.map((l) => l.name).join(", ")}`);
  process.exit(1);
}
const seed = Number(seedText);
const rendering = layout.render(makeDecree(seed), seed);
if (mode === "raw") process.stdout.write(rendering.text);
else {
  rendering.text.split("\n").forEach((line, i) => {
    console.log(`${String(i + 1).padStart(4)} ${line.replaceAll("\t", "⇥")}`);
  });
  for (const [i, service] of rendering.truth.services.entries()) {
    console.log(
      `\n[${i}] ${service.no ?? "-"} ${service.name} (${service.bagian ?? "-"}), line ${service.line}`,
    );
    for (const [key, part] of Object.entries(service.components)) {
      const nothing = service.nulls[key as keyof typeof service.nulls];
      console.log(
        `  ${key.padEnd(18)} ${part ? `${part.lines.join("-").padEnd(9)} ${part.text.replaceAll("\n", " / ").slice(0, 90)}` : nothing}`,
      );
    }
  }
}
