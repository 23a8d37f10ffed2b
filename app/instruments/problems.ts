import type { z } from "zod";
import { Edition } from "./edition.ts";

/** One thing to mend in a file of an edition. */
export interface Problem {
  /** Where, in words: "dimensi ke-2, indikator ke-1, weight". "" where it is the file as a whole. */
  where: string;
  message: string;
}

export type ReadEdition = { ok: true; edition: Edition } | { ok: false; problems: readonly Problem[] };

/** Lists of an edition, by the word for one of their members. */
const MEMBERS: Readonly<Record<string, string>> = {
  dimensions: "dimensi",
  indicators: "indikator",
  categories: "kategori",
  steps: "jenjang",
  notes: "catatan",
  basis: "dasar",
  gaps: "kekurangan",
  ask: "permintaan",
  needs: "bukti",
};

const whereOf = (path: readonly PropertyKey[]): string =>
  path
    .flatMap((part, at) => {
      if (typeof part === "number")
        return [`${MEMBERS[String(path[at - 1])] ?? String(path[at - 1])} ke-${part + 1}`];
      return typeof path[at + 1] === "number" ? [] : [String(part)];
    })
    .join(", ");

const TYPES: Readonly<Record<string, string>> = {
  string: "teks",
  number: "angka",
  int: "angka bulat",
  boolean: "true atau false",
  array: "daftar",
  object: "objek",
  record: "objek",
  null: "null",
};

const list = (values: readonly unknown[]): string => values.map((one) => `“${String(one)}”`).join(", ");

const messageOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "belum ditulis."
        : `harus berupa ${TYPES[issue.expected] ?? issue.expected}.`;
    case "unrecognized_keys":
      return `isian tidak dikenal: ${list(issue.keys)}.`;
    case "invalid_value":
      return `harus salah satu dari ${list(issue.values)}.`;
    case "invalid_format":
      return "bentuknya tidak sesuai petunjuk format.";
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `paling kecil ${issue.minimum}.`
        : "terlalu pendek atau kosong.";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? `paling besar ${issue.maximum}.`
        : "terlalu panjang.";
    case "invalid_union":
      return "jenisnya tidak dikenal.";
    case "custom":
      return issue.message;
    default:
      return "isinya tidak sesuai petunjuk format.";
  }
};

/** A longer list helps nobody: the first ones are mended, the file is tried again. */
const MOST = 50;

/** Reads the text of a file as an edition; never throws. Problems are told in Indonesian, by their place. */
export const readEdition = (text: string): ReadEdition => {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return {
      ok: false,
      problems: [
        { where: "", message: "Berkas ini bukan JSON yang utuh. Periksa tanda kurung, koma, dan petiknya." },
      ],
    };
  }
  const parsed = Edition.safeParse(content, { reportInput: true });
  if (parsed.success) return { ok: true, edition: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues
      .slice(0, MOST)
      .map((issue) => ({ where: whereOf(issue.path), message: messageOf(issue) })),
  };
};
