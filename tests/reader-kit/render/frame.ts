import type { ModelDecree, ModelService, Rendering } from "../model.ts";
import { type Random, seeded } from "../random.ts";
import { decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, type LineForm, printedNo, serviceHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle, type Style } from "./style.ts";

/** What a layout does with one service, below its heading. */
export type PutService = (page: Page, service: ModelService, style: Style, random: Random) => void;

export interface Frame {
  name: string;
  ext: "txt" | "md" | "html";
  fixed: Partial<Style>;
  form?: LineForm;
}

export const asIs: LineForm = (line) => line;

/** A whole decree whose services are printed one below the other, each in the layout's own way. */
export function renderFrame(decree: ModelDecree, seed: number, frame: Frame, put: PutService): Rendering {
  const random = seeded(seed * 53 + 17);
  const style = makeStyle(random, { tableHead: null, dividers: null, breaks: 0, ...frame.fixed });
  if (style.declared === "annex-table") style.declared = "diktum";
  const form = frame.form ?? asIs;
  const page = new Page();
  const head = decreeHead(page, decree, style, form);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, form);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, form);
      put(page, service, style, random);
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, form);
  return {
    layout: frame.name,
    fileName: `${frame.name}-${seed}.${frame.ext}`,
    text: `${page.lines.join("\n")}\n`,
    truth: {
      decrees: [head],
      services: page.services.map((s) => ({ ...s, no: s.no || null })),
      findings: [],
    },
  };
}
