"""Holders with their bodies → the same without the headship of a body of which the article names another as head.

"Ketua KPU X Ani Wijaya bersama anggota KPU Budi … dibuka oleh Ketua KPU, Budi membacakan doa": one body, one head.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.extraction.chunks import Holder, Office

_HEAD = "head"


def drop_rival_heads(holders: Iterable[Holder]) -> None:
    """Take a headship without the body's name from who has another post there, where somebody else is its head."""
    heads: dict[tuple[str, str], list[Holder]] = defaultdict(list)  # by post and body
    posts: set[tuple[str, str]] = set()  # person and body
    for holder in holders:
        for office in filter(_held, holder.offices) if _who(holder) else ():
            body = office.entity or ""
            if office.rank != _HEAD:
                posts.add((_who(holder), body))
            elif not office.acting:
                heads[office.words.casefold(), body].append(holder)
    for (words, body), who in heads.items():
        people = {_who(holder) for holder in who}
        if len(people) > 1:
            named = {_who(holder) for holder in who if _names(holder, words)}
            rivals = {person for person in people - named if (person, body) in posts}
            if rivals != people:
                _drop((holder for holder in who if _who(holder) in rivals), words, body)


def _drop(rivals: Iterable[Holder], words: str, body: str) -> None:
    """Take an office at a body from some people."""
    for holder in rivals:
        holder.offices = [o for o in holder.offices if (o.words.casefold(), o.entity) != (words, body) or not _held(o)]


def _who(holder: Holder) -> str:
    """The key of the person of the article who is named in a holder; none where nobody is."""
    return (holder.person.entity or "") if holder.person is not None else ""


def _held(office: Office) -> bool:
    return office.entity is not None and not (office.former or office.to_come or office.candidate or office.adherent)


def _names(holder: Holder, words: str) -> bool:
    """Whether the body that a person heads stands there by its name."""
    offices = (office for office in holder.offices if office.words.casefold() == words)
    return any(office.institution is not None and bool(office.institution.name) for office in offices)
