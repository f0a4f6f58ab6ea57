"""What is read from files, tables, folders and standard input, and what is told about bad input."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import sys
import tracemalloc
from email.message import EmailMessage
from pathlib import Path

import pytest

from kg.errors import ArticleError, UsageError
from kg.pipeline.attempts import SET_ASIDE
from kg.reading import formats, rows, streams
from kg.reading.articles import read_articles
from kg.reading.problems import CODES

TEXT = "Bupati Karangsari membuka rapat koordinasi di aula kantor bupati, Senin (4/3/2024)."


def run(*paths):
    issues = []
    articles = list(read_articles(list(paths), problems=issues.append))
    return articles, issues


def codes(issues):
    return [issue.code for issue in issues]


def row(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_text_is_kept_as_it_is(tmp_path):
    text = "\ufeff Baris satu\r\n\r\n\tBaris dua 🙂 \n\n\n"
    (tmp_path / "a.b.txt").write_bytes(text.encode())
    (article,), issues = run(tmp_path)
    assert (article.id, article.text, issues) == ("a.b", text[1:], [])


def test_files_come_in_one_order_whatever_was_named_first(tmp_path):
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(TEXT + name)
    named = [tmp_path / "c.txt", tmp_path, str(tmp_path / "*.txt"), tmp_path / "a.txt"]
    assert [a.id for a in run(*named)[0]] == [a.id for a in run(*reversed(named))[0]] == ["a", "b", "c"]


def test_json_rows_with_names_that_others_use(tmp_path):
    (tmp_path / "t.jsonl").write_text(
        row(
            id=7,
            text=f" {TEXT}\u2028",
            title="Judul",
            tanggal="2024-03-04",
            media="Kabar",
            link="https://kabar.example/1",
        )
        + "\n"
        + row(isi=TEXT, judul="Lain")
    )
    (one, two), issues = run(tmp_path)
    assert issues == []
    assert (one.id, one.text, one.title, one.published) == ("7", f" {TEXT}\u2028", "Judul", "2024-03-04")
    assert (one.publisher, one.url) == ("Kabar", "https://kabar.example/1")
    assert (two.id, two.text, two.title) == ("t-3", TEXT, "Lain")


def test_a_field_by_its_own_name_counts_more(tmp_path):
    (tmp_path / "t.jsonl").write_text(row(content="lain", text=TEXT, body="juga lain"))
    assert run(tmp_path)[0][0].text == TEXT


@pytest.mark.parametrize(("name", "sign"), [("t.csv", ","), ("t.csv", ";"), ("t.tsv", "\t")])
def test_tables(tmp_path, name, sign):
    text = f'Ia berkata "siap".\nBaris {sign} dua'
    quoted = text.replace('"', '""')
    (tmp_path / name).write_text(f'id{sign}text{sign}judul\nx{sign}"{quoted}"{sign}Judul\n', encoding="utf-8-sig")
    (article,), issues = run(tmp_path)
    assert (article.id, article.text, article.title, issues) == ("x", text, "Judul", [])


def test_packed_files(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(row(id="a", text=TEXT).encode()))
    (tmp_path / "b.txt.zst").write_bytes(zstandard.ZstdCompressor().compress(TEXT.encode()))
    assert [(a.id, a.text) for a in run(tmp_path)[0]] == [("a", TEXT), ("b", TEXT)]


def test_front_matter_of_markdown(tmp_path):
    text = f'---\ntitle: "Rapat"\ndate: 2024-03-05\n---\n\n{TEXT}\n'
    (tmp_path / "a.md").write_text(text)
    (article,), _ = run(tmp_path)
    assert (article.title, article.published, article.text) == ("Rapat", "2024-03-05", text)


def stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize(
    "data", [row(id="a", text=TEXT), "\n\n" + row(id="a", text=TEXT), "\ufeff" + row(id="a", text=TEXT)]
)
def test_rows_on_standard_input(monkeypatch, data):
    stdin(monkeypatch, data.encode())
    assert [(a.id, a.text) for a in run("-")[0]] == [("a", TEXT)]


def test_text_on_standard_input(monkeypatch):
    stdin(monkeypatch, f"\n\n{TEXT}\n".encode())
    assert [(a.id, a.text) for a in run("-")[0]] == [("stdin", f"\n\n{TEXT}\n")]


def test_bad_rows_are_told_and_the_others_go_on(tmp_path):
    path = tmp_path / "t.jsonl"
    lines = [
        row(id="a", text=TEXT),
        "{broken\n",
        "[1]\n",
        row(id="b"),
        row(id="c", text=5),
        row(id="d", text=" \n"),
        row(id="e", text=TEXT),
    ]
    path.write_text("".join(lines))
    articles, issues = run(path)
    assert [a.id for a in articles] == ["a", "e"]
    assert [(i.code, i.where) for i in issues] == [
        ("A006", f"{path}:2"),
        ("A006", f"{path}:3"),
        ("A007", f"{path}:4"),
        ("A007", f"{path}:5"),
        ("A003", f"{path}:6"),
    ]
    assert all(issue.hint for issue in issues)


def test_a_row_of_too_many_cells_is_told_with_its_line(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(f'id,text\na,"{TEXT}\nlagi"\nb,x,y\nc,{TEXT.replace(",", "")}\n')
    articles, issues = run(path)
    assert [a.id for a in articles] == ["a", "c"]
    assert [(i.code, i.where) for i in issues] == [("A006", f"{path}:4")]


def test_of_one_id_the_first_counts(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(row(id="a", text="Lain."))
    articles, issues = run(tmp_path / "b.jsonl", tmp_path / "a.txt")
    assert [a.text for a in articles] == [TEXT]
    assert [(i.code, i.where) for i in issues] == [("A004", f"{tmp_path / 'b.jsonl'}:1")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Café “siap”.".encode("cp1252"), "Café “siap”."),
        (b"Caf\xe9 \x81.", "Café \x81."),
        ("Rapat.".encode("utf-16"), "Rapat."),
    ],
)
def test_other_encodings_are_read_and_told(tmp_path, data, expected):
    (tmp_path / "a.txt").write_bytes(data)
    (article,), issues = run(tmp_path)
    assert article.text == expected
    assert codes(issues) == ["A002"]


def test_a_table_that_is_not_utf8(tmp_path):
    (tmp_path / "t.csv").write_bytes("id,text\na,Café kota\n".encode("latin-1"))
    (article,), issues = run(tmp_path)
    assert article.text == "Café kota"
    assert codes(issues) == ["A002"]


def test_signs_that_no_file_can_hold_are_replaced_one_for_one(tmp_path):
    (tmp_path / "t.jsonl").write_text('{"id": "a", "text": "x\\u0000y\\ud83dz"}\n')
    (article,), issues = run(tmp_path)
    assert article.text == "x\ufffdy\ufffdz"
    assert codes(issues) == ["A010"]


def test_path_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="no such file") as caught:
        read_articles([tmp_path / "nichts"], problems=print)
    assert caught.value.exit_code == 2


def test_pattern_that_nothing_matches(tmp_path):
    with pytest.raises(UsageError):
        read_articles([str(tmp_path / "*.txt")], problems=print)


def test_folder_without_articles(tmp_path):
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(ArticleError, match="no article in the folder") as caught:
        read_articles([tmp_path], problems=print)
    assert caught.value.exit_code == 1


@pytest.mark.parametrize("text", ["Isi Berita", "ISI_BERITA", " isi-berita "])
def test_case_spaces_and_hyphens_of_a_column_do_not_matter(tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_text(f"No;JUDUL;{text};Tgl Terbit;Media\n1;Apel;Isi.;23 November 2024;Pos\n", "utf-8")
    (found,) = read_articles([path], problems=print)
    assert (found.title, found.text, found.published, found.publisher) == ("Apel", "Isi.", "23 November 2024", "Pos")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", bytes(range(256)) * 40, "not text"),
        ("a.bin", b"\x7fELF\x02\x01\x01" + bytes(100), "not text"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"judul,tahun\nx,2024\n", "no column with the article's text"),
        ("a.csv", b"\x00\x01\x02" * 100, "not text"),
        ("a.jsonl", b"{\n", "not JSON"),
        ("a.html", b"<html><script>x</script></html>", "no text"),
        ("a.txt.gz", b"not packed", "damaged"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-12], "damaged"),
        ("a.txt.zst", b"not packed", "damaged"),
        ("a.parquet", b"PAR1 not", "not a readable Parquet file"),
    ],
)
def test_a_lone_bad_file_is_one_error_that_names_it(tmp_path, name, data, message):
    if name.endswith("zst"):
        pytest.importorskip("zstandard")
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes(data)
    issues = []
    with pytest.raises(ArticleError, match=message) as caught:
        list(read_articles([tmp_path / name], problems=issues.append))
    assert (str(tmp_path / name) in caught.value.where, issues, bool(caught.value.hint)) == (True, [], True)


def test_bad_files_among_good_ones_are_issues(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.txt").write_bytes(bytes(1000))
    articles, issues = run(tmp_path)
    assert [a.id for a in articles] == ["b"]
    assert [(i.code, i.where) for i in issues] == [("A003", str(tmp_path / "a.txt")), ("A005", str(tmp_path / "c.txt"))]


def test_documents_are_refused_by_name_and_pictures_passed_over(tmp_path):
    for name in ("a.pdf", "b.docx", "c.png"):
        (tmp_path / name).write_bytes(b"%PDF\x00\x01")
    (tmp_path / "d.txt").write_text(TEXT)
    articles, issues = run(tmp_path)
    assert [a.id for a in articles] == ["d"]
    assert sorted((i.code, Path(i.where).name) for i in issues) == [("A005", "a.pdf"), ("A005", "b.docx")]


def test_an_article_beyond_measure(tmp_path, monkeypatch):
    monkeypatch.setattr(rows, "MAX_TEXT", 1000)
    monkeypatch.setattr(formats, "MAX_LINE", 3000)
    monkeypatch.setattr(streams, "MAX_LINE", 3000)
    monkeypatch.setattr(streams, "MAX_BYTES", 2000)
    (tmp_path / "a.txt").write_text("kata " * 300)
    (tmp_path / "b.txt").write_text("kata " * 500)
    (tmp_path / "c.jsonl").write_text(
        row(id="c1", text="x" * 5000) + row(id="c2", text="y" * 1500) + row(id="c3", text=TEXT)
    )
    articles, issues = run(tmp_path)
    assert [a.id for a in articles] == ["c3"]
    assert codes(issues) == ["A008"] * 4
    assert issues[2].where.endswith("c.jsonl:1")


def test_a_bomb_is_not_unpacked(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(bytes(200_000_000), 9))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"id":"b","text":"' + b"x" * 200_000_000 + b'"}', 9))
    (tmp_path / "c.txt").write_text(TEXT)
    tracemalloc.start()
    articles, issues = run(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [a.id for a in articles] == ["c"]
    assert codes(issues) == ["A008", "A008"]
    assert peak < 150_000_000


def test_memory_stays_flat(tmp_path):
    path = tmp_path / "t.jsonl"
    with path.open("w") as file:
        for number in range(20_000):
            file.write(row(id=str(number), text=TEXT * 10))
    tracemalloc.start()
    count = sum(1 for _ in read_articles([path], problems=print))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 12_000_000


def test_parquet(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {"id": ["a", "b", "c"], "isi": [TEXT, None, TEXT], "tanggal": ["2024-03-04"] * 3, "lain": [1, 2, 3]}
    )
    pq.write_table(table, tmp_path / "t.parquet")
    articles, issues = run(tmp_path)
    assert [(a.id, a.published) for a in articles] == [("a", "2024-03-04"), ("c", "2024-03-04")]
    assert [(i.code, i.where) for i in issues] == [("A007", f"{tmp_path / 't.parquet'}:2")]


def test_web_archive(tmp_path):
    pytest.importorskip("fastwarc")
    html = f"<html><head><title>Rapat di Karangsari</title></head><body><p>{TEXT}</p></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(html) + html
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kabar.example/rapat\r\n"
        "WARC-Date: 2024-03-05T01:02:03Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    (tmp_path / "t.warc.gz").write_bytes(gzip.compress(head + http + b"\r\n\r\n"))
    (article,), issues = run(tmp_path)
    assert (article.url, article.fetched, TEXT in article.text) == (
        "https://kabar.example/rapat",
        "2024-03-05T01:02:03Z",
        True,
    )
    assert issues == []


def test_every_code_is_documented():
    guide = Path(__file__).parents[2] / "docs" / "reading.md"
    listed = dict(
        re.findall(r"^\| (A\d{3}) \| ([^|:]+?)(?::[^|]*)? \|$", guide.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == CODES | {SET_ASIDE: "an article is set aside"}


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([{"id": "a", "text": TEXT}, {"id": "b", "judul": "J", "isi": TEXT}], indent=1),
        json.dumps([{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}]),
        row(id="a", text=TEXT) + row(id="b", text=TEXT),
    ],
    ids=["indented list", "list", "lines"],
)
def test_json_files(tmp_path, data):
    (tmp_path / "t.json").write_text(data)
    articles, issues = run(tmp_path)
    assert ([(a.id, a.text) for a in articles], issues) == ([("a", TEXT), ("b", TEXT)], [])


def test_one_object_over_several_lines(tmp_path):
    (tmp_path / "t.json").write_text(json.dumps({"text": TEXT}, indent=2))
    assert [(a.id, a.text) for a in run(tmp_path)[0]] == [("t-1", TEXT)]


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a file's name be any bytes")
def test_names_that_are_no_text(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (tmp_path / os.fsdecode(b"leer\xe9.txt")).write_text("")
    (article,), (issue,) = run(tmp_path)
    assert (article.id, issue.code) == ("caf\ufffd", "A003")
    issue.where.encode()


def test_metadata_is_one_line_without_control_signs(tmp_path):
    (tmp_path / "t.jsonl").write_text(row(id="a\nb\x07", text=TEXT, title=" Satu\n\x00dua "))
    (article,), _ = run(tmp_path)
    assert (article.id, article.title) == ("a b", "Satu \ufffddua")


def test_many_problems_before_the_first_article_do_not_wait(tmp_path):
    (tmp_path / "t.jsonl").write_text("{\n" * 200)
    issues = []
    with pytest.raises(ArticleError, match="no article could be read"):
        list(read_articles([tmp_path], problems=issues.append))
    assert len(issues) == 200


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("ending", [".mhtml", ".mht"])
def test_a_page_in_a_single_file(tmp_path, encoding, ending):
    page = f"<html><head><title>Rapat di Karangsari</title></head><body><p>{TEXT} – Usai.</p></body></html>"
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://kabar.example/rapat"
    message.set_content(page, subtype="html", cte=encoding)
    message.add_related("<p>Iklan</p>", "html")
    (tmp_path / f"a{ending}").write_bytes(message.as_bytes())
    (article,), issues = run(tmp_path)
    assert (article.id, article.title, article.url) == ("a", "Rapat di Karangsari", "https://kabar.example/rapat")
    assert f"{TEXT} – Usai." in article.text
    assert "Iklan" not in article.text
    assert issues == []


@pytest.mark.parametrize(
    "head", ["", "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--"]
)
def test_a_single_file_without_a_page(tmp_path, head):
    (tmp_path / "a.mhtml").write_text(head)
    (tmp_path / "b.txt").write_text(TEXT)
    articles, issues = run(tmp_path)
    assert [article.id for article in articles] == ["b"]
    assert codes(issues) == ["A005"]


def test_frames_of_a_saved_page_are_no_articles(tmp_path):
    page = f"<html><body><p>{TEXT}</p></body></html>"
    for name in ("rapat.html", "rapat_files/frame.html", "lain_files/apel.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page)
    articles, issues = run(tmp_path)
    assert [article.id for article in articles] == ["apel", "rapat"]
    assert issues == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_above_a_text_that_name_its_fields(tmp_path, end):
    head = ["Judul: Rapat di Karangsari", "Tanggal: 5 Maret 2024", "Media : Kabar Teluk", "Sumber: https://t.example/a"]
    text = end.join([*head, "", f"KARANGSARI - {TEXT}"])
    (tmp_path / "a.txt").write_bytes(text.encode())
    (article,), issues = run(tmp_path)
    told = (article.title, article.published, article.publisher, article.url)
    assert told == ("Rapat di Karangsari", "5 Maret 2024", "Kabar Teluk", "https://t.example/a")
    assert (article.text, issues) == (text, [])


@pytest.mark.parametrize(
    "head", ["Tanggal: 5 Maret 2024\n", "Judul: Rapat\nHadir: Bupati\n", "Judul: Rapat\nTanggal: 5 Maret 2024"]
)
def test_lines_above_a_text_that_may_be_its_own(tmp_path, head):
    (tmp_path / "a.txt").write_text(f"{head}\n{TEXT}")
    (article,), _ = run(tmp_path)
    assert (article.title, article.published) == (None, None)


@pytest.mark.parametrize("charset", ["x-no", "utf-8\0", "idna", "undefined"])
def test_a_single_file_in_an_encoding_that_there_is_not(tmp_path, charset):
    head = f"Content-Type: text/html; charset={charset}\r\n\r\n<html><body><p>{TEXT}</p></body></html>"
    (tmp_path / "a.mhtml").write_bytes(head.encode())
    (article,), _ = run(tmp_path)
    assert TEXT in article.text
