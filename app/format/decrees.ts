/** "Keputusan Bupati Nomor 060/835 Tahun 2025"; what could not be read is said. */
export function decreeName({
  issuer,
  number,
  year,
}: {
  issuer: string | null;
  number: string | null;
  year: number | null;
}): string {
  const tail = number === null ? "tanpa nomor" : `Nomor ${number.replace(/\btahun\b/i, "Tahun")}`;
  const hasYear = year === null || /tahun/i.test(tail);
  return `Keputusan${issuer ? ` ${issuer}` : ""} ${tail}${hasYear ? "" : ` Tahun ${year}`}`;
}
