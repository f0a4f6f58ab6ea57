"""Text → the years that it names: in figures, as a year of another calendar, or by an anniversary.

"tahun 2024", "1 Muharram 1446 H" and "HUT ke-79 RI" name the same one. A year of the moon begins in one year and
ends in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon.alternation import either
from kg.lexicon.letters import lower
from kg.ontology import Ontology

_YEAR = re.compile(r"(?:19|20)(?<![\d.,/]..)\d\d(?![\d.,/]\d)(?!\d)")  # digits first: they are rare, and found fast
_TERM = re.compile(r"((?:19|20)\d\d\s?[-–—/]\s?)(?:19|20)\d\d(?!\d)")  # of office: nothing that is told is at its end
_OF_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?=/(?:0[1-9]|1[0-2])/)")
PLAUSIBLE = range(2000, 2040)  # that news of the net may be of
_MOON = 0.970224, 621.5774  # years of the sun in one of the moon, and the year in which their count began


class Years:
    """Finds the years that texts name, by the words of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        concepts = list(ontology.scheme("anniversaries"))
        self._first = {
            lower(label.text): int(concept.value("firstYear") or 0) for concept in concepts for label in concept.forms()
        }
        names = either(self._first)
        counts = either(lower(form.text) for concept in ontology.scheme("ordinals") for form in concept.forms())
        self._counted = re.compile(rf"(?:{counts})[\s-]*\d\d")  # said first, since it is rare
        eras = ontology.scheme("eras")
        moon = either(label.text for era in eras if era.flag("ofTheMoon") for label in era.forms())
        sun = either(label.text for era in eras if not era.flag("ofTheMoon") for label in era.forms())
        self._count = re.compile(
            rf"\b(?:{counts})[\s-]*(?P<ahead>\d\d\d?)\b\W+(?:\w+\W+){{0,2}}?(?P<behind>{names})\b"
            rf"|\b(?P<name>{names})\W+(?:\w+\W+){{0,2}}?(?:{counts})[\s-]*(?P<count>\d\d\d?)\b"
        )
        numbers = either(
            lower(form.text) for word in ontology.scheme("papers") if word.flag("opensNoName") for form in word.forms()
        )
        words = either(lower(form.text) for word in ontology.scheme("years") for form in word.forms())
        self._of_paper = re.compile(rf"\b(?:{numbers})\b[.:]? ?\S{{1,20}} (?:{words})\.? ((?:19|20)\d\d)\b")
        self._of_moon = re.compile(rf"1(?<!\w.)([345]\d\d)\s*(?:{moon})\b")
        self._of_sun = re.compile(rf"/((?:19|20)\d\d)\s*(?:{sun})\b")

    def named(self, text: str, address: str) -> set[int]:
        """The years that a text and its address name; those of laws only where it names no others."""
        figures = (*_YEAR.findall(_TERM.sub(r"\1", text)), *self._of_sun.findall(text), *_OF_ADDRESS.findall(address))
        folded = lower(text)
        years = {int(year) for year in figures}.union(self._moons(text), self._anniversaries(folded))
        laws = self._of_paper.findall(folded) if len(years) > 1 else []
        told = years.difference(int(year) for year in laws if figures.count(year) == laws.count(year))
        return told or years

    def _moons(self, text: str) -> Iterator[int]:
        for year in self._of_moon.findall(text):
            begin = int(f"1{year}") * _MOON[0] + _MOON[1]
            yield from {int(begin), int(begin + _MOON[0])}

    def _anniversaries(self, text: str) -> Iterator[int]:
        for match in self._count.finditer(text) if self._counted.search(text) else ():
            name = " ".join((match["behind"] or match["name"]).split())
            year = self._first[name] + int(match["ahead"] or match["count"])
            if year in PLAUSIBLE:
                yield year
