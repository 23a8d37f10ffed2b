import { database } from "#app/server/database.server.ts";
import { getNaskah } from "#app/server/naskah.server.ts";
import type { NaskahLine } from "#app/server/views.ts";
import { naskahLinesTable } from "#app/ui/tables/naskah.ts";
import { loader as page } from "../../naskah.$sk.$versi.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, async ({ view }, { context }) => {
  const { slug, version } = view.decree;
  const lines: NaskahLine[] = [];
  for (let at = 1; at <= view.pages.length; at += 1) {
    lines.push(...(await getNaskah(database(), context.scope, slug, version, { page: at })).lines);
  }
  return {
    table: naskahLinesTable(`${slug}-${version}`, lines),
    regencies: [view.regency],
    decrees: [view.decree],
  };
});
