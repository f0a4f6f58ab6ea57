"""An office, a clause about its holder and the name behind it → one holder: "Ketua X, yang hadir di Y, Ani, berkata".

The clause is a relative one, or one of time, that a comma closes; behind the name is told what she says or does.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Item, Token, is_token, kind_of

_LONGEST = 14  # items of the clause
_AHEAD = 4  # items in front of the office
_TWO = 2  # items of "Namun,"
_OPEN = ("relative", "while")  # kinds of cue that open a clause
_LITTLE = frozenset({"fillers", "conjunctions", "date"})  # kinds of cue there
_DOES = frozenset({"cues", "speech"})
_OTHERS = frozenset({"delegation", "negation"})  # kinds of cue of a clause that is about somebody else


def over_clauses(items: list[Item]) -> list[Item]:
    """Give the office that opens a sentence the name that stands behind a clause about its holder."""
    at = next((at for at, item in enumerate(items[: _AHEAD + 1]) if isinstance(item, Holder)), None)
    office = items[at] if at is not None else None
    if at is None or not isinstance(office, Holder) or office.person is not None or not office.offices:
        return items
    little = all(isinstance(item, Token) or kind_of(item) in _LITTLE for item in items[:at])
    if not little and not (kind_of(items[0]) == "clause-breaks" and at == _TWO and is_token(items[1], ",")):
        return items
    name_at = _name(items, at)
    name = items[name_at] if name_at is not None else None
    if name_at is None or not isinstance(name, Holder):
        return items
    office.person = name.person
    return [*items[:name_at], *items[name_at + 1 :]]


def _name(items: Sequence[Item], at: int) -> int | None:
    """Where a full name stands behind a clause that begins behind an office, and a comma."""
    begin = at + 1 + (at + 1 < len(items) and is_token(items[at + 1], ","))
    if begin >= len(items) or kind_of(items[begin]) not in _OPEN:
        return None
    for index in range(begin + 1, min(len(items) - 1, begin + _LONGEST)):
        item = items[index]
        if kind_of(item) in _OTHERS or is_token(item, ".", ";", ":"):
            return None
        if isinstance(item, Holder) and (item.person is not None or item.offices):
            full = item.person is not None and not item.offices and " " in item.person.name
            return index if full and is_token(items[index - 1], ",") and _does(items, index + 1) else None
    return None


def _does(items: Sequence[Item], at: int) -> bool:
    """Whether somebody says or does something here, behind a comma or at once."""
    at += at < len(items) and is_token(items[at], ",")
    return at < len(items) and kind_of(items[at]) in _DOES
