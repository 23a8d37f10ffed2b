import type { ComponentKey } from "../reader/components.ts";

/*
 * Words for people beside the yardstick: they may be bettered without a new edition, and no verdict hangs on them. Frames
 * of new texts stand in skeletons.ts.
 */

/** End of the sentence "… belum mempunyai …" over a page on one component. */
export const ENDINGS: Readonly<Record<ComponentKey, string>> = {
  persyaratan: "persyaratan yang rinci",
  prosedur: "prosedur yang berurutan",
  jangka_waktu: "jangka waktu yang terukur",
  biaya: "biaya yang jelas",
  produk: "produk yang jelas",
  pengaduan: "saluran pengaduan yang lengkap",
  dasar_hukum: "dasar hukum yang lengkap",
  sarana: "sarana yang terperinci",
  kompetensi: "kompetensi pelaksana yang tepat",
  pengawasan: "pengawasan internal yang terjadwal",
  jumlah_pelaksana: "jumlah pelaksana yang pasti",
  jaminan_pelayanan: "jaminan pelayanan yang dapat ditagih",
  jaminan_keamanan: "jaminan keamanan yang nyata",
  evaluasi_kinerja: "evaluasi kinerja yang terjadwal",
};

/** What to do where a criterion is not met, by its id. */
export const ADVICE: Readonly<Record<string, string>> = {
  "persyaratan.objek": "Sebutkan satu per satu dokumen, benda, atau keadaan yang harus dipenuhi pemohon.",
  "persyaratan.bagi_pemohon":
    "Pindahkan kemampuan petugas ke kompetensi pelaksana, dan peralatan ke sarana; sisakan yang dibawa atau dipenuhi pemohon.",
  "persyaratan.bentuk":
    "Sebutkan bentuk tiap dokumen: asli atau fotokopi, berapa rangkap, dan siapa yang menandatangani.",
  "prosedur.langkah": "Uraikan menjadi langkah berurutan: siapa melakukan apa, dari permohonan sampai hasil.",
  "prosedur.pengguna": "Mulailah dari tindakan pengguna, misalnya menyampaikan permohonan.",
  "prosedur.akhir":
    "Tambahkan langkah bagi berkas yang tidak lengkap, dan akhiri dengan penyerahan hasil kepada pengguna.",
  "jangka_waktu.terukur": "Sebutkan angka dan satuannya, atau tenggat yang tetap.",
  "jangka_waktu.penyelesaian":
    "Ganti dengan lama penyelesaian satu permohonan; jam layanan dan tahun anggaran bukan jangka waktu penyelesaian.",
  "jangka_waktu.konsisten": "Tetapkan satu angka, lalu samakan angka dan kata bilangannya.",
  "jangka_waktu.pemicu":
    "Sebutkan sejak kapan waktu dihitung, misalnya sejak berkas diterima lengkap, dan apakah hari kerja atau hari kalender.",
  "biaya.jelas": "Nyatakan tidak dipungut biaya, atau sebutkan besarnya dalam rupiah.",
  "biaya.dasar": "Sebutkan peraturan yang menetapkan besar biaya, dan semua beban lain bagi pemohon.",
  "produk.hasil": "Sebutkan benda atau jasa yang diterima pengguna pada akhir layanan, bukan kegiatannya.",
  "produk.hasil_saja": "Sebutkan hasilnya saja; pindahkan kegiatan ke prosedur.",
  "pengaduan.kontak":
    "Sebutkan saluran yang dapat dihubungi: nomor telepon, alamat pos-el, SP4N-LAPOR, atau kotak saran.",
  "pengaduan.penangan": "Sebutkan jabatan yang menerima dan menangani pengaduan.",
  "pengaduan.tenggat": "Sebutkan paling lama berapa hari pengaduan dijawab.",
  "dasar_hukum.dikutip": "Sebutkan peraturan dengan jenis, nomor, tahun, dan judulnya.",
  "dasar_hukum.peraturan":
    "Sisakan peraturan; surat dan rekomendasi dipindahkan ke persyaratan atau dihapus.",
  "dasar_hukum.sektoral": "Tambahkan peraturan yang khusus mengatur layanan ini dan masih berlaku.",
  "sarana.daftar": "Daftarkan sarana, prasarana, dan fasilitas yang dipakai layanan ini.",
  "sarana.bagi_pengguna":
    "Tambahkan fasilitas bagi pengguna yang memang tersedia, misalnya ruang tunggu atau meja layanan.",
  "kompetensi.isi": "Sebutkan pendidikan, pengetahuan, dan keterampilan yang diminta dari pelaksana.",
  "kompetensi.bukan_peraturan":
    "Pindahkan peraturan ke dasar hukum, dan ganti nama layanan atau jabatan dengan kompetensi.",
  "kompetensi.lengkap": "Sebutkan pendidikan dan keterampilan, keduanya.",
  "pengawasan.pengawas": "Sebutkan jabatan yang mengawasi.",
  "pengawasan.cara": "Sebutkan cara pengawasan dan seberapa sering dilakukan.",
  "jumlah_pelaksana.angka": "Sebutkan jumlah pelaksana dengan angka, sebaiknya menurut perannya.",
  "jumlah_pelaksana.konsisten": "Samakan angka dan kata bilangan jumlah pelaksana.",
  "jumlah_pelaksana.pasti":
    "Ganti kata seperti minimal, kurang lebih, atau menyesuaikan dengan angka yang pasti.",
  "jaminan_pelayanan.janji":
    "Kaitkan janji dengan standar pelayanan, SOP, atau jangka waktu; kompetensi petugas belum menjadi jaminan.",
  "jaminan_pelayanan.akibat": "Sebutkan sanksi atau kompensasi bila janji tidak ditepati.",
  "jaminan_keamanan.perlindungan":
    "Sebutkan apa yang dilindungi: orang, data, dokumen, uang, tempat, atau keabsahan produk.",
  "jaminan_keamanan.tindakan":
    "Sebutkan tindakan pengamanan yang memang dilakukan, misalnya lemari terkunci atau pembatasan akses.",
  "evaluasi_kinerja.cara_atau_waktu":
    "Sebutkan cara evaluasi dan waktunya; secara berkala belum menyebut waktu.",
  "evaluasi_kinerja.cara_dan_waktu": "Lengkapi: sebutkan cara evaluasi dan waktunya, keduanya.",
  "unit.maklumat": "Susun dan tetapkan maklumat pelayanan, lalu pasang di tempat layanan dan pada laman.",
  "unit.kelompok_rentan":
    "Sebutkan fasilitas bagi kelompok rentan yang tersedia pada unit ini, misalnya bidang miring, kursi roda, atau loket prioritas.",
  "keputusan.maklumat":
    "Muat maklumat pelayanan dalam keputusan atau lampirannya, sesuai UU 25/2009 Pasal 22.",
  "keputusan.konsultasi":
    "Laksanakan forum konsultasi publik, lalu sebutkan berita acaranya dalam konsiderans keputusan.",
  "keputusan.pendahulu":
    "Bila ada keputusan terdahulu, nyatakan keputusan itu dicabut dengan menyebut nomor dan tahunnya.",
};
