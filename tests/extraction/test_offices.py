"""Who holds which post at which body, in sentences of every kind of institution."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "",
        "Hadir Sekretaris Dinas Sosial Blora, Budi Ananta, serta Kepala Bidang Pemberdayaan, Rina Astuti.",
        [("Budi Ananta", "Dinas Sosial Kabupaten Blora"), ("Rina Astuti", "Dinas Sosial Kabupaten Blora")],
    ),
    (
        "",
        "Hadir Sekretaris Satpol PP Blora, Budi Ananta, serta Kepala Bidang Linmas dan Trantibum, Rina Astuti.",
        [("Budi Ananta", "Satpol PP Kabupaten Blora"), ("Rina Astuti", "Satpol PP Kabupaten Blora")],
    ),
    (
        "",
        "Rapat KPU Lebong dibuka Ketua KPU setempat Rina Astuti, dihadiri Camat Amen dan Kapolres setempat AKBP Tono Prasetyo.",
        [("Rina Astuti", "KPU Kabupaten Lebong"), ("Tono Prasetyo", "Polres Lebong")],
    ),
    (
        "",
        "Hadir Kapolda Sulut Irjen Pol Rudi Hartono, Dansat Brimob Kombes Pol Bayu Wijoyo dan Kepala Bidang Humas.",
        [("Bayu Wijoyo", "Polda Sulawesi Utara"), ("Rudi Hartono", "Polda Sulawesi Utara")],
    ),
    (
        "",
        "Apel dipimpin Kapolda Sulawesi utara Irjen Pol Rudi Hartono, didampingi Ketua KPU Minahasa selatan Rina Astuti.",
        [("Rina Astuti", "KPU Kabupaten Minahasa Selatan"), ("Rudi Hartono", "Polda Sulawesi Utara")],
    ),
    (
        "",
        "Pelatihan itu menghadirkan narasumber Sekretaris Satpol PP dan Linmas Blora, Budi Ananta.",
        [("Budi Ananta", "Satpol PP Kabupaten Blora")],
    ),
    ("", "Rapat dihadiri Kepala Kesbangpol Kabupaten Blora, Kapolsek jajaran dan Kasat Intelkam.", []),
    (
        "",
        "Hadir Camat Tomoni Timur Rina Astuti. Camat Tomoni timur meminta semua serius.",
        [("Rina Astuti", "Pemerintah Kecamatan Tomoni Timur")],
    ),
    (
        "",
        "Suharti kepala desa Tabeak Blau hadir dalam sidang. Menurut Budi Ananta ketua KPU Lebong sidang itu terbuka.",
        [("Budi Ananta", "KPU Kabupaten Lebong"), ("Suharti", "Pemerintah Desa Tabeak Blau")],
    ),
    (
        "",
        "Rapat dibuka Ketua KPU Kabupaten Lebong bapak Ahmad Fauzi, S.H. dan Ketua Bawaslu Lebong ibu Rina Astuti.",
        [("Ahmad Fauzi", "KPU Kabupaten Lebong"), ("Rina Astuti", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Ketua KPU Lebong Ferry Wijaya mengetuai sidang bersama dua anggotanya, Rina Astuti dan Tono Prasetyo.",
        [
            ("Ferry Wijaya", "KPU Kabupaten Lebong"),
            ("Rina Astuti", "KPU Kabupaten Lebong"),
            ("Tono Prasetyo", "KPU Kabupaten Lebong"),
        ],
    ),
    (
        "",
        "Rombongan Bawaslu Lebong dipimpin ketuanya, Rina Astuti. Ia meminta anggotanya bekerja jujur.",
        [("Rina Astuti", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Ketua Bawaslu Lebong Ferry Wijaya bersama komisioner lainnya, Rina Astuti dan Tono Prasetyo hadir dalam rapat.",
        [
            ("Ferry Wijaya", "Bawaslu Kabupaten Lebong"),
            ("Rina Astuti", "Bawaslu Kabupaten Lebong"),
            ("Tono Prasetyo", "Bawaslu Kabupaten Lebong"),
        ],
    ),
    (
        "",
        "Kordiv Pencegahan, Parmas dan Humas (PPH) Bawaslu Lebong Rina Astuti hadir dalam rapat.",
        [("Rina Astuti", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Koordinator Divisi Penanganan Pelanggaran, Data dan Informasi (P3DI) Bawaslu Kabupaten Lebong, Rina Astuti, S.H., memimpin rapat.",
        [("Rina Astuti", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Anggota Bawaslu Kabupaten Lebong Koordinator Divisi Hukum, Pencegahan, Partisipasi Masyarakat dan Humas, Rina Astuti membuka rapat.",
        [("Rina Astuti", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Anggota KPU Lebong selaku Ketua Divisi Perencanaan Data dan Informasi, Ahmad Fauzi membuka rapat.",
        [("Ahmad Fauzi", "KPU Kabupaten Lebong")],
    ),
    (
        "",
        "KPU Kabupaten Lebong menggelar bimtek. Ketua Divisi Perencanaan, Data dan Informasi Ahmad Fauzi membuka bimtek itu.",
        [("Ahmad Fauzi", "KPU Kabupaten Lebong")],
    ),
    (
        "",
        "Rapat dihadiri Ahmad Fauzi selaku Koordiv Penanganan Pelanggaran (PP) Bawaslu Lebong dan 2 (dua) staf PP.",
        [("Ahmad Fauzi", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Kepala Seksi I (Idpolhankam) Bidang Intelijen Kejaksaan Tinggi Lampung Ahmad Fauzi, S.H., M.H. menghadiri rapat.",
        [("Ahmad Fauzi", "Kejaksaan Tinggi Lampung")],
    ),
    (
        "",
        "Ketua Bawaslu Lebong Ahmad Fauzi didampingi Kepala Sekretariat Endah Rahayu menerima kunjungan itu.",
        [("Ahmad Fauzi", "Bawaslu Kabupaten Lebong"), ("Endah Rahayu", "Bawaslu Kabupaten Lebong")],
    ),
    (
        "",
        "Ketua Pengadilan Negeri Tubei Kelas II, Ahmad Fauzi, S.H., M.H. hadir. Rapat dibuka Staf Ahli Pemerintahan dan Hukum Lebong Tono Prasetyo.",
        [("Ahmad Fauzi", "Pengadilan Negeri Tubei"), ("Tono Prasetyo", "Pemerintah Kabupaten Lebong")],
    ),
    (
        "",
        "Rapat dihadiri Danramil 13 Kapten Inf. AK. Lubis dan Kasatreskrim Polres Lebong AKP Budi Ananta, S.T.K., S.I.K., M.H.",
        [("AK. Lubis", "Koramil 13"), ("Budi Ananta", "Polres Lebong")],
    ),
    (
        "",
        "Pengadilan Negeri Tubei menggelar sidang. Sidang dipimpin hakim ketua Tono Prasetyo dengan jaksa penuntut umum Rina Astuti.",
        [("Tono Prasetyo", "Pengadilan Negeri Tubei")],
    ),
    (
        "",
        "Rapat dihadiri Anggota KPU Kabupaten Sleman Bidang Hukum dan Pengawasan Rina Astuti, Komisioner KPU Bidang SDM Ahmad Fauzi.",
        [("Ahmad Fauzi", "KPU Kabupaten Sleman"), ("Rina Astuti", "KPU Kabupaten Sleman")],
    ),
    (
        "",
        "Polres Sleman mengawal pleno. Hadir Sekretaris KPU Sleman Tono Prasetyo didampingi Kasubag Umum Endah Rahayu, S.Sos.",
        [("Endah Rahayu", "KPU Kabupaten Sleman"), ("Tono Prasetyo", "KPU Kabupaten Sleman")],
    ),
    (
        "",
        "Bawaslu Kabupaten Sleman menggelar rapat. Ketua Tono Prasetyo dan anggota Endah Rahayu memimpin rapat.",
        [("Endah Rahayu", "Bawaslu Kabupaten Sleman"), ("Tono Prasetyo", "Bawaslu Kabupaten Sleman")],
    ),
    (
        "",
        "Kasi Humas Polres Lebong Aiptu Syaiful Bahri mengatakan pelaku sudah diamankan.",
        [("Syaiful Bahri", "Polres Lebong")],
    ),
    (
        "",
        "Kabid Humas Polda Nusa Tenggara Barat Kombes Pol Artanto membenarkan penangkapan itu.",
        [("Artanto", "Polda Nusa Tenggara Barat")],
    ),
    (
        "",
        "Kapendam XVII/Cenderawasih Letkol Inf Candra Kurniawan mengatakan prajurit dalam keadaan baik.",
        [("Candra Kurniawan", "Kodam XVII/Cenderawasih")],
    ),
    (
        "",
        "Kepala Rutan Kelas IIB Wonosobo, Agung Prabowo, menuturkan warga binaan ikut mencoblos.",
        [("Agung Prabowo", "Rutan Wonosobo")],
    ),
    (
        "",
        "Kajati Sulawesi Tenggara Hendro Dewanto melantik tujuh pejabat baru.",
        [("Hendro Dewanto", "Kejaksaan Tinggi Sulawesi Tenggara")],
    ),
    (
        "",
        "Asisten I Setda Kabupaten Lingga, H. Yusrizal, membuka kegiatan tersebut.",
        [("Yusrizal", "Pemerintah Kabupaten Lingga")],
    ),
    (
        "",
        "Staf Ahli Bupati Bidang Pemerintahan, Hukum dan Politik Kabupaten Sumenep, Achmad Laili Maulidy, hadir mewakili bupati.",
        [("Achmad Laili Maulidy", "Pemerintah Kabupaten Sumenep")],
    ),
    (
        "",
        "Sekretaris DPRD Kabupaten Tabanan I Made Suarjaya menyampaikan jadwal sidang.",
        [("I Made Suarjaya", "DPRD Kabupaten Tabanan")],
    ),
    (
        "",
        "Direktur RSUD Ulin Banjarmasin, dr. Izaak Zoelkarnain Akbar, Sp.OT, mengatakan ruang perawatan masih cukup.",
        [("Izaak Zoelkarnain Akbar", "RSUD Ulin Banjarmasin")],
    ),
    (
        "",
        "Rektor Universitas Halu Oleo (UHO) Prof. Dr. Muhammad Zamrun Firihu, M.Si., M.Sc menerima rombongan KPU Provinsi Sulawesi Tenggara.",
        [("Muhammad Zamrun Firihu", "Universitas Halu Oleo")],
    ),
    ("", "Anggota DPR RI dari Fraksi PKB, Marwan Dasopang, meninjau jembatan itu.", [("Marwan Dasopang", "DPR RI")]),
    (
        "",
        "Ketua PCNU Kabupaten Jember, KH Abdullah Syamsul Arifin, mengajak warga menjaga kerukunan.",
        [("Abdullah Syamsul Arifin", "PCNU Kabupaten Jember")],
    ),
    (
        "",
        "Ketua Pimpinan Daerah Muhammadiyah Kabupaten Kudus, Noor Muslikhan, menyambut baik deklarasi itu.",
        [("Noor Muslikhan", "Muhammadiyah Kabupaten Kudus")],
    ),
    (
        "",
        "Ketua MUI Kota Ternate, Usman Muhammad, ikut menandatangani komitmen damai.",
        [("Usman Muhammad", "MUI Kota Ternate")],
    ),
    ("", "Ketua FKUB Kabupaten Sikka, RP. Hilde Tanga, SVD, memimpin doa.", [("Hilde Tanga", "FKUB Kabupaten Sikka")]),
    (
        "",
        "Ketua Divisi Hukum dan Pengawasan KPU Kabupaten Pemalang, Sunarto, menjelaskan tahapan.",
        [("Sunarto", "KPU Kabupaten Pemalang")],
    ),
    (
        "",
        "Koordinator Divisi Pencegahan, Partisipasi Masyarakat dan Hubungan Masyarakat Bawaslu Kota Tidore Kepulauan, Amru Arfa, meminta semua pihak menahan diri.",
        [("Amru Arfa", "Bawaslu Kota Tidore Kepulauan")],
    ),
    (
        "",
        "Komisioner KPU Kota Blitar Divisi Teknis Penyelenggaraan, Rangga Bisma Aditya, mengatakan logistik aman.",
        [("Rangga Bisma Aditya", "KPU Kota Blitar")],
    ),
    (
        "",
        "Wakil Ketua I DPRD Kabupaten Sigi, Imran Latjedi, memimpin rapat paripurna.",
        [("Imran Latjedi", "DPRD Kabupaten Sigi")],
    ),
    (
        "",
        "Ketua Komisi I DPRD Kota Bontang Abdul Haris menyoroti netralitas ASN.",
        [("Abdul Haris", "DPRD Kota Bontang")],
    ),
    (
        "",
        "Ketua Fraksi Golkar DPRD Provinsi Jambi, Gusrizal, meminta penjelasan.",
        [("Gusrizal", "DPRD Provinsi Jambi")],
    ),
    (
        "",
        "Plh Sekda Kabupaten Bima Adel Linggi Ardi menghadiri acara itu.",
        [("Adel Linggi Ardi", "Pemerintah Kabupaten Bima")],
    ),
    (
        "",
        "Pj Wali Kota Palopo Asrul Sani bersama Dandim 1403/Palopo Letkol Inf Kabit Bintoro Priyambodo meninjau TPS.",
        [("Asrul Sani", "Pemerintah Kota Palopo"), ("Kabit Bintoro Priyambodo", "Kodim 1403/Palopo")],
    ),
    ("", "Danlanal Nias Letkol Laut (P) Wishnu Ardiansyah menyerahkan bantuan.", [("Wishnu Ardiansyah", "Lanal Nias")]),
    (
        "",
        "Komandan Lanud Sultan Hasanuddin, Marsma TNI Bonang Bayuaji, hadir pada upacara itu.",
        [("Bonang Bayuaji", "Lanud Sultan Hasanuddin")],
    ),
    (
        "",
        "Danki 2 Batalyon B Pelopor Satbrimob Polda Maluku AKP Jhon Lenon menurunkan 30 personel.",
        [("Jhon Lenon", "Polda Maluku")],
    ),
    (
        "",
        "Dirlantas Polda Riau Kombes Pol Taufiq Lukman Nurhidayat menyebut arus lancar.",
        [("Taufiq Lukman Nurhidayat", "Polda Riau")],
    ),
    (
        "",
        "Kasat Reskrim Polresta Manado Kompol May Diana Sitepu mengatakan tersangka ditahan.",
        [("May Diana Sitepu", "Polresta Manado")],
    ),
    (
        "",
        "Kanit Reskrim Polsek Medan Baru Iptu Poltak Tambunan memimpin penangkapan.",
        [("Poltak Tambunan", "Polsek Medan Baru")],
    ),
    (
        "",
        "Kepala Dinas Pemberdayaan Perempuan dan Perlindungan Anak (DP3A) Kota Kupang, Maria Magdalena Detaq, mendampingi korban.",
        [("Maria Magdalena Detaq", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kota Kupang")],
    ),
    ("", "Kepala KSOP Kelas II Kendari Raman menyatakan kapal layak berlayar.", [("Raman", "KSOP Kelas II Kendari")]),
    (
        "",
        "Kalapas Kelas IIA Curup, Bambang Wijanarko, menggelar razia kamar.",
        [("Bambang Wijanarko", "Lapas Curup")],
    ),
    (
        "",
        "Ketua Pengadilan Negeri Tarakan Meir Elisabeth Batara Randa menghadiri pemusnahan barang bukti.",
        [("Meir Elisabeth Batara Randa", "Pengadilan Negeri Tarakan")],
    ),
    (
        "",
        "Kasi Intel Kejari Belitung Timur, Riki Guswandri, mengatakan berkas sudah lengkap.",
        [("Riki Guswandri", "Kejaksaan Negeri Belitung Timur")],
    ),
    (
        "",
        "Ketua DPD Partai NasDem Kabupaten Enrekang, Mitra Fakhruddin, menyerahkan rekomendasi.",
        [("Mitra Fakhruddin", "DPD Partai NasDem Enrekang")],
    ),
    (
        "",
        "Sekretaris DPC PDI Perjuangan Kota Salatiga Dance Ishak Palit menyatakan siap menang.",
        [("Dance Ishak Palit", "DPC PDI Perjuangan Salatiga")],
    ),
    (
        "",
        "Ketua DPC Gerindra Kabupaten Lumajang, Indah Amperawati, hadir di kantor KPU.",
        [("Indah Amperawati", "DPC Gerindra Lumajang")],
    ),
    (
        "",
        "Ketua GP Ansor Kabupaten Wonogiri Mundir Hasan mengerahkan Banser.",
        [("Mundir Hasan", "GP Ansor Kabupaten Wonogiri")],
    ),
    ("", "Kepala Desa Tambakrejo, Sutopo, menolak berkomentar.", [("Sutopo", "Pemerintah Desa Tambakrejo")]),
    (
        "",
        "Lurah Wapunto, La Ode Rahmat Hidayat, mengatakan drainase tersumbat.",
        [("La Ode Rahmat Hidayat", "Kelurahan Wapunto")],
    ),
    (
        "",
        "Keuchik Gampong Meunasah Baro, Tgk. M. Nasir, mengatakan warga sudah mengungsi.",
        [("M. Nasir", "Pemerintah Desa Meunasah Baro")],
    ),
    (
        "",
        "Kepala Distrik Kurulu, Yosep Wetipo, meminta warga kembali ke rumah.",
        [("Yosep Wetipo", "Pemerintah Kecamatan Kurulu")],
    ),
    (
        "",
        "Kepala Kampung Yobeh, Sostenes Felle, mengapresiasi kegiatan ini.",
        [("Sostenes Felle", "Pemerintah Desa Yobeh")],
    ),
    (
        "",
        "Camat Rantau Pulung Muhammad Vhatur Amin hadir dalam kegiatan itu.",
        [("Muhammad Vhatur Amin", "Pemerintah Kecamatan Rantau Pulung")],
    ),
    ("", "Danramil 05/Kuta Alam Kapten Inf Mukhlis memimpin karya bakti.", [("Mukhlis", "Koramil 05/Kuta Alam")]),
    (
        "",
        "Kapolsek Kuta Utara AKP Made Agus Dwi Wirawan memimpin patroli.",
        [("Made Agus Dwi Wirawan", "Polsek Kuta Utara")],
    ),
    (
        "",
        "Direktur Utama PT Bank Sulselbar, Yulis Suandi, menyerahkan bantuan.",
        [("Yulis Suandi", "PT Bank Sulselbar")],
    ),
    (
        "",
        "Kepala Kantor Staf Presiden Muhammad Qodari memantau persiapan.",
        [("Muhammad Qodari", "Kantor Staf Presiden")],
    ),
    (
        "",
        "Kakankemenag Kabupaten Soppeng, H. Afdal, memberi sambutan.",
        [("Afdal", "Kantor Kementerian Agama Kabupaten Soppeng")],
    ),
    (
        "",
        "Kakandepag Kota Bitung Ulyas Taha menghadiri acara itu.",
        [("Ulyas Taha", "Kantor Kementerian Agama Kota Bitung")],
    ),
    (
        "",
        "Ketua KIP Kabupaten Bireuen, Saiful Hadi, menetapkan pasangan calon.",
        [("Saiful Hadi", "KIP Kabupaten Bireuen")],
    ),
    (
        "",
        "Rapat pleno dipimpin Ketua KPU Kabupaten Blora Darmaji, M.Hum, didampingi Anggota KPU Bidang Pengawasan dan Hukum Ade Wijayanti SH dan Komisioner KPU Bidang Anggaran/Divisi Logistik Ir. Yanto Suparman.",
        [
            ("Ade Wijayanti", "KPU Kabupaten Blora"),
            ("Darmaji", "KPU Kabupaten Blora"),
            ("Yanto Suparman", "KPU Kabupaten Blora"),
        ],
    ),
    (
        "",
        "Hadir Sekretaris KPU Kabupaten Blora Drs. H. Karman didampingi Kasubag Umum Endang Rudiarsa S.Sos.",
        [("Endang Rudiarsa", "KPU Kabupaten Blora"), ("Karman", "KPU Kabupaten Blora")],
    ),
    (
        "",
        "Dinas Komunikasi, Informatika, Persandian, dan Statistik Kabupaten Rembang hadir diwakili oleh Kepala Bidang Komunikasi Publik (PKP), Budi Santosa.",
        [("Budi Santosa", "Dinas Komunikasi, Informatika, Persandian, dan Statistik Kabupaten Rembang")],
    ),
    (
        "",
        "Hadir Siti Suryani, Kepala Bidang Wasnas Kesbangpol Kabupaten Rembang; Ilyas Karim, Kepala Bidang Poldagri Kesbangpol Kabupaten Rembang; serta tamu lain.",
        [
            ("Ilyas Karim", "Badan Kesatuan Bangsa dan Politik Kabupaten Rembang"),
            ("Siti Suryani", "Badan Kesatuan Bangsa dan Politik Kabupaten Rembang"),
        ],
    ),
    (
        "",
        "Hadir sebagai narasumber Kepala Bidang Ketahanan Bangsa, Bakesbangpol Provinsi Jawa Tengah Muslihah Setiawati.",
        [("Muslihah Setiawati", "Badan Kesatuan Bangsa dan Politik Provinsi Jawa Tengah")],
    ),
    (
        "",
        "Apel dipimpin Pj Gubsu Hasanuddin Lubis, dihadiri Kabid Humas Poldasu Kombes Pol Hadi Siregar dan Kajatisu Idianto.",
        [
            ("Hadi Siregar", "Polda Sumatera Utara"),
            ("Hasanuddin Lubis", "Pemerintah Provinsi Sumatera Utara"),
            ("Idianto", "Kejaksaan Tinggi Sumatera Utara"),
        ],
    ),
    (
        "",
        "Rapat dipimpin Ketua KPU Kabupaten Klungkung Anak Agung Gde Parwata.",
        [("Anak Agung Gde Parwata", "KPU Kabupaten Klungkung")],
    ),
    (
        "",
        "Rapat dipimpin Kapolres Rembang AKBP Ganda M.H Saragih, S.IK, didampingi Kapolsek Sulang Iptu Karto.",
        [("Ganda M.H Saragih", "Polres Rembang"), ("Karto", "Polsek Sulang")],
    ),
    (
        "",
        "Rapat dipimpin Kapolres Rembang AKBP Yudhi SM Pinem, S.IK, didampingi Kapolsek Sulang Iptu Budi SH Selasa.",
        [("Budi", "Polsek Sulang"), ("Yudhi SM Pinem", "Polres Rembang")],
    ),
    ("", "Hadir Kajari Rembang Undang Mugopal dan tamu lain.", [("Undang Mugopal", "Kejaksaan Negeri Rembang")]),
    (
        "",
        "Kapolres Rembang AKBP Budi Santosa mengunjungi KH. Husni Zuhdi pimpinan Pondok Pesantren Miftahul Ulum desa Sulang.",
        [("Budi Santosa", "Polres Rembang"), ("Husni Zuhdi", "Pondok Pesantren Miftahul Ulum")],
    ),
    ("", "Ketua Panwaslih Kota Langsa Rizal Azwar menerima laporan itu.", [("Rizal Azwar", "Panwaslih Kota Langsa")]),
    (
        "",
        "Pimpinan Pondok Pesantren Darul Falah, KH. Mustofa Bisri Ahmad, mendoakan jemaah.",
        [("Mustofa Bisri Ahmad", "Pondok Pesantren Darul Falah")],
    ),
    (
        "",
        "Ketua Asosiasi Petani Garam Madura (APGM), H. Ubaid Abdul Hayat, mendatangi DPRD Kabupaten Pamekasan. APGM menuntut harga layak.",
        [("Ubaid Abdul Hayat", "Asosiasi Petani Garam Madura")],
    ),
    (
        "",
        "Ketua Himpunan Nelayan Seluruh Indonesia (HNSI) Kabupaten Cilacap, Edy Tri Rahmanto, mengeluhkan solar.",
        [("Edy Tri Rahmanto", "HNSI Kabupaten Cilacap")],
    ),
    (
        "",
        "Koordinator Aliansi Masyarakat Peduli Lingkungan, Deden Supriatna, berorasi di depan kantor bupati.",
        [("Deden Supriatna", "Aliansi Masyarakat Peduli Lingkungan")],
    ),
    (
        "",
        "Ketua Yayasan Bina Insan Mandiri, Teguh Santoso Wijaya, menerima penghargaan.",
        [("Teguh Santoso Wijaya", "Yayasan Bina Insan Mandiri")],
    ),
    (
        "",
        "Pastor Paroki Santo Yosef Naikoten, Romo Gabriel Benu, memberkati umat.",
        [("Gabriel Benu", "Paroki Santo Yosef Naikoten")],
    ),
    (
        "",
        "Jaksa Penuntut Umum Kejari Kota Probolinggo, Ardian Junaedi, membacakan tuntutan.",
        [("Ardian Junaedi", "Kejaksaan Negeri Kota Probolinggo")],
    ),
    (
        "Kapolres Bima Kota Ajak Warga Jaga Kerukunan Jelang Pilkada",
        "Kapolres Bima Kota AKBP Yudha Pranata mengajak warga menjaga kerukunan.",
        [("Yudha Pranata", "Polres Bima Kota")],
    ),
    (
        "Bupati Ngada Lantik Puluhan Pejabat, Andreas Paru: Jangan Kecewakan Rakyat",
        "Bupati Ngada Andreas Paru melantik puluhan pejabat di aula setda.",
        [("Andreas Paru", "Pemerintah Kabupaten Ngada")],
    ),
    (
        "Danrem 071 Tinjau Program TMMD di Kebumen",
        "Danrem 071/Wijayakusuma Kolonel Inf Yudha Airlangga meninjau program itu.",
        [("Yudha Airlangga", "Korem 071/Wijayakusuma")],
    ),
    (
        "",
        "Anggota KPU Kabupaten Sorong, Muhammad Ridwan, Abdul Samad, dan Yosina Rumbewas, hadir dalam simulasi itu.",
        [
            ("Abdul Samad", "KPU Kabupaten Sorong"),
            ("Muhammad Ridwan", "KPU Kabupaten Sorong"),
            ("Yosina Rumbewas", "KPU Kabupaten Sorong"),
        ],
    ),
    (
        "",
        "Turut hadir:\n1. Kapolres Ende AKBP I Gede Ngurah Joni Mahardika\n2. Dandim 1602/Ende Letkol Inf Nelson Paido Makmur\n3. Ketua DPRD Ende Fransiskus Taso",
        [
            ("Fransiskus Taso", "DPRD Kabupaten Ende"),
            ("I Gede Ngurah Joni Mahardika", "Polres Ende"),
            ("Nelson Paido Makmur", "Kodim 1602/Ende"),
        ],
    ),
    (
        "",
        "Bupati Manggarai Timur Agas Andreas, S.H., M.Hum didampingi Wakil Bupati Drs. Jaghur Stefanus menyerahkan bantuan.",
        [
            ("Agas Andreas", "Pemerintah Kabupaten Manggarai Timur"),
            ("Jaghur Stefanus", "Pemerintah Kabupaten Manggarai Timur"),
        ],
    ),
    (
        "",
        "Yohanes Don Bosco Watu yang menjabat Kepala Dinas Pertanian Kabupaten Ngada menyerahkan traktor.",
        [("Yohanes Don Bosco Watu", "Dinas Pertanian Kabupaten Ngada")],
    ),
    (
        "",
        "Hadir Kepala Bagian Operasional (Kabag Ops) Polres Poso Kompol Rahmat Darius dan Rektor Universitas Tadulako (Untad) "
        "Palu Prof Dr Mahfudz.",
        [("Mahfudz", "Universitas Tadulako"), ("Rahmat Darius", "Polres Poso")],
    ),
    (
        "",
        "Kapten Inf. Roni Hareis selaku Pasi Intel Kodim 1307/Poso, Iptu Dwi Basuki dari Polres Morowali memantau rapat pleno.",
        [("Roni Hareis", "Kodim 1307/Poso")],
    ),
    ("", "Kapolres Poso yang baru, AKBP Arthur Sameaputty memimpin apel.", [("Arthur Sameaputty", "Polres Poso")]),
    (
        "",
        "KPU Provinsi Jawa Tengah menggelar rapat koordinasi di Semarang. Rapat dihadiri Ketua KPU RI Hasyim Asyari.",
        [("Hasyim Asyari", "KPU RI")],
    ),
    (
        "",
        "Mie Go selaku Penjabat Sekda Kota Pangkalpinang membuka rapat.",
        [("Mie Go", "Pemerintah Kota Pangkalpinang")],
    ),
    (
        "",
        "Kapolda Sumbar Irjen Pol Suharyono, S.I.K., S.H. dan Gubernur Sumbar Mahyeldi Ansharullah meninjau lokasi longsor.",
        [("Mahyeldi Ansharullah", "Pemerintah Provinsi Sumatera Barat"), ("Suharyono", "Polda Sumatera Barat")],
    ),
    (
        "",
        "Menteri Sosial Saifullah Yusuf atau Gus Ipul menyerahkan santunan.",
        [("Saifullah Yusuf", "Kementerian Sosial")],
    ),
    ("", "Presiden Joko Widodo (Jokowi) tiba di Bandara Komodo.", [("Joko Widodo", "Pemerintah Republik Indonesia")]),
    (
        "",
        "Ketua KPK Setyo Budiyanto dan Jaksa Agung ST Burhanuddin menandatangani kerja sama.",
        [("ST Burhanuddin", "Kejaksaan Agung"), ("Setyo Budiyanto", "KPK")],
    ),
    (
        "",
        "Sekjen DPP PDI Perjuangan Hasto Kristiyanto menghadiri konsolidasi.",
        [("Hasto Kristiyanto", "PDI Perjuangan")],
    ),
    (
        "",
        "Kepala Puskesmas Lambunga, Bernadus Bala, mengatakan stok obat cukup.",
        [("Bernadus Bala", "Puskesmas Lambunga")],
    ),
    (
        "",
        "Bhabinkamtibmas Polsek Lasem Aipda Nur Kholis menyambangi warga Desa Soditan.",
        [("Nur Kholis", "Polsek Lasem")],
    ),
    (
        "",
        "Manajer Hukum PT Vale Indonesia, Budiawansyah, menyampaikan klarifikasi.",
        [("Budiawansyah", "PT Vale Indonesia")],
    ),
    (
        "",
        "Kepala Badan Pusat Statistik (BPS) Kabupaten Alor, Semuel Ronal, memaparkan data inflasi.",
        [("Semuel Ronal", "BPS Kabupaten Alor")],
    ),
    (
        "",
        "Dirreskrimum Polda Metro Jaya Kombes Wira Satya Triputra mengumumkan tiga tersangka.",
        [("Wira Satya Triputra", "Polda Metro Jaya")],
    ),
    (
        "",
        '"Kami minta Polres dan Kodim segera turun tangan," kata Ketua Forum Masyarakat Peduli Bangka, Suwandi Halim.',
        [("Suwandi Halim", "Forum Masyarakat Peduli Bangka")],
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_postings(read: Read, title: str, text: str, expected: list[tuple[str, str]]) -> None:
    record = read(f"{title}\n\n{text}" if title else text, title=title or None)
    names = {e["id"]: e["name"] for e in record["entities"]}
    assert sorted({(names[p["person"]], names[p["institution"]]) for p in record["postings"]}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jelang pemilihan Gubernur, Kapolres Blora mengunjungi kantor KPU Blora, Rabu (25/9/2024).",
        "Jelang pemilihan Kepala Desa Balun, Kapolres Blora meninjau balai desa, Rabu (25/9/2024).",
    ],
)
def test_who_is_named_behind_an_election_is_not_stood_for(read: Read, text: str) -> None:
    assert "Polres Blora" in {entity["name"] for entity in read(text)["entities"]}


def test_what_is_stood_for_goes_on_behind_a_comma(read: Read) -> None:
    record = read("KPU Blora menetapkan jadwal pemilihan Gubernur, Bupati Blora dan Wakil Bupati Blora pekan ini.")
    assert "Pemerintah Kabupaten Blora" not in {entity["name"] for entity in record["entities"]}
