"""Holders of a sentence → a person joined with the office that is said behind her, or an office with a bracketed name.

"X, Kapolres Y,", "X selaku Ketua Z", "X (Camat Y)", "Camat Y (X)".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Item, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.entered import (
    CAREERS,
    LINKS,
    WAS,
    dismissed,
    elected,
    entering_verb,
    leaves,
    left,
    still_held,
    tells_of_before,
)
from kg.extraction.holding.envoys import represents
from kg.extraction.holding.right_behind import closed, gives, in_full, says_who
from kg.extraction.words.vocabulary import Vocabulary

_ON = ("moves-on", "to-take")  # the concepts of verbs by which somebody goes on to an office elsewhere
_TELLING = frozenset({"event", "cues"})  # kinds of cue
_DOING = frozenset({"cues", "speech"})  # kinds of cue
_OPEN, _CLOSE = "(", ")"
_TWO = 2  # holders: one who is said to be the other


def appositions(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """Join a person with an office that is said behind: "X, Kapolres Y,", "X selaku Ketua Z", "X (Camat Y)".

    One that nobody is named for may be a former one all the same: "Ia pernah menjabat Kapolres Y".
    """
    if Holder not in map(type, items):
        return items
    _mark_unnamed(items, vocabulary)
    if list(map(type, items)).count(Holder) < _TWO:
        return items
    before = tells_of_before(items, vocabulary)
    result: list[Item] = []
    index, listed, paired = 0, False, _names_with_offices(items)
    while index < len(items):
        item = items[index]
        result.append(item)
        index += 1
        if not isinstance(item, Holder):
            listed = listed and is_joint(item)
            continue
        if item.person is None:
            listed, index = False, _name_in_brackets(items, index, item)
            continue
        alone = not item.offices
        at_once = index - 1 in paired
        while True:
            behind = _office_said_behind(items, index, item, vocabulary, listed=listed, at_once=at_once)
            if behind is None:
                break
            result += [other for other in items[index:behind] if _stays(other)]
            if before and item.career:
                item.offices[-1].former = True
            index = _behind_others(items, behind, item, vocabulary)
        listed = alone and bool(item.offices)
    return result


def _names_with_offices(items: Sequence[Item]) -> set[int]:
    """Where names stand whose office follows at once: in a list of such, or behind a verb: "dibuka Ani Ketua X"."""
    found: set[int] = set()
    if not any(isinstance(item, Holder) and item.person is None and item.offices for item in items):
        return found
    index = 0
    while index < len(items) - 1:
        run = [index] if _with_office(items, index) else []
        at = index + 1
        while run and _with_office(items, at := _behind_joints(items, run[-1] + _TWO)):
            run.append(at)
        joined = bool(found and run) and is_joint(items[index - 1])
        if len(run) >= _TWO or (run and (joined or _behind_verb(items, index)) and _at_named_body(items, index)):
            found.update(run)
        index = run[-1] + _TWO if run else index + 1
    return found


def _with_office(items: Sequence[Item], at: int) -> bool:
    """Whether a name without an office, and an office without a name right behind it, stand at a position."""
    name = items[at] if at + 1 < len(items) else None
    if not isinstance(name, Holder) or name.person is None or name.offices:
        return False
    office = items[at + 1]
    return (
        isinstance(office, Holder)
        and office.person is None
        and bool(office.offices)
        and not office.offices[0].candidate
    )


def _behind_joints(items: Sequence[Item], at: int) -> int:
    """Behind the comma, the conjunction or both that stand at a position; past the end where neither does."""
    start = at
    while at < len(items) and is_joint(items[at]):
        at += 1
    return at if at > start else len(items)


def _behind_verb(items: Sequence[Item], at: int) -> bool:
    """Whether what somebody does or says is told right in front of a position: "dihadiri Ani Camat X"."""
    return at > 0 and kind_of(items[at - 1]) in _DOING


def _at_named_body(items: Sequence[Item], at: int) -> bool:
    """Whether the office behind a name is at a body that is named."""
    office = items[at + 1]
    body = office.offices[0].institution if isinstance(office, Holder) else None
    return body is not None and bool(body.name)


def _stays(item: Item) -> bool:
    """Whether an item between a person and her office says more than that she holds it: a body, or a swearing-in."""
    return (isinstance(item, Holder) and item.institution is not None) or kind_of(item) in _TELLING


def _name_in_brackets(items: Sequence[Item], index: int, holder: Holder) -> int:
    """Give an office the full name in the bracket behind it, "Camat Y (X)"; the place behind that, or `index`."""
    if not holder.offices or index + 2 >= len(items):
        return index
    opened, name, closed = items[index : index + 3]
    person = name.person if isinstance(name, Holder) and not name.offices else None
    if not (is_token(opened, _OPEN) and is_token(closed, _CLOSE)) or person is None:
        return index
    if not (person.sure or " " in person.name):
        return index
    if index > 1 and represents(items[index - 2]) and not (index > _TWO and isinstance(items[index - 3], Holder)):
        return index  # "Hadir yang mewakili Camat Y (X)": who is named came instead
    holder.person, holder.end = person, person.full_end
    return index + 3


def _office_said_behind(
    items: Sequence[Item], index: int, holder: Holder, vocabulary: Vocabulary, *, listed: bool, at_once: bool
) -> int | None:
    """Give a person the office that is said behind a position; the place behind it, or None where none is said.

    In a list whose member before was `listed` so, the next may follow at once: "A, Ketua X, B, Ketua Y dan C, Ketua Z".
    """
    at, linked = entering_verb(items, _behind_body_of(items, index), vocabulary), False
    if not holder.offices and _stroke(items, at):
        linked, at = True, at + 1
    while at < len(items) and (is_token(items[at], ",", _OPEN) or kind_of(items[at]) in LINKS):
        linked = linked or kind_of(items[at]) in LINKS or is_token(items[at], _OPEN)
        at += 1
    following = items[at] if at < len(items) else None
    if not isinstance(following, Holder) or following.person or not following.offices or elected(items, at):
        return None
    if _of_the_next(items, index, at) or (not linked and gives(items, index - 1, at, vocabulary)):
        return None
    for office in following.offices if _sought_with_next(items, at) else ():
        office.institution, office.implied, office.candidate = None, (), True
    link = kind_of(items[at - 1])
    for office in holder.offices if link == "moves" else ():
        office.former = True
    _mark(following, items[at - 1])
    full = at == index and not holder.offices and (at_once or in_full(holder, following))
    if at == index and not (full or says_who(items, at, holder, following)):
        return None
    paired = not holder.offices and _next_alike(items, at)
    if not linked and not holder.offices and _of_many_in_list(items, at):
        return None
    alone = not holder.offices or (all(office.former for office in following.offices) and not listed)
    if not (linked or full or paired or (alone and closed(items, at)) or (not holder.offices and listed)):
        return None
    gone = at > index and (leaves(items[at - 1]) or dismissed(items, index - 1, at - 1, vocabulary))
    still = gone and still_held(items, index - 1, at - 1, vocabulary)
    offices = left(holder, following.offices, still=still) if gone else [*holder.offices, *following.offices]
    holder.offices, holder.end = offices, following.end
    holder.career = holder.career or (link in CAREERS and not still)
    closing = at + 1 < len(items) and is_token(items[at + 1], _CLOSE)
    return at + 1 + closing


def _mark(holder: Holder, verb: Item) -> None:
    """Make the offices of a holder former ones, or ones to come, where a verb in front of them says so."""
    for office in holder.offices:
        office.former = office.former or kind_of(verb) == WAS
        office.to_come = office.to_come or (isinstance(verb, Cue) and verb.concept in _ON)
        if office.institution is not None and (office.to_come or kind_of(verb) == WAS):
            office.institution.elsewhere = True


def _mark_unnamed(items: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Mark the offices for which nobody is named, behind a verb of which somebody else is the subject."""
    for at, (verb, item) in enumerate(pairwise(items), start=1):
        if isinstance(item, Holder) and item.person is None and kind_of(verb) in CAREERS:
            _mark(item, verb)
            _behind_others(items, at + 1, item, vocabulary)


