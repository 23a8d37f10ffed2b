/** Id of an item's section on its sheet. */
export const itemId = (key: string): string => `butir-${key}`;
