"""HTML pages: what is kept of them, what they say of themselves, and pages made to break a reader."""

from __future__ import annotations

import time

import pytest

from kg.errors import ArticleError
from kg.reading.documents import to_document
from kg.reading.metadata import metadata_of
from kg.reading.pages import page_article
from kg.reading.plain import plain_text

TITLE = "Bupati Karangsari Buka Rapat Koordinasi Pemilu"
ONE = "Bupati Karangsari Budi Hartono membuka rapat koordinasi di aula kantor bupati, Senin (4/3/2024)."
TWO = "Rapat itu dihadiri Kapolres Karangsari AKBP Wira Satya, Dandim Letkol Inf Joko, serta Ketua KPU Hendra Wijaya."
END = "Mereka membahas persiapan pemilu di seluruh kecamatan. Rapat ditutup pukul 12.00 WIB."
PARAGRAPHS = f"<p>KARANGSARI - {ONE}</p><p>{TWO}</p><p>{END}</p>"

CELLS = f"<tr><td>Menu<br>Home<br>Kontak</td><td><h2>{TITLE}</h2>KARANGSARI - {ONE}<p>{TWO}<p>{END}</td></tr>"
BREAKS = f"<h2>{TITLE}</h2>04/03/2024<br><br>KARANGSARI - {ONE}<br><br>{TWO}<br><br>{END}"
SCRIPT = "<script>var x='<p>Kapolres Palsu hadir</p>'</script>"
LAYOUTS = {
    "wordpress": f"""<html><head><title>{TITLE} - Kabar Teluk</title></head><body>
        <nav><ul><li><a href=/>Beranda</a></ul></nav>
        <article><h1>{TITLE}</h1><div class="entry-content">{PARAGRAPHS}<p>BACA JUGA: <a href=x>Camat Panen Raya</a></p>
        </div></article><section id=comments><h3>3 Komentar</h3><ol><li>Mantap pak Camat Sukamaju Andi</ol></section>
        <aside><h3>Berita Terkait</h3><ul><li><a>Dandim Panen Raya Bersama Petani</a></ul></aside></body></html>""",
    "breaks": f"<html><body>{BREAKS}</body></html>",
    "layout table": f"<table>{CELLS}</table>",
    "divisions": f"<div><div>{TITLE}</div><div>KARANGSARI - {ONE}</div><div>{TWO}</div><div>{END}</div></div>",
    "cut short": f"<html><head><title>{TITLE}</title><body><div class=content>{PARAGRAPHS[:-4]}",
    "no markup": f"{TITLE}\n\nKARANGSARI - {ONE}\n\n{TWO}\n\n{END}",
    "script": f"<body>{SCRIPT}<h1>{TITLE}</h1>{PARAGRAPHS}<style>p{{}}</style></body>",
    "one form": f"<form><div>Cari</div><h1>{TITLE}</h1>{PARAGRAPHS}<input type=submit></form>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_is_found_in_every_layout(layout, ontology):
    document = to_document(page_article(LAYOUTS[layout], "x", "x.html"), ontology)
    assert document.title == TITLE
    body = " ".join(document.quote(block.span) for block in document.blocks if block.kind == "body")
    assert body == f"{ONE} {TWO} {END}"


def test_what_the_markup_tells():
    page = f"""<html><head><meta content="Kabar Teluk" property="og:site_name">
        <link rel=canonical href="https://t.example/a">
        <script type="application/ld+json">{{"datePublished": "2024-03-04T10:00:00+07:00"}}</script>
        <title>{TITLE} &amp; Lain | Kabar Teluk</title></head><body><div class="post-date">Senin, 4 Maret 2024</div>
        <figure><figcaption>Bupati Budi Hartono memukul gong di aula</figcaption></figure></body></html>"""
    meta = metadata_of(page)
    assert (meta.title, meta.publisher, meta.url) == (f"{TITLE} & Lain", "Kabar Teluk", "https://t.example/a")
    assert (meta.published, meta.shown_date) == ("2024-03-04T10:00:00+07:00", "Senin, 4 Maret 2024")
    assert meta.captions == ("Bupati Budi Hartono memukul gong di aula",)


def test_the_line_of_the_date_is_kept_for_the_day_of_publication(ontology):
    page = f'<article><h1>{TITLE}</h1><span class="entry-date">Selasa, 5 Maret 2024</span>{PARAGRAPHS}</article>'
    assert to_document(page_article(page, "x", "x"), ontology).published == "2024-03-05"


def test_a_date_in_the_text_is_not_the_day_of_publication(ontology):
    page = f"<article><h1>{TITLE}</h1>{PARAGRAPHS}</article>"
    assert to_document(page_article(page, "x", "x"), ontology).published is None


def test_addresses_that_are_none_are_left_out():
    assert metadata_of('<link rel="canonical" href="javascript:alert(1)">').url is None


def test_items_of_a_list_are_lines():
    assert plain_text("<p>Hadir:<ol><li>Camat <b>Sukamaju</b><li>Lurah</ol>") == "Hadir:\n- Camat Sukamaju\n- Lurah"


def test_marked_menus_and_hidden_parts_are_left_out():
    page = "<nav><a>Beranda</a></nav><p>Isi<!-- tidak --><noscript>x</noscript></p><footer>Kontak</footer>"
    assert plain_text(page) == "Isi"
    assert plain_text("<nav>Hanya ini</nav>") == "Hanya ini"


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x", "<!-- x", "<style>p{}</style>", " \n "])
def test_a_page_without_text_is_told(page):
    with pytest.raises(ArticleError, match="no text found on the page"):
        page_article(page, "x", "x.html")


HOSTILE = {
    "deep": "<div>" * 100_000 + ONE,
    "deep inline": "<b>" * 50_000 + f"<p>{ONE}</p>",
    "attributes": "<p " + "a=b " * 100_000 + f">{ONE}</p>",
    "entities": "<p>" + "&amp;" * 100_000 + f"</p><p>{ONE}</p>",
    "angles": "<" * 200_000 + ONE,
    "unclosed": "<svg>" * 50_000 + "<select>" * 50_000 + ONE,
    "comments": "<!-- x -->" * 50_000 + ONE,
    "headings": "<h1>" * 20_000 + ONE,
    "classes": '<p class="' * 20_000 + ONE,
    "metas": '<meta name="' * 20_000 + "<p>" + ONE,
    "table": "<table><tr><td>" * 5_000 + ONE,
    "many": f"<p>{TWO}</p>" * 2_000 + f"<p>{ONE}</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_break_a_reader_is_read_in_time(name):
    started = time.process_time()
    assert ONE in page_article(HOSTILE[name], "x", "x.html").text
    assert time.process_time() - started < 15


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Kabar &amp; Teluk"}}',
        '[{"@type": "WebPage"}, {"publisher": [{"name": "Kabar & Teluk"}]}]',
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"publisher": "Kabar & Teluk"}]}',
        '{"@graph": [{"publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Kabar & Teluk"}]}',
    ],
)
def test_the_outlet_that_linked_data_names(data):
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>x</body></html>'
    assert metadata_of(page).publisher == "Kabar & Teluk"


@pytest.mark.parametrize(
    "data", ["{", "1", "null", '{"publisher": {"@id": "#x"}}', '{"publisher": "https://x.example/"}', "[" * 50_000]
)
def test_linked_data_without_an_outlet(data):
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body>x</body></html>'
    assert metadata_of(page).publisher is None
