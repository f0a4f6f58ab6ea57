"""Ordinary sentences that look like what a rule is for, and are not."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

DAY = "Kamis (26/9/2024)"
HOST = f" Apel digelar Polres Blora, {DAY}."


def names(record: dict[str, list[dict[str, str]]]) -> set[str]:
    return {entity["name"] for entity in record["entities"]}


@pytest.mark.parametrize(
    "body",
    [
        "Yayasan Pendidikan Islam",
        "Forum Masyarakat Mentawai",
        "Aliansi Warga Menganti",
        "Lembaga Pergerakan Perempuan",
    ],
)
def test_a_noun_or_a_region_that_looks_like_a_verb_ends_no_name(read: Read, body: str) -> None:
    assert (body, "attended") in parts_of(read(f"Rapat dihadiri {body} dan Polres Blora, {DAY}."))


def test_a_verb_ends_a_name(read: Read) -> None:
    assert "Forum Warga" in names(read(f"Forum Warga Wujudkan Pemilu Damai.{HOST}"))


def test_a_district_may_be_called_like_a_country(read: Read) -> None:
    record = read(f"Rapat dihadiri Kapolsek Cina AKP Ani Wijaya dan Camat Cina Budi Santoso, {DAY}.")
    assert {"Polsek Cina", "Pemerintah Kecamatan Cina"} <= names(record)


def test_a_person_may_be_called_like_a_country(read: Read) -> None:
    assert ("Oman Sukmana", "led") in parts_of(read(f"Ketua KPU Blora Oman Sukmana membuka rapat, {DAY}."))


@pytest.mark.parametrize(
    "sentence",
    [
        f"Usai meminta masukan warga, Kapolres Blora AKBP Ani Wijaya memimpin rapat, {DAY}.",
        f"Apel dan doa dipimpin Kapolres Blora AKBP Ani Wijaya, {DAY}.",
        f"Doa bersama dipimpin Kapolres Blora AKBP Ani Wijaya, {DAY}.",
        f"Usai apel bersama Kodim Blora, Kapolres Blora AKBP Ani Wijaya memimpin rapat, {DAY}.",
    ],
)
def test_who_leads_leads(read: Read, sentence: str) -> None:
    record = read(sentence)
    assert {("Ani Wijaya", "led"), ("Polres Blora", "led")} == {part for part in parts_of(record) if part[1] == "led"}


def test_who_is_asked_in_a_list_takes_no_part(read: Read) -> None:
    asked = "warga, Bupati Blora Arief Rohman, dan Camat Cepu Budi Santoso"
    record = read(f"Kapolres Blora AKBP Ani Wijaya meminta {asked} menghadiri rapat.{HOST}")
    assert parts_of(record) == {("Polres Blora", "organised")}


def test_a_pronoun_with_a_companion_means_the_person_before(read: Read) -> None:
    record = read(f"Kapolres Blora AKBP Ani Wijaya hadir. Ia bersama Danramil Cepu memimpin apel, {DAY}.")
    assert ("Ani Wijaya", "led") in parts_of(record)


def test_people_asked_to_behave_in_a_campaign_are_at_no_event(read: Read) -> None:
    record = read(f"Bupati Blora Arief Rohman mengajak warga rukun saat kampanye nanti.{HOST}")
    assert parts_of(record) == {("Polres Blora", "organised")}


@pytest.mark.parametrize("thing", ["Harga beras diturunkan", "Baliho liar diturunkan"])
def test_things_that_are_lowered_are_no_event(read: Read, thing: str) -> None:
    assert read(f"{thing} Bupati Blora Arief Rohman, {DAY}.")["events"] == []


def test_one_of_a_list_who_is_of_another_body_has_another_post(read: Read) -> None:
    record = read(f"Rapat dihadiri staf KPU Blora Siti Aminah, Ahmad Fauzi dari PMII dan warga, {DAY}.")
    assert len(record["postings"]) == 1


def test_a_place_behind_a_theme_is_where_an_event_is(read: Read) -> None:
    record = read(f"Dialog bertema Pemilu Damai di Kabupaten Rembang digelar Polda Jawa Tengah, {DAY}.")
    assert [event["region"] for event in record["events"]] == ["33.17"]


def test_who_goes_somewhere_is_no_part_of_the_place(read: Read) -> None:
    record = read(f"Di Desa Tambak Sari Kapolsek Cepu AKP Ani Wijaya memimpin apel, {DAY}.")
    assert [event["place"] for event in record["events"]] == ["Desa Tambak Sari"]


def test_a_word_for_an_event_at_the_end_and_the_beginning_of_sentences_names_it(read: Read) -> None:
    record = read(f"Camat Cepu Ani Wijaya memimpin rapat. Rapat dihadiri Kapolres Blora, {DAY}.")
    assert ("Ani Wijaya", "led") in parts_of(record)


def test_bodies_in_brackets_at_the_end_of_a_sentence_are_no_credit(read: Read) -> None:
    record = read(f"Apel dipimpin Kapolres Blora, {DAY}, dan dihadiri penyelenggara (KPU Blora/Bawaslu Blora).")
    assert {"KPU Kabupaten Blora", "Bawaslu Kabupaten Blora"} <= names(record)


@pytest.mark.parametrize("end", ["Sekda", "para Kabag"])
def test_a_sentence_ends_behind_a_post_in_short(read: Read, end: str) -> None:
    record = read(
        f"Apel digelar Polres Blora, {DAY}, dan dihadiri {end}. Dandim Blora Letkol Inf Joko Susilo berhalangan."
    )
    assert {posting["role"] for posting in record["postings"]} == {"dandim"}


def test_a_post_in_short_goes_on_behind_its_full_stop(read: Read) -> None:
    record = read(f"Apel dihadiri Kabag. Ops Polres Blora Kompol Joko Susilo, {DAY}.")
    assert {("Polres Blora", "attended"), ("Joko Susilo", "attended")} == parts_of(record)


def test_goods_that_arrive_visit_nobody(read: Read) -> None:
    assert read(f"Bantuan beras tiba di Kecamatan Cepu, {DAY}, dan diterima Camat Cepu Ani Wijaya.")["events"] == []


def test_who_guards_what_another_holds_does_not_hold_it(read: Read) -> None:
    record = read(f"Rapat digelar KPU Blora, Polres Blora dan Kodim Blora mengamankan, {DAY}.")
    assert {name for name, role in parts_of(record) if role == "organised"} == {"KPU Kabupaten Blora"}


def test_a_name_goes_on_to_its_short_form(read: Read) -> None:
    record = read(f"Lembaga Kajian Pemilu (LKPX) hadir. Direktur LKPX Ani Wijaya membuka rapat KPU Blora, {DAY}.")
    assert "Lembaga Kajian Pemilu" in names(record)


def test_who_was_replaced_is_not_there(read: Read) -> None:
    clause = "yang baru dilantik menggantikan AKBP Budi Santoso"
    record = read(f"Hadir Kapolres Blora AKBP Ani Wijaya {clause} dalam rapat KPU Blora, {DAY}.")
    assert "Budi Santoso" not in {name for name, _ in parts_of(record)}


@pytest.mark.parametrize("word", ["Setelah", "Usai"])
def test_what_was_over_before_is_not_the_main_event(read: Read, word: str) -> None:
    record = read(f"{word} apel, Kapolres Blora AKBP Ani Wijaya memimpin rapat, {DAY}.")
    assert [event["name"] for event in record["events"]] == ["Rapat"]


def test_a_place_goes_on_behind_an_abbreviated_street(read: Read) -> None:
    said = "Rapat koordinasi digelar di Kantor Camat Jepon Jln. Dr. Sukro No. 12, Kabupaten Blora, Senin (2/9/2024)."
    (event,) = read(said)["events"]
    assert event["place"] == "Kantor Camat Jepon Jln. Dr. Sukro No. 12, Kabupaten Blora"
