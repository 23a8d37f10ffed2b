/**
 * Pages that may hold a secret (a password, a link, a key) are kept nowhere, and sent as they are: the length of a
 * compressed page tells of secrets beside what an address repeats.
 */
export const accountHeaders = () => ({ "Cache-Control": "private, no-store, no-transform" });
