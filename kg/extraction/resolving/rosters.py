"""Items of a sentence → whether a name is of a roster: "Ani Wijaya (Ketua X), Budi (tokoh Y)", or only said of one.

All who are listed so are persons where one of them has a title or an office; what stands in a bracket is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Holder, Item, Token, is_joint, is_token

_LONGEST = 8  # items of a bracket
_LEAST = 3  # members
_BRACKETS = ("(", ")")


def in_roster(items: Sequence[Item], index: int) -> bool:
    """Whether the name at an index has a bracket behind it, and so have those around it, or an office."""
    if not _bracketed(items, index):
        return False
    members = [index, *_onward(items, index), *_backward(items, index)]
    named = [item for item in (items[at] for at in members) if isinstance(item, Holder) and item.person is not None]
    somebody = any(holder.offices or (holder.person is not None and holder.person.sure) for holder in named)
    return len(named) >= _LEAST and somebody


def in_bracket(items: Sequence[Item], index: int) -> bool:
    """Whether what was read as a name only says in a bracket who a member of such a list is."""
    for at in range(index - 1, max(0, index - _LONGEST), -1):
        item = items[at]
        if isinstance(item, Token) and item.text in _BRACKETS:
            return item.text == "(" and in_roster(items, at - 1)
    return False


def _bracketed(items: Sequence[Item], index: int) -> bool:
    """Whether a bracket opens behind a name."""
    item = items[index]
    opens = index + 1 < len(items) and is_token(items[index + 1], "(")
    return opens and isinstance(item, Holder) and item.person is not None


def _onward(items: Sequence[Item], index: int) -> Iterator[int]:
    """The members of a list behind one."""
    while (end := _behind(items, index)) < len(items) and is_joint(items[end]):
        while end < len(items) and is_joint(items[end]):
            end += 1
        if end == len(items) or not _member(items, end):
            return
        index = end
        yield index


def _behind(items: Sequence[Item], index: int) -> int:
    """Behind a member and its bracket."""
    if not _bracketed(items, index):
        return index + 1
    closed = (at for at in range(index + 2, min(len(items), index + 2 + _LONGEST)) if is_token(items[at], ")"))
    return next(closed, len(items) - 1) + 1


def _backward(items: Sequence[Item], index: int) -> Iterator[int]:
    """The members of a list in front of one."""
    at = index - 1
    while at > 0 and is_joint(items[at]):
        while at > 0 and is_joint(items[at]):
            at -= 1
        if is_token(items[at], ")"):
            opened = (n for n in range(at - 1, max(0, at - _LONGEST), -1) if is_token(items[n], "("))
            at = next(opened, 0) - 1
        if at < 0 or not _member(items, at):
            return
        yield at
        at -= 1


def _member(items: Sequence[Item], index: int) -> bool:
    """Whether a name with a bracket or an office stands at an index."""
    item = items[index]
    return isinstance(item, Holder) and item.person is not None and (bool(item.offices) or _bracketed(items, index))
