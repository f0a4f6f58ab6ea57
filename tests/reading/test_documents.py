"""Datelines, dates of publication, furniture inside paragraphs, and what holds for any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Article
from kg.reading.documents import to_document

LEAD = "Bupati Karangsari Budi Hartono membuka rapat koordinasi di aula kantor bupati, Senin (4/3/2024)."
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
SEEN = "Camat Budi Hartono meninjau TPS 3 yang berada di halaman kantor desa itu pada hari Rabu."
MORE = "Rapat itu dihadiri camat dan kepala desa dari seluruh kecamatan di kabupaten tersebut."


def kinds(document, kind):
    return [document.quote(block.span) for block in document.blocks if block.kind == kind]


def reasons(document):
    return {document.quote(part.span): part.reason for part in document.skipped}


@pytest.mark.parametrize(
    "dateline",
    [
        "KARANGSARI -",
        "KARANGSARI, KABARLAUT –",
        "KARANGSARI,KABARLAUT.ID –",
        "KABARLAUT.CO.ID, KARANGSARI | 9 Juli 2024 –",
        "Karangsari (ANTARA) -",
        "Karangsari, Kabar Pesisir -",
        "KARANGSARI, KABARLAUT.com-",
        "KABARLAUT.COM -",
        "Kabar Laut Timur –",
        "KARANGSARI, KABARLAUT :",
        "KARANGSARI || Kabarlaut.com ||",
        "Karangsari, Kabarlaut.id --",
        "Jakarta, KLN Indonesia --",
        "kabarlaut.com, KARANGSARI -",
        "KARANGSARI, iKabar.id -",
        "KBLN, Karangsari :",
        "Berita.polres.go.id -",
        "Karangsari, 30 Agustus 2024 –",
        "(KabarLaut)",
        "Kabarlaut6.com,",
        "Laporan Wartawan Kabarlaut.com, Budi Santoso KABARLAUT.COM, KARANGSARI -",
        "KARANGSARI (Kabar Laut) -",
        "Karangsari, KabarLaut. Com //",
    ],
)
def test_dateline_is_apart_from_the_first_sentence(dateline, read):
    document = read(f"{dateline} {LEAD}\n{MORE}")
    assert document.dateline is not None
    assert document.quote(document.dateline) == dateline
    assert kinds(document, "body")[0] == LEAD


@pytest.mark.parametrize(
    "sentence",
    [
        "Kapolres Karangsari - yang baru dilantik - meninjau gudang logistik pada Senin pagi bersama dua camat.",
        "Agenda rapat: persiapan pemilu, keamanan, dan pembagian tugas bagi semua camat di kabupaten itu.",
        "Rapat koordinasi lintas-sektor itu dihadiri camat dan kepala desa dari seluruh kecamatan.",
        "Bupati Budi Hartono: semua camat wajib hadir dalam rapat koordinasi pada hari Senin pekan depan.",
    ],
)
def test_a_sentence_is_no_dateline(sentence, read):
    document = read(f"{sentence}\n{MORE}")
    assert document.dateline is None
    assert kinds(document, "body")[0] == sentence


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("22 November, 2024", "2024-11-22"),
        ("Jumat, 30 Agustus 2024 10:11 WIB", "2024-08-30"),
        ("Admin - Kamis, 31 Januari 2019", "2019-01-31"),
        ("Oleh: Er | Minggu, 24 Nov 2024 20:31", "2024-11-24"),
        ("Posted on March 5, 2024 by admin", "2024-03-05"),
        ("05/03/2024 14:20 WITA", "2024-03-05"),
        ("2024-03-05T14:20:00+08:00", "2024-03-05"),
        ("Selasa 31 Februari 2024", None),
    ],
)
def test_line_of_date_and_byline_tells_the_day(line, day, read):
    document = read(f"Bupati Karangsari Buka Rapat Koordinasi\n{line}\n\n{LEAD}\n{MORE}")
    assert document.published == day
    assert reasons(document)[line] == "byline"


def test_letters_that_fold_to_others_make_no_day(read):
    page = f"Bupati Karangsari Buka Rapat Koordinasi\nAdmin - 4 Aprıl 2024 10:00\n\n{LEAD}\n{MORE}"
    assert read(page).published is None


def test_a_date_in_the_body_is_not_the_day_of_publication(read):
    assert read(f"Bupati Karangsari Buka Rapat Koordinasi\n\n{LEAD}\n{MORE}").published is None


def test_the_day_on_which_the_page_was_saved_is_not_the_day_of_publication(read):
    menu = "\n".join(["Beranda", "Daerah", "Politik", "Hukum", "Olahraga", "Opini", "Video", "Indeks"] * 3)
    head = f"Minggu, 10 November 2024\n{menu}\nBupati Karangsari Buka Rapat Koordinasi"
    assert read(f"{head}\nAdmin | 5 Maret 2024\n\n{LEAD}\n{MORE}").published == "2024-03-05"
    assert read(f"{head}\n\n{LEAD}\n{MORE}").published is None
    above = f"{menu}\n5 Maret 2024\nBupati Karangsari Buka Rapat Koordinasi\n{LEAD}\n{MORE}"
    assert read(above).published == "2024-03-05"


def test_given_date_counts_more_than_the_page(read):
    text = f"Bupati Karangsari Buka Rapat\n22 November 2024\n{LEAD}\n{MORE}"
    assert read(text, published="2024-11-23T08:00:00Z").published == "2024-11-23"


@pytest.mark.parametrize(
    "given", ["23 November 2024", "Sabtu, 23 Nov 2024 08:15 WIB", "23/11/2024", "2024/11/23", "23-11-24"]
)
def test_the_given_date_may_be_written_as_people_write_it(read, given):
    document = read(f"Bupati Karangsari Buka Rapat\n{LEAD}\n{MORE}", published=given)
    assert (document.published, document.issues) == ("2024-11-23", ())


@pytest.mark.parametrize("given", ["kemarin", "31/31/2024", "1732320000"])
def test_a_given_date_that_is_none_is_told_and_the_page_is_asked(read, given):
    document = read(f"Bupati Karangsari Buka Rapat\n22 November 2024\n{LEAD}\n{MORE}", published=given)
    assert document.published == "2024-11-22"
    assert [issue.code for issue in document.issues] == ["A012"]


def test_link_inside_a_paragraph_is_cut_out(read):
    document = read(
        f"{LEAD} Baca juga: Camat Sukamaju Tinjau Gudang Logistik Pemilu Setelah itu peserta berdiskusi. {MORE}"
    )
    assert reasons(document) == {"Baca juga: Camat Sukamaju Tinjau Gudang Logistik Pemilu": "related"}
    assert kinds(document, "body") == [LEAD, f"Setelah itu peserta berdiskusi. {MORE}"]


def test_beginnings_of_other_articles_that_dots_cut_short_are_no_body(read):
    teasers = [
        "Jelang Panen, Petani...",
        "KARANGSARI - Petani Desa Mekar mulai menyiapkan alat untuk panen...",
        "Kapolsek Baru Tinjau...",
        "SUKAMAJU - Kapolsek Sukamaju Iptu Ani Wijaya meninjau pos bersama anggotanya...",
    ]
    document = read("\n\n".join([*teasers, "Rapat Pilkada Digelar di Karangsari", LEAD, MORE]))
    assert [reasons(document)[teaser] for teaser in teasers] == ["related"] * 4
    assert kinds(document, "body") == [LEAD, MORE]


def test_one_paragraph_that_dots_end_is_body(read):
    paragraph = "Begitulah rapat itu berakhir, dan semua yang hadir pulang ke desa masing-masing dengan tenang..."
    assert paragraph in kinds(read("\n\n".join([LEAD, MORE, paragraph, MORE])), "body")


LINKS = [
    ("Baca juga: Mahfud kunjungi pesantren di hari keempat kampanye", "Baca juga: Warga: Minggu ini ramai di pasar"),
    ("Baca Juga: Jadwal Lengkap Pleno", "BACA JUGA: Saksi Walk Out, Ini Alasannya"),
    ("Baca: Warga Resah Pencurian Motor", "Simak: Tips Aman Parkir"),
    ("Simak Video 'Detik-detik Penangkapan':", "[Gambas:Video 20detik]"),
    ("(Baca juga: Harga Beras Naik Lagi)", "[Baca juga: Petani Panen Raya]"),
]


@pytest.mark.parametrize("links", LINKS)
def test_links_in_a_text_without_lines(links, read):
    one, two = links
    document = read(f"{LEAD} {one} {two} Kapolres memantau jalannya rapat.")
    assert list(reasons(document)) == [one, two]
    assert kinds(document, "body") == [LEAD, "Kapolres memantau jalannya rapat."]


def test_player_notice_inside_a_paragraph_is_cut_out(read):
    document = read(f'{LEAD}SCROLL TO CONTINUE WITH CONTENT"Semua hadir," katanya. {MORE}')
    assert reasons(document) == {"SCROLL TO CONTINUE WITH CONTENT": "advert"}
    assert kinds(document, "body") == [LEAD, f'"Semua hadir," katanya. {MORE}']


@pytest.mark.parametrize(
    "mark", ["(wan)", "( Rudi)", "(NN/IE).", "(Tim LU)", "(KK-02)", "-wis", "[red]", "(*)", "(ant/dwi)", "***"]
)
def test_mark_of_the_writer_is_left_out(mark, read):
    document = read(f"{LEAD}\n{MORE} {mark}")
    assert reasons(document) == {mark: "byline"}
    assert kinds(document, "body")[-1] == MORE


@pytest.mark.parametrize("end", ["(DPT)", "Senin (4/3/2024)", "(lima orang)", "(Bawaslu)"])
def test_brackets_inside_a_last_sentence_stay(end, read):
    last = f"{MORE[:-1]} {end}"
    assert kinds(read(f"{LEAD}\n{last}"), "body")[-1] == last


@pytest.mark.parametrize(
    ("caption", "stays"),
    [
        (f"{SEEN} (Foto: Rina Melati/Kabar Laut)", SEEN),
        ("Foto: Camat Budi Hartono di TPS 3 (Rina Melati/kabarlaut)", "Foto: Camat Budi Hartono di TPS 3"),
        (f"{SEEN} ANTARA FOTO/Rina Melati/wsj.", SEEN),
        (f"{SEEN} Foto: Humas Karangsari", SEEN),
    ],
)
def test_who_took_a_picture_is_left_out(caption, stays, read):
    document = read(f"Camat Budi Hartono Buka Rapat Koordinasi Kabupaten\n{caption}\nKARANGSARI - {LEAD}\n{MORE}")
    shown = [text for kind in ("caption", "body") for text in kinds(document, kind)]
    assert stays in shown
    assert not any("Melati" in text or "Humas" in text for text in shown)


@pytest.mark.parametrize("end", ["aparat keamanan (12/3).", "rapat (kanan).", "aparat gabungan (TNI/Polri)."])
def test_other_brackets_at_the_end_stay(end, read):
    document = read(f"KARANGSARI - {LEAD}\nRapat itu dihadiri {end}\n{MORE}\n{MORE}")
    assert any(text.endswith(end) for text in kinds(document, "body"))


def test_links_right_above_the_heading_of_links_are_left_out(read):
    links = "Camat Sukamaju Budi Hartono Resmikan Pasar\nBupati Sukaraja Ani Wijaya Panen Raya di Desa"
    document = read(f"KARANGSARI - {LEAD}\n{links}\nBaca Juga\n{MORE}\n{MORE}")
    assert kinds(document, "body") == [LEAD, MORE, MORE]


def test_behind_who_edited_the_article_nothing_more_of_it_follows(read):
    other = "Gubernur Ani Wijaya melantik penjabat bupati di ibu kota provinsi, dihadiri para pejabat, kemarin."
    document = read(f"KARANGSARI - {LEAD}\n{MORE}\n{SEEN}\nEditor: Sari Wulan\n{other}")
    assert kinds(document, "body") == [LEAD, MORE, SEEN]


def test_links_with_the_signs_of_items_right_above_the_heading_of_links_are_left_out(read):
    links = ["- Mas Rangga Direstui Partai, Siap Maju di Karangsari", "- Gudang Baru? Warga Sukamaju Tolak Rencana"]
    document = read("\n".join([LEAD, *links, "Baca Juga", MORE]))
    assert set(reasons(document)) == {*links, "Baca Juga"}


def test_members_of_a_list_above_the_heading_of_links_stay(read):
    members = ["- Ani Wijaya Kusuma, Ketua KPU Karangsari", "- Budi Hartono Putra, Ketua Bawaslu Karangsari"]
    document = read("\n".join([LEAD, "Turut hadir dalam rapat itu:", *members, "Baca Juga", MORE]))
    assert set(reasons(document)) == {"Baca Juga"}


def test_who_edited_the_article_may_stand_above_it(read):
    document = read(f"Bupati Buka Rapat Koordinasi Kabupaten\nEditor: Sari Wulan\n{LEAD}\n{MORE}\n{SEEN}")
    assert kinds(document, "body") == [LEAD, MORE, SEEN]


def test_the_ontologys_examples_of_furniture_hold(ontology, read):
    for concept in ontology.scheme("furniture"):
        for example in concept.examples:
            document = read(f"{LEAD} {MORE}\n{MORE} Selesai.\n{example}")
            found = [part for part in kinds(document, "body") if example in part]
            assert not found, f"{concept.id}: {example}"
        for example in concept.counter_examples:
            document = read(f"{LEAD}\n{example}\n{MORE}")
            assert example in kinds(document, "body"), f"{concept.id}: {example}"


def test_page_without_an_article_says_so(read):
    document = read("Beranda\nMenu\nLogin\n")
    assert [issue.code for issue in document.issues] == ["A011"]


def check_whole(document):
    """Spans are sorted, apart, inside the text; what is in none of them is blank; sentences lie in their block."""
    parts = sorted([block.span for block in document.blocks] + [part.span for part in document.skipped])
    assert [block.span for block in document.blocks] == sorted(block.span for block in document.blocks)
    end = 0
    for span in parts:
        assert span.start >= end
        assert all(letter.isspace() or letter in INVISIBLE for letter in document.text[end : span.start])
        end = span.end
    assert end <= len(document.text)
    for block in document.blocks:
        last = block.span.start
        for sentence in block.sentences:
            assert last <= sentence.start < sentence.end <= block.span.end
            last = sentence.end
        if block.kind != "dateline":
            assert block.sentences


WORDS = [
    *("Baca juga:", "Komentar", "Tinggalkan Balasan", "Penulis:", "Foto:", "©", "SCROLL TO CONTINUE WITH CONTENT"),
    *("KARANGSARI -", "(wan)", "1. ", "…", "AKBP", "S.H., M.H.", "\n", "\n\n", "\r\n", " ", ".", ":", "”", "“", "İ"),
    *(
        "\u2028",
        "\u200e",
        "#",
        "|",
        "\x00",
        "ﬁ",
        "𝔘",
        "the and of to you",
        "22 November 2024",
        "\t",
        "—",
        "(",
        ")",
        "[",
    ),
    *("-wis", LEAD, MORE),
]


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(max_size=400),
        st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=40).map("".join),
    )
)
def test_any_text_is_covered(ontology, text):
    document = to_document(Article("x", text), ontology)
    assert document.text == text
    check_whole(document)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "A. " * 100_000,
        "(" * 100_000,
        "share facebook twitter " * 10_000 + "!",
        "facebook twitter " * 9 + "zzz",
        "\n" * 300_000,
        "Baca juga: " * 30_000,
        "- " * 100_000,
        "1. Kapolres\n" * 20_000,
        "… " * 100_000,
        ("kata " * 12 + "\n") * 8_000,
        ", " * 100_000,
        "'\"" * 100_000,
        "AKBP. Dr. " * 30_000,
    ],
    ids=range(14),
)
def test_time_stays_bounded(text, ontology):
    started = time.process_time()
    check_whole(to_document(Article("x", text), ontology))
    assert time.process_time() - started < 15


def test_lines_wrapped_among_names_are_one_paragraph_again(read):
    body = (
        "Dalam apel yang diikuti anggota dan\n"
        "Polres Karangsari, Kodim Karangsari, Batalyon Karangsari serta\n"
        "Satpol PP Karangsari itu, Kapolres Karangsari Budi Hartono juga\n"
        "menyiapkan ratusan personel untuk menjaga seluruh tahapan yang\n"
        "berjalan sampai akhir tahun.\n"
        "Turut hadir dalam acara apel gelar\n"
        "pasukan tersebut Bupati Karangsari Budi Hartono, Ketua DPRD Rudi\n"
        "Hartawan, Dandim Karangsari Letkol Inf Agung Cahyono Wibowo, dan\n"
        "Kepala Kejaksaan Negeri Karangsari Haris Hasbullah.\n"
    )
    document = read(f"Polres Karangsari Gelar Apel\n\n{body}")
    assert [text.count("\n") for text in kinds(document, "body")] == [4, 3]


def test_lines_of_a_list_are_not_wrapped(read):
    names = ["Budi Hartono", "Rudi Hartawan", "Agung Cahyono", "Haris Hasbullah", "dan tokoh masyarakat", "dan pemuda"]
    listed = "\n".join(names)
    document = read(f"{LEAD}\n\nHadir dalam rapat:\n{listed}\n\n{MORE}")
    assert not any("\n" in text for text in kinds(document, "body"))


def test_lines_cut_anywhere_are_one_paragraph_again(read):
    body = (
        "Menghadapi pemilu, Kapolres Karangsari\nBudi Hartono mengumpulkan para kapolsek dari seluruh\n"
        "kecamatan di aula.\nKapolres mengatakan kegiatan itu\nuntuk menyamakan langkah menghadapi pemilu tahun\n"
        "depan.\nKapolres juga meminta seluruh\nanggota bersinergi dengan para tokoh\ndi wilayahnya masing-masing.\n"
    )
    document = read(f"Kapolres Kumpulkan Kapolsek\n\n{body}")
    assert [text.count("\n") for text in kinds(document, "body")] == [2, 2, 2]


def test_lines_of_which_the_first_is_one_word_are_one_paragraph_again(read):
    body = (
        "Letkol Inf Agung Cahyono mengikuti rapat bersama Panglima,\nKapolri, Ketua KPU dan Jaksa Agung.\n"
        "Rapat\nitu bertempat di kantor bupati, jalan Melati Nomor 2,\nKarangsari.\n"
        "Hadir\ndi sana Bupati Karangsari Budi Hartono, Sekda Rudi\nHartawan, Kapolres AKBP Haris\n"
        "Hasbullah, Ketua KPU Dedi\nSusanto dan Ketua Bawaslu Candra\nWijaya.\n"
        "Dari rapat\ntersebut keluar beberapa\nhal yang harus diperhatikan\nsemua pihak di daerah.\n"
    )
    document = read(f"Dandim Karangsari Ikuti Rapat\n\n{body}")
    assert [text.count("\n") for text in kinds(document, "body")] == [1, 2, 5, 3]


def test_a_wrapped_first_line_that_begins_with_a_dateline_is_no_headline(read):
    body = (
        "kabarlaut.com, Karangsari – Pengamanan\n"
        "Penetapan pasangan calon di Kantor KPU\ndi Dusun Melati, Senin (12/2),\n"
        "berjalan aman.\nKegiatan yang dipimpin ketua KPU\nbersama anggota itu dihadiri tiga\npasangan calon, dan\n"
        "tim sukses mereka.\nSebanyak seratus personel\nbaik dari polres maupun polsek\nberjaga di sana.\n"
    )
    document = read(body)
    assert kinds(document, "body")[0].startswith("Pengamanan\nPenetapan pasangan calon")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/11/22/bupati-buka-rapat", "2024-11-22"),
        ("read/20241122/1736/bupati", "2024-11-22"),
        ("berita/24/11/22/s1abc-bupati-buka-rapat", "2024-11-22"),
        ("berita/24/13/22/s1abc-bupati-buka-rapat", None),
        ("2024/11/bupati-buka-rapat", None),
        ("2024/13/40/bupati", None),
        ("berita/2024/d-7134567/bupati", None),
    ],
)
def test_an_address_tells_the_day_where_the_page_does_not(read, path, day):
    url = f"https://kabarlaut.com/{path}"
    assert read(f"Bupati Karangsari Buka Rapat\n{LEAD}\n{MORE}", url=url).published == day
    told = read(f"Bupati Karangsari Buka Rapat\n21 November 2024\n{LEAD}\n{MORE}", url=url)
    assert told.published == "2024-11-21"


TICKER = (
    "KPK Tahan Dua Tersangka Korupsi di Kota Mekar Makna Hari Raya dan Kewajiban Puasa Kenapa Otak Kalah Cepat dari "
    "Komputer? Strategi Negosiasi Gaji dengan Bantuan Mesin Jangan Sering Pakai Tisu Basah untuk Benda-Benda Ini"
)


@pytest.mark.parametrize(
    "top", ["Menu\n\nMode Gelap\n\n{ticker}\n\nHukum\n\n{title}", "{title}\n\nMenu\n\n{ticker}\n\nHukum\n\n{title}"]
)
def test_headlines_of_others_above_the_headline_are_no_body(read, top):
    title = "Bupati Karangsari Buka Rapat Koordinasi Pengamanan Pemilu"
    document = read(f"{top.format(ticker=TICKER, title=title)}\n\n{LEAD}\n{MORE}")
    assert kinds(document, "body") == [LEAD, MORE]


def test_a_lead_above_the_headline_stays(read):
    document = read(f"{LEAD}\n\nBupati Karangsari Buka Rapat Koordinasi Pengamanan Pemilu\n\n{MORE}")
    assert LEAD in kinds(document, "body")


def test_an_advert_says_so_at_its_beginning(read):
    document = read(f"{LEAD}\n\nADVERTISEMENT\n\nBanner Pemkab Mekar\n\n{MORE}")
    assert kinds(document, "body") == [LEAD, MORE]


LISTED = (  # a list with a line for each
    "Karangsari, Kabar Pesisir Raya - Dalam rangka Pilkada Serentak Bupati dan Wakil Bupati Karangsari, Polres "
    "Karangsari menggelar Rapat Koordinasi. Hadir Kapolres Karangsari AKBP Budi H. Wijaya, Wakapolres Kompol Ani,\n"
    "Kabag Ops Polres Karangsari Kompol Eko Prabowo, S.Sos,\n"
    "Kasat Intelkam AKP Sri Rahayu, dan Ketua KPU Karangsari Dewi Anjani."
)


def test_lines_that_end_with_a_comma_go_on_in_the_next_and_are_no_headline(read):
    document = read(f"{LISTED}\n{SEEN}\n{MORE}")
    bodies = kinds(document, "body")
    assert [body[:10] for body in bodies] == ["Dalam rang", SEEN[:10], MORE[:10]]
    assert bodies[0].endswith("Dewi Anjani.")
    assert document.title is None


def test_a_comma_ends_no_line_of_a_numbered_list(read):
    people = [f"{number}. Kepala Desa {name} beserta seluruh perangkat desa dan tokoh masyarakat," for number, name in
              enumerate(("Sukamaju", "Karanganyar", "Mekarjaya"), 1)]  # fmt: skip
    document = read("\n".join((LEAD, "Hadir dalam rapat itu:", *people, SEEN)))
    assert [body for body in kinds(document, "body") if body.startswith("2.")] == people[1:2]


def test_a_first_paragraph_that_lost_its_full_stop_is_no_headline(read):
    lead = (
        "KARANGSARI, KABAR LAUT – Jelang Pemilihan Kepala Daerah 2024, TNI dan Polri mengadakan patroli gabungan "
        "guna mencegah gangguan keamanan di Kabupaten Karangsari, Minggu malam 3 Maret 2024"
    )
    document = read(f"{lead}\n{MORE}")
    assert not kinds(document, "title")
    assert lead.partition(" – ")[2] in kinds(document, "body")


@pytest.mark.parametrize("end", ["(Foto Anhar)", "(Humas Polres)", "(Dok Rina Melati)"])
def test_a_sentence_with_who_took_its_picture_is_no_headline(read, end):
    caption = f"Bupati Karangsari bersama camat saat melakukan rapat koordinasi di aula. {end}"
    document = read(f"{caption}\n\nKarangsari, Kabarlaut.id – {LEAD}\n\n{SEEN}\n\n{MORE}")
    assert document.title is None
    assert kinds(document, "body") == [LEAD, SEEN, MORE]


@pytest.mark.parametrize(
    "link",
    [
        "Kadis Pendidikan Provinsi Baratlaut : Seragam Gratis Segera Dibagikan",
        "Pilkada Sukamaju 2024: SK Partai Nelayan ke Paket Sejahtera",
        "Warga Desa Melati Tolak Tambang Pasir, Ini Kata Bupati",
    ],
)
def test_a_headline_between_two_paragraphs_is_a_link(link, read):
    document = read(f"{LEAD}\n\n{link}\n\n{SEEN}\n\n{MORE}")
    assert reasons(document)[link] == "related"
    assert kinds(document, "body") == [LEAD, SEEN, MORE]


@pytest.mark.parametrize(
    "line", ["Camat Melati Ani Wijaya, S.E., Lurah Melati Budi Hartono, S.H.", "Peserta dari Kecamatan Melati Timur:"]
)
def test_a_list_or_an_introduction_between_two_paragraphs_stays(line, read):
    assert line in kinds(read(f"{LEAD}\n\n{line}\n\n{SEEN}\n\n{MORE}"), "body")


def test_a_last_paragraph_that_was_cut_off_stays(read):
    cut = "Terpisah, Kepala Desa Melati Timur, Ipda Budi Hartono menjelaskan, pendataan warga yang ter"
    assert kinds(read(f"{LEAD}\n{SEEN}\n{MORE}\n{cut}"), "body")[-1] == cut


def test_a_list_of_names_that_was_cut_off_stays(read):
    cut = "Turut hadir Camat Melati Ani Wijaya, Lurah Melati Budi Hartono, Danramil Melati Kapten Inf Cici Dewi, Kades"
    link = "Camat Melati Timur Ani Wijaya, Lurah Melati Budi Hartono, Kades Cici Dewi Akan Bertemu di Balai Kota"
    assert kinds(read(f"{LEAD}\n{SEEN}\n{MORE}\n{cut}"), "body")[-1] == cut
    assert kinds(read(f"{LEAD}\n{SEEN}\n{MORE}\n{link}"), "body")[-1] == MORE


def test_the_name_of_the_field_is_no_part_of_a_title(read):
    title = "Kapolres Blora Pimpin Apel Gelar Pasukan di Alun-Alun"
    text = (
        f"Judul: {title}\nTanggal: 5 Maret 2024\nMedia: Kabar Teluk\n\n"
        "BLORA - Kapolres Blora AKBP Budi Hartono memimpin apel gelar pasukan di alun-alun, Selasa (5/3/2024).\n\n"
        "Apel diikuti personel gabungan dari TNI dan pemerintah daerah."
    )
    document = read(text, title=title)
    assert [document.quote(block.span) for block in document.blocks if block.kind == "title"] == [title]
    check_whole(document)


def test_a_title_that_its_line_has_not_whole_is_no_field(read):
    document = read("Apel pagi di alun-alun:x", title="Apel pagi di  alun-alun:x")
    assert [block.kind for block in document.blocks] == ["title"]
    check_whole(document)


@pytest.mark.parametrize("headline", ["Camat Sukamaju Tinjau Gudang.", "TMMD ke-120 Camat Bersama Dinas Beri Bantuan."])
def test_the_headline_below_a_heading_of_links_may_end_with_a_full_stop(read, headline):
    sentence = "Camat Budi Hartono dari Sukamaju hadir."
    assert reasons(read(f"{LEAD}\n\nBACA JUGA :\n{headline}\n\n{sentence}"))[headline] == "related"
    for text in (f"{headline}\n\n{sentence}", f"{sentence}\n\n{MORE}"):
        assert sentence not in reasons(read(f"{LEAD}\n\nBACA JUGA :\n{text}"))
