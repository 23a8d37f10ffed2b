import type { ModelDecree, Rendering, TruthPart, TruthService } from "../model.ts";

const moved = (range: [number, number], by: number): [number, number] => [range[0] + by, range[1] + by];

const movedPart = (part: TruthPart, by: number): TruthPart => ({
  ...part,
  lines: moved(part.lines, by),
  labelLines: part.labelLines && moved(part.labelLines, by),
});

function movedService(service: TruthService, by: number, decree: number): TruthService {
  const components = Object.fromEntries(
    Object.entries(service.components).map(([key, part]) => [key, part && movedPart(part, by)]),
  ) as TruthService["components"];
  return { ...service, line: service.line + by, decree, components };
}

/** One decree a bagian, one after the other in one file. */
export function renderJoined(
  decree: ModelDecree,
  seed: number,
  name: string,
  render: (decree: ModelDecree, seed: number) => Rendering,
): Rendering {
  const out: Rendering = {
    layout: name,
    fileName: `${name}-${seed}.txt`,
    text: "",
    truth: { decrees: [], services: [], findings: [] },
  };
  decree.bagian.forEach((bagian, i) => {
    const one = render({ ...decree, number: `${decree.number}.${i + 1}`, bagian: [bagian] }, seed + i);
    const by = out.text.split("\n").length - 1;
    out.truth.decrees.push(...one.truth.decrees.map((d) => ({ ...d, line: d.line + by })));
    out.truth.services.push(...one.truth.services.map((s) => movedService(s, by, i)));
    out.text += `${one.text}\n\n`;
  });
  return out;
}
