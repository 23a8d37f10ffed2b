import { reviewPaper } from "#app/reports/review/note.ts";
import { noteOf } from "#app/ui/assessment/note.ts";
import { loader as page } from "../../uji-petik.$id.tsx";
import { paperFile } from "../paper-file.ts";

export const loader = paperFile(page, ({ view, at }) => reviewPaper(noteOf(view, at)));
