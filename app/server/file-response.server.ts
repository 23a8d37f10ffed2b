import { FORMATS, type Format } from "#app/reports/formats.ts";

/** A file to keep. `name` is the first part of its name; what is no letter, figure or hyphen in it becomes a hyphen. */
export const fileResponse = (name: string, format: Format, body: string | Uint8Array): Response =>
  new Response(body as BodyInit, {
    headers: {
      "Content-Type": FORMATS[format].mime,
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9-]+/gi, "-")}.${format}"`,
      "Cache-Control": "private, no-cache",
    },
  });
