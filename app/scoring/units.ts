import { fold } from "../reader/text.ts";
import { type Answer, met, notAsked, notMet } from "./criterion.ts";
import type { DecreeVerdict, Standards, UnitVerdict } from "./schema.ts";

type Service = Standards["services"][number];

/** A bagian in one decree, with the indexes of its services. */
interface Unit {
  decree: number;
  bagian: string | null;
  services: readonly number[];
}

const unitsOf = ({ services }: Standards): Unit[] => {
  const units = new Map<string, { decree: number; bagian: string | null; services: number[] }>();
  services.forEach(({ decree, bagian }, index) => {
    const key = `${decree} ${bagian ?? ""}`;
    const unit = units.get(key) ?? { decree, bagian, services: [] };
    unit.services.push(index);
    units.set(key, unit);
  });
  return [...units.values()];
};

const PROMISED = /\bmaklumat\b[^.;\n]{0,80}/i;
const VULNERABLE =
  /\b(?:penyandang\s+)?(?:di[sf]abilitas|difabel|kelompok\s+rentan|lansia|lanjut\s+usia|ibu\s+hamil|(?:ruang\s+)?laktasi|menyusui|kursi\s+roda|bidang\s+miring|ramp|guiding\s+block|jalur\s+pemandu|bermain\s+anak|ramah\s+anak|(?:loket|kursi|tempat)\s+prioritas)\b/i;

type Place = Pick<UnitVerdict, "service" | "lines">;
const NOWHERE: Place = { service: null, lines: null };

const unitKey = (bagian: string): string => fold(bagian).toLowerCase();

/** Services of the same bagian that stand in other decrees; a bagian without a name is no other decree's. */
const elsewhere = ({ services }: Standards, { decree, bagian }: Unit): number[] =>
  services.flatMap((one, index) =>
    bagian !== null && one.decree !== decree && one.bagian !== null && unitKey(one.bagian) === unitKey(bagian)
      ? [index]
      : [],
  );

/** The first of the unit's services whose component has such words. */
const firstIn = (
  standards: Standards,
  unit: Pick<Unit, "services">,
  component: keyof Service["components"],
  pattern: RegExp,
): { quote: string; at: Place } | null => {
  for (const service of unit.services) {
    const part = standards.services[service]?.components[component];
    const found = part ? pattern.exec(part.text) : null;
    if (part && found) return { quote: found[0], at: { service, lines: part.lines } };
  }
  return null;
};

/** The pledge must stand in the decree; a table that only mentions one does not replace it. */
const maklumat = (standards: Standards, unit: Unit): Answer & Place => {
  if (standards.decrees[unit.decree]?.maklumat) {
    return { ...met("Maklumat pelayanan dimuat dalam keputusan."), ...NOWHERE };
  }
  const promised = firstIn(standards, unit, "jaminan_pelayanan", PROMISED);
  return promised
    ? {
        ...notMet("Maklumat pelayanan disebut, tetapi tidak dimuat dalam keputusan.", promised.quote),
        ...promised.at,
      }
    : { ...notMet("Maklumat pelayanan tidak dimuat dalam keputusan."), ...NOWHERE };
};

/**
 * One facility for vulnerable groups anywhere in the unit is enough, also in a standard that another decree fixes: a unit
 * is one place, whatever its standards are printed in.
 */
const vulnerable = (standards: Standards, unit: Unit): Answer & Place => {
  if (!unit.services.some((service) => standards.services[service]?.components.sarana)) {
    return { ...notAsked("Sarana unit ini tidak tertulis atau tidak terbaca."), ...NOWHERE };
  }
  const found = firstIn(standards, unit, "sarana", VULNERABLE);
  if (found) return { ...met("Ada fasilitas bagi kelompok rentan.", found.quote), ...found.at };
  const other = firstIn(standards, { services: elsewhere(standards, unit) }, "sarana", VULNERABLE);
  // Lines are those of the unit's own decree: what another decree prints is quoted without a place.
  return other
    ? {
        ...met("Ada fasilitas bagi kelompok rentan, menurut keputusan lain tentang unit ini.", other.quote),
        ...NOWHERE,
      }
    : {
        ...notMet("Fasilitas bagi kelompok rentan tidak disebut pada satu pun layanan unit ini."),
        ...NOWHERE,
      };
};

/** The criteria of the unit, once for each bagian of each decree. */
export const unitVerdicts = (standards: Standards): UnitVerdict[] =>
  unitsOf(standards).flatMap((unit) => {
    const { decree, bagian } = unit;
    return [
      { decree, bagian, criterion: "unit.maklumat", ...maklumat(standards, unit) },
      { decree, bagian, criterion: "unit.kelompok_rentan", ...vulnerable(standards, unit) },
    ];
  });

const unread = notAsked("Kepala keputusan tidak terbaca.");

/** Is it a decree of which the file holds no standards: one on another matter, or one whose annex is elsewhere? */
const withoutStandards = ({ findings }: Pick<Standards, "findings">, decree: number): boolean =>
  findings.some(
    (one) =>
      one.code === "not_a_decree" ||
      (one.code === "no_annex" && (one.decree === null || one.decree === decree)),
  );

/**
 * The criteria of the decree itself. A decree whose head was not read is asked only for its pledge; one without its
 * standards is asked nothing.
 */
export const decreeVerdicts = ({ decrees, heads = [], findings }: Standards): DecreeVerdict[] =>
  decrees.flatMap(({ maklumat }, decree) => {
    if (withoutStandards({ findings }, decree)) return [];
    const head = heads[decree] ?? null;
    const consulted = head?.consultation ?? null;
    const revokes = head?.revokes ?? null;
    const pledge = maklumat
      ? met("Keputusan memuat maklumat pelayanan.")
      : notMet("Keputusan tidak memuat maklumat pelayanan.");
    const consultation = consulted
      ? met("Forum konsultasi publik atau berita acaranya disebut.")
      : notMet("Apakah standar ini dibahas dalam forum konsultasi publik? Berita acaranya tidak disebut.");
    const predecessor = revokes
      ? met("Keputusan terdahulu dicabut.")
      : notMet("Apakah ada keputusan terdahulu yang digantikan? Tidak ada yang dinyatakan dicabut.");
    return [
      { decree, criterion: "keputusan.maklumat", ...pledge, lines: null },
      { decree, criterion: "keputusan.konsultasi", ...(head ? consultation : unread), lines: consulted },
      { decree, criterion: "keputusan.pendahulu", ...(head ? predecessor : unread), lines: revokes },
    ];
  });
