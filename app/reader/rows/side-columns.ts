import { matchLabels } from "../labels/match.ts";
import { isLabelTail } from "../labels/tails.ts";
import { dividerHalf, isPageNumber } from "../marks.ts";
import { enumerator } from "../text.ts";
import { leadingLabel } from "./run-on.ts";

/**
 * Where the cells of a page stand that prints two services or more beside each other in columns of spaces: number, label,
 * and a content a service. A converter sets each row as far right as the one before it needs, so that a column begins now
 * here, now there, and a full cell leaves one blank before its neighbour. The lines on which every cell shows tell where
 * the others are cut.
 */

/** A range of characters, `to` excluded. */
interface Span {
  from: number;
  to: number;
}

/** One printed line of such a page, cut: its number, its label and its contents, each null where nothing stands. */
export interface SideLine {
  /** Index of the line. */
  at: number;
  no: Span | null;
  label: Span | null;
  contents: (Span | null)[];
  /** Its label is one that is known. */
  labelled: boolean;
}

/** Left of this no content begins. */
const CONTENT_FROM = 12;
const RUN = /\S+(?:\s\S+)*/g;
/** The mark of a list, set off from its words. */
const LONE_MARK = /^(?:\(?(?:\d{1,2}|[a-z])\s?[.)]|[-–•▪✓])$/;
const ROW_NUMBER = /^(?:\d{1,2}|[A-Oa-o])\s?[.)]?$/;
const LED_NUMBER = /^\d{1,2}\s?[.)]?\s{1,12}(?=\S)/;
/** Likeness from which words are a label. */
const SURE = 0.9;
/** A content's first line stands so far left of its others at most. */
const NEAR = 3;
/** Beside the places that the other lines show, a content begins at most so far. */
const DRIFT = 8;
/** So many lines must show every column. */
const MIN_SHOWN = 2;

/** Texts of a line that two blanks set apart; the mark of a list goes with the words behind it. */
const runsOf = (line: string): Span[] => {
  const runs: Span[] = [];
  let mark: number | null = null;
  for (const match of line.matchAll(RUN)) {
    const to = match.index + match[0].length;
    if (mark === null && match.index >= CONTENT_FROM && LONE_MARK.test(match[0])) {
      mark = match.index;
      continue;
    }
    runs.push({ from: mark ?? match.index, to });
    mark = null;
  }
  if (mark !== null) runs.push({ from: mark, to: line.trimEnd().length });
  return runs;
};

/** Number and label at the head of a line, and its other texts. */
interface Headed {
  at: number;
  line: string;
  no: Span | null;
  label: Span | null;
  rest: Span[];
  /** One blank parts its label from the content. */
  runsOn: boolean;
  labelled: boolean;
}

const isLabel = (text: string): boolean => {
  const match = matchLabels(text)[0];
  return match !== undefined && match.similarity >= SURE;
};

const headedLine = (line: string, at: number): Headed => {
  const runs = runsOf(line);
  const first = runs[0];
  const plain: Headed = { at, line, no: null, label: null, rest: runs, runsOn: false, labelled: false };
  if (!first || first.from >= CONTENT_FROM) return plain;
  const text = line.slice(first.from, first.to);
  let no: Span | null = null;
  let label: Span | undefined = first;
  let rest = runs.slice(1);
  if (ROW_NUMBER.test(text)) {
    no = first;
    label = rest[0];
    rest = rest.slice(1);
  } else {
    const led = LED_NUMBER.exec(text)?.[0].length ?? 0;
    if (led > 0) {
      no = { from: first.from, to: first.from + led };
      label = { from: first.from + led, to: first.to };
    }
  }
  if (!label) return { ...plain, no, rest: [] };
  const words = line.slice(label.from, label.to);
  const full = leadingLabel(words);
  const runsOn = full?.runsOn === true;
  return { at, line, no, label, rest, runsOn, labelled: full !== null || isLabel(words) };
};

/** Words with which a label goes on below. */
const GOES_ON = /^[\s,/]*(?:dan|atau|serta)?[\s,/]*$/i;

/** Where the content behind a label begins that fills its column, so that one blank parts the two; null where none does. */
const behindLabel = (line: string, label: Span, first: number): number | null => {
  let found: number | null = null;
  for (let at = first - DRIFT; at <= first + DRIFT; at++) {
    if (at <= label.from || at >= label.to || line[at - 1] !== " " || line[at] === " ") continue;
    const words = line.slice(label.from, at).trimEnd();
    const match = matchLabels(words)[0];
    if (!match || match.similarity < SURE) continue;
    const tail = words.slice(match.end);
    if (
      (GOES_ON.test(tail) || isLabelTail(tail, match.key)) &&
      (found === null || Math.abs(at - first) < Math.abs(found - first))
    )
      found = at;
  }
  return found;
};

