import { formatCount, formatPercent1, formatShare } from "#app/format/numbers.ts";
import { countWord, joinList, lowerFirst } from "#app/format/words.ts";
import { COMPONENTS, type ComponentKey, component } from "#app/reader/components.ts";
import { ALL_FINDINGS, type AnyFindingCode, apartOf, isQuestion } from "#app/scoring/all-findings.ts";
import type { Cells, DeclaredState, FindingsView, GroupSummary } from "#app/server/views.ts";

/**
 * The findings that stand as h1. Each is made from the same rows as the table below it. No sentence begins with a
 * figure (EYD), so the place or the thing leads. What is unreadable (T) is outside every denominator.
 */

/** "Di Temanggung" or "Di lima kabupaten"; a name stands for itself. */
export const placeOf = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] as string) : `${countWord(names.length)} kabupaten`;

const nameOf = (key: ComponentKey): string => lowerFirst(component(key).short);

/** The components that are absent in most services, most first; ties in the decree's order. */
export function mostAbsent(absent: Record<ComponentKey, number>): { key: ComponentKey; count: number }[] {
  return COMPONENTS.map(({ key }) => ({ key, count: absent[key] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** ", terbanyak biaya (9)", or nothing where no single component leads. */
function leading(absent: Record<ComponentKey, number>): string {
  const [first, second] = mostAbsent(absent);
  if (!first || first.count === second?.count || (first.count === 1 && !second)) return "";
  return `, terbanyak ${nameOf(first.key)} (${formatCount(first.count)})`;
}

/** Are the services of a place complete? `place` is a name or "lima kabupaten"; `only` names the one that is not. */
export function completenessSentence(place: string, summary: GroupSummary, only?: string): string {
  const { services, complete, incomplete, uncertain } = summary;
  if (services === 0) return `Belum ada standar di ${place} yang dibaca`;
  const judged = complete + incomplete;
  if (judged === 0)
    return `Di ${place}, kelengkapan standar belum dapat dipastikan karena sebagian naskah tidak terbaca`;
  if (incomplete === 0) {
    const which = uncertain > 0 ? " yang terbaca utuh" : "";
    return judged === 1
      ? `Di ${place}, satu standar${which} lengkap 14 komponen`
      : `Semua ${formatCount(judged)} standar di ${place}${which} lengkap 14 komponen`;
  }
  if (incomplete === 1 && only) return `Di ${place}, satu standar belum lengkap 14 komponen: ${only}`;
  if (judged === 1) return `Di ${place}, satu-satunya standar belum lengkap 14 komponen`;
  const most = leading(summary.absentByComponent);
  const missing = most === "" ? "" : `; yang paling sering tidak ada: ${most.replace(", terbanyak ", "")}`;
  const share = incomplete === 1 ? `satu dari ${formatCount(judged)}` : formatShare(incomplete, judged);
  return `Di ${place}, ${share} standar belum lengkap 14 komponen${missing}`;
}

/** What one service lacks, and what can't be read of it. */
export function serviceSentence(cells: Cells): string {
  const named = (state: "tidak_ada" | "T"): string[] =>
    COMPONENTS.filter(({ key }) => cells[key].state === state).map(({ key }) => nameOf(key));
  const absent = named("tidak_ada");
  const unreadable = named("T");
  const tail =
    unreadable.length === 0 ? "" : `; ${countWord(unreadable.length)} tidak terbaca: ${joinList(unreadable)}`;
  if (absent.length > 0)
    return `Layanan ini belum memuat ${countWord(absent.length)} komponen: ${joinList(absent)}${tail}`;
  if (unreadable.length === 0) return "Layanan ini memuat semua 14 komponen";
  return `Layanan ini memuat ${countWord(14 - unreadable.length)} dari 14 komponen${tail}`;
}

const pairName = (pair: { component: ComponentKey | null; code: AnyFindingCode }): string =>
  pair.component
    ? `${nameOf(pair.component)}, ${ALL_FINDINGS[pair.code].label}`
    : ALL_FINDINGS[pair.code].label;

/** "753 temuan dan 71 pertanyaan": what is charged, what is asked, and what stands beside both, each by its own name. */
function countedWords(pairs: FindingsView["byPair"]): string {
  const of = (noun: string, belongs: (code: AnyFindingCode) => boolean): string[] => {
    const count = pairs.filter(({ code }) => belongs(code)).reduce((sum, pair) => sum + pair.count, 0);
    return count === 0 ? [] : [`${countWord(count)} ${noun}`];
  };
  return joinList([
    ...of("temuan", (code) => !isQuestion(code) && apartOf(code) === null),
    ...of("pertanyaan", isQuestion),
    ...of("catatan", (code) => apartOf(code) !== null),
  ]);
}

/** How many findings, and how few kinds hold most of them. */
export function findingsSentence(
  place: string,
  { total, byPair }: Pick<FindingsView, "total" | "byPair">,
): string {
  const [first] = byPair;
  if (total === 0 || !first) return `Di ${place} tidak ada temuan`;
  const counted = countedWords(byPair);
  if (total === 1) return `Di ${place} ada ${counted}: ${pairName(first)}`;
  if (byPair.length === 1) return `Di ${place} ada ${counted}, semuanya ${pairName(first)}`;
  if (byPair.length <= 5) return `Di ${place} ada ${counted} dalam ${countWord(byPair.length)} jenis`;
  const held = byPair.slice(0, 5).reduce((sum, pair) => sum + pair.count, 0);
  return `Di ${place} ada ${counted}; lima jenis mencakup ${formatCount(held)} di antaranya`;
}

/** What a naskah holds and what of it nobody owns. `unassigned` counts lines of the annex. */
export function naskahSentence(services: number, unassigned: number): string {
  if (services === 0) return "Naskah ini tidak memuat tabel layanan yang terbaca";
  const holds = `Naskah ini memuat ${countWord(services)} layanan`;
  return unassigned === 0
    ? `${holds}; semua baris lampirannya ada pemiliknya`
    : `${holds}; ${countWord(unassigned)} baris lampiran belum ada pemiliknya`;
}

/** Has everything that the decree fixes a table? */
export function declaredSentence(counts: Record<DeclaredState, number>): string {
  const declared = counts.cocok + counts.nama_berbeda + counts.tanpa_tabel;
  const outside = counts.di_luar_daftar;
  if (declared === 0) {
    return outside === 0
      ? "Keputusan ini tidak memuat daftar layanan dan tidak memuat tabel"
      : `Keputusan ini tidak memuat daftar layanan; lampirannya memuat ${countWord(outside)} tabel`;
  }
  const tail = outside === 0 ? "" : `; ${countWord(outside)} tabel berada di luar daftar`;
  if (counts.tanpa_tabel === 0) {
    return declared === 1
      ? `Satu-satunya layanan yang ditetapkan mempunyai tabel${tail}`
      : `Semua ${formatCount(declared)} layanan yang ditetapkan mempunyai tabel${tail}`;
  }
  return `Dari ${countWord(declared)} layanan yang ditetapkan, ${countWord(counts.tanpa_tabel)} belum mempunyai tabel${tail}`;
}

/** What was read from an uploaded file. Lines are those of its annexes. */
export function previewSentence(
  services: number,
  decrees: number,
  annexLines: number,
  unassigned: number,
): string {
  if (services === 0) return "Tidak ada layanan yang terbaca dari berkas ini";
  const covered = formatPercent1(annexLines - unassigned, annexLines);
  const lines = covered === null ? "" : `; ${covered} baris lampiran ada pemiliknya`;
  return `Terbaca ${countWord(services)} layanan dalam ${countWord(decrees)} keputusan${lines}`;
}
