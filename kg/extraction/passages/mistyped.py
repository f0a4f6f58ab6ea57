"""Figures of a date with a slip, and the weekday in front of them → the day that was meant.

"Kamis (23/13/2021)" has a wrong month, "Senin (29/07/224)" lacks a figure, "Senin (174/2023)" a stroke. Where no
reading has that weekday, or more than one, none is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.dates import day_of
from kg.extraction.passages.years import PLAUSIBLE

_MONTHS = 12
_FIGURES = re.compile(r"[\s,]{0,3}(\(\s?)?(\d{1,2}(?:[/.-]?\d{1,4}){1,2})(?![\d/.,-]?\d)")
_SHORT, _LONG = 2, 4  # figures of a year
_PARTS = 3  # of a date


def month_and_day(year: int, month: int, day: int, weekday: int) -> tuple[int, int]:
    """The month and day of a date whose month is none: a figure is wrong or both changed places."""
    written = f"{month:02}"
    slips = [m for m in range(1, _MONTHS + 1) if sum(a != b for a, b in zip(written, f"{m:02}", strict=True)) == 1]
    readings = [(m, day) for m in slips] + [(day, month)]
    days = {reading: day_of(year, *reading) for reading in readings}
    fitting = [reading for reading, known in days.items() if known is not None and known.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else (month, day)


def year_meant(written: str, month: int, day: int | None, weekday: int | None) -> int | None:
    """The year to which a figure was added, or that lacks one, or has a wrong one; None where it can't be told."""
    years = (year for year in PLAUSIBLE if _near(written, str(year)))
    days = {year: day_of(year, month, day or 1) for year in years}
    fitting = [year for year, known in days.items() if known and weekday in (None, known.weekday())]
    return fitting[0] if len(fitting) == 1 else None


def run_together(text: str, at: int, stop: int, weekday: int) -> tuple[int, tuple[int, int, int]] | None:
    """The end and the year, month and day of figures behind a weekday between which strokes are missing.

    Without any stroke they stand in brackets: "Kamis 1830 WIB" is an hour.
    """
    match = _FIGURES.match(text, at, stop)
    if match is None or not (match[1] or re.search(r"[/.-]", match[2])):
        return None
    written = match[2]
    days = {date: day_of(*date) for date in _readings(re.split(r"[/.-]", written))}
    fitting = [date for date, known in days.items() if known is not None and known.weekday() == weekday]
    return (match.end(), fitting[0]) if len(fitting) == 1 else None


def _readings(groups: list[str]) -> Iterator[tuple[int, int, int]]:
    """The dates that groups of figures may be: a day, a month and a year, some of which stand together."""
    figures = "".join(groups)
    ends = {sum(map(len, groups[:at])) for at in range(1, len(groups))}  # where strokes are written
    for of_day in (1, 2):
        for of_month in (1, 2):
            year = figures[of_day + of_month :]
            if not ends <= {of_day, of_day + of_month}:
                continue
            month, day = int(figures[of_day : of_day + of_month] or 0), int(figures[:of_day])
            if len(year) == _SHORT or (len(year) == _LONG and int(year) in PLAUSIBLE):
                yield 2000 + int(year) % 100, month, day
            elif len(groups) == _PARTS and len(year) == _LONG:
                yield from ((meant, month, day) for meant in PLAUSIBLE if _near(year, str(meant)))


def _near(written: str, year: str) -> bool:
    """Whether a number is a year but for one figure: one more, one less or another one."""
    if len(written) == len(year):
        return sum(a != b for a, b in zip(written, year, strict=True)) == 1
    return _without_one(written, year) or _without_one(year, written)


def _without_one(short: str, long: str) -> bool:
    """Whether a number is another one without one of its figures."""
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
