/** How long a one-time link to a new password can be used. */
export const LINK_MS = 24 * 3_600_000;
