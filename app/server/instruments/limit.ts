/** A file of an edition; the largest that is shipped has a tenth of it. */
export const MAX_EDITION_BYTES = 200_000;
