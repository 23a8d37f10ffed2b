import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportPaper } from "#app/reports/report/paper.ts";
import { database } from "#app/server/database.server.ts";
import { getReport } from "#app/server/leadership/reports.server.ts";
import { paperFile } from "../paper-file.ts";

const report = ({ params, context }: LoaderFunctionArgs) =>
  getReport(database(), context.scope, params.kab ?? "", params.id ?? "");

export const loader = paperFile(report, ({ model }) => reportPaper(model));
