"""A stored text → the stretches of it that stand for another sign, or for none.

Pages, messengers and tables that somebody scraped write them for the letters, blanks and line breaks that are meant.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_BETWEEN_WORDS = re.compile("(?<=[a-z])\u200b(?=[A-Z])|(?<=[A-Z])\u200b(?=[A-Z][a-z])")
_ENTITY = re.compile(r"&(?:amp;){0,2}(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_AMPERSANDS = re.compile("^&(?:amp;)+(?=.)")
_TAG = re.compile(
    r"<(?P<close>/?)(?:(?P<block>p|div|br|hr|li|[uod]l|dt|dd|h[1-6]|table|tbody|thead|tr|td|th|blockquote|pre|figure"
    r"|figcaption|section|article)|(?P<hidden>script|style)|a|abbr|b|big|center|cite|code|em|font|i|iframe|img|ins|mark"
    r"|s|small|span|strike|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>|<!--[^<>]*-->",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r'(?<!\b[A-Za-z]:)\\(?:r\\n|[nrt"/]|u[0-9a-f]{4})')
_ESCAPED = {"t": " ", '"': '"', "/": "/"}
_EMPHASIS = re.compile(
    r"(?<![\w*])(?<!\d )(\*{1,3})(?=[^\s*)])[^*\n]{1,300}?(?<=[^\s*(])(\1)(?![\w*])"
    r"|(?<!\w)(_)(?=[^\s_])[^_\n]{1,300}?(?<=[^\s_])(_)(?!\w)"
)
_PARTED = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(-[ \t]*\n[ \t]*)([a-z]+)\S*( ?)")  # and the blank behind the word
_OFTEN = 2  # words parted at the ends of lines; one alone may be a pair: "suami-istri"
_TYPOGRAPHY = "“”‘’„–—…•·°«»\u00a0" + "".join(map(chr, range(0xC0, 0x100)))


class OddSign(NamedTuple):
    """A stretch of the stored text, and the sign that it stands for; an empty one is not there."""

    start: int
    end: int
    sign: str


def odd_signs(stored: str) -> list[OddSign]:
    """The stretches in order; of two that overlap the first counts, of two that begin together the longer."""
    found = chain.from_iterable(find(stored) for trigger, find in _FINDERS if trigger.search(stored))
    kept: list[OddSign] = []
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            kept.append(one)
            end = one.end
    return kept


def _unseen(stored: str) -> Iterator[OddSign]:
    """Signs that nobody sees; where a line may break between two words and nothing else parts them, a blank."""
    parts = {found.start() for found in _BETWEEN_WORDS.finditer(stored)}
    for found in _UNSEEN.finditer(stored):
        yield OddSign(*found.span(), " " if found.start() in parts else "")


def _entities(stored: str) -> Iterator[OddSign]:
    """Entities of HTML, also where the ampersand was made one again."""
    for found in _ENTITY.finditer(stored):
        sign = html.unescape(_AMPERSANDS.sub("&", found[0]))
        if len(sign) == 1:
            yield OddSign(*found.span(), plain_sign(sign))


def _tags(stored: str) -> Iterator[OddSign]:
    """Tags of HTML: those that part blocks are line breaks; scripts and styles go with all that is in them."""
    tags = [*_TAG.finditer(stored)]
    closing = {name: [tag for tag in tags if tag["close"] and _hidden(tag) == name] for name in {*map(_hidden, tags)}}
    shown = 0  # where the text goes on
    for found in tags:
        if found.start() < shown:
            continue
        ends = closing[_hidden(found)] if found["hidden"] and not found["close"] else []
        at = bisect_right(ends, found.start(), key=re.Match.start)
        shown = ends[at].end() if at < len(ends) else found.end()
        yield OddSign(found.start(), shown, "\n" if found["block"] or at < len(ends) else "")


def _hidden(tag: re.Match[str]) -> str:
    """The name of a tag whose content is not shown."""
    return (tag["hidden"] or "").lower()


def _escapes(stored: str) -> Iterator[OddSign]:
    """Signs as a string of JSON has them, where it was not read as one: more than one of them."""
    escapes = [*_ESCAPE.finditer(stored)]
    for found in escapes if len(escapes) > 1 else ():
        name = found[0][1:]
        sign = chr(int(name[1:], 16)) if name[0] == "u" else _ESCAPED.get(name, "\n")
        yield OddSign(*found.span(), plain_sign(sign))


def _emphasis(stored: str) -> Iterator[OddSign]:
    """Asterisks and underscores around words."""
    for found in _EMPHASIS.finditer(stored):
        for group in (1, 2) if found[1] else (3, 4):
            yield OddSign(*found.span(group), "")


def _misread(stored: str) -> Iterator[OddSign]:
    """UTF-8 that was taken for Windows-1252 or Latin-1."""
    for found in _MISREAD.finditer(stored):
        yield OddSign(*found.span(), _MEANT[found[0]])


def _parted(stored: str) -> Iterator[OddSign]:
    """Words that a hyphen parts at the end of a line: the line ends behind the word. A word said twice keeps it."""
    words = [found for found in _PARTED.finditer(stored) if not found[3].startswith(found[1].lower())]
    if len(words) < _OFTEN:
        return
    for found in words:
        yield OddSign(*found.span(2), "")
        if found[4]:
            yield OddSign(*found.span(4), "\n")


def plain_sign(sign: str) -> str:
    """A letter, a digit or a blank in plain dress; what is no sign of a text, as a blank."""
    form = unicodedata.normalize("NFKC", sign)
    form = form if len(form) == 1 else sign
    if (form < " " and form != "\n") or "\ud800" <= form <= "\udfff":
        return " "
    return "" if _UNSEEN.match(form) else form


def _readings(sign: str) -> Iterator[str]:
    """What the bytes of a sign look like in encodings of one byte; what Windows-1252 leaves open is Latin-1."""
    data = sign.encode()
    yield data.decode("latin-1")
    yield "".join(bytes([byte]).decode("cp1252" if byte not in _OPEN else "latin-1") for byte in data)


_OPEN = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_MEANT = {reading: plain_sign(sign) for sign in _TYPOGRAPHY for reading in _readings(sign)} | {"â€": "”", "Â ": " "}
_MISREAD = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))
_FINDERS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[OddSign]]], ...] = (
    (_UNSEEN, _unseen),
    (_ENTITY, _entities),
    (_TAG, _tags),
    (_ESCAPE, _escapes),
    (re.compile(r"[*_]\w"), _emphasis),
    (re.compile("[âÃÂ]"), _misread),
    (re.compile("-[ \\t]*\n"), _parted),
)
