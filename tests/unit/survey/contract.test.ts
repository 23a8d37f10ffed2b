import { describe, expect, it } from "vitest";
import { csv, EIGHT, read, refusalOf, WORDS } from "./kit.ts";

const CODES = "U1,U2,U3,U4,U5,U6,U7,U8,U9";
const codes = (reading: ReturnType<typeof read>) => reading.json.warnings.map((one) => one.code);

describe("rows of the contract", () => {
  it("counts titles and blank rows in row numbers, and a line break inside quotes as none", () => {
    const { json } = read(
      csv(
        "Judul",
        "",
        `Saran,${WORDS}`,
        `"a\nb",4,4,4,4,4,4,4,4,4`,
        "",
        "x,7,4,4,4,4,4,4,4,4",
        ...Array(9).fill("y,4,4,4,4,4,4,4,4,3"),
      ),
    );
    expect(json.rejected.map((one) => one.row)).toEqual([6]);
    expect(json.rows).toEqual({ read: 12, accepted: 10, rejected: 1, duplicate: 0, ignored: 1 });
  });
  it("accepts a respondent with a blank unsur for the others: n differs, the index is the mean of the means", () => {
    const { json } = read(csv(WORDS, "4,,4,4,4,4,4,4,4", "2,2,4,4,4,4,4,4,-"));
    // NRR 3, 2, 4 × 7 = 33/9 × 25 = 91.67
    expect(json.total.unsur.prosedur?.n).toBe(1);
    expect(json.total.unsur.pengaduan?.n).toBe(1);
    expect(json.total.ikm).toBe(91.67);
  });
  it("rejects no answer as missing, 7 as out of scale, 3.5 and #N/A as no number", () => {
    const rows = Array(20).fill("r,4,4,4,4,4,4,4,4,4");
    const { json } = read(
      csv(
        `Responden,${WORDS}`,
        ...rows,
        "s,,,,,,,,,",
        "t,4,7,4,4,4,4,4,4,4",
        "u,4,4,3.5,4,4,4,4,4,4",
        "v,4,4,4,#N/A,4,4,4,4,4",
      ),
    );
    expect(json.rejected.map(({ row, code, column, value }) => [row, code, column, value])).toEqual([
      [22, "missing", null, null],
      [23, "out_of_scale", "Prosedur", "7"],
      [24, "not_a_number", "Waktu penyelesaian", "3.5"],
      [25, "not_a_number", "Biaya/Tarif", "#N/A"],
    ]);
    expect(json.rejected[1]?.message).toBe(
      "Baris 23, kolom Prosedur: nilai 7 di luar skala 1–4. Perbaiki nilainya atau lewati baris ini.",
    );
  });
  it("refuses another scale from a fifth of the rows on, and rejects stray values below it", () => {
    const four = "4,4,4,4,4,4,4,4,4";
    const five = "5,4,4,4,4,4,4,4,4";
    expect(refusalOf(() => read(csv(CODES, five, ...Array(4).fill(four))))).toBe("wrong_scale");
    expect(read(csv(CODES, five, ...Array(5).fill(four))).json.rows.rejected).toBe(1);
  });
  it("maps another scale by the options, fractions without counts", () => {
    const { json } = read(csv(CODES, "6,6,6,6,6,6,6,6,2", "2,2,2,2,2,2,2,2,2"), {
      scale: { "1": 1, "2": 1.6, "3": 2.2, "4": 2.8, "5": 3.4, "6": 4 },
    });
    // U1-U8: (4 + 1.6) / 2 = 2.8; U9: 1.6; (8 × 2.8 + 1.6) / 9 × 25 = 66.67
    expect(json.total.ikm).toBe(66.67);
    expect(json.total.unsur.persyaratan).toMatchObject({ sum: 5.6, counts: null, nrr: 2.8 });
  });
  it("calls a row a duplicate by submission id, or by all cells with a time of day, and never by equal answers alone", () => {
    const equal = read(csv(`Jenis Kelamin,${WORDS}`, "L,4,4,4,4,4,4,4,4,4", "L,4,4,4,4,4,4,4,4,4"));
    expect(equal.json.rows).toMatchObject({ accepted: 2, duplicate: 0 });
    const id = read(csv(`Submission ID,${WORDS}`, "a,4,4,4,4,4,4,4,4,4", "a,3,3,3,3,3,3,3,3,3"));
    expect(id.json.rows).toMatchObject({ accepted: 1, duplicate: 1 });
    expect(id.json.total.ikm).toBe(100);
    const stamp = read(
      csv(
        `Timestamp,${WORDS}`,
        ...Array(2).fill("2025-04-01 08:00:01,4,4,4,4,4,4,4,4,4"),
        "2025-04-01 08:00:01,4,4,4,4,4,4,4,4,3",
      ),
    );
    expect(stamp.json.rows).toMatchObject({ accepted: 2, duplicate: 1 });
    const day = read(csv(`Tanggal,${WORDS}`, ...Array(2).fill("2025-04-01,4,4,4,4,4,4,4,4,4")));
    expect(day.json.rows).toMatchObject({ accepted: 2, duplicate: 0 });
  });
  it("ignores blank rows, foot rows, number rows and rows with only a number", () => {
    const { json } = read(
      csv(
        `No,${WORDS}`,
        "1,2,3,4,5,6,7,8,9,10",
        ...EIGHT.map((row, at) => [at + 1, ...row]),
        "9,,,,,,,,,",
        "",
        "Jumlah,28,25,23,32,27,28,29,24,25",
        "IKM,,,,,,,,,82.84",
      ),
    );
    expect(json.rows).toEqual({ read: 13, accepted: 8, rejected: 0, duplicate: 0, ignored: 5 });
    expect(json.printed).toEqual({ ikm: 82.84, agrees: false, explained_by: "0.11" });
  });
});

