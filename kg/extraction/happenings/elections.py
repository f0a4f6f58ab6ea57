"""What stands in front of a date → whether a clause about an election ends there: "Pemilu 2024 yang (digelar)"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Item, Token, is_token, kind_of, text_of
from kg.extraction.holding.sought_offices import SOUGHT


def of_election(before: Sequence[Item]) -> bool:
    """Whether a relative clause about an election ends here: "Pemilu 2024 yang (digelar 14 Februari)"."""
    return election(before) is not None


def election(before: Sequence[Item]) -> int | None:
    """Where the word for the election stands of which a relative clause that ends here tells; None where there is none.

    The offices that are voted on may stand behind it: "pemilihan Bupati dan Wakil Bupati yang (digelar 9 Desember)".
    """
    if not before or not isinstance(before[-1], Cue) or before[-1].kind != "relative":
        return None
    for at in range(len(before) - 2, -1, -1):
        item = before[at]
        if kind_of(item) == "conjunctions" or is_token(item, SOUGHT):
            continue
        if isinstance(item, Cue) or not ((isinstance(item, Token) and item.word) or text_of(item).isdigit()):
            return at if kind_of(item) == "candidacy" else None
    return None
