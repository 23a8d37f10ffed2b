import type { LineRange, ReadDecree, Reading } from "../schema.ts";
import { fold, stripMarkdown } from "../text.ts";

/** What the head of a decree (considerations and diktum, not its lists and annex) says beside the contract's fields. */
export interface HeadFacts {
  /** Where it names a public consultation or minutes of its own; null where it does not. */
  consultation: LineRange | null;
  /** Where it revokes an earlier decree; null where it does not. */
  revokes: LineRange | null;
}

/** A head of fewer lines was not read whole. */
const FEWEST_LINES = 6;
const CONSULTATION = /forum\s+konsultasi\s+publik|berita\s+acara|konsultasi\s+publik/i;
/** The rule on how consultations are held, and the drawing up of the standard at large, are no consultation. */
const RULE = /peraturan\s+(?:menteri|pemerintah)|permen|pedoman|nomor\s+\d+\s+tahun/i;
const REVOKES = /\b(?:dicabut|mencabut|tidak\s+berlaku(?:\s+lagi)?)\b/i;
const EARLIER = /\b(?:keputusan|peraturan)\b/i;
/** "This decree holds until …" and amended laws speak of other things. */
const OTHER = /undang-?\s?undang|sepanjang|apabila/i;
const AROUND = 2;

/** Facts of the heads of a reading's decrees, in their order; null where the head is lost. Pure; never throws on content. */
export const headFacts = ({
  decrees,
  text,
  spans,
}: Pick<Reading, "text" | "spans"> & {
  decrees: readonly Pick<ReadDecree, "line">[];
}): (HeadFacts | null)[] => {
  const heads = decrees.map((): { line: number; said: string }[] => []);
  let seen = 0;
  for (const span of spans) {
    if (span.role !== "decree_head" || span.line === seen) continue;
    seen = span.line;
    const decree = decrees.findLastIndex(({ line }) => line <= span.line);
    heads[Math.max(0, decree)]?.push({
      line: span.line,
      said: fold(stripMarkdown((text[span.line - 1] ?? "").replace(/<[^>]{0,200}>/g, " "))),
    });
  }
  return heads.map((lines) => {
    if (lines.length < FEWEST_LINES) return null;
    const at = (found: (said: string, around: string) => boolean): LineRange | null => {
      const index = lines.findIndex(({ said }, i) =>
        found(
          said,
          lines
            .slice(Math.max(0, i - AROUND), i + AROUND + 1)
            .map((one) => one.said)
            .join(" "),
        ),
      );
      const line = lines[index]?.line;
      return line === undefined ? null : [line, line];
    };
    return {
      consultation: at((said, around) => CONSULTATION.test(said) && !RULE.test(around)),
      revokes: at((said, around) => REVOKES.test(said) && EARLIER.test(around) && !OTHER.test(said)),
    };
  });
};
