"""Bytes → text as it stands, with what had to be guessed or replaced."""

from __future__ import annotations

import codecs
import re

from kg.model import Issue
from kg.reading.problems import BadInputError, Problems

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text, and the encoding's name when it is not UTF-8. Newlines and everything else stay as they are."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), None if name == "utf-8" else name[:6]
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: control signs abound in the first part."""
    if data.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    head = data[:8192]
    return len(_BINARY.findall(head)) * 50 > len(head)


def storable(text: str) -> tuple[str, int]:
    """The text with signs that no file can hold (NUL, half a surrogate pair) replaced one for one, and how many."""
    return (text, 0) if text.isprintable() else _UNSTORABLE.subn("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, without control signs."""
    shown = text if text.isprintable() else _CONTROLS.sub(" ", storable(text)[0])
    return " ".join(shown.split())


def text_of(data: bytes, where: str, problems: Problems) -> str:
    """The bytes as text, telling what was guessed or replaced. Raises BadInputError for what is no text."""
    if is_binary(data):
        raise BadInputError(
            "A005",
            "a binary file, not text",
            where=where,
            hint="give .txt, .md, .html, .mhtml, .jsonl, .json, .csv, .tsv, .parquet or .warc",
        )
    text, encoding = decoded(data)
    if encoding:
        problems(Issue("A002", f"not UTF-8: read as {encoding}", where, "save it as UTF-8 if letters look wrong"))
    text, replaced = storable(text)
    tell_replaced(replaced, where, problems)
    return text


def tell_replaced(count: int, where: str, problems: Problems) -> None:
    """Tell that signs of a text were replaced."""
    if count:
        problems(
            Issue(
                "A010",
                f"{count} characters that no file can hold were replaced by U+FFFD",
                where,
                "check how the text was saved",
            )
        )
