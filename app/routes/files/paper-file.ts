import type { LoaderFunctionArgs } from "@remix-run/node";
import { maskedDeep } from "#app/format/personal.ts";
import { formatOfPath, formatsOf } from "#app/reports/formats.ts";
import type { Paper } from "#app/reports/paper.ts";
import { PAPER_RENDERERS } from "#app/reports/render.ts";
import { notFound } from "#app/server/errors.ts";
import { fileResponse } from "#app/server/file-response.server.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";

/** The loader behind a page as a paper: the page's own loader, so the same query and figures. */
export const paperFile =
  <Data>(page: (args: LoaderFunctionArgs) => Data | Promise<Data>, paperOf: (data: Data) => Paper) =>
  async (args: LoaderFunctionArgs): Promise<Response> => {
    const asked = formatOfPath(new URL(args.request.url).pathname);
    const format = formatsOf("paper").find((one) => one === asked);
    if (!format) throw notFound();
    const full = paperOf(await page(args));
    const paper = args.context.viewer ? full : maskedDeep(full);
    return fileResponse(paper.fileName, format, await PAPER_RENDERERS[format](paper, paperTools()));
  };
