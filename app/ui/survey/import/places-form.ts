import type { PlacesStep, UnitValue } from "#app/server/survey/import-steps/places.server.ts";
import type { UnitId } from "#app/server/survey/places.ts";
import { monthsOf } from "#app/survey/months.ts";
import { normalisePeriod } from "#app/survey/rows/periods.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { sent } from "../../form.ts";
import { placeWords } from "./words.ts";

export const PLACE_FIELDS = {
  place: (at: number) => `tempat-${at}`,
  regency: (at: number) => `daerah-${at}`,
  period: "periode",
} as const;

/** Which further regencies of the file its user calls this one's; `changed`: not what was said before. */
export function readRegencies(form: FormData, step: PlacesStep): { counted: string[]; changed: boolean } {
  const ticked = step.otherRegencies.map((one, at) => ({
    ...one,
    now: sent(form, PLACE_FIELDS.regency(at)) !== "",
  }));
  return {
    counted: ticked.flatMap(({ name, now }) => (now ? [name] : [])),
    changed: ticked.some(({ now, counted }) => now !== counted),
  };
}

interface Read {
  places: { bagian: string | null; service: string | null; unit: UnitId | null }[];
  /** Null: what the file says stands. */
  period: string | null;
  errors: FieldError[];
}

/** Reads the form of step 3: every place needs a unit or the word that it is not counted, every row a period. */
export function readPlaces(
  form: FormData,
  step: PlacesStep,
  unitOf: (value: UnitValue) => UnitId | null | undefined,
): Read {
  const errors: FieldError[] = [];
  const places = step.places.map((place, at) => {
    const name = PLACE_FIELDS.place(at);
    const unit = unitOf(form.has(name) ? sent(form, name) : place.value);
    if (unit === undefined) {
      errors.push({
        field: name,
        message: `Pilih layanan atau bagian untuk “${placeWords(place)}”, atau pilih “Jangan dihitung”.`,
      });
    }
    return { bagian: place.bagian, service: place.service, unit: unit ?? null };
  });
  if (step.places.length === 0 && step.otherRegencies.length > 0)
    errors.push({
      field: PLACE_FIELDS.regency(0),
      message: `Semua baris berkas ini memakai nama daerah lain, jadi tidak ada yang dihitung untuk ${step.draft.regency.name}. Centang namanya bila daerahnya sama, atau buang impor ini.`,
    });
  const typed = sent(form, PLACE_FIELDS.period);
  if (step.withoutPeriod > 0 || typed !== "") {
    if (monthsOf(normalisePeriod(typed)) === null) {
      errors.push({
        field: PLACE_FIELDS.period,
        message:
          typed === ""
            ? "Berkas tidak menyebut periodenya. Isi periodenya, misalnya TW II 2025."
            : `Periode “${typed}” tidak menyebut bulannya. Tulis misalnya TW II 2025, Semester I 2025, Juni 2025, atau 2025.`,
      });
    }
  }
  if (errors.length === 0 && places.length > 0 && places.every(({ unit }) => unit === null)) {
    errors.push({
      field: PLACE_FIELDS.place(0),
      message: "Semua tempat dipilih untuk tidak dihitung. Pilih layanan atau bagian sekurangnya untuk satu.",
    });
  }
  if (step.shape === "aggregate") errors.push(...twinErrors(step, places));
  return { places, period: typed === "" ? null : typed, errors };
}

/** A table of results prints one figure a place: two of them cannot both be the figure of one unit. */
const twinErrors = (step: PlacesStep, places: Read["places"]): FieldError[] => {
  const first = new Map<string, number>();
  return places.flatMap(({ unit }, at): FieldError[] => {
    if (!unit) return [];
    for (const period of step.places[at]?.periods.length ? (step.places[at]?.periods ?? []) : [""]) {
      const key = `${unit.kind} ${unit.id} ${period}`;
      const other = first.get(key);
      if (other !== undefined) {
        const [one, two] = [step.places[other], step.places[at]];
        return [
          {
            field: PLACE_FIELDS.place(at),
            message: `“${two ? placeWords(two) : ""}” dan “${one ? placeWords(one) : ""}” dipilih untuk tempat yang sama, padahal tabel ini mencetak angkanya masing-masing. Pilih tempat yang berbeda atau jangan hitung salah satunya.`,
          },
        ];
      }
      first.set(key, at);
    }
    return [];
  });
};
