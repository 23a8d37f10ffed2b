import type { ReactElement } from "react";

/** Colours and sizes that all charts share (CSS pixels). */
export const INK = "#1A2126";
export const SECOND = "#47525B";
export const EDGE = "#5F6B76";
export const MUTED = "#808C98";
export const DATA = "#2F5D8A";
export const FONT_SIZE = 14;
export const SMALL_FONT = 12;
export const LINE_HEIGHT = 16;
/** Mean width of a character of the page's type at 14 px; generous, so that nothing is cut. */
export const CHARACTER = 7;

/** A drawing with its size, before it gets its name and ids. */
export interface Drawing {
  width: number;
  height: number;
  element: ReactElement;
}

/** A function that Recharts calls for each mark. */
export type Draw = (props: unknown) => ReactElement;
