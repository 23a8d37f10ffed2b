import type { Filters } from "./filters.ts";
import { link, paths } from "./links.ts";

/** Where only the reading's facts are kept: what is missing, and the way to it. */
export const FactsOnly = ({ what, filters }: { what: "layanan" | "naskah"; filters: Filters }) => (
  <div className="notice">
    <p>
      {what === "layanan" ? "Teks layanan ini" : "Teks naskah ini"} belum diunggah; yang tersedia baru hasil
      bacanya.
    </p>
    <p>
      <a href={link(paths.unggah(), filters)}>Unggah naskah</a> untuk melihat kalimatnya di sini.
    </p>
  </div>
);
