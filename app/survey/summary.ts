import { formatCount, formatDecimal, NO_FIGURE } from "#app/format/numbers.ts";
import { edition } from "./editions.ts";
import type { SkmGroup, SkmJson } from "./schema.ts";

const figure = (value: number | null, digits: number): string =>
  value === null ? NO_FIGURE : formatDecimal(value, digits);

const placeOf = ({ regency, bagian, service, period }: SkmGroup): string =>
  [regency, bagian, service, period].filter(Boolean).join(" · ") || "Seluruh berkas";

const headline = (group: SkmGroup): string =>
  `${placeOf(group)}: IKM ${figure(group.ikm, 2)}${group.mutu ? ` (${group.mutu}, ${group.kinerja})` : ""}, ${group.n === null ? "jumlah responden tidak tercantum" : `${formatCount(group.n)} responden`}`;

/** A reading in sentences, for the command line. */
export const summaryOf = (json: SkmJson): string => {
  const { rows, total, groups, printed, warnings, rejected } = json;
  const names = edition(json.edition).unsur;
  const lines = [
    `${json.file.name}: ${edition(json.edition).basis}`,
    `Baris: ${formatCount(rows.read)} = ${formatCount(rows.accepted)} diterima + ${formatCount(rows.rejected)} ditolak + ${formatCount(rows.duplicate)} ganda + ${formatCount(rows.ignored)} diabaikan`,
    "",
    headline(total),
  ];
  for (const { key, name } of names) {
    const unsur = total.unsur[key];
    if (!unsur) continue;
    lines.push(
      `  ${name}: NRR ${figure(unsur.nrr, 3)}, nilai ${figure(unsur.nilai, 2)}${unsur.mutu ? ` (${unsur.mutu})` : ""}`,
    );
  }
  if (groups.length > 1) lines.push("", ...groups.map((group) => `  ${headline(group)}`));
  if (printed)
    lines.push(
      "",
      `IKM tercetak ${formatDecimal(printed.ikm, 2)}: ${printed.agrees ? "sama dengan hitungan ini" : "berbeda dari hitungan ini"}`,
    );
  if (warnings.length) lines.push("", "Peringatan:", ...warnings.map((one) => `  ${one.message}`));
  if (rejected.length) {
    lines.push("", "Baris ditolak:", ...rejected.slice(0, 50).map((one) => `  ${one.message}`));
    if (rejected.length > 50) lines.push(`  … dan ${formatCount(rejected.length - 50)} baris lain`);
  }
  return `${lines.join("\n")}\n`;
};
