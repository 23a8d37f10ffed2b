import { createHash } from "node:crypto";
import type { Db, Reader, Writer } from "./connection.ts";
import { ANTEROOM, type EventTable } from "./schema.ts";
import type { Scope } from "./scope.ts";

/** What can happen to stored things. The only list. */
export const EVENT_ACTIONS = [
  "naskah.unggah",
  "naskah.baca",
  "naskah.tolak",
  "naskah.simpan",
  "naskah.buang",
  "naskah.koreksi",
  "naskah.koreksi_batal",
  "naskah.baca_ulang",
  "kabupaten.tambah",
  "kabupaten.indeks_resmi",
  "kabupaten.terbuka",
  "layanan.pengguna",
  "layanan.volume",
  "layanan.penanggung_jawab",
  "layanan.bagian",
  "layanan.henti",
  "layanan.nama_lain",
  "bagian.nama_lain",
  "bagian.rumpun",
  "instrumen.tambah",
  "hasil_resmi.catat",
  "hasil_resmi.cabut",
  "survei.unggah",
  "survei.ubah",
  "survei.simpan",
  "survei.buang",
  "survei.batal",
  "standar.nilai",
  "laporan.minta",
  "laporan.buat",
  "laporan.pengaturan",
  "penugasan.kirim",
  "penugasan.jawab",
  "penugasan.kembali",
  "penugasan.tutup",
  "penugasan.tenggat",
  "penugasan.catatan",
  "rencana.catat",
  "rencana.status",
  "rencana.ubah",
  "rencana.bukti",
  "penilaian.mulai",
  "penilaian.putusan",
  "penilaian.pertahankan",
  "penilaian.bukti",
  "penilaian.cabut_bukti",
  "penilaian.catatan",
  "penilaian.ajukan",
  "penilaian.kuatkan",
  "penilaian.kembalikan",
  "penilaian.selesai",
  "penilaian.tetapkan",
  "uji_petik.ambil",
  "uji_petik.tandai",
  "uji_petik.tutup",
  "akun.tambah",
  "akun.masuk",
  "akun.gagal_masuk",
  "akun.keluar",
  "akun.sandi",
  "akun.tautan",
  "akun.dua_langkah",
  "akun.peran",
  "akun.kunci",
] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

export interface EventDraft {
  /** Regency whose chain the event joins; the anteroom for uploads that nobody confirmed and for accounts. */
  r: number;
  action: EventAction;
  /** What it happened to: an id or a slug. */
  subject: string;
  field?: string;
  /** Kept as JSON. */
  before?: unknown;
  after?: unknown;
  reason?: string;
}

export type Amend = (part: Partial<Omit<EventDraft, "r">>) => void;

/** What a change may still say about itself while it runs. */
export interface Ledger {
  /** Fills in what only the work itself could find out. */
  amend: Amend;
  /** A second event of the same transaction, also in another regency. Call it before writing there. */
  also(event: EventDraft): Promise<Amend>;
}

/**
 * The one way to write: runs `fn` in a transaction and appends its audit event in the same one. Either both are there
 * or neither. Changes of one regency run one after another, so a number taken as "the highest plus one" is safe.
 * @throws Error where the event lies outside the scope
 */
export const change = <T>(
  db: Db,
  scope: Scope,
  event: EventDraft,
  fn: (trx: Writer, ledger: Ledger) => Promise<T>,
): Promise<T> =>
  db.write.transaction().execute(async (trx) => {
    const events: EventDraft[] = [];
    const open = async (draft: EventDraft): Promise<Amend> => {
      if (draft.r !== ANTEROOM && !scope.includes(draft.r)) {
        throw new Error(
          `event ${draft.action} in regency ${draft.r} lies outside the scope of ${scope.actor}`,
        );
      }
      await lockChain(db, trx, draft.r);
      const kept = { ...draft };
      events.push(kept);
      return (part) => {
        Object.assign(kept, part);
      };
    };
    const result = await fn(trx, { amend: await open(event), also: open });
    for (const draft of events) await append(db, trx, scope.actor, draft);
    return result;
  });

/** Nobody else appends to this chain until the transaction ends. SQLite's write lock is held already. */
const lockChain = async (db: Db, trx: Writer, r: number): Promise<void> => {
  await trx
    .insertInto("event_head")
    .values({ r, seq: 0, hash: "" })
    .onConflict((conflict) => conflict.column("r").doNothing())
    .execute();
  if (db.engine === "postgres") {
    await trx.selectFrom("event_head").select("seq").where("r", "=", r).forUpdate().execute();
  }
};

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

const append = async (db: Db, trx: Writer, actor: string, draft: EventDraft): Promise<void> => {
  const head = await trx
    .selectFrom("event_head")
    .select(["seq", "hash"])
    .where("r", "=", draft.r)
    .executeTakeFirstOrThrow();
  const event = {
    r: draft.r,
    seq: head.seq + 1,
    at: db.now(),
    actor,
    action: draft.action,
    subject: draft.subject,
    field: draft.field ?? null,
    before: json(draft.before),
    after: json(draft.after),
    reason: draft.reason ?? null,
    prev_hash: head.hash,
  };
  const hash = eventHash(event);
  await trx
    .insertInto("event")
    .values({ ...event, hash })
    .execute();
  await trx.updateTable("event_head").set({ seq: event.seq, hash }).where("r", "=", draft.r).execute();
};

const eventHash = (event: Omit<EventTable, "hash">): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        event.r,
        event.seq,
        event.at,
        event.actor,
        event.action,
        event.subject,
        event.field,
        event.before,
        event.after,
        event.reason,
        event.prev_hash,
      ]),
    )
    .digest("hex");

/** What can be wrong with a chain. */
export type ChainFault =
  | "event is missing"
  | "does not follow the event before it"
  | "content was changed"
  | "the end of the chain is missing";

export type ChainCheck = { ok: true; events: number } | { ok: false; seq: number; reason: ChainFault };

/** Recomputes a regency's chain: an event changed, taken out, slipped in or cut off at the end is found. */
export const verifyChain = async (db: Reader, r: number): Promise<ChainCheck> => {
  const events = await db.selectFrom("event").selectAll().where("r", "=", r).orderBy("seq").execute();
  let previous = "";
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    if (event.seq !== seq) return { ok: false, seq, reason: "event is missing" };
    if (event.prev_hash !== previous)
      return { ok: false, seq, reason: "does not follow the event before it" };
    if (eventHash(event) !== event.hash) return { ok: false, seq, reason: "content was changed" };
    previous = event.hash;
  }
  const head = await db
    .selectFrom("event_head")
    .select(["seq", "hash"])
    .where("r", "=", r)
    .executeTakeFirst();
  if ((head?.seq ?? 0) !== events.length || (head?.hash ?? "") !== previous) {
    return { ok: false, seq: events.length + 1, reason: "the end of the chain is missing" };
  }
  return { ok: true, events: events.length };
};
