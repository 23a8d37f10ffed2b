import { ascending } from "d3-array";
import { openDraft } from "#app/survey/draft.ts";
import { type EditionId, edition, type UnsurOrder } from "#app/survey/editions.ts";
import { fraction } from "#app/survey/figures/exact.ts";
import { aggregateUnsur, assemble, toSkmGroup } from "#app/survey/figures/figures.ts";
import { Refusal } from "#app/survey/files/table.ts";
import { type Understanding, understandSurvey } from "#app/survey/read.ts";
import { type Shape, type SkmGroup, type SkmJson, SkmPrinted, type SkmWarning } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import {
  aggregatesIn,
  batchById,
  batchHistory,
  batchUnits,
  publishedIn,
} from "#db/queries/survey/batches.ts";
import { draftById, draftOfLeftRows, pendingDraft, waitingDrafts } from "#db/queries/survey/drafts.ts";
import { countRejected, sourceBySignature, surveyAliases } from "#db/queries/survey/rows.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { BatchState, DraftState, SurveyBatchTable, SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { regencyRefs } from "../lookup.server.ts";
import { parseStored } from "../stored-json.ts";
import type { RegencyRef } from "../views.ts";
import { draftTableHeads, otherSheets, sheetNames } from "./draft-file.server.ts";
import { draftIsBusy, signatureOf } from "./import.server.ts";
import { matchPlaces, type PlaceMatch, type PrintedPlace, type UnitId } from "./places.ts";
import { otherSheetsHash } from "./publish.server.ts";
import {
  countedElsewhere,
  monthsOfGroup,
  otherRegencies,
  printedPlaces,
  type UnitOf,
  unitFinder,
} from "./ready.ts";
import { readyDraft } from "./ready-draft.server.ts";
import { type Register, registerOf } from "./register.ts";
import { type RejectedView, rejectedPage } from "./rejected.server.ts";
import { BatchCounts, DraftResult, SkmOptions } from "./stored.ts";
import type { UnitRef } from "./views.ts";

/** What the pages of the import show, step by step. */

/** A draft as every step names it. */
export interface DraftHead {
  id: string;
  fileName: string;
  regency: RegencyRef;
  state: DraftState;
  at: string;
  by: string;
  /** A job that waits or runs: its page is shown instead. */
  jobId: string | null;
}

/** Form value of a unit of the register; `lewati`: not counted. */
export type UnitValue = string;

export interface UnitChoice {
  value: UnitValue;
  label: string;
}

export interface UnitChoices {
  bagian: UnitChoice[];
  services: { bagian: string | null; choices: UnitChoice[] }[];
}

export interface ImportStart {
  regencies: RegencyRef[];
  waiting: DraftHead[];
}

/** Step 1: where files can go, and what waits already. */
export const getImportStart = async (db: Db, scope: Scope): Promise<ImportStart> => {
  const regencies = await regencyRefs(db, scope);
  const waiting = await waitingDrafts(db.read, scope);
  const heads = await Promise.all(waiting.map((draft) => headOf(db, scope, draft)));
  return { regencies: [...regencies.values()], waiting: heads };
};

const headOf = async (db: Db, scope: Scope, draft: SurveyDraftTable): Promise<DraftHead> => {
  const regency = (await regencyRefs(db, scope)).get(draft.r);
  if (!regency) throw notFound();
  return {
    id: draft.id,
    fileName: draft.file_name,
    regency,
    state: draft.state,
    at: draft.at,
    by: draft.by,
    jobId: (await draftIsBusy(db.read, scope, draft)) ? draft.job_id : null,
  };
};

const draftAt = async (db: Db, scope: Scope, id: string): Promise<SurveyDraftTable> => {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  return draft;
};

/** Where a draft stands. @throws AppError 404 outside the scope */
export const getDraftHead = async (db: Db, scope: Scope, id: string): Promise<DraftHead> =>
  headOf(db, scope, await draftAt(db, scope, id));

export interface ColumnView {
  /** 0-based. */
  index: number;
  header: string;
  /** The first three answers, as printed; none of a personal column. */
  samples: string[];
  /** Unsur key or field; null: not used. */
  holds: string | null;
  confidence: number;
  by: Understanding["columns"][number]["by"];
}

