"""Label forms of concepts and a text → where each concept is named, by offsets in code points.

A form matches whole words only. Runs of blanks, hyphens and dots between words are one blank on both sides, so that
"Satpol-PP", "Kab. Bogor" and a line break inside a name are found. A notation keeps its case, all else ignores it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from kg.lexicon.letters import APOSTROPHES, lower
from kg.ontology import Concept, Label

_SIGNS = r" \t\r\f\v\xa0\u00ad\u2009\u202f\u200b.\-‐‑‒–—"
_REST = rf"[{_SIGNS}]*(?:\n[ \t\xa0]*)?"
_GAP = re.compile(  # more than one blank; said so that what begins none is passed over fast
    rf"[{_SIGNS}\n](?:(?<![ \n]){_REST}|(?<= )(?=[{_SIGNS}\n]){_REST}|(?<=\n)[ \t\xa0]*(?!\n))"
)
_WORD_END = re.compile(r"[\s.]")
_SENTENCE_END = re.compile(r"\.[\s\xa0]")
_LONGEST_ABBREVIATION = 5  # letters
_ABBREVIATED = 3  # letters of one in small letters before a capital: "kec. Blora"
_JOINED = 5  # letters of a form that is recognised although the blank behind it is missing


_new = tuple.__new__  # a tuple of a class, made without the call that its names cost


class Hit(NamedTuple):
    """A concept named at `[start, end)` by one of its forms, as the ontology writes it."""

    start: int
    end: int
    concept: str
    form: str


@dataclass(frozen=True, slots=True)
class _Form:
    concept: str
    text: str
    blocks: bool
    dotted: bool


@dataclass(frozen=True, slots=True)
class _Squashed:
    """A text with its gaps squashed: where it lost characters, and how far it has moved behind each such place."""

    text: str
    gaps: list[int]
    moved: list[int]  # one more than gaps


def _as_listed(_concept: Concept, form: str) -> tuple[str, ...]:
    return (form,)


class Matcher:
    """Finds the forms of concepts in a text. Build one for each choice of schemes and keep it.

    `written` gives the ways in which a form of a concept may be written; a hit has it as the ontology does.
    """

    def __init__(
        self,
        concepts: Iterable[Concept],
        *,
        lang: str = "id",
        written: Callable[[Concept, str], Iterable[str]] = _as_listed,
    ) -> None:
        loose: dict[str, list[_Form]] = {}
        exact: dict[str, list[_Form]] = {}
        for concept in sorted(concepts, key=lambda c: c.id):
            for label in matched_labels(concept, lang):
                form = _Form(concept.id, label.text, label.kind == "not", ". " in label.text)
                for way in written(concept, label.text):
                    if pattern := _squash(way.strip()).text.strip():
                        chosen, pattern = (exact, pattern) if label.kind == "notation" else (loose, lower(pattern))
                        chosen.setdefault(pattern, []).append(form)
        self._loose = _Automaton(loose)
        self._exact = _Automaton(exact)

    def find(self, text: str, *, overlapping: bool = False) -> list[Hit]:
        """The hits in order. The longest wins where two overlap, unless all are asked for."""
        squashed = _squash(text)
        hits: set[Hit] = set()
        blocks: set[Hit] = set()
        self._loose.find(text, squashed, lower(squashed.text), hits, blocks)
        self._exact.find(text, squashed, squashed.text, hits, blocks)
        if blocks:
            concepts = {block.concept for block in blocks}
            blocked = {(block.concept, at) for block in blocks for at in range(block.start, block.end)}
            hits = {
                hit
                for hit in hits
                if hit.concept not in concepts
                or all((hit.concept, at) not in blocked for at in range(hit.start, hit.end))
            }
        return sorted(hits) if overlapping else longest(hits)


class _Automaton:
    """The patterns of one kind of letter case."""

    def __init__(self, forms: Mapping[str, list[_Form]]) -> None:
        self._forms = [forms[pattern] for pattern in forms]
        self._automaton = AhoCorasick(list(forms)) if forms else None

    def find(self, text: str, squashed: _Squashed, letters: str, hits: set[Hit], blocks: set[Hit]) -> None:
        """Add the hits, and those that only block others of their concept."""
        if self._automaton is None:
            return
        written, gaps, moved = squashed.text, squashed.gaps, squashed.moved
        size = len(written)
        for index, low, high in self._automaton.find_matches_as_indexes(letters, overlapping=True):
            if low and written[low - 1].isalnum() and written[low].isalnum():
                continue
            goes_on = high < size and ((sign := written[high]).isalnum() or sign == "'")
            if goes_on and not _ends_word(written, low, high):
                continue
            start, end = low + moved[bisect_left(gaps, low)], high + moved[bisect_left(gaps, high)]
            spans_sentences = end - start != high - low and _crosses_sentence(text, start, end)
            for form in self._forms[index]:
                if not spans_sentences or form.dotted:
                    (blocks if form.blocks else hits).add(_new(Hit, (start, end, form.concept, form.text)))


def matched_labels(concept: Concept, lang: str = "id") -> list[Label]:
    """The labels that may match in a text of a language, and those that block: the ontology can hold back some."""
    if concept.value("matched") == "false":
        return []
    quiet = concept.value("prefMatched") == "false"
    return [
        label
        for label in concept.labels
        if label.lang in (lang, "") and not (quiet and label.kind == "pref" and label.text not in _others(concept))
    ]


def _others(concept: Concept) -> set[str]:
    return {label.text for label in concept.labels if label.kind in ("alt", "hidden")}


def _squash(text: str) -> _Squashed:
    for sign in APOSTROPHES:
        text = text.replace(sign, "'")
    parts: list[str] = []
    gaps: list[int] = []
    moved = [0]
    at = 0
    for match in _GAP.finditer(text):
        start, end = match.span()
        parts.append(text[at:start])
        at = end
        if end - start > 1:
            gaps.append(start - moved[-1])
            moved.append(moved[-1] + end - start - 1)
    parts.append(text[at:])
    return _Squashed(" ".join(parts), gaps, moved)


def _ends_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a word, or with one that only lacks the blank behind it: "PolresKlungkung"."""
    if end == len(text) or not text[end - 1].isalnum():
        return True
    if not text[end].isalnum():
        return text[end] != "'" or not text[end + 1 : end + 2].isalpha()  # "Mas" is no word of "Mas'ud"
    return end - start >= _JOINED and text[end - 1].islower() and (text[end].isupper() or text[end].isdigit())


