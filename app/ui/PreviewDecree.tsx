import { formatDate, formatInstantDate } from "#app/format/dates.ts";
import { formatCount, formatLines } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { ALL_FINDINGS, type AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { DecreeField, PreviewDecree } from "#app/server/views.ts";
import { FIELD_LABELS, fieldName, readValue, ZONES, zoneName } from "./confirmation.ts";
import type { FieldError } from "./ErrorSummary.tsx";
import { DECLARED_WORDS } from "./tables/naskah.ts";
import { decreeName, LINK_WORDS, SEVERITY_WORDS } from "./words-of.ts";

interface Props {
  decree: PreviewDecree;
  /** More than one decree in the file. */
  several: boolean;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

/** One decree of an uploaded file: who it is, what was read of it, what doesn't fit, what nobody owns. */
export function PreviewDecreeSection({ decree, several, errors, typed }: Props) {
  const { index, unassigned, declared, services } = decree;
  const proposed = services.filter((one) => one.link.kind === "usul");
  const mismatches = declared.filter((row) => row.state !== "cocok");
  return (
    <section aria-labelledby={`keputusan-${index}`}>
      <h2 id={`keputusan-${index}`}>
        {several && `${index + 1}. `}
        {decreeName(decree)}
        {decree.regencyName && `, ${decree.regencyName}`}
      </h2>
      <p>
        {statusWords(decree)} {formatCount(services.length)} tabel layanan
        {decree.signed && `; ditetapkan ${formatDate(decree.signed)}`}
        {decree.numberAnnex &&
          decree.numberAnnex !== decree.number &&
          `; nomor pada lampiran ${decree.numberAnnex}`}
        .
      </p>
      {decree.needs.length > 0 && <Needed decree={decree} errors={errors} typed={typed} />}
      {decree.asksZone && (
        <div className="field">
          <label htmlFor={zoneName(index)}>Zona waktu kabupaten atau kota ini</label>
          <p id={`${zoneName(index)}-catatan`}>
            Belum kami kenal dari namanya. Periksa sebelum menyimpan: tanggal dan jam ditulis menurut zona
            ini.
          </p>
          <select
            id={zoneName(index)}
            name={zoneName(index)}
            defaultValue={typed[zoneName(index)] ?? "WIB"}
            aria-describedby={`${zoneName(index)}-catatan`}
          >
            {ZONES.map(({ zone, name }) => (
              <option key={zone} value={zone}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {unassigned.length > 0 && (
        <p>Baris tanpa pemilik: {unassigned.map((range) => formatLines(range)).join(", ")}.</p>
      )}
      {mismatches.length > 0 && (
        <details>
          <summary>Daftar lawan lampiran: {mismatches.length} tidak cocok</summary>
          <ul>
            {mismatches.map((row) => (
              <li key={`${row.state}-${row.declared?.name}-${row.printed?.line}`}>
                {capitalise(DECLARED_WORDS[row.state])}: {row.declared?.name ?? row.printed?.name}
                {row.state === "nama_berbeda" && ` (dalam lampiran: ${row.printed?.name})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {proposed.length > 0 && (
        <fieldset className="proposals">
          <legend>
            Layanan yang diusulkan sama dengan layanan yang sudah dikenal. Centang bila sebenarnya layanan
            baru.
          </legend>
          {proposed.map((one) => (
            <label key={one.ordinal}>
              <input type="checkbox" name="layanan-baru" value={one.ordinal} /> {one.name}: {LINK_WORDS.usul}{" "}
              {one.link.service?.name}
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}

/** Findings of the whole file by kind, most first. */
export function PreviewFindings({ decrees }: { decrees: readonly PreviewDecree[] }) {
  const counts = new Map<AnyFindingCode, number>();
  for (const { code, count } of decrees.flatMap((decree) => decree.findings)) {
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  if (counts.size === 0) return <p>Tidak ada temuan otomatis.</p>;
  return (
    <>
      <h2>Temuan dalam berkas ini</h2>
      <ul>
        {[...counts]
          .sort((a, b) => b[1] - a[1])
          .map(([code, count]) => (
            <li key={code}>
              {capitalise(ALL_FINDINGS[code].label)}: {count} ({SEVERITY_WORDS[ALL_FINDINGS[code].severity]})
            </li>
          ))}
      </ul>
    </>
  );
}

/** What storing would do with a decree. */
export function statusWords({ status, regency }: Pick<PreviewDecree, "status" | "regency">): string {
  if (status.kind === "baru") return "Keputusan baru.";
  if (status.kind === "versi")
    return `Teks baru dari keputusan yang sudah dikenal: disimpan sebagai versi ${status.version}.`;
  const since = status.since ? ` sejak ${formatInstantDate(status.since, regency?.zone ?? "WIB")}` : "";
  return `Naskah ini sudah tersimpan${since}. Tidak ada yang diubah.`;
}

/** What could not be read and must be given; each field with its own error. */
function Needed({ decree, errors, typed }: Omit<Props, "several">) {
  return (
    <fieldset className="pair">
      <legend>Belum terbaca, isi menurut naskah</legend>
      {decree.needs.map((field: DecreeField) => {
        const name = fieldName(decree.index, field);
        const wrong = errors.find((error) => error.field === name);
        return (
          <div key={field} className="field">
            <label htmlFor={name}>{FIELD_LABELS[field]}</label>
            {wrong && (
              <p className="wrong" id={`${name}-salah`}>
                {wrong.message}
              </p>
            )}
            <input
              id={name}
              name={name}
              type="text"
              inputMode={field === "year" ? "numeric" : undefined}
              defaultValue={typed[name] ?? readValue(decree, field) ?? ""}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong ? `${name}-salah` : undefined}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
