import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Db } from "#db/connection.ts";
import { listRegencies } from "#db/queries/regencies.ts";
import { type KnownText, knownTexts, type RegisterRows, registerOf } from "#db/queries/register.ts";
import {
  type StagedDecree,
  stagedComponents,
  stagedDeclared,
  stagedDecrees,
  stagedFindings,
  stagedServices,
} from "#db/queries/staging.ts";
import { uploadById, waitingUploads } from "#db/queries/uploads.ts";
import type { FindingTable, RegencyTable, ServiceTextTable, UploadTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { declaredRows } from "./declared-rows.ts";
import { notFound } from "./errors.ts";
import { groupBy } from "./group-by.ts";
import { type Identity, type ProposedIdentity, proposeIdentities } from "./identity.ts";
import { regencyKey } from "./keys.ts";
import { cellsOf, completenessOf, lineRange, regencyRef, serviceRef } from "./refs.ts";
import { zoneOfRegency } from "./regency-zone.ts";
import { linksFor } from "./register.server.ts";
import { sameText, versionsOf } from "./store.server.ts";
import { CutCoverage, parseStored } from "./stored-json.ts";
import { countCodes } from "./tallies.ts";
import type { PreviewDecree, PreviewService, UploadOutcome, UploadView } from "./views.ts";

/** Uploads that still wait, newest first: they may be left and found again. */
export const listWaitingUploads = async (
  db: Db,
  scope: Scope,
): Promise<
  { id: string; name: string; at: string; by: string; jobId: string | null; step: UploadTable["state"] }[]
> =>
  (await waitingUploads(db.read, scope)).map(({ id, name, at, by, job_id, state }) => ({
    id,
    name,
    at,
    by,
    jobId: job_id,
    step: state,
  }));

/** An upload with everything a person needs to say yes or no. */
export const getUpload = async (db: Db, scope: Scope, id: string): Promise<UploadView> => {
  const upload = await uploadById(db.read, scope, id);
  if (!upload) throw notFound();
  const view: UploadView = {
    id,
    name: upload.name,
    size: upload.size,
    step: upload.state,
    at: upload.at,
    by: upload.by,
    jobId: upload.job_id,
    lines: upload.lines,
    outcome: upload.outcome ? (JSON.parse(upload.outcome) as UploadOutcome) : null,
    decrees: [],
    fileFindings: [],
  };
  if (upload.state !== "pratinjau") return view;
  const staged = await stagedDecrees(db.read, id);
  const readingIds = staged.map((decree) => decree.reading_id);
  const findings = await stagedFindings(db.read, readingIds);
  const rows: StagedRows = {
    services: groupBy(await stagedServices(db.read, readingIds), (row) => row.reading_id),
    components: groupBy(await stagedComponents(db.read, readingIds), (row) => row.service_text_id),
    findings: groupBy(findings, (row) => row.reading_id),
    declared: groupBy(await stagedDeclared(db.read, readingIds), (row) => row.reading_id),
  };
  const identities = proposeIdentities(staged.map(readIdentity));
  const regencies = await listRegencies(db.read, scope);
  const known = new Map<number, Known>();
  for (const [index, decree] of staged.entries()) {
    const identity = identities[index] as ProposedIdentity;
    const regency = regencies.find(
      (row) => identity.regency && row.name_key === regencyKey(identity.regency),
    );
    if (regency && !known.has(regency.id)) {
      known.set(regency.id, {
        regency,
        register: await registerOf(db.read, regency.id),
        texts: await knownTexts(db.read, regency.id),
      });
    }
    view.decrees.push(previewDecree(decree, identity, rows, regency ? known.get(regency.id) : undefined));
  }
  view.fileFindings = findings
    .filter((finding) => FILE_CODES.has(finding.code))
    .map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      lines: lineRange(finding),
    }));
  return view;
};

/** Findings that say something about the file rather than about one decree of it. */
const FILE_CODES = new Set<AnyFindingCode>(["encoding"]);

interface Known {
  regency: RegencyTable;
  register: RegisterRows;
  texts: KnownText[];
}

/** Components by table, all else by reading. */
interface StagedRows {
  services: Map<string, ServiceTextTable[]>;
  components: Map<string, Awaited<ReturnType<typeof stagedComponents>>>;
  findings: Map<string, FindingTable[]>;
  declared: Map<string, Awaited<ReturnType<typeof stagedDeclared>>>;
}

/** What was read of a staged decree's identity. */
export const readIdentity = (decree: StagedDecree) => ({
  regencyName: decree.regency_name,
  issuer: decree.issuer,
  number: decree.number,
  numberAnnex: decree.number_annex,
  year: decree.year,
  signed: decree.signed,
});

const EMPTY_REGISTER: RegisterRows = { bagian: [], bagianAliases: [], services: [], serviceAliases: [] };

const previewDecree = (
  decree: StagedDecree,
  identity: ProposedIdentity,
  rows: StagedRows,
  known: Known | undefined,
): PreviewDecree => {
  const services = rows.services.get(decree.reading_id) ?? [];
  const findings = rows.findings.get(decree.reading_id) ?? [];
  const coverage = parseStored(CutCoverage, decree.coverage);
  return {
    index: decree.ordinal,
    regencyName: known ? regencyRef(known.regency).name : identity.regency,
    regency: known ? regencyRef(known.regency) : null,
    asksZone: !known && zoneOfRegency(identity.regency ?? "") === null,
    issuer: identity.issuer,
    number: identity.number,
    numberAnnex: decree.number_annex,
    year: identity.year,
    signed: decree.signed,
    lines: [decree.line_from, decree.line_to],
    needs: identity.needs,
    status: statusOf(decree, identity, known?.texts ?? []),
    coverage: { annexLines: decree.annex_lines, unassignedLines: decree.annex_unassigned },
    unassigned: coverage.unassigned,
    services: previewServices(services, rows.components, known?.register ?? EMPTY_REGISTER),
    declared: declaredRows(
      rows.declared.get(decree.reading_id) ?? [],
      services.map((row) => ({ ...row, service: null })),
      findings,
    ),
    findings: countCodes(findings),
  };
};

const statusOf = (
  decree: StagedDecree,
  identity: ProposedIdentity,
  texts: readonly KnownText[],
): PreviewDecree["status"] => {
  const same = sameText(texts, decree);
  if (same) return { kind: "sama", version: same.version, since: same.at };
  const complete = identity.needs.length === 0;
  const versions = complete ? versionsOf(texts, identity as Identity) : [];
  const newest = versions.at(-1);
  return newest
    ? { kind: "versi", version: newest.version + 1, since: newest.at }
    : { kind: "baru", version: 1, since: null };
};

const previewServices = (
  tables: readonly ServiceTextTable[],
  components: StagedRows["components"],
  register: RegisterRows,
): PreviewService[] => {
  const links = linksFor(register, tables);
  return tables.map((table, index) => {
    const link = links[index] as (typeof links)[number];
    const service = register.services.find((row) => row.id === link.serviceId);
    const bagian = register.bagian.find((row) => row.id === service?.bagian_id);
    return {
      ordinal: table.ordinal,
      no: table.no,
      name: table.name,
      bagian: table.bagian,
      line: table.line,
      cells: cellsOf(components.get(table.id) ?? []),
      completeness: completenessOf(table),
      link: {
        kind: link.kind,
        service: service ? serviceRef(service) : null,
        bagian: bagian?.name ?? null,
      },
    };
  });
};
