import { formatInstantDate } from "#app/format/dates.ts";
import { formatShare } from "#app/format/numbers.ts";
import type { AssessmentsHere } from "#app/server/assessment/place.server.ts";
import { paths } from "../links.ts";
import { STATE_WORDS, subjectName } from "./words.ts";

interface Props {
  here: AssessmentsHere;
  kab: string;
  /** The service, or the bagian whose services are begun together. */
  service?: { no: number };
  bagian?: string;
  /** Services of the bagian, to choose from. */
  services?: readonly { no: number; name: string }[];
}

/** Place of the section on a page. */
export const ASSESS_SECTION = "penilaian";

/** Assessments of a service or bagian with their state, and the form that begins new ones. */
export const AssessHere = ({ here, kab, service, bagian, services = [] }: Props) => {
  const { assessments } = here;
  const editions = here.editions.filter((one) => one.services);
  const units = here.editions.filter((one) => one.units);
  if (assessments.length === 0 && editions.length === 0) return null;
  return (
    <section id={ASSESS_SECTION} aria-labelledby="judul-penilaian" tabIndex={-1}>
      <h2 id="judul-penilaian">Penilaian oleh orang</h2>
      {assessments.length === 0 ? (
        <p>Belum ada penilaian yang dimulai.</p>
      ) : (
        <ul>
          {assessments.map((one) => (
            <li key={one.id}>
              <a href={paths.penilaian(one.id)}>
                {service ? one.edition.name : `${subjectName(one)}, ${one.edition.name}`}
              </a>
              : {STATE_WORDS[one.state]} sejak {formatInstantDate(one.since, one.regency.zone)};{" "}
              {formatShare(one.answered, one.items)} butir dijawab{one.own && "; dinilai sendiri"}.
            </li>
          ))}
        </ul>
      )}
      {editions.length > 0 && (
        <form method="post" action={paths.antrean()} className="no-print wizard-form">
          <input type="hidden" name="tindakan" value="mulai" />
          <input type="hidden" name="kab" value={kab} />
          {service && <input type="hidden" name="layanan" value={service.no} />}
          {bagian !== undefined && <input type="hidden" name="bagian" value={bagian} />}
          <EditionField id="edisi-penilaian" editions={editions} />
          {services.length > 0 && (
            <fieldset className="choices">
              <legend>Layanan yang dinilai (tanpa pilihan: semua layanan bagian ini)</legend>
              {services.map(({ no, name }) => (
                <label key={no}>
                  <input type="checkbox" name="layanan" value={no} /> {name}
                </label>
              ))}
            </fieldset>
          )}
          <div>
            <button type="submit">
              {service ? "Mulai atau lanjutkan penilaian" : "Mulai penilaian layanan"}
            </button>
          </div>
        </form>
      )}
      {bagian !== undefined && units.length > 0 && (
        <form method="post" action={paths.antrean()} className="no-print wizard-form">
          <input type="hidden" name="tindakan" value="mulai" />
          <input type="hidden" name="kab" value={kab} />
          <input type="hidden" name="bagian" value={bagian} />
          <input type="hidden" name="unit" value="ya" />
          <EditionField id="edisi-unit" editions={units} />
          <div>
            <button type="submit" className="second">
              Mulai penilaian bagian sebagai unit
            </button>
          </div>
        </form>
      )}
    </section>
  );
};

const EditionField = ({ id, editions }: { id: string; editions: AssessmentsHere["editions"] }) => (
  <div className="field">
    <label htmlFor={id}>Instrumen</label>
    <select id={id} name="edisi" defaultValue={editions.find(({ substance }) => substance)?.slug}>
      {editions.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  </div>
);
