import { COMPONENT_KEYS, type ComponentKey, PUBLIC_KEYS } from "#app/reader/components.ts";
import type { DecreeRows } from "#db/queries/staging.ts";
import { ANTEROOM, type ComponentState, type FindingTable, type Flag } from "#db/schema.ts";
import type { CutComponent, CutDecree } from "./cut-model.ts";
import { issuerKey, numberKey, searchKey } from "./keys.ts";
import { levelCounts, scoreRows, storedLevel } from "./score-rows.ts";

export interface StagingPlace {
  uploadId: string;
  fileSha: string;
  fileName: string;
  readerVersion: string;
  at: string;
  by: string;
  newId(): string;
  /** Id of the table of an ordinal, the same for every decree of the file. */
  tableId(ordinal: number): string;
}

const r = ANTEROOM;
const flag = (value: boolean): Flag => (value ? 1 : 0);

/** The rows of one cut decree as the anteroom holds them. */
export const decreeRows = (cut: CutDecree, place: StagingPlace): DecreeRows => {
  const { at, by, newId } = place;
  const decreeId = newId();
  const textId = newId();
  const readingId = newId();
  const own = new Set(cut.services.map((service) => service.ordinal));
  const tableId = (ordinal: number | null): string | null =>
    ordinal !== null && own.has(ordinal) ? place.tableId(ordinal) : null;
  const scores = cut.scores
    ? scoreRows(cut.scores, {
        r,
        readingId,
        tableId: place.tableId,
        contentHash: () => null,
        newId,
      })
    : { verdict: [], unit_verdict: [], finding: [], citation: [] };
  const factsOnly = cut.text === null;
  return {
    decree: [
      {
        r,
        id: decreeId,
        upload_id: place.uploadId,
        ordinal: cut.index,
        regency_name: cut.regencyName,
        issuer: cut.issuer,
        issuer_key: issuerKey(cut.issuer),
        number: cut.number,
        number_key: numberKey(cut.number),
        number_annex: cut.numberAnnex,
        year: cut.year,
        signed: cut.signed,
        maklumat: flag(cut.maklumat),
        slug: "",
      },
    ],
    decree_text: [
      {
        r,
        id: textId,
        decree_id: decreeId,
        version: 0,
        file_sha: factsOnly ? null : place.fileSha,
        file_name: place.fileName,
        line_from: cut.lines[0],
        line_to: cut.lines[1],
        text_hash: cut.textHash,
        facts_only: flag(factsOnly),
        status: "pratinjau",
        at,
        by,
      },
    ],
    naskah_line: (cut.text ?? []).map((text, index) => ({
      r,
      text_id: textId,
      line: cut.lines[0] + index,
      text,
      search_key: searchKey(text),
    })),
    reading: [
      {
        r,
        id: readingId,
        text_id: textId,
        reader_version: place.readerVersion,
        coverage: JSON.stringify(cut.coverage),
        annex_lines: cut.coverage.annex_lines,
        annex_unassigned: cut.coverage.annex_unassigned,
        current: 1,
        machine_id: null,
        at,
        scorer_version: cut.scores?.scorer ?? null,
        instrument_id: cut.scores?.instrument.id ?? null,
        head: JSON.stringify(cut.head),
      },
    ],
    span: cut.spans.map((span) => ({
      r,
      reading_id: readingId,
      line: span.line,
      col_from: span.from,
      col_to: span.to,
      role: span.role,
      ordinal: span.service,
      component: span.component,
    })),
    service_text: cut.services.map((service) => ({
      r,
      id: tableId(service.ordinal) as string,
      reading_id: readingId,
      ordinal: service.ordinal,
      service_id: null,
      bagian: service.bagian,
      no: service.no,
      name: service.name,
      line: service.line,
      same_as: tableId(service.sameAs),
      content_hash: service.contentHash,
      pengguna: service.pengguna,
      status: "pratinjau",
      ...stateCounts(service),
      ...levelCounts(cut.scores?.services.get(service.ordinal)?.levels),
    })),
    declared: cut.declared.map((declared, seq) => ({
      r,
      reading_id: readingId,
      seq,
      bagian: declared.bagian,
      name: declared.name,
      service_text_id: tableId(declared.service),
    })),
    component: cut.services.flatMap((service) =>
      COMPONENT_KEYS.map((key) => {
        const { state, label, text, lines, confidence, facts } = service.components[key];
        return {
          r,
          service_text_id: tableId(service.ordinal) as string,
          key,
          state,
          label,
          text,
          line_from: lines?.[0] ?? null,
          line_to: lines?.[1] ?? null,
          confidence,
          facts: facts ? JSON.stringify(facts) : null,
          level: storedLevel(cut.scores?.services.get(service.ordinal)?.levels[key]),
        };
      }),
    ),
    verdict: scores.verdict,
    unit_verdict: scores.unit_verdict,
    citation: scores.citation,
    finding: [
      ...cut.findings.map(
        (finding): FindingTable => ({
          r,
          id: newId(),
          reading_id: readingId,
          service_text_id: tableId(finding.service),
          code: finding.code,
          severity: finding.severity,
          component: finding.component,
          message: finding.message,
          line_from: finding.lines?.[0] ?? null,
          line_to: finding.lines?.[1] ?? null,
          origin: "pembaca",
          instrument_id: null,
          scorer_version: null,
          source_text_id: null,
          bagian: null,
          criterion: null,
          reason: null,
          quote: null,
        }),
      ),
      ...scores.finding,
    ],
  };
};

/** Components counted by state, all and public: what lists and dashboards add up. */
export const stateCounts = (service: { components: Record<ComponentKey, Pick<CutComponent, "state">> }) => {
  const states = COMPONENT_KEYS.map((key) => ({
    isPublic: PUBLIC_KEYS.includes(key),
    state: service.components[key].state,
  }));
  const count = (of: "present" | "absent" | "unreadable", publicOnly: boolean) =>
    states.filter(({ state, isPublic }) => groupOf(state) === of && (isPublic || !publicOnly)).length;
  return {
    present_n: count("present", false),
    absent_n: count("absent", false),
    unreadable_n: count("unreadable", false),
    present_public_n: count("present", true),
    absent_public_n: count("absent", true),
    unreadable_public_n: count("unreadable", true),
  };
};

const groupOf = (state: ComponentState) => {
  if (state === "ada") return "present";
  return state === "page_lost" || state === "ocr_damage" ? "unreadable" : "absent";
};
