import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PENGGUNA, type PenggunaSubject, penggunaWeights, proposePengguna } from "#app/scoring/pengguna.ts";

const service = (name: string, parts: Partial<PenggunaSubject> = {}): PenggunaSubject => ({
  name,
  persyaratan: null,
  prosedur: null,
  produk: null,
  ...parts,
});

describe("who uses a service is proposed from its words:", () => {
  it.each([
    ["Fasilitasi Hibah Tempat Ibadah", "masyarakat"],
    ["Pelayanan Bantuan Hukum bagi Masyarakat Miskin", "masyarakat"],
    ["Layanan Sewa Kursi", "masyarakat"],
    ["Registrasi Penyedia", "badan_usaha"],
    ["Pembinaan UMKM", "badan_usaha"],
    ["Penyusunan Analisis Jabatan", "perangkat_daerah"],
    ["Pendampingan Survei Kepuasan Masyarakat", "perangkat_daerah"],
    ["Pembentukan Peraturan Bupati", "perangkat_daerah"],
    ["Penegasan Batas Kecamatan", "perangkat_daerah"],
    ["Pengelolaan Surat Masuk", "internal"],
    ["Penyusunan Renstra", "internal"],
    ["Kebutuhan BBM Lingkup Sekretariat Daerah", "internal"],
  ] as const)("%s is for %s", (name, pengguna) => {
    expect(proposePengguna(service(name))).toBe(pengguna);
  });

  it("nothing is proposed where nothing speaks for anybody", () => {
    expect(proposePengguna(service("Layanan Lain"))).toBeNull();
    expect(proposePengguna(service("", { persyaratan: "", prosedur: "" }))).toBeNull();
  });

  it("an identity card of a person speaks for the public, that of a director or a civil servant does not", () => {
    const asks = (persyaratan: string) => penggunaWeights(service("Layanan Lain", { persyaratan }));
    // Weight 2 in the requirements, which count twice.
    expect(asks("Fotokopi KTP pemohon").masyarakat).toBe(4);
    expect(asks("KTP Direktur perusahaan").masyarakat).toBe(0);
    expect(asks("Surat pengantar KTP PNS").masyarakat).toBe(0);
    // Director 3, company 1: (3 + 1) × 2.
    expect(asks("KTP Direktur perusahaan").badan_usaha).toBe(8);
  });

  it("requirements decide where the name leaves it open", () => {
    const aid = (persyaratan: string) => proposePengguna(service("Bantuan Hukum", { persyaratan }));
    expect(aid("Fotokopi KTP")).toBe("masyarakat");
    // Name: masyarakat 2 × 4 = 8. Requirements and procedure: offices 2 × 2 and draft rules 1 × 2: 6 do not outweigh it.
    expect(aid("Surat perangkat daerah dengan rancangan peraturan")).toBe("masyarakat");
    expect(proposePengguna(service("Konsultasi", { persyaratan: "Surat Kepala Perangkat Daerah" }))).toBe(
      "masyarakat",
    );
    expect(proposePengguna(service("Konsultasi Data", { persyaratan: "Surat Kepala OPD" }))).toBe(
      "perangkat_daerah",
    );
  });

  it("of two circles that weigh the same the wider one is proposed", () => {
    // Name: perangkat daerah 3 × 4, masyarakat 3 × 4.
    const both = service("Audiensi Perangkat Daerah");
    expect(penggunaWeights(both)).toMatchObject({ masyarakat: 12, perangkat_daerah: 12 });
    expect(proposePengguna(both)).toBe("masyarakat");
  });

  it("capital letters, line breaks and repeats change nothing", () => {
    const plain = service("Registrasi Penyedia", { persyaratan: "akta pendirian" });
    const loud = service("REGISTRASI\nPENYEDIA", { persyaratan: "AKTA  PENDIRIAN\nakta pendirian" });
    expect(penggunaWeights(loud)).toEqual(penggunaWeights(plain));
  });

  it("any text gets one of the four or none, the same each time", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, persyaratan, prosedur) => {
        const subject = service(name, { persyaratan, prosedur });
        const proposed = proposePengguna(subject);
        expect(proposed === null || PENGGUNA.includes(proposed)).toBe(true);
        expect(proposePengguna(subject)).toBe(proposed);
      }),
    );
  });
});
