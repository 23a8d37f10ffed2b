/** A list with one more at its end. An empty list that grows takes room for many at once; most lists of a reading stay at one. */
export const withOneMore = <One>(list: One[], one: One): One[] => {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
};