describe("columns and groups of the contract", () => {
  it("reads U8 as sarana with a warning; order definisi swaps, and the index stays", () => {
    const file = csv(CODES, "4,4,4,4,4,4,4,1,2", ...Array(5).fill("3,3,3,3,3,3,3,3,3"));
    const one = read(file);
    const other = read(file, { order: "definisi" });
    expect(codes(one)).toContain("u8_u9_order");
    expect(one.json.total.unsur.sarana?.sum).toBe(16);
    expect(other.json.total.unsur.pengaduan?.sum).toBe(16);
    expect(other.json.total.ikm).toBe(one.json.total.ikm);
  });
  it("gives figures of the unsur present and no index where one is missing", () => {
    const reading = read(csv("Persyaratan,Prosedur,Waktu pelayanan", "4,4,4", "3,3,3"));
    expect(reading.json.total).toMatchObject({ ikm: null, mutu: null, kinerja: null });
    expect(Object.keys(reading.json.total.unsur)).toEqual(["persyaratan", "prosedur", "waktu"]);
    expect(reading.json.warnings.find((one) => one.code === "missing_unsur")?.message).toContain("biaya");
  });
  it("joins names that differ only in case or spaces, spelled as first printed", () => {
    const { json } = read(
      csv(
        `Layanan,${WORDS}`,
        "Izin  A,4,4,4,4,4,4,4,4,4",
        "IZIN A ,3,3,3,3,3,3,3,3,3",
        "Izin B,3,3,3,3,3,3,3,3,3",
      ),
    );
    expect(json.groups.map((one) => [one.service, one.n])).toEqual([
      ["Izin A", 2],
      ["Izin B", 1],
    ]);
  });
  it("decides day and month per column and the quarter by local time as printed", () => {
    const { json } = read(
      csv(`Tanggal,${WORDS}`, "03/31/2025 23:59,4,4,4,4,4,4,4,4,4", "04/01/2025 00:10,3,3,3,3,3,3,3,3,3"),
    );
    expect(json.groups.map((one) => one.period)).toEqual(["2025-TW1", "2025-TW2"]);
    const iso = read(csv(`Waktu pengisian,${WORDS}`, "2025-03-31T23:30:00Z,4,4,4,4,4,4,4,4,4"));
    expect(iso.json.total.period).toBe("2025-TW1");
  });
  it("never prints personal cells", () => {
    const { json } = read(
      csv(
        `Nama,No HP,Email,Alamat,NIK,Layanan,${WORDS}`,
        "Budi Santoso,081234567890,budi@contoh.id,Jalan Melati 5,6371011234567890,081298765432,4,4,4,4,4,4,4,4,4",
        ...Array(9).fill("Ani,0812,ani@x.id,Jl,1,Izin,081234567891,4,4,4,4,4,4,4,4"),
      ),
    );
    const printed = JSON.stringify(json);
    for (const secret of ["Budi", "0812345", "@", "Melati", "637101", "081298"])
      expect(printed).not.toContain(secret);
  });
  it("warns below the sample, of few respondents and of one answer throughout", () => {
    const flat = csv(WORDS, ...Array(4).fill("3,3,3,3,3,3,3,3,3"));
    expect(codes(read(flat, { population: 50 }))).toEqual(
      expect.arrayContaining(["below_sample", "small_n", "straight_lining"]),
    );
    expect(
      read(flat, { population: 50 }).json.warnings.find((one) => one.code === "below_sample")?.message,
    ).toContain("sampel 44");
    const half = csv(WORDS, ...EIGHT, ...Array(7).fill("3,3,3,3,3,3,3,3,3"));
    // Seven and the one of the eight who gives 4 throughout, and the one who gives 3 but for U4: 8 of 15.
    expect(codes(read(half))).toContain("straight_lining");
    expect(codes(read(csv(WORDS, ...EIGHT)))).toEqual([]);
  });
});

describe("files refused as a whole", () => {
  it("names why", () => {
    expect(refusalOf(() => read(""))).toBe("empty");
    expect(refusalOf(() => read(csv(CODES)))).toBe("empty");
    expect(refusalOf(() => read(csv("No,Barang,Jumlah,Harga", "1,Meja,3,250000")))).toBe("no_unsur");
    expect(refusalOf(() => read("%PDF-1.7\n..."))).toBe("unreadable");
    expect(refusalOf(() => read(csv(CODES, ...Array(5).fill("80,90,75,100,60,70,88,92,81"))))).toBe(
      "wrong_scale",
    );
    expect(
      refusalOf(() =>
        read(csv(CODES, "4,4,4,4,4,4,4,4,4"), { columns: { U1: "maklumat" }, edition: "14/2017" }),
      ),
    ).toBe("bad_options");
  });
});
