import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { REVIEW_YEARS } from "#app/scoring/decree-age.ts";
import { getCriteria } from "#app/server/method.server.ts";
import { SAMPLE_METHOD } from "#app/ui/assessment/words.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { LEVEL_NAMES, parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { MATRIX_PAGE } from "#app/ui/matrix.ts";
import { Onward } from "#app/ui/Onward.tsx";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";
import { SHARED_PATTERN } from "#app/ui/shared-pattern.ts";
import { SIGN_KEYS, Sign } from "#app/ui/signs.tsx";
import { SCALE_NOTE } from "#app/ui/substance-sentences.ts";
import { componentsTable, criteriaTable, findingKindsTable, rolesTable } from "#app/ui/tables/method.ts";
import { FAIR_CONFIDENCE, LOW_CONFIDENCE } from "#app/ui/words-of.ts";

const SIGN_NOTES: Record<(typeof SIGN_KEYS)[number], string> = {
  "0": "baris komponen tidak ada, isinya kosong, atau hanya berisi tanda",
  "1": "isinya ada, tetapi sekurangnya satu kriteria inti belum terpenuhi",
  "2": "semua kriteria inti terpenuhi",
  "3": "kriteria inti dan semua kriteria terukur terpenuhi",
  T: "halaman hilang atau teksnya rusak pada hasil pindai; tidak dihitung, tidak dibebankan kepada bagian",
  belum: "substansinya belum dinilai; tidak dihitung",
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const loader = ({ request }: LoaderFunctionArgs) => ({
  title: "Metode",
  ...getCriteria(),
  ...parseFilters(queryOf(request)),
});

export default function Method() {
  const { edition, criteria, filters, ignored } = useLoaderData<typeof loader>();
  const path = paths.metode();
  return (
    <Page
      h1="Cara naskah dibaca dan dihitung"
      section={path}
      filters={filters}
      ignored={ignored}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Metode" }]}
      scope="Dua ukuran yang tidak pernah digabung: kelengkapan (ada atau tidak) dan substansi (tingkat 0–3)."
      method={SCALE_NOTE}
    >
      <h2>Cara naskah dibaca</h2>
      <ol>
        <li>
          Berkas diurai menjadi baris bernomor. Tidak ada baris yang dihapus; setiap baris mendapat peran.
        </li>
        <li>
          Satu berkas dapat memuat beberapa keputusan. Setiap keputusan diurai menjadi kepala, diktum, daftar
          layanan, dan lampiran.
        </li>
        <li>
          Isi melekat pada komponen menurut labelnya; nomor hanya membantu, karena dalam naskah nomor kerap
          terulang atau salah.
        </li>
        <li>
          Sebuah baris menjadi isi hanya bila ada bukti kesinambungan. Sisanya tercatat tanpa pemilik dan
          ditampilkan.
        </li>
        <li>
          Layanan dihubungkan dengan register menurut nama dan bagiannya. Tabel yang tercetak dua kali
          dihitung satu kali.
        </li>
      </ol>
      <h2 id="peran">Peran baris</h2>
      <DataTable table={rolesTable} files={{ path: paths.peranBaris(), filters }} hideCaption />
      <h2 id="komponen">Empat belas komponen</h2>
      <p>
        Urutannya mengikuti urutan tercetak dalam keputusan: enam komponen penyampaian (publik) dan delapan
        komponen pengelolaan (internal). Dasar: UU 25/2009 Pasal 21 dan lampiran Permenpan RB 15/2014.
      </p>
      <DataTable table={componentsTable} files={{ path: paths.komponenStandar(), filters }} hideCaption />
      <h2 id="tanda">Tanda</h2>
      <ul className="sign-legend">
        {SIGN_KEYS.map((key) => (
          <li key={key}>
            <Sign of={key} quiet />
            <span>
              {LEVEL_NAMES[key]}: {SIGN_NOTES[key]}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {SCALE_NOTE} Tingkat itu berurutan: dihitung jumlahnya, tidak pernah dirata-ratakan. Bermasalah
        berarti tingkat 0 atau 1. Putusan mesin berlaku sementara sampai direviu orang.
      </p>
      <h2 id="kriteria">Kriteria setiap komponen</h2>
      <p>
        Norma: kalimatnya sudah dilihat dalam peraturan yang disebut. Praktik: uji kerja kami, bukan ketentuan
        peraturan. Kriteria inti menentukan tingkat 2, kriteria terukur tingkat 3. Setiap kriteria yang belum
        terpenuhi menjadi satu temuan, atau satu catatan bila hanya menentukan tingkat 3.
      </p>
      <DataTable
        table={criteriaTable(edition, criteria)}
        files={{ path: paths.kriteria(), filters }}
        hideCaption
      />
      <h2 id="temuan">Jenis temuan</h2>
      <DataTable table={findingKindsTable} files={{ path, filters }} hideCaption />
      <h2 id="angka">Arti angka</h2>
      <ul>
        <li>
          Layanan: layanan dalam register yang tercetak dalam keputusan yang berlaku, masing-masing sekali.
        </li>
        <li>
          Lengkap 14, “k dari n”: k layanan yang keempat belas komponennya ada, dari n layanan yang dapat
          dipastikan. Layanan tanpa kekurangan tetapi dengan komponen yang tidak terbaca tercatat belum pasti.
        </li>
        <li>
          Komponen bermasalah, “k dari n”: k komponen tingkat 0 atau 1, n komponen tingkat 0 sampai 3. Yang
          tidak terbaca (T) dan yang belum dinilai berada di luar n.
        </li>
        <li>
          Layanan tanpa masalah, “k dari n”: tidak satu pun komponennya tingkat 0 atau 1. Layanan yang
          sebagian tidak terbaca dan selebihnya tanpa masalah tercatat belum pasti, di luar n.
        </li>
        <li>Persentase tidak ditulis untuk n di bawah 10. Tanda “–” berarti tidak ada angka, bukan nol.</li>
      </ul>
      <h2 id="penilaian">Penilaian oleh orang</h2>
      <ul>
        <li>
          Satu putusan adalah tingkat satu komponen. Penilai mempertahankan putusan mesin, atau mengubahnya
          per kriteria dengan alasan; tingkatnya mengikuti kriteria dengan cara yang sama seperti pada mesin.
        </li>
        <li>
          Yang dihitung pada semua angka adalah tingkat dari penilai bila reviunya selesai atas teks,
          instrumen, dan jawaban yang sama; selebihnya tingkat dari mesin. Keduanya tampil berdampingan pada
          lembar layanan.
        </li>
        <li>
          Bila teks, instrumen, atau putusan mesin berubah, penilaian perlu direviu ulang dan angkanya kembali
          memakai tingkat dari mesin.
        </li>
        <li>
          Layanan bagian penilainya sendiri ditandai dinilai sendiri dan dikuatkan penilai kedua. Yang menilai
          tidak mereviu.
        </li>
        <li>Temuan tetap menurut mesin, juga pada komponen yang putusannya diubah penilai.</li>
      </ul>
      <h2 id="batas">Batas kerja</h2>
      <p>Angka berikut adalah batas kerja kami, bukan ketentuan peraturan.</p>
      <ul>
        <li>Uji petik. {SAMPLE_METHOD}</li>
        <li>Batas kerja: keputusan ditinjau kembali setelah {REVIEW_YEARS} tahun.</li>
        <li>
          Batas kerja: keyakinan bacaan di bawah {percent(LOW_CONFIDENCE)} disebut rendah, di bawah{" "}
          {percent(FAIR_CONFIDENCE)} disebut sedang.
        </li>
        <li>
          Batas kerja: pola disebut bersama bila satu tingkat di bawah 3 terdapat pada sedikitnya{" "}
          {percent(SHARED_PATTERN.share)} dari paling sedikit {SHARED_PATTERN.services} layanan.
        </li>
        <li>
          Batas kerja: peta menampilkan {MATRIX_PAGE} layanan tiap halaman, naskah 400 baris tiap halaman.
        </li>
      </ul>
      <h2 id="tidak-termasuk">Yang tidak termasuk</h2>
      <ul>
        <li>Komponen yang tidak terbaca (T) dan yang belum dinilai: tidak masuk penyebut mana pun.</li>
        <li>Apakah layanan benar-benar berjalan seperti yang tertulis: keputusan tidak membuktikannya.</li>
        <li>
          Hasil survei kepuasan masyarakat: dihitung tersendiri pada halaman SKM, tidak pernah digabung dengan
          kelengkapan atau substansi.
        </li>
        <li>
          Kabupaten contoh tampil dengan keterangan data contoh dan tidak ikut dijumlahkan, kecuali dipilih
          sendiri.
        </li>
        <li>
          Peraturan yang dicabut sesudah keputusan ditetapkan (perlu pemutakhiran) dan yang belum dipenuhi
          untuk naik ke tingkat 3: ditampilkan tersendiri, tidak dihitung sebagai temuan.
        </li>
        <li>Versi lama sebuah keputusan dapat dibaca, tetapi tidak dihitung.</li>
      </ul>
      <h2 id="unduhan">Unduhan</h2>
      <p>
        Alamat halaman ditambah <code>.csv</code> atau <code>.xlsx</code> memberi tabelnya dengan saringan
        yang sama dan semua barisnya. Angka “k dari n” menjadi dua kolom. Sel tanpa angka dibiarkan kosong,
        bukan nol.
      </p>
      <ul>
        <li>
          CSV: UTF-8 dengan tanda urutan bita, pemisah titik koma, akhir baris CRLF. Teks yang diawali =, +,
          -, atau @ diberi tanda petik tunggal agar tidak dijalankan sebagai rumus.
        </li>
        <li>
          XLSX: lembar Data dengan angka sebagai angka dan tanggal sebagai tanggal; lembar Keterangan dengan
          saringan, status angka, sumber, dan waktu pembuatan. Teks tidak pernah menjadi rumus.
        </li>
      </ul>
      <Onward
        links={[
          ["Dasbor", link(paths.dasbor(), filters)],
          ["Temuan", link(paths.temuan(), filters)],
          ["Register regulasi", link(paths.regulasi(), filters)],
          ["Instrumen, sumber, dan keyakinan angkanya", link(paths.instrumen(), filters)],
          ["Penilai dan mesin: putusan yang diubah", link(paths.penilaiDanMesin(), filters)],
          ["Jejak perubahan", link(paths.jejak(), filters)],
          ["Naskah", link(paths.naskah(), filters)],
        ]}
      />
    </Page>
  );
}