const firstOf = (starts: readonly number[]): number => starts[0] as number;
const lastOf = (starts: readonly number[]): number => starts.at(-1) as number;

/** Columns of the contents of one page. */
export interface SideColumns {
  /** Columns at which the contents of each service begin, as the lines show them: each once, the first one first. */
  starts: readonly (readonly number[])[];
  /** Where most of each service's begin. */
  middles: readonly number[];
  /** Where each content ends at the furthest, on lines that show all. */
  ends: readonly number[];
}

/** The columns that the lines with a content for every service show; null where they are too few. */
const shownColumns = (lines: readonly Headed[], services: number): SideColumns | null => {
  const sure = lines.filter(({ labelled, runsOn, rest }) => labelled && !runsOn && rest.length === services);
  const first = sure.reduce<number | null>((least, { rest }) => {
    const { from } = rest[0] as Span;
    return least === null || from < least ? from : least;
  }, null);
  const shown = lines.filter(({ rest, label, labelled, runsOn }) => {
    if (rest.length !== services || runsOn) return false;
    if (first === null) return label === null;
    return labelled || (rest[0] as Span).from >= first - NEAR;
  });
  if (shown.length < MIN_SHOWN) return null;
  const starts: number[][] = [];
  const middles: number[] = [];
  const ends: number[] = [];
  for (let service = 0; service < services; service++) {
    const spans = shown.map(({ rest }) => rest[service] as Span);
    const all = spans.map(({ from }) => from).sort((a, b) => a - b);
    middles.push(all[Math.floor(all.length / 2)] as number);
    starts.push([...new Set(all)]);
    ends.push(spans.reduce((most, { to }) => Math.max(most, to), 0));
  }
  return { starts, middles, ends };
};

/** A text that ends so far behind the place where its neighbour begins is two. */
const SURELY_TWO = 12;
const SIGN = /^[-–•▪✓]\s{1,3}/;

/** Where a content is cut that runs on into its neighbour behind one blank; null where it does not. */
const cutWithin = (line: string, run: Span, next: readonly number[], end: number): number | null => {
  if (run.to <= end + NEAR) return null;
  const furthest = lastOf(next);
  const two = run.to > furthest + SURELY_TWO;
  let best: { at: number; worth: number } | null = null;
  const least = firstOf(next) - NEAR;
  for (let at = least - DRIFT; at <= Math.max(end, furthest) + DRIFT; at++) {
    if (at <= run.from || at >= run.to || line[at - 1] !== " " || line[at] === " ") continue;
    // Further left stands only the mark of a list, its words where the others begin.
    if (at < least && !next.includes(at + markLength(line, at))) continue;
    const worth = beginWorth(line, at, next, two);
    if (!best || worth > best.worth) best = { at, worth };
  }
  return best && best.worth > 0 ? best.at : null;
};

/** Characters of the mark of a list that stands here, its blanks among them; 0 where none does. */
const markLength = (line: string, at: number): number => {
  const head = line.slice(at, at + 12);
  return enumerator(head)?.length ?? SIGN.exec(head)?.[0].length ?? 0;
};

/** How far a content seems to begin here: at the mark of a list, at a place where others begin, with a capital. */
const beginWorth = (line: string, at: number, starts: readonly number[], capitals: boolean): number => {
  const mark = markLength(line, at);
  const nearness = (place: number): number =>
    starts.includes(place) ? 2 : starts.some((start) => Math.abs(start - place) <= 1) ? 1 : 0;
  const near = Math.max(nearness(at), mark > 0 ? nearness(at + mark) : 0);
  const capital = capitals && /[A-Z]/.test(line[at + mark] ?? "") ? 1.5 : 0;
  return (mark > 0 ? 2 : 0) + near + capital;
};

/** The mark of a list at the end of a text whose words stand behind a gap. */
const LAST_MARK =
  /\s(?:(?<!\b(?:nomor|no\.|pasal|ayat|huruf|angka|tahun)\s)(?:\d{1,2}|[a-z])\.|\(?(?:\d{1,2}|[a-z])\)|[-–•▪✓])$/i;

/** So far left of a column stands a mark that a converter set right behind the neighbour's text. */
const REACH = 16;

