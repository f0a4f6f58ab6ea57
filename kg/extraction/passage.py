"""What the readers of one document share: its text, the hits of the lexicon in it, its dates, and what words can do.

In come a vocabulary, a calendar and a text; the readers of bodies, offices, names and places ask it by offset.
"""

from __future__ import annotations

import re

from kg.extraction.calendar import Calendar
from kg.extraction.chunks import Institution, Token
from kg.extraction.dates import DateMention
from kg.extraction.vocabulary import Tags, Vocabulary

_SPACE = re.compile(r"[^\S\n]*")
_STOP = re.compile(r"[.,]?[^\S\n]*")
_LOWER = re.compile(r"(?<![\w.@/-])[a-zà-ÿ]{3,}(?![\w.@/])")
_CLASS = re.compile(r"(\w+)\s+(?:[IVX]+|[A-D]|\d)\s?[A-D]?\b(?:\s+[A-Z]{3}\b)?")
_WORD = re.compile(r"[^\W\d_]+")


class Passage:
    """One document as its grammar sees it; what the words of the lexicon say is told by their offsets."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.tags: Tags = vocabulary.tag(text)
        self.dates: dict[int, DateMention] = {date.start: date for date in calendar.find(text)}
        self.heads = self.tags.heads | self.dates.keys()  # where a chunk of more than a cue or an event may begin
        self.acronyms: dict[str, Institution] = {}  # short forms in brackets, as they are read
        self.opening = 0  # where the stretch that is read now begins
        self.headline = False  # whether the stretch that is read now has capitals throughout
        self.lower = frozenset(_LOWER.findall(text))

    def blank(self, at: int) -> int:
        """Behind the blanks of one line at an offset."""
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def behind_stop(self, at: int, end: int) -> int:
        """Behind a full stop or comma and the blanks that follow it: "Dr. Ani", "AKP, Budi"."""
        match = _STOP.match(self.text, at, end)
        return match.end() if match else at

    def place_word(self, at: int) -> int | None:
        """The end of a place word ("Desa", "Jalan") at an offset, or None."""
        hit = self.tags.place_words.get(at)
        return hit.end if hit else None

    def behind_class(self, at: int) -> int:
        """Behind the class of an office: "Pengadilan Agama Kelas IA Watampone"."""
        match = _CLASS.match(self.text, self.blank(at))
        return match.end() if match and match[1].casefold() in self.vocabulary.class_words else at

    def behind_place_word(self, but: int, name: str) -> bool:
        """Whether a name stands behind a place word anywhere else: "Balai Kampung Bujuk Agung"."""
        for match in re.finditer(rf"\b{re.escape(name)}\b", self.text):
            at = match.start()
            before = self.text[max(0, at - 20) : at].rstrip().rpartition(" ")[2]
            start = self.text.rfind(before, 0, at) if before else -1
            if at != but and start >= 0 and self.place_word(start) is not None:
                return True
        return False

    def opens_name(self, token: Token) -> bool:
        """Whether a particle stands here with which a name begins: "Tihingan I Ketut Sugiana"."""
        hit = self.tags.openers.get(token.start)
        if hit is None or not token.capital:
            return False
        following = _WORD.match(self.text, self.blank(hit.end))
        return following is not None and self.vocabulary.is_name(following.group().casefold())

    def stops_name(self, at: int, *, first: bool = False, ranked: bool = False) -> bool:
        """Whether a word can't stand inside a name: it opens a body, an office, a title or a cue."""
        tags = self.tags
        if at in tags.posts or at in tags.markers or at in self.dates:
            return True
        if at in tags.institutions and not (first and len(tags.institutions[at].form) <= 3):
            return True
        word = _WORD.match(self.text, at)
        known = word is not None and self.vocabulary.is_name(word.group().casefold())
        titles = tags.titles.get(at, ())
        schemes = {self.vocabulary.scheme(hit.concept) for hit in titles}
        if ("ranks" in schemes and not (first and ranked)) or (not first and "degrees" in schemes):
            return True
        if not first and any(self.vocabulary.breaks_name(hit) and self.text[hit.start].isupper() for hit in titles):
            return True
        if first or known:
            return False
        return at in tags.events or any(hit.end - hit.start > 2 for hit in tags.cues.get(at, ()))
