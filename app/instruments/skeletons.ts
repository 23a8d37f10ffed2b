import type { ComponentKey } from "../reader/components.ts";

/**
 * How a component reads once it meets every criterion of its edition: the frame of a new text, line by line. What only
 * the bagian knows stands in brackets: `[isi: …]` is written by it, of several lines that begin with `[pilih]` it keeps
 * one. A skeleton states no fact of its own about a service.
 *
 * A test fills the brackets and holds the result against the criteria: a filled skeleton reaches level 3.
 */
export const SKELETONS: Record<ComponentKey, readonly string[]> = {
  persyaratan: [
    "1. [isi: dokumen yang dibawa pemohon], [isi: asli, fotokopi, atau berkas elektronik], [isi: jumlah] rangkap;",
    "2. [isi: dokumen atau keadaan berikutnya; hapus baris ini bila tidak ada].",
  ],
  prosedur: [
    "1. Pemohon [isi: menyampaikan apa kepada siapa].",
    "2. [isi: petugas] memeriksa kelengkapan berkas; berkas yang tidak lengkap [isi: dikembalikan kepada pemohon dengan cara apa].",
    "3. [isi: petugas atau pejabat] [isi: tindakan sampai hasil selesai].",
    "4. Pemohon menerima [isi: hasil layanan].",
  ],
  jangka_waktu: [
    "[isi: angka] ([isi: angka itu dengan huruf]) [isi: menit, jam, atau hari kerja] sejak [isi: saat mulai dihitung, misalnya berkas diterima lengkap].",
  ],
  biaya: [
    "[pilih] Tidak dipungut biaya.",
    "[pilih] Rp[isi: besar biaya] per [isi: satuan], berdasarkan [isi: jenis, nomor, dan tahun peraturan tarif].",
  ],
  produk: ["[isi: dokumen, barang, atau hasil lain yang diterima pengguna]."],
  pengaduan: [
    "Pengaduan, saran, dan masukan disampaikan melalui telepon [isi: nomor], surel [isi: alamat], atau [isi: saluran lain].",
    "Ditangani oleh [isi: jabatan] dan ditanggapi paling lambat [isi: angka] hari kerja sejak diterima.",
  ],
  dasar_hukum: [
    "1. [isi: peraturan yang khusus mengatur layanan ini: jenis, nomor, tahun, dan judul];",
    "2. [isi: peraturan lain yang masih berlaku: jenis, nomor, tahun, dan judul].",
  ],
  sarana: [
    "1. Bagi pengguna: [isi: misalnya ruang tunggu, toilet, meja layanan, papan informasi];",
    "2. Bagi kelompok rentan: [isi: misalnya kursi prioritas, jalur landai];",
    "3. Bagi petugas: [isi: peralatan kerja].",
  ],
  kompetensi: [
    "1. Pendidikan paling rendah [isi: jenjang dan bidang];",
    "2. Menguasai [isi: keterampilan dan pengetahuan yang diperlukan layanan ini].",
  ],
  pengawasan: [
    "Dilakukan oleh [isi: jabatan pengawas] setiap [isi: kekerapan] melalui [isi: cara, misalnya pemeriksaan register].",
  ],
  jumlah_pelaksana: ["[isi: angka] ([isi: angka itu dengan huruf]) orang: [isi: jumlah menurut peran]."],
  jaminan_pelayanan: [
    "Layanan diselesaikan sesuai dengan standar pelayanan ini dan dalam jangka waktu yang ditetapkan.",
    "Bila janji ini tidak ditepati, [isi: kompensasi bagi pengguna atau sanksi bagi pelaksana].",
  ],
  jaminan_keamanan: [
    "Keamanan [isi: orang, dokumen, data, uang, atau tempat] dijaga dengan [isi: tindakan, misalnya lemari terkunci, pembatasan akses, atau CCTV].",
  ],
  evaluasi_kinerja: [
    "Dilakukan setiap [isi: kekerapan] melalui [isi: cara, misalnya survei kepuasan masyarakat].",
  ],
};

/** Brackets that are to be filled in or chosen from. */
export const SLOT = /\[(?:isi|pilih)[^\]]*\]/g;
