import { formatMegabytes, formatOverBound } from "#app/format/numbers.ts";

const BRAND = Symbol.for("tolok.AppError");

export interface AppErrorParts {
  /** Machine name, for logs and tests: `not_found`, `storage_full`. */
  code: string;
  /** HTTP status of the answer. */
  status: number;
  /** For the user, in Indonesian: what happened, what stays safe, what to do. Never a detail of the machine. */
  message: string;
  /** For the log only. */
  cause?: unknown;
}

/** The one error that use cases and routes throw; one boundary shows it. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly [BRAND] = true;

  constructor({ code, status, message, cause }: AppErrorParts) {
    super(message, { cause });
    this.name = "AppError";
    this.code = code;
    this.status = status;
  }
}

/** The built pages carry their own copy of the class, so the brand decides and not `instanceof`. */
export const isAppError = (error: unknown): error is AppError => error instanceof Error && BRAND in error;

export const notFound = (cause?: unknown): AppError =>
  new AppError({
    code: "not_found",
    status: 404,
    message: "Halaman ini tidak ada atau di luar wewenang Anda. Kembali ke Dasbor, atau hubungi admin.",
    cause,
  });

export const forbidden = (): AppError =>
  new AppError({
    code: "forbidden",
    status: 403,
    message: "Halaman atau tindakan ini di luar wewenang Anda. Kembali ke Dasbor, atau hubungi admin.",
  });

/** A decree of a regency in which its user does not work. */
export const foreignRegency = (name: string): AppError =>
  new AppError({
    code: "foreign_regency",
    status: 403,
    message: `Keputusan ini milik ${name}, di luar wewenang Anda. Tidak ada yang disimpan. Minta admin menyimpannya, atau memberi Anda peran di daerah itu.`,
  });

/** `reference` ties what the user sees to the line in the log. */
export const unexpected = (reference: string, cause?: unknown): AppError =>
  new AppError({
    code: "unexpected",
    status: 500,
    message: `Terjadi gangguan pada sistem (kode ${reference}). Data Anda tidak berubah. Muat ulang; bila terulang, sampaikan kode itu kepada admin.`,
    cause,
  });

/** `bytes` is null where the file was no longer taken in at the bound, so that its size is not known. */
export const fileTooLarge = (bytes: number | null, limit: number): AppError =>
  new AppError({
    code: "too_large",
    status: 413,
    message: `Ukuran berkas ${bytes === null ? `melebihi batas ${formatMegabytes(limit)}` : formatOverBound(bytes, limit)}. Pisahkan lampirannya, lalu unggah satu per satu.`,
  });

export const formTooLarge = (limit: number): AppError =>
  new AppError({
    code: "too_large",
    status: 413,
    message: `Isian ini melebihi batas ${formatMegabytes(limit)} dan tidak disimpan. Kembali, lalu kirim isian yang lebih pendek.`,
  });

export const lengthRequired = (): AppError =>
  new AppError({
    code: "length_required",
    status: 411,
    message: "Kiriman tanpa ukuran tidak diterima. Kirim ulang dari halaman Tolok dengan peramban.",
  });

export const methodNotAllowed = (): AppError =>
  new AppError({
    code: "method_not_allowed",
    status: 405,
    message: "Permintaan jenis ini tidak dilayani. Buka halamannya di Tolok dengan peramban.",
  });

export const foreignOrigin = (): AppError =>
  new AppError({
    code: "foreign_origin",
    status: 403,
    message:
      "Kiriman ini tidak berasal dari halaman Tolok dan tidak disimpan. Buka halamannya di Tolok, lalu kirim kembali.",
  });

export const foreignHost = (): AppError =>
  new AppError({
    code: "foreign_host",
    status: 421,
    message:
      "Alamat pada peramban bukan alamat Tolok yang dikenal. Buka alamat yang tercetak saat Tolok dijalankan, atau minta admin mendaftarkan nama ini dengan TOLOK_HOSTS.",
  });
