/** A table as a download. `name` is the first part of the file's name, in letters, figures and hyphens. */
export const csvResponse = (name: string, csv: string): Response =>
  new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9-]+/gi, "-")}.csv"`,
      "Cache-Control": "private, no-cache",
    },
  });
