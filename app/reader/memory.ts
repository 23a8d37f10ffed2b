/**
 * What one reading knows already. A decree prints the same words, labels and contents service after service, so answers
 * that depend on a text alone are worked out once for each different text. They live as long as the reading: nothing of
 * a file stays behind it, and two files never meet.
 */
const memories: (() => void)[] = [];

/** `drop` empties something that was learnt from a file. */
export const onForget = (drop: () => void): void => {
  memories.push(drop);
};

/** The same function, asked once a reading for each different text. `work` must depend on the text alone and give no undefined. */
export const remembered = <Answer extends NonNullable<unknown> | null>(
  work: (text: string) => Answer,
): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>();
  onForget(() => answers.clear());
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = work(text);
      answers.set(text, answer);
    }
    return answer;
  };
};

/** Drops all that is remembered: called before a file is read, and after it. */
export const forget = (): void => {
  for (const drop of memories) drop();
};
