"""Cues → the sections that they open: related articles, comments, and how far each of them reaches on this page."""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.scoring import Scored

CAPTION = "caption"
_ENOUGH = 200  # characters of prose after which a section for the rest of the page may begin
_SENTENCE = 4  # words of the shortest sentence that ends a list of links
_CAPTION_WORDS = 6  # with fewer it only says who took the picture


def sections(items: Sequence[Scored]) -> list[str]:
    """Labels of the units that cues account for; "" for the others."""
    sizes = [len(item.unit.text) if item.prose else 0 for item in items]
    total, before = sum(sizes), 0
    labels = [""] * len(items)
    reason, reach = "", "line"
    for index, item in enumerate(items):
        cue = item.cue
        if reach == "rest" and not (cue and cue.reach == "rest"):
            labels[index] = f"-{reason}"
        elif cue and cue.reason == "caption":
            labels[index], reach = CAPTION if item.words >= _CAPTION_WORDS else "-byline", "line"
        elif cue:
            reason, reach = (
                cue.reason,
                _reach(cue.reach, cue.reason, before, total - before - sizes[index], alone=cue.alone),
            )
            labels[index] = f"-{reason}"
        elif reach == "list" and not item.prose and not (item.stops and not item.item and item.words >= _SENTENCE):
            labels[index] = f"-{reason}"
        else:
            reach = "line"
        before += sizes[index]
    return labels


def _reach(reach: str, reason: str, before: int, after: int, *, alone: bool) -> str:
    """How far a cue reaches at this place of the page."""
    if reach == "rest":
        if reason == "comment":
            return "rest" if before >= _ENOUGH or (before and not after) else "line"
        return "rest" if before >= _ENOUGH and after <= before else "list"
    return reach if reach == "list" and alone else "line"
