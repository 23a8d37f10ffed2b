/** A component on which the scorer and a hand-read truth part: where, how, and why ours stands or what we lack. */
export interface Disagreement {
  line: number;
  service: string;
  component: string;
  how: string;
  why: string;
}

/** Whose the difference is: the rules hold to the scale (`rule`), the reading lost the text (`reading`), or we fall short. */
type Cause = "rule" | "reading" | "short";

interface Known {
  document: string;
  line: number;
  component: string;
  cause: Cause;
  why: string;
}

const SCALE =
  "The scale counts several grades of superiors as who, and a system of internal control as method: that is level 3.";
const PARTS = "Part of the text is missing from what was read: the table is broken by the scan.";

const known = (document: string, lines: readonly number[], component: string, cause: Cause, why: string) =>
  lines.map((line): Known => ({ document, line, component, cause, why }));

/** What was looked at, by document, line of the service's heading and component. */
const KNOWN: readonly Known[] = [
  ...known("temanggung", [573, 602, 625, 649, 672], "pengawasan", "rule", SCALE),
  ...known(
    "temanggung",
    [722],
    "prosedur",
    "rule",
    "The result is handed to the applicant; what follows it is only talk about it.",
  ),
  ...known(
    "temanggung",
    [769],
    "prosedur",
    "short",
    "The last step is a report between offices; it reads like a hand-over to the user.",
  ),
  ...known(
    "temanggung",
    [329],
    "produk",
    "short",
    "A heading over a list of results reads like an activity.",
  ),
  ...known(
    "temanggung",
    [382],
    "prosedur",
    "short",
    "There are two ways; the first ends with a hand-over, only the last one is looked at.",
  ),
  ...known(
    "temanggung",
    [487],
    "jaminan_pelayanan",
    "short",
    "A clause of a sister service inside an item that else is right.",
  ),
  ...known(
    "temanggung",
    [487],
    "pengawasan",
    "short",
    "One item of a sister service in a list that else is right.",
  ),
  ...known(
    "temanggung",
    [511],
    "prosedur",
    "short",
    "A page is lost out of the middle; both ends are whole.",
  ),
  ...known("balangan", [223], "prosedur", "reading", PARTS),
  ...known("balangan", [377], "pengawasan", "reading", PARTS),
  ...known("balangan", [537, 1393, 2530], "prosedur", "reading", PARTS),
  ...known("balangan", [1393, 2316], "persyaratan", "reading", PARTS),
  ...known("balangan", [2316], "biaya", "reading", PARTS),
  ...known("balangan", [1393, 2482], "jangka_waktu", "reading", PARTS),
  ...known(
    "balangan",
    [1371],
    "jumlah_pelaksana",
    "short",
    "A head-count in the words of a sister service; its figure may be right.",
  ),
  ...known(
    "balangan",
    [2098],
    "prosedur",
    "short",
    "The last step tells the user of a refusal; it reads like a hand-over.",
  ),
  ...known(
    "balangan",
    [2550],
    "dasar_hukum",
    "rule",
    "A level judges the text in its row alone: type, number and year are there. That the list is another service's is a finding of its own.",
  ),
  ...known(
    "balangan",
    [2670],
    "jaminan_keamanan",
    "rule",
    "Of the guarantee only its end is left: nothing of what is asked can be read.",
  ),
];

const MISS = /^(level|flag without defect|defect not flagged) line (\d+) (.*) \/ ([a-z_]+)(?:: (.*))?$/;

const LABELS: Readonly<Record<Cause, string>> = {
  rule: "we hold to the scale",
  reading: "reading",
  short: "we fall short",
};

/** The scorer's part of a document's misses, with what is known of each. `misses` are those of `scoreAgainstTruth`. */
export function disagreements(document: string, misses: readonly string[]): Disagreement[] {
  return misses.flatMap((miss): Disagreement[] => {
    const match = MISS.exec(miss);
    if (!match) return [];
    const [, kind, at, service, component, detail] = match as unknown as string[];
    const line = Number(at);
    const found = KNOWN.find(
      (one) => one.document === document && one.line === line && one.component === component,
    );
    return [
      {
        line,
        service: service ?? "",
        component: component ?? "",
        how: detail ? `${kind}: ${detail}` : (kind ?? ""),
        why: found ? `${LABELS[found.cause]}: ${found.why}` : "not explained yet",
      },
    ];
  });
}

/** Is a miss of this kind told among the disagreements? */
export const isDisagreement = (miss: string): boolean => MISS.test(miss);
