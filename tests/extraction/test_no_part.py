"""What is wished for, planned, ordered or done with a thing gives nobody a part in the event."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "
HOST = ("Polres Blora", "organised")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia berharap Ketua KPU Blora Ani Wijaya menggelar simulasi.",
        "Ia meminta Camat Cepu dan Kapolsek Cepu meninjau gudang.",
        "Laporan itu diterima Bawaslu Blora.",
        "Surat edaran itu ditandatangani Bupati Blora Ani Wijaya.",
        "Pilkada Blora diikuti dua pasangan calon, yakni Ani Wijaya-Budi Santoso dan Dwi Prasetyo-Eko Nugroho.",
        "Rapat itu digelar atas permintaan Ketua KPU Blora Ani Wijaya.",
        "Langkah itu sesuai arahan Dandim 0721/Blora Letkol Inf Dwi Prasetyo.",
        "Petugas akan dibantu Satpol PP Blora.",
        "Ketua KPU Blora Ani Wijaya absen dalam rapat itu.",
        "Ketidakhadiran Ketua KPU Blora Ani Wijaya disayangkan peserta.",
        "Hadir semua undangan kecuali Ketua KPU Blora Ani Wijaya.",
        "Rapat itu sedianya dipimpin Bupati Blora Ani Wijaya.",
        "Rapat itu semula akan dibuka Bupati Blora Ani Wijaya.",
        "Rapat itu dihadiri keponakan Bupati Blora.",
    ],
)
def test_nobody_takes_part_by_it(read: Read, sentence: str) -> None:
    assert parts_of(read(LEAD + sentence)) == {HOST}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ketua KPU Blora Ani Wijaya meminta warga tertib saat menghadiri rapat itu.",
        "Bupati mengajak warga rukun dalam rapat yang dihadiri Ketua KPU Blora Ani Wijaya.",
        "Penandatanganan surat keputusan itu disaksikan Ketua KPU Blora Ani Wijaya.",
        "Simulasi pemilu itu diikuti Ketua KPU Blora Ani Wijaya.",
        "Ketua KPU Blora Ani Wijaya tidak hanya hadir, tetapi juga memberi sambutan.",
        "Rapat itu dihadiri semua undangan, tak terkecuali Ketua KPU Blora Ani Wijaya.",
        "Ketua KPU Blora Ani Wijaya, yang baru menjabat menggantikan Dwi Prasetyo, hadir dalam rapat itu.",
    ],
)
def test_who_does_something_besides_was_there(read: Read, sentence: str) -> None:
    record = read(LEAD + sentence)
    assert ("Ani Wijaya", "attended") in parts_of(record)
    assert "Dwi Prasetyo" not in {who for who, _ in parts_of(record)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ketua KPU Blora Ani Wijaya, Kamis (26/9/2024), memimpin simulasi.",
        "Kamis (26/9/2024) diikuti Ketua KPU Blora Ani Wijaya.",
        "Kamis (26/9/2024) memantau Ketua KPU Blora Ani Wijaya.",
        "Kamis (26/9/2024), digelar oleh KPU Blora.",
        "Pada Kamis (26/9/2024) hadir Ketua KPU Blora Ani Wijaya, Rabu (25/9/2024), bersama Bawaslu Blora.",
    ],
)
def test_a_date_in_front_of_a_verb_is_read_over(read: Read, sentence: str) -> None:
    assert HOST in parts_of(read(LEAD + sentence))


def test_a_passive_verb_that_is_written_apart_has_no_doers_in_front(read: Read) -> None:
    text = (
        "Pelantikan dihadiri Bawaslu Blora, KPU Blora, dan anggota PPS se-Kabupaten Blora yang di lantik, Rabu (18/9)."
    )
    assert parts_of(read(text)) == {("Bawaslu Kabupaten Blora", "attended"), ("KPU Kabupaten Blora", "attended")}


@pytest.mark.parametrize(
    "thing",
    [
        "Ada 15 baliho Partai Golkar yang dirusak.",
        "Tampak mobil dinas Bupati Cilacap di halaman.",
        "Dibahas pula laporan Bawaslu Cilacap.",
    ],
)
def test_whose_something_is_was_not_there(read: Read, thing: str) -> None:
    assert parts_of(read(f"Polres Blora menggelar rapat. {thing}")) == {("Polres Blora", "organised")}


@pytest.mark.parametrize("words", ["PNS, Mahasiswa dan Pelajar", "Linmas, Paskibraka dan Tagana"])
def test_words_in_a_list_of_groups_are_no_persons(read: Read, words: str) -> None:
    record = read(f"Kapolres Blora hadir. Peserta upacara meliputi Satpol PP, {words}, Kamis (19/9/2024).")
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == []


def test_every_one_in_a_region_may_be_one_word(read: Read) -> None:
    record = read("Camat Cepu Ani Wijaya hadir bersama Kades Sekecamatan Cepu, Kamis (19/9/2024).")
    assert [entity["name"] for entity in record["entities"]] == ["Pemerintah Kecamatan Cepu", "Ani Wijaya"]


def test_a_chief_whose_order_is_told_of_is_not_there(read: Read) -> None:
    order = "Kapolri Jenderal Pol Yudi Wijaya menerbitkan surat telegram nomor 387 tahun 2024."
    record = read(f"BLORA - Polres Blora menggelar apel di lapangan, Selasa (24/9/2024). {order}")
    assert {name for name, _ in parts_of(record)} == {"Polres Blora"}


@pytest.mark.parametrize("heeded", ["menjadi perhatian", "mendapat atensi", "disorot oleh", "diperhatikan serius oleh"])
def test_whose_attention_something_has_is_not_there(read: Read, heeded: str) -> None:
    found = read(
        "BLORA - Kapolres Blora AKBP Ani Wijaya mengunjungi Ponpes Al Huda, Senin (9/9/2024).\n\n"
        f"Kejadian itu {heeded} Kapolda Jateng Irjen Budi Hartono.\n\nPertemuan berlangsung akrab."
    )
    assert "Budi Hartono" not in {name for name, _ in parts_of(found)}


def test_to_what_somebody_did_not_come_is_not_the_event(read: Read) -> None:
    found = read(
        "BLORA - Kades Bangsri menjadi tersangka. Ia tidak datang pada pelantikan kades awal Agustus 2024 lalu."
    )
    assert found["events"] == []


ASIDE = "BLORA - Sosialisasi digelar Bawaslu Blora dan dihadiri Camat Cepu Ani Wijaya, Senin (23/9/2024). "


@pytest.mark.parametrize(
    "words",
    [
        "Pihaknya telah berkoordinasi dengan Pj Bupati Blora Wahyu Said soal netralitas ASN.",
        "Koordinasi sudah dilakukan dengan Pj Bupati Blora Wahyu Said.",
        "Polisi terus berkoordinasi dengan Pj Bupati Blora Wahyu Said.",
    ],
)
def test_with_whom_something_was_done_before_was_not_there(read: Read, words: str) -> None:
    assert ("Wahyu Said", "attended") not in parts_of(read(ASIDE + words))
    assert ("Wahyu Said", "attended") in parts_of(read(f"BLORA - {words} Hal itu dilakukan Senin (23/9/2024)."))


def test_abbreviations_in_a_row_name_nobody(read: Read) -> None:
    found = read(
        "BLORA - Nota KUA-PPAS APBD itu disetujui Pemkab Blora.\n\nNota kesepakatan PPAS APBD ini rampung, ujarnya."
    )
    assert not [entity for entity in found["entities"] if entity["class"] == "Person"]


def test_who_is_asked_behind_so_that_takes_no_part(read: Read) -> None:
    told = "Ada juga usulan supaya Pemkab Blora mengurus izin."
    assert parts_of(read(f"Rapat digelar Polres Blora, Rabu (25/9/2024). {told}")) == {("Polres Blora", "organised")}


def test_who_came_is_told_behind_what_for(read: Read) -> None:
    told = "Hadir agar pemilu aman, Bupati Blora dan Dandim Blora."
    parts = parts_of(read(f"Rapat digelar Polres Blora, Rabu (25/9/2024). {told}"))
    assert {("Pemerintah Kabupaten Blora", "attended"), ("Kodim 0721/Blora", "attended")} <= parts


APEL = "BLORA - Polres Blora menggelar apel, Senin (16/9/2024). "


@pytest.mark.parametrize(
    "text",
    [
        "Adapun dugaan pelanggaran itu melibatkan Kepala Desa Sukamaju, Lurah Karang dan Camat Cepu Ani Lestari.",
        "Mereka membahas korupsi yang melibatkan Camat Cepu Ani Lestari.",
        "Kasus itu turut menyeret Camat Cepu Ani Lestari.",
        "Ketua LSM Peduli Ani Lestari telah mengadukan ketua dan anggota KPU Blora.",
        "Ditambahkan AKP Ani Lestari, apel itu merupakan agenda nasional.",
        "Saat ditemui, Kabid Humas Polda Jateng Kombes Pol Ani Lestari menyampaikan bahwa situasi aman.",
        "“Semua siap,” ungkap Dandim 0721/Blora Letkol Inf Ani Lestari saat ditemui di Pondok Pesantren Al Hidayah.",
        "\nKetua KPU Blora, Ani Lestari.\nApel berjalan lancar.",
        "Ani Lestari adalah Ketua KPU Blora, sedangkan Budi Santoso Ketua Bawaslu Blora.",
    ],
)
def test_who_is_only_accused_asked_or_named_takes_no_part(read: Read, text: str) -> None:
    assert parts_of(read(APEL + text)) == {("Polres Blora", "organised")}


@pytest.mark.parametrize(
    "text",
    [
        "Apel itu melibatkan Camat Cepu Ani Lestari.",
        "Massa ditemui Camat Cepu Ani Lestari.",
        "Simulasi penanganan pelanggaran itu melibatkan Camat Cepu Ani Lestari.",
    ],
)
def test_whom_an_event_involves_or_a_crowd_meets_does(read: Read, text: str) -> None:
    assert ("Ani Lestari", "attended") in parts_of(read(APEL + text))


@pytest.mark.parametrize(
    "who",
    [
        "Massa pendukung dua pasangan calon, yakni Ani Lestari-Budi Utomo dan Cahya Wijaya-Dedi Kurniawan,",
        "Massa pendukung dua paslon, yakni paslon nomor urut 01, Ani Lestari-Budi Utomo (AB) dan paslon nomor urut 2, "
        "Cahya Wijaya-Dedi Kurniawan,",
        "Massa pendukung dua Pasangan Calon (Paslon) Bupati Blora, yakni Paslon nomor urut 01, Ani Lestari-Budi Utomo "
        "(AB), dan Paslon nomor urut 02, Cahya Wijaya- Dedi Kurniawan (CD),",
        "Simpatisan Bupati Blora Ani Lestari",
    ],
)
def test_whose_supporters_came_did_not(read: Read, who: str) -> None:
    assert not parts_of(read(f"BLORA - {who} melakukan aksi unjuk rasa di kantor KPU Blora, Rabu (18/9/2024)."))


def test_nobody_attends_what_was_called_off(read: Read) -> None:
    text = "BLORA - KPU Blora membatalkan rapat yang dihadiri Kapolres Blora AKBP Budi Santoso, Rabu (18/9/2024)."
    record = read(text)
    assert [event["status"] for event in record["events"]] == ["cancelled"]
    assert all(role == "organised" for _, role in parts_of(record))


def test_who_leads_a_party_leads_no_ceremony(read: Read) -> None:
    text = (
        "BLORA - Upacara peringatan Hari Bhayangkara digelar di Mapolres Blora, Senin (1/7/2024). Suara itu dari "
        "rombongan Kodim 0721/Blora yang dipimpin Dandim 0721/Blora Letkol Inf Ani Lestari mendatangi Mapolres Blora."
    )
    assert ("Ani Lestari", "attended") in parts_of(read(text))
    assert not {part for part in parts_of(read(text)) if part[1] == "led"}


def test_who_leads_a_visiting_party_leads_the_visit(read: Read) -> None:
    text = "BLORA - Rombongan Bawaslu Blora dipimpin Ketua Ani Lestari mengunjungi KPU Blora, Senin (16/9/2024)."
    assert ("Ani Lestari", "led") in parts_of(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Apel ini merupakan salah satu tradisi yang rutin dilakukan Polri.",
        "Menyambut HUT TNI ke-79, apel berjalan lancar.",
        "\nLogistik meliputi:\n• Surat suara Presiden-Wakil Presiden, DPR RI, DPD RI, dan DPRD Provinsi sebanyak 57.\n"
        "• Surat suara DPRD Kabupaten Blora Dapil II sebanyak 14.327.",
    ],
)
def test_whose_habit_feast_or_ballot_is_told_of_takes_no_part(read: Read, text: str) -> None:
    assert parts_of(read(APEL + text)) == {("Polres Blora", "organised")}


def test_people_of_a_force_are_not_the_force(read: Read) -> None:
    text = (
        "BLORA - Kapolres Blora AKBP Ani Lestari bersama ASN Polri telah menggelar halal bihalal, Selasa (17/9/2024)."
    )
    assert ("Polri", "organised") not in parts_of(read(text))


def test_whose_visit_is_guarded_is_no_guard(read: Read) -> None:
    text = "BLORA - Polres Blora melakukan pengamanan kunjungan Presiden Joko Widodo ke Blora, Selasa (17/9/2024)."
    assert parts_of(read(text)) == {("Polres Blora", "organised")}
    text = "BLORA - Kunjungan Gubernur Jawa Tengah Ani Lestari disambut Bupati Blora Budi Santoso, Selasa (17/9/2024)."
    assert ("Ani Lestari", "attended") in parts_of(read(text))


def test_an_officer_over_a_kecamatan_is_none_of_the_polda(read: Read) -> None:
    text = "BLORA - Distribusi logistik dipimpin Pamatwil Kecamatan Cepu AKP Ani Lestari, Senin (16/9/2024)."
    assert not any(body["name"].startswith("Polda") for body in read(text)["entities"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Panitia membacakan surat Menteri Dalam Negeri kepada peserta yang hadir dalam rapat itu.",
        "Warga berharap komitmen yang ditegaskan Dandim 0721/Blora pada saat apel krida dapat dijaga.",
        "Komitmen yang disampaikan Dandim 0721/Blora saat apel krida harus dijaga.",
        "Kegiatan itu dilakukan di sela-sela agenda silaturahmi ke Pondok Pesantren Al Hikmah.",
        "Rapat itu digelar usai kunjungan ke Kodim 0721/Blora.",
        "Rapat itu digelar di sela pertemuan dengan pengurus MUI Blora.",
        "Ketua KPU Blora, Ani Wijaya, juga memberikan keterangan terkait tata tertib.",
    ],
)
def test_what_is_told_or_given_or_done_at_another_time_brings_nobody(read: Read, sentence: str) -> None:
    assert parts_of(read(LEAD + sentence)) == {HOST}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Panitia menyerahkan bendera kepada Ketua KPU Blora Ani Wijaya yang hadir dalam rapat.", "Ani Wijaya"),
        ("Ketua KPU Blora Ani Wijaya membagikan Maklumat Kapolri kepada warga yang hadir dalam rapat.", "Ani Wijaya"),
        ("Hal itu ditegaskan Ketua KPU Blora Ani Wijaya pada saat rapat.", "Ani Wijaya"),
        ("Hal itu dikatakan Ketua KPU Blora Ani Wijaya di sela rapat dengan Bawaslu Blora.", "Ani Wijaya"),
        ("Ketua KPU Blora Ani Wijaya memberikan keterangan dalam rapat itu.", "Ani Wijaya"),
    ],
)
def test_who_gives_or_speaks_at_the_event_is_there(read: Read, sentence: str, who: str) -> None:
    assert (who, "attended") in parts_of(read(LEAD + sentence))


def test_whose_word_or_gift_is_passed_on_is_not_among_those_who_receive_it(read: Read) -> None:
    text = "Kapolres Blora AKBP Ani Wijaya memberikan Maklumat Kapolri kepada perwakilan partai yang hadir dalam rapat."
    assert parts_of(read(LEAD + text)) == {HOST, ("Ani Wijaya", "attended"), ("Polres Blora", "attended")}
