/**
 * Flow charts that a converter wrote as diagram code ("graph LR A[Pemohon] --> B[Petugas]"): the words of the boxes in
 * order, with an arrow between. The code is a likeness of a drawing, so only its words are text of the decree.
 */

const START = /\b(?:graph|flowchart)\s+(?:TD|TB|BT|LR|RL)\b\s*;?/;
const TOKEN =
  /\s+|;|<?[-=.ox]{1,2}[-=.]*(?:>|-|x|o)|<-+>?|--|\|[^|\n]{0,120}\||(?:subgraph|end|style|classDef|class|linkStyle)\b[^\n;]{0,80}|[A-Za-z][\w.]{0,24}(?=\s*(?:[[({>]|<?-|--|;|$|\n|<?=))|\[+[^\]\n]{0,400}\]+|\(+[^)\n]{0,400}(?:\)+|$)|\{+[^}\n]{0,400}\}+|\[[^\]]{0,400}$/y;
/** Bracket pairs around the words of a box. */
const BOX = /^[[({>]+|[\])}]+$/g;
const CLEAN = /^["\s/\\]+|["\s/\\]+$/g;

/** Replaces diagram code in a text by the words of its boxes; all other text stays as it is. */
export const flowChartWords = (text: string): string => {
  if (!text.includes("graph") && !text.includes("flowchart")) return text;
  let result = "";
  let rest = text;
  for (let match = START.exec(rest); match; match = START.exec(rest)) {
    result += rest.slice(0, match.index);
    const boxes: string[] = [];
    let at = match.index + match[0].length;
    let label = false;
    for (;;) {
      // An arrow's own words: "-- tidak lengkap -->".
      const words = /\s*--\s+([^-\n>]{1,80}?)\s+-->/y;
      words.lastIndex = at;
      const arrow = words.exec(rest);
      if (arrow) {
        boxes.push((arrow[1] as string).trim());
        at += arrow[0].length;
        continue;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(rest);
      if (!token || token[0] === "") break;
      const part = token[0];
      if (/^[[({]/.test(part)) {
        boxes.push(part.replace(BOX, "").replace(CLEAN, ""));
        label = true;
      } else if (part.startsWith("|")) boxes.push(part.slice(1, -1).trim());
      at += part.length;
    }
    if (!label) {
      result += rest.slice(match.index, at);
    } else {
      result += `${boxes.filter((box) => box !== "").join(" → ")}\n`;
    }
    rest = rest.slice(at);
  }
  return result + rest;
};
