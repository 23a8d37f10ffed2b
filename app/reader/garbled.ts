/** Share of words that no reader of Indonesian would take for words. */
const GARBLED = 0.3;
/** Characters looked at. */
const GARBLE_SAMPLE = 1200;

/** Words of three letters and more; shorter ones without vowel are abbreviations: Rp, No, Jl. */
const LONG_WORD = /[a-z]{3,}/gi;
/** Such a word without vowel. */
const WITHOUT_VOWEL = /(?:^|[^a-z])[bcdfghj-np-tvwxz]{3,}(?![a-z])/gi;
/** Capitals without vowel are acronyms, not damage. */
const SMALL = /[a-z]/;
/** Fewer odd words may be chance. */
const MIN_ODD = 3;

/** Does much of a text look like no word of any language? */
export const isGarbled = (text: string): boolean => {
  const sample = text.slice(0, GARBLE_SAMPLE);
  const odd = sample.match(WITHOUT_VOWEL)?.filter((word) => SMALL.test(word)).length ?? 0;
  return odd >= MIN_ODD && odd / (sample.match(LONG_WORD) as string[]).length > GARBLED;
};
