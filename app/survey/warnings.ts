import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import { joinFirst, joinList } from "#app/format/words.ts";
import type { WarningCode } from "./codes.ts";
import type { Layout } from "./columns/layout.ts";
import { bandOf, edition } from "./editions.ts";
import { scaledHalfUp } from "./figures/exact.ts";
import { targetSample } from "./figures/sample.ts";
import type { TableNote } from "./files/table.ts";
import type { Place } from "./model.ts";
import { MAX_GROUPS } from "./rows/groups.ts";
import type { RowsResult } from "./rows/result.ts";
import type { SkmOptions, SkmPrinted, SkmWarning } from "./schema.ts";

/** Respondents under which an index says little and could name people. */
export const SMALL_N = 5;

export interface WarningInput {
  layout: Layout;
  result: RowsResult;
  options: SkmOptions;
  printed: SkmPrinted | null;
  notes: ReadonlySet<TableNote>;
  encoding: string;
  otherSheets: readonly string[];
  scaleRounded: boolean;
  orderAssumed: boolean;
}

const placeName = ({ regency, bagian, service, period }: Place): string =>
  [service, bagian, regency, period].filter(Boolean).join(", ") || "tanpa layanan";

/** Everything that weakens the figures, each as a sentence that says what, where and what to do. */
export const warningsOf = (input: WarningInput): SkmWarning[] => {
  const { layout, result, options, printed, notes } = input;
  const { figures } = result.total;
  const found: SkmWarning[] = [];
  const warn = (code: WarningCode, message: string) => found.push({ code, message });
  if (input.orderAssumed)
    warn(
      "u8_u9_order",
      layout.legend
        ? `Dua kolom terakhir tidak bernama; menurut keterangan dalam berkas, U8 dibaca ${layout.legend === "definisi" ? "pengaduan dan U9 sarana" : "sarana dan U9 pengaduan"}. Pilih urutannya bila terbalik; indeks tidak berubah.`
        : "Dua kolom terakhir tidak bernama; U8 dibaca sarana dan U9 pengaduan (urutan kuesioner). Pilih urutannya bila terbalik; indeks tidak berubah.",
    );
  // Units without n are not pooled: what each of them has counts, not what the total has.
  const held = layout.shape === "aggregate" ? result.groups.map((group) => group.figures) : [figures];
  const missing = edition(layout.edition).unsur.filter(({ key }) =>
    held.some((one) => one.missing.includes(key) || !one.unsur.some((unsur) => unsur.key === key)),
  );
  if (missing.length && (result.groups.length > 0 || layout.shape !== "aggregate"))
    warn(
      "missing_unsur",
      `Unsur ${joinList(missing.map((one) => `${one.short} (${one.key})`))} tidak ada jawabannya. Nilai tiap unsur tetap dihitung; IKM tidak, sebelum unsurnya lengkap.`,
    );
  if (options.population !== undefined && figures.n !== null && figures.n < targetSample(options.population))
    warn(
      "below_sample",
      `Responden ${formatCount(figures.n)} dari sampel ${formatCount(targetSample(options.population))} (populasi ${formatCount(options.population)}). Indeks tetap ditampilkan; baca dengan hati-hati.`,
    );
  smallGroups(result, warn);
  if (layout.shape !== "aggregate") answerWarnings(result, warn);
  gradeWarning(layout, result, warn);
  if (result.outOfScale.rows >= 2)
    warn(
      "wrong_scale",
      `${formatCount(result.outOfScale.rows)} baris memuat nilai di luar skala 1–4 (misalnya ${result.outOfScale.example}). Periksa apakah kuesionernya memakai skala lain; bila ya, petakan skalanya.`,
    );
  if (printed && !printed.agrees)
    warn(
      "printed_differs",
      `Berkas mencetak IKM ${formatDecimal(printed.ikm, 2)}, hitungan kami ${figures.ikmHundredths === null ? "tidak ada" : formatDecimal(figures.ikmHundredths / 100, 2)}.${printed.explained_by ? ` ${EXPLAINED[printed.explained_by]}` : " Selisihnya belum dapat dijelaskan; cocokkan dengan lembar pengolahannya."}`,
    );
  if (result.dates.uncertain)
    warn(
      "date_order",
      "Urutan hari dan bulan pada kolom tanggal tidak dapat dipastikan; dibaca hari/bulan/tahun. Periksa triwulannya atau tentukan periodenya.",
    );
  if (result.dates.unread)
    warn(
      "date_unread",
      `${formatCount(result.dates.unread)} tanggal tidak terbaca, yang pertama pada baris ${result.dates.firstRow}. Perbaiki penulisannya atau tentukan periodenya.`,
    );
  if (input.encoding !== "utf-8")
    warn("encoding", `Berkas memakai pengodean ${input.encoding}; hurufnya telah diubah ke UTF-8.`);
  if (notes.has("broken_quotes"))
    warn(
      "broken_quotes",
      "Ada tanda petik yang tidak ditutup; barisnya dibaca apa adanya. Periksa baris itu.",
    );
  if (notes.has("hidden_rows") || notes.has("hidden_columns"))
    warn("hidden", "Lembar ini memuat baris atau kolom tersembunyi; semuanya ikut dibaca.");
  if (layout.header.from === 0)
    warn("no_header", "Tabel ini tidak mempunyai judul kolom; kolom dibaca menurut urutan kuesioner.");
  if (input.otherSheets.length)
    warn(
      "other_sheets",
      `Lembar ${joinList(input.otherSheets)} juga memuat hasil survei dan tidak dibaca. Pilih lembarnya bila itu yang dimaksud.`,
    );
  if (result.groupsOverflow)
    warn(
      "many_groups",
      `Berkas ini menyebut lebih dari ${formatCount(MAX_GROUPS)} tempat dan periode; selebihnya dihitung tanpa nama layanannya. Periksa apakah kolom layanannya memang nama layanan.`,
    );
  for (const header of layout.unknownOptions)
    warn(
      "unknown_option",
      `Kolom "${header}" dalam pilihan tidak ada dalam berkas; pilihan itu tidak dipakai.`,
    );
  if (input.scaleRounded)
    warn("scale_rounded", "Peta skala memakai lebih dari dua desimal; nilainya dibulatkan ke dua desimal.");
  return found;
};

