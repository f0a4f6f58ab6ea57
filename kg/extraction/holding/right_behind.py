"""A name with an office right behind it → what shows whether it is hers: "Ani Wijaya Ketua KPU X", "Ani ketua RT".

It is not where who gives her something is named so: "Kepada Ani Wijaya Bupati X menyerahkan piagam".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Item, is_joint, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary


def says_who(items: Sequence[Item], at: int, holder: Holder, following: Holder) -> bool:
    """Whether an office at a position, not at a named body, says who the person right in front of it is."""
    return closed(items, at) and (_titled(holder) or _in_lower_case(holder, following))


def gives(items: Sequence[Item], who: int, at: int, vocabulary: Vocabulary) -> bool:
    """Whether whoever holds the office at a position does something for the person in front: "Kepada Ani Bupati X".

    The word to whom opens the clause, and an active verb stands behind the office.
    """
    if who < 1 or text_of(items[who - 1]) not in vocabulary.receivers:
        return False
    ahead = items[who - 2] if who > 1 else None
    opens = (
        ahead is None or is_joint(ahead) or kind_of(ahead) == "clause-breaks" or text_of(ahead) in vocabulary.sequence
    )
    verb = next((item for item in items[at + 1 :] if kind_of(item) != "fillers"), None)
    return opens and verb is not None and vocabulary.active_verb(text_of(verb).partition(" ")[0])


def in_full(holder: Holder, following: Holder) -> bool:
    """Whether a full name without an office stands right in front of one at a named body: "Ani Wijaya Ketua X"."""
    body, person = following.offices[0].institution, holder.person if not holder.offices else None
    return person is not None and " " in person.name and body is not None and bool(body.name)


def _titled(holder: Holder) -> bool:
    """Whether a person with a title and no office may have the one right behind: "KH. X pimpinan pesantren Y"."""
    return holder.person is not None and holder.person.sure and not holder.offices


def _in_lower_case(holder: Holder, following: Holder) -> bool:
    """Whether an office right behind a name says who it is: "Suharti kepala desa X"."""
    return not holder.offices and following.offices[0].words[:1].islower() and bool(following.offices[0].institution)


def closed(items: Sequence[Item], at: int) -> bool:
    """Whether what follows an office shows that it was an apposition and not the next in a list."""
    if at + 1 >= len(items):
        return True
    following = items[at + 1]
    return not is_joint(following) or is_token(following, ",", ";")
