import { revisionPaper } from "#app/reports/revision/paper.ts";
import { loader as page } from "../../kabupaten.$kab.bagian.$bagian_.perbaikan.tsx";
import { paperFile } from "../paper-file.ts";

export const loader = paperFile(page, ({ revision }) => revisionPaper(revision));
