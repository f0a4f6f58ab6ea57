"""Somebody who comes for whoever is not there → two holders: the absent one in office, not named, and the envoy.

"perwakilan Dandim X, Mayor Y"; "Hadir Camat X, yang mewakili Danramil X Serma Y": the name behind is the envoy's.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Cue, Holder, Item, Office, Person, Token, is_joint, is_token, kind_of

_ENVOY = "cue-envoy"  # concept of words in front of whoever is not there
_WHO = "cue-who-represents"  # concept of a clause about the one who came
_REPRESENTS = ("cue-represents", _WHO)  # concepts of verbs of that one
_ABSENT = ("cue-represented-by", "cue-sends")  # concepts of words behind who is not there
_STAFF = "staff"  # the rank of the post of who heads a section
_MEMBER = "member"  # and of who is one of many
_PLAIN = "\1"  # in place of such a verb
_BEFORE = ("fillers", "plural", "modality")  # kinds of cue that may stand in front of such a verb


def chief_and_envoy(offices: list[Office], person: Person) -> list[Item]:
    """Who holds some offices, not named and not there, and the person who came instead."""
    chief = Holder(offices[0].start, offices[-1].end, offices=offices, absent=True)
    return [chief, Holder(person.full_start, person.full_end, person, for_office=chief)]


def absent_chief(items: list[Item], offices: list[Office], chunks: Sequence[Chunk], index: int) -> Item | None:
    """Who holds some offices and is not there, where the next office is that of the one who came; None for others.

    "mewakili Kapolres X Kabag Ops Kompol Y", "mewakili Kapolres X yakni Kabag Ops Y".
    """
    behind = index + (index < len(chunks) and kind_of(chunks[index]) == "introductions")
    if behind >= len(chunks) or not isinstance(chunks[behind], Office):
        return None
    named = names_envoy(items, offices[-1], chunks, behind)
    return Holder(offices[0].start, offices[-1].end, offices=offices, absent=True) if named else None


def is_envoy(chunk: Chunk) -> bool:
    """Whether a chunk says that somebody comes for whoever is named behind it: "perwakilan Dandim X, Mayor Y"."""
    told = isinstance(chunk, Cue) and chunk.concept == _ENVOY
    return told or (isinstance(chunk, Office) and chunk.rank == "envoy" and chunk.institution is None)


def comes_for(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether somebody comes for the holder of an office, who is not one of many: "perwakilan Anggota DPRD X Ani"."""
    office = chunks[index]
    of_many = isinstance(office, Office) and office.rank == _MEMBER and office.generic and not office.deputy_to
    return index > 0 and is_envoy(chunks[index - 1]) and not of_many


def represents(chunk: Item | None) -> bool:
    """Whether who stands in front of a word comes for somebody else, and is not the one who was absent."""
    return isinstance(chunk, Cue) and chunk.kind == "delegation" and chunk.concept not in _ABSENT


def stands_in(items: Sequence[Item], person: Chunk) -> bool:
    """Whether an officer in a list comes for the office in front of the name: "A, mewakili Dandim X, Lettu Ani"."""
    ranked = isinstance(person, Person) and person.rank is not None
    return ranked and represents(items[-1] if items else None) and is_token(items[-2:][0], ",")


def names_envoy(items: list[Item], office: Office, chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether the name behind an office is that of the one who came: "dihadiri Camat X dan yang mewakili Danramil Y Z".

    The verb has nobody in front of it who could have come: it opens a member of a list. It is a plain word then.
    """
    verb = items[-1] if items else None
    named = isinstance(verb, Cue) and verb.concept in _REPRESENTS and _opens_member(items, office, chunks, person_at)
    if verb is not None and named:
        items[-1] = Token(verb.start, verb.end, _PLAIN)
    return named


def _opens_member(items: Sequence[Item], office: Office, chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether the verb that comes last has nobody in front of it who could have come for the holder of an office."""
    verb = items[-1]
    ahead = [item for item in items if item.start < verb.start and kind_of(item) not in _BEFORE]
    before = ahead[-1] if ahead else None
    if before is None or is_token(before, "-", "–", "•", "*", ".") or _is_number(ahead):
        of_clause = isinstance(verb, Cue) and verb.concept == _WHO
        return of_clause or not _chief_in_front(chunks, person_at)
    if is_token(before, ","):
        came = len(ahead) > 2 and kind_of(ahead[-3]) == "delegation"  # so this is the next who did
        first = _told_without_anybody(ahead) and not _chief_in_front(chunks, person_at, office)
        return came or first or _of_another(ahead[-2] if len(ahead) > 1 else None, office)
    if kind_of(before) in ("cues", "hosts"):
        return len(ahead) == 1 or not isinstance(ahead[-2], Holder)
    # "Turut hadir dalam rapat itu yang mewakili Danramil Y Z"
    return is_joint(before) or _told_without_anybody(ahead)


def _told_without_anybody(ahead: Sequence[Item]) -> bool:
    """Whether a list only begins: "Hadir dalam acara itu, mewakili Kapolres X AKP Y"."""
    return any(kind_of(item) == "cues" for item in ahead) and not any(isinstance(item, Holder) for item in ahead)


def _is_number(ahead: Sequence[Item]) -> bool:
    """Whether the number of a member of a list stands last: "2)"."""
    number = ahead[-2] if len(ahead) > 1 and is_token(ahead[-1], ")") else None
    return isinstance(number, Token) and number.text.isdigit()


def _chief_in_front(chunks: Sequence[Chunk], person_at: int, office: Office | None = None) -> bool:
    """Whether the one who came is told behind a comma: "Mewakili Kapolres X AKBP Y, Kabag Ops Z membuka".

    In a list, where the body of an `office` is known, it is somebody of the same kind of body.
    """
    comma, behind = (*chunks[person_at + 1 : person_at + 3], None, None)[:2]
    if comma is None or not is_token(comma, ","):
        return False
    if office is None:
        return isinstance(behind, (Office, Person))
    return isinstance(behind, Office) and not _kinds([behind]).isdisjoint(_kinds([office]))


def _of_another(before: Item | None, office: Office) -> bool:
    """Whether who stands in front of a comma is of a body that doesn't send people for the holder of an office.

    Officials of all bodies may come for whom people elect: "Kadis X, yang mewakili Bupati Y Z, mengatakan". Who has an
    office of her own does not come for the head of a section: "Kabag Ops X, mewakili Kasat Intel Y Z, Kasi W".
    """
    if not isinstance(before, Holder):
        return False
    if before.person is None or before.for_office is not None or (office.rank == _STAFF and before.offices):
        return True
    kinds, others = _kinds([office]), _kinds(before.offices)
    return not office.elected and bool(kinds) and bool(others) and kinds.isdisjoint(others)


def _kinds(offices: Sequence[Office]) -> set[str]:
    """The kinds of body at which some offices are."""
    return {kind for office in offices for kind in _kinds_of(office)}


def _kinds_of(office: Office) -> tuple[str, ...]:
    return (office.institution.type,) if office.institution is not None else office.implied
