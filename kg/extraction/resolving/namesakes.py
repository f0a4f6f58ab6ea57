"""Namings of an article → which of those with the same full name are of different people.

One list names nobody twice, and nobody is a police officer and a soldier, or chairs an election supervisor and heads a
district. All else that bears one name in an article is one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extraction.chunks import Holder, Office, is_joint
from kg.extraction.resolving.namings import Naming
from kg.extraction.resolving.ranks_and_posts import Ranks
from kg.extraction.words.vocabulary import Vocabulary

_FULL = 2  # words of a full name
_MANY = 8  # people of one name that are told apart
_HELD = ("head", "deputy", "member")  # ranks of offices; staff may be lent from elsewhere


@dataclass(frozen=True, slots=True)
class _Bearer:
    naming: Naming
    rank: str | None
    careers: frozenset[str]


def namesakes(
    named: Iterable[Naming], sounds: Callable[[str], tuple[str, ...]], ranks: Ranks, vocabulary: Vocabulary
) -> dict[int, int]:
    """The number of its bearer for each naming, by its person's identity, where several people bear one full name.

    Those that could be any of them are left out.
    """
    same: dict[tuple[str, ...], list[Naming]] = defaultdict(list)
    for naming in named:
        if naming.office or naming.person.rank:
            same[sounds(naming.person.name)].append(naming)
    numbers: dict[int, int] = {}
    for parts, namings in same.items():
        if len(parts) < _FULL or len(namings) < 2:
            continue
        bearers = _divided([_bearer(naming, vocabulary) for naming in namings], ranks)
        if len(bearers) > 1:
            numbers |= {id(b.naming.person): number for number, group in enumerate(bearers) for b in group}
    return numbers


def _divided(namings: list[_Bearer], ranks: Ranks) -> list[list[_Bearer]]:
    """Those of each person, in the order in which they come up; one that fits several is of none."""
    groups: list[list[_Bearer]] = []
    for naming in namings:
        fitting = [group for group in groups if not any(_apart(naming, other, ranks) for other in group[:_MANY])]
        if not fitting and len(groups) < _MANY:
            groups.append([naming])
        elif len(fitting) == 1:
            fitting[0].append(naming)
    return groups


def _bearer(naming: Naming, vocabulary: Vocabulary) -> _Bearer:
    holder = naming.items[naming.index]
    offices = holder.offices if isinstance(holder, Holder) else []
    careers = {vocabulary.careers.get(_class_of(office, vocabulary) or "") for office in offices if _holds(office)}
    return _Bearer(naming, naming.person.rank, frozenset(filter(None, careers)))


def _holds(office: Office) -> bool:
    """Whether somebody holds an office, fully and now."""
    only = office.former or office.candidate or office.adherent or office.acting is not None
    return office.rank in _HELD and office.served is None and not only


def _class_of(office: Office, vocabulary: Vocabulary) -> str | None:
    types = (office.institution.type,) if office.institution is not None else office.implied[:1]
    return next(map(vocabulary.class_of, types), None)


def _apart(one: _Bearer, other: _Bearer, ranks: Ranks) -> bool:
    """Whether two namings can't be of one person."""
    if _in_one_list(one.naming, other.naming) or ranks.differ(one.rank, [other.rank] if other.rank else []):
        return True
    return bool(one.careers and other.careers) and one.careers.isdisjoint(other.careers)


def _in_one_list(one: Naming, other: Naming) -> bool:
    """Whether two namings are members of one list: between them are other members, commas and conjunctions alone."""
    if one.items is not other.items:
        return False
    first, last = sorted((one.index, other.index))
    between = one.items[first + 1 : last]
    joined = any(map(is_joint, between))
    return joined and all(isinstance(item, Holder) or is_joint(item) for item in between)