export interface ColumnsStep {
  draft: DraftHead;
  options: SkmOptions;
  sheet: string | null;
  /** Sheets of the workbook that hold a survey. */
  sheets: string[];
  /** Those that wait for an import of their own. */
  otherSheets: string[];
  shape: Shape;
  edition: EditionId;
  columns: ColumnView[];
  /** Headers of the columns whose cells were not kept. */
  dropped: string[];
  /** U8 and U9 hang on their order alone; `chosen` null while neither a person nor a legend has said. */
  order: { chosen: UnsurOrder | null } | null;
  /** Answers of a file with another scale; `answers` null where they are too many to be mapped one by one. */
  scale: { answers: { printed: string; score: number | null }[] | null } | null;
  /** Name of the source whose earlier choices were applied. */
  remembered: string | null;
  /** Why the file could not be counted with these choices. */
  refusal: string | null;
}

/** Step 2: how the columns were understood. */
export const getColumnsStep = async (db: Db, scope: Scope, id: string): Promise<ColumnsStep> => {
  const draft = await draftAt(db, scope, id);
  const options = parseStored(SkmOptions, draft.options);
  const file = openDraft(await draftTableHeads(db, draft), draft.file_sha256);
  const { understanding, problem } = understoodAnyhow((chosen) => understandSurvey(file, chosen), options);
  const result = draft.result === null ? null : parseStored(DraftResult, draft.result);
  const refusal = result && "refusal" in result ? result.refusal : null;
  const orderWarned =
    result && "json" in result && result.json.warnings.some(({ code }) => code === "u8_u9_order");
  const asksOrder = understanding.orderAssumed || orderWarned || options.order !== undefined;
  const asksScale = refusal?.code === "wrong_scale" || options.scale !== undefined;
  // Before the file is counted anew those stand that were mapped before.
  const answers = asksScale ? (result?.printed ?? (options.scale ? Object.keys(options.scale) : null)) : null;
  const source = await sourceBySignature(db.read, draft.r, signatureOf(understanding.columns));
  return {
    draft: await headOf(db, scope, draft),
    options,
    sheet: understanding.sheet,
    sheets: understanding.sheets,
    otherSheets: otherSheets(draft, understanding.sheet).flatMap(({ name }) => name ?? []),
    shape: understanding.shape,
    edition: understanding.edition,
    columns: understanding.columns.map((column, at) => ({
      index: column.index,
      header: column.header,
      samples:
        column.field === "personal" ? [] : understanding.samples.flatMap((row) => row[at] || []).slice(0, 3),
      holds: column.unsur ?? column.field,
      confidence: column.confidence,
      by: column.by,
    })),
    dropped: understanding.columns.flatMap(({ field, header }) => (field === "personal" ? [header] : [])),
    order: asksOrder ? { chosen: options.order ?? understanding.legend } : null,
    scale: asksScale
      ? {
          answers: answers?.map((printed) => ({ printed, score: options.scale?.[printed] ?? null })) ?? null,
        }
      : null,
    remembered: source?.name ?? null,
    refusal: problem ?? refusal?.message ?? null,
  };
};

/** The understanding with the user's choices, or without them where they lead nowhere, and why. */
const understoodAnyhow = (
  understand: (options: SkmOptions) => Understanding,
  options: SkmOptions,
): { understanding: Understanding; problem: string | null } => {
  try {
    return { understanding: understand(options), problem: null };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { understanding: understand({}), problem: cause.message };
  }
};

export interface PlaceView extends PrintedPlace {
  n: number | null;
  periods: string[];
  how: PlaceMatch["how"];
  /** The unit chosen before, or the proposed one; "" where nobody knows. */
  value: UnitValue;
}

export interface PlacesStep {
  draft: DraftHead;
  shape: Shape;
  places: PlaceView[];
  units: UnitChoices;
  /** Groups without months, of all. */
  withoutPeriod: number;
  groups: number;
  /** As the user gave it. */
  period: string | null;
  /** Further regencies that the file names; `counted`: its user says that they are this one. */
  otherRegencies: { name: string; n: number | null; counted: boolean }[];
}

const registerFor = async (db: Db, scope: Scope, r: number) => {
  const units = await surveyUnits(db.read, scope, r);
  return { ...units, register: registerOf(units.services, units.bagian) };
};

const SKIP = "lewati";

const formValue = (unit: UnitId | null | undefined, register: Register): UnitValue => {
  if (unit === null) return SKIP;
  const ref = unit && register.unitOf(unit.kind, unit.id);
  if (!ref) return "";
  if (ref.kind === "setda") return "setda";
  return ref.kind === "layanan" ? `layanan-${ref.service.no}` : `bagian-${ref.bagian.slug}`;
};

