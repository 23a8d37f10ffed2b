import { notaPaper } from "#app/reports/nota/paper.ts";
import { loader as page } from "../../kabupaten.$kab.penugasan.nota.tsx";
import { paperFile } from "../paper-file.ts";

export const loader = paperFile(page, ({ nota }) => notaPaper(nota));
