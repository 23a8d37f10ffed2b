/**
 * Nouns for those who use a public service: people in their own name, those who learn, earn or fall ill, business, and other
 * offices. Officers are none of them. A pattern's source, without word borders.
 */
export const USER_NOUN =
  "(?:pengguna|p[ae]mohon\\w*|perangkat daerah|skpd|opd|pd|dinas\\/badan|masyarakat|pengunjung|penyedia|peserta|t?amu|lembaga|unit pelayanan|" +
  "ppk|pa\\/kpa|pengguna anggaran|instansi|asn|pns|pihak ketiga|satuan kerja|kecamatan|camat|desa|penerima|personil|mitra|pelaku usaha|" +
  "pengusul|user|warga|penduduk|ormas|kelompok|bumd|auditor|pasien|klien|konsumen|pelanggan|pelapor|pengadu|wajib (?:pajak|retribusi)|" +
  "pemustaka|pembaca|siswa|murid|mahasiswa|santri|peserta didik|pelajar|orang ?tua|wali (?:murid|siswa|santri)|alumni|pendaftar|pelamar|" +
  "pencari kerja|tenaga kerja|pekerja|pedagang|petani|nelayan|peternak|pengusaha|perusahaan|badan usaha|pengembang|investor|rekanan|" +
  "koperasi|yayasan|penyewa|peminjam|pemilik|pemegang|ahli waris|korban|(?<!kartu )keluarga|panitia (?:acara|kegiatan|penyelenggara)|wisatawan|peneliti|penumpang|jema'?ah|jama'?ah|yang bersangkutan)";
