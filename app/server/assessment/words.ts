import type { Move, Obstacle } from "#app/assessment/states.ts";
import { AppError } from "../errors.ts";

const KEPT = "Tidak ada yang diubah.";

const OBSTACLES: Record<Obstacle, string> = {
  keadaan: "Penilaian ini sudah berpindah keadaan sejak halaman dibuka. Muat ulang halamannya.",
  peran: "Tindakan ini di luar wewenang Anda.",
  belum_lengkap: "Masih ada butir yang belum dinilai. Nilai semua butir, lalu ajukan kembali.",
  orang_sama: "Anda ikut menilai layanan ini. Minta orang lain yang melakukannya.",
  penilai_kedua: "Layanan ini dinilai sendiri dan belum dikuatkan penilai kedua.",
  sudah_dikuatkan: "Penilaian ini tidak menunggu penilai kedua.",
  tanpa_catatan: "Tulis catatan pada paling sedikit satu butir, lalu kembalikan.",
  uji_petik: "Uji petiknya belum selesai. Tandai semua putusan yang terambil, lalu selesaikan.",
  tidak_setuju: "Ada putusan yang tidak disetujui. Kembalikan penilaian ini dengan catatan.",
};

/** The refusal of a move, in the words of what stands in its way. */
export const refused = (obstacles: readonly Obstacle[]): AppError =>
  new AppError({
    code: obstacles[0] ?? "keadaan",
    status: obstacles.includes("peran") ? 403 : 409,
    message: `${obstacles.map((one) => OBSTACLES[one]).join(" ")} ${KEPT}`,
  });

export const obstacleWords = (obstacles: readonly Obstacle[]): string[] =>
  obstacles.map((one) => OBSTACLES[one]);

export const wrongInput = (message: string, code = "isian"): AppError =>
  new AppError({ code, status: 400, message: `${message} ${KEPT}` });

export const notOpen = (): AppError => refused(["keadaan"]);

export const MOVE_ACTIONS = {
  ajukan: "penilaian.ajukan",
  kuatkan: "penilaian.kuatkan",
  kembalikan: "penilaian.kembalikan",
  selesaikan: "penilaian.selesai",
  tetapkan: "penilaian.tetapkan",
} as const satisfies Record<Exclude<Move, "berubah">, string>;
