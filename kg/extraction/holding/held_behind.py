"""Behind an office → the person who is named as its holder, over a comma, a colon, a dash or an introduction.

In come the chunks of a sentence and a position; out comes the position of the name, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunking.joined import BETWEEN
from kg.extraction.chunking.places import CONSTITUENCY
from kg.extraction.chunks import (
    Chunk,
    Cue,
    Holder,
    Institution,
    Item,
    Office,
    Person,
    Place,
    Token,
    is_joint,
    is_token,
    kind_of,
)

_BESIDE = ("cue-courtesy", "cue-local")  # the concepts of words such as "Mr" in front of a name, and "of the place"

_FROM = ("fillers", "affiliations")
_OPEN = "("


def person_behind(chunks: Sequence[Chunk], index: int) -> int | None:
    """The chunk that names the holder of an office before it, over a comma, a colon or an introduction."""
    at = _behind_regions(chunks, _behind_constituency(chunks, index))
    while at < len(chunks) and (isinstance(chunks[at], Place) or _between(chunks[at]) or _where(chunks, at)):
        at += 1
    at = _behind_higher_region(chunks, at)
    at += at + 1 < len(chunks) and chunks[at + 1].start == chunks[at].start and _introduces(chunks[at + 1])
    if at < len(chunks) and (is_token(chunks[at], ",", ":") or _introduces(chunks[at]) or _dash(chunks, at)):
        at += 1
        if at < len(chunks) and _introduces(chunks[at]):
            at += 1
        if at < len(chunks) and introduced(chunks, at) and is_token(chunks[at], ",", ":"):
            at += 1  # "anggota yaitu, Ani"
    if at < len(chunks) and isinstance(chunks[at], Person):
        return at + 1 if at == index and _before_rank(chunks, at) else at
    return None


def _before_rank(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word read as a name is a place no list has: a rank follows at once, "Dandim 0700 Nowhere Letkol X"."""
    word, person = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    ranked = isinstance(person, Person) and person.rank is not None
    return ranked and isinstance(word, Person) and not word.sure and " " not in word.name


def _behind_constituency(chunks: Sequence[Chunk], index: int) -> int:
    """Behind the constituency of who is elected: "Anggota DPRD X dari Dapil III, Ani Wijaya"; else the same place."""
    office, at = chunks[index - 1] if index else None, index
    if not isinstance(office, Office) or not (office.rank == "member" or office.candidate):
        return index
    while at < len(chunks) and kind_of(chunks[at]) in _FROM:
        at += 1
    where = chunks[at] if at < len(chunks) else None
    constituency = isinstance(where, Cue) and where.concept == CONSTITUENCY
    several = isinstance(where, Place) and at + 1 < len(chunks) and is_token(chunks[at + 1], "-", "–")
    if not (constituency or several or (isinstance(where, Place) and at > index)):
        return index
    at += 1
    while at < len(chunks) and (isinstance(chunks[at], Place) or _part_of_region(chunks[at])):
        at += 1
    return at


def _behind_regions(chunks: Sequence[Chunk], index: int) -> int:
    """Behind the list of the regions for which who serves a higher body stands: "Korwil Wilayah A, B dan C Ani".

    The name follows at once behind the last, in front of which is a conjunction; else the same place.
    """
    office, at = chunks[index - 1] if index else None, index
    if not isinstance(office, Office) or office.rank != "staff":
        return index
    tied = False
    while at < len(chunks) and (isinstance(chunks[at], Place) or is_joint(chunks[at]) or _where(chunks, at)):
        tied = tied or kind_of(chunks[at]) == "conjunctions"
        at += 1
    listed = tied and at < len(chunks) and isinstance(chunks[at - 1], Place)
    return at if listed and isinstance(chunks[at], Person) else index


def _behind_higher_region(chunks: Sequence[Chunk], at: int) -> int:
    """Behind the region that another one lies in, between commas: "Kepala Desa Y, Kecamatan X, Ani"; else the place."""
    inserted = at > 0 and at + 2 < len(chunks) and is_token(chunks[at], ",") and is_token(chunks[at + 2], ",")
    region = chunks[at + 1] if inserted else None
    return at + 2 if isinstance(region, Place) and isinstance(chunks[at - 1], Office) else at


def _part_of_region(chunk: Chunk) -> bool:
    """Whether a word may stand in the name of a constituency: its number, or what joins its regions."""
    return is_token(chunk, "-", "–") or kind_of(chunk) == "conjunctions" or (isinstance(chunk, Token) and chunk.numeral)


def behind_semicolon(chunks: Sequence[Chunk], at: int, items: Sequence[Item]) -> int | None:
    """The holder of an office where commas part the members of a list: "Ketua KPU; Ani, Sekda; Budi".

    An office that stands behind a name is that one's: "Ani, Ketua KPU; Budi, Sekda".
    """
    name = items[-2] if len(items) > 1 and is_token(items[-1], ",", _OPEN) else None
    if (items and kind_of(items[-1]) == "as") or (isinstance(name, Holder) and name.person and not name.offices):
        return None
    if at + 2 > len(chunks) or not is_token(chunks[at], ";") or not isinstance(chunks[at + 1], Person):
        return None
    closed = at + 2 == len(chunks) or is_token(chunks[at + 2], ",", ".") or kind_of(chunks[at + 2]) == "conjunctions"
    return at + 1 if closed and not any(is_token(item, ";") for item in items) else None


def _dash(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a dash or stroke with blanks around it stands between two chunks: "Ketua KPU X – Ani Wijaya"."""
    if not is_token(chunks[at], "-", "–", "—", "/") or not 0 < at < len(chunks) - 1:
        return False
    return chunks[at - 1].end < chunks[at].start and chunks[at].end < chunks[at + 1].start


def _between(chunk: Chunk) -> bool:
    """Whether a word may stand between an office and its holder: "Ketua baru", "Ketua KPU bapak Budi"."""
    return isinstance(chunk, Cue) and (chunk.kind in BETWEEN or chunk.concept in _BESIDE)


def _where(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word tells of which place the holder is: "Pabung wilayah Kabupaten X, Mayor Y"."""
    return kind_of(chunks[at]) == "venue-words" and isinstance(chunks[min(at + 1, len(chunks) - 1)], Place)


def comes_from(chunks: Sequence[Chunk], index: int) -> tuple[Institution | None, int]:
    """The named body that somebody comes from, told right behind the name, and the place behind it."""
    at = index
    while at < len(chunks) and kind_of(chunks[at]) in _FROM:
        at += 1
    body = chunks[at] if at < len(chunks) and kind_of(chunks[at - 1]) == "affiliations" else None
    named = isinstance(body, Institution) and (body.name or body.fixed) and at > index
    return (body, at + 1) if named and isinstance(body, Institution) else (None, index)


def introduced(chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether what stands in front of a place says that names come: "yaitu", "yaitu," or a colon."""
    at = person_at - 1
    at -= at > 0 and is_token(chunks[at], ",") and _introduces(chunks[at - 1])
    return at >= 0 and (_introduces(chunks[at]) or is_token(chunks[at], ":"))


def _introduces(chunk: Chunk) -> bool:
    return isinstance(chunk, Cue) and chunk.kind == "introductions"
