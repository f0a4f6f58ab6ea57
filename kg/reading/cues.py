"""ontology → Cues: how furniture is recognised, which little words tell a language, after what no sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.lexicon.alternation import either
from kg.ontology import Concept, Ontology
from kg.reading.sentences import Words

_SIGNS = r"""[\s\d()\[\]{}<>«»‹›|/\\:;.,…*#•·●▪○►▶→›>+\-–—_=~!?&"'“”‘’×✓☰≡^%@]*"""
_AFTER_HEAD = r"\s*(?:[:»›>→|®/–—\-]|$)"
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_BYLINE = 9  # words of a byline that ends with a full stop, as degrees do
_EARLY = 25  # characters within which words of furniture stand in a line that is a whole sentence
_WORDS = 12  # of a sentence
_SHORT = 90  # characters of a line that a cue at its start, or inside it, may take with it


@dataclass(frozen=True, slots=True)
class Cue:
    """What a recognised line is, and how far it reaches; `alone` when the line holds nothing but the cue."""

    reason: str
    reach: str  # line, list, rest
    alone: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of furniture inside a text: what they are, and how they are cut out (headline, words, tail)."""

    start: int
    end: int
    reason: str
    way: str


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The compiled recognisers of one ontology; there is one of each."""

    heads: re.Pattern[str]
    wholes: re.Pattern[str]
    anywhere: AhoCorasick
    anywhere_labels: tuple[str, ...]
    ends: re.Pattern[str]
    inline: AhoCorasick  # of the folded labels that also stand inside paragraphs
    inline_labels: tuple[str, ...]
    concepts: dict[str, tuple[str, str, str, str]]  # folded label → reason, reach, anchor, inline
    indonesian: frozenset[str]
    english: frozenset[str]
    list_introductions: re.Pattern[str]
    stops: Words  # that a full stop may follow
    offices: frozenset[str]  # first words of posts and ranks: a line that begins so is about a person

    def hits(self, text: str) -> list[Hit]:
        """Where furniture may stand inside paragraphs, in order."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters grow when they are lowered
            lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        return [
            Hit(start, end, *self.concepts[self.inline_labels[index]][0::3])
            for index, start, end in self.inline.find_matches_as_indexes(lowered)
            if start == 0 or not lowered[start - 1].isalnum() or text[start].isupper()
        ]

    def match(self, folded: str, text: str) -> Cue | None:
        """The cue of a line, given folded and as it is, or None."""
        if len(folded) <= _SHORT * 2 and self.wholes.fullmatch(folded):
            first = self.heads.match(folded) or self.wholes.search(folded)
            label = first.group(1) if first and first.group(1) else ""
            reason, reach, _, _ = self.concepts.get(label, ("furniture", "line", "", ""))
            return Cue(reason, reach, alone=True)
        found = self.heads.match(folded)
        if found:
            cue = self._head(found, folded, text)
            if cue:
                return cue
        if len(folded) <= _SHORT * 2:
            inside = self.anywhere.find_matches_as_indexes(folded)
            if inside and (inside[0][1] <= _EARLY or not _sentence(folded)):
                reason, reach, _, _ = self.concepts[self.anywhere_labels[inside[0][0]]]
                return Cue(reason, reach, alone=False)
            end = self.ends.search(folded)
            if end:
                reason, reach, _, _ = self.concepts[end.group(1)]
                return Cue(reason, reach, alone=False)
        return None

    def _head(self, found: re.Match[str], folded: str, text: str) -> Cue | None:
        label = found.group(1)
        reason, reach, anchor, _ = self.concepts[label]
        rest = folded[found.end(1) :]
        if anchor == "start":
            return Cue(
                reason, "line" if reach == "list" and rest.strip(" :»>–-") else reach, alone=not rest.strip(" :»>")
            )
        if anchor == "head":
            signed = not label[-1].isalnum() or re.match(_AFTER_HEAD, rest)
            return Cue(reason, reach, alone=False) if signed else None
        if anchor == "short" and len(folded) <= _SHORT and _names(text[len(label) :]):
            return Cue(reason, reach, alone=False)
        return None


def _names(rest: str) -> bool:
    """Whether what follows "by" is a name, a date or nothing: no small letter first, and no sentence's end."""
    words = rest.split()
    first = next((word for word in words if word[0].isalnum()), "")
    if first[:1].islower():
        return False
    ends = rest.rstrip().endswith((".", "”"))
    return not ends or (len(words) <= _BYLINE and "." in words[-1][:-1])


def _sentence(folded: str) -> bool:
    """Whether a folded line is a sentence of the article that only happens to hold words of furniture."""
    return folded.endswith((".", '."', ".”")) and folded.count(" ") + 1 >= _WORDS


def fold_line(text: str) -> str:
    """Lower case, one blank for each run of blanks, no blank before a colon, invisible signs gone."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    text = " ".join(text.split()).lower()
    return text.replace(" :", ":") if " :" in text else text


def cues_for(ontology: Ontology) -> Cues:
    """The recognisers of an ontology; compiled once for each of its versions."""
    key = (str(ontology.root), ontology.version)
    found = _CACHE.get(key)
    if found is None:
        found = _CACHE[key] = _compile(ontology)
    return found


_CACHE: dict[tuple[str, str], Cues] = {}


def _compile(ontology: Ontology) -> Cues:
    concepts: dict[str, tuple[str, str, str, str]] = {}
    by_anchor: dict[str, set[str]] = {
        "whole": set(),
        "head": set(),
        "start": set(),
        "short": set(),
        "any": set(),
        "end": set(),
    }
    inline: set[str] = set()
    order = {"start": 0, "whole": 1, "head": 2, "any": 3, "end": 4, "short": 5}
    furniture = ontology.scheme("furniture")
    for concept in sorted(furniture, key=lambda c: (order.get(c.value("anchor") or "", 9), c.id)):
        anchor = concept.value("anchor") or "whole"
        facts = (
            concept.value("reason") or "furniture",
            concept.value("reach") or "line",
            anchor,
            concept.value("inline") or "",
        )
        for text in _labels(concept):
            label = fold_line(text)
            by_anchor.setdefault(anchor, set()).add(label)
            concepts.setdefault(label, facts)
            if facts[3]:
                inline.add(label)
    heads = [label for label in concepts if concepts[label][2] not in ("any", "end")]
    alone = [label.rstrip(":").strip() for label in concepts if concepts[label][2] in ("whole", "start", "head")]
    little = {
        c.value("language"): frozenset(fold_line(t) for t in _labels(c)) for c in ontology.scheme("language-words")
    }
    introductions = (fold_line(t) for c in ontology.scheme("list-introductions") for t in _labels(c))
    return Cues(
        heads=re.compile(rf"[^\w(\[<©]*[(\[]?\s?({_either(heads)})(?!\w)"),
        wholes=re.compile(rf"{_SIGNS}+(?>({_either(alone)})(?!\w){_SIGNS}+)++"),
        anywhere=AhoCorasick(sorted(by_anchor["any"]), matchkind=MatchKind.LeftmostLongest),
        anywhere_labels=tuple(sorted(by_anchor["any"])),
        ends=re.compile(rf"({_either(by_anchor['end'])})\W*$"),
        inline=AhoCorasick(sorted(inline), matchkind=MatchKind.LeftmostLongest),
        inline_labels=tuple(sorted(inline)),
        concepts=concepts,
        indonesian=little.get("id", frozenset()),
        english=little.get("en", frozenset()),
        list_introductions=re.compile(rf"(?:^|\W)(?:{_either(introductions)})\W*$"),
        stops=_stops(ontology),
        offices=frozenset(
            text.split()[0].lower()
            for scheme in ("post-types", "ranks")
            for concept in ontology.scheme(scheme)
            for text in _labels(concept)
            if text.split()
        ),
    )


def _stops(ontology: Ontology) -> Words:
    """The words that a full stop may follow inside a sentence."""
    return Words(
        abbreviations=frozenset(
            word.rstrip(".").lower()
            for concept in ontology.concepts.values()
            if concept.scheme not in ("furniture", "degrees")
            for text in _labels(concept)
            for word in _abbreviated(text, rank=concept.scheme == "ranks")
        ),
        degrees=frozenset(
            "".join(text.lower().replace(".", " ").split())
            for concept in ontology.scheme("degrees")
            for text in _labels(concept)
        ),
        posts=frozenset(
            text.lower() for concept in ontology.scheme("post-types") for text in _labels(concept) if text.isalpha()
        ),
        corps=frozenset(text.lower() for c in ontology.scheme("corps") for text in _labels(c) if text.isalpha()),
        joints=frozenset(text.lower() for c in ontology.scheme("list-joints") for text in _labels(c)),
        bodies=frozenset(
            text.rstrip(".").lower()
            for concept in ontology.scheme("institution-types")
            for text in _labels(concept)
            if text.endswith(".") and " " not in text
        ),
    )


def _abbreviated(text: str, *, rank: bool) -> list[str]:
    """What a label says of abbreviations: a word with a full stop, a rank, or such a word with the one behind it.

    "Kabag." ends no sentence where "Ops" follows, as in "Kabag. Ops"; before all else it does.
    """
    words = text.split()
    if len(words) == 1:
        return words if text.endswith(".") or (rank and not text.isupper()) else []
    return [f"{word} {following}" for word, following in pairwise(words) if word.endswith(".")]


def _labels(concept: Concept) -> list[str]:
    return sorted({label.text for label in concept.labels if label.kind != "not"})


def _either(labels: Iterable[str]) -> str:
    """One of some folded labels."""
    return either(labels, blank=r"\ ")
