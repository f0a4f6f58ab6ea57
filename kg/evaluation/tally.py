"""Counts of right, spurious and missed, with a line for each error, and the figures that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MEASURES = (
    "institutions",
    "persons",
    "postings",
    "participation",
    "participation+role",
    "event date",
    "event kind+date",
    "typing",
)


class Mistake(NamedTuple):
    """One error: in which measure and article, what it is, and the annotated words that prove what was wanted."""

    measure: str
    article: str
    text: str
    quote: str = ""


class Figures(NamedTuple):
    """Precision, recall and F1 with their counts; where nothing was to be found and nothing was claimed, they are 1."""

    precision: float
    recall: float
    f1: float
    tp: int
    fp: int
    fn: int


@dataclass
class Tally:
    """Counts of one measure."""

    name: str
    tp: int = 0
    fp: int = 0
    fn: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    def spurious(self, article: str, text: str) -> None:
        """Something was claimed that is not so."""
        self.fp += 1
        self.mistakes.append(Mistake(self.name, article, text))

    def missed(self, article: str, text: str, quote: str = "") -> None:
        """Something was not found."""
        self.fn += 1
        self.mistakes.append(Mistake(self.name, article, text, quote))

    def figures(self) -> Figures:
        return figures(self.tp, self.fp, self.fn)


def figures(tp: int, fp: int, fn: int) -> Figures:
    """The figures of counts, rounded to four digits."""
    nothing = float(not tp + fp + fn)
    p = tp / (tp + fp) if tp + fp else nothing
    r = tp / (tp + fn) if tp + fn else nothing
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Figures(round(p, 4), round(r, 4), round(f1, 4), tp, fp, fn)


class Tallies(dict[str, Tally]):
    """A tally for each measure, made when it is first asked for."""

    def __missing__(self, name: str) -> Tally:
        self[name] = Tally(name)
        return self[name]


def total(parts: Iterable[Mapping[str, Tally]]) -> Tallies:
    """The sum of several articles' tallies; every main measure is there."""
    result = Tallies()
    for name in MEASURES:
        result[name]
    for part in parts:
        for name, tally in part.items():
            into = result[name]
            into.tp += tally.tp
            into.fp += tally.fp
            into.fn += tally.fn
            into.mistakes.extend(tally.mistakes)
    return result
