"""Lines of date and byline, and addresses → the day that they say the article was published."""

from __future__ import annotations

import datetime as dt
import re

from kg.ontology import Ontology
from kg.reading.cues import Cues

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_IN_ADDRESS = re.compile(r"/(20\d\d)(?:/(\d{1,2})/(\d{1,2})|-?([01]\d)-?([0-3]\d))(?=[/-]|$)")
_SHORT_IN_ADDRESS = re.compile(r"/([0-3]\d)/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?=/[^/]*[^\W\d_])")
_REST = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"\d(?:\d\d\d|[/.-]\d{1,2}[/.-]\d\d)")  # which every date has
_LONGEST = 160  # characters of a line of date and byline
_OTHER_WORDS = 7  # words beside the date that such a line may hold


class DateLines:
    """Recognises lines that say when an article was published."""

    def __init__(self, ontology: Ontology, cues: Cues) -> None:
        self._months: dict[str, int] = {}
        names: list[str] = []
        for concept in ontology.scheme("calendar"):
            forms = [label.text.lower() for label in concept.labels if label.kind != "not"]
            number = concept.value("monthNumber")
            if number:
                self._months.update(dict.fromkeys(forms, int(number)))
            elif concept.value("weekdayNumber"):
                names += forms
        words = "|".join(sorted(map(re.escape, self._months), key=lambda form: (-len(form), form))) or "(?!)"
        month = f"(?a:{words})"  # no letter that only `re` takes for one of theirs: "aprıl"
        self._date = re.compile(
            rf"(?<![\d/.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<m1>{month})\b[.,]?[\s-]*(?P<y1>(?:19|20)\d\d)"
            rf"|\b(?P<m2>{month})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)"
            r"|(?P<d3>\d{1,2})[/.-](?P<m3>\d{1,2})[/.-](?P<y3>(?:19|20)?\d\d))(?!\d)",
            re.IGNORECASE,
        )
        self.weekdays = frozenset(names)
        self._cues = cues

    def is_line(self, text: str) -> bool:
        """Whether a line holds a date and hardly anything else but who wrote it, times, and counters."""
        if len(text) > _LONGEST or not _YEAR.search(text):
            return False
        found = self._date.search(text) or _ISO.search(text)
        if not found:
            return False
        others = _REST.findall(text[: found.start()] + " " + text[found.end() :])
        plain = [word for word in others if word.lower() not in self.weekdays]
        little = sum(word.lower() in self._cues.indonesian for word in plain)
        return (
            len(plain) <= _OTHER_WORDS
            and little <= 1
            and not (plain and text.rstrip().endswith((".", "”")) and len(plain) > 3)
        )

    def day(self, text: str) -> str | None:
        """The first date in a text as an ISO day, or None when there is none that exists."""
        iso = _ISO.search(text)
        found = self._date.search(text)
        if iso and (found is None or iso.start() <= found.start()):
            return _day(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
        if found is None:
            return None
        part = found.groupdict()
        if part["d1"]:
            return _day(int(part["y1"]), self._months[part["m1"].lower()], int(part["d1"]))
        if part["d2"]:
            return _day(int(part["y2"]), self._months[part["m2"].lower()], int(part["d2"]))
        year = int(part["y3"])
        return _day(year if year > 99 else 2000 + year, int(part["m3"]), int(part["d3"]))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_day(text: str | None) -> str | None:
    """The ISO day at the start of a metadata value such as `2024-11-15T09:00:00+08:00`, or None."""
    found = _ISO.match(text.strip()) if text else None
    return _day(int(found.group(1)), int(found.group(2)), int(found.group(3))) if found else None


def day_of_address(url: str | None) -> str | None:
    """The ISO day that stands in the path of an address, or None: `/2024/11/15/`, `/20241115/` or `/24/11/15/`."""
    found = _IN_ADDRESS.search(url) if url else None
    if found is None:
        short = _SHORT_IN_ADDRESS.search(url) if url else None
        return _day(2000 + int(short[1]), int(short[2]), int(short[3])) if short else None
    year, *parts = found.groups()
    month, day = (int(part) for part in parts if part)
    return _day(int(year), month, day)
