"""An office among the chunks of a sentence → whether it is only stood for: "paslon Bupati dan Wakil Bupati".

In come the items in front of it and the chunks around it; out comes yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Cue, Holder, Item, Office, Token, is_joint, is_token, kind_of
from kg.extraction.holding.held_behind import person_behind
from kg.extraction.words.vocabulary import Vocabulary

SOUGHT = "\0"  # in place of an office that somebody stands for
_INSTALLS = frozenset({"cue-swears-in", "cue-installs"})  # the concepts of words for it
_STANDS = "candidacy"  # and of those for a candidate, not for a contest
_TIES = ("-", "–", "/")  # signs between two offices that are one ticket's
_PASSED = ("-", "–", "(", ")")  # signs between a candidacy and an office: "pasangan calon (paslon) Bupati"


def is_sought(
    items: Sequence[Item], chunks: Sequence[Chunk], index: int, office: Office, vocabulary: Vocabulary
) -> bool:
    """Whether the office at an index of the chunks, behind some items, is only stood for."""
    return (
        (_sought(items) or _runs_along(items, office) or _debated(items, chunks, index, vocabulary))
        and not _next_in_list(chunks, index)
        and not _held_besides(chunks, index)
        and not _installed(items)
    )


def _sought(items: Sequence[Item]) -> bool:
    """Whether an office that comes next is only stood for: "paslon Bupati dan Wakil Bupati"."""
    before = [item for item in items[-4:] if not (is_joint(item) or is_token(item, *_PASSED))]
    if before and isinstance(before[-1], Holder) and before[-1].person and not before[-1].person.sure:
        before.pop()  # "calon Bupati dan Wakil Bupati": the first was read as a word
    elif len(before) > 1 and isinstance(before[-1], Token) and before[-1].capital and is_token(items[-1], *_TIES):
        before.pop()  # the same in a line of capitals, with a hyphen
    at = before[-1].start if before else -1
    last = [item for item in before if item.start == at]
    return any(kind_of(item) == "candidacy" or is_token(item, SOUGHT) or _stands(item) for item in last)


def _debated(items: Sequence[Item], chunks: Sequence[Chunk], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a debate is among those who stand for an elected office: "debat perdana Wali Kota-Wakil Wali Kota X"."""
    office = chunks[index]
    last = items[-1] if items else None
    event = isinstance(last, Cue) and last.kind == "event"
    debate = event and vocabulary.concept(last.concept).flag("ofContestants")  # type: ignore[union-attr]
    return debate and isinstance(office, Office) and office.elected and person_behind(chunks, index + 1) is None


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
