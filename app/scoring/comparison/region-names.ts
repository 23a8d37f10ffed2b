/** Time zones of Indonesia. */
export type Zone = "WIB" | "WITA" | "WIT";

export interface Province {
  name: string;
  zone: Zone;
  /** Names of its kabupaten and kota, without those words. */
  regencies: readonly string[];
}

const province = (name: string, zone: Zone, regencies: string): Province => ({
  name,
  zone,
  regencies: [...new Set(regencies.split(",").map((one) => one.trim()))],
});

/**
 * Provinces with their kabupaten and kota, to tell another region's name from one's own. Names are written from general
 * knowledge; a name that is missing here is never called foreign.
 */
export const PROVINCES: readonly Province[] = [
  province(
    "Aceh",
    "WIB",
    "Aceh Selatan, Aceh Tenggara, Aceh Timur, Aceh Tengah, Aceh Barat, Aceh Besar, Pidie, Aceh Utara, Simeulue, Aceh Singkil, Bireuen, Aceh Barat Daya, Gayo Lues, Aceh Jaya, Nagan Raya, Aceh Tamiang, Bener Meriah, Pidie Jaya, Banda Aceh, Sabang, Lhokseumawe, Langsa, Subulussalam",
  ),
  province(
    "Sumatera Utara",
    "WIB",
    "Tapanuli Tengah, Tapanuli Utara, Tapanuli Selatan, Nias, Langkat, Karo, Deli Serdang, Simalungun, Asahan, Labuhanbatu, Dairi, Toba, Mandailing Natal, Nias Selatan, Pakpak Bharat, Humbang Hasundutan, Samosir, Serdang Bedagai, Batu Bara, Padang Lawas, Padang Lawas Utara, Labuhanbatu Selatan, Labuhanbatu Utara, Nias Utara, Nias Barat, Medan, Pematangsiantar, Sibolga, Tanjung Balai, Binjai, Tebing Tinggi, Padangsidimpuan, Gunungsitoli",
  ),
  province(
    "Sumatera Barat",
    "WIB",
    "Pesisir Selatan, Solok, Sijunjung, Tanah Datar, Padang Pariaman, Agam, Lima Puluh Kota, Pasaman, Kepulauan Mentawai, Dharmasraya, Solok Selatan, Pasaman Barat, Padang, Sawahlunto, Padang Panjang, Bukittinggi, Payakumbuh, Pariaman",
  ),
  province(
    "Riau",
    "WIB",
    "Kampar, Indragiri Hulu, Bengkalis, Indragiri Hilir, Pelalawan, Rokan Hulu, Rokan Hilir, Siak, Kuantan Singingi, Kepulauan Meranti, Pekanbaru, Dumai",
  ),
  province(
    "Jambi",
    "WIB",
    "Kerinci, Merangin, Sarolangun, Batanghari, Muaro Jambi, Tanjung Jabung Barat, Tanjung Jabung Timur, Bungo, Tebo, Jambi, Sungai Penuh",
  ),
  province(
    "Sumatera Selatan",
    "WIB",
    "Ogan Komering Ulu, Ogan Komering Ilir, Muara Enim, Lahat, Musi Rawas, Musi Banyuasin, Banyuasin, Ogan Komering Ulu Selatan, Ogan Komering Ulu Timur, Ogan Ilir, Empat Lawang, Penukal Abab Lematang Ilir, Musi Rawas Utara, Palembang, Pagar Alam, Lubuklinggau, Prabumulih",
  ),
  province(
    "Bengkulu",
    "WIB",
    "Bengkulu Selatan, Rejang Lebong, Bengkulu Utara, Kaur, Seluma, Mukomuko, Lebong, Kepahiang, Bengkulu Tengah, Bengkulu",
  ),
  province(
    "Lampung",
    "WIB",
    "Lampung Selatan, Lampung Tengah, Lampung Utara, Lampung Barat, Tulang Bawang, Tanggamus, Lampung Timur, Way Kanan, Pesawaran, Pringsewu, Mesuji, Tulang Bawang Barat, Pesisir Barat, Bandar Lampung, Metro",
  ),
  province(
    "Kepulauan Bangka Belitung",
    "WIB",
    "Bangka, Belitung, Bangka Selatan, Bangka Tengah, Bangka Barat, Belitung Timur, Pangkalpinang",
  ),
  province(
    "Kepulauan Riau",
    "WIB",
    "Bintan, Karimun, Natuna, Lingga, Kepulauan Anambas, Batam, Tanjungpinang",
  ),
  province(
    "DKI Jakarta",
    "WIB",
    "Kepulauan Seribu, Jakarta Pusat, Jakarta Utara, Jakarta Barat, Jakarta Selatan, Jakarta Timur",
  ),
  province(
    "Jawa Barat",
    "WIB",
    "Bogor, Sukabumi, Cianjur, Bandung, Garut, Tasikmalaya, Ciamis, Kuningan, Cirebon, Majalengka, Sumedang, Indramayu, Subang, Purwakarta, Karawang, Bekasi, Bandung Barat, Pangandaran, Depok, Cimahi, Banjar",
  ),
  province(
    "Jawa Tengah",
    "WIB",
    "Cilacap, Banyumas, Purbalingga, Banjarnegara, Kebumen, Purworejo, Wonosobo, Magelang, Boyolali, Klaten, Sukoharjo, Wonogiri, Karanganyar, Sragen, Grobogan, Blora, Rembang, Pati, Kudus, Jepara, Demak, Semarang, Temanggung, Kendal, Batang, Pekalongan, Pemalang, Tegal, Brebes, Surakarta, Salatiga",
  ),
  province("Daerah Istimewa Yogyakarta", "WIB", "Kulon Progo, Bantul, Gunungkidul, Sleman, Yogyakarta"),
  province(
    "Jawa Timur",
    "WIB",
    "Pacitan, Ponorogo, Trenggalek, Tulungagung, Blitar, Kediri, Malang, Lumajang, Jember, Banyuwangi, Bondowoso, Situbondo, Probolinggo, Pasuruan, Sidoarjo, Mojokerto, Jombang, Nganjuk, Madiun, Magetan, Ngawi, Bojonegoro, Tuban, Lamongan, Gresik, Bangkalan, Sampang, Pamekasan, Sumenep, Surabaya, Batu",
  ),
  province("Banten", "WIB", "Pandeglang, Lebak, Tangerang, Serang, Cilegon, Tangerang Selatan"),
  province(
    "Bali",
    "WITA",
    "Jembrana, Tabanan, Badung, Gianyar, Klungkung, Bangli, Karangasem, Buleleng, Denpasar",
  ),
  province(
    "Nusa Tenggara Barat",
    "WITA",
    "Lombok Barat, Lombok Tengah, Lombok Timur, Sumbawa, Dompu, Bima, Sumbawa Barat, Lombok Utara, Mataram",
  ),
  province(
    "Nusa Tenggara Timur",
    "WITA",
    "Kupang, Timor Tengah Selatan, Timor Tengah Utara, Belu, Alor, Flores Timur, Sikka, Ende, Ngada, Manggarai, Sumba Timur, Sumba Barat, Lembata, Rote Ndao, Manggarai Barat, Nagekeo, Sumba Tengah, Sumba Barat Daya, Manggarai Timur, Sabu Raijua, Malaka",
  ),
  province(
    "Kalimantan Barat",
    "WIB",
    "Sambas, Mempawah, Sanggau, Ketapang, Sintang, Kapuas Hulu, Bengkayang, Landak, Sekadau, Melawi, Kayong Utara, Kubu Raya, Pontianak, Singkawang",
  ),
  province(
    "Kalimantan Tengah",
    "WIB",
    "Kotawaringin Barat, Kotawaringin Timur, Kapuas, Barito Selatan, Barito Utara, Katingan, Seruyan, Sukamara, Lamandau, Gunung Mas, Pulang Pisau, Murung Raya, Barito Timur, Palangka Raya",
  ),
  province(
    "Kalimantan Selatan",
    "WITA",
    "Tanah Laut, Kotabaru, Banjar, Barito Kuala, Tapin, Hulu Sungai Selatan, Hulu Sungai Tengah, Hulu Sungai Utara, Tabalong, Tanah Bumbu, Balangan, Banjarmasin, Banjarbaru",
  ),
  province(
    "Kalimantan Timur",
    "WITA",
    "Paser, Kutai Kartanegara, Berau, Kutai Barat, Kutai Timur, Penajam Paser Utara, Mahakam Ulu, Balikpapan, Samarinda, Bontang",
  ),
  province("Kalimantan Utara", "WITA", "Bulungan, Malinau, Nunukan, Tana Tidung, Tarakan"),
  province(
    "Sulawesi Utara",
    "WITA",
    "Bolaang Mongondow, Minahasa, Kepulauan Sangihe, Kepulauan Talaud, Kepulauan Siau Tagulandang Biaro, Minahasa Selatan, Minahasa Utara, Minahasa Tenggara, Bolaang Mongondow Utara, Bolaang Mongondow Timur, Bolaang Mongondow Selatan, Manado, Bitung, Tomohon, Kotamobagu",
  ),
  province(
    "Sulawesi Tengah",
    "WITA",
    "Banggai, Poso, Donggala, Tolitoli, Buol, Morowali, Banggai Kepulauan, Parigi Moutong, Tojo Una-Una, Sigi, Banggai Laut, Morowali Utara, Palu",
  ),
  province(
    "Sulawesi Selatan",
    "WITA",
    "Kepulauan Selayar, Bulukumba, Bantaeng, Jeneponto, Takalar, Gowa, Sinjai, Bone, Maros, Pangkajene dan Kepulauan, Barru, Soppeng, Wajo, Sidenreng Rappang, Pinrang, Enrekang, Luwu, Tana Toraja, Luwu Utara, Luwu Timur, Toraja Utara, Makassar, Parepare, Palopo",
  ),
  province(
    "Sulawesi Tenggara",
    "WITA",
    "Kolaka, Konawe, Muna, Buton, Konawe Selatan, Bombana, Wakatobi, Kolaka Utara, Konawe Utara, Buton Utara, Kolaka Timur, Konawe Kepulauan, Muna Barat, Buton Tengah, Buton Selatan, Kendari, Baubau",
  ),
  province("Gorontalo", "WITA", "Gorontalo, Boalemo, Bone Bolango, Pohuwato, Gorontalo Utara"),
  province("Sulawesi Barat", "WITA", "Pasangkayu, Mamuju, Mamasa, Polewali Mandar, Majene, Mamuju Tengah"),
  province(
    "Maluku",
    "WIT",
    "Maluku Tengah, Maluku Tenggara, Kepulauan Tanimbar, Buru, Seram Bagian Timur, Seram Bagian Barat, Kepulauan Aru, Maluku Barat Daya, Buru Selatan, Ambon, Tual",
  ),
  province(
    "Maluku Utara",
    "WIT",
    "Halmahera Barat, Halmahera Tengah, Halmahera Utara, Halmahera Selatan, Kepulauan Sula, Halmahera Timur, Pulau Morotai, Pulau Taliabu, Ternate, Tidore Kepulauan",
  ),
  province(
    "Papua",
    "WIT",
    "Jayapura, Kepulauan Yapen, Biak Numfor, Sarmi, Keerom, Waropen, Supiori, Mamberamo Raya",
  ),
  province(
    "Papua Barat",
    "WIT",
    "Manokwari, Fakfak, Teluk Bintuni, Teluk Wondama, Kaimana, Manokwari Selatan, Pegunungan Arfak",
  ),
  province("Papua Selatan", "WIT", "Merauke, Boven Digoel, Mappi, Asmat"),
  province("Papua Tengah", "WIT", "Nabire, Paniai, Mimika, Puncak Jaya, Puncak, Dogiyai, Intan Jaya, Deiyai"),
  province(
    "Papua Pegunungan",
    "WIT",
    "Jayawijaya, Pegunungan Bintang, Yahukimo, Tolikara, Mamberamo Tengah, Yalimo, Lanny Jaya, Nduga",
  ),
  province("Papua Barat Daya", "WIT", "Sorong, Sorong Selatan, Raja Ampat, Tambrauw, Maybrat"),
];