/** Step 3: places of the file beside the register. Null while the file is not counted. */
export const getPlacesStep = async (db: Db, scope: Scope, id: string): Promise<PlacesStep | null> => {
  const draft = await draftAt(db, scope, id);
  const json = jsonOf(draft);
  if (!json) return null;
  const { services, bagian, register } = await registerFor(db, scope, draft.r);
  const { regencies, apart, places: said } = await readyDraft(db.read, scope, draft);
  const printed = printedPlaces(json.groups, apart);
  const chosen = unitFinder(said, apart);
  const matches = matchPlaces(printed, { services, bagian }, await surveyAliases(db.read, draft.r));
  const head = await headOf(db, scope, draft);
  const own = json.groups.filter(({ regency }) => regency === null || !apart.has(regency));
  const groupsOf = (bagianId: string | null) => ({
    bagian: bagian.find((one) => one.id === bagianId)?.name ?? null,
    choices: services
      .filter((one) => one.bagian_id === bagianId)
      .map((one) => ({ value: `layanan-${one.no}`, label: one.name })),
  });
  return {
    draft: head,
    shape: json.shape,
    places: printed.map((place, at) => {
      const match = matches[at] as PlaceMatch;
      const before = chosen({ ...place, regency: null });
      return {
        ...place,
        how: before === undefined ? match.how : "alias",
        value:
          before === undefined
            ? match.unit
              ? formValue(match.unit, register)
              : ""
            : formValue(before, register),
      };
    }),
    units: {
      bagian: bagian.map((one) => ({ value: `bagian-${one.slug}`, label: one.name })),
      services: [...bagian.map((one) => one.id), null]
        .map(groupsOf)
        .filter(({ choices }) => choices.length > 0),
    },
    withoutPeriod: own.filter((group) => monthsOfGroup(group) === null).length,
    groups: own.length,
    period: parseStored(SkmOptions, draft.options).period ?? null,
    otherRegencies: countedElsewhere(
      json.groups,
      new Set(otherRegencies(json.groups, head.regency.name)),
    ).map((one) => ({ ...one, counted: regencies.includes(one.name) })),
  };
};

/** The unit that a form names; null: not counted; undefined: there is no such unit. */
export const unitReader = async (
  db: Db,
  scope: Scope,
  id: string,
): Promise<(value: UnitValue) => UnitId | null | undefined> => {
  const draft = await draftAt(db, scope, id);
  const { services, bagian } = await surveyUnits(db.read, scope, draft.r);
  return (value) => {
    if (value === SKIP) return null;
    if (value === "setda") return { kind: "setda", id: "" };
    const service = services.find(({ no }) => value === `layanan-${no}`);
    if (service) return { kind: "layanan", id: service.id };
    const one = bagian.find(({ slug }) => value === `bagian-${slug}`);
    return one ? { kind: "bagian", id: one.id } : undefined;
  };
};

const jsonOf = (draft: SurveyDraftTable): SkmJson | null => {
  const result = draft.result === null ? null : parseStored(DraftResult, draft.result);
  return result && "json" in result ? result.json : null;
};

export interface GroupView {
  unit: UnitRef | null;
  place: PrintedPlace;
  /** Under whose name it stands, where that is another regency. */
  regency: string | null;
  period: string | null;
  n: number | null;
  ikm: number | null;
  mutu: SkmGroup["mutu"];
}

export interface OverlapView {
  batchId: string;
  fileName: string;
  publishedAt: string | null;
  /** Respondents of it for the same units and months; null where an aggregate prints none. */
  inside: number | null;
  /** All its respondents. */
  whole: number;
}

export interface CheckStep {
  draft: DraftHead;
  json: Pick<SkmJson, "rows" | "shape" | "edition" | "total"> & {
    printed: SkmPrinted | null;
    warnings: SkmWarning[];
  };
  sheet: string | null;
  /** Rejected rows of one page. */
  rejected: RejectedView[];
  rejectedAll: number;
  /** Rejected rows on one page. */
  pageSize: number;
  groups: GroupView[];
  /** Respondents of places that are not counted. */
  leftOut: number;
  /** Respondents under the names of other regencies, which are not counted. */
  elsewhere: { name: string; n: number | null }[];
  /** Rows that a published import holds already, of those to be counted. */
  known: number;
  /** Respondents that storing would add. */
  storable: number;
  /** Index of what would be stored, where the file holds more than that; null where it holds none, or all is stored. */
  counted: { n: number; ikm: number | null; mutu: SkmGroup["mutu"]; kinerja: string | null } | null;
  overlaps: OverlapView[];
  /** Accepted rows that cannot be known again when they are sent a second time. */
  withoutIdentity: number;
  /** What the source was called before. */
  source: string | null;
}

