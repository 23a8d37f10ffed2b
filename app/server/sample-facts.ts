import { readDecree } from "#app/reader/index.ts";
import { cutReading } from "./cut.ts";
import { factsOfCuts, writeFacts } from "./facts-file.ts";
import { scoreCuts } from "./score-cuts.ts";

/** The sample's facts of one decree file: the name of its JSON and its text. The same bytes give the same text. */
export const sampleFacts = (name: string, bytes: Uint8Array): { file: string; json: string } => {
  const reading = readDecree(bytes, name);
  const cuts = cutReading(reading);
  return {
    file: `${name.replace(/\.[^.]*$/, "")}.json`,
    json: writeFacts(factsOfCuts(reading, cuts, scoreCuts(cuts))),
  };
};
