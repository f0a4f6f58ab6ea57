"""Labelled units → where further articles of a page begin: the archive of an outlet shows several in full.

A headline stands behind the line that ends the article before, who posted it or how many comments it has; or its first
paragraph has a dateline of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.reading.cues import Cues
from kg.reading.dateline import dateline_end
from kg.reading.scoring import Scored

BODY = "body"
_ENDS = ("byline", "comment")  # reasons of cues that stand at the end of an article
_WORDS = 4  # of the shortest headline
_LEAST = 2  # paragraphs of the first article


def further_heads(text: str, items: Sequence[Scored], labels: Sequence[str], cues: Cues) -> frozenset[int]:
    """The indices of the headlines of all articles of a page but the first."""
    found: list[int] = []
    told, ended = 0, False
    for index, (item, following) in enumerate(pairwise(items)):
        headline = item.headline and item.titled and item.words >= _WORDS
        if headline and told >= _LEAST and following.prose and labels[index + 1] == BODY:
            unit = following.unit
            placed = dateline_end(text, unit.start, unit.end, cues.offices, sure=True) > unit.start
            if ended or (placed and _behind_prose(items, labels, index)):
                found.append(index)
        told += labels[index] == BODY and item.prose
        ends = item.cue is not None and item.cue.reason in _ENDS
        ended = ends or (ended and labels[index] != BODY)
    return frozenset(found)


def _behind_prose(items: Sequence[Scored], labels: Sequence[str], index: int) -> bool:
    """Whether the last unit of the body before an index ends like a paragraph."""
    last = next((at for at in range(index - 1, -1, -1) if labels[at] == BODY), None)
    return last is not None and items[last].closes
