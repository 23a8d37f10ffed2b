import type { Anchor, Conflict, Operation, OperationKind, ServiceRef } from "#app/correction/model.ts";
import { formatCount, formatLines } from "#app/format/numbers.ts";
import { countWord, joinList } from "#app/format/words.ts";
import { component } from "#app/reader/components.ts";
import type { CorrectionView } from "#app/server/correction/correct.server.ts";

/** What each kind of correction is called on a button and in the list. */
export const OPERATION_WORDS: Record<OperationKind, string> = {
  pindah: "Tetapkan pemilik baris",
  tambah: "Tambah layanan",
  pisah: "Pisahkan layanan",
  gabung: "Gabungkan layanan",
  nama: "Ganti nama layanan",
  bagian: "Tetapkan bagian",
  hapus: "Hapus layanan yang keliru",
};

/** Why a correction was set aside. */
export const CONFLICT_WORDS: Record<Conflict, string> = {
  teks_hilang: "Teks baris yang ditunjuk tidak ditemukan lagi atau sudah berubah.",
  teks_ganda: "Teks yang ditunjuk ada di beberapa tempat, sehingga tidak pasti baris yang dimaksud.",
  layanan_hilang: "Layanan yang ditunjuk tidak ada lagi dalam bacaan ini.",
  layanan_ganda: "Lebih dari satu layanan dimulai pada baris yang ditunjuk.",
  sandaran_batal: "Koreksi yang menambah layanan ini sudah dibatalkan atau bertentangan.",
  tanpa_akibat: "Bacaan sudah seperti yang diminta; tidak ada yang berubah.",
};

export const STATE_WORDS: Record<CorrectionView["state"], string> = {
  berlaku: "berlaku",
  bertentangan: "bertentangan, tidak diterapkan",
  dibatalkan: "dibatalkan",
};

const linesWords = (anchors: readonly Anchor[]): string =>
  `baris ${joinList(anchors.map(({ line, count }) => formatLines([line, line + count - 1])))}`;

const serviceWords = (ref: ServiceRef): string =>
  "added" in ref ? `layanan dari koreksi ${ref.added}` : `“${ref.name}”`;

/** What a correction says, in a sentence without its end. */
export const operationSentence = (operation: Operation): string => {
  switch (operation.op) {
    case "pindah": {
      const { spans, to } = operation;
      const part = spans.some(({ from }) => from !== null) ? "sebagian " : "";
      const lines = `${part}${linesWords(spans)}`;
      if (to.service === null)
        return to.role === "unassigned"
          ? `${lines} tidak dimiliki layanan mana pun`
          : `${lines} bukan isi standar`;
      return `${lines} milik ${serviceWords(to.service)}, ${component(to.component).name}`;
    }
    case "tambah":
      return `layanan “${operation.name}” ditambahkan mulai ${linesWords([operation.at])}${underWords(operation.bagian)}`;
    case "pisah":
      return `${serviceWords(operation.service)} dipisah mulai ${linesWords([operation.at])} menjadi “${operation.name}”${underWords(operation.bagian)}`;
    case "gabung":
      return `${serviceWords(operation.service)} digabung ke ${serviceWords(operation.into)}`;
    case "nama":
      return `nama ${serviceWords(operation.service)} menjadi “${operation.name}”`;
    case "bagian":
      return `bagian ${serviceWords(operation.service)} ${operation.bagian === null ? "tidak disebut" : `menjadi “${operation.bagian}”`}`;
    case "hapus":
      return `${serviceWords(operation.service)} bukan layanan; barisnya menjadi tanpa pemilik`;
  }
};

const underWords = (bagian: string | null): string => (bagian === null ? "" : `, di bawah ${bagian}`);

/** The finding of the page that lists corrections. */
export const correctionsSentence = (inForce: number, conflicts: number): string => {
  if (inForce === 0) return "Bacaan naskah ini belum dikoreksi";
  const all = inForce === 1 ? "Satu koreksi berlaku" : `Sebanyak ${formatCount(inForce)} koreksi tercatat`;
  if (conflicts === 0)
    return inForce === 1
      ? "Satu koreksi berlaku pada bacaan naskah ini"
      : `Semua ${formatCount(inForce)} koreksi berlaku pada bacaan naskah ini`;
  return inForce === 1
    ? "Satu koreksi tercatat pada bacaan naskah ini, tetapi bertentangan dan tidak diterapkan"
    : `${all} pada bacaan naskah ini; ${countWord(conflicts)} di antaranya bertentangan dan tidak diterapkan`;
};

/** The step between asking for a correction and storing it, wherever it was asked for. */
export const CONFIRMING = {
  h1: "Periksa dahulu yang akan berubah, lalu simpan koreksinya",
  scope: "Belum ada yang disimpan. Nilai, temuan, dan dasbor mengikuti koreksi setelah disimpan.",
} as const;
