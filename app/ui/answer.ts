import { createContext } from "react";

/** What only the server knows about the answer it renders: the nonce of its scripts, the code of its line in the log. */
/** Who is logged in as the head of a page shows it, and which addresses are none of theirs. */
export interface Face {
  /** Null: a visitor. */
  person: { name: string; roles: string } | null;
  /** Addresses with names for what varies (`/kabupaten/:kab`) that this person may not open anywhere. */
  closed: readonly string[];
  /** Of which regencies only some bagian are shown, in a sentence; none for who sees all of theirs. */
  narrowed: readonly string[];
}

/** Nobody is known: nothing but what anybody may see is offered. */
export const NOBODY: Face = { person: null, closed: [], narrowed: [] };

export interface Answer {
  nonce?: string;
  reference?: string;
  /** HTTP status of the answer. */
  status?: number;
  /** Address of the page and the instant of the answer (UTC ISO), for the foot of a printed page. */
  address?: string;
  at?: string;
  face?: Face;
}

/** Empty in the browser: a nonce must not be readable there, and an error there has no line in the log. */
export const AnswerContext = createContext<Answer>({});

/** Does this address with names describe the path of a link? */
const describes = (pattern: string, href: string): boolean => {
  const names = pattern.split("/");
  const parts = href.replace(/[?#].*$/, "").split("/");
  return (
    names.length === parts.length && names.every((name, at) => name.startsWith(":") || name === parts[at])
  );
};

/** May this person open what a link leads to? What lies in another regency, only its page can say. */
export const mayOpen = ({ closed }: Face, href: string): boolean =>
  !closed.some((pattern) => describes(pattern, href));
