"""A verb of coming into an office with its words apart → its subject with that: "A dilantik B sebagai Camat X".

By whom, how and where she comes into it may stand between: "terpilih secara aklamasi sebagai", "digeser ke Polres X
sebagai". Whoever does it has nothing by that.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Office, Place, Token, is_token, kind_of, text_of
from kg.extraction.holding.entered import tells_of_before
from kg.extraction.words.vocabulary import Vocabulary

_AHEAD = 4  # items between the subject and her verb
_BETWEEN = 10  # items between the verb and the office
_LITTLE = frozenset({"fillers", "relative", "newness", "event"})  # kinds of cue in front of the verb
_ADJUNCT = frozenset({"fillers", "event", "date", "clause-breaks", "venue-words", "place-words"})  # and behind it
_TWO = 2  # items: a comma and an office
_AGENT = "agent"  # what words take that say by whom
_COPULA = "copula"


def entered_apart(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items, where whoever is the subject of such a verb has the office that stands apart from it."""
    at = 0
    while at < len(items):
        concept = vocabulary.entering_verbs.get(text_of(items[at]))
        link = _link(items, at + 1, vocabulary) if concept is not None and at else None
        if concept is None or link is None:
            at += 1
            continue
        subject, proposed = _subject(items, at, vocabulary)
        if subject is not None and subject.person is None:
            subject, items, moved = _told_ahead(items, items.index(subject))
            at, link = at - moved, link - moved
        office = items[link + 1]
        assert isinstance(office, Holder)  # noqa: S101 - _link says so
        elected = concept == "elected-to" and any(held.elected for held in office.offices)
        if subject is None or proposed or elected:
            items[link] = Token(items[link].start, items[link].end, text_of(items[link]))
            at = link + 1
            continue
        _come_into(subject, office, moves=concept.startswith("moves"))
        for held in office.offices if tells_of_before(items[:at], vocabulary) else ():
            held.former = True
        for body in items[at:link]:
            if isinstance(body, Holder) and body.person is None and body.institution is not None:
                _at_body(office.offices, body, vocabulary)
        items = [*items[:link], *items[link + 2 :]]
        at = link
    return items


def _come_into(subject: Holder, office: Holder, *, moves: bool) -> None:
    """Give a person an office; those that she had are former ones where she moves."""
    for held in subject.offices if moves else ():
        held.former = True
    for entered in office.offices if moves else ():
        entered.to_come = True
        if entered.institution is not None:
            entered.institution.elsewhere = True
    subject.offices = [*subject.offices, *office.offices]
    subject.career = True


def _at_body(offices: Sequence[Office], body: Holder, vocabulary: Vocabulary) -> None:
    """Give offices without a body the one to which somebody goes, where it fits: "digeser ke Polres X sebagai"."""
    unit = body.institution
    for office in offices if unit is not None else ():
        fitting = {vocabulary.class_of(type_) for type_ in office.implied} or set(office.fits)
        if unit is not None and office.institution is None and vocabulary.class_of(unit.type) in fitting:
            office.institution = unit


def _link(items: Sequence[Item], start: int, vocabulary: Vocabulary) -> int | None:
    """Where the word stands, apart from the verb, behind which the office of nobody follows; None where none does."""
    agents = 0
    for at in range(start, min(len(items) - 1, start + _BETWEEN)):
        item = items[at]
        if _into(item, vocabulary):
            office = items[at + 1]
            entered = isinstance(office, Holder) and office.person is None and office.offices
            return at if at > start and entered and not _sought(office) else None
        if isinstance(item, Holder):
            agents += 1
            if agents > 1:
                return None
        elif not (_small(item) or _adjoins(item, vocabulary) or isinstance(item, Place)):
            return None
    return None


def _into(item: Item, vocabulary: Vocabulary) -> bool:
    if isinstance(item, Cue) and item.kind in ("as", "post-itself"):
        return item.concept != _COPULA and " " not in item.form
    return isinstance(item, Token) and item.text in vocabulary.entering_posts


def _sought(item: Item) -> bool:
    """Whether an office is one that somebody only stands for."""
    return isinstance(item, Holder) and any(office.candidate for office in item.offices)


def _subject(items: Sequence[Item], verb: int, vocabulary: Vocabulary) -> tuple[Holder | None, bool]:
    """The person in front of a verb, with nothing but small words between; and whether she is only proposed."""
    proposed = False
    for at in range(verb - 1, max(-1, verb - 2 - _AHEAD), -1):
        item = items[at]
        if isinstance(item, Holder):
            alone = at == 0 or not (kind_of(items[at - 1]) == "conjunctions" and _behind_another(items, at))
            return (item if alone and (item.person is not None or item.offices) else None), proposed
        proposed = proposed or kind_of(item) == "modality" or text_of(item) in vocabulary.proposing_posts
        if not (_small(item) or is_token(item, ",") or kind_of(item) in _LITTLE or kind_of(item) == "modality"):
            return None, proposed
    return None, proposed


def _told_ahead(items: list[Item], at: int) -> tuple[Holder | None, list[Item], int]:
    """The person in front of an office and its comma, who has it, and the items without both: "Ani, Camat X yang"."""
    name, comma, office = items[at - 2] if at > 1 else None, items[at - 1] if at else None, items[at]
    if not (isinstance(name, Holder) and isinstance(office, Holder) and is_token(comma, ",")):
        return None, items, 0
    if name.person is None or name.offices:
        return None, items, 0
    name.offices, name.end = office.offices, office.end
    return name, [*items[: at - 1], *items[at + 1 :]], _TWO


def _behind_another(items: Sequence[Item], at: int) -> bool:
    """Whether somebody stands in front of the conjunction ahead of a position."""
    return at > 1 and isinstance(items[at - 2], Holder)


def _small(item: Item) -> bool:
    return isinstance(item, Token) and item.word and (item.text.islower() or item.text.isdigit())


def _adjoins(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word says by whom, with what, when or where something is done: "dilantik oleh", "dengan suara"."""
    if not isinstance(item, Cue):
        return False
    concept = vocabulary.concept(item.concept)
    return item.kind in _ADJUNCT or concept.value("takes") == _AGENT or concept.flag("joinsGuest")
