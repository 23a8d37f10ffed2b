import type { Kysely, Migration, MigrationProvider } from "kysely";
import type { Engine } from "../engine.ts";
import * as begin from "./0001_begin.ts";
import * as scores from "./0002_scores.ts";
import * as register from "./0003_register.ts";
import * as survey from "./0004_survey.ts";
import * as legalBasis from "./0005_legal_basis.ts";
import * as proposals from "./0006_proposals.ts";
import * as surveyDrafts from "./0008_survey_drafts.ts";
import * as instruments from "./0009_instruments.ts";
import * as accounts from "./0010_accounts.ts";
import * as reviews from "./0011_reviews.ts";
import * as suggestions from "./0012_suggestions.ts";
import * as assessments from "./0013_assessments.ts";
import * as corrections from "./0014_corrections.ts";
import * as followUp from "./0015_follow_up.ts";
import * as reports from "./0016_reports.ts";
import * as draftRejected from "./0017_draft_rejected.ts";

type EngineMigration = (engine: Engine) => (db: Kysely<unknown>) => Promise<void>;

/** Every migration there is, in order of name. A folder is not searched: a bundle has none. */
const MIGRATIONS: Record<string, EngineMigration> = {
  "0001_begin": begin.up,
  "0002_scores": scores.up,
  "0003_register": register.up,
  "0004_survey": survey.up,
  "0005_legal_basis": legalBasis.up,
  "0006_proposals": proposals.up,
  "0008_survey_drafts": surveyDrafts.up,
  "0009_instruments": instruments.up,
  "0010_accounts": accounts.up,
  "0011_reviews": reviews.up,
  "0012_suggestions": suggestions.up,
  "0013_assessments": assessments.up,
  "0014_corrections": corrections.up,
  "0015_follow_up": followUp.up,
  "0016_reports": reports.up,
  "0017_draft_rejected": draftRejected.up,
};

/** The registry as Kysely's migrator takes it. Migrations run forward only. */
export const migrationsFor = (engine: Engine): MigrationProvider => ({
  getMigrations: async () =>
    Object.fromEntries(
      Object.entries(MIGRATIONS).map(([name, up]): [string, Migration] => [name, { up: up(engine) }]),
    ),
});
