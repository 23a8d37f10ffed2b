import type { ModelBagian, ModelService } from "../model.ts";
import type { Page } from "./page.ts";
import type { Style } from "./style.ts";

/** How a layout writes a line outside a table. */
export type LineForm = (line: string) => string;

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const letter = (i: number) => String.fromCharCode(65 + (i % 26));

export function bagianHeading(
  page: Page,
  bagian: ModelBagian,
  index: number,
  style: Style,
  form: LineForm,
): void {
  if (bagian.name === null || style.bagianForm === "none") return;
  const upper = bagian.name.toUpperCase();
  const text = {
    "letter-upper": `${letter(index)}. ${upper}`,
    plain: bagian.name,
    "roman-upper": `${ROMAN[index]}. ${upper}`,
    "bullet-letter": `- ${letter(index).toLowerCase()}. ${bagian.name}`,
    "number-upper": `${index + 1}. ${upper}`,
    md: `# ${bagian.name}`,
  }[style.bagianForm];
  page.put(form(text));
  page.blank();
}

/** The heading over a service's table; forms inside the table write nothing here. */
export function serviceHeading(page: Page, service: ModelService, style: Style, form: LineForm): void {
  const { no } = service;
  const name = style.upper ? service.name.toUpperCase() : service.name;
  const small = String.fromCharCode(96 + Number(no));
  const lines = {
    "jenis-no": [`Jenis Layanan : ${no}. ${name}`],
    "jenis-upper": [`JENIS PELAYANAN: ${name}`],
    "jenis-block": ["Jenis Layanan:", "", `- ${small}. ${name}`],
    "no-jenis": [`${no}. Jenis layanan: ${name}`],
    no: [`${no}. ${name}`],
    standar: [`Standar Pelayanan ${name}`],
    "standar-next": ["STANDAR PELAYANAN", name.toUpperCase()],
    md: [`## ${no}. ${name}`],
    "caption-row": [],
    "name-row": [],
    none: [],
  }[style.serviceForm];
  for (const line of lines) page.put(line === "" ? "" : form(line));
  if (lines.length) page.blank();
}

/** The number a reader can see: forms without one print none. */
export const printedNo = (service: ModelService, style: Style): string | null => {
  if (style.serviceForm === "jenis-block") return String.fromCharCode(96 + Number(service.no));
  return ["jenis-no", "no-jenis", "no", "md", "caption-row"].includes(style.serviceForm) ? service.no : null;
};