/** Texts of a line, each with the mark of its list, though that stand right behind the neighbour's last word. */
const withOwnMarks = (line: string, runs: readonly Span[], next: readonly (readonly number[])[]): Span[] => {
  const result = [...runs];
  for (let at = 0; at + 1 < result.length; at++) {
    const run = result[at] as Span;
    const mark = LAST_MARK.exec(line.slice(run.from, run.to));
    if (!mark) continue;
    const from = run.from + mark.index + 1;
    if (
      from <= run.from ||
      !next.some((starts) => from >= firstOf(starts) - REACH && from <= lastOf(starts) + DRIFT)
    )
      continue;
    result[at] = { from: run.from, to: from - 1 };
    result[at + 1] = { from, to: (result[at + 1] as Span).to };
  }
  return result;
};

/** Where a content begins behind the rest of a label that reaches it, -1 where it does not. */
const withinLabel = (line: string, label: Span, starts: readonly number[]): number => {
  const first = firstOf(starts);
  let border = -1;
  let most = 0;
  for (let at = first - NEAR; at <= lastOf(starts) + NEAR; at++) {
    if (at <= label.from || at >= label.to || line[at - 1] !== " " || line[at] === " ") continue;
    const worth = beginWorth(line, at, starts, true);
    if (worth > most) {
      most = worth;
      border = at;
    }
  }
  return border < 0 ? line.lastIndexOf(" ", first) + 1 : border;
};

const cutLine = (headed: Headed, columns: SideColumns): SideLine => {
  const { at, line, no, labelled } = headed;
  const services = columns.starts.length;
  const { middles } = columns;
  const contents: (Span | null)[] = new Array(services).fill(null);
  const put = (service: number, { from, to }: Span): void => {
    const had = contents[service];
    contents[service] = had ? { from: had.from, to } : { from, to };
  };
  let { label } = headed;
  let rest = headed.rest;
  const first = firstOf(columns.starts[0] as number[]);
  if (label && rest.length > 0)
    [label, ...rest] = withOwnMarks(line, [label, ...rest], columns.starts) as [Span, ...Span[]];
  if (label && label.from >= first - NEAR && !labelled) {
    rest = [label, ...rest];
    label = null;
  } else if (label && label.to > first + NEAR) {
    const behind = behindLabel(line, label, first);
    const border = behind ?? (labelled ? -1 : withinLabel(line, label, columns.starts[0] as number[]));
    if (border > label.from) {
      rest = [{ from: border, to: label.to }, ...rest];
      label = { from: label.from, to: border };
    }
  }
  for (const run of withOwnMarks(line, rest, columns.starts.slice(1))) {
    let service = 0;
    while (
      service + 1 < services &&
      run.from >= ((middles[service] as number) + (middles[service + 1] as number)) / 2
    )
      service++;
    let part = run;
    while (service + 1 < services) {
      const cut = cutWithin(
        line,
        part,
        columns.starts[service + 1] as number[],
        columns.ends[service] as number,
      );
      if (cut === null) break;
      put(service, { from: part.from, to: cut });
      part = { from: cut, to: part.to };
      service++;
    }
    put(service, part);
  }
  return { at, no, label, contents, labelled };
};

/** What stands on a line of such a page. */
export type SidePart = SideLine | { at: number; foot: true } | { at: number; divider: true };
type Printed = Headed | { at: number; foot: true } | { at: number; divider: true };

const printedLines = (lines: readonly string[], from: number, to: number): Printed[] => {
  const found: Printed[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at] as string;
    const text = line.trim();
    if (text === "") continue;
    if (isPageNumber(text)) found.push({ at, foot: true });
    else if (dividerHalf(text) !== null) found.push({ at, divider: true });
    else found.push(headedLine(line, at));
  }
  return found;
};

/** A page's lines, cut, and the columns at which they are. */
export interface SidePage {
  parts: SidePart[];
  columns: SideColumns;
}

/**
 * The pages (`to` excluded) of one table, cut at the columns of `services` contents. A page that shows none has those of
 * the page before, the first one those of the next. Null where no page shows any.
 */
export const cutPages = (
  lines: readonly string[],
  pages: readonly { from: number; to: number }[],
  services: number,
): SidePage[] | null => {
  const printed = pages.map(({ from, to }) => printedLines(lines, from, to));
  const shown = printed.map((page) =>
    shownColumns(
      page.filter((one): one is Headed => "line" in one),
      services,
    ),
  );
  let columns = shown.find((one) => one !== null);
  if (!columns) return null;
  const result: SidePage[] = [];
  for (const [nth, page] of printed.entries()) {
    const own: SideColumns = shown[nth] ?? columns;
    columns = own;
    result.push({ parts: page.map((one) => ("line" in one ? cutLine(one, own) : one)), columns: own });
  }
  return result;
};
