import { AppError } from "./errors.ts";

type Kind = "busy" | "full" | "unwritable" | "damaged" | "unreachable";

/** Codes of Node, SQLite and PostgreSQL, by what they mean for the person in front of the machine. */
const KINDS: [Kind, RegExp][] = [
  // Locks that another program did not give back within all waiting and retrying.
  ["busy", /^(SQLITE_BUSY.*|SQLITE_LOCKED.*|55P03|40P01|40001)$/],
  ["full", /^(ENOSPC|EDQUOT|SQLITE_FULL|53100)$/],
  [
    "unwritable",
    /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ENOENT|ELOOP|ENAMETOOLONG|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/,
  ],
  ["damaged", /^(SQLITE_NOTADB|SQLITE_CORRUPT.*)$/],
  [
    "unreachable",
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|28000|28P01|3D000|53300|57P0[123])$/,
  ],
];

/** What the driver of PostgreSQL says of a server that it cannot reach or has lost; these errors bear no code. */
const LOST_SERVER =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|The server does not support SSL connections)/;

/** What an error says about the place where the data lies, looking through its causes; null where it says nothing. */
export function storageKind(error: unknown): Kind | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = "code" in at ? String(at.code) : "";
    const kind = KINDS.find(([, codes]) => codes.test(code))?.[0];
    if (kind) return kind;
    if (LOST_SERVER.test(at.message)) return "unreachable";
  }
  return null;
}

/** One sentence for the start of the program, naming the folder and the way out; null where storage is not the cause. */
export function storageSentence(error: unknown, dataDir: string): string | null {
  const kind = storageKind(error);
  return kind && STARTING[kind](dataDir);
}

const STARTING: Record<Kind, (dataDir: string) => string> = {
  busy: (dataDir) =>
    `Basis data di folder ${dataDir} sedang dipakai program lain; tutup program itu atau tunggu sampai selesai, lalu jalankan lagi.`,
  full: (dataDir) =>
    `Ruang simpan untuk folder data ${dataDir} penuh; kosongkan ruang atau pilih folder lain dengan TOLOK_DATA, lalu jalankan lagi.`,
  unwritable: (dataDir) =>
    `Folder data ${dataDir} tidak dapat ditulisi; beri izin tulis atau pilih folder lain dengan TOLOK_DATA, lalu jalankan lagi.`,
  damaged: (dataDir) =>
    `Basis data di folder ${dataDir} rusak atau bukan milik Tolok; pulihkan dari cadangan atau pilih folder lain dengan TOLOK_DATA, lalu jalankan lagi.`,
  unreachable: () =>
    "Server PostgreSQL pada DATABASE_URL tidak dapat dihubungi; periksa alamat dan sandinya, lalu jalankan lagi.",
};

const RUNNING: Record<Kind, string> = {
  busy: "Basis data sedang dipakai untuk pekerjaan lain. Perubahan ini tidak disimpan; data yang sudah ada tetap aman. Tunggu sebentar, lalu ulangi.",
  full: "Ruang simpan penuh. Perubahan ini tidak disimpan; data yang sudah ada tetap aman. Mintalah admin mengosongkan ruang, lalu ulangi.",
  unwritable:
    "Folder data tidak dapat ditulisi. Perubahan ini tidak disimpan; data yang sudah ada tetap aman. Mintalah admin memeriksa izin folder, lalu ulangi.",
  damaged:
    "Basis data tidak dapat dibaca. Hentikan pekerjaan dan mintalah admin memulihkannya dari cadangan.",
  unreachable:
    "Basis data tidak dapat dihubungi. Tidak ada yang diubah. Ulangi beberapa saat lagi; bila tetap, hubungi admin.",
};

/** The same causes while the program runs, as the error that a page shows; null where storage is not the cause. */
export function storageError(error: unknown): AppError | null {
  const kind = storageKind(error);
  if (!kind) return null;
  const status = kind === "full" ? 507 : kind === "unreachable" || kind === "busy" ? 503 : 500;
  return new AppError({ code: `storage_${kind}`, status, message: RUNNING[kind], cause: error });
}
