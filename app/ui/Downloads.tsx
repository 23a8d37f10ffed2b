import { Fragment } from "react";
import { formatCount } from "#app/format/numbers.ts";
import { FORMATS, formatsOf } from "#app/reports/formats.ts";
import type { Filters } from "./filters.ts";
import { filePath, type LinkOptions, link } from "./links.ts";

interface Props {
  /** Path of the page, without query. */
  path: string;
  filters: Filters;
  /** Rows of the file: all of the selection, whatever page of it is on the screen. */
  rows: number;
  /** What only this page's address holds. */
  extra?: LinkOptions["extra"];
}

/** The table of a page as a file, one link a format, with the filters of the page. */
export const Downloads = ({ path, filters, rows, extra = {} }: Props) =>
  formatsOf("table").map((format, at) => (
    <Fragment key={format}>
      {at > 0 && " · "}
      <a href={link(filePath(path, format), filters, { extra })}>
        Unduh {FORMATS[format].name} ({formatCount(rows)} baris)
      </a>
    </Fragment>
  ));
