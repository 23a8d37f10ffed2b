import { formatCount } from "#app/format/numbers.ts";
import { countWord, joinList } from "#app/format/words.ts";
import type { ChainFault, ChainView, EventAction } from "#app/server/audit.server.ts";

/** What each kind of change is called. */
export const ACTION_WORDS: Record<EventAction, string> = {
  "naskah.unggah": "Naskah diunggah",
  "naskah.baca": "Naskah dibaca",
  "naskah.tolak": "Berkas ditolak",
  "naskah.simpan": "Naskah disimpan",
  "naskah.buang": "Unggahan dibuang",
  "naskah.koreksi": "Bacaan naskah dikoreksi",
  "naskah.koreksi_batal": "Koreksi bacaan dibatalkan",
  "naskah.baca_ulang": "Naskah dibaca ulang",
  "kabupaten.tambah": "Daerah ditambahkan",
  "kabupaten.indeks_resmi": "Cara menghitung indeks resmi diubah",
  "kabupaten.terbuka": "Keterbukaan bagi publik diubah",
  "layanan.pengguna": "Pengguna layanan ditetapkan",
  "layanan.volume": "Jumlah pengguna layanan dicatat",
  "layanan.penanggung_jawab": "Penanggung jawab layanan dicatat",
  "layanan.bagian": "Layanan dipindahkan ke bagian lain",
  "layanan.henti": "Keberlangsungan layanan dicatat",
  "layanan.nama_lain": "Nama lain layanan diubah",
  "bagian.nama_lain": "Nama lain bagian diubah",
  "bagian.rumpun": "Rumpun bagian diubah",
  "instrumen.tambah": "Edisi instrumen ditambahkan",
  "hasil_resmi.catat": "Hasil penilaian resmi dicatat",
  "hasil_resmi.cabut": "Hasil penilaian resmi dicabut",
  "survei.unggah": "Berkas survei diunggah",
  "survei.ubah": "Pemetaan survei diubah",
  "survei.simpan": "Hasil survei disimpan",
  "survei.buang": "Berkas survei dibuang",
  "survei.batal": "Impor survei dibatalkan",
  "standar.nilai": "Standar dinilai mesin",
  "laporan.minta": "Laporan diminta",
  "laporan.buat": "Laporan dibuat",
  "laporan.pengaturan": "Kop dan penanda tangan laporan diubah",
  "penugasan.kirim": "Temuan ditugaskan kepada bagian",
  "penugasan.jawab": "Penugasan dijawab",
  "penugasan.kembali": "Jawaban penugasan dikembalikan",
  "penugasan.tutup": "Penugasan ditutup",
  "penugasan.tenggat": "Tenggat penugasan diubah",
  "penugasan.catatan": "Catatan pada penugasan",
  "rencana.catat": "Rencana tindak lanjut dicatat",
  "rencana.status": "Status tindak lanjut diubah",
  "rencana.ubah": "Rencana tindak lanjut diubah",
  "rencana.bukti": "Bukti tindak lanjut ditambahkan",
  "penilaian.mulai": "Penilaian dimulai",
  "penilaian.putusan": "Butir dinilai",
  "penilaian.pertahankan": "Putusan mesin dipertahankan",
  "penilaian.bukti": "Bukti ditambahkan",
  "penilaian.cabut_bukti": "Bukti dicabut",
  "penilaian.catatan": "Catatan reviu ditulis",
  "penilaian.ajukan": "Penilaian diajukan",
  "penilaian.kuatkan": "Penilaian dikuatkan penilai kedua",
  "penilaian.kembalikan": "Penilaian dikembalikan",
  "penilaian.selesai": "Reviu diselesaikan",
  "penilaian.tetapkan": "Penilaian ditetapkan",
  "uji_petik.ambil": "Uji petik diambil",
  "uji_petik.tandai": "Putusan uji petik ditandai",
  "uji_petik.tutup": "Uji petik ditutup",
  "akun.tambah": "Akun ditambahkan",
  "akun.masuk": "Masuk",
  "akun.gagal_masuk": "Gagal masuk",
  "akun.keluar": "Keluar",
  "akun.sandi": "Sandi diganti",
  "akun.tautan": "Tautan sandi dibuat",
  "akun.dua_langkah": "Verifikasi dua langkah diubah",
  "akun.peran": "Peran diubah",
  "akun.kunci": "Akun dikunci atau dibuka",
};

/** Chain of what belongs to no regency. */
export const COMMON_CHAIN = "Umum (unggahan, akun, instrumen)";

export const chainName = ({ regency }: Pick<ChainView, "regency">): string => regency?.name ?? COMMON_CHAIN;

const FAULT_WORDS: Record<ChainFault, string> = {
  "event is missing": "ada catatan yang hilang",
  "does not follow the event before it": "tidak bersambung dengan catatan sebelumnya",
  "content was changed": "isi catatan berubah setelah ditulis",
  "the end of the chain is missing": "akhir rantai hilang",
};

/** What became of one chain. */
export const chainSentence = ({ check }: Pick<ChainView, "check">): string =>
  check.ok
    ? `utuh, ${formatCount(check.events)} catatan`
    : `rusak pada catatan ke-${formatCount(check.seq)}: ${FAULT_WORDS[check.reason]}`;

/** The finding of the page. */
export const auditSentence = (chains: readonly ChainView[] | null, total: number): string => {
  if (chains === null)
    return `Tercatat ${formatCount(total)} perubahan; rantainya diperiksa dengan perintah npm run audit`;
  const broken = chains.filter(({ check }) => !check.ok);
  if (chains.length === 0) return "Belum ada perubahan yang tercatat";
  return broken.length === 0
    ? `Tercatat ${formatCount(total)} perubahan; ${chains.length === 1 ? "rantainya" : `${countWord(chains.length)} rantai catatannya`} utuh`
    : `Rantai catatan ${joinList(broken.map(chainName))} rusak; bandingkan dengan cadangan basis data`;
};
