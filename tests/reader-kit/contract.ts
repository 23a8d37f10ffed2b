import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { type Reading, ReadingJson } from "#app/reader/schema.ts";

/** At most this many breaches are told, so that a broken reading stays readable. */
const MOST = 20;

/**
 * What in a reading breaks the contract: its shape, an index that leads nowhere, lines out of the file, and spans: each
 * visible character of a line has exactly one role. Empty where nothing does.
 */
export function contractBreaches(reading: Reading): string[] {
  const { text, spans, listed: _listed, ...json } = reading;
  const parsed = ReadingJson.safeParse(json);
  const breaches = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`);
  breaches.push(...indexBreaches(reading), ...spanBreaches(reading));
  if (text.length !== reading.file.lines)
    breaches.push(`${text.length} lines of text, ${reading.file.lines} told`);
  return breaches.slice(0, MOST);
}

function indexBreaches(reading: Reading): string[] {
  const out: string[] = [];
  const lines = reading.text.length;
  const inFile = (range: readonly [number, number] | null, what: string) => {
    if (range && !(range[0] >= 1 && range[0] <= range[1] && range[1] <= lines))
      out.push(`${what}: lines ${range.join("-")} of ${lines}`);
  };
  reading.decrees.forEach((decree, i) => {
    inFile([decree.line, decree.line], `decree ${i}`);
  });
  reading.services.forEach((service, i) => {
    if (service.decree >= reading.decrees.length)
      out.push(`service ${i}: decree ${service.decree} is not there`);
    if (service.same_as !== null && service.same_as >= i)
      out.push(`service ${i}: same as ${service.same_as}, not an earlier one`);
    inFile([service.line, service.line], `service ${i}`);
    if (!service.name.trim()) out.push(`service ${i}: no name`);
    for (const key of COMPONENT_KEYS) {
      const part = service.components[key];
      if (!part) continue;
      inFile(part.lines, `service ${i} / ${key}`);
      if (!part.text.trim()) out.push(`service ${i} / ${key}: text of nothing but white space`);
    }
    for (const fact of [...service.facts.waktu, ...service.facts.tarif])
      inFile(fact.lines, `service ${i} fact`);
  });
  reading.findings.forEach((f, i) => {
    if (f.decree !== null && f.decree >= reading.decrees.length)
      out.push(`finding ${i}: decree ${f.decree} is not there`);
    if (f.service !== null && f.service >= reading.services.length)
      out.push(`finding ${i}: service ${f.service} is not there`);
    if (f.component !== null && f.service === null && f.code !== "component_omitted")
      out.push(`finding ${i}: a component of no service`);
    inFile(f.lines, `finding ${i}`);
  });
  return out;
}

function spanBreaches(reading: Reading): string[] {
  const out: string[] = [];
  const byLine = new Map<number, Reading["spans"]>();
  for (const span of reading.spans) byLine.set(span.line, [...(byLine.get(span.line) ?? []), span]);
  if (
    reading.spans.length === 0 &&
    reading.findings.some((f) => f.code === "binary" || f.code === "too_large")
  )
    return out;
  let told = 0;
  for (const count of Object.values(reading.coverage.by_role)) told += count;
  reading.text.forEach((line, i) => {
    const own = byLine.get(i + 1) ?? [];
    if (line.trim() === "") return;
    const seen = new Uint8Array(line.length);
    for (const { from, to, service } of own) {
      if (!(from >= 0 && from < to && to <= line.length))
        out.push(`line ${i + 1}: span ${from}-${to} of ${line.length} characters`);
      if (service !== null && service >= reading.services.length)
        out.push(`line ${i + 1}: service ${service} is not there`);
      for (let c = from; c < Math.min(to, line.length); c++) seen[c] = (seen[c] ?? 0) + 1;
    }
    for (let c = 0; c < line.length; c++) {
      if (/\s/.test(line[c] as string) || seen[c] === 1) continue;
      out.push(`line ${i + 1}, column ${c}: ${seen[c] === 0 ? "no role" : "more than one role"}`);
      break;
    }
  });
  if (told < byLine.size && reading.spans.length > 0 && told === 0) out.push("coverage tells of no line");
  return out;
}
