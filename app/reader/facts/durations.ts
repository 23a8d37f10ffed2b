import type { Waktu } from "../schema.ts";
import { type Quantity, quantityAt, rangeWordAt } from "./quantity.ts";
import type { Token } from "./tokens.ts";

type Unit = Waktu["unit"];

const UNITS: Record<string, Unit> = {
  menit: "menit",
  mnt: "menit",
  rnenit: "menit",
  jam: "jam",
  hari: "hari",
  hr: "hari",
  minggu: "minggu",
  pekan: "minggu",
  bulan: "bulan",
  buian: "bulan",
  bln: "bulan",
  tahun: "tahun",
  thn: "tahun",
  th: "tahun",
};
/** From the smallest up. */
export const UNIT_ORDER: Unit[] = ["menit", "jam", "hari", "minggu", "bulan", "tahun"];
const ONE_UNIT: Record<string, Unit> = {
  semenit: "menit",
  sejam: "jam",
  sehari: "hari",
  seminggu: "minggu",
  sebulan: "bulan",
  setahun: "tahun",
};
const WEEKDAY = /^(senin|selasa|rabu|kamis|jum|jumat|sabtu|minggu|ahad)$/;

/** A duration in the text, line breaks left out of the tokens. */
export interface Found {
  min: number;
  max: number;
  unit: Unit;
  basis: Waktu["basis"];
  /** Indexes of the first token and of the one after the last. */
  from: number;
  to: number;
  /** True for the period that is repeated in "2 x 24 jam". */
  repeated: boolean;
}

interface UnitRead {
  unit: Unit;
  basis: Waktu["basis"];
  next: number;
}

function basisAt(tokens: readonly Token[], at: number): { basis: Waktu["basis"]; next: number } {
  const open = tokens[at]?.text === "(";
  const word = tokens[open ? at + 1 : at]?.lower;
  const basis =
    word === "kerja" || word === "efektif"
      ? "kerja"
      : /^k[ae]l[ae]nder$/.test(word ?? "")
        ? "kalender"
        : null;
  if (!basis) return { basis: null, next: at };
  return { basis, next: open ? (tokens[at + 2]?.text === ")" ? at + 3 : at + 2) : at + 1 };
}

/** The unit after a quantity; in "1 (hari) kerja" the gloss holds it. A weekday after "hari" makes it a date. */
function unitAfter(tokens: readonly Token[], quantity: Quantity): UnitRead | null {
  const glossed = quantity.gloss.map((word) => UNITS[word]).find((unit) => unit !== undefined);
  if (glossed) return { unit: glossed, ...basisAt(tokens, quantity.next) };
  const unit = UNITS[tokens[quantity.next]?.lower ?? ""];
  if (!unit || WEEKDAY.test(tokens[quantity.next + 1]?.lower ?? "")) return null;
  return { unit, ...basisAt(tokens, quantity.next + 1) };
}

const YEARS_FROM = 1900;
const YEARS_TO = 2100;

/** Figures that are no durations although a unit may follow: a year, a day of the month, a time of day. */
function isDate(tokens: readonly Token[], at: number, value: number): boolean {
  if (Number.isInteger(value) && value >= YEARS_FROM && value <= YEARS_TO) return true;
  return /^(tanggal|tgl|pukul)$/.test(tokens[tokens[at - 1]?.text === "." ? at - 2 : at - 1]?.lower ?? "");
}

/** The duration that begins at token `at`, with its range or its factor ("2 x 24 jam": 48 hours in periods of 24). */
function durationAt(tokens: readonly Token[], at: number): Found[] {
  const quantity = quantityAt(tokens, at);
  if (!quantity || quantity.value <= 0 || isDate(tokens, at, quantity.value)) return [];
  const found = (low: number, high: number, read: UnitRead, from = at, repeated = false): Found => ({
    min: Math.min(low, high),
    max: Math.max(low, high),
    unit: read.unit,
    basis: read.basis,
    from,
    to: read.next,
    repeated,
  });
  const unit = unitAfter(tokens, quantity);
  const range = rangeWordAt(tokens, unit?.next ?? quantity.next);
  const second = range === null ? null : quantityAt(tokens, range);
  const secondUnit = second && unitAfter(tokens, second);
  if (second && secondUnit && (!unit || unit.unit === secondUnit.unit))
    return [found(quantity.value, second.value, secondUnit)];
  if (unit) return [found(quantity.value, quantity.value, unit)];
  if (/^[x×]$/.test(tokens[quantity.next]?.lower ?? "")) {
    const period = quantityAt(tokens, quantity.next + 1);
    const periodUnit = period && unitAfter(tokens, period);
    if (period && periodUnit) {
      const whole = quantity.value * period.value;
      return [
        found(whole, whole, periodUnit),
        found(period.value, period.value, periodUnit, quantity.next + 1, true),
      ];
    }
  }
  return [];
}

/** "sejam", "sehari": a duration only under a word that limits or measures; else it is a frequency ("sebulan sekali"). */
function oneUnitAt(tokens: readonly Token[], at: number): Found[] {
  const unit = ONE_UNIT[tokens[at]?.lower ?? ""];
  if (!unit || !/^(selama|maksimal|maksimum|lama|lambat|kurang|lebih)$/.test(tokens[at - 1]?.lower ?? ""))
    return [];
  const { basis, next } = basisAt(tokens, at + 1);
  return [{ min: 1, max: 1, unit, basis, from: at, to: next, repeated: false }];
}

/** A sole "1." before a unit is the figure, not the number of a list of one item ("1. Hari Kerja untuk …"). */
function numberedFigure(tokens: readonly Token[]): Found[] {
  if (!/^\d{1,2}$/.test(tokens[0]?.text ?? "") || !/^[.)]$/.test(tokens[1]?.text ?? "")) return [];
  if (tokens.slice(2).some((token) => token.kind === "number")) return [];
  const value = Number(tokens[0]?.text);
  const unit = unitAfter(tokens, { value, next: 2, gloss: [], form: "figure" });
  return unit && value > 0
    ? [{ min: value, max: value, ...unit, from: 0, to: unit.next, repeated: false }]
    : [];
}

/** Every duration with figure and unit, in order; line breaks must have been left out of the tokens. */
export function durationsIn(tokens: readonly Token[]): Found[] {
  const all: Found[] = numberedFigure(tokens);
  for (let at = all[0]?.to ?? 0; at < tokens.length; at++) {
    const found = [...durationAt(tokens, at), ...oneUnitAt(tokens, at)];
    all.push(...found);
    if (found.length > 0) at = Math.max(...found.map((each) => each.to)) - 1;
  }
  return all;
}
