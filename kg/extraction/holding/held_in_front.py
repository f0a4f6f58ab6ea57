"""An office with a name on either side → whether it is that of the name in front: "Ani, Ketua X, Budi, Ketua Y".

In come the items in front of an office and the chunks from the name behind its comma on; out comes yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence

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

_LEFTWARD = frozenset({"plural", "as", "appointed", "moves", "was"})  # before an office: behind its comma is another
_EITHER = ("as", "appointed", "was")  # of these, those that tell of the one behind where nobody is named in front
_FAR = 60  # chunks of a list
_IS = "copula"  # the concept of words that say what somebody is


def held_in_front(items: Sequence[Item], office: Office, before: str, chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether an office behind some items and a kind of cue, `before`, is not that of the person behind its comma."""
    return (
        _leftward(before, items)
        or _bracketed(items)
        or _right_behind(items, office)
        or _named_before(items, chunks, person_at)
        or _right_behind_name(items, chunks, person_at)
        or _same_in_bracket(office, chunks, person_at)
    )


def _leftward(before: str, items: Sequence[Item]) -> bool:
    """Whether a word in front of an office keeps it from the name behind its comma: "Ani sebagai Ketua X, Budi".

    Where nobody is named in front, "as" tells of the one behind: "Usai dilantik sebagai Ketua X, Ani". "Is" tells of
    whom it follows at once: "Ani adalah Ketua X, Budi", but "Pembaca doa adalah Ketua X, Budi".
    """
    if items and isinstance(items[-1], Cue) and items[-1].concept == _IS:
        name = next((item for item in reversed(items[:-1]) if not isinstance(item, Token) or item.word), None)
        return isinstance(name, Holder) and name.person is not None
    before_it = [item for item in items if isinstance(item, Holder)]
    named = bool(before_it) if before == "appointed" else any(holder.person is not None for holder in before_it)
    return before in _LEFTWARD and (before not in _EITHER or named)


def _bracketed(items: Sequence[Item]) -> bool:
    """Whether an office stands in the bracket that a name opens, which need not be closed: "Ani (Camat X, Budi"."""
    name = items[-2] if len(items) > 1 and is_token(items[-1], "(") else None
    return isinstance(name, Holder) and name.person is not None and not name.offices


def _named_before(items: Sequence[Item], chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether an office in a list is of the name in front of it: "A, Ketua X, B, Ketua Y", "A, Lurah, B PPK".

    The name behind it has an office or a body of its own, and the one in front, the first or told so too, has none.
    """
    person, behind = chunks[person_at], chunks[person_at + 1 : person_at + 3]
    if isinstance(chunks[person_at - 2], Place) and _bare_name(items):
        return True  # "A, Camat X, Kabupaten Y, B"
    comma = len(behind) == 2 and is_token(behind[0], ",") and isinstance(behind[1], Office)
    own = comma or (bool(behind) and (isinstance(behind[0], Institution | Office) or kind_of(behind[0]) == "as"))
    if not own or not _bare_name(items):
        return False
    if isinstance(person, Person) and person.rank:
        return _ends_with_office(chunks, person_at)
    if _before_others(chunks, person_at):
        return False
    member = len(items) > 3 and is_joint(items[-3]) and isinstance(items[-4], Holder)
    return not member or (isinstance(items[-4], Holder) and items[-4].person is None and bool(items[-4].offices))


def _ends_with_office(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a list in which names and offices take turns ends with an office: "A, Camat X, AKP B, Kapolsek X."."""
    named = False  # whether a name stands last
    for at in range(index, min(len(chunks), index + _FAR)):
        chunk = chunks[at]
        if isinstance(chunk, Person | Office):
            if named == isinstance(chunk, Person) or (not named and at > index and not is_joint(chunks[at - 1])):
                return False  # two of a kind, or "Kapolsek X AKP B"
            named = not named
        elif not is_joint(chunk) or (named and not is_token(chunk, ",")):
            break
    return not named


def _before_others(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether offices in a list stand in front of their names: it ends with one, and later ones of its sentence do so.

    "Hadir A, Ketua X, B, Camat Y, C, sejumlah pejabat, Kapolres Z, AKP D": A holds nothing.
    """
    named, taken = False, index  # whether a name stands last, and where
    for at in range(index, min(len(chunks), index + _FAR)):
        chunk = chunks[at]
        if isinstance(chunk, Person | Office) and named != isinstance(chunk, Person):
            named, taken = isinstance(chunk, Person), at
        elif not is_token(chunk, ","):
            break
    if not named or taken == index:
        return False
    later = range(taken + 1, min(len(chunks), taken + _FAR) - 2)
    return any(
        isinstance(chunks[at], Office)
        and is_token(chunks[at + 1], ",")
        and isinstance(chunks[at + 2], Person)
        and not isinstance(chunks[at - 2], Person)
        for at in later
    )


def _right_behind(items: Sequence[Item], office: Office) -> bool:
    """Whether an office stands right behind a full name without one: "Pak Ani Wijaya Ketua X, Pak Budi Ketua Y"."""
    name = items[-1] if items else None
    if not isinstance(name, Holder) or name.person is None or name.offices:
        return False
    return name.person.sure or (" " in name.person.name and office.institution is not None)


def _right_behind_name(items: Sequence[Item], chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether an office, and that of the name behind its comma, too, follow a name at once: "A Lurah X, B Camat Y"."""
    name = items[-1] if items else None
    alone = isinstance(name, Holder) and name.person is not None and not name.offices
    return alone and person_at + 1 < len(chunks) and isinstance(chunks[person_at + 1], Office)


def _same_in_bracket(office: Office, chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether a bracket behind a name gives it the same post at another body: "…, Bupati X, Ani (Bupati Y)"."""
    sign, own = (*chunks[person_at + 1 : person_at + 3], None, None)[:2]
    other = isinstance(own, Office) and is_token(sign, "(") and own.role == office.role
    return other and isinstance(own, Office) and own.institution != office.institution


def _bare_name(items: Sequence[Item]) -> bool:
    """Whether a person without an office stands last, in front of a comma."""
    name = items[-2] if len(items) > 1 and is_token(items[-1], ",") else None
    return isinstance(name, Holder) and name.person is not None and not name.offices
