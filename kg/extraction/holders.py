"""Chunks of a sentence → the holders in it: who stands there, in which offices, for which body.

A holder is a person with or without offices, an office-holder without a name, or a body by itself. The chunks that are
not part of a holder (cues, places, tokens) are handed on in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.appositions import appositions
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
)  # fmt: skip
from kg.extraction.envoys import absent_chief, chief_and_envoy, is_envoy, names_envoy, represents, stands_in
from kg.extraction.handed import handed
from kg.extraction.held_behind import behind_semicolon, introduced, person_behind
from kg.extraction.joined import joined
from kg.extraction.many import Many
from kg.extraction.region_lists import with_lists
from kg.extraction.respectively import respectively

SOME = "\1"  # in place of a body that stands for many
_PLAIN = (Token, Cue, Place)  # what is no part of a holder
_WITH_BODIES = {Institution, Office}
_TWO = 2  # who stand together
SOUGHT = "\0"  # in place of an office that somebody stands for
_ELSEWHERE = frozenset({"affiliations", "as", "delegation", "person-cues"})  # what gives a name a place of its own
_LEFTWARD = frozenset({"plural", "as", "appointed", "moves"})  # before an office: behind its comma is another
_EITHER = ("as", "appointed")  # of these, those that tell of the one behind where nobody is named in front
_DASHES = ("-", "–")  # between two who stand for office together
_INSTALLS = frozenset({"cue-swears-in", "cue-installs"})  # the concepts of words for it
_STANDS = "candidacy"  # and of those for a candidate, not for a contest
_PASSED = ("-", "–", "(", ")")  # signs between a candidacy and an office: "pasangan calon (paslon) Bupati"


def holders_of(chunks: Sequence[Chunk], many: Many) -> list[Item]:
    """Holders in place of the institutions, offices and persons of a sentence; `many` knows which stand for many."""
    kinds = list(map(type, chunks))
    types = set(kinds)
    if types.issubset(_PLAIN):
        return list(chunks)
    if kinds.count(Person) >= _TWO:
        chunks = _with_tickets(chunks)
    listed = joined(with_lists(chunks, many.gazetteer, many.text)) if types & _WITH_BODIES else list(chunks)
    return appositions(handed(_after_office(listed, many)))


def _with_tickets(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The chunks with a stroke in place of the dash between two who stand together: "paslon Ani Wijaya-Budi"."""
    dashes = [
        at
        for at, chunk in enumerate(chunks[1:-1], start=1)
        if isinstance(chunk, Token)
        and chunk.text in _DASHES
        and isinstance(chunks[at - 1], Person)
        and isinstance(chunks[at + 1], Person)
    ]
    if not dashes:
        return chunks
    pairs = list(chunks)
    for at in dashes:
        pairs[at] = Token(pairs[at].start, pairs[at].end, "/")
    return pairs


def _after_office(chunks: list[Chunk], many: Many) -> list[Item]:
    """Join offices with the person who is named behind them."""
    items: list[Item] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if isinstance(chunk, _PLAIN):
            items.append(chunk)
            index += 1
            continue
        if not isinstance(chunk, Office):
            items.append(Token(chunk.start, chunk.end, SOME) if many.bodies(chunks, index) else _alone(chunk))
            index += 1
            continue
        sought = (
            (_sought(items) or _runs_along(items, chunk))
            and not _next_in_list(chunks, index)
            and not _held_besides(chunks, index)
            and not _installed(items)
        )
        of_many = person_behind(chunks, index + 1) is None and many.heads(chunks, index)
        if sought or _of_kin(items) or of_many:
            items.append(Token(chunk.start, chunk.end, SOUGHT if sought else SOME))
            index += 1
            continue
        if (each := respectively(chunks, index)) is not None:
            items += each.items
            index = each.end
            continue
        before = kind_of(chunks[index - 1]) if index else ""
        of_chief = index > 0 and is_envoy(chunks[index - 1])
        offices, index = _offices(chunks, index)
        person_at = person_behind(chunks, index) or behind_semicolon(chunks, index, items)
        if person_at is not None and is_token(chunks[person_at - 1], ","):
            following = chunks[person_at + 1] if person_at + 1 < len(chunks) else None
            came = stands_in(items, chunks[person_at])
            other = came or _leftward(before, items) or _bracketed(items) or represents(following)
            other = other or _right_behind(items, offices[0])
            if other or _named_before(items, chunks, person_at) or _right_behind_name(items, chunks, person_at):
                person_at = None
        if person_at is None:
            items.append(absent_chief(items, offices, chunks, index) or _unnamed(offices))
            continue
        person = chunks[person_at]
        assert isinstance(person, Person)  # noqa: S101 - person_behind says so
        of_chief = of_chief or names_envoy(items, offices[-1], chunks, person_at)
        items += chief_and_envoy(offices, person) if of_chief else [_holder(offices, person)]
        index = person_at + 1
        if not of_chief and _shares(offices[-1], chunks, person_at):
            more, index = _further_names(chunks, index, offices, ranked=person.rank is not None)
            items += more
    return items


