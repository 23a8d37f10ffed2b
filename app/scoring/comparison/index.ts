import type { ReadingJson } from "../../reader/schema.ts";
import { substanceFinding } from "../findings.ts";
import type { ScoredFinding } from "../schema.ts";
import { copies } from "./copied.ts";
import { disagreeingDurations } from "./durations.ts";
import { foreignNames } from "./foreign.ts";

const place = (
  reading: ReadingJson,
  { service, component }: Pick<ReturnType<typeof copies>[number], "service" | "component">,
) => {
  const own = reading.services[service] as ReadingJson["services"][number];
  const lines = (own.components[component] as NonNullable<(typeof own.components)[typeof component]>).lines;
  return { name: own.name, at: { decree: own.decree, service, component, lines } };
};

/** Findings by comparison: text of another service, names of other regions, durations that disagree. */
export const comparisonFindings = (reading: ReadingJson): ScoredFinding[] => [
  ...copies(reading).map((copy) => {
    const { name, at } = place(reading, copy);
    const message = copy.source
      ? `${name}: isi komponen ini berasal dari layanan lain, ${copy.source}. Tertulis: “${copy.quote}”.`
      : `${name}: isi komponen ini berasal dari layanan lain. Tertulis: “${copy.quote}”.`;
    return substanceFinding("copied", message, at);
  }),
  ...foreignNames(reading).map((foreign) => {
    const { name, at } = place(reading, foreign);
    const own = foreign.own ? `, seharusnya ${foreign.own}` : "";
    return substanceFinding("foreign_name", `${name}: tertulis “${foreign.found}”${own}.`, at);
  }),
  ...disagreeingDurations(reading).map(({ service, promised, stated }) => {
    const { name, at } = place(reading, { service, component: "jaminan_pelayanan" });
    return substanceFinding(
      "contradiction",
      `${name}: jaminan pelayanan menjanjikan “${promised}”, padahal jangka waktunya “${stated}”.`,
      at,
    );
  }),
];
