/** Lengths in pixels that a file's own style sheets give to the texts of their classes. */

export type Measure = "left" | "top" | "bottom" | "height" | "font-size" | "line-height";
export type Lengths = Partial<Record<Measure, number>>;

/** One class: `.x3{left:72.5px;}`, `.ft03{font-size:18px;line-height:23px}`. */
const RULE = /\.([a-z][\w-]{0,40})\s?\{([^{}]{0,400})\}/gi;
const LENGTH = /(?:^|;)\s*(left|top|bottom|height|font-size|line-height)\s*:\s*(-?\d+(?:\.\d+)?)\s*(px|pt)/gi;
/** A font of a page: the page's number and the font's own run together. */
const FONT = "ft";
const FIGURES = /^\d{1,4}$/;

/** Lengths that the text of a style names. */
export const lengthsOf = (style: string): Lengths => {
  const lengths: Lengths = {};
  for (const [, name, value, unit] of style.matchAll(LENGTH))
    lengths[(name as string).toLowerCase() as Measure] ??= Number(value) * (unit === "pt" ? 4 / 3 : 1);
  return lengths;
};

/** The font's own number in a class of a page; null for every other class. */
const fontOf = (name: string, page: number): string | null => {
  const before = `${FONT}${page}`;
  const own = name.startsWith(before) ? name.slice(before.length) : "";
  return FIGURES.test(own) ? own : null;
};

/**
 * The classes of a file. A font is defined on the first page that has it and keeps its number, while its class is named
 * after each page anew: "ft12" of page 1 is "ft22" on page 2, of which no sheet speaks.
 */
export class StyleSheet {
  readonly #classes = new Map<string, Lengths>();
  readonly #fonts = new Map<string, Lengths>();

  /** Takes the rules of a sheet that stands before the page of this number. */
  read(css: string, page: number): void {
    for (const [, name = "", body = ""] of css.matchAll(RULE)) {
      const lengths = lengthsOf(body);
      if (Object.keys(lengths).length === 0) continue;
      this.#classes.set(name, { ...this.#classes.get(name), ...lengths });
      const font = fontOf(name, page);
      if (font !== null) this.#fonts.set(font, lengths);
    }
  }

  /** What an element of these classes on this page is given. */
  lengths(classes: string, page: number): Lengths {
    const all: Lengths = {};
    for (const name of classes.split(/\s+/)) {
      const font = fontOf(name, page);
      Object.assign(all, (font === null ? undefined : this.#fonts.get(font)) ?? this.#classes.get(name));
    }
    return all;
  }
}