const REJECTED_A_PAGE = 20;

/** Step 4: what storing would do. Null while something is missing before it. */
export const getCheckStep = async (
  db: Db,
  scope: Scope,
  id: string,
  page: number,
): Promise<CheckStep | { missing: "kolom" | "layanan" }> => {
  const draft = await draftAt(db, scope, id);
  const ready = await readyDraft(db.read, scope, draft);
  const { counted, problem, unitOf } = ready;
  if (!counted) return { missing: "kolom" };
  const { json, withoutIdentity } = counted;
  // Where every row was rejected there is nothing to place yet, but all to mend.
  if (problem && (problem !== "kosong" || json.groups.length > 0))
    return { missing: problem === "belum dihitung" && draft.state === "kolom" ? "kolom" : "layanan" };
  const { register } = await registerFor(db, scope, draft.r);
  const source = await sourceBySignature(db.read, draft.r, counted.signature);
  const own = json.groups.filter((group) => unitOf(group));
  return {
    draft: await headOf(db, scope, draft),
    json,
    sheet: counted.sheet,
    rejected: await rejectedPage(db, draft, counted, { page, size: REJECTED_A_PAGE }),
    rejectedAll: json.rows.rejected,
    pageSize: REJECTED_A_PAGE,
    groups: json.groups.map((group) => {
      const unit = unitOf(group);
      return {
        unit: unit ? register.unitOf(unit.kind, unit.id) : null,
        place: { bagian: group.bagian, service: group.service },
        regency: ready.elsewhere.some(({ name }) => name === group.regency) ? group.regency : null,
        period: group.period,
        n: group.n,
        ikm: group.ikm,
        mutu: group.mutu,
      };
    }),
    leftOut: ready.leftOut,
    elsewhere: ready.elsewhere,
    known: ready.known([]),
    storable: ready.storable([]),
    counted:
      json.shape === "aggregate" || own.length === json.groups.length ? null : totalOfGroups(json, own),
    overlaps: await overlapsOf(db, draft.r, json, unitOf),
    withoutIdentity,
    source: source?.name ?? null,
  };
};

/** Index over some groups of a reading: gabungan responden. */
const totalOfGroups = (json: SkmJson, groups: readonly SkmGroup[]): NonNullable<CheckStep["counted"]> => {
  const keys = edition(json.edition).unsur.map(({ key }) => key);
  const unsur = keys.flatMap((key) => {
    const parts = groups.flatMap((group) => group.unsur[key] ?? []);
    const n = parts.reduce((all, one) => all + (one.n ?? 0), 0);
    const hundredths = parts.reduce((all, one) => all + Math.round((one.sum ?? 0) * 100), 0);
    return n === 0
      ? []
      : [aggregateUnsur(json.edition, key, { n, sum: fraction(hundredths, 100), nrr: null })];
  });
  const n = groups.reduce((all, group) => all + (group.n ?? 0), 0);
  const { ikm, mutu, kinerja } = toSkmGroup(NOWHERE, assemble(json.edition, n, unsur));
  return { n, ikm, mutu, kinerja };
};

const NOWHERE = { regency: null, bagian: null, service: null, period: null };

/** What is published for the same units in months that touch those of the file. */
const overlapsOf = async (db: Db, r: number, json: SkmJson, unitOf: UnitOf): Promise<OverlapView[]> => {
  const own = json.groups.flatMap((group) => {
    const unit = unitOf(group);
    const months = monthsOfGroup(group);
    return unit && months ? [{ unit, months }] : [];
  });
  if (own.length === 0) return [];
  const from = own.map(({ months }) => months.from).sort(ascending)[0] as string;
  const to = own
    .map(({ months }) => months.to)
    .sort(ascending)
    .at(-1) as string;
  const published =
    json.shape === "aggregate"
      ? await aggregatesIn(db.read, r, from, to)
      : await publishedIn(db.read, r, from, to);
  const found = new Map<string, OverlapView>();
  for (const one of published) {
    const same = own.some(
      ({ unit, months }) =>
        unit.kind === one.unit_kind &&
        unit.id === one.unit_id &&
        months.from <= one.to_month &&
        months.to >= one.from_month,
    );
    const n = one.n === null ? null : Number(one.n);
    const view = found.get(one.batch_id) ?? {
      batchId: one.batch_id,
      fileName: one.file_name,
      publishedAt: one.published_at,
      inside: 0,
      whole: 0,
    };
    view.whole += n ?? 0;
    if (same) {
      view.inside = view.inside === null || n === null ? null : view.inside + n;
      found.set(one.batch_id, view);
    }
  }
  return [...found.values()];
};

