"""A person in a sentence → where the verb stands by which she comes into an office, or leaves it, and whether she does.

Who is only proposed for a post does not have it, and who is only asked to leave one, or is about to, has it still.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Office, Token, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

VERBS = frozenset({"moves", "appointed"})  # by which somebody comes into an office
WAS = "was"  # the kind of cue that makes an office a former one
CAREERS = VERBS | {WAS}
LINKS = frozenset({"as", "also-holds"}) | CAREERS  # between a person and an office that is said behind
_ELECTED = ("elected-to", "occupies")  # the concepts of verbs by which somebody is to come into an office
_LEFT = "left-post"  # the concept of verbs by which somebody leaves one
_SMALL = frozenset({"fillers", "conjunctions", "relative", "modality", "newness"})  # what may stand in front of a verb
_ASKED = frozenset({"urging", "wishes", "negation"})  # kinds of cue by which it is only asked for
_OPEN = _ASKED | {"modality"}  # and by which it is not done yet
_MOST = 3  # of them
_RELATIVE = ("relative",)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FAR = 5  # items in front of somebody in which it is said that she is only to leave her post


def entering_verb(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> int:
    """Where the verb stands by which somebody comes into an office, over a comma and small words; else the position."""
    comma = index < len(items) and is_token(items[index], ",")
    start, proposed = index + comma, False
    first = next((at for at in range(start, len(items)) if kind_of(items[at]) not in _RELATIVE), start)
    behind = _behind_day(items, first, vocabulary)
    start = behind if behind > first else start
    for at, item in enumerate(items[start : start + _MOST + 1], start=start):
        if kind_of(item) in CAREERS:
            return index if proposed and not leaves(item) else at
        small = kind_of(item) in (_SMALL - {"conjunctions"} if comma else _SMALL) or (
            isinstance(item, Token) and item.text.islower()
        )
        proposed = proposed or text_of(item) in vocabulary.proposing_posts or kind_of(item) in _ASKED
        sworn_in = kind_of(item) == "event" and items[at + 1 : at + 2] and items[at + 1].start == item.start
        if not (small or sworn_in or kind_of(item) in _ASKED):
            break
    return index


def _behind_day(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> int:
    """Behind the day or the year, with its words, from which on somebody has an office: "sejak 2023 menjabat"."""
    if at >= len(items) or text_of(items[at]) not in vocabulary.since:
        return at
    for behind in range(at + 1, min(len(items), at + 1 + _MOST)):
        item = items[behind]
        if kind_of(item) == "date" or _YEAR.fullmatch(text_of(item)):
            return behind + 1 + (behind + 1 < len(items) and is_token(items[behind + 1], ","))
        if not (isinstance(item, Token) and item.text.islower()):
            break
    return at


def elected(items: Sequence[Item], at: int) -> bool:
    """Whether an office is one that people stand for and to which somebody was only elected so far."""
    holder, verb = items[at], items[at - 1] if at else None
    told = isinstance(verb, Cue) and verb.concept in _ELECTED
    return told and isinstance(holder, Holder) and any(office.elected for office in holder.offices)


def leaves(verb: Item) -> bool:
    """Whether a verb says that somebody leaves the office behind it."""
    return isinstance(verb, Cue) and verb.concept == _LEFT


def dismissed(items: Sequence[Item], person: int, verb: int, vocabulary: Vocabulary) -> bool:
    """Whether a word in front of a person tells of the end of the office that is named behind: "pemberhentian Ani"."""
    if kind_of(items[verb]) != "as":
        return False
    ahead = items[max(0, person - _FAR) : person]
    return any(text_of(item) in vocabulary.dismissals for item in ahead) and not any(map(_parts, ahead))


def still_held(items: Sequence[Item], person: int, verb: int, vocabulary: Vocabulary) -> bool:
    """Whether an office that somebody leaves is hers so far: "akan mundur", "Massa menuntut Ani dicopot dari"."""
    near = items[max(0, person - _FAR) : verb]
    return any(kind_of(item) in _OPEN or text_of(item) in vocabulary.proposing_posts for item in near)


def left(holder: Holder, offices: Sequence[Office], *, still: bool) -> list[Office]:
    """The offices of somebody with those that she leaves, or is to leave; one that was told with her name is that."""
    gone = list(offices)
    for office in holder.offices:
        same = [other for other in gone if other.role == office.role and _same_body(other, office)]
        if same:
            gone[gone.index(same[0])] = office
    kept = [office for office in holder.offices if all(office is not other for other in gone)]
    for office in gone:
        office.former = not still
        if office.institution is not None and not still:
            office.institution.elsewhere = True
    return [*kept, *gone]


def tells_of_before(items: Sequence[Item], vocabulary: Vocabulary) -> bool:
    """Whether a sentence tells of what was before: "Sebelumnya, X menjabat Y", "Sebelum menjabat Z, X menjabat Y"."""
    words = [item for item in items[:_MOST] if not is_token(item, ",")]
    if not words or text_of(words[0]).partition(" ")[0] not in vocabulary.before_posts | vocabulary.earlier_posts:
        return False
    return text_of(words[0]) in vocabulary.earlier_posts or any(kind_of(item) in VERBS for item in words)


def _same_body(one: Office, other: Office) -> bool:
    """Whether two offices may be at one body."""
    names = {office.institution.name for office in (one, other) if office.institution is not None} - {""}
    return len(names) < len((one, other))


def _parts(item: Item) -> bool:
    """Whether an item ends what is said of those behind it."""
    return is_token(item, ",", ".", ";") or kind_of(item) == "conjunctions"
