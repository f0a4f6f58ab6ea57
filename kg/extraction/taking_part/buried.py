"""Words for a grave, or for heroes, in a sentence → the marks of those who lie there: they are named, and not there.

"Rombongan menabur bunga di makam Mayor X dan Kapten Y", "Ada Letkol X yang juga merupakan pahlawan nasional".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Item, Token, is_joint, is_token, kind_of

_BEHIND = frozenset({"introductions", "fillers", "plural", "person-cues"})  # kinds of cue between a grave and a name
_SAID_TO_BE = frozenset({"also-holds", "as", "relative", "introductions", "fillers"})  # between a name and a hero
_REACH = 4  # items on either side


def mark_buried(items: Sequence[Item], index: int) -> None:
    """Mark those who are named behind a grave, with nothing but small words between, and more of them in a list.

    Whoever holds an office now is none: "Di makam pahlawan, Kapolres X menabur bunga".
    """
    found = False
    skipped = 0
    for item in items[index + 1 :]:
        if isinstance(item, Holder):
            if not _may_be_dead(item):
                return
            _mark(item)
            found = True
        elif found:
            if not (is_joint(item) or is_token(item, ",")):
                return
        else:
            skipped += 1
            word = isinstance(item, Token) and item.word and item.text.islower()
            if skipped > _REACH or not (word or kind_of(item) in _BEHIND):
                return


def mark_hero(items: Sequence[Item], index: int) -> None:
    """Mark who is said to be a hero: "X yang juga merupakan pahlawan"."""
    ahead = items[max(0, index - _REACH) : index]
    for item in reversed(ahead):
        if isinstance(item, Holder):
            if item is not ahead[-1] and _may_be_dead(item):
                _mark(item)
            return
        if kind_of(item) not in _SAID_TO_BE:
            return


def _may_be_dead(holder: Holder) -> bool:
    """Whether somebody, or a body that lent a name, holds no office now."""
    return all(office.former for office in holder.offices)


def _mark(holder: Holder) -> None:
    holder.venue = holder.absent = True