def _behind_others(items: Sequence[Item], at: int, holder: Holder, vocabulary: Vocabulary) -> int:
    """Behind the other offices of a list of former ones, or of ones to come, which are a person's as well."""
    last = holder.offices[-1] if holder.offices else None
    if last is None or not (last.former or last.to_come):
        return at
    while (behind := _behind_joints(items, at)) < len(items):
        following = items[behind]
        if not isinstance(following, Holder) or following.person is not None or not following.offices:
            break
        verb = items[behind + 1] if behind + 1 < len(items) else None
        if kind_of(verb) in _DOING or (verb is not None and text_of(verb) in vocabulary.succeeded_by):
            break  # who does something now: "X, mantan Camat Y, dan Lurah Z memimpin apel"
        for office in following.offices:
            office.former, office.to_come = last.former, last.to_come
        if holder.person is not None:
            holder.offices = [*holder.offices, *following.offices]
        at = behind + 1
    return at


def _stroke(items: Sequence[Item], at: int) -> bool:
    """Whether a stroke, or a dash with blanks around it, parts a name from an office: "Ani Wijaya / Camat X"."""
    if not 0 < at < len(items) - 1 or not is_token(items[at], "/", "-", "–", "—"):
        return False
    return is_token(items[at], "/") or items[at - 1].end < items[at].start < items[at + 1].start - 1