export interface ImportView {
  id: string;
  fileName: string;
  regency: RegencyRef;
  shape: Shape;
  edition: EditionId;
  /** `YYYY-MM`. */
  months: { from: string; to: string };
  counts: BatchCounts;
  printed: SkmPrinted | null;
  units: { unit: UnitRef; n: number }[];
  state: BatchState;
  replacedBy: { id: string; fileName: string } | null;
  at: string;
  by: string;
  publishedAt: string | null;
  /** Rows that counted until now and would no longer. */
  stored: number;
}

export interface DoneStep {
  draft: DraftHead;
  /** Null where the draft was thrown away. */
  batch: ImportView | null;
  /** Rows that were rejected. */
  rejected: number;
  /** The draft in which rejected rows wait to be mended and sent again. */
  leftDraft: string | null;
  /** The draft in which sheets of the same workbook wait that no import has read. */
  waiting: { draft: string; sheets: string[] } | null;
}

/** After the last step: what was stored. */
export const getDoneStep = async (db: Db, scope: Scope, id: string): Promise<DoneStep> => {
  const draft = await draftAt(db, scope, id);
  const head = await headOf(db, scope, draft);
  const batch =
    draft.state === "tersimpan" && draft.batch_id
      ? await batchById(db.read, scope, draft.batch_id)
      : undefined;
  if (!batch) return { draft: head, batch: null, rejected: 0, leftDraft: null, waiting: null };
  const [view] = await importViews(db, scope, [batch]);
  const left = await draftOfLeftRows(db.read, draft.r, batch.id);
  const waiting = (await pendingDraft(db.read, draft.r, otherSheetsHash(batch.id))) ?? null;
  return {
    draft: head,
    batch: view ?? null,
    rejected: await countRejected(db.read, draft.r, batch.id),
    leftDraft: left?.id ?? null,
    waiting: waiting && { draft: waiting.id, sheets: sheetNames(waiting).flatMap((name) => name ?? []) },
  };
};

/** Every import that was ever published, newest first. */
export const getImportHistory = async (db: Db, scope: Scope): Promise<ImportView[]> =>
  importViews(db, scope, await batchHistory(db.read, scope));

const importViews = async (
  db: Db,
  scope: Scope,
  batches: readonly SurveyBatchTable[],
): Promise<ImportView[]> => {
  const regencies = await regencyRefs(db, scope);
  const registers = new Map<number, Register>();
  for (const r of new Set(batches.map((one) => one.r))) {
    registers.set(r, (await registerFor(db, scope, r)).register);
  }
  const units = await batchUnits(db.read, scope);
  const names = new Map(batches.map((one) => [one.id, one.file_name]));
  return batches.flatMap((batch): ImportView[] => {
    const regency = regencies.get(batch.r);
    if (!regency) return [];
    const own = units.filter(({ batch_id }) => batch_id === batch.id);
    return [
      {
        id: batch.id,
        fileName: batch.file_name,
        regency,
        shape: batch.shape,
        edition: batch.edition,
        months: { from: batch.from_month, to: batch.to_month },
        counts: parseStored(BatchCounts, batch.counts),
        printed: batch.printed === null ? null : parseStored(SkmPrinted, batch.printed),
        units: own.flatMap(({ unit_kind, unit_id, n }) => {
          const unit = registers.get(batch.r)?.unitOf(unit_kind, unit_id);
          return unit ? [{ unit, n }] : [];
        }),
        state: batch.state,
        replacedBy:
          batch.state === "diganti" && batch.replaced_by
            ? { id: batch.replaced_by, fileName: names.get(batch.replaced_by) ?? "" }
            : null,
        at: batch.at,
        by: batch.by,
        publishedAt: batch.published_at,
        stored: own.reduce((sum, { n }) => sum + n, 0),
      },
    ];
  });
};
