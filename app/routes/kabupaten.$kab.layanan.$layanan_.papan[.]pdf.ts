import { boardFile } from "./files/board-file.ts";

export const loader = boardFile("layanan");
