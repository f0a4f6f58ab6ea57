"""A paragraph's text → its sentences as spans, with abbreviations, initials, degrees and quotes minded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Span
from kg.reading.stray_stops import Titles, in_list

# A full stop (or other end) with what closes behind it, then blanks and a beginning; or, glued, a capitalised word.
_END = re.compile(  # its sign first, so that what is none is passed over fast
    r"""(?P<end>[.!?…](?<![.!?…].)[.!?…]*+["”’»)\]]*+)(?:(?P<blank>\s++)(?=["“‘«(\[]*[A-ZÀ-Þ0-9])|(?P<glued>)(?=["“]?[A-ZÀ-Þ][a-zß-ÿ]))"""
)
_OPENINGS = '(["“‘/'
_GLUE = ",-–—"
_BLANK = re.compile(r"\s*")
_NEXT = re.compile(r"[\"“‘«(\[]*([^\s,;]+)")
_INNER_DOT = re.compile(r"\w+(?:\.\s?\w+)+")
_INITIAL = re.compile(r"[A-ZÀ-Þ]")
_FUSED = re.compile(r"[A-ZÀ-Þ]{2}")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$")
_DEGREE = re.compile(r"(?:[A-Z]\. ?[A-Z][a-z]{1,5}\.?|[A-Z][A-Za-z.]{1,11})(?=[,;(]|\s[-–(]|\s*\n)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_SHORT_FORM = re.compile(r"\([A-Z][A-Za-z]{0,5}$")  # an abbreviation that has a bracket of its own: "(Purn.)"
_CLOSED = re.compile(r"[^()\n]{1,40}\)\s{0,2}[,;]")  # the rest of a bracket in a list
_LOOK_BACK = 40
_LONGEST = 3_000  # characters of a sentence
_GLUED_BEFORE = re.compile(r"(?:[a-zß-ÿ]{2,}|\d{2,}|[\"”’)])[.!?…]*$")


class Words(NamedTuple):
    """Words that a full stop may follow inside a sentence, in small letters: degrees without blanks and full stops."""

    abbreviations: frozenset[str]
    degrees: frozenset[str]
    posts: frozenset[str] = frozenset()  # of one word, before one of which another's full stop ends the sentence
    corps: frozenset[str] = frozenset()  # which a rank in front shortens: "Letkol Lek. Ani"
    joints: frozenset[str] = frozenset()  # between the members of a list
    bodies: frozenset[str] = frozenset()  # of one word, whose full stop does so too: "bersama Pemkab. Bupati Blora"


def sentences(text: str, start: int, end: int, words: Words) -> tuple[Span, ...]:
    """The sentences of `text[start:end]`, in order, without the blanks around them; none for a blank stretch."""
    found = []
    for left, right in _cuts(text, start, end, words):
        opening = _BLANK.match(text, left, right)
        left = opening.end() if opening else left
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            found.append(Span(left, right))
    return tuple(found)


def _cuts(text: str, start: int, end: int, words: Words) -> Iterator[tuple[int, int]]:
    left = start
    titles = Titles(words.abbreviations, words.degrees, words.posts, words.joints)
    for match in _END.finditer(text, start, end):
        if _behind_initials(text, left, match, words.degrees) or _in_bracket(text, left, match):
            continue
        if (
            _ends(text, left, match, words)
            and not _before_degree(text, left, match, words.degrees)
            and not (match.group("end") == "." and in_list(text, left, match.start("end"), titles))
        ):
            yield from _bounded(text, left, match.end("end"))
            left = match.end("end")
    yield from _bounded(text, left, end)


def _bounded(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """A stretch, cut at blanks where it is longer than any sentence: what reads it may look at each pair of words."""
    while right - left > _LONGEST:
        blank = text.rfind(" ", left + 1, left + _LONGEST)
        cut = blank if blank > 0 else left + _LONGEST
        yield left, cut
        left = cut
    yield left, right


def _ends(text: str, left: int, match: re.Match[str], words: Words) -> bool:
    """Whether the sign at the match ends the sentence that begins at `left`."""
    mark = match.group("end")
    stop = match.start("end")
    before = text[max(left, stop - _LOOK_BACK) : stop]
    if before[-1:] == " " and before[-2:-1].isalpha():
        before = before[:-1]  # "Drs . Ani"
    if match.group("blank") is None and (not _GLUED_BEFORE.search(before) and mark[-1] not in '"”’'):
        return False
    if mark == ".)" and _SHORT_FORM.search(before):
        return False
    if mark != ".":
        return True
    head, _, token = before.replace("\n", " ").rpartition(" ")
    glued, joint, token = _glued(token)
    head, token = head + glued + joint, token.lstrip(_OPENINGS + ".").rstrip(".")
    if not token:
        return bool(before.strip())
    return _word_ends(token, head, text, match, words)


def _glued(word: str) -> tuple[str, str, str]:
    """What a sign joins to a word without a blank, the sign, and the word: "Wijaya,S.Hub.Int.", "Hartono-Hj."."""
    sign = max(map(word.rfind, _GLUE))
    return (word[:sign], word[sign], word[sign + 1 :]) if sign >= 0 else ("", "", word)


def _in_bracket(text: str, left: int, match: re.Match[str]) -> bool:
    """Whether a full stop stands in a short bracket of its sentence: "Pabung (Letda PM. Ani Wijaya), Ketua X"."""
    stop = match.start("end")
    opened = text.rfind("(", max(left, stop - _LOOK_BACK), stop)
    if opened < 0 or match.group("end") != "." or text.find(")", opened, stop) >= 0:
        return False
    return _CLOSED.match(text, match.end("end")) is not None


def _behind_initials(text: str, left: int, match: re.Match[str], degrees: frozenset[str]) -> bool:
    """Whether a full stop is the last of initials with which a name begins: "Herman, J.H. Malonda dan Ani"."""
    stop = match.start("end")
    token = text[max(left, stop - _LOOK_BACK) : stop].rpartition(" ")[2]
    return _INITIALS.fullmatch(token) is not None and token.replace(".", "").lower() not in degrees


def _before_degree(text: str, left: int, match: re.Match[str], degrees: frozenset[str]) -> bool:
    """Whether a stray full stop parts a name from its degree: "Kompol Budi Santosa. S.I.K., menyampaikan"."""
    degree = _DEGREE.match(text, match.end())
    if degree is None or "".join(degree.group().lower().replace(".", " ").split()) not in degrees:
        return False
    stop = match.start("end")
    return text[max(left, stop - _LOOK_BACK) : stop].rpartition(" ")[2][:1].isupper()


def _word_ends(token: str, before: str, text: str, match: re.Match[str], words: Words) -> bool:
    """Whether the full stop behind this token is the sentence's, not the token's own."""
    abbreviations, following = words.abbreviations, _NEXT.match(text, match.end())
    word = following.group(1) if following else ""
    if token.lower() in abbreviations:
        heads = token.lower() in words.posts or token.lower() in words.bodies
        return heads and word.lower() in words.posts  # "para Kabag. Dandim Blora"
    if not before.strip() and _LIST_NUMBER.fullmatch(token):
        return False
    behind_rank = _FUSED.fullmatch(token) or token.lower() in words.corps
    if _INITIAL.fullmatch(token) or (behind_rank and _abbreviated(before, abbreviations)):
        return False
    if f"{token}. {word.rstrip('.')}".lower() in abbreviations:
        return False
    if _INNER_DOT.fullmatch(token):
        degree = before.rstrip().endswith((",", "."))
        return degree and "." not in word.rstrip(".") and not (len(word) <= 5 and word.endswith("."))
    return True


def _abbreviated(before: str, abbreviations: frozenset[str]) -> bool:
    """Whether a rank or an abbreviation stands in front of a word: "Kapten Inf. AK. Lubis", "AKBP FX. Wibowo"."""
    return before.rstrip().rpartition(" ")[2].rstrip(".").lower() in abbreviations
