"""Which unit is the headline: the one known from elsewhere, or the one that the first paragraphs repeat most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from kg.reading.cues import fold_line
from kg.reading.scoring import Scored

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_CREDITED = re.compile(r"[.!?]\s*\([^()]{2,60}\)\s*$")  # a sentence with who took its picture
_NEAR_TOP = 20  # units among which a known title is looked for
_MOST = 20  # characters of a cut title that are enough to know it


def headline(
    items: Sequence[Scored],
    labels: Sequence[str],
    prose: Sequence[int],
    title: str | None,
    never: Callable[[int], bool],
) -> int | None:
    """The index of the headline, or None. `title` is known from elsewhere, `never` says of which it is none."""
    known = _known(items, title)
    return known if known is not None else _head(items, labels, prose, never)


def _content(text: str) -> set[str]:
    return {word.lower() for word in _CONTENT.findall(text[:400])}


def _known(items: Sequence[Scored], title: str | None) -> int | None:
    """The unit near the top that is the title known from elsewhere, or most of it."""
    known = fold_line(title) if title else ""
    for index, item in enumerate(items[:_NEAR_TOP] if known else ()):
        bare = item.folded.strip("#* ")
        if bare and (bare == known or (len(bare) > _MOST and known.startswith(bare))):
            return index
    return None


def _head(
    items: Sequence[Scored], labels: Sequence[str], prose: Sequence[int], never: Callable[[int], bool]
) -> int | None:
    """The unit that is the headline: of those shaped like one, that which the lead repeats most."""
    open_units = (index for index in range(prose[0] + 1) if not labels[index])
    shaped = [at for at in open_units if _like_headline(items[at], first=at == prose[0]) and not never(at)]
    if not shaped:
        return None
    lead = set().union(*(_content(items[index].unit.text) for index in prose[:3]))
    texts = Counter(item.folded for item in items[: prose[0]])
    best, best_value = None, 0.35
    for index in shaped:
        item = items[index]
        words = _content(item.unit.text)
        value = len(words & lead) / max(3, len(words)) + 0.3 * (texts[item.folded] > 1) + item.score * 0.05
        value += (0.2 if 5 <= item.words <= 25 else -0.1) + 0.25 * item.titled
        if index == prose[0]:
            others = set().union(*(_content(items[other].unit.text) for other in prose[1:5]), set())
            value = len(words & others) / max(3, len(words)) if others else 0.0
        if value > best_value:
            best, best_value = index, value
    return 0 if best is None and prose[0] > 0 and shaped[0] == 0 and items[0].words >= 4 else best


def _like_headline(item: Scored, *, first: bool) -> bool:
    text = item.unit.text
    if item.words < 3 or len(text) > 260 or item.cue or _CREDITED.search(text):
        return False
    if first:  # a headline that is long enough to pass for prose
        return item.words <= 30 and not text.endswith((".", "”", ":", ",", ";"))
    return not text.endswith((".", ",", ";")) or text.endswith("...")
