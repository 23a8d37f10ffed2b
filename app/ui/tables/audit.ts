import { formatInstant } from "#app/format/dates.ts";
import type { ChainView, EventView } from "#app/server/audit.server.ts";
import { ACTION_WORDS, chainName, chainSentence } from "../audit-words.ts";
import { count, type Table, text } from "../table.ts";

/** Changes, newest first: when, who, what, on which thing, from what to what. */
export const eventsTable = (rows: readonly EventView[]): Table<EventView> => ({
  id: "tabel-jejak",
  caption: "Perubahan menurut waktu",
  fileName: "jejak-perubahan",
  rowHead: "waktu",
  rows,
  rowKey: (row) => `${row.regency?.slug ?? "umum"}/${row.seq}`,
  columns: [
    { key: "waktu", head: "Waktu", cell: (row) => text(formatInstant(row.at, row.regency?.zone ?? "WIB")) },
    { key: "rantai", head: "Daerah", cell: (row) => text(chainName(row)) },
    { key: "nomor", head: "Catatan ke-", cell: (row) => count(row.seq) },
    { key: "pelaku", head: "Pelaku", cell: (row) => text(row.actor) },
    { key: "tindakan", head: "Tindakan", cell: (row) => text(ACTION_WORDS[row.action] ?? row.action) },
    { key: "pada", head: "Pada", cell: (row) => text(named(row.subject) ?? "–") },
    { key: "kunci", head: "Kunci", csvOnly: true, cell: (row) => text(row.subject) },
    { key: "rincian", head: "Rincian", cell: (row) => text(detailOf(row) || "–") },
    { key: "kolom", head: "Kolom", csvOnly: true, cell: (row) => text(row.field ?? "") },
    { key: "semula", head: "Semula", csvOnly: true, cell: (row) => text(row.before ?? "") },
    { key: "menjadi", head: "Menjadi", csvOnly: true, cell: (row) => text(row.after ?? "") },
    { key: "alasan", head: "Alasan", csvOnly: true, cell: (row) => text(row.reason ?? "") },
  ],
});

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Keys of the program say nothing to people; the file has them. */
const named = (subject: string): string | null => (UUID.test(subject) || HASH.test(subject) ? null : subject);

/** A value that a person set; what the program noted for itself stands in the file only. */
const plain = (json: string | null): string | null => {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  if (typeof value === "string") return named(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
};

const detailOf = ({ field, before, after, reason }: EventView): string => {
  const [from, to] = [plain(before), plain(after)];
  return [
    field ?? "",
    from !== null && to !== null ? `${from} → ${to}` : (to ?? from ?? ""),
    reason === null ? "" : `alasan: ${reason}`,
  ]
    .filter(Boolean)
    .join("; ");
};

/** The chains and whether they are whole. */
export const chainsTable = (rows: readonly ChainView[]): Table<ChainView> => ({
  id: "tabel-rantai",
  caption: "Keutuhan rantai catatan",
  fileName: "rantai-catatan",
  rowHead: "daerah",
  shortNames: true,
  rows,
  rowKey: (row) => row.regency?.slug ?? "umum",
  columns: [
    { key: "daerah", head: "Daerah", cell: (row) => text(chainName(row)) },
    { key: "keadaan", head: "Keadaan", cell: (row) => text(chainSentence(row)) },
  ],
});
