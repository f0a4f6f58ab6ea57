"""News of every kind: what names no person and no body, though its words look like it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _of_class(read: Read, text: str, class_: str) -> set[str]:
    return {entity["name"] for entity in read(text)["entities"] if entity["class"] == class_}


@pytest.mark.parametrize(
    "text",
    [
        "Apel berlangsung di Lapangan Brigjen Katamso, Senin (2/9/2024).",
        "Simulasi digelar di Stadion Utama Gelora Bung Tomo, Selasa (3/9/2024).",
        "Rombongan mendarat di Bandara Internasional Jenderal Ahmad Yani.",
        "Debat publik berlangsung di Gedung Olahraga Ki Mageti dan di GOR H. Agus Salim.",
        "Korban dirujuk ke RSUD dr. R. Soetrasno Rembang, lalu ke RS dr. Kariadi.",
        "Layanan itu dapat diakses di laman skck.polri.go.id atau akun @bawaslu_ri #KPUMelayani.",
    ],
)
def test_a_place_called_after_somebody_is_nobody(read: Read, text: str) -> None:
    assert not _of_class(read, text, "Person")


def test_a_hospital_bears_the_title_of_whom_it_is_called_after(read: Read) -> None:
    found = _of_class(read, "Direktur RSUD dr. Soetrasno, dr. Wening Lestari, hadir.", "RegionalAgency")
    assert any(name.startswith("RSUD dr. Soetrasno") for name in found)
    assert _of_class(read, "Direktur RSUD dr. Soetrasno, dr. Wening Lestari, hadir.", "Person") == {"Wening Lestari"}


def test_a_rank_behind_the_level_of_a_town_is_that_of_the_holder(read: Read) -> None:
    assert _of_class(read, "Kapolsek Pati Kota Iptu Heru Purnomo meninjau TPS.", "Person") == {"Heru Purnomo"}


def test_a_rank_behind_the_name_of_a_place_is_somebodys_who_went_there(read: Read) -> None:
    found = read(
        "Polsek Pulau Panggung, ke Pulau Tabuan Bripka Helmiyanto mengawal logistik pilkada, Rabu (18/9/2024)."
    )
    assert {entity["name"] for entity in found["entities"] if entity["class"] == "Person"} == {"Helmiyanto"}
    assert [event["place"] for event in found["events"]] == ["Pulau Tabuan"]


def test_a_region_too_small_for_the_body_is_the_name_of_its_holder(read: Read) -> None:
    found = read("Rapat KPU Sukoharjo dihadiri Ketua Bawaslu Bambang Muryanto, Senin (2/9/2024).")
    assert {e["name"] for e in found["entities"]} == {
        "KPU Kabupaten Sukoharjo",
        "Bawaslu Kabupaten Sukoharjo",
        "Bambang Muryanto",
    }


def test_presidents_and_ministers_of_other_countries_hold_no_office_here(read: Read) -> None:
    found = read("Presiden Prancis Emil Moreau bertemu Menteri Luar Negeri Jepang Yoko Tanaka.")
    assert {e["name"] for e in found["entities"]} == {"Emil Moreau", "Yoko Tanaka"}
    assert not found["postings"]


def test_the_president_of_an_unlisted_union_is_not_the_president(read: Read) -> None:
    found = read("Presiden KSBX Budi Santoso berorasi.")
    assert {e["name"] for e in found["entities"]} == {"Budi Santoso"}


@pytest.mark.parametrize(
    "theme",
    [
        'bertema "Sinergi Bawaslu Klungkung dan Persatuan Wartawan Menjaga Demokrasi"',
        "bertajuk Membangun Persatuan Nasional Guna Menciptakan Pemilu Damai",
    ],
)
def test_who_is_named_in_a_theme_is_not_there(read: Read, theme: str) -> None:
    found = read(f"Dialog {theme} digelar Kesbangpol Kendal, Rabu (4/9/2024).")
    assert parts_of(found) == {("Badan Kesatuan Bangsa dan Politik Kabupaten Kendal", "organised")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lembaga Kajian Pemilu Indonesia merilis hasil survei.", "Lembaga Kajian Pemilu Indonesia"),
        ("Forum Pemantau Pilkada Nusantara menyampaikan kritik.", "Forum Pemantau Pilkada Nusantara"),
    ],
)
def test_elections_may_be_what_a_body_deals_with(read: Read, text: str, name: str) -> None:
    assert _of_class(read, text, "CivilSociety") == {name}


def test_a_verb_in_capitals_names_no_body(read: Read) -> None:
    text = "Bawaslu Kendal Ajak LSM Wujudkan Pemilu Damai dan Ormas Sukseskan Pilkada"
    assert not _of_class(read, text, "CivilSociety")


def test_the_united_nations_are_no_party(read: Read) -> None:
    assert not read("Resolusi PBB itu ditolak. Warga membayar PBB di kantor kelurahan.")["entities"]
    assert _of_class(read, "Hadir pengurus PKB, PAN, PBB dan PKS.", "PoliticalParty") == {"PKB", "PAN", "PBB", "PKS"}


def test_a_service_that_goes_round_is_no_patrol(read: Read) -> None:
    assert not read("Satlantas Polres Bantul membuka layanan SIM keliling, Senin (2/9/2024).")["events"]


def test_an_unknown_name_behind_a_post_is_no_field(read: Read) -> None:
    found = read("Hadir anggota Bawaslu Kendal, yakni Anggota Syakbani Eko Raharjo dan Ita Efiyati.")
    assert {e["name"] for e in found["entities"] if e["class"] == "Person"} == {"Syakbani Eko Raharjo", "Ita Efiyati"}


def test_news_told_from_the_capital_is_about_the_national_bodies(read: Read) -> None:
    found = read("JAKARTA - Ketua KPU Sari Melati memimpin rapat, Senin (2/9/2024). Bawaslu mengawasi di kantor KPU.")
    assert {e["name"] for e in found["entities"] if e["class"] == "ElectionCommission"} == {"KPU RI"}


def test_a_body_of_the_capital_that_is_named_says_that_the_news_is_local(read: Read) -> None:
    found = read("JAKARTA - Apel Polres Metro Jakarta Timur dihadiri Ketua KPU, Senin (2/9/2024).")
    assert "KPU Kota Jakarta Timur" in {e["name"] for e in found["entities"]}


def test_the_dateline_of_the_capital_counts_less_than_a_body(read: Read) -> None:
    found = read("JAKARTA - Bupati Blora Budi Santoso dan Ketua KPU Sari Melati hadir dalam rapat, Senin (2/9/2024).")
    assert "KPU Kabupaten Blora" in {e["name"] for e in found["entities"]}


def test_a_store_of_a_body_that_does_nothing_is_not_its_name(read: Read) -> None:
    found = read("Bawaslu Kabupaten Klungkung mengawasi di gudang KPU, Senin (2/9/2024).")
    assert {e["name"] for e in found["entities"]} == {"Bawaslu Kabupaten Klungkung", "KPU"}


def test_the_post_at_an_unlisted_association_is_at_no_other_body(read: Read) -> None:
    text = "Rapat Bawaslu Blora dihadiri Ketua JPPX Budi Santoso dan Ketua Bawaslu Blora Sari Melati, Senin (2/9/2024)."
    found = read(text)
    names = {e["id"]: e["name"] for e in found["entities"]}
    assert {(names[p["person"]], names[p["institution"]]) for p in found["postings"]} == {
        ("Sari Melati", "Bawaslu Kabupaten Blora")
    }
    assert ("Budi Santoso", "attended") in parts_of(found)


def test_a_post_is_at_the_association_whose_short_form_the_text_gave(read: Read) -> None:
    found = read("Lembaga Kajian Pemilu Indonesia (LKPX) merilis survei. Direktur Eksekutif LKPX Budi Santoso hadir.")
    names = {e["id"]: e["name"] for e in found["entities"]}
    assert {(names[p["person"]], names[p["institution"]]) for p in found["postings"]} == {
        ("Budi Santoso", "Lembaga Kajian Pemilu Indonesia")
    }


def test_an_ordinary_word_in_front_of_a_name_is_no_part_of_it(read: Read) -> None:
    assert _of_class(read, "Sastrawan Budi Santoso lahir di Blora. Elektabilitas Ani Wijaya naik.", "Person") == {
        "Budi Santoso",
        "Ani Wijaya",
    }


@pytest.mark.parametrize("name", ["Boy JS", "Muhammad AR"])
def test_initials_behind_a_name_are_part_of_it_though_they_look_like_a_title(read: Read, name: str) -> None:
    assert _of_class(read, f"Kapolres Nganjuk AKBP {name} saat ditemui wartawan.", "Person") == {name}


def test_no_sentence_ends_at_the_full_stop_of_a_rank(read: Read) -> None:
    found = read("Kapolda Jateng Irjend. Pol. Budi Santoso hadir.")
    assert [p["post"] for p in found["postings"]] == ["Kapolda Jateng"]
    assert {e["name"] for e in found["entities"] if e["class"] == "Person"} == {"Budi Santoso"}


@pytest.mark.parametrize("heading", ["Peserta", "Personel yang dilibatkan", "Tamu undangan"])
def test_a_word_in_front_of_a_colon_heads_the_list_of_those_there(read: Read, heading: str) -> None:
    text = (
        "Polres Blora menggelar patroli gabungan menjelang pilkada, Senin (2/9/2024). Patroli mulai pukul 21.00.\n"
        f"{heading}:\n1. Kodim 0721/Blora\n2. Satpol PP Kab. Blora"
    )
    assert {("Kodim 0721/Blora", "attended"), ("Satpol PP Kabupaten Blora", "attended")} <= parts_of(read(text))


def test_such_a_word_alone_says_nothing(read: Read) -> None:
    text = "Polres Blora menggelar patroli, Senin (2/9/2024). Peserta Kodim 0721/Blora Cup menunggu undangan."
    assert ("Kodim 0721/Blora", "attended") not in parts_of(read(text))
