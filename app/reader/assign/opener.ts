import { type ComponentKey, PUBLIC_KEYS } from "../components.ts";
import { onForget } from "../memory.ts";
import { type Features, sureLabel } from "./features.ts";

/** No more than this share of an annex's labels may stand twice between two labels that open tables. */
const MOST_TWICE = 0.1;

const isPublic = (key: ComponentKey): boolean => PUBLIC_KEYS.includes(key);

/** The key that stands most often in a list. */
const mostCommon = (keys: readonly ComponentKey[]): ComponentKey | undefined => {
  const counts = new Map<ComponentKey, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].reduce<[ComponentKey, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
};

/** The key of the inner half that comes behind `last` twice at least, and oftener than any other: the first table may lack its first row. */
const behind = (labels: readonly ComponentKey[], last: ComponentKey): ComponentKey | null => {
  const next = labels.filter((key, at) => labels[at - 1] === last && key !== last);
  const key = mostCommon(next);
  if (key === undefined || isPublic(key)) return null;
  return next.filter((one) => one === key).length >= LEAST_ENDS ? key : null;
};

const orderedBy = (labels: readonly ComponentKey[], named = false): ComponentKey | null => {
  const first = labels[0];
  const last = labels.at(-1);
  if (first === undefined || last === undefined || first === "persyaratan") return null;
  // No table begins and ends with the same one: the first service has a name like that label.
  if (first === last) return named ? null : orderedBy(labels.slice(1), true);
  if (!isPublic(first) && isPublic(last)) return behind(labels, last) ?? first;
  const before: ComponentKey[] = [];
  let table = new Set<ComponentKey>();
  let twice = 0;
  labels.forEach((key, at) => {
    if (key === first && at > 0) {
      before.push(labels[at - 1] as ComponentKey);
      table = new Set();
    } else if (table.has(key)) twice++;
    table.add(key);
  });
  if (twice > labels.length * MOST_TWICE) return null;
  const end = mostCommon(before);
  if (end === last) return first;
  // Where the law comes first the last table may lack its last rows.
  const cut = first === "dasar_hukum" && twice === 0 && before.length >= LEAST_ENDS;
  return cut && end !== "persyaratan" && before.every((key) => key === end) ? first : null;
};

/** The first service may have a name like a label: then the order is that of all the others. */
const findOpener = (labels: readonly ComponentKey[]): ComponentKey | null =>
  orderedBy(labels) ?? (labels[1] === "dasar_hukum" ? orderedBy(labels.slice(1), true) : null);

/** So many tables that end alike show the order of all. */
const LEAST_ENDS = 2;

/** Every row that may open a table asks; the rows of an annex do not change, and one annex is read after the other. */
let found: { all: readonly Features[]; opener: ComponentKey | null } | null = null;
onForget(() => {
  found = null;
});

/**
 * The component with which the tables of an annex begin, where its labels say that it is another than the requirements. They do
 * where the first of all is of the inner half and the last of all of the user's; or where the first comes again behind the one
 * that is also the last of all, and between two of its prints no other comes twice; or, being the law, behind the same one always,
 * though the last table ends before that. Titles and numbers are often missing or wrong.
 */
export const openerOf = (all: readonly Features[]): ComponentKey | null => {
  if (found?.all !== all)
    found = { all, opener: findOpener(all.flatMap((features) => sureLabel(features)?.key ?? [])) };
  return found.opener;
};
