import type { CorrectableTable } from "#app/server/correction/view.server.ts";
import { bagianName } from "../words-of.ts";

/** The services of a text to choose from, by bagian, each with the line at which it begins. */
export function TableOptions({ tables }: { tables: readonly CorrectableTable[] }) {
  const groups: { bagian: string; tables: CorrectableTable[] }[] = [];
  for (const table of tables) {
    const bagian = bagianName({ name: table.bagian });
    const last = groups.at(-1);
    if (last?.bagian === bagian) last.tables.push(table);
    else groups.push({ bagian, tables: [table] });
  }
  return groups.map(({ bagian, tables: own }) => (
    <optgroup key={`${bagian}-${own[0]?.ordinal}`} label={bagian}>
      {own.map(({ ordinal, name, line, repeat }) => (
        <option key={ordinal} value={ordinal}>
          {name} (baris {line}
          {repeat && ", cetakan ulang"})
        </option>
      ))}
    </optgroup>
  ));
}
