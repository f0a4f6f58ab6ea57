"""Days as ISO dates, of which months and years are the first day → how far they are apart."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


def days_between(left: str, right: str) -> int:
    """Days from one to the other; negative where the second is before the first."""
    return (_date(right) - _date(left)).days


@lru_cache(maxsize=1 << 13)
def _date(text: str) -> date:
    year, month, day = (*(int(part) for part in text[:10].split("-")), 1, 1)[:3]
    return date(year, month, day)
