"""Regions by every spelling, abbreviation and level word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, lru_cache

from rapidfuzz.distance import Levenshtein

from kg.lexicon.kinds import LARGE_TYPES, REGENCY_TYPES
from kg.lexicon.letters import key
from kg.lexicon.tables import Abbreviation, Tables
from kg.model import Region
from kg.ontology import Ontology

_SHORT = 3  # letters of an abbreviation that must be written in its own case
_LONG_NAME = 6  # letters of a name that one wrong letter doesn't make another
_REMEMBERED = 20_000  # names whose regions are kept


class Places:
    """What regions are called. `levels` maps the key of a level word to (shown word, region type)."""

    def __init__(self, tables: Tables, ontology: Ontology) -> None:
        self.regions = tables.regions
        self._news = tables.shown
        self.levels: dict[str, tuple[str, str]] = {}
        for concept in ontology.scheme("level-words"):
            for form in concept.forms():
                self.levels[key(form.text)] = (concept.label(), concept.value("regionType") or "")
        self._front = _front(ontology)
        self.level_of_type = {kind: word for word, kind in self.levels.values()}
        self.named: dict[str, list[str]] = {}
        for code, region in tables.regions.items():
            self._add(self.base(region), code)
            self._add(self._official(region), code)
        self.weak: set[str] = set()
        self.several: set[str] = set()
        self.exact: dict[str, set[str]] = {}  # short abbreviations: the letters as they must be written
        self._shortened: dict[str, str] = {}  # the first word of a name, where texts abbreviate it
        self._shorten(ontology)
        self._short: dict[str, list[str]] = {}
        self._seats: dict[str, list[str]] = {}
        self._abbreviate(tables.abbreviations)
        self._children: dict[str, list[str]] | None = None
        self.twins = self._twins()
        # the kabupaten, kota or province whose name a word has but for one letter, where only one has it
        self.meant = lru_cache(maxsize=_REMEMBERED)(self._find_meant)
        self._codes = lru_cache(maxsize=_REMEMBERED)(self._called)  # of the regions that a name may mean

    def _abbreviate(self, rows: Iterable[Abbreviation]) -> None:
        official = frozenset(self.named)
        for row in rows:
            folded = key(row.text)
            if row.kind == "several":
                self.several.add(folded)
                continue
            for code in row.regions:
                self._add(row.text, code)
                if row.kind == "variant" and (first := self._shortened.get(code)):
                    self._add(f"{first} {row.text}", code)  # "Kepulauan Babel"
                if row.kind == "variant" and not row.weak:
                    self._short.setdefault(code, []).append(row.text)
                if row.kind == "seat":
                    self._seats.setdefault(code, []).append(row.text)
            if folded in official:
                continue
            if row.weak:
                self.weak.add(folded)
            if len(folded) <= _SHORT:
                self.exact.setdefault(folded, set()).update((row.text, row.text.upper()))

    def _twins(self) -> frozenset[str]:
        """The kabupaten and kota that share their name with another."""
        counts: dict[str, set[str]] = {}
        for code, region in self.regions.items():
            if region.type in REGENCY_TYPES:
                counts.setdefault(key(self.base(region)), set()).add(code)
        return frozenset(code for codes in counts.values() if len(codes) > 1 for code in codes)

    def short(self, code: str) -> tuple[str, ...]:
        """The abbreviations and variants of a region's name that are safe to show."""
        return tuple(self._short.get(code, ()))

    def seat(self, code: str) -> str | None:
        """The seat of a region, when its institutions are known by it."""
        return next(iter(self.seats(code)), None)

    def seats(self, code: str) -> tuple[str, ...]:
        """The towns after which institutions of a region are called, its seat first."""
        return tuple(self._seats.get(code, ()))

    def shown(self, code: str) -> str:
        """A region's name with its level word, as the news writes it: "Kabupaten Klungkung"."""
        region = self.regions[code]
        return f"{self.level(region)} {self.base(region)}".strip()

    def _shorten(self, ontology: Ontology) -> None:
        """Names whose first word texts abbreviate: "Kep. Meranti", "P. Siantar"."""
        short = {
            key(concept.label()): [key(form.text) for form in concept.forms() if form.kind != "pref"]
            for concept in ontology.scheme("name-abbreviations")
        }
        for code, region in self.regions.items():
            first, _, rest = self.base(region).partition(" ")
            if rest and key(first) in short:
                self._shortened[code] = first
            for form in short.get(key(first), ()) if rest else ():
                self._add(form + rest, code)

    def _add(self, name: str, code: str) -> None:
        codes = self.named.setdefault(key(name), [])
        if code not in codes:
            codes.append(code)

    def base(self, region: Region) -> str:
        """The region's name without its level word, as the news writes it."""
        shown = self._news.get(region.code)
        if shown is not None:
            return shown
        return self._official(region)

    def _official(self, region: Region) -> str:
        return self._front.sub("", region.name) if region.type in REGENCY_TYPES else region.name

    def level(self, region: Region) -> str:
        """The level word in front of a region's name."""
        front = self._front.match(region.name) if region.type in REGENCY_TYPES else None
        if front is not None:
            return front[1]
        return self.level_of_type.get(region.type, "")

    def find(self, name: str, *, types: Collection[str] = (), within: Collection[str] = ()) -> tuple[Region, ...]:
        """The regions a name may mean, with or without its level word, in order of code."""
        return tuple(
            self.regions[code]
            for code in self._codes(name)
            if (not types or self.regions[code].type in types)
            and (not within or any(inside(code, other) or inside(other, code) for other in within))
        )

    def _find_meant(self, word: str) -> str | None:
        written = key(word)
        if len(written) < _LONG_NAME - 1 or written in self._large:
            return None
        found = {
            name
            for called, name in self._large.items()
            if len(called) >= _LONG_NAME and called[0] == written[0]
            if Levenshtein.distance(called, written, score_cutoff=1) == 1
        }
        return min(found) if len(found) == 1 else None

    @cached_property
    def _large(self) -> dict[str, str]:
        """The names of the provinces, kabupaten and kota by their keys."""
        large = (region for region in self.regions.values() if region.type in LARGE_TYPES)
        return {key(name): name for name in map(self.base, large)}

    def _called(self, name: str) -> list[str]:
        bare, only = self.split_level(name)
        codes = set(self.named.get(key(name), ()))  # "Kota Baru" may be a name as a whole
        if only is not None:
            codes |= {code for code in self.named.get(key(bare), ()) if self.regions[code].type == only}
        return sorted(codes)

    def split_level(self, name: str) -> tuple[str, str | None]:
        """A name without its level word, and the type of region that the word says."""
        words = re.split(r"[\s.]+", name.strip(), maxsplit=2)
        for count in (2, 1):
            if len(words) > count and (found := self.levels.get(key("".join(words[:count])))):
                rest = name.strip()[len(words[0]) :].lstrip(" .\t\n\xa0")
                if count == 2:
                    rest = rest[len(words[1]) :].lstrip(" .\t\n\xa0")
                return rest, found[1]
        return name, None

    def children(self, code: str) -> tuple[str, ...]:
        """The regions right below."""
        if self._children is None:
            below: dict[str, list[str]] = {}
            for other, region in self.regions.items():
                if region.parent is not None:
                    below.setdefault(region.parent, []).append(other)
            self._children = below
        return tuple(self._children.get(code, ()))


def _front(ontology: Ontology) -> re.Pattern[str]:
    """The level words that stand in front of official names of kabupaten and kota."""
    words = {
        label.text
        for concept in ontology.scheme("level-words")
        if concept.value("regionType") in REGENCY_TYPES
        for label in concept.forms()
        if label.kind in ("pref", "alt")
    }
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"({'|'.join(map(re.escape, longest_first)) or '(?!)'})\s+")


def inside(code: str, other: str) -> bool:
    """Whether a region is another, or lies in it."""
    return code == other or code.startswith(other + ".")


def shared(code: str, others: Iterable[str]) -> int:
    """How many levels of the official code a region has in common with the nearest of some others."""
    return max((_common(code.split("."), other.split(".")) for other in others), default=0)


def _common(left: list[str], right: list[str]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def ancestors(code: str, regions: Mapping[str, Region]) -> Iterable[str]:
    """A region's code and those above it, nearest first."""
    at: str | None = code
    while at is not None and at in regions:
        yield at
        at = regions[at].parent
