"""Messages between the server and its workers: a JSON object and some bytes, each behind its length."""

from __future__ import annotations

import asyncio
import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct("!II")
Frame = tuple[dict[str, Any], bytes]


def pack(message: dict[str, Any], body: bytes = b"") -> bytes:
    head = json.dumps(message).encode()
    return _LENGTHS.pack(len(head), len(body)) + head + body


def read(file: BinaryIO) -> Frame | None:
    """The next message; None at the end."""
    lengths = file.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(file.read(head)), file.read(body)


async def receive(reader: asyncio.StreamReader) -> Frame:
    """The next message. Raises asyncio.IncompleteReadError when the other side has ended."""
    head, body = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
    return json.loads(await reader.readexactly(head)), await reader.readexactly(body)
