/** A board for the counter: what a user of a service must know before asking for it, large enough to be read standing. */

export interface BoardPart {
  /** "1. Persyaratan" */
  label: string;
  /** What the standard says; line breaks part its items. */
  words: string;
  /** Nothing that can be printed stands there: the words say why. */
  open: boolean;
}

/** One service on one sheet. */
export interface Board {
  title: string;
  /** "Keputusan … Nomor … Tahun …" */
  decree: string;
  /** The six public components, in their order. */
  parts: readonly BoardPart[];
}

export interface BoardPaper {
  /** First part of the file's name. */
  fileName: string;
  /** "Kabupaten Lembayung" */
  place: string;
  /** "Bagian Umum" */
  office: string;
  /** Table of all services before their sheets; null where there is one only. */
  overview: readonly { title: string; time: string; fee: string; product: string }[] | null;
  boards: readonly Board[];
  /** The pledge that the decree itself carries; null where it carries none. */
  maklumat: string | null;
  /** Public page of the standard; null where the regency has not opened it. */
  address: string | null;
  /** Stands at the head of every sheet: that data is invented, that something is missing. */
  marks: readonly string[];
  /** "Dicetak 22 November 2026, pukul 09.10 WIB" */
  foot: string;
  /** UTC ISO. */
  at: string;
}
