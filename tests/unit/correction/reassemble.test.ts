import { expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import { reassemble, rowsOfText, type Stretch } from "#app/reader/reassemble.ts";
import { cutLines } from "#app/server/cut.ts";
import { loadFixtures } from "#tests/reader-kit/fixtures.ts";

it.each(loadFixtures().map(({ name, bytes }) => [name, bytes] as const))(
  "puts every component of %s together from its lines as the reader did",
  (_name, bytes) => {
    const reading = readDecree(bytes, "naskah.txt");
    cutLines(reading.decrees, reading.file.lines).forEach(([from, to], decree) => {
      const rows = rowsOfText(reading.text.slice(from - 1, to), from);
      reading.services.forEach((service, ordinal) => {
        if (service.decree !== decree) return;
        for (const key of COMPONENT_KEYS) {
          const given = new Map<number, Stretch[]>();
          for (const span of reading.spans) {
            if (span.service !== ordinal || span.component !== key || span.role !== "component") continue;
            given.set(span.line, [...(given.get(span.line) ?? []), { ...span, fresh: false }]);
          }
          const read = service.components[key];
          if (!read) continue;
          if (given.size === 0) {
            // One cell for several services: its columns are told with the first of them alone.
            const [first, last] = read.lines;
            const owner = reading.spans.find(
              ({ line, role, component }) =>
                role === "component" && component === key && line >= first && line <= last,
            );
            expect(reading.services[owner?.service ?? -1]?.components[key]?.text).toBe(read.text);
            continue;
          }
          const made = reassemble(rows, key, given, true);
          expect([key, made.text, made.presence]).toEqual([key, read.text, "present"]);
        }
      });
    });
  },
);
