import { describe, expect, it } from "vitest";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { CRITERIA } from "#app/scoring/criteria/index.ts";
import { judge } from "./subject.ts";

type Case = readonly [text: string, met: boolean | null, why: string, service?: string];

const BALAI = "Peminjaman Gedung Balai Arunika";

/** For each criterion: met, not met, and at least one text near the border. */
const CASES: Record<string, readonly Case[]> = {
  "persyaratan.objek": [
    ["1. Surat peminjaman gedung;\n2. Fotokopi KTP.", true, "documents"],
    ["1. Jaringan internet;\n2. Mampu memakai gawai.", false, "equipment and ability only"],
    ["Penduduk Kabupaten Arunika", true, "a state of the applicant, no document"],
    ["Ternak sehat dan berumur di atas satu tahun", true, "a state of what is brought"],
    ["Anak usia 7 tahun", true, "whatever is not the office's own"],
    ["Tersedia printer dan petugas berlisensi", false, "equipment and staff of the office"],
    ["Mesin jahit 10 unit", false, "equipment by its number"],
    ["Sesuai ketentuan yang berlaku", false, "nothing in particular"],
    ["Fasilitasi penyusunan jadwal pemakaian gedung", false, "an activity of the office"],
  ],
  "persyaratan.bagi_pemohon": [
    ["Surat peminjaman dari kepala perangkat daerah", true, "for the applicant"],
    ["1. Petugas mampu melayani;\n2. Memahami tugas pokok;\n3. Surat peminjaman.", false, "mostly ability"],
    [
      "1. Surat peminjaman;\n2. Proposal acara;\n3. Memahami tata tertib gedung.",
      true,
      "one ability among documents",
    ],
    ["Mengakses website gedung.arunika.go.id lalu memilih tanggal", false, "the way to reach the service"],
    ["Undang-Undang Nomor 1 Tahun 2020 tentang Gedung", false, "a regulation"],
    [
      "1. Mampu memakai gawai;\n2. Memahami tata tertib;\n3. Surat permohonan asli.",
      true,
      "a document in its form is brought, however many abilities stand beside it",
    ],
  ],
  "persyaratan.bentuk": [
    ["Fotokopi KTP 2 lembar", true, "photocopy"],
    ["Surat peminjaman dan proposal", false, "no form"],
    ["Surat peminjaman bertanda tangan pimpinan", true, "signed"],
    ["Mengisi lembar buku tamu", false, "a sheet is no form of a document"],
    ["Salinan surat izin usaha", true, "a copy"],
  ],
  "prosedur.langkah": [
    ["1. Pemohon mengajukan surat;\n2. Petugas memeriksa;\n3. Kunci diserahkan.", true, "three steps"],
    ["Mengajukan surat peminjaman", false, "one step"],
    [
      "Pemohon mengajukan surat lalu petugas memeriksa jadwal dan menyerahkan kunci",
      true,
      "steps without marks",
    ],
  ],
  "prosedur.pengguna": [
    ["1. Pemohon mengajukan surat;\n2. Petugas memeriksa jadwal.", true, "applicant acts"],
    ["1. Menyusun jadwal;\n2. Rapat tim;\n3. Menetapkan jadwal.", false, "officers only"],
    ["1. Petugas menyusun jadwal;\n2. Jadwal dikirim kepada pemohon.", false, "the applicant only receives"],
    ["1. Mengisi formulir pada laman;\n2. Petugas memeriksa.", true, "told to the user without naming one"],
    [
      "1. Rapat dengan mitra kerja; 2. Menyusun jadwal; 3. Menetapkan jadwal.",
      false,
      "the next step is not the act of whom this one ends with",
    ],
    [
      "1. Membentuk tim;\n2. Pengisian data gedung oleh perangkat daerah;\n3. Rapat.",
      true,
      "done by the user",
    ],
    ["1. Pengumuman;\n2. Pendaftaran calon peserta lewat laman;\n3. Seleksi.", true, "who applies registers"],
    ["1. Pengisian data gedung oleh petugas;\n2. Rapat tim.", false, "done by an officer"],
    ["1. Menghitung jumlah kelompok memiliki gedung; 2. Rapat tim.", false, "to have is no act"],
    ["1. Mengisi agenda oleh Perangkat Daerah; 2. Rapat tim.", true, "the agent of a step is the user"],
    ["• Memeriksa daftar pengunjung\n• Menetapkan jadwal", false, "a bullet begins the next step"],
    ["1. Memeriksa data pengunjung, berkala; 2. Rapat tim.", false, "from time to time is no act"],
    ["1. Rapat tim; 2. Mengajukan konsep jadwal kepada Sekretaris.", false, "officers hand on a draft"],
    [
      "I. Bagian Umum 1. Menyusun jadwal II. Unit Pelayanan 1. Mengirim surat peminjaman",
      true,
      "the user heads a list of its own",
    ],
    ["1. Pasien dipanggil perawat;\n2. Pasien menuju ruang periksa.", true, "a patient is a user"],
    ["1. Wajib pajak mengisi formulir;\n2. Petugas mencatat.", true, "so is who owes a tax"],
    ["1. Pencaker mengisi formulir;\n2. Petugas mencetak kartu.", true, "who applies, under any name"],
    ["1. Kepala seksi mengisi formulir;\n2. Staf mencetak kartu.", false, "an officer fills in a form"],
    ["Keluarga menghubungi petugas, regu bergerak mencari", true, "a family asks for help"],
    ["1. Kepala seksi menerima usulan cuti dari pegawai;\n2. Staf mencatat.", true, "somebody brought it"],
    ["1. Staf menerima surat dari pimpinan;\n2. Staf mencatat.", false, "papers from above are no request"],
  ],
  "prosedur.akhir": [
    ["1. Pemohon mengajukan surat;\n2. Apabila berkas tidak lengkap, dikembalikan.", true, "branch"],
    ["1. Pemohon mengajukan surat;\n2. Petugas mencatat pada agenda.", false, "neither"],
    ["1. Pemohon mengajukan surat;\n2. Petugas menyerahkan surat izin kepada pemohon.", true, "hand-over"],
    [
      "1. Bagian menelaah;\n2. Bagian menyampaikan produk kebijakan kepada Intansi terkait.",
      true,
      "a misprinted receiver",
    ],
    ["1. Pemohon datang;\n2. Pemohon mendapatkan layanan.", false, "a service is nothing handed over"],
    ["1. Mengisi buku tamu;\n2. Menerima surat izin gedung.", true, "the user receives the result"],
    ["1. Mengisi buku tamu;\n2. Menerima layanan konsultasi.", false, "the user receives a service only"],
    ["1. Pemohon mengisi buku;\n2. Kunci diserahkan kembali kepada PD.", true, "handed back to the user"],
    ["1. Petugas mencatat;\n2. Petugas menyampaikan izin dan meminta tanda terima.", true, "against receipt"],
    [
      "1. Mengisi formulir;\n2. Memberitahukan user ID kepada pemohon;\n3. Selesai",
      true,
      "the word for done is no step",
    ],
    [
      "1. Mengisi formulir;\n2. Petugas memberikan konfirmasi tertulis kepada pemohon",
      true,
      "a written answer",
    ],
    [
      "1. Mengisi formulir;\n2. Jika disetujui camat, petugas mencatat jadwal",
      false,
      "consent is no branch for lacking files",
    ],
    [
      "1. Pemohon mengajukan surat;\n2. Pemohon diberikan kesempatan untuk menyampaikan data kepada lembaga.",
      false,
      "an opportunity is no result",
    ],
    [
      "1. Pengunjung mengisi formulir;\n2. Kartu anggota diberikan kepada pengunjung.",
      true,
      "given to whoever the user is",
    ],
    ["1. Siswa mendaftar;\n2. Siswa mengambil kartu peserta.", true, "fetched by the user"],
    [
      "1. Mengisi buku tamu;\n2. Menerima jadwal audiensi atau surat jawaban.",
      true,
      "a result or a letter instead",
    ],
    [
      "1. Pemohon mengajukan draf;\n2. Apabila ada revisi, draf dibahas lagi.",
      true,
      "a branch for what must be mended",
    ],
    ["1. Siswa mendaftar;\n2. Kartu peserta diambil oleh siswa.", true, "the same in the passive"],
    ["1. Siswa mendaftar;\n2. Kartu terbit dan dapat diunduh.", true, "fetched from a page"],
    ["1. Siswa mendaftar;\n2. Kartu dikirim lewat surel siswa.", true, "sent, with words between"],
    [
      "1. Penghuni baru mendaftar ke balai;\n2. Penghuni menandatangani kontrak dan menerima kunci.",
      true,
      "who applied, under any name, receives",
    ],
    [
      "1. Penghuni baru mendaftar ke balai;\n2. Penjaga menerima kunci dari juru taman.",
      false,
      "somebody else receives",
    ],
    [
      "1. Bidan mengajukan permohonan;\n2. Bila ditolak, bidan mendapat notifikasi perbaikan.",
      true,
      "a notice of what to mend",
    ],
    [
      "1. Pemilik kapal mengirim berkas;\n2. Berkas dikembalikan untuk dilengkapi.",
      true,
      "a branch told in the passive",
    ],
    [
      "1. Wali murid menyerahkan rapor;\n2. Tata usaha menyerahkan salinan yang disahkan.",
      true,
      "handed over, and to nobody else",
    ],
    [
      "1. Siswa mendaftar;\n2. Staf menyerahkan laporan kepada kepala sekolah.",
      false,
      "handed to a superior",
    ],
    [
      "1. Siswa meminjam buku;\n2. Siswa mengembalikan buku.",
      false,
      "a thing brought back is no lacking file",
    ],
    [
      "1. Mengisi buku tamu;\n2. Menerima layanan konsultasi berupa saran tertulis.",
      true,
      "the service says what it consists of",
    ],
  ],
  "jangka_waktu.terukur": [
    ["3 (tiga) hari", true, "figure and unit"],
    [
      "2. Hari kerja untuk peminjaman gedung",
      true,
      "a figure with a stop is the figure, as the facts have it",
    ],
    ["Menyesuaikan kebutuhan acara", false, "no figure"],
    ["(dua) jam", true, "the figure was lost, the word is there"],
    ["Setiap hari kerja", null, "not a completion time: judged elsewhere"],
  ],
  "jangka_waktu.penyelesaian": [
    ["2 (dua) jam", true, "completion time"],
    ["Januari s/d Desember", false, "budget year"],
    ["12 bulan", false, "budget year with a figure"],
    ["12 (dua belas) bulan", false, "the same with its number word"],
    ["Senin s/d Kamis 08.00 - 15.00", false, "office hours"],
    ["Menyesuaikan acara (H-2)", false, "lead time before an event"],
    ["2 (dua) hari sebelum acara", false, "the same with a figure"],
    ["1 jam sejak surat diterima, 2 hari sebelum acara", true, "a completion time beside it"],
    ["Senin s/d Kamis 08.00 - 15.00, paling lama 1 jam", true, "a limit beside office hours"],
    ["Menyesuaikan kebutuhan", null, "no time at all"],
  ],
  "jangka_waktu.konsisten": [
    ["5 (lima) hari", true, "agree"],
    ["5 (enam) hari", false, "differ"],
    ["1-2 (satu-dua) hari", true, "a range"],
    ["21 (dua puluh satu) hari", true, "a long number word"],
  ],
  "jangka_waktu.pemicu": [
    ["3 hari kerja", true, "basis"],
    ["3 hari", false, "neither"],
    ["3 hari sejak berkas diterima", true, "trigger"],
    ["3 hari untuk pemeriksaan", false, "a purpose is no trigger"],
    ["Setiap hari kerja, 08.00 - 15.00", false, "working days of an office say no start"],
  ],
  "biaya.jelas": [
    ["Tidak dipungut biaya", true, "free"],
    ["Rp 250.000 per hari", true, "amount"],
    ["Sesuai peraturan yang berlaku", false, "a fee without amount"],
    ["Rp. 0,-", true, "nothing"],
    ["Free", true, "free in English"],
  ],
  "biaya.dasar": [
    ["Gratis", true, "free plainly"],
    ["Rp 250.000 per hari", false, "amount without basis"],
    ["Rp 250.000 sesuai Peraturan Daerah Nomor 3 Tahun 2024", true, "amount with basis"],
    ["Gratis; biaya fotokopi ditanggung pemohon", false, "hidden cost"],
  ],
  "produk.hasil": [
    ["Memfasilitasi kegiatan gedung", false, "a verb is a doing"],
    ["Menteri, memori jabatan", true, "things that only look like verbs"],
    ["Surat izin pemakaian gedung", true, "a document"],
    ["Pelayanan peminjaman gedung", false, "activity"],
    ["Pekan Budaya Arunika", false, "the service's name again", "Fasilitasi Pekan Budaya Arunika"],
    ["Gedung Balai Arunika", true, "the thing that the service lends"],
    ["Denah Kavling", true, "the thing that the service issues", "Penerbitan Denah Kavling"],
    ["Izin Keramaian", true, "a permit, though in words of the name", "Izin Penyelenggaraan Keramaian"],
    ["Kunci ruang rapat", true, "a thing"],
    ["Terlaksananya acara dengan baik", false, "outcome"],
    ["Meningkatnya jumlah peminjam", false, "an outcome that grows"],
    ["Pagar Kayu", true, "the thing that the service puts up", "Pemasangan Pagar Kayu"],
    ["SIP Bidan", true, "a thing called by its initials", "Izin Praktik Bidan (SIP)"],
    ["Kursi roda", true, "the thing that an aid consists of", "Bantuan Kursi Roda"],
    ["Perjanjian sewa gedung", true, "pe-...-an that is a thing"],
  ],
  "produk.hasil_saja": [
    ["Surat izin pemakaian gedung", true, "alone"],
    ["1. Pemeriksaan gedung\n2. Surat izin", false, "an activity beside it"],
    ["Pemeriksaan gedung", false, "an activity in its place"],
    ["Usulan kebijakan pertanian, peternakan, dan perikanan", true, "objects after commas are no activities"],
  ],
  "pengaduan.kontak": [
    ["Telepon (0999) 123456", true, "telephone"],
    ["Bagian Umum, Jalan Melati 1 Arunika", false, "an address only"],
    ["Datang langsung ke Bagian Umum", true, "in person"],
    ["Menu bantuan pada aplikasi Balai", true, "an application"],
    ["Formulir keluhan di pintu masuk", true, "a form to fill in"],
  ],
  "pengaduan.penangan": [
    ["Ditangani petugas loket dan dijawab tertulis", true, "handled by, without the word for by"],
    ["Diselesaikan secara musyawarah", false, "how, and by nobody"],
    ["Telepon (0999) 123456. Petugas mencatat dan menindaklanjuti aduan.", true, "handler"],
    ["Telepon (0999) 123456", false, "no handler"],
    ["Aduan ditindaklanjuti oleh Kepala Bagian", true, "passive"],
    ["Diselesaikan paling lama 2 hari oleh Tim Aduan", true, "words between"],
    ["Kasi Gedung menindaklanjuti aduan", true, "the head of a section"],
    ["Koordinator gedung membalas aduan", true, "who answers"],
    ["Telp. (0999) 123456 Kasubag Rumah Tangga", true, "the post beside its number"],
    ["Petugas: a.n. Sari, 0812 0000 1111", true, "a person beside the number"],
    ["Bagian Protokol dan Komunikasi Pimpinan, telp. (0999) 123456", false, "a unit's name is nobody's post"],
  ],
  "pengaduan.tenggat": [
    ["Aduan dijawab dalam 3 hari kerja", true, "limit"],
    ["Aduan segera dijawab", false, "soon is no limit"],
    ["Aduan dijawab dalam 2 x 24 jam", true, "days counted in hours"],
    ["Layanan telepon 24 jam", false, "opening hours are no limit"],
  ],
  "dasar_hukum.dikutip": [
    ["Peraturan Bupati Arunika Nomor 4 Tahun 2024 tentang Gedung", true, "cited"],
    ["Peraturan perundang-undangan yang berlaku", false, "general words"],
    ["Perbup 4 Tahun 2024 tentang Gedung", true, "without the word Nomor"],
  ],
  "dasar_hukum.peraturan": [
    ["1. Peraturan Bupati Nomor 4 Tahun 2024", true, "rules only"],
    ["1. Rekomendasi Dewan Gedung\n2. Peraturan Bupati Nomor 4 Tahun 2024", false, "a recommendation"],
    ["1. Peraturan Bupati Nomor 4 Tahun 2024\n2. Perjanjian kerja sama dengan PT Balai", false, "a contract"],
    ["Peraturan Bupati Nomor 4 Tahun 2024 tentang Perjanjian Sewa", true, "a rule about contracts"],
    ["Peraturan Bupati Nomor 4 Tahun 2024 tentang Surat Keterangan", true, "a rule about letters"],
  ],
  "dasar_hukum.sektoral": [
    ["Peraturan Bupati Nomor 4 Tahun 2024 tentang Pemakaian Gedung", true, "sectoral"],
    ["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", false, "general"],
    [
      "Peraturan Bupati Nomor 9 Tahun 2023 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi Sekretariat Daerah",
      false,
      "who does what",
    ],
    [
      "Permendagri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur",
      false,
      "how offices write down what they do",
    ],
    [
      "UU Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas KKN",
      false,
      "every bagian's",
    ],
    [
      "1. Perbup Nomor 9 Tahun 2023 tentang Susunan Organisasi 2. Perjanjian tentang gedung balai",
      false,
      "the next item is no part of the title",
    ],
    [
      "Perbup Nomor 9 Tahun 2023 tentang Tata Kerja di Lingkungan Pemerintah Kabupaten Arunika",
      false,
      "every regulation is of a government",
      "Rapat Instansi Pemerintah dan Lembaga Lain",
    ],
    [
      "Permendagri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah",
      false,
      "how every office writes",
      "Fasilitasi Kebijakan Koperasi",
    ],
    [
      "Permendagri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas",
      true,
      "what this service is about",
      "Pengagendaan Surat Masuk",
    ],
    [
      "Permendagri Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum Daerah",
      true,
      "the service has another word for it",
      "Penyusunan Peraturan Bupati",
    ],
    [
      "Permenpan RB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan",
      true,
      "general elsewhere, sectoral here",
      "Pendampingan Penyusunan Standar Pelayanan",
    ],
  ],
  "sarana.daftar": [
    ["1. Komputer\n2. Printer", true, "a list"],
    ["Sesuai kebutuhan", false, "nothing named"],
    ["Sarana dan prasarana yang memadai", false, "only that there are any"],
    ["Gedung dan lapangan", true, "places"],
    ["Tiang infus, bel perawat, nebulizer", true, "things under names of their own trade"],
    ["Memadai, lengkap", false, "how much, and of nothing"],
    ["Sarjana, mampu berkomunikasi", false, "what staff hold and know"],
  ],
  "sarana.bagi_pengguna": [
    ["Komputer, ruang tunggu", true, "waiting room"],
    ["Komputer, meja dan kursi kerja", false, "office only"],
    ["Ruang rapat dan toilet", true, "toilet"],
    ["Ruang rapat", false, "a meeting room is the office's"],
    ["Ruang baca dan loker", true, "where users sit and keep their things"],
  ],
  "kompetensi.isi": [
    ["Mampu mengoperasikan komputer", true, "skill"],
    ["Sarjana", true, "education"],
    ["Memiliki STR yang masih berlaku", true, "a licence to practise"],
    ["Operator ber-SIO", true, "a licence, hyphened"],
    ["Pejabat fungsional dan pelaksana", false, "ranks"],
    ["S1 Hukum", true, "a degree, though its field stands in the service's name", "Layanan Konsultasi Hukum"],
    [
      "1. Peraturan Menteri Nomor 2 Tahun 2020\n2. Peminjaman Gedung Balai\n3. Teliti",
      false,
      "mostly no competence",
    ],
  ],
  "kompetensi.bukan_peraturan": [
    ["1. Sarjana\n2. Memahami Peraturan Menteri Nomor 2 Tahun 2020", true, "knowledge of a rule"],
    ["1. Sarjana\n2. Peraturan Menteri Nomor 2 Tahun 2020", false, "a rule itself"],
    ["1. Sarjana\n2. Peminjaman Gedung Balai", false, "the service's own name"],
    ["S1 Hukum", true, "a degree in the service's own field", "Layanan Konsultasi Hukum"],
  ],
  "kompetensi.lengkap": [
    ["1. Pendidikan minimal D3\n2. Mampu mengoperasikan komputer", true, "both"],
    ["Pendidikan minimal D3", false, "education only"],
    ["Bersertifikat ahli", false, "a certificate is a skill, no education"],
    ["Lulusan akademi, berpengalaman 2 tahun", true, "both in other words"],
  ],
  "pengawasan.pengawas": [
    ["Camat memeriksa buku peminjaman", true, "the head of a district"],
    ["Inspektur dan komite mutu", true, "the inspector"],
    ["Komandan regu", true, "who commands a squad"],
    ["Mandor", true, "who leads workers"],
    ["Atasan langsung", true, "superior"],
    ["Dilakukan secara terus-menerus", false, "nobody"],
    ["Dilakukan secara berjenjang", true, "in steps counts as somebody"],
  ],
  "pengawasan.cara": [
    ["Dilakukan atasan langsung setiap tiga bulan", true, "how often, the number in letters"],
    ["Atasan langsung melalui laporan bulanan", true, "report"],
    ["Kepala seksi mengecek laporan mingguan", true, "looks at weekly reports"],
    ["Satuan pengawas melakukan audit", true, "an audit"],
    ["Atasan langsung, supervisi harian", true, "how often in one word"],
    ["Kepala seksi mengontrol kartu pemakaian", true, "checks the cards"],
    ["Koordinator petugas harian lepas", false, "day labourers are no day"],
    ["Atasan langsung", false, "no method"],
    ["Kasubbag Akuntansi dan Pelaporan", false, "a post's name is no method"],
  ],
  "jumlah_pelaksana.angka": [
    ["2 (dua) orang", true, "figure"],
    ["Menyesuaikan kebutuhan", false, "no figure"],
    ["(dua) orang", true, "word only"],
    ["Juru kunci 1, juru taman 2", true, "figures behind the posts"],
  ],
  "jumlah_pelaksana.konsisten": [
    ["2 (dua) orang", true, "agree"],
    ["2 (tiga) orang", false, "differ"],
    ["10 (sepuluh) orang", true, "ten"],
  ],
  "jumlah_pelaksana.pasti": [
    ["2 orang", true, "firm"],
    ["minimal 2 orang", false, "at least"],
    ["Min. 2 orang", false, "the same, cut short"],
    ["2 orang pada jam kerja", true, "a time is no hedge"],
    ["2 orang (tentatif)", false, "tentative"],
  ],
  "jaminan_pelayanan.janji": [
    ["Gedung dipinjamkan menurut urutan masuk dan ketentuan peraturan", true, "a rule behind other words"],
    ["Peminjam diperlakukan sama sesuai kode etik", true, "a code of conduct"],
    [
      "Berkas lengkap pasti dilayani pada hari yang sama sesuai SOP",
      true,
      "the office is bound, not the applicant",
    ],
    ["Apabila terlambat, peminjam menerima pemberitahuan tertulis", true, "what happens when it is late"],
    ["Dilayani sesuai jam layanan", true, "tied to opening hours"],
    ["Berkas harus lengkap sesuai ketentuan", false, "the applicant is bound, not the office"],
    ["Uang sewa dikembalikan bila peminjaman dibatalkan pengelola", true, "money back is a consequence"],
    ["Dilayani sesuai standar operasional prosedur", true, "tied"],
    ["Petugas mempunyai kemampuan di bidang gedung", false, "competence only"],
    ["Petugas kompeten dan bekerja sesuai ketentuan", true, "competence and a tie"],
    ["Tersedianya gedung", false, "outcome only"],
    ["Diinventarisir dan ditindaklanjuti sesuai ketentuan", false, "handling of complaints"],
    [
      "Permohonan ruang segera dilayani apabila peminjam telah memenuhi persyaratan dan prosedur",
      false,
      "the procedure binds the applicant",
    ],
    [
      "Apabila peminjam telah memenuhi syarat, ruang disiapkan sesuai prosedur",
      true,
      "a condition, and a tie of the office's own",
    ],
  ],
  "jaminan_pelayanan.akibat": [
    ["Pelanggaran standar dikenai sanksi", true, "sanction"],
    ["Dilayani sesuai standar", false, "none"],
    ["Bila terlambat, pemohon menerima kompensasi", true, "compensation"],
    ["Bila melebihi waktu, kartu diantar ke rumah", true, "what the user gets when it is late"],
    ["Bila melebihi waktu, petugas mencatat", false, "nothing for the user"],
    ["Bila lewat 3 hari, izin dianggap disetujui", true, "silence is consent"],
    ["Pengujian diulang gratis jika terjadi kesalahan", true, "done again at no cost"],
  ],
  "jaminan_keamanan.perlindungan": [
    ["Kartu peminjam memakai kode QR", true, "a sign of validity"],
    ["Uang jaminan ditransfer sehingga keamanan uang terjaga", true, "money is kept safe"],
    ["Mengutamakan keselamatan pasien", true, "persons, whoever they are"],
    ["Karcis resmi dan sah", true, "validity in one word"],
    ["Data tidak diberikan kepada pihak lain", true, "kept to oneself"],
    ["SK sesuai peraturan perundang-undangan", true, "a thing of any name that agrees with rules"],
    ["Petugas bekerja sesuai peraturan", false, "staff who agree with rules"],
    ["Petugas memakai alat pelindung diri", true, "a measure for persons"],
    ["Gedung dipakai setiap hari", false, "nothing is protected"],
    ["Kerahasiaan data pemohon terjaga", true, "data"],
    ["Pelayanan tepat waktu", false, "a promise of service"],
    ["Dokumen hasil sesuai dengan ketentuan", true, "validity of the product"],
    ["Terfasilitasinya dokumen sesuai dengan ketentuan", false, "an outcome, though it names a document"],
  ],
  "jaminan_keamanan.tindakan": [
    ["CCTV di seluruh gedung", true, "measure"],
    ["Keamanan data dijamin", false, "formula"],
    ["Berkas disimpan di lemari terkunci", true, "locked"],
    ["Kamera pengawas di ruang baca", true, "a camera by another word"],
    ["Petugas memakai helm dan sarung tangan", true, "what is worn for safety"],
    ["Balai dijaga petugas", true, "a guard"],
    ["Surat memakai tanda tangan elektronik", true, "a mark that cannot be forged"],
  ],
  "evaluasi_kinerja.cara_atau_waktu": [
    ["Survei kepuasan masyarakat", true, "method"],
    ["Setiap 6 (enam) bulan", true, "period"],
    ["Audit internal dan wawancara", true, "other methods"],
    ["Sasaran Kinerja Pegawai", true, "what SKP stands for"],
    ["Dilakukan bila dipandang perlu", false, "neither"],
    ["Dilakukan secara berkala", false, "berkala is no period"],
  ],
  "evaluasi_kinerja.cara_dan_waktu": [
    ["Rapat setiap bulan", true, "both"],
    ["Monev triwulanan", true, "both in short words"],
    ["Uji kompetensi setahun sekali", true, "a test, once a year in two words"],
    ["Survei dilakukan setiap tiga bulan", true, "the number in letters"],
    ["Survei dilakukan per enam (6) bulan", true, "the number in letters, then in figures"],
    ["Laporan se tiap menyelesa aikan kegiatan", true, "the scan broke the words of the period"],
    ["Rapat secara berkala", false, "method only"],
    ["Evaluasi dilakukan 1 kali dalam setahun", false, "period only"],
    ["Evaluasi setelah penilaian akhir gedung", false, "what it follows is no method"],
  ],
};

