import { COMPONENT_KEYS, type ComponentKey, LAW_ORDER } from "#app/reader/components.ts";
import { DIVIDERS, TABLE_HEADS } from "../content/labels.ts";
import type { ModelService, Part } from "../model.ts";
import type { Random } from "../random.ts";

export type ServiceForm =
  | "jenis-no"
  | "jenis-upper"
  | "jenis-block"
  | "no-jenis"
  | "no"
  | "standar"
  | "standar-next"
  | "caption-row"
  | "name-row"
  | "md"
  | "none";
export type BagianForm =
  | "letter-upper"
  | "plain"
  | "roman-upper"
  | "bullet-letter"
  | "number-upper"
  | "md"
  | "none";
export type DeclaredForm = "diktum" | "diktum-flat" | "annex-table" | "none";
/** `law`: the order of UU 25/2009 Pasal 21 in one list; `inner-first`: the office's half first. */
export type Order = "user-first" | "inner-first" | "law";

/** Choices that a drafter makes once for the whole document. */
export interface Style {
  serviceForm: ServiceForm;
  bagianForm: BagianForm;
  declared: DeclaredForm;
  order: Order;
  /** Titles over user's and office's half; null: none printed. */
  dividers: readonly [string, string] | null;
  /** The two titles stand over each other's half. */
  swappedTitles: boolean;
  tableHead: readonly [string, string, string] | null;
  /** Numbers begin again at 1 in the second half. */
  restart: boolean;
  dot: "." | "";
  numbers: "arabic" | "letter" | "roman";
  /** The first row of each table bears the service's name, so that Persyaratan is number 2. */
  nameFirst: boolean;
  /** Rows that are none of the 14 components. */
  extras: boolean;
  /** Labels and numbers as a bad scan leaves them. */
  noise: boolean;
  upper: boolean;
  /** Chance that a page ends inside a component. */
  breaks: number;
}

/** Headings that fit any tabular layout. */
const TABULAR_FORMS: readonly ServiceForm[] = [
  "jenis-no",
  "jenis-upper",
  "jenis-block",
  "no-jenis",
  "no",
  "standar",
  "standar-next",
  "none",
];

/** A style for a tabular layout, with `fixed` choices of the family. */
export function makeStyle(random: Random, fixed: Partial<Style> = {}): Style {
  const serviceForm = fixed.serviceForm ?? random.pick(TABULAR_FORMS);
  const numbered = serviceForm === "no";
  const forms: BagianForm[] = ["letter-upper", "plain", "roman-upper", "bullet-letter"];
  const bagianForm = fixed.bagianForm ?? random.pick(numbered ? forms : [...forms, "number-upper"]);
  const style: Style = {
    serviceForm,
    bagianForm,
    declared: random.pick(["diktum", "diktum", "annex-table", "none"]),
    order: "user-first",
    dividers: random.pick(DIVIDERS),
    swappedTitles: false,
    tableHead: random.chance(0.7) ? random.pick(TABLE_HEADS) : null,
    restart: random.chance(0.5),
    dot: random.chance(0.8) ? "." : "",
    numbers: "arabic",
    nameFirst: false,
    extras: false,
    noise: false,
    upper: false,
    breaks: 0.15,
    ...fixed,
  };
  if (serviceForm === "none" && style.declared === "none") style.declared = "diktum";
  return style;
}

export type PlannedRow =
  | { kind: "divider"; title: string; half: 0 | 1 }
  | { kind: "head"; cells: readonly [string, string, string] }
  | { kind: "other"; no: string; label: string; text: string }
  | { kind: "part"; key: ComponentKey; no: string; label: string; part: Part };

/** Rows that some decrees add; they belong to no component. */
const EXTRAS: readonly (readonly [string, string])[] = [
  ["Masa Berlaku Dokumen", "1 (satu) tahun sejak diterbitkan."],
  ["Motto", "Melayani dengan hati."],
];

const ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII".split(" ");

const numeral = (n: number, style: Style): string => {
  const text = { arabic: String(n), letter: String.fromCharCode(96 + n), roman: ROMAN[n - 1] ?? String(n) }[
    style.numbers
  ];
  return text + style.dot;
};

/** The rows of one service's table in the order of the style; an absent row leaves no gap in the numbers. */
export function planRows(service: ModelService, style: Style): PlannedRow[] {
  const halves: readonly (readonly ComponentKey[])[] =
    style.order === "law" ? [LAW_ORDER] : [COMPONENT_KEYS.slice(0, 6), COMPONENT_KEYS.slice(6)];
  const order = style.order === "inner-first" ? [1, 0] : halves.map((_, i) => i);
  const rows: PlannedRow[] = [];
  let no = 0;
  const other = (label: string, text: string) => {
    no += 1;
    rows.push({ kind: "other", no: numeral(no, style), label, text });
  };
  for (const [nth, half] of order.entries()) {
    if (style.restart) no = 0;
    if (style.dividers && halves.length === 2) {
      const titled = (style.swappedTitles ? 1 - half : half) as 0 | 1;
      rows.push({ kind: "divider", title: style.dividers[titled], half: nth as 0 | 1 });
    }
    if (style.tableHead && nth === 0) rows.push({ kind: "head", cells: style.tableHead });
    if (style.nameFirst && nth === 0) other("Nama Pelayanan", service.name);
    for (const key of halves[half] ?? []) {
      const part = service.components[key];
      if (!part) continue;
      no += 1;
      const label = style.upper ? part.label.toUpperCase() : part.label;
      rows.push({ kind: "part", key, no: numeral(no, style), label, part });
    }
    const extra = EXTRAS[nth];
    if (style.extras && extra) other(...extra);
  }
  return rows;
}
