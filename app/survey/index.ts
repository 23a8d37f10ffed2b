/** The survey room: any SKM file in, exact figures out. Pure: it takes bytes, and knows no file system, clock or database. */
export { EDITIONS, type EditionId, edition, type Mutu, type UnsurKey, unsurByNumber } from "./editions.ts";
export { type ByteSource, bytesSource, Refusal } from "./files/table.ts";
export { readSurvey, type SurveyReading, type Understanding } from "./read.ts";
export { summaryOf } from "./summary.ts";
