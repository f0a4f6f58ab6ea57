"""A date as it is written → what day it is, with its precision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from kg.model import Precision

_NEWS = 45  # days between an event and the news of it
_AHEAD = 3  # how much nearer a day to come must be than the last one, where the text names no year


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written; what the text leaves out is None. `weekday` counts from Monday, `offset` from publication."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    weeks: int | None = None  # "Senin pekan lalu": the weekday in a week counted from that of publication
    eve: bool = False  # "malam Minggu (14/9)": the day may be the one before the weekday


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved date: ISO string and how precise it is."""

    iso: str
    precision: Precision


def resolve(mention: DateMention, published: str | None, years: tuple[int, ...] = ()) -> Day | None:
    """What day a date is, from the publication date and the years that the article names; None when it can't be told.

    A day without a year is the last one before publication that fits, unless the next one is much nearer; without a
    publication date, it is the one whose weekday agrees in a year that the text names. Where weekday and date disagree,
    the weekday before publication wins over a date that is still to come, or that a slip explains.
    """
    anchor = dt.date.fromisoformat(published) if published else None
    if mention.eve:
        mention = replace(mention, weekday=None)
    if mention.offset is not None:
        return Day((anchor + dt.timedelta(mention.offset)).isoformat(), "day") if anchor else None
    if mention.month is None:
        if anchor is None or mention.weekday is None:
            return None
        back = (anchor.weekday() - mention.weekday) % 7
        if mention.weeks is not None:
            back = anchor.weekday() - mention.weekday - 7 * mention.weeks
        return Day((anchor - dt.timedelta(back)).isoformat(), "day")
    if mention.day is None:
        return Day(f"{mention.year:04}-{mention.month:02}", "month") if mention.year else None
    if mention.year is not None:
        day = day_of(mention.year, mention.month, mention.day)
        if day is None:
            return None
        if mention.weekday not in (None, day.weekday()):
            day = _supported(day, mention.weekday, anchor) if anchor else _in_other_year(day, mention.weekday, years)
        return Day(day.isoformat(), "day")
    return _without_year(mention, anchor, years)


def _supported(day: dt.date, weekday: int, anchor: dt.date) -> dt.date:
    """Of a date and a weekday that disagree, the weekday before publication where a slip explains it.

    A slip is one day, or the month alone: "Selasa (13/1/2024)", published on Tuesday, 13 February. A date that is the
    day of publication needs no more support.
    """
    named = anchor - dt.timedelta((anchor.weekday() - weekday) % 7)
    slipped = abs((named - day).days) <= 1 or named.day == day.day
    return named if (slipped and day != anchor) or day > anchor else day


def _in_other_year(day: dt.date, weekday: int, years: tuple[int, ...]) -> dt.date:
    """A day whose year has a wrong figure, told by the weekday and by another year of the text: "Rabu, 31/12/2035".

    The day itself where no such year, or more than one, fits.
    """
    near = {year + step for year in years if year != day.year for step in (-1, 0, 1)} - {day.year}
    slips = (year for year in near if sum(a != b for a, b in zip(str(year), str(day.year), strict=True)) == 1)
    days = [told for year in slips if (told := day_of(year, day.month, day.day)) and told.weekday() == weekday]
    return days[0] if len(days) == 1 else day


def _without_year(mention: DateMention, anchor: dt.date | None, years: tuple[int, ...]) -> Day | None:
    if mention.month is None or mention.day is None:
        return None
    around = sorted({anchor.year, anchor.year - 1, anchor.year + 1}) if anchor else _around(years)
    days = [day for year in around if (day := day_of(year, mention.month, mention.day))]
    if mention.weekday is not None:
        days = [day for day in days if day.weekday() == mention.weekday] or (days if anchor else [])
    elif anchor is None:
        days = [day for day in days if day.year in years]
    if not days:
        return None
    if anchor and mention.weekday is not None and _far(days, mention.weekday, anchor):
        # a page that was saved or written anew shows another day than that of its article
        fitting = [day_of(year, mention.month, mention.day) for year in years if year <= anchor.year]
        told = [day for day in fitting if day is not None and day.weekday() == mention.weekday]
        return Day(told[0].isoformat(), "day") if len(told) == 1 else None
    if anchor:
        best = min(
            days, key=lambda d: (anchor - d).days if d <= anchor + dt.timedelta(1) else _AHEAD * (d - anchor).days
        )
        if mention.weekday is not None and best.weekday() != mention.weekday:
            best = _supported(best, mention.weekday, anchor)
    else:
        latest = max(years, default=0)
        best = min(days, key=lambda d: (d.year not in years, abs(d.year - latest), d))
    return Day(best.isoformat(), "day")


def _far(days: list[dt.date], weekday: int, anchor: dt.date) -> bool:
    """Whether no day of some agrees with a weekday, and none is near enough to publication to be that by a slip."""
    return all(day.weekday() != weekday and abs((anchor - day).days) > _NEWS for day in days)


def _around(years: tuple[int, ...]) -> list[int]:
    """The years that the text names and their neighbours."""
    return sorted({year + step for year in years for step in (-2, -1, 0, 1, 2)})


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """A day of the calendar, or None where it has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def with_right_weekdays(dates: list[DateMention], published: str | None) -> list[DateMention]:
    """The dates of a text; all with the weekdays of their figures where that of publication has a wrong one.

    Who wrote "Selasa (13/11)" on a Wednesday looked at a wrong calendar for "Senin (12/11/2024)" as well.
    """
    if published is None:
        return dates
    anchor = dt.date.fromisoformat(published)
    today = [d for d in dates if d.weekday is not None and (d.day, d.month) == (anchor.day, anchor.month)]
    slips = {(anchor.weekday() - d.weekday) % 7 for d in today if d.year in (None, anchor.year)}  # type: ignore[operator]
    slips -= {0}  # of the page around the article
    return [_slipped(date, next(iter(slips)), anchor.year) for date in dates] if len(slips) == 1 else dates


def _slipped(date: DateMention, slip: int, year: int) -> DateMention:
    """A date with the weekday of its figures, where it lies as many days from the written one as others do."""
    if date.weekday is None or date.month is None or date.day is None:
        return date
    weekday, day = (date.weekday + slip) % 7, day_of(date.year or year, date.month, date.day)
    return replace(date, weekday=weekday) if day is not None and day.weekday() == weekday else date
