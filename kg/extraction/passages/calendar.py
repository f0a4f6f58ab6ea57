"""Text → the dates written in it, by the words of the ontology's calendar; and the feasts that it names."""

from __future__ import annotations

import datetime as dt
import re

from ahocorasick_rs import AhoCorasick

from kg.extraction.dates import DateMention, Day, day_of
from kg.extraction.passages.mistyped import month_and_day, run_together, year_meant
from kg.extraction.passages.years import Years
from kg.lexicon.alternation import either
from kg.lexicon.letters import lower
from kg.ontology import Ontology

_FLAGS = ("partOfDay", "dateLead", "dateJoint", "dateRange", "dateList", "dateEvery", "dateEve", "dateHour")
_WEEK = 7
_MONTHS = 12
_YEAR = (2, 4)  # figures of a year as it is written
_OF_PAPER = re.compile(r"[\d./][A-Z]+[-/.]$")  # the number of a decree goes on: "K.ST-09/10/2022"
_FIGURE = re.compile(r"[(/\d]")
_AHEAD = 14  # characters in front of a weekday
_BEHIND = 24  # characters behind a date in figures
_WORDS = 3  # words such as "on the day" in front of a date, or "in the morning" behind a weekday


class Calendar:
    """The words for dates of one language, compiled from the ontology's calendar."""

    def __init__(self, ontology: Ontology) -> None:
        self.years = Years(ontology)
        months: dict[str, int] = {}
        weekdays: dict[str, int] = {}
        offsets: dict[str, int] = {}
        weeks: dict[str, int] = {}
        words: dict[str, list[str]] = {flag: [] for flag in _FLAGS}
        names: list[str] = []
        for concept in ontology.scheme("calendar"):
            forms = [lower(label.text) for label in concept.forms()]
            names += [lower(label.text) for label in concept.labels if label.kind == "not"]
            if number := concept.value("monthNumber"):
                months.update(dict.fromkeys(forms, int(number)))
            elif number := concept.value("weekdayNumber"):
                weekdays.update(dict.fromkeys(forms, int(number)))
            elif number := concept.value("dayOffset"):
                offsets.update(dict.fromkeys(forms, int(number)))
            elif number := concept.value("weekOffset"):
                weeks.update(dict.fromkeys(forms, int(number)))
            for flag in _FLAGS:
                if concept.flag(flag):
                    words[flag] += forms
        self._months, self._weekdays, self._offsets, self._weeks = months, weekdays, offsets, weeks
        self._feasts = {
            lower(label.text): (int(feast.value("monthNumber") or 0), int(feast.value("dayNumber") or 0))
            for feast in ontology.scheme("feasts")
            for label in feast.forms()
        }
        self._every, self._eve = (re.compile(rf"\b(?:{either(words[f])})\s+$") for f in ("dateEvery", "dateEve"))
        self._hour = re.compile(rf",?\s{{0,3}}(?:{either(words['dateHour'])})\s+\d")
        self._feast = re.compile(rf"\b(?:{either(self._feasts)})\b")
        month, weekday, relative, week = (either(forms) for forms in (months, weekdays, offsets, weeks))
        lead, joint = either(words["dateLead"]), either(words["dateJoint"])
        later = rf"(?:\s+(?:{either([*words['partOfDay'], *offsets])})\b){{0,{_WORDS}}}"
        through = rf"\s*(?:{either(words['dateRange'])})\s*"
        to = rf"(?:\s*(?:{either([*words['dateRange'], *words['dateList']])})\s*"
        days = rf"(?!(?:{either(names)})\b)(?P<weekday>{weekday})\b{later}{to}(?:{weekday})\b)?"
        first = either({*months, *weekdays, *offsets, *words["dateLead"]})
        begins = rf"(?=[(/\d]|\b(?:{first}))"  # said first, since it fails at once nearly everywhere
        head = rf"(?:\b{days}[\s,]*)?(?:[(/]\s*)?(?:(?:{lead})\s+){{0,{_WORDS}}}"
        openings = {word.split()[0] for word in (*months, *weekdays, *offsets, *words["dateLead"])}
        self._opening = AhoCorasick(sorted(openings))
        self._pattern = re.compile(
            rf"{begins}(?:{head}(?:"
            rf"\b(?P<d1>\d{{1,2}}){to}\d{{1,2}})?[\s-]*(?:(?:{joint})\s+)?(?P<m1>{month})\b\.?(?:{through}\d{{1,2}}\s+(?:{month})\b)?[\s,-]*(?:(?:{joint})\s+)?(?P<y1>(?:19|20)\d\d)?\b"
            rf"|(?<!\d/)\b(?P<d2>\d{{1,2}})(?:{through}\d{{1,2}}(?=/))?(?P<sep>[/.-])(?:(?P=sep)|\s)?(?P<m2>\d{{1,2}})(?:/(?P=m2)(?=/\d{{4}}))?(?:(?:(?P=sep){{1,2}}|[/-](?=20\d\d))(?P<y2>(?:20)?\d\d|\d{{3}}|2\d{{4}}))?(?![\d/.,]\d|\d)"
            rf"|\b(?P<m3>{month})\s+(?P<y3>(?:19|20)\d\d)\b"
            rf"|\b(?P<m4>{month})\s+(?P<d4>\d{{1,2}}),\s*(?P<y4>(?:19|20)\d\d)\b"
            rf")|\b(?!(?:{either(names)})\b)(?P<only>{weekday})\b(?:{later}\s+(?P<week>{week})\b)?{later}|\b(?P<relative>{relative})\b)"
        )

    def feast(self, text: str, published: str) -> Day | None:
        """The day of a feast that a text names, when it lies within a week before publication."""
        anchor = dt.date.fromisoformat(published)
        for match in self._feast.finditer(lower(text)):
            month, number = self._feasts[" ".join(match.group().split())]
            day = day_of(anchor.year, month, number)
            if day is not None and 0 <= (anchor - day).days <= _WEEK:
                return Day(day.isoformat(), "day")
        return None

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
        """The dates written in a stretch of a text, in order. A numeric date needs a year, a weekday or brackets."""
        found: list[DateMention] = []
        letters, stop = lower(text), len(text) if end is None else end
        behind = start
        for at in self._beginnings(letters, start, stop):
            match = self._pattern.match(letters, at, stop) if at >= behind else None
            if match is not None:
                mention = self._mention(match, text, stop)
                behind = mention.end if mention is not None else match.end()
                if mention is not None and not (found and _said_again(found[-1], mention, text)):
                    found.append(mention)
        return found

    def _beginnings(self, letters: str, start: int, end: int) -> list[int]:
        """Where a date may begin, in order: at a bracket, a stroke, a figure, or a word of the calendar."""
        words = self._opening.find_matches_as_indexes(letters[start:end], overlapping=True)
        figures = [match.start() for match in _FIGURE.finditer(letters, start, end)]
        return sorted({*figures, *[start + at for _, at, _ in words]})

    def _mention(self, match: re.Match[str], text: str, stop: int) -> DateMention | None:
        part = match.groupdict()
        at = match.start(), match.end()
        ahead = lower(text[max(0, at[0] - _AHEAD) : at[0]]) if part["only"] or part["weekday"] else ""
        eve = bool(self._eve.search(ahead))
        if part["only"]:
            return None if self._every.search(ahead) else self._weekday(match, text, stop, eve=eve)
        if part["relative"]:
            return DateMention(*at, offset=self._offsets[" ".join(part["relative"].split())])
        weekday = self._weekdays[part["weekday"]] if part["weekday"] else None
        month_word = part["m1"] or part["m3"] or part["m4"]
        month = self._months[month_word] if month_word else int(part["m2"])
        day_word = part["d1"] or part["d2"] or part["d4"]
        day = int(day_word) if day_word else None
        year_word = part["y1"] or part["y2"] or part["y3"] or part["y4"]
        year: int | None = int(year_word) if year_word else None
        if year is not None and year < 100:
            year += 2000
        if year_word and len(year_word) not in _YEAR:
            year = year_meant(year_word, month, day, weekday)
        if part["d2"] and not self._numeric(match, text):
            return None
        if month > _MONTHS and weekday is not None and year is not None and day is not None:
            month, day = month_and_day(year, month, day, weekday)
        if not 1 <= month <= _MONTHS or (day is not None and not 1 <= day <= 31):
            return None
        return DateMention(*at, year=year, month=month, day=day, weekday=weekday, eve=eve)

    def _weekday(self, match: re.Match[str], text: str, stop: int, *, eve: bool) -> DateMention | None:
        """A weekday without a date that can be read as it stands: with figures run together, or with a capital."""
        at, of_week = match.span(), self._weekdays[match["only"]]
        weeks = self._weeks[" ".join(match["week"].split())] if match["week"] else None
        if weeks is None and (together := run_together(text, at[1], stop, of_week)) is not None:
            return DateMention(at[0], together[0], *together[1], weekday=of_week, eve=eve)
        return DateMention(*at, weekday=(of_week - eve) % _WEEK, weeks=weeks) if text[at[0]].isupper() else None

    def _numeric(self, match: re.Match[str], text: str) -> bool:
        """Whether two or three numbers are a date: a year, a weekday, a bracket or the hour behind it says so.

        "5-4" and "5.4" want two of them.
        """
        year, start = match["y2"], match.start("d2")
        year = year if year is None or len(year) in _YEAR else None
        if _OF_PAPER.search(text, max(0, start - _AHEAD), start):
            return False
        framed = bool(match["weekday"]) or text[max(0, start - 2) : start].rstrip().endswith("(")
        if match["sep"] == "/":
            return (
                bool(year) or framed or self._hour.match(lower(text[match.end() : match.end() + _BEHIND])) is not None
            )
        return year is not None and (len(year) == len("2024") or framed)


def _said_again(date: DateMention, word: DateMention, text: str) -> bool:
    """Whether a word only counts the days to the date in figures in front of it: "Kamis (17/10) besok"."""
    return word.offset is not None and date.day is not None and not text[date.end : word.start].strip(") ")
