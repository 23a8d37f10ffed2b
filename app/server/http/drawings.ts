import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RequestHandler, Response } from "express";
import { drawingIn, standaloneSvg } from "#app/charts/standalone.ts";
import { formatInstant } from "#app/format/dates.ts";
import { notFound } from "../errors.ts";
import { svgToPng } from "../paper-tools.server.ts";

type LoadContext = Parameters<ReturnType<typeof createRequestHandler>>[1];

/** `…/skm.png?gambar=unsur`: the drawing `unsur` of the page `…/skm`. */
const FILE = /^(\/.*)\.(svg|png)$/;
const ID = /^[a-z][a-z0-9-]{0,79}$/;
/** Pixels of a PNG for each of the drawing: sharp on paper. */
const PNG_SCALE = 3;

const MIME = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

/**
 * Drawings of pages as files. The drawing is cut out of the page itself, asked for by the same person with the same
 * filters, so file and page cannot disagree and no page can forget who may see it.
 */
export const drawingFiles =
  (
    build: () => Promise<ServerBuild>,
    mode: string,
    contextOf: (response: Response) => LoadContext,
  ): RequestHandler =>
  async (request, response, next) => {
    const [, path = "", format] = FILE.exec(request.path) ?? [];
    const id = request.query.gambar;
    if (request.method !== "GET" || (format !== "svg" && format !== "png") || typeof id !== "string") {
      return next();
    }
    try {
      const page = new URL(`${request.protocol}://${request.get("host")}${request.originalUrl}`);
      page.pathname = path === "/" ? "/" : path.replace(/\/$/, "");
      page.searchParams.delete("gambar");
      const answer = await createRequestHandler(await build(), mode)(
        new Request(page, { headers: { Cookie: request.get("cookie") ?? "", Accept: "text/html" } }),
        contextOf(response),
      );
      const to = answer.headers.get("Location");
      if (to !== null && answer.status >= 300 && answer.status < 400) return response.redirect(303, to);
      const svg = answer.ok && ID.test(id) ? drawingIn(await answer.text(), `${id}-wide`) : undefined;
      if (!svg) throw notFound();
      const source = `Sumber: Tolok, ${decodeURI(page.host + page.pathname + page.search)}, ${formatInstant(new Date().toISOString(), "WIB")}`;
      const drawing = standaloneSvg({ svg, source });
      const name = `${page.pathname.slice(1).replace(/[^a-z0-9-]+/gi, "-") || "dasbor"}-${id}.${format}`;
      response.set({
        "Content-Type": MIME[format],
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-cache",
      });
      response.send(format === "svg" ? drawing : Buffer.from(svgToPng(drawing, PNG_SCALE)));
    } catch (error) {
      next(error);
    }
  };
