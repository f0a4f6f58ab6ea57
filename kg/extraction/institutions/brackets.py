"""Brackets behind a body → what they repeat in short: its kind, its name or its region.

In come offsets of a text; out come those behind the brackets. Short forms are learnt on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kg.extraction.chunks import Institution
from kg.extraction.passages.passage import Passage

BRACKET = re.compile(r"\s*\(\s*([^()]{1,60}?)\s*\)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z\d]{1,11}")
_WORD = re.compile(r"\b[A-Z]\w{1,11}\b")
_SHORT_BEFORE = re.compile(r"\b([A-Z][A-Z\d-]{2,9})\s*\(\s*$")
_REACH = 20  # characters of a kind of body or of a post


class Brackets:
    """Reads the brackets behind bodies in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def opens(self, at: int) -> int:
        """Where a bracket opens that ends at an offset; the offset itself when none does."""
        opened = self.text.rfind("(", max(0, at - _REACH), at) if self.text[at - 1 : at] == ")" else -1
        return opened if opened >= 0 else at

    def behind_alias(self, at: int, end: int) -> int:
        """Behind a bracketed short form: "Kepolisian Resor Kota (Polresta) Kendari"."""
        match = BRACKET.match(self.text, at, end)
        if match and (
            len(match[1]) <= 12 or match.start(1) in self.tags.institutions or match.start(1) in self.tags.posts
        ):
            return match.end()
        return at

    def behind_region_alias(self, body: Institution, end: int) -> int:
        """Behind a bracketed abbreviation of the name or the body: "Sulawesi Tenggara (Sultra)", "… Ambon (APMA)"."""
        match = BRACKET.match(self.text, body.end, end)
        if match and ((" " not in match[1] and match[1][0].isalpha()) or self._repeats(body, match)):
            self.learn(body, body.end)
            return match.end()
        return body.end

    def behind_repeated(self, body: Institution, end: int) -> int:
        """Behind a bracket that repeats the body, else the end of the body: "Himpunan Mahasiswa Islam (HMI)"."""
        match = BRACKET.match(self.text, body.end, end)
        return match.end() if match and self._repeats(body, match) else body.end

    def _repeats(self, body: Institution, bracket: re.Match[str]) -> bool:
        """Whether a bracket of some words repeats the body: "Pengurus Besar PGRI (PB PGRI)", "PT MJ (Mekar Jaya)"."""
        words = bracket[1].split()
        short = self.text[body.start : body.end].rpartition(" ")[2]
        if len(words) > 1 and short == "".join(word[0] for word in words):
            return True
        inside = (self.tags.institutions.get(at) for at in range(*bracket.span(1)))
        return any(hit is not None and hit.concept == body.type for hit in inside)

    def behind_longer(self, at: int, behind: int, after: int, type_: str) -> int:
        """Behind the rest of a longer word for a kind whose short form stands in it: "Balai X (BX) Wilayah"."""
        if after == behind:
            return after
        start = self.passage.blank(after)
        written = f"{self.text[at:behind]} "
        longer = self.vocabulary.institution_named(f"{written}{self.text[start : start + _REACH]}")
        if longer is None or longer.concept != type_ or longer.end <= len(written):
            return after
        return start + longer.end - len(written)

    def behind_own(self, body: Institution, end: int) -> None:
        """Let an unlisted body that explains in brackets the word before them have it, and the region behind them.

        "FPS (Forum Peduli Sungai) Kabupaten Blora".
        """
        short = _SHORT_BEFORE.search(self.text, max(0, body.start - _REACH), body.start)
        if short is None or self.text[body.end : body.end + 1] != ")" or short.start(1) in self.passage.known:
            return
        self.passage.acronyms.setdefault(short[1], body)
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(body.end + 1), None)
        if region is not None and region.end <= end:
            body.name = f"{body.name} {' '.join(self.text[body.end + 1 : region.end].split())}"
            body.end = region.end

    def learn(self, body: Institution, at: int) -> None:
        """Keep the short form that a bracket gives to a body, where it is not that of the region."""
        match = BRACKET.match(self.text, at)
        if match and _ACRONYM.fullmatch(match[1]) and not self._region_only(match[1]):
            if match[1] in self.passage.foreseen:
                self.passage.foreseen.remove(match[1])
                self.passage.acronyms[match[1]] = body
            self.passage.acronyms.setdefault(match[1], body)

    def used_before(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The unlisted short forms in brackets of a stretch that the text uses before, with where the brackets open."""
        opens = self.text.find("(", start, end)
        for match in BRACKET.finditer(self.text, opens, end) if opens >= 0 else ():
            short = _ACRONYM.fullmatch(match[1]) is not None and match.start(1) not in self.passage.known
            if short and self._first.get(match[1], end) < match.start():
                yield match[1], match.start()

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where each word that begins with a capital stands first."""
        found: dict[str, int] = {}
        for match in _WORD.finditer(self.text):
            found.setdefault(match.group(), match.start())
        return found

    def _region_only(self, word: str) -> bool:
        """Whether a bracketed word abbreviates the place and not the body: "(Sultra)"."""
        return bool(self.vocabulary.gazetteer.regions_named(word))
