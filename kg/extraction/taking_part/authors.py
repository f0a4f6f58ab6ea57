"""Whose message somebody else reads out at an event → not there, whatever the report says they told in it.

In come the sentences of an article with their parts, resolved; parts that only such a message gives are taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary

_REACH = 6  # items between the word for reading and the author


def silence_authors(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
    """Take out the weak parts of those whose message is read out by somebody else."""
    telling = [sentence for sentence in sentences if "readings" in sentence.kinds]
    authors = {key for sentence in telling for key in _authors(sentence.items, vocabulary)}
    if not authors:
        return
    for sentence in sentences:
        sentence.parts[:] = [part for part in sentence.parts if not (part.weak and authors & _keys(part.holder))]


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
    """The first office-holder among some items of a clause."""
    for item in items:
        if isinstance(item, Holder):
            return item if item.offices else None
        if isinstance(item, Token) and item.text in '.;“”"':
            return None
    return None


def _keys(holder: Holder) -> set[tuple[str, str]]:
    """What tells a holder: each office with its body."""
    return {(office.role, office.entity) for office in holder.offices if office.entity}
