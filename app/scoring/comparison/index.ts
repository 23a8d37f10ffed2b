import type { ComponentKey } from "../../reader/components.ts";
import type { LineRange } from "../../reader/schema.ts";
import { substanceFinding } from "../findings.ts";
import type { Standards, SubstanceFinding } from "../schema.ts";
import { doubtfulContacts } from "./contacts.ts";
import { copies } from "./copied.ts";
import { disagreeingDurations, disagreeingTotals } from "./durations.ts";
import { foreignNames } from "./foreign.ts";
import { misplacedFacilities } from "./misplaced.ts";

const ZONE = /^WI(?:B|TA|T)$/;

interface Part {
  service: number;
  component: ComponentKey;
}

/** Findings by comparison: text of another service, names of other regions, durations that disagree. */
export const comparisonFindings = (standards: Standards): SubstanceFinding[] => {
  const { services } = standards;
  const placeOf = ({ service, component }: Part) => {
    const own = services[service] as Standards["services"][number];
    return {
      decree: own.decree,
      service,
      component,
      name: own.name,
      lines: own.components[component]?.lines as LineRange,
    };
  };
  return [
    ...copies(standards).map((copy) => {
      const source = copy.source === null ? null : { service: copy.source };
      const from = copy.source === null ? "" : `, ${services[copy.source]?.name}`;
      const reason = copy.reason ?? `isi komponen ini berasal dari layanan lain${from}.`;
      return substanceFinding("copied", placeOf(copy), { reason, quote: copy.quote, source });
    }),
    ...foreignNames(standards).map((foreign) => {
      const should = foreign.own ? ` Seharusnya ${foreign.own}.` : "";
      const what = ZONE.test(foreign.found) ? "zona waktu" : "nama";
      const reason = `menyebut ${what} daerah lain.${should}`;
      return substanceFinding("foreign_name", placeOf(foreign), { reason, quote: foreign.found });
    }),
    ...disagreeingDurations(standards).map(({ service, promised, longest }) => {
      const reason = `menjanjikan waktu yang lebih pendek daripada jangka waktu layanan ini, ${longest}.`;
      const place = placeOf({ service, component: "jaminan_pelayanan" });
      return substanceFinding("contradiction", place, { reason, quote: promised });
    }),
    ...disagreeingTotals(standards).map(({ service, total, own }) => {
      const reason = `jangka waktu ${own}, sedangkan prosedur menyebut jumlah waktu yang lain.`;
      return substanceFinding("contradiction", placeOf({ service, component: "jangka_waktu" }), {
        reason,
        quote: total,
      });
    }),
    ...misplacedFacilities(standards).map(({ service, quote }) =>
      substanceFinding("wrong_content", placeOf({ service, component: "kompetensi" }), {
        reason: "ada isi komponen sarana di antara kompetensi.",
        quote,
      }),
    ),
    ...doubtfulContacts(standards).map(({ service, kind, source, quote }) => {
      const other = services[source] as Standards["services"][number];
      const place = placeOf({ service, component: "pengaduan" });
      const reason =
        kind === "another"
          ? `kontak ini milik bagian lain, ${other.bagian}.`
          : `apakah kontak ini benar? Hampir sama dengan kontak pada ${other.name}.`;
      const code = kind === "another" ? "copied" : "near_twin_contact";
      return substanceFinding(code, place, { reason, quote, source: { service: source } });
    }),
  ];
};
