"""Files made to break a reader: each ends in articles and issues, in bounded memory, and the others go on."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from kg.errors import ArticleError, UsageError
from kg.reading import formats, streams, tables
from kg.reading.articles import find_files, read_articles
from kg.reading.streams import MAX_LINE

TEXT = "KARANGSARI - Kapolres memimpin rapat persiapan pilkada bersama para camat di aula pada Kamis pagi."


def run(*paths: Path):
    issues = []
    return list(read_articles(paths, problems=issues.append)), issues


def refused(path: Path) -> str:
    """The message of the error that a lone file ends in."""
    with pytest.raises(ArticleError) as caught:
        run(path)
    return str(caught.value)


def peak_of(act) -> int:
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


class Endless(io.RawIOBase):
    """So many bytes without a file that holds them: a head, then one letter again and again."""

    def __init__(self, head: bytes, size: int) -> None:
        self._head, self._left = head, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        part = self._head[: len(buffer)] or b"x" * min(len(buffer), self._left)
        self._head = self._head[len(part) :]
        self._left -= len(part)
        buffer[: len(part)] = part
        return len(part)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.jsonl", b'{"id":"a","text":"'),
        ("a.json", b'[{"id":"a","text":"'),
        ("a.csv", b"id,text\na,"),
        ("a.csv", b'id,text\na,"'),
        ("a.csv", b"id,text"),
        ("a.tsv", b"id\ttext\n"),
        ("a.txt", b""),
        ("a.html", b"<p>"),
    ],
)
def test_a_line_of_any_length_is_not_held(tmp_path, monkeypatch, name, head):
    path = tmp_path / name
    path.touch()

    class File:
        def open(self, mode: str) -> io.BufferedReader:
            return io.BufferedReader(Endless(head, 128 << 20))

    monkeypatch.setattr(streams, "Path", lambda _: File())
    monkeypatch.setattr(streams, "MAX_LINE", 1 << 20)
    monkeypatch.setattr(streams, "MAX_BYTES", 1 << 20)
    monkeypatch.setattr(tables, "MAX_LINE", 1 << 20)
    assert peak_of(lambda: refused(path)) < 24 << 20


def test_a_row_of_many_long_lines_is_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MAX_LINE", 10_000)
    lines = "\n".join("x" * 900 for _ in range(2000))
    (tmp_path / "a.csv").write_text(f'id,text\na,"{lines}"\nb,{TEXT}\n')
    articles, issues = run(tmp_path)
    assert [a.id for a in articles] == ["b"]
    assert issues[0].code == "A008" and issues[0].where.endswith("a.csv:13")


def test_a_cell_of_ten_megabytes_is_told(tmp_path):
    (tmp_path / "a.csv").write_text(f"id,text\na,{'x' * 10_000_000}\nb,{TEXT}\n")
    articles, issues = run(tmp_path)
    assert ([a.id for a in articles], [i.code for i in issues]) == (["b"], ["A008"])


def test_a_header_that_is_no_csv(tmp_path):
    (tmp_path / "a.csv").write_text("text" + "x" * (MAX_LINE + 10))
    assert "longer than" in refused(tmp_path / "a.csv")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("cut", [1, 40])
def test_a_wide_table_that_is_damaged_is_read_as_far_as_it_goes(tmp_path, encoding, cut):
    data = f"id,text\na,{TEXT}\nb,{TEXT}\n".encode(encoding)
    (tmp_path / "a.csv").write_bytes(data[:-cut] + b"\x00\xd8" + data[-cut:])
    articles, _ = run(tmp_path)
    assert articles[0].text == TEXT
    assert all(a.text.encode() for a in articles)


def test_a_packed_table_is_read_as_an_open_one(tmp_path):
    """The delimiter and the encoding are seen through the packing."""
    data = f"id;text\na;{TEXT}\n".encode("utf-16")
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(data))
    ((article,), _) = run(tmp_path)
    assert (article.id, article.text) == ("a", TEXT)


def test_cells_of_parquet_that_are_no_values_are_issues_of_their_rows(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    days = pa.array([2**31 - 1, 19_000, None], pa.int32()).cast(pa.date32())
    pq.write_table(pa.table({"text": [TEXT] * 3, "id": ["a", "b", "c"], "published": days}), tmp_path / "days.parquet")
    articles, issues = run(tmp_path)
    assert [(a.id, a.published) for a in articles] == [("b", dt.date(2022, 1, 8).isoformat()), ("c", None)]
    assert [(i.code, Path(i.where).name) for i in issues] == [("A006", "days.parquet:1")]


def test_parquet_text_that_is_no_utf8(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    good = TEXT.encode()
    offsets = b"".join(n.to_bytes(4, "little") for n in (0, 4, 4 + len(good)))
    column = pa.Array.from_buffers(pa.string(), 2, [None, pa.py_buffer(offsets), pa.py_buffer(b"\xff\xfe\xc3(" + good)])
    pq.write_table(pa.table({"text": column}), tmp_path / "t.parquet")
    articles, issues = run(tmp_path)
    assert [a.text for a in articles] == [TEXT]
    assert [i.code for i in issues] == ["A006"]


@pytest.mark.parametrize(
    "columns",
    [{"text": [1]}, {"text": [{"a": 1}, None]}, {"text": [["x"], []]}, {"text": [b"\xff", b"x"]}, {"judul": ["x"]}, {}],
)  # fmt: skip
def test_parquet_of_another_schema(tmp_path, columns):
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(pa.table(columns), tmp_path / "t.parquet")
    assert refused(tmp_path / "t.parquet")


def packed(name: str) -> bytes:
    """An archive or table with good articles in it."""
    rows = "".join(json.dumps({"id": f"a{n}", "text": f"{TEXT} {n} " * 50}) + "\n" for n in range(400))
    if name.endswith("gz"):
        return gzip.compress(rows.encode())
    if name.endswith("zst"):
        return pytest.importorskip("zstandard").ZstdCompressor().compress(rows.encode())
    if name.endswith("parquet"):
        pa, out = pytest.importorskip("pyarrow"), io.BytesIO()
        table = pa.Table.from_pylist([json.loads(line) for line in rows.splitlines()])
        pytest.importorskip("pyarrow.parquet").write_table(table, out)
        return out.getvalue()
    pytest.importorskip("fastwarc")
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/\r\nContent-Length: {len(http)}\r\n\r\n"
    return (head.encode() + http + b"\r\n\r\n") * 20


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.parquet", "a.warc"])
@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_gives_what_is_whole_or_says_so(tmp_path, name, share):
    data = packed(name)
    (tmp_path / name).write_bytes(data[: int(len(data) * share)])
    (tmp_path / "z.txt").write_text(TEXT)
    articles, issues = run(tmp_path)
    assert articles[-1].id == "z"
    assert issues[-1].code in ("A001", "A005") and name in issues[-1].where


def test_a_bomb_in_every_packing(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    bomb = b'{"id":"a","text":"' + bytes([120]) * 200_000_000 + b'"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(bomb, 1))
    (tmp_path / "b.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress(bomb))
    (tmp_path / "c.csv.zst").write_bytes(zstandard.ZstdCompressor().compress(b"id,text\na," + bomb))
    (tmp_path / "d.html.zst").write_bytes(zstandard.ZstdCompressor().compress(bomb))
    (tmp_path / "z.txt").write_text(TEXT)
    del bomb
    found = []
    assert peak_of(lambda: found.extend(run(tmp_path))) < 260 << 20
    assert [a.id for a in found[0]] == ["z"]
    assert [i.code for i in found[1]] == ["A008"] * 4


@pytest.mark.parametrize(
    "row",
    [
        '{"id":"a","text":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        '{"id":"a","text":' + "9" * 100_000 + "}",
        '{"id":"a","text":1e999999}',
        '{"id":"a","text":NaN}',
        '{"id":"a","text":"x","text":null}',
        '"x"',
        "\x00",
        '{"id":"a","text":"\\ud800',
    ],
)
def test_odd_json_is_an_issue_and_the_next_line_is_read(tmp_path, row):
    (tmp_path / "a.jsonl").write_text(f"{row}\n" + json.dumps({"id": "b", "text": TEXT}) + "\n")
    articles, issues = run(tmp_path)
    assert [a.id for a in articles] == ["b"]
    assert len(issues) == 1 and issues[0].where.endswith("a.jsonl:1")


def test_of_a_key_given_twice_the_last_counts(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id":"a","id":"b","text":"x","text":"' + TEXT + '"}')
    ((article,), _) = run(tmp_path)
    assert (article.id, article.text) == ("b", TEXT)


def test_numbers_of_any_size_as_metadata(tmp_path):
    rows = [f'{{"id":{n},"text":"{TEXT}"}}' for n in ("1" * 4000, "1e308", "1e999", "-0.0", "true")]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    articles, _ = run(tmp_path)
    assert all(a.id and len(a.id) <= 2000 for a in articles)
    assert len({a.id for a in articles}) == len(articles) == 5


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("utf-16-be"), None),
        (TEXT.encode("utf-32-le"), None),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], TEXT[:-1]),
        (TEXT.encode() + b" caf\xe9 \x93x\x94", "café “x”"),
        ("kafé".encode() + b"\xe9 " + TEXT.encode(), TEXT),
        (TEXT.encode() + b"\x81\x8d", TEXT),
        (TEXT.encode() + b"\x00", "\ufffd"),
        (TEXT.encode() + b"\xed\xa0\x80", TEXT),
        (TEXT.encode() + b"\xf4\x90\x80\x80", TEXT),
        (b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(), TEXT),
    ],
)
def test_every_error_of_encoding(tmp_path, data, kept):
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(TEXT)
    articles, issues = run(tmp_path)
    assert [a.id for a in articles] == (["b"] if kept is None else ["a", "b"])
    assert kept is None or kept in articles[0].text
    assert [i.code for i in issues if i.code == "A005"] == (["A005"] if kept is None else [])


@pytest.mark.skipif(sys.platform == "win32", reason="names and links are of other systems")
def test_names_and_links_that_are_odd(tmp_path):
    for name in ("a\nb.txt", "c\x1b[31m.txt", "d\r.txt", "-", "e*.txt", "[f].txt", "g:1.txt", "h" * 240 + ".txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "folder.jsonl").mkdir()
    (tmp_path / "folder.jsonl" / "i.txt").write_text(TEXT)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    articles, issues = run(tmp_path)
    assert (len(articles), issues) == (8, [])
    assert all(a.id.isprintable() for a in articles)


@pytest.mark.skipif(sys.platform == "win32", reason="links are of other systems")
def test_paths_that_can_not_be(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for path in (tmp_path / "loop.txt", "x" * 5000, "a\x00b", "", "\udcff", tmp_path / "nothing" / "**"):
        with pytest.raises(UsageError, match="no such file"):
            find_files([path])


def test_files_that_change_or_vanish_while_others_are_read(tmp_path):
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
    issues = []
    found = read_articles([tmp_path], problems=issues.append)
    assert next(found).id == "a"
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.txt").write_bytes(bytes(5000))
    assert [a.id for a in found] == ["d"]
    assert [(i.code, Path(i.where).name) for i in issues] == [("A001", "b.txt"), ("A005", "c.txt")]


def test_a_table_that_is_cut_while_it_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": TEXT * 40}) + "\n" for n in range(2000)))
    issues = []
    found = read_articles([path], problems=issues.append)
    assert next(found).id == "0"
    os.truncate(path, 50_000)
    rest = list(found)
    assert 0 < len(rest) < 1999
    assert {issue.code for issue in issues} == {"A006"}


def test_articles_of_one_id_in_many_files(tmp_path):
    for n in range(5):
        (tmp_path / f"{n}.jsonl").write_text(json.dumps({"id": "same", "text": f"{TEXT} {n}"}) * 1)
    articles, issues = run(tmp_path)
    assert [a.text[-1] for a in articles] == ["0"]
    assert [i.code for i in issues] == ["A004"] * 4


@pytest.mark.parametrize(
    "name",
    [f"a.{kind}" for kind in ["txt", "md", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc", "jsonl.gz"]],
)
def test_an_empty_file_of_every_kind(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    assert "hint" in refused(tmp_path / name)
    assert formats.known(name)
