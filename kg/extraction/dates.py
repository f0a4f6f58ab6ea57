"""Text → dates as they are written, and what day each of them is, with its precision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kg.lexicon.letters import lower
from kg.model import Precision
from kg.ontology import Ontology

_LEADS = 3  # words such as "on the day" in front of a date


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


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved date: ISO string and how precise it is."""

    iso: str
    precision: Precision


class Calendar:
    """The words for dates of one language, compiled from the ontology's calendar."""

    def __init__(self, ontology: Ontology) -> None:
        months: dict[str, int] = {}
        weekdays: dict[str, int] = {}
        offsets: dict[str, int] = {}
        parts: list[str] = []
        leads: list[str] = []
        ranges: list[str] = []
        lists: list[str] = []
        for concept in ontology.scheme("calendar"):
            forms = [lower(label.text) for label in concept.forms()]
            if number := concept.value("monthNumber"):
                months.update(dict.fromkeys(forms, int(number)))
            elif number := concept.value("weekdayNumber"):
                weekdays.update(dict.fromkeys(forms, int(number)))
            elif number := concept.value("dayOffset"):
                offsets.update(dict.fromkeys(forms, int(number)))
            elif concept.flag("partOfDay"):
                parts += forms
            elif concept.flag("dateLead"):
                leads += forms
            elif concept.flag("dateRange"):
                ranges += forms
            elif concept.flag("dateList"):
                lists += forms
        self._months, self._weekdays, self._offsets = months, weekdays, offsets
        month, weekday, part, lead = (_either(words) for words in (months, weekdays, parts, leads))
        initials = "".join(sorted({re.escape(word[0]) for word in (*months, *weekdays, *offsets, *leads)}))
        begins = rf"(?=[(/\d]|\b[{initials}])"  # said first, since it fails at once nearly everywhere
        head = rf"(?:\b(?P<weekday>{weekday})\b(?:\s+(?:{part}))?[\s,]*)?(?:[(/]\s*)?(?:(?:{lead})\s+){{0,{_LEADS}}}"
        through = rf"\s*(?:{_either(ranges)})\s*"
        to = rf"(?:\s*(?:{_either([*ranges, *lists])})\s*\d{{1,2}})?"
        self._pattern = re.compile(
            rf"{begins}(?:{head}(?:"
            rf"\b(?P<d1>\d{{1,2}}){to}[\s-]*(?P<m1>{month})\b\.?(?:{through}\d{{1,2}}\s+(?:{month})\b)?[\s,-]*(?P<y1>(?:19|20)\d\d)?\b"
            rf"|\b(?P<d2>\d{{1,2}})(?P<sep>[/.-])(?P<m2>\d{{1,2}})(?:(?P=sep)(?P<y2>(?:20)?\d\d))?(?![\d/.,]\d|\d)"
            rf"|\b(?P<m3>{month})\s+(?P<y3>(?:19|20)\d\d)\b"
            rf"|\b(?P<m4>{month})\s+(?P<d4>\d{{1,2}}),\s*(?P<y4>(?:19|20)\d\d)\b"
            rf")|\b(?P<only>{weekday})\b|\b(?P<relative>{_either(offsets)})\b)"
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
        """The dates written in a stretch of a text, in order. A numeric date needs a year, a weekday or brackets."""
        found = []
        for match in self._pattern.finditer(lower(text), start, len(text) if end is None else end):
            mention = self._mention(match, text)
            if mention is not None:
                found.append(mention)
        return found

    def _mention(self, match: re.Match[str], text: str) -> DateMention | None:
        part = match.groupdict()
        at = match.start(), match.end()
        if part["only"]:
            capital = text[match.start()].isupper()
            return DateMention(*at, weekday=self._weekdays[part["only"]]) if capital else None
        if part["relative"]:
            return DateMention(*at, offset=self._offsets[" ".join(part["relative"].split())])
        weekday = self._weekdays[part["weekday"]] if part["weekday"] else None
        month_word = part["m1"] or part["m3"] or part["m4"]
        month = self._months[month_word] if month_word else int(part["m2"])
        day_word = part["d1"] or part["d2"] or part["d4"]
        day = int(day_word) if day_word else None
        year_word = part["y1"] or part["y2"] or part["y3"] or part["y4"]
        year = int(year_word) if year_word else None
        if year is not None and year < 100:
            year += 2000
        if (
            part["d2"]
            and year is None
            and weekday is None
            and not text[: match.end()].rstrip("0123456789/.-").endswith("(")
        ):
            return None
        if part["d2"] and part["sep"] in ".-" and (year is None or len(part["y2"]) != 4):
            return None
        if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            return None
        return DateMention(*at, year=year, month=month, day=day, weekday=weekday)


def _either(words: Iterable[str]) -> str:
    """One of some words, the longest first; by their first letters, so that most places are passed over at once."""
    groups = groupby(sorted(words, key=lambda word: (word[0], -len(word), word)), key=lambda word: word[0])
    return "|".join(f"{re.escape(first)}(?:{'|'.join(_spaced(word[1:]) for word in group)})" for first, group in groups)


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def resolve(mention: DateMention, published: str | None, years: tuple[int, ...] = ()) -> Day | None:
    """What day a date is, from the publication date and the years that the article names; None when it can't be told.

    A day without a year is the last one before publication that fits, or, without a publication date, the one whose
    weekday agrees in a year that the text names. Where weekday and date disagree, the reading that lies within a week
    before publication wins.
    """
    anchor = dt.date.fromisoformat(published) if published else None
    if mention.offset is not None:
        return Day((anchor + dt.timedelta(mention.offset)).isoformat(), "day") if anchor else None
    if mention.month is None:
        if anchor is None or mention.weekday is None:
            return None
        back = (anchor.weekday() - mention.weekday) % 7
        return Day((anchor - dt.timedelta(back)).isoformat(), "day")
    if mention.day is None:
        return Day(f"{mention.year:04}-{mention.month:02}", "month") if mention.year else None
    if mention.year is not None:
        day = _date(mention.year, mention.month, mention.day)
        if day is None:
            return None
        if anchor and mention.weekday is not None and day.weekday() != mention.weekday:
            day = _supported(day, mention.weekday, anchor)
        return Day(day.isoformat(), "day")
    return _without_year(mention, anchor, years)


def _supported(day: dt.date, weekday: int, anchor: dt.date) -> dt.date:
    """Of a date and a weekday that disagree, the weekday before publication where a slip of one day explains it."""
    named = anchor - dt.timedelta((anchor.weekday() - weekday) % 7)
    if abs((named - day).days) > 1 and 0 <= (anchor - day).days <= 31:
        return day
    return named


def _without_year(mention: DateMention, anchor: dt.date | None, years: tuple[int, ...]) -> Day | None:
    if mention.month is None or mention.day is None:
        return None
    around = sorted({anchor.year, anchor.year - 1, anchor.year + 1}) if anchor else _around(years)
    days = [day for year in around if (day := _date(year, mention.month, mention.day))]
    if mention.weekday is not None:
        days = [day for day in days if day.weekday() == mention.weekday] or (days if anchor else [])
    elif anchor is None:
        days = [day for day in days if day.year in years]
    if not days:
        return None
    if anchor:
        best = min(days, key=lambda d: (d > anchor + dt.timedelta(1), abs((anchor - d).days)))
    else:
        latest = max(years, default=0)
        best = min(days, key=lambda d: (d.year not in years, abs(d.year - latest), d))
    return Day(best.isoformat(), "day")


def _around(years: tuple[int, ...]) -> list[int]:
    """The years that the text names and their neighbours."""
    return sorted({year + step for year in years for step in (-2, -1, 0, 1, 2)})


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
