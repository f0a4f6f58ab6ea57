"""A list of names and one of offices behind a verb → each name with the office in its place.

"A dan B dilantik sebagai Bupati dan Wakil Bupati X". Where there are more of one than of the other, nobody has any of
the offices; one that many hold at once is that of all: "A, B dan C dilantik sebagai anggota KPU X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Item, Office, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.entered import LINKS, elected, entering_verb
from kg.extraction.words.vocabulary import Vocabulary

_TWO = 2  # of a list
_DASHES = ("-", "–", "/")  # between two who stand together, and between a head and its deputy
_PASSED = frozenset({"fillers", "modality", "newness", "introductions"})  # kinds of cue between the names and the verb
_WAS = "was"


def dealt_out(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items, where each of several names has its own of several offices that are told behind a verb."""
    alone = [item for item in items if isinstance(item, Holder) and item.person is not None and not item.offices]
    at = 0 if len(alone) >= _TWO else len(items)
    while at < len(items):
        names = _listed(items, at, named=True) if isinstance(items[at], Holder) else []
        if len(names) < _TWO:
            at += 1
            continue
        at = names[-1] + 1
        if not _tied(items[names[-_TWO] + 1 : names[-1]]):
            continue
        first = _office_behind(items, at, vocabulary)
        offices = _listed(items, first, named=False) if first is not None else []
        if not offices or elected(items, offices[0]) or any(map(_sought, _holders(items, offices))):
            continue
        items = _dealt(items, names, offices)
    return items


def _dealt(items: list[Item], names: list[int], offices: list[int]) -> list[Item]:
    """The items, where the offices that stand at some positions are those of the names at others."""
    who, held = _holders(items, names), _holders(items, offices)
    between = range(names[-1] + 1, offices[0])
    verbs = [at for at in between if kind_of(items[at]) in LINKS]
    former = bool(verbs) and kind_of(items[verbs[-1]]) == _WAS
    if len(held) == len(who):
        _share_body(held)
        for person, office in zip(who, held, strict=True):
            person.offices = [replace(o, former=o.former or former) for o in office.offices]
            person.career = bool(verbs) and kind_of(items[verbs[-1]]) != "as"
    elif len(held) == 1 and any(kind_of(items[at]) == "relative" or kind_of(items[at]) == "as" for at in between):
        return items  # only the last one: "A dan B selaku Ketua X"
    elif len(held) == 1 and all(map(_of_many, held[0].offices)):
        for person in who:
            person.offices = [replace(office) for office in held[0].offices]
    else:
        untold = [Token(item.start, item.end, _form(item)) if at in verbs else item for at, item in enumerate(items)]
        return list(untold)
    who[-1].end = held[-1].end
    dropped = {*verbs, *range(offices[0], offices[-1] + 1)}
    return [item for at, item in enumerate(items) if at not in dropped]


def _share_body(held: Sequence[Holder]) -> None:
    """Give a head without a body the one of its deputy behind: "Bupati dan Wakil Bupati X"."""
    for head, deputy in pairwise(held):
        first, second = head.offices[0], deputy.offices[0]
        if second.institution is not None and first.institution is None and first.implied == second.implied:
            first.institution = replace(second.institution, borrowed=True)


def _of_many(office: Office) -> bool:
    """Whether several hold an office at once."""
    return office.plural or office.rank == "member"


def _sought(holder: Holder) -> bool:
    """Whether somebody only stands for an office."""
    return any(office.candidate for office in holder.offices)


def _listed(items: Sequence[Item], start: int, *, named: bool) -> list[int]:
    """Where the members of a list stand that begins at a position: names without an office, or offices without one."""
    found: list[int] = []
    at = start
    while at < len(items):
        item = items[at]
        if not isinstance(item, Holder) or item.for_office is not None:
            break
        if not (item.person is not None and not item.offices if named else item.person is None and item.offices):
            break
        found.append(at)
        behind = at + 1
        while behind < len(items) and (is_joint(items[behind]) or is_token(items[behind], *_DASHES)):
            behind += 1
        if behind == at + 1:
            break
        at = behind
    return found


def _tied(between: Sequence[Item]) -> bool:
    """Whether more than a comma ties the last two of a list."""
    return any(kind_of(item) == "conjunctions" or is_token(item, *_DASHES, "&") for item in between)


def _office_behind(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> int | None:
    """Where the office stands into which somebody comes by the verb behind a position; None without such a verb.

    Behind "melantik A dan B" a mere "menjadi" says it.
    """
    if at < len(items) - 1 and text_of(items[at]) in vocabulary.entering_posts and kind_of(items[at]) not in LINKS:
        return at + 1
    while at < len(items) and (is_token(items[at], ",", ")") or kind_of(items[at]) in _PASSED):
        at += 1
    at = entering_verb(items, at, vocabulary)
    linked = False
    while at < len(items) and kind_of(items[at]) in LINKS:
        linked, at = True, at + 1
    return at if linked and at < len(items) else None


def _holders(items: Sequence[Item], positions: Sequence[int]) -> list[Holder]:
    return [item for item in (items[at] for at in positions) if isinstance(item, Holder)]


def _form(item: Item) -> str:
    return item.form if isinstance(item, Cue) else ""
