"""Inputs that are packed or binary: gzip, zstd, Parquet, WARC; how to change what is in them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from random import Random
from typing import Any

from tests.fuzz.material import news
from tests.fuzz.mutation import changed_value, text_changes
from tests.fuzz.samples import page, rows


def zst(data: bytes) -> bytes:
    import zstandard

    return bytes(zstandard.ZstdCompressor(level=1).compress(data))


def unzst(data: bytes) -> bytes:
    import zstandard

    with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)) as reader:
        return bytes(reader.read(1 << 20))


def ungz(data: bytes) -> bytes:
    with gzip.open(io.BytesIO(data)) as file:
        return file.read(1 << 20)


def parquet(given: Sequence[Any]) -> bytes:
    import pyarrow as pa

    return _written(pa.Table.from_pylist(list(given)))


def _written(table: Any) -> bytes:
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def change_parquet(data: bytes, random: Random) -> bytes:
    """Other rows, another type of column, or other bytes."""
    chance = random.random()
    if chance < 0.4:
        return text_changes(("PAR1", "text", "\x15"))(data, random)
    try:
        return _odd_column(random) if chance < 0.6 else _other_rows(random)
    except Exception:  # noqa: BLE001 - pyarrow can't hold such values
        return data


def _other_rows(random: Random) -> bytes:
    changed: Any = rows()[: random.randint(1, 4)]
    for _ in range(random.randint(1, 4)):
        changed = changed_value(changed, random)
    return parquet(changed)


def _odd_column(random: Random) -> bytes:
    """A column of any type whose bytes are random: days that are none, text that is no UTF-8."""
    import pyarrow as pa

    kinds = {
        pa.date32(): 4, pa.date64(): 8, pa.timestamp("ns"): 8, pa.timestamp("s", "Mars/X"): 8, pa.int64(): 8,
        pa.timestamp("us", "UTC"): 8, pa.decimal128(5, 2): 16, pa.time64("us"): 8, pa.float64(): 8, pa.binary(4): 4,
    }  # fmt: skip
    kind = random.choice(list(kinds))
    noise = bytes(random.randrange(256) for _ in range(48))
    column = pa.Array.from_buffers(kind, 3, [None, pa.py_buffer(noise[: 3 * kinds[kind]])])
    if random.random() < 0.4:
        offsets = pa.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, 9, 18, 40)))
        column = pa.Array.from_buffers(pa.string(), 3, [None, offsets, pa.py_buffer(noise)])
    table = pa.table({random.choice(("text", "title", "id", "published")): column})
    if random.random() < 0.8:
        table = table.append_column("text", pa.array(["x", "y", "z"]))
    return _written(table)


def archives() -> list[bytes]:
    found = []
    for extra in ("", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"):
        body = page(news(Random(3), 300)).encode()
        if "gzip" in extra:
            body = gzip.compress(body)
        if "chunked" in extra:
            body = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + extra.encode() + b"\r\n" + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\n"
            "WARC-Date: 2024-03-05T01:02:03Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        found.append(head.encode() + http + b"\r\n\r\n")
    return [*found, found[0] + found[1], gzip.compress(found[0])]
