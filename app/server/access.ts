import type { Role } from "#db/schema-accounts.ts";

/** What of a regency its own setting may open to everybody. */
export const PARTS = ["standar", "indeks"] as const;
export type Part = (typeof PARTS)[number];

/** Whom a route lets in. A route without an entry lets in nobody. */
export interface Access {
  /**
   * `anyone`: needs no regency. `account`: whoever is logged in, about themselves. Else the roles that may read, each in
   * the regencies where they are given.
   */
  read: "anyone" | "account" | readonly Role[];
  /** Everybody may read it of the regencies that open all of these parts. */
  open?: readonly Part[];
  /** Answers even who may see nothing of any regency. */
  always?: true;
  /** Who may send its form; left out: nobody. */
  write?: "anyone" | "account" | readonly Role[];
  /** What its form changes holds for every regency: only a role in the whole installation may. */
  whole?: true;
  /** Stays open while a password that somebody else set waits to be changed. */
  unsettled?: true;
}

const READERS = ["admin", "penilai", "pereviu", "pimpinan", "bagian"] as const;
/** Whole texts, in which every bagian stands. */
const WHOLE_READERS = ["admin", "penilai", "pereviu", "pimpinan"] as const;
/** Who brings decrees and surveys in and settles what a person must settle. */
const WORKERS = ["admin", "penilai"] as const;
const ADMINS = ["admin"] as const;
/** Who judges, and who reviews what others judged. */
const JUDGES = ["admin", "penilai", "pereviu"] as const;
/** A bagian answers for its own: what it may write of that, the use case says. */
const ANSWERING = [...WORKERS, "bagian"] as const;

const standards: Access = { read: READERS, open: ["standar"] };
const texts: Access = { read: WHOLE_READERS, open: ["standar"] };
const indices: Access = { read: READERS, open: ["indeks"] };
const both: Access = { read: READERS, open: ["standar", "indeks"] };
const working: Access = { read: READERS };
/** Of a regency as a whole: who sees only some bagian would read figures of those alone. */
const leading: Access = { read: WHOLE_READERS };
const intake: Access = { read: WORKERS, write: WORKERS };
const answered: Access = { read: READERS, write: ANSWERING };
const intakeResult: Access = { read: WORKERS };

