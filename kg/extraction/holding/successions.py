"""Offices that pass → who had them and who has them: the one replaced had the office, the other one has it.

"B resmi menjabat Kapolsek X menggantikan A", "Gantikan A, B resmi menjabat Kapolsek X", "Kapolsek X A digantikan B";
"A digantikan B" behind the handover of one office is about that. Who only stands in for somebody, as a deputy does
at an event, replaces nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Holder, Item, Office, Token, is_joint, is_light, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

_FAR = 5  # items between the verb and a name
_ABSENCE = 4  # items behind the one replaced that may say that she is only away
_HEAD = "head"


def give_successions(sentences: Iterable[Sequence[Item]], text: str, vocabulary: Vocabulary) -> None:
    """Make the offices of those replaced former ones, and give an office that is only told of to who has it now."""
    before: Sequence[Item] = ()
    for items in sentences:
        for at, item in enumerate(items):
            if kind_of(item) == "succession":
                _replaces(items, at, before)
            elif text_of(item) in vocabulary.succeeded_by:
                _is_replaced(items, at, before, vocabulary)
        before = items


def unmark_held(holders: Iterable[Holder]) -> None:
    """Take back of bodies that they are only elsewhere, where somebody is in office by the same words."""
    for holder in holders:
        for office in holder.offices:
            if office.institution is not None and not (office.former or office.to_come):
                office.institution.elsewhere = False


def _replaces(items: Sequence[Item], at: int, before: Sequence[Item]) -> None:
    """Read "B menggantikan A", or "Menggantikan A, B"."""
    behind = _person_behind(items, at + 1)
    if behind is None or (at and kind_of(items[at - 1]) == "modality"):
        return  # "B akan menggantikan A"
    old: Item = items[behind]
    new: Item | None = _person_ahead(items, at) or _meant(items[:at], before)
    if new is None and behind + 2 < len(items) and is_token(items[behind + 1], ","):
        new = items[behind + 2]
    if not isinstance(old, Holder) or not isinstance(new, Holder) or new.person is None:
        return
    clause = any(kind_of(item) == "relative" for item in items[max(0, at - 2) : at])
    held, had = _held(new), [office for office in _held(old) if not office.to_come]
    entered = new.career or all(office.rank == _HEAD for office in held)
    same = entered or {office.role for office in had} == {office.role for office in held}
    if _stood_in_for(items, at, behind, new, clause=clause) or (had and not same):
        old.venue = old.absent = True
    elif had:
        old.offices = [_former(office, passed=not clause) if office in had else office for office in old.offices]
    elif len(held) == 1 and entered:
        held[0].passed, held[0].to_come = not clause, False
        old.offices = [_former(held[0], passed=not clause), *old.offices]


def _is_replaced(items: Sequence[Item], at: int, before: Sequence[Item], vocabulary: Vocabulary) -> None:
    """Read "A digantikan B", where one of both has an office or one was handed over in the sentence or that before."""
    if at and text_of(items[at - 1]) in vocabulary.own_posts:
        return  # "A menjadi Camat X, posisinya digantikan B"
    behind, old = _person_behind(items, at + 1), _person_ahead(items, at)
    new = items[behind] if behind is not None else None
    if old is None:
        _follows_unnamed(items, at, before, new, vocabulary)
    if behind is None or old is None or not isinstance(new, Holder):
        return
    if (gone := _left_behind(old)) is not None and not new.offices:
        new.offices = [replace(gone, former=False, acting=None, passed=True)]
    else:
        _passes(items, at, behind, before, vocabulary, old, new)


def _passes(
    items: Sequence[Item],
    at: int,
    behind: int,
    before: Sequence[Item],
    vocabulary: Vocabulary,
    old: Holder,
    new: Holder,
) -> None:
    """Give who follows somebody the office that is told of, and make it a former one of hers."""
    had, held = [office for office in _held(old) if not office.to_come], _held(new)
    if had and held and not any(map(_denies, items[max(0, at - _ABSENCE) : at])) and _same(had, held):
        old.offices = [_former(office) if office in had else office for office in old.offices]
        held[0].passed = True
        return
    if _stood_in_for(items, at, behind, old) or (had and held):
        old.venue = old.absent = True
        return
    passed = had or held or _handed_over(items[:at], vocabulary) or _handed_over(before, vocabulary)
    if len(passed) != 1 or (held and held[0].rank != _HEAD):
        return
    office = passed[0]
    still = bool(had) and at > 0 and kind_of(items[at - 1]) == "modality"  # "A, kini Camat X, akan digantikan B"
    if had and not still:
        old.offices = [_former(other) if other is office else other for other in old.offices]
    elif not had and not any(other.former and other.role == office.role for other in old.offices):
        old.offices = [_former(office), *old.offices]
    if held:
        office.passed = True
    else:
        new.offices = [replace(office, acting=None, passed=True), *new.offices]


def _follows_unnamed(
    items: Sequence[Item], at: int, before: Sequence[Item], new: Item | None, vocabulary: Vocabulary
) -> None:
    """Give somebody the office for which nobody is named in front of the verb, where posts are told to pass."""
    office = _head_ahead(items, at) if isinstance(new, Holder) and not new.offices else None
    moves = any(isinstance(item, Holder) and any(held.to_come for held in item.offices) for item in items)
    moves = moves or bool(_handed_over((*before, *items[:at]), vocabulary))
    if isinstance(new, Holder) and office is not None and moves:
        new.offices = [replace(office, acting=None, passed=True)]


def _head_ahead(items: Sequence[Item], at: int) -> Office | None:
    """The only office, of a head for whom nobody is named, right in front of a verb: "Kapolres X digantikan B"."""
    ahead = [item for item in items[max(0, at - 2) : at] if isinstance(item, Holder)]
    offices = ahead[-1].offices if ahead and ahead[-1].person is None else []
    return offices[0] if len(offices) == 1 and offices[0].rank == _HEAD else None


def _left_behind(old: Holder) -> Office | None:
    """The one office that somebody leaves for another in the same sentence: "A dimutasi menjadi X dan digantikan B"."""
    gone = [office for office in old.offices if office.former]
    return gone[0] if len(gone) == 1 and any(office.to_come for office in old.offices) else None


def _denies(item: Item) -> bool:
    return kind_of(item) == "negation"


def _same(had: Sequence[Office], held: Sequence[Office]) -> bool:
    """Whether two hold one office at one body, for good: nobody stands in for somebody in her own office."""
    old, new = had[0], held[0]
    if len(had) != 1 or len(held) != 1 or old.role != new.role or new.rank != _HEAD or new.acting:
        return False
    names = {office.institution.name for office in (old, new) if office.institution is not None}
    return len(names - {""}) == 1


def _former(office: Office, *, passed: bool = True) -> Office:
    return replace(office, former=True, passed=passed, to_come=False)


def _stood_in_for(items: Sequence[Item], at: int, behind: int, who: Holder, *, clause: bool = False) -> bool:
    """Whether somebody only acts for another one: who is away, or at an event that a verb in the sentence tells of.

    That verb stands right behind both, or in front of `who`, unless a clause tells it about her.
    """
    if any(kind_of(item) == "negation" for item in items[max(0, at - _ABSENCE) : behind + _ABSENCE]):
        return True
    events = {item.start for item in items if kind_of(item) == "event"}
    verbs = [item.start for item in items if kind_of(item) == "cues" and item.start not in events]
    following = items[behind + 1].start if behind + 1 < len(items) else -1
    ahead = max((item.start for item in items if item.start < who.start and not is_light(item)), default=-1)
    return not who.career and (following in verbs or (ahead in verbs and not clause))


def _meant(ahead: Sequence[Item], before: Sequence[Item]) -> Holder | None:
    """Whom a pronoun in front of a verb means: the only person of the sentence before, who came into an office."""
    people = [item for item in before if isinstance(item, Holder) and item.person is not None]
    told = kind_of(ahead[-1] if ahead else None) == "pronouns" and len(people) == 1 and people[0].career
    return people[0] if told else None


def _held(holder: Holder) -> list[Office]:
    """The offices that somebody holds, or is to hold next."""
    return [office for office in holder.offices if not (office.former or office.candidate or office.adherent)]


def _person_behind(items: Sequence[Item], start: int) -> int | None:
    """Where the next person stands, over small words."""
    for at in range(start, min(start + _FAR, len(items))):
        item = items[at]
        if isinstance(item, Holder):
            return at if item.person is not None else None
        if not isinstance(item, Cue | Token) or is_token(item, ",", ".", ";") or kind_of(item) in ("cues", "event"):
            return None
    return None


def _person_ahead(items: Sequence[Item], at: int) -> Holder | None:
    """The last person in front of a verb, with no other holder between."""
    ahead = reversed(items[max(0, at - _FAR) : at])
    who = next((item for item in ahead if isinstance(item, Holder)), None)
    return who if who is not None and who.person is not None else None


def _handed_over(items: Sequence[Item], vocabulary: Vocabulary) -> list[Office]:
    """The offices, for which nobody is named, of which a sentence names the handover: "sertijab Kapolsek X"."""
    found: list[Office] = []
    open_ = False  # whether the handover may be of the next office too
    for item in items:
        if isinstance(item, Holder) and open_ and item.person is None:
            found += item.offices
        elif isinstance(item, Cue) and item.kind == "event" and item.concept in vocabulary.handovers:
            open_ = True
        else:
            open_ = open_ and (is_joint(item) or kind_of(item) == "post-itself")
    return found