def _of_many_in_list(items: Sequence[Item], at: int) -> bool:
    """Whether an office that many hold, at no body, is a member of a list of such: "Pastor Ani, Babinsa, Ketua RT"."""
    office, comma, other = (*items[at : at + 3], None, None)[:3]
    if not isinstance(office, Holder) or not isinstance(other, Holder) or comma is None or not is_joint(comma):
        return False
    bare = all(held.plural and held.institution is None for held in office.offices)
    return bare and other.person is None and bool(other.offices)


def _next_alike(items: Sequence[Item], at: int) -> bool:
    """Whether a conjunction joins another name with its office behind: "A, Ketua X dan B, Ketua Y"."""
    joint, name, comma, office = items[at + 1 : at + 5] if at + 4 < len(items) else (None, None, None, None)
    if kind_of(joint) != "conjunctions" or not isinstance(name, Holder) or not isinstance(office, Holder):
        return False
    alone = name.person is not None and not name.offices
    return alone and comma is not None and is_token(comma, ",") and office.person is None and bool(office.offices)


def _of_the_next(items: Sequence[Item], index: int, at: int) -> bool:
    """Whether the next one is represented who holds an office: "Bupati X diwakili A, Ketua Y diwakili B"."""
    return _stands_in(items[:index]) and at + 1 < len(items) and kind_of(items[at + 1]) == "delegation"


def _stands_in(items: Sequence[Item]) -> bool:
    """Whether the last of some items is a person whom a word in front of her makes somebody's representative."""
    return len(items) > 1 and kind_of(items[-2]) == "delegation"


def _sought_with_next(items: Sequence[Item], at: int) -> bool:
    """Whether an office is one of a pair to which somebody was only elected: "Bupati dan Wakil Bupati X terpilih"."""
    joint, other = (items[at + 1], items[at + 2]) if at + 2 < len(items) else (None, None)
    pair = joint is not None and is_joint(joint) and isinstance(other, Holder) and other.person is None
    return pair and isinstance(other, Holder) and any(office.candidate for office in other.offices)


def _behind_body_of(items: Sequence[Item], index: int) -> int:
    """Behind the body that a person comes from, where her office follows: "Ani dari Kejati X, selaku Koordinator Y"."""
    part = items[index : index + 5]
    if not any(kind_of(item) == "as" for item in part[3:]):
        return index
    link = [kind_of(item) for item in part]
    at = link.index("as")
    if at < 3 or link[at - 3] != "affiliations" or not is_token(part[at - 1], ","):
        return index
    body = part[at - 2]
    return index + at if isinstance(body, Holder) and body.institution is not None else index
