import { summaryPaper } from "#app/reports/quarter/summary-paper.ts";
import { loader as page } from "../../kabupaten.$kab.ringkasan.tsx";
import { paperFile } from "../paper-file.ts";

export const loader = paperFile(page, ({ summary, input, settings, at }) =>
  summaryPaper(summary, input, settings, at),
);
