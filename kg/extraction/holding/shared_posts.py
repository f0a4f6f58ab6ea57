"""A post and the first who is named with it → the others who share it: "Anggota KPU yaitu A, B dan C".

In come the chunks of a sentence and an index behind the first name; out come the items up to the last of the list.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Holder, Institution, Item, Office, Person, as_item, is_joint, is_token, kind_of
from kg.extraction.holding.held_behind import introduced, person_behind

_ELSEWHERE = frozenset({"affiliations", "as", "delegation", "person-cues"})  # what gives a name a place of its own


def shares(office: Office, chunks: Sequence[Chunk], person_at: int) -> bool:
    """Whether the names behind a person may share her post: "Anggota KPU yaitu A, B dan C"."""
    return introduced(chunks, person_at) or office.plural or office.rank == "member"


def further_names(
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
        if offices[-1].rank == "head" and offices[-1].institution is None and not offices[-1].plural:
            _of_different_bodies(offices)
        items += [*map(as_item, chunks[index:at]), Holder(person.full_start, person.full_end, person, list(offices))]
        index = at + 1


def _of_different_bodies(offices: Sequence[Office]) -> None:
    """Keep offices from any one body: those whom several share who head bodies are at different ones."""
    for office in offices:
        office.institution, office.implied, office.candidate = None, (), True


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
