import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardPdf } from "#app/reports/board/pdf.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { fileResponse } from "#app/server/file-response.server.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";
import { getPublished } from "#app/server/published.server.ts";
import { boardPaper } from "#app/ui/board.ts";

/** The loader behind a board for the counter: of one service by its number, or of a bagian by its slug. */
export const boardFile =
  (kind: "layanan" | "bagian") =>
  async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    const no = Number(/^(\d{1,6})(?:-|$)/.exec(params.layanan ?? "")?.[1]);
    const asked = kind === "layanan" ? { no } : { filter: { bagian: [params.bagian ?? ""] } };
    const view = await getPublished(database(), context.scope, params.kab ?? "", asked);
    if (view.services.length === 0) throw notFound();
    const paper = boardPaper(view, kind, new URL(request.url).origin);
    return fileResponse(paper.fileName, "pdf", await boardPdf(paper, paperTools()));
  };
