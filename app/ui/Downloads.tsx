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
  /** What the page is called as a paper, where it is one too; the paper comes first. */
  paper?: string;
}

/** A page as a file, one link a format, with the filters of the page. */
export function Downloads({ path, filters, rows, extra = {}, paper }: Props) {
  const papers = paper === undefined ? [] : formatsOf("paper");
  return [...papers, ...formatsOf("table")].map((format, at) => {
    const { name, of } = FORMATS[format];
    return (
      <Fragment key={format}>
        {at > 0 && " · "}
        <a href={link(filePath(path, format), filters, { extra })}>
          {of === "paper" ? `Unduh ${paper} (${name})` : `Unduh ${name} (${formatCount(rows)} baris)`}
        </a>
      </Fragment>
    );
  });
}
