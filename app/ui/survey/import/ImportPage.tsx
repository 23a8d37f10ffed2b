import type { ReactNode } from "react";
import type { DraftHead } from "#app/server/survey/import-steps/head.server.ts";
import { ErrorSummary, type FieldError } from "../../ErrorSummary.tsx";
import type { Filters, IgnoredValue } from "../../filters.ts";
import { link, paths } from "../../links.ts";
import { Page } from "../../Page.tsx";
import { surveyBand } from "../words.ts";
import { stepWords } from "./words.ts";

interface Props {
  draft: DraftHead;
  h1: string;
  step: 2 | 3 | 4 | 5;
  /** What the step is called in the breadcrumb. */
  name: string;
  filters: Filters;
  ignored: readonly IgnoredValue[];
  errors?: readonly FieldError[];
  children: ReactNode;
}

/** The frame of a step of an import: file and regency, where one is, what must be mended, and the way out. */
export function ImportPage({ draft, h1, step, name, filters, ignored, errors = [], children }: Props) {
  return (
    <Page
      eyebrow={`Impor SKM · ${draft.fileName}, ${draft.regency.name}`}
      h1={h1}
      section={paths.imporSkm()}
      filters={filters}
      ignored={ignored}
      zone={draft.regency.zone}
      band={surveyBand(draft.regency)}
      crumbs={[
        { name: "Dasbor", path: paths.dasbor() },
        { name: "Impor SKM", path: paths.imporSkm() },
        { name },
      ]}
      scope={`${stepWords(step, name.toLowerCase())}. ${step < 5 ? "Belum ada yang dihitung." : ""}`}
    >
      <ErrorSummary errors={errors} />
      {children}
      {step < 5 && (
        <form
          method="post"
          action={link(paths.langkahImpor(draft.id, "periksa"), filters)}
          className="buttons"
        >
          <button type="submit" name="tindakan" value="buang" className="second">
            Buang impor ini
          </button>
        </form>
      )}
    </Page>
  );
}
