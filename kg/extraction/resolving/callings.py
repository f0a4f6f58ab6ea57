"""What a body of an article is called: under its former word, in full, or meant but for a wrong letter.

In come the bodies of a document as they are read; out come names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from kg.extraction.chunks import Institution
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.kinds import REGION_TYPES
from kg.lexicon.units import Unit

_REGIONAL = ("province", "regency")  # levels of kinds of body that are called after the region
_WORD_START = re.compile(r"(?<=\s)\S")
_DISTRICT = "kecamatan"  # a type of region
_LONG_NAME = 5  # letters of a name that one wrong letter doesn't make another's


class Callings:
    """Names the bodies of one document."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.gazetteer = vocabulary.gazetteer
        self.text = text
        self._open_names: dict[str, dict[str, str]] = {}  # type → name → as it is written first

    def keep(self, institutions: Iterable[Institution]) -> None:
        """Remember how the unlisted bodies of the document are written."""
        for body in institutions:
            if body.open and body.written:
                self._open_names.setdefault(body.type, {}).setdefault(body.name, body.written)

    def former_name(self, unit: Unit, body: Institution) -> str | None:
        """The name under the word that a body had before, where the text uses that word: "Panwaslu Kabupaten X"."""
        concept = self.vocabulary.concept(unit.type)
        written = " ".join(self.text[body.start : body.end].casefold().split())
        for kind in (concept, *map(self.vocabulary.concept, concept.broader)):
            template, words = kind.value("formerName"), kind.values.get("formerWord", ())
            if template and any(f" {word} " in f" {written} " for word in words):
                region = self.gazetteer.region(unit.region) if unit.region else None
                name = self.gazetteer.region_name(region.code) if region is not None else ""
                return template.format(name=name, base=self.gazetteer.places.base(region) if region is not None else "")
        return None

    def lesser_name(self, unit: Unit, body: Institution) -> str | None:
        """The name under the word for the kind that a body was of before, where the text has no other: "Polres X"."""
        kind = self.vocabulary.concept(unit.type)
        if kind.value("formerKind") != body.type or not unit.name.startswith(kind.label()):
            return None
        if any(label.text.casefold() in self._folded for label in kind.forms()):
            return None
        return f"{self.vocabulary.concept(body.type).label()}{unit.name.removeprefix(kind.label())}"

    def renumbered_name(self, unit: Unit) -> str | None:
        """The name with the number that a unit had before, where the text has no other: "Kodam XVI/Pattimura"."""
        kind, _, called = unit.name.partition(" ")
        name = called.partition("/")[2]
        for alias in unit.aliases if name else ():
            same_kind, _, other = alias.partition(" ")
            if same_kind == kind and other.endswith(f"/{name}") and other.count("/") == 1 and other != called:
                return alias if other in self.text and called not in self.text else None
        return None

    @cached_property
    def _folded(self) -> str:
        return self.text.casefold()

    def joined_name(self, unit: Unit, body: Institution) -> str | None:
        """The name as the text joins its words, where it never parts them as the list does: "Polsek Kotabaru"."""
        region = self.gazetteer.region(unit.region) if unit.region else None
        own = self.gazetteer.places.base(region) if region is not None and region.type == _DISTRICT else ""
        joined = own.replace(" ", "").casefold()
        written = self.text[body.start : body.end].rpartition(" ")[2]
        if " " not in own or written.casefold() != joined or own.casefold() in self._folded:
            return None
        return f"{unit.name.removesuffix(own)}{joined.capitalize()}" if unit.name.endswith(own) else None

    def seat_name(self, unit: Unit, body: Institution) -> str | None:
        """The name after the town in which a body sits, where the text calls it so: "Pengadilan Negeri Sengkang"."""
        kind = self.vocabulary.concept(unit.type)
        by_seat = kind.flag("seatNames") or kind.flag("alsoBySeat")
        region = self.gazetteer.region(unit.region) if by_seat and unit.region else None
        if region is None:
            return None
        places, called = self.gazetteer.places, body.name.casefold()
        seat = next((town for town in places.seats(region.code) if town.casefold() == called), None)
        if called == places.base(region).casefold():
            return None  # which tells no seat: "Kejaksaan Negeri Bekasi"
        names = (places.seat(region.code), places.shown(region.code), places.base(region))
        own = next((name for name in names if name and unit.name.endswith(name)), None)
        return f"{unit.name.removesuffix(own)}{seat}" if seat and own else None

    def misspelt(self, body: Institution, near: Sequence[str]) -> str | None:
        """The region of the article that the name of a unit means but for one letter: "Polres Temangung"."""
        for code in near:
            region = self.gazetteer.region(code)
            name = self.gazetteer.places.base(region) if region is not None else ""
            written = body.name.casefold()
            if min(len(name), len(written)) >= _LONG_NAME and Levenshtein.distance(name.casefold(), written) == 1:
                return name
        return None

    def in_full(self, body: Institution) -> tuple[str, str]:
        """The name of a body, and as it is written, where the article says more of it: "SMPN 3" and "SMPN 3 Depok"."""
        longer = [n for n in self._open_names.get(body.type, {}) if n.startswith(f"{body.name} ")]
        name = longer[0] if len(longer) == 1 else body.name
        return name, self._open_names.get(body.type, {}).get(name, "") or body.written

    def has_region(self, name: str) -> bool:
        """Whether a name says its region: "RSUD Mamuju"."""
        starts = (match.start() for match in _WORD_START.finditer(name))
        return any(self.gazetteer.longest_name(name, at, None) is not None for at in starts)

    def region_in(self, type: str, name: str) -> str | None:
        """The code of the region that the name of an unlisted body ends with: "DPC PPP Lebak", "KPRI Kabupaten Lebak".

        None where it may mean several, or is a region of another level than the kind of body, unless a level word says
        what is meant.
        """
        kind = self.vocabulary.concept(type)
        party = kind.value("entityClass") == "PoliticalParty"  # which has branches everywhere
        levels = _REGIONAL if party else [level.partition(":")[0] for level in kind.values.get("level", ())]
        types = {kind for level in levels if level in _REGIONAL for kind in REGION_TYPES[level]}
        for match in _WORD_START.finditer(name):
            hit = self.gazetteer.longest_name(name, match.start())
            if hit is not None and hit.end == len(name) and (types or hit.level):
                said = self.gazetteer.regions_named(name[hit.start :], types=() if hit.level else types)
                return said[0].code if len(said) == 1 else None
        return None