describe("every criterion of the instrument", () => {
  it("has a function and cases, and no function is without a criterion", () => {
    const ids = PERMENPAN_15_2014.components.flatMap(({ criteria }) => criteria.map(({ id }) => id)).sort();
    expect(Object.keys(CRITERIA).sort()).toEqual(ids);
    expect(Object.keys(CASES).sort()).toEqual(ids);
  });

  for (const [criterion, cases] of Object.entries(CASES)) {
    describe(criterion, () => {
      it.each(cases.map(([text, met, why, service = BALAI]) => ({ text, met, why, service })))(
        "$text: $met ($why)",
        ({ text, met, service }) => {
          const answer = judge(criterion, text, service);
          expect({ met: answer.met, reason: answer.reason }).toMatchObject({ met });
          expect(answer.reason).toMatch(/\.$/);
        },
      );
    });
  }
});

describe("the reason of a produk that is not a result alone", () => {
  it("speaks of a result beside the activity only where there is one", () => {
    expect(judge("produk.hasil_saja", "1. Pemeriksaan gedung\n2. Surat izin").reason).toMatch(
      /di samping hasil/,
    );
    const { met, reason } = judge("produk.hasil_saja", "Pemeriksaan gedung");
    expect(met).toBe(false);
    expect(reason).toMatch(/^Belum ada hasil/);
  });
});
