/** Tables of what was put on paper. A report is appended, never changed: reopened it shows what it showed. */
export interface ReportsSchema {
  report: ReportTable;
  report_setting: ReportSettingTable;
}

export interface ReportTable {
  r: number;
  id: string;
  /** As the survey spells it: `2025-TW2`. */
  period: string;
  title: string;
  /** "" where it has none. */
  number: string;
  /** Only a draft: something was missing when it was made. */
  draft: 0 | 1;
  /** JSON, ReportModel: every figure and sentence of it. */
  model: string;
  /** JSON, StandardsBefore without its period: what the next quarter compares its standards with; null without standards. */
  standards: string | null;
  /** JSON, ReportOptions: what was chosen, so that the figures of another day can be put beside it. */
  options: string;
  /** SHA-256 of the figures that it was made from. */
  data_hash: string;
  issued_at: string;
  by: string;
}

/** Letterhead and signer of a regency's papers. */
export interface ReportSettingTable {
  r: number;
  /** JSON, ReportSettings. */
  settings: string;
  at: string;
  by: string;
}