/**
 * Who may ask for each address: the only list. A page and its files share one entry; tables of their own have their own.
 * A page that lacks here answers 403.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  "/": { ...standards, always: true },
  "/metode": { read: "anyone" },
  "/metode/komponen": { read: "anyone" },
  "/metode/kriteria": { read: "anyone" },
  "/metode/peran": { read: "anyone" },
  "/metode/penilai-dan-mesin": { read: WHOLE_READERS },
  "/metode/penilai-dan-mesin/komponen": { read: WHOLE_READERS },
  "/metode/penilai-dan-mesin/putusan": { read: WHOLE_READERS },
  "/komponen": standards,
  "/komponen/:komponen": standards,
  "/komponen/jangka-waktu/satuan": standards,
  "/rumpun": standards,
  "/regulasi": standards,
  "/kabupaten/:kab": standards,
  "/kabupaten/:kab/keputusan": standards,
  "/kabupaten/:kab/komponen": standards,
  "/kabupaten/:kab/peta": standards,
  "/kabupaten/:kab/bagian/:bagian": standards,
  "/kabupaten/:kab/layanan/:layanan": { ...standards, write: WORKERS },
  "/kabupaten/:kab/bagian/:bagian/papan": standards,
  "/kabupaten/:kab/layanan/:layanan/papan": standards,
  "/kabupaten/:kab/sippn": standards,
  "/kabupaten/:kab/pekppp": working,
  "/kabupaten/:kab/pekppp/bagian": working,
  "/kabupaten/:kab/bagian/:bagian/perbaikan": working,
  "/kabupaten/:kab/register": intakeResult,
  "/kabupaten/:kab/register/bagian": intakeResult,
  "/kabupaten/:kab/register/layanan/:no": intake,
  "/kabupaten/:kab/register/bagian/:bagian": intake,
  "/kabupaten/:kab/ombudsman": { ...working, write: WORKERS },
  "/kabupaten/:kab/ombudsman/bagian": working,
  "/kabupaten/:kab/ombudsman/hasil-resmi": working,
  "/kabupaten/:kab/ombudsman/indikator": working,
  "/kabupaten/:kab/ombudsman/menunggu": working,
  "/kabupaten/:kab/ombudsman/unit": working,
  "/instrumen": { ...standards, always: true, write: ADMINS, whole: true },
  "/instrumen/:edisi": { ...standards, always: true },
  "/instrumen/:edisi/angka": { ...standards, always: true },
  "/temuan": working,
  "/temuan/jenis": working,
  "/naskah": texts,
  "/naskah/:sk": texts,
  "/naskah/:sk/:versi": texts,
  "/naskah/:sk/:versi/perbaiki": intake,
  "/naskah/:sk/:versi/koreksi": { read: WHOLE_READERS, write: WORKERS },
  "/naskah/:sk/daftar": texts,
  "/naskah/:sk/banding/:lain": texts,
  "/kabupaten/:kab/skm": { ...indices, write: WORKERS },
  "/kabupaten/:kab/skm/unsur": indices,
  "/kabupaten/:kab/skm/periode": indices,
  "/kabupaten/:kab/skm/layanan": indices,
  "/kabupaten/:kab/skm/responden": indices,
  "/kabupaten/:kab/skm/belum-disurvei": indices,
  "/kabupaten/:kab/skm/layanan/:layanan": indices,
  "/kabupaten/:kab/skm/layanan/:layanan/unsur": indices,
  "/kabupaten/:kab/skm/layanan/:layanan/periode": indices,
  "/kabupaten/:kab/skm/layanan/:layanan/responden": indices,
  "/kabupaten/:kab/skm/hitungan": indices,
  "/kabupaten/:kab/janji": both,
  "/kabupaten/:kab/janji/pasangan": both,
  "/antrean": { ...working, write: JUDGES },
  "/penilaian/:id": { ...working, write: JUDGES },
  "/penilaian/:id/butir": { read: WORKERS, write: WORKERS },
  "/penilaian/:id/bukti/:bukti": working,
  "/penilaian/bukti": { read: WORKERS, write: WORKERS },
  "/uji-petik/:id": { read: WHOLE_READERS, write: JUDGES },
  "/kabupaten/:kab/tindak-lanjut": working,
  "/kabupaten/:kab/tindak-lanjut/realisasi": working,
  "/kabupaten/:kab/tindak-lanjut/baru": intake,
  "/kabupaten/:kab/tindak-lanjut/:no": answered,
  "/kabupaten/:kab/tindak-lanjut/:no/bukti/:seq": working,
  "/kabupaten/:kab/penugasan": working,
  "/kabupaten/:kab/penugasan/baru": intake,
  "/kabupaten/:kab/penugasan/nota": intakeResult,
  "/penugasan/:id": answered,
  "/penugasan/:id/berkas/:seq": working,
  "/ringkasan": leading,
  "/kabupaten/:kab/ringkasan": leading,
  "/kabupaten/:kab/laporan": { ...leading, write: WORKERS },
  "/kabupaten/:kab/laporan/:id": leading,
  "/unggah": intake,
  "/unggah/:id/pratinjau": intake,
  "/unggah/:id/selesai": intakeResult,
  "/pekerjaan/:id": intakeResult,
  "/skm/impor": intake,
  "/skm/impor/riwayat": intake,
  "/skm/impor/:id/kolom": intake,
  "/skm/impor/:id/layanan": intake,
  "/skm/impor/:id/periksa": intake,
  "/skm/impor/:id/selesai": intake,
  "/jejak": { read: WHOLE_READERS },
  "/masuk": { read: "anyone", write: "anyone", unsettled: true },
  "/keluar": { read: "anyone", write: "anyone", unsettled: true },
  "/akun": { read: "account", write: "account", unsettled: true },
  "/akun/sandi-baru/:token": { read: "anyone", write: "anyone", unsettled: true },
  "/pengguna": { read: ADMINS, write: ADMINS },
  "/pengguna/:id": { read: ADMINS, write: ADMINS },
  "/pengaturan": { read: ADMINS, write: ADMINS },
};

/** The entry of a route, by its address with names for what varies; files are those of their page. */
export const accessOf = (pattern: string): Access | undefined =>
  Object.hasOwn(ACCESS, pattern) ? ACCESS[pattern] : undefined;

/** Roles whose people do work of a kind that a job goes on with. */
export const JOB_ROLES: readonly Role[] = WORKERS;

/** One role of a person as scopes are made of it. `r = 0`: the whole installation. */
export interface Grant {
  r: number;
  role: Role;
  /** Of the role bagian: which one. */
  bagianId: string;
}

/** The regencies that grants of these roles reach, and those of which only some bagian. Nothing else widens a scope. */
export const reachOf = (
  grants: readonly Grant[],
  roles: readonly Role[],
  opened: readonly number[] = [],
): { regencies: readonly number[] | "all"; only: ReadonlyMap<number, readonly string[]> } => {
  const held = grants.filter((grant) => roles.includes(grant.role));
  const whole = held.filter((grant) => grant.role !== "bagian");
  if (whole.some((grant) => grant.r === 0)) return { regencies: "all", only: new Map() };
  const wholes = new Set(whole.map((grant) => grant.r));
  const only = new Map<number, string[]>();
  for (const { r, role, bagianId } of held) {
    if (role !== "bagian" || r === 0 || wholes.has(r)) continue;
    only.set(r, [...(only.get(r) ?? []), ...(bagianId === "" ? [] : [bagianId])]);
  }
  const regencies = new Set([...wholes, ...only.keys(), ...opened]);
  regencies.delete(0);
  return { regencies: [...regencies].sort((a, b) => a - b), only };
};
