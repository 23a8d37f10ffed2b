/** Sentences shared by services of all kinds; each document draws its own. */
export const CONTACTS = [
  "Datang langsung ke meja pengaduan {bagian}",
  "Telepon (0{area}) {phone}",
  "WhatsApp 08{mobile}",
  "Surat tertulis ke Jalan Cempaka Nomor {n}, {seat}",
  "Pos-el: {slug}@{regency}kab.go.id",
  "Kotak saran di lobi Sekretariat Daerah",
  "SP4N-LAPOR! pada laman https://www.lapor.go.id",
  "Instagram @{slug}.{regency}",
  "Aduan dijawab paling lambat 3 (tiga) hari kerja oleh Kepala Subbagian Tata Usaha",
] as const;

export const COMMON_LAWS = [
  "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
  "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023",
  "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
  "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan",
  "Peraturan Daerah Kabupaten {kab} Nomor 4 Tahun 2018 tentang Pelayanan Publik",
  "Peraturan Bupati {kab} Nomor 41 Tahun 2022 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi Sekretariat Daerah",
] as const;

export const FACILITIES = [
  "Meja layanan dan kursi tamu",
  "Komputer dan pencetak",
  "Jaringan internet nirkabel",
  "Ruang tunggu berpendingin",
  "Toilet terpisah",
  "Lemari arsip berkunci",
  "Kursi roda dan jalur landai",
  "Papan informasi layar sentuh",
  "Alat pemadam api ringan",
] as const;

export const SKILLS = [
  "Berpendidikan paling rendah Diploma III",
  "Menguasai aturan di bidang tugasnya",
  "Mampu mengoperasikan komputer",
  "Teliti, sabar, dan ramah",
  "Pernah mengikuti pelatihan pelayanan publik",
  "Mampu berkomunikasi lisan dan tulisan",
] as const;

export const SUPERVISION = [
  "Kepala Bagian memeriksa buku register setiap Jumat",
  "Pengawasan oleh atasan langsung secara berjenjang",
  "Reviu berkala oleh Inspektorat",
  "Rapat staf bulanan membahas kendala",
] as const;

export const GUARANTEES = [
  "Layanan diselesaikan sesuai standar; bila terlambat pemohon menerima permintaan maaf tertulis dan didahulukan",
  "Petugas bekerja menurut SOP dan siap dikenai sanksi bila menyimpang",
  "Pelayanan cepat, tepat, dan dapat dipertanggungjawabkan",
  "Kepastian syarat, tahap, dan mutu hasil",
] as const;

export const SAFETY = [
  "Berkas pemohon disimpan dalam lemari terkunci",
  "Data pribadi hanya dibuka oleh petugas berwenang",
  "Ruang layanan diawasi kamera dan dijaga petugas keamanan",
  "Dokumen hasil diberi nomor register dan stempel basah sehingga terjamin keabsahannya",
] as const;

export const REVIEWS = [
  "Penilaian kinerja pegawai setiap triwulan",
  "Survei kepuasan masyarakat dua kali setahun",
  "Rapat evaluasi setiap akhir bulan dipimpin Kepala Bagian",
  "Hasil evaluasi menjadi bahan perbaikan standar",
] as const;

export const FREE = [
  "Tidak dipungut biaya",
  "Gratis",
  "Rp0,00 (nol rupiah)",
  "Tanpa biaya",
  "Tidak ada biaya/tarif (gratis)",
] as const;

/** Fee tables printed inside a cell. */
export const FEE_TABLES: readonly { head: string[]; rows: string[][] }[] = [
  {
    head: ["No", "Uraian", "Tarif"],
    rows: [
      ["1", "Pemakaian siang hari", "Rp1.500.000,00"],
      ["2", "Pemakaian malam hari", "Rp2.000.000,00"],
      ["3", "Pelayanan kebersihan", "Rp300.000,00"],
    ],
  },
  {
    head: ["Jenis Pemakaian", "Satuan", "Biaya"],
    rows: [
      ["Acara sosial", "per hari", "Rp750.000"],
      ["Acara niaga", "per hari", "Rp1.250.000"],
    ],
  },
];

/** Tables of steps whose rows begin like rows of the standard itself. */
export const STEP_TABLES: readonly { head: string[]; rows: string[][] }[] = [
  {
    head: ["No", "Uraian Kegiatan", "Pelaksana", "Waktu"],
    rows: [
      ["1", "Menerima persyaratan", "Petugas loket", "5 menit"],
      ["2", "Memeriksa biaya yang disetor", "Bendahara", "10 menit"],
      ["3", "Menyerahkan produk pelayanan", "Petugas loket", "5 menit"],
    ],
  },
];

export const REGENCIES: readonly { name: string; seat: string }[] = [
  { name: "Arunika", seat: "Wanasari" },
  { name: "Segara Biru", seat: "Teluk Pandan" },
  { name: "Lembah Seruni", seat: "Kersamaju" },
  { name: "Tanjung Kencana", seat: "Karangdalem" },
  { name: "Bukit Pinang", seat: "Sukaluyu Baru" },
  { name: "Muara Jati", seat: "Labuan Jati" },
];