def _crosses_sentence(text: str, start: int, end: int) -> bool:
    """Whether a full stop inside ends a sentence: a blank behind it, and no abbreviation of a few letters in front.

    Between small letters and a capital only the shortest are abbreviations: "rapat. Rapat" are two sentences.
    """
    for match in _SENTENCE_END.finditer(text, start, end):
        word = _WORD_END.split(text[start : match.start()])[-1]
        small = word.islower() and text[match.end() : match.end() + 1].isupper()
        if len(word) > (_ABBREVIATED if small else _LONGEST_ABBREVIATION) or (word.isupper() and len(word) > 1):
            return True
    return False


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that overlap the longest, in order of place."""
    ordered = sorted(hits)
    reach = 0
    for hit in ordered:
        if hit[0] < reach:
            return [hit for crowd in _crowds(ordered) for hit in (crowd if len(crowd) == 1 else _longest(crowd))]
        reach = hit[1]
    return ordered


def _crowds(ordered: Iterable[Hit]) -> Iterator[list[Hit]]:
    """The hits in order, together with those that they overlap."""
    crowd: list[Hit] = []
    reach = 0
    for hit in ordered:
        if crowd and hit[0] >= reach:
            yield crowd
            crowd = []
        crowd.append(hit)
        reach = max(reach, hit[1])
    if crowd:
        yield crowd


def _longest(crowd: list[Hit]) -> list[Hit]:
    whole = crowd[0][0], max([hit[1] for hit in crowd])
    for hit in crowd:
        if hit[:2] == whole:
            return [hit]  # it covers the others
    chosen: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(crowd, key=lambda h: (h[0] - h[1], h)):
        if hit.start not in taken and hit.end - 1 not in taken and taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            chosen.append(hit)
    return sorted(chosen)