def _unnamed(offices: list[Office]) -> Item:
    """Whoever holds some offices and is not named; nobody, where a suffix only says whose they are: "anggotanya"."""
    start, end = offices[0].start, offices[-1].end
    return Token(start, end, SOME) if offices[0].own else Holder(start, end, offices=offices)


def _shares(office: Office, chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether the names behind a person may share her post: "Anggota KPU yaitu A, B dan C"."""
    return introduced(chunks, person_at) or office.plural or office.rank == "member"


def _holder(offices: list[Office], person: Person) -> Holder:
    return Holder(offices[0].start, person.full_end, person, offices)


def _leftward(before: str, items: Sequence[Item]) -> bool:
    """Whether a word in front of an office keeps it from the name behind its comma: "Ani sebagai Ketua X, Budi".

    Where nobody is named in front, "as" tells of the one behind: "Usai dilantik sebagai Ketua X, Ani".
    """
    before_it = [item for item in items if isinstance(item, Holder)]
    named = bool(before_it) if before == "appointed" else any(holder.person is not None for holder in before_it)
    return before in _LEFTWARD and (before not in _EITHER or named)


def _bracketed(items: Sequence[Item]) -> bool:
    """Whether an office stands in the bracket that a name opens, which need not be closed: "Ani (Camat X, Budi"."""
    name = items[-2] if len(items) > 1 and is_token(items[-1], "(") else None
    return isinstance(name, Holder) and name.person is not None and not name.offices


def _sought(items: Sequence[Item]) -> bool:
    """Whether an office that comes next is only stood for: "paslon Bupati dan Wakil Bupati"."""
    before = [item for item in items[-4:] if not (is_joint(item) or is_token(item, *_PASSED))]
    if before and isinstance(before[-1], Holder) and before[-1].person and not before[-1].person.sure:
        before.pop()  # "calon Bupati dan Wakil Bupati": the first was read as a word
    at = before[-1].start if before else -1
    last = [item for item in before if item.start == at]
    return any(kind_of(item) == "candidacy" or is_token(item, SOUGHT) or _stands(item) for item in last)


def _installed(items: Sequence[Item]) -> bool:
    """Whether those who stood for an office are put into it: "melantik pasangan Bupati dan Wakil Bupati X"."""
    cues = [item.concept for item in items if isinstance(item, Cue)]
    return _STANDS in cues[-2:] and not _INSTALLS.isdisjoint(cues)


def _runs_along(items: Sequence[Item], office: Office) -> bool:
    """Whether an office is stood for with the one in front of it: "calon Bupati X Ani dan Wakil Bupati Budi"."""
    first, joint = (items[-2], items[-1]) if len(items) > 1 else (None, None)
    pair = isinstance(first, Holder) and first.person is not None and kind_of(joint) == "conjunctions"
    stands = pair and isinstance(first, Holder) and any(other.candidate for other in first.offices)
    return stands and office.elected and office.rank == "deputy" and office.institution is None


def _named_before(items: Sequence[Item], chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether an office in a list is of the name in front of it: "A, Ketua X, B, Ketua Y", "A, Lurah, B PPK".

    The name behind it has an office or a body of its own, and the one in front, the first or told so too, has none.
    """
    person, behind = chunks[person_at], chunks[person_at + 1 : person_at + 3]
    if isinstance(chunks[person_at - 2], Place) and _bare_name(items):
        return True  # "A, Camat X, Kabupaten Y, B"
    comma = len(behind) == 2 and is_token(behind[0], ",") and isinstance(behind[1], Office)
    own = comma or (bool(behind) and (isinstance(behind[0], Institution) or kind_of(behind[0]) == "as"))
    if not own or (isinstance(person, Person) and person.rank) or not _bare_name(items):
        return False
    member = len(items) > 3 and is_joint(items[-3]) and isinstance(items[-4], Holder)
    return not member or (isinstance(items[-4], Holder) and items[-4].person is None and bool(items[-4].offices))


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


def _bare_name(items: Sequence[Item]) -> bool:
    """Whether a person without an office stands last, in front of a comma."""
    name = items[-2] if len(items) > 1 and is_token(items[-1], ",") else None
    return isinstance(name, Holder) and name.person is not None and not name.offices


def _of_kin(items: Sequence[Item]) -> bool:
    """Whether an office that comes next is that of somebody whose wife or husband is spoken of: "istri Bupati X"."""
    return any(kind_of(item) == "kin" for item in items[-2:] if item.start == items[-1].start)


def _next_in_list(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an office behind a comma has a holder of its own: "para calon bupati, Kapolres X AKBP Y"."""
    return _behind_comma(chunks, index) and person_behind(chunks, index + 1) is not None


def _held_besides(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an office behind a joint is none that people stand for: "pemilihan Gubernur, Kapolres X meninjau"."""
    office = chunks[index]
    behind = index > 0 and is_joint(chunks[index - 1])
    return behind and isinstance(office, Office) and not (office.elected or office.candidate)


def _behind_comma(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a comma, or one with a conjunction, stands in front of a chunk: "pada Pilkada, serta Kapolres X"."""
    at = index - 1
    at -= at > 0 and kind_of(chunks[at]) == "conjunctions"
    return at >= 0 and is_token(chunks[at], ",", ";")


def _stands(item: Item) -> bool:
    """Whether an item is who stands for an office, without a name: "calon bupati"."""
    return isinstance(item, Holder) and item.person is None and any(office.candidate for office in item.offices)


def _offices(chunks: Sequence[Chunk], index: int) -> tuple[list[Office], int]:
    """An office and those that the same person holds beside it ("Sekjen X sekaligus Wagub Y")."""
    first = chunks[index]
    assert isinstance(first, Office)  # noqa: S101 - the caller looked
    offices, index = [first], index + 1
    while index < len(chunks):
        at = index + (kind_of(chunks[index]) == "also-holds")
        following = chunks[at] if at < len(chunks) else None
        if at == index and isinstance(following, (Cue, Office)):
            at += following.kind == "as" if isinstance(following, Cue) else 0
            following = chunks[at] if at < len(chunks) and _of_member(offices[-1], chunks[at]) else None
        if not isinstance(following, Office):
            break
        offices.append(following)
        index = at + 1
    return offices, index


def _of_member(office: Office, following: Chunk) -> bool:
    """Whether an office only says what a member of a body does there: "Anggota KPU X selaku Ketua Divisi Hukum"."""
    member = office.rank == "member" and office.institution is not None
    return member and isinstance(following, Office) and following.institution is None and following.generic


def _further_names(
    chunks: Sequence[Chunk], index: int, offices: list[Office], *, ranked: bool
) -> tuple[list[Item], int]:
    """The other names of a list that shares one post: "Empat anggota KPU yaitu A, B dan C".

    Behind the first without a rank, a name with one is somebody else.
    """
    items: list[Item] = []
    while True:
        at = behind = _behind_bracket(chunks, index)
        while at < len(chunks) and is_joint(chunks[at]):
            at += 1
        if at == behind or at >= len(chunks) or not isinstance(chunks[at], Person):
            return items, index
        person = chunks[at]
        assert isinstance(person, Person)  # noqa: S101 - just looked
        if _told_of(chunks, at + 1) or _office_behind(chunks, at):
            return items, index
        if person.rank is not None and not ranked:
            return items, index
        items += [*map(_alone, chunks[index:at]), Holder(person.full_start, person.full_end, person, list(offices))]
        index = at + 1


def _behind_bracket(chunks: Sequence[Chunk], index: int) -> int:
    """Behind the bracket that says of what party or body somebody in a list is: "Ani (PPP), Budi (PKB)"."""
    inside = chunks[index + 1] if index + 2 < len(chunks) and is_token(chunks[index], "(") else None
    return index + 3 if isinstance(inside, Institution) and is_token(chunks[index + 2], ")") else index


def _told_of(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word at a position gives the name before it a place of its own: "Ani dari PMII"."""
    first, second = (*chunks[at : at + 2], None, None)[:2]
    same = first is not None and second is not None and first.start == second.start
    return kind_of(first) in _ELSEWHERE or (same and kind_of(second) == "affiliations")


def _office_behind(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a name in a list is followed by an office of its own, "X, Kapolres Y", and not by the next one's."""
    if at + 2 >= len(chunks) or not is_joint(chunks[at + 1]) or not isinstance(chunks[at + 2], Office):
        return False
    return person_behind(chunks, at + 3) is None


def _alone(chunk: Chunk) -> Item:
    if isinstance(chunk, Person):
        return Holder(chunk.full_start, chunk.full_end, chunk)
    if isinstance(chunk, Institution):
        return Holder(chunk.start, chunk.end, institution=chunk, venue=chunk.venue)
    return chunk


def is_real(holder: Holder) -> bool:
    """Whether a holder is somebody: not a capitalised word that is no name, and not "para camat" in general."""
    if holder.institution is not None or (holder.person is not None and holder.person.entity is not None):
        return True
    return any(office.institution is not None or not office.words.islower() for office in holder.offices)
