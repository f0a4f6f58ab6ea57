"""Whose message somebody else reads out at an event → not there, whatever the report says they told in it.

In come the sentences of an article with their parts, resolved; parts that only such a message gives are taken out:
weak ones, and those of a speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token
from kg.extraction.drafts import Sentence
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary

_SPOKEN = ("event", "while")  # kinds of cue by which somebody speaks at an event
_REACH = 6  # items between the word for reading and the author


def silence_authors(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
    """Take out the parts of those whose message is read out by somebody else, but for what they are said to do."""
    telling = [sentence for sentence in sentences if "readings" in sentence.kinds]
    authors = {key for sentence in telling for key in _authors(sentence.items, vocabulary)}
    if not authors:
        return
    for sentence in sentences:
        sentence.parts[:] = [part for part in sentence.parts if not (_told(part) and authors & _keys(part.holder))]


def _told(part: Part) -> bool:
    """Whether somebody has a part only because something is told of them, or because they speak."""
    return part.weak or part.cue.kind in _SPOKEN


def _authors(items: Sequence[Item], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Who wrote what is read out: behind "membacakan amanat", in front of "dibacakan"."""
    for index, item in enumerate(items):
        if isinstance(item, Cue) and item.kind == "readings":
            if vocabulary.concept(item.concept).value("direction") == "left":
                author = _first(list(reversed(items[max(0, index - _REACH) : index])))
            else:
                author = _first(items[index + 1 : index + 1 + _REACH])
            yield from _keys(author) if author is not None else ()


def _first(items: Sequence[Item]) -> Holder | None:
    """The first office-holder, or somebody who is known, among some items of a clause."""
    for item in items:
        if isinstance(item, Holder):
            known = item.person is not None and item.person.entity is not None
            return item if item.offices or known else None
        if isinstance(item, Token) and item.text in '.;“”"':
            return None
    return None


def _keys(holder: Holder) -> set[tuple[str, str]]:
    """What tells a holder: each office with its body, and who it is."""
    keys = {(office.role, office.entity) for office in holder.offices if office.entity}
    return keys | ({("", holder.person.entity)} if holder.person is not None and holder.person.entity else set())
