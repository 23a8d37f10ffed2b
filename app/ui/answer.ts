import { createContext } from "react";

/** What only the server knows about the answer it renders: the nonce of its scripts, the code of its line in the log. */
export interface Answer {
  nonce?: string;
  reference?: string;
  /** HTTP status of the answer. */
  status?: number;
  /** Address of the page and the instant of the answer (UTC ISO), for the foot of a printed page. */
  address?: string;
  at?: string;
}

/** Empty in the browser: a nonce must not be readable there, and an error there has no line in the log. */
export const AnswerContext = createContext<Answer>({});
