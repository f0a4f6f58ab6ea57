"""Events: kind, day, status, and when there is none."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Polres Blora menggelar rakor lintas sektoral di Pendopo, Rabu (18/9/2024).", "meeting", "2024-09-18"),
        ("Apel gelar pasukan dipimpin Kapolres Blora AKBP Wawan, Kamis, 19 September 2024.", "ceremony", "2024-09-19"),
        ("KPU Blora mengadakan simulasi pemungutan suara di Cepu, Sabtu (21/9/2024).", "training", "2024-09-21"),
        ("Kapolsek Cepu AKP Budi Yuwono memimpin patroli gabungan, Minggu (22/9/2024) malam.", "patrol", "2024-09-22"),
        ("Pj Bupati Blora Arief Rohman meninjau gudang logistik KPU Blora, Senin (23/9/2024).", "visit", "2024-09-23"),
        ("KPU Blora menggelar debat publik pertama di gedung rakyat, Selasa (24/9/2024).", "campaign", "2024-09-24"),
        ("KPU Blora menggelar rapat pleno rekapitulasi di aula kantor, Jumat (27/9/2024).", "voting", "2024-09-27"),
        ("Polres Blora menggelar kegiatan apel pagi di halaman kantor, Sabtu (28/9/2024).", "ceremony", "2024-09-28"),
        ("KPU Blora menggelar kegiatan sosialisasi di Cepu, Minggu (29/9/2024).", "training", "2024-09-29"),
    ],
)  # fmt: skip
def test_kind_and_day(read: Read, text: str, kind: str, day: str) -> None:
    (event,) = read(text)["events"]
    assert (event["type"], event["date"], event["status"]) == (kind, day, "held")


@pytest.mark.parametrize(
    "text",
    [
        "Pemilu damai membutuhkan KPU dan Bawaslu yang berani. Polisi, camat dan lurah harus netral sampai akhir.",
        "Ketua KPU Blora Widi Nurintan mengatakan logistik aman. Menurutnya, kampanye berjalan tertib sepekan.",
        "Harga cabai di Pasar Blora naik menjelang Ramadan. Pedagang berharap pemerintah turun tangan.",
    ],
)
def test_talk_is_no_event(read: Read, text: str) -> None:
    assert read(text)["events"] == []


def test_two_events_on_two_days(read: Read) -> None:
    record = read(
        "Ketua KPU Blora Widi Nurintan memimpin pelepasan logistik di gudang KPU Blora, Minggu (24/11/2024).\n\n"
        "Sepuluh hari sebelumnya, Kamis (14/11/2024), Kapolres Blora AKBP Wawan Andi sudah meninjau gudang itu.",
        published="2024-11-24",
    )
    assert [event["date"] for event in record["events"]] == ["2024-11-24", "2024-11-14"]


def test_planned_event_says_so(read: Read) -> None:
    record = read("Polres Blora akan menggelar apel kesiapan di alun-alun, Senin (7/10/2024).")
    assert [event["status"] for event in record["events"]] == ["planned"]


def test_the_article_region_gives_bare_bodies_their_place(read: Read) -> None:
    record = read(
        "BLORA - Rapat koordinasi digelar di Pendopo Kabupaten Blora, Rabu (18/9/2024). "
        "Hadir Kapolres AKBP Wawan Andi, Dandim Letkol Inf Agung Cahyono, serta Ketua KPU dan Bawaslu."
    )
    names = {name for name, _ in parts_of(record)}
    assert {"Polres Blora", "Kodim 0721/Blora", "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora"} <= names


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Polres Blora menggelar apel siaga di alun-alun. Senin (23-9-24).", "2024-09-23"),
        ("Polres Blora menggelar simulasi dalam rangka pengamanan Pilkada pada Rabu (25/9/2024) di Cepu. "
         "\"Semua siap,\" ujar Kapolres Blora AKBP Wawan Andi, Kamis (26/9/2024).", "2024-09-25"),
        ("Rapat pleno yang digelar KPU Blora sejak Senin itu ditutup Ketua KPU Blora Widi Nurintan, Rabu (25/9/2024).",
         "2024-09-25"),
    ],
)  # fmt: skip
def test_which_date_is_the_events(read: Read, text: str, day: str) -> None:
    (event,) = read(text)["events"]
    assert event["date"] == day


def test_a_ceremony_for_a_feast_was_on_its_day(read: Read) -> None:
    text = "Upacara bendera HUT RI digelar terbatas di Blora. Bupati Blora Arief Rohman menjadi inspektur upacara."
    assert [event["date"] for event in read(text, published="2024-08-18")["events"]] == ["2024-08-17"]
    assert [event["date"] for event in read(text, published="2024-09-18")["events"]] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KPU Blora berkoordinasi dengan Polres Blora di Mapolres, Rabu (25/9/2024).", "meeting"),
        ("Kapolsek Cepu AKP Budi Yuwono memediasi warga dua desa di balai, Rabu (25/9/2024).", "meeting"),
        ("Nota itu ditandatangani Ketua KPU Blora Widi Nurintan di aula, Rabu (25/9/2024).", "ceremony"),
        ("Petugas Polres Blora menggeledah kamar di Rutan Blora, dipimpin Iptu Sugeng, Rabu (25/9/2024).", "patrol"),
        ("Pj Bupati Blora Arief Rohman membuka lomba mural di alun-alun, Rabu (25/9/2024).", "ceremony"),
        ("Dinas Pariwisata Kabupaten Blora menggelar lomba mural di alun-alun, Rabu (25/9/2024).", "other"),
    ],
)
def test_kind_of_doings(read: Read, text: str, kind: str) -> None:
    (event,) = read(text)["events"]
    assert (event["type"], event["date"]) == (kind, "2024-09-25")


def test_a_first_paragraph_without_a_title_gives_its_date(read: Read) -> None:
    text = (
        "BLORA - KPU Blora bersama Kejaksaan Negeri Blora menandatangani nota kesepahaman, Selasa (17/9)\n\n"
        "Acara itu dihadiri Ketua KPU Blora Widi Nurintan dan Kepala Kejaksaan Negeri Blora Haris Hasbullah."
    )
    assert [event["date"] for event in read(text)["events"]] == ["2024-09-17"]


def test_what_is_narrated_dates_an_event_before_what_is_quoted(read: Read) -> None:
    text = (
        "Kapolres Blora AKBP Wawan Andi memeriksa logistik di gudang KPU Blora.\n\nGudang itu dijaga dua regu.\n\n"
        "Ada empat truk di halaman.\n\nTruk tiba di Blora pada Rabu (25/9) malam.\n\n"
        '"Semua aman," kata Kapolres, Kamis (26/9/2024).'
    )
    assert [event["date"] for event in read(text)["events"]] == ["2024-09-25"]


def test_a_planned_event_has_no_day_of_the_past(read: Read) -> None:
    text = (
        "Hujan merendam dua desa di Blora, Kamis (26/9/2024).\n\n"
        "Pj Bupati Blora Arief Rohman dijadwalkan meninjau lokasi besok."
    )
    assert {event["date"] for event in read(text, published="2024-09-27")["events"]} <= {"2024-09-28"}


@pytest.mark.parametrize(
    "aside",
    [
        "Patroli bersama Kapolsek Cepu AKP Budi Yuwono ini untuk kotak suara yang dipakai pada 27 November 2024.",
        "Kapolres Blora AKBP Wawan Andi mengatakan, Rabu tanggal 27 November 2024 pemungutan suara digelar KPU Blora.",
    ],
)
def test_what_is_to_come_is_no_second_event(read: Read, aside: str) -> None:
    text = f"Kapolres Blora AKBP Wawan Andi memimpin patroli di kantor PPK, Senin (25/11/2024).\n\n{aside}"
    assert [event["date"] for event in read(text, published="2024-11-25")["events"]] == ["2024-11-25"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polres Blora melakukan pemantauan dan penertiban kendaraan di Cepu, Rabu (25/9/2024).", "patrol"),
        ("Kapolres Blora AKBP Wawan Andi menerima kunjungan silaturahmi serta berkoordinasi dengan KPU Blora, "
         "Rabu (25/9/2024).", "visit"),
        ("Kapolsek Cepu AKP Budi Yuwono bersilaturahmi dengan warga Cepu, Rabu (25/9/2024).", "visit"),
        ("Balai pertemuan Cepu penuh, Rabu (25/9/2024). KPU Blora menyosialisasikan aturan kampanye.", "training"),
        ("Polres Blora bersama KPU Blora memakai aula untuk pertemuan, Rabu (25/9/2024). "
         "Kapolres Blora AKBP Wawan Andi mengatakan kerja sama sudah berjalan lewat patroli.", "meeting"),
    ],
)  # fmt: skip
def test_head_of_the_event_and_words_in_passing(read: Read, text: str, kind: str) -> None:
    assert [event["type"] for event in read(text)["events"]] == [kind]


def test_an_event_word_longer_than_a_cue_leaves_it_its_holders(read: Read) -> None:
    record = read("Ketua KPU Blora Widi Nurintan menerima berkas pasangan calon di Blora, Rabu (28/8/2024).")
    assert ("Widi Nurintan", "attended") in parts_of(record)
    assert [event["type"] for event in record["events"]] == ["campaign"]


def test_who_leads_a_body_leads_no_event(read: Read) -> None:
    record = read(
        "Kapolres Blora AKBP Wawan Andi, yang sebelumnya memimpin Polres Rembang, bertamu ke Pendopo, "
        "Rabu (25/9/2024).\n\n"
        "Kedatangannya diterima Bupati Blora Arief Rohman."
    )
    assert ("Wawan Andi", "led") not in parts_of(record)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Pemkab Blora menggelar donor darah sebagai rangkaian perayaan HUT Blora, Rabu (25/9/2024).", "other",
         "2024-09-25"),
        ("Babinsa Koramil Cepu Serda Antoni melaksanakan komunikasi sosial di Cepu, Rabu (25/9/2024).", "visit",
         "2024-09-25"),
        ("Wakil Gubernur Jawa Tengah Taj Yasin melakukan kunjungan kerja ke Blora dalam rangka safari Ramadan pada "
         "Rabu, 27 Maret 2024.", "visit", "2024-03-27"),
    ],
)  # fmt: skip
def test_purposes_of_events(read: Read, text: str, kind: str, day: str) -> None:
    for published in ("2024-09-30", None):
        (event,) = read(text, published=published)["events"]
        assert (event["type"], event["date"]) == (kind, day)


def test_what_is_planned_has_its_own_date_only(read: Read) -> None:
    text = (
        "KPU Blora merencanakan debat publik pada Sabtu, 9 November 2024.\n\n"
        "Debat itu dibahas Kapolres Blora AKBP Wawan Andi dan Ketua KPU Blora Widi Nurintan, Kamis (31/10/2024)."
    )
    assert ("planned", "2024-10-31") not in {(e["status"], e["date"]) for e in read(text, published=None)["events"]}


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Blora AKBP Wawan Andi menyiapkan pos pengamanan bersama Kodim Blora. Logistik masih di gudang.",
        "Bawaslu Blora menemukan pelanggaran kampanye yang melibatkan Camat Cepu. Kasusnya dikaji sepekan.",
        "Menurutnya, Polres Blora dan Kodim Blora bertugas melakukan pengamanan warga sampai akhir tahun.",
    ],
)
def test_an_event_word_that_is_part_of_a_noun_is_no_event(read: Read, text: str) -> None:
    assert read(text)["events"] == []


@pytest.mark.parametrize(
    ("sequel", "kinds"),
    [
        ("Usai penyerahan itu, KPU Blora melanjutkan koordinasi dengan Kodim Blora yang diterima oleh Dandim "
         "Letkol Inf Agung Cahyono.", ["ceremony", "meeting"]),
        ("Sebelumnya Polres Rembang lebih dulu menggelar apel siaga.", ["ceremony"]),
        ("Setelah penyerahan, Kapolres Blora AKBP Wawan Andi mengikuti simulasi.", ["ceremony"]),
        ("Kapolres menyebut rapat koordinasi dengan Kodim Blora sudah rutin.", ["ceremony"]),
    ],
)  # fmt: skip
def test_what_comes_before_or_after_with_somebody_new(read: Read, sequel: str, kinds: list[str]) -> None:
    text = (
        "BLORA - Ketua KPU Blora Widi Nurintan menyerahkan piagam di Mapolres Blora, Rabu (25/9/2024). "
        f"Penyerahan itu dihadiri Kapolres Blora AKBP Wawan Andi.\n\n{sequel}"
    )
    assert [event["type"] for event in read(text, title="KPU Serahkan Piagam")["events"]] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Kapolres Blora AKBP Wawan Andi mengumpulkan 22 Kapolsek di aula, Rabu (25/9/2024).", ["meeting"]),
        ("Polres Blora mengumpulkan barang bukti di gudang KPU, Rabu (25/9/2024).", []),
        ("Lanal Cilacap mengerahkan Kapal Patroli ke pulau terluar. Polres Cilacap menyalurkan logistik pemilu dari "
         "gudang KPU Cilacap, Rabu (25/9/2024).", ["other"]),
        ("Polsek Cepu kawal distribusi logistik ke Desa Ngloram, Rabu (25/9/2024).", ["patrol"]),
    ],
)  # fmt: skip
def test_objects_of_doings(read: Read, text: str, kinds: list[str]) -> None:
    assert [event["type"] for event in read(text, title="Kabar dari Daerah")["events"]] == kinds


def test_what_was_held_comes_before_what_is_planned(read: Read) -> None:
    text = (
        "Polres Blora akan melakukan pengawalan pengiriman logistik ke kecamatan.\n\n"
        "Itu disampaikan Kapolres Blora AKBP Wawan Andi saat menghadiri rapat koordinasi di Blora, Rabu (25/9/2024)."
    )
    assert [(event["type"], event["date"]) for event in read(text)["events"]] == [("meeting", "2024-09-25")]


def test_an_event_word_that_is_said_to_take_place_counts_more(read: Read) -> None:
    text = (
        "Warga Cepu menagih uang arisan kepada dua pengelola, Rabu (25/9/2024) malam.\n\nUang itu macet sejak lama.\n\n"
        "Mediasi berlangsung alot di balai desa. Dua pengelola akhirnya menandatangani surat.\n\n"
        "Kapolsek Cepu AKP Budi Yuwono menjaga situasi bersama Camat Cepu Endah Ekawati."
    )
    assert [(event["type"], event["date"]) for event in read(text)["events"]] == [("meeting", "2024-09-25")]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # a short quote does not make a quote of what follows it
        ('Bupati Blora Arief Rohman memimpin rapat. "Siap," kata Arief usai rapat di Pendopo, Rabu (18/9/2024).',
         "meeting", "2024-09-18"),
        ('"Netral," ujar Bupati Blora Arief Rohman dalam rapat koordinasi di Pendopo, Rabu (18/9/2024).',
         "meeting", "2024-09-18"),
        ("Bupati Blora Arief Rohman meminta ASN netral. Itu disampaikan saat memimpin rapat, Rabu (18/9/2024).",
         "meeting", "2024-09-18"),
        ("Satpol PP Blora bersama Bawaslu Blora membersihkan APK di jalan protokol, Rabu (18/9/2024).",
         "patrol", "2024-09-18"),
        ("Bupati Blora Arief Rohman menggunakan hak pilihnya di TPS 3, Rabu (18/9/2024).", "voting", "2024-09-18"),
        ("Pasangan calon Budi Santoso-Ani Wijaya mendaftar ke KPU Blora, Rabu (18/9/2024).", "campaign", "2024-09-18"),
        ("Sekda Blora Umar Faruk mengikuti zoom meeting dengan Kemendagri, Rabu (18/9/2024).", "meeting", "2024-09-18"),
        ("Polres Blora menggelar coffe morning bersama KPU Blora, Rabu (18/9/2024).", "meeting", "2024-09-18"),
    ],
)  # fmt: skip
def test_kind_and_day_of_more(read: Read, text: str, kind: str, day: str) -> None:
    (event,) = read(text)["events"]
    assert (event["type"], event["date"]) == (kind, day)


def test_the_end_of_a_range_is_no_day_of_another_event(read: Read) -> None:
    record = read(
        "Bawaslu Blora melakukan penertiban baliho di Cepu, Minggu (22/9/2024).\n"
        "Penertiban melibatkan Satpol PP Blora dan menyasar baliho yang dipasang sedari 1 Agustus 2024 sampai dengan "
        "20 September 2024."
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-22"]


def test_who_holds_something_holds_an_event_whatever_its_word(read: Read) -> None:
    record = read("Kodim 0721/Blora menggelar kelas melukis di alun-alun, Rabu (18/9/2024).")
    assert [(event["type"], event["date"]) for event in record["events"]] == [("other", "2024-09-18")]
    assert read("Kodim 0721/Blora diminta segera menggelar kelas melukis, Rabu (18/9/2024).")["events"] == []


def test_a_day_in_the_lead_that_belongs_to_no_event_comes_last(read: Read) -> None:
    record = read(
        "BLORA - DPRD Blora menggelar rapat dengar pendapat dengan KPU Blora. Daftar pemilih berubah pada 10 September "
        '2024 karena data ganda.\n"Jumlahnya kini turun," ujar Ketua KPU Blora Umar Faruk usai rapat, Rabu (18/9/2024).'
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-18"]


def test_a_quote_that_is_never_closed_ends_where_somebody_speaks(read: Read) -> None:
    record = read(
        "BLORA - DPRD Blora menggelar rapat dengar pendapat dengan KPU Blora.\n"
        '" Jadi jumlah pemilih kini turun sedikit, ujar Ketua KPU Blora Umar Faruk usai rapat, Rabu (18/9/2024).'
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-18"]


def test_the_day_of_a_statement_comes_last(read: Read) -> None:
    record = read(
        "Pada Minggu (22/9), Kapolres Blora AKBP Wawan berdoa bersama warga Cepu.\n\n"
        "Kunjungan tersebut merupakan bagian dari tugasnya, kata Wawan di kantornya, Rabu (25/9)."
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-22"]


def test_the_day_of_a_statement_is_better_than_none(read: Read) -> None:
    record = read(
        "Polres Blora menggelar rapat persiapan pengamanan, kata Kapolres Blora AKBP Wawan, Rabu (25/9/2024)."
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-25"]


def test_guests_who_are_to_come_do_not_prove_that_it_was_held(read: Read) -> None:
    record = read("KPU Blora akan menggelar deklarasi. Deklarasi rencananya dihadiri Kapolres Blora AKBP Wawan.")
    assert [event["status"] for event in record["events"]] == ["planned"]


def test_a_year_in_numbers_tells_that_of_other_dates(read: Read) -> None:
    text = (
        "Polres Blora mengecek gudang KPU Blora pada Sabtu, 21 September. Kapolres Blora AKBP Wawan memimpin "
        'pengecekan itu.\n\n"Semua aman," ujarnya, Selasa (24/09/2024).'
    )
    assert [event["date"] for event in read(text, published=None)["events"]] == ["2024-09-21"]


def test_the_day_of_what_came_before_is_not_that_of_the_event(read: Read) -> None:
    record = read(
        "Setelah operasi dimulai pada hari Senin tanggal 16 September 2024 Kapolres Blora AKBP Wawan pada hari Kamis "
        "tanggal 19 September 2024 memimpin apel kesiapan pengamanan."
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-19"]


def test_last_night_in_a_headline_is_a_day(read: Read) -> None:
    title = "Tadi Malam Kapolres Blora Pimpin Patroli"
    record = read(f"{title}\n\nPatroli menyusuri jalan kota dan dipimpin Kapolres Blora AKBP Wawan.", title=title)
    assert [event["date"] for event in record["events"]] == ["2024-09-29"]


@pytest.mark.parametrize(
    "text",
    [
        "Polres Blora menggelar simulasi.\n\nSelasa, 24 September 2024\n\nSimulasi yang dipimpin Kapolres Blora "
        "AKBP Wawan itu berlangsung Senin (23/9/2024).",
        "Polres Blora mengawal logistik yang pengirimannya berlangsung sejak Senin (23/9/2024). "
        '"Aman," kata Kapolres Blora AKBP Wawan, Selasa (24/9/2024).',
        "Rapat Kapolres Blora AKBP Wawan dengan KPU Blora pasca pemilu 2024 yang digelar pada tanggal 14 Februari "
        "berlangsung di aula. Senin (23/9/2024).",
    ],
)
def test_a_day_beside_the_event_is_not_its_own(read: Read, text: str) -> None:
    assert [event["date"] for event in read(text)["events"]] == ["2024-09-23"]


def test_what_is_over_in_front_of_its_sentence_is_not_the_main_event(read: Read) -> None:
    record = read("Usai menghadiri apel, Kapolres Blora AKBP Wawan mengecek gudang KPU Blora, Senin (23/9/2024).")
    assert [event["type"] for event in record["events"]] == ["visit"]


def test_what_the_lead_tells_with_its_day_was_held_though_nobody_is_known(read: Read) -> None:
    (event,) = read("Kegiatan pembagian takjil kembali digelar di Kota Blora, Senin (23/9/2024).")["events"]
    assert (event["date"], event["participations"]) == ("2024-09-23", [])


def test_an_election_is_no_event_by_its_day_alone(read: Read) -> None:
    assert read("Pemungutan suara digelar di Kota Blora, Senin (23/9/2024).")["events"] == []


def test_the_day_of_what_will_be_held_is_not_the_event_s(read: Read) -> None:
    record = read(
        "Apel dipimpin Kapolres Blora AKBP Wawan sebelum rekapitulasi yang akan di gelar hari Senin 23 September 2024."
    )
    assert [(event["type"], event["date"]) for event in record["events"]] == [("ceremony", None)]


def test_what_is_over_behind_another_event_is_not_the_main_one(read: Read) -> None:
    record = read("Kapolres Blora AKBP Wawan menengok gudang KPU Blora, Senin (23/9/2024), usai meresmikan masjid.")
    assert [event["type"] for event in record["events"]] == ["visit"]


@pytest.mark.parametrize("week", ["pekan depan", "minggu lalu", "pekan ini"])
def test_the_week_is_no_part_of_an_events_name(read: Read, week: str) -> None:
    text = f"BLORA - Rapat pleno terbuka {week} dihadiri Kapolres Blora AKBP Ani Wijaya."
    assert read(text)["events"][0]["name"] == "Rapat pleno terbuka"
