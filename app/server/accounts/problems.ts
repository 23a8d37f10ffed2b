/** What a form of accounts got wrong: the id of its field, and the words beside it. */
export interface Problem {
  field: string;
  message: string;
}

/** What a use case behind a form answers: done, or what to mend; nothing was changed then. */
export type Answer<Done> = { done: Done } | { problems: Problem[] };

export const problem = (field: string, message: string): { problems: Problem[] } => ({
  problems: [{ field, message }],
});