const EXPLAINED: Record<NonNullable<SkmPrinted["explained_by"]>, string> = {
  "0.11": "Selisihnya karena bobot 1/9 dipotong menjadi 0,11.",
  "0.111": "Selisihnya karena bobot 1/9 dipotong menjadi 0,111.",
  "0.071": "Selisihnya karena bobot 1/14 dipotong menjadi 0,071.",
  rounded_parts: "Selisihnya karena nilai tiap unsur dibulatkan sebelum dijumlahkan.",
  foot_rows: "Selisihnya karena baris jumlah atau rata-rata ikut dihitung sebagai responden.",
};

type Warn = (code: WarningCode, message: string) => void;

const smallGroups = ({ groups, total }: RowsResult, warn: Warn): void => {
  const small = groups.filter((group) => group.figures.n !== null && group.figures.n < SMALL_N);
  const n = total.figures.n;
  if (n !== null && n < SMALL_N)
    warn(
      "small_n",
      `Hanya ${formatCount(n)} responden. Indeks dari responden sesedikit ini tidak mewakili pengguna.`,
    );
  else if (small.length) {
    const named = joinFirst(
      small.map((group) => `${placeName(group.place)} (${group.figures.n})`),
      5,
      "kelompok lain",
    );
    warn("small_n", `Kurang dari ${SMALL_N} responden pada ${named}. Indeksnya tidak mewakili pengguna.`);
  }
};

const answerWarnings = ({ total, suspicions }: RowsResult, warn: Warn): void => {
  const { hist_total } = total.histograms;
  const n = hist_total.reduce((all, row) => all + row.n, 0);
  const flat = hist_total.reduce((all, row) => all + (row.flat ? row.n : 0), 0);
  if (n > 0 && flat * 2 >= n)
    warn(
      "straight_lining",
      `${formatCount(flat)} dari ${formatCount(n)} responden memberi satu jawaban yang sama untuk semua unsur. Periksa cara pengisiannya.`,
    );
  const burst = suspicions?.burst();
  if (burst) {
    const parts = [
      burst.within ? `${formatCount(burst.within)} kiriman masuk dalam lima menit` : "",
      burst.night ? `${formatCount(burst.night)} kiriman masuk antara pukul 22.00 dan 05.00` : "",
    ].filter(Boolean);
    warn(
      "burst",
      `Dari ${formatCount(burst.timed)} kiriman berwaktu, ${joinList(parts)}. Periksa cara pengisiannya.`,
    );
  }
  const same = suspicions?.identicalProfile();
  if (same)
    warn(
      "identical_profile",
      `${formatCount(same.n)} dari ${formatCount(same.of)} responden berprofil sama (jenis kelamin, usia, pendidikan, pekerjaan). Periksa apakah pengisinya orang yang berbeda.`,
    );
};

/** An index made from rounded NRR whose doubt reaches over a bound of its band. */
const gradeWarning = (layout: Layout, { total, groups, doubt }: RowsResult, warn: Warn): void => {
  if (doubt === 0) return;
  for (const { figures } of [total, ...groups]) {
    if (!figures.ikm || figures.ikmHundredths === null) continue;
    const reach = Math.round(doubt * 100);
    const exact = scaledHalfUp(figures.ikm, 2);
    const low = bandOf(layout.edition, Math.max(0, exact - reach));
    const high = bandOf(layout.edition, exact + reach);
    if (low.mutu === high.mutu) continue;
    warn(
      "grade_uncertain",
      `IKM ${formatDecimal(exact / 100, 2)} dihitung dari NRR yang sudah dibulatkan (keraguan ±${formatDecimal(doubt, 2)}); mutunya dapat ${high.mutu} atau ${low.mutu}. Gunakan jumlah nilai dan jumlah responden untuk memastikan.`,
    );
    return;
  }
};
