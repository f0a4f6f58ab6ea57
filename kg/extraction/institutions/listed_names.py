"""A kind of body and the place behind it → the body whose name stands there as the gazetteer or the text itself has it.

In come a kind and an offset; out comes an Institution with the name of a region or a listed unit, or None.
"""

from __future__ import annotations

import re
from itertools import islice

from rapidfuzz.distance import Levenshtein

from kg.extraction.chunks import Institution, tokens_of
from kg.extraction.passages.passage import Passage
from kg.lexicon.gazetteer import NameHit
from kg.lexicon.kinds import DEPTH
from kg.lexicon.letters import key
from kg.ontology import Concept

_LAST_WORD = re.compile(r"[A-Z]\w+$")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[\d/–-]+")
_CLIPPED = 3  # letters of each word of a name that is put together from their beginnings
_LONG = 7  # letters of a name that is no person's where one follows
_REACH_OF_OWN = 40  # characters between the number of a unit and its name
_HONOURS = 2  # words of an honorary name
_MOST_WORDS = 5  # of the name of a numbered unit, with the signs between them
_REACH = 20  # characters of a kind of body or of a post


class ListedNames:
    """Reads the names of regions and listed units in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def at(self, concept: Concept, at: int, end: int) -> Institution | None:
        """The body of a kind whose listed name, or a short form of it in this text, begins at an offset."""
        hit = self.vocabulary.gazetteer.longest_name(self.text, at, concept.id)
        hit = hit or self._reaching_back(concept.id, at)
        if hit is not None and hit.key.isdigit() and (arm := self.passage.arm(self.passage.blank(hit.end), end)):
            start = self.passage.blank(at)
            return Institution(start, arm, concept.id, " ".join(self.text[start:arm].split()), open=True)
        if hit is not None and hit.end <= end and not self._begins_holder(hit, at, concept):
            numbered = _DIGITS.fullmatch(hit.key) is not None
            if numbered and (own := self._behind_own_region(concept.id, hit, end)):
                return Institution(at, own, concept.id, hit.key, hit.level)
            stop = self._behind_numbered(hit.end, end) if numbered else hit.end
            honour = self.text[hit.end : stop].strip(" /-") if concept.value("namedBy") == "number" else ""
            name = f"{hit.key}/{' '.join(honour.split())}" if honour else hit.key  # "Yonif 126 Kala Cakti"
            stop = self._behind_town(stop, end) if "district" in concept.values.get("level", ()) else stop
            return Institution(at, stop, concept.id, name, hit.level)
        if (short := self._clipped(concept.id, at, end)) is not None:
            return short
        if (alias := self._own_short_form(at, end)) is not None:
            return Institution(*alias[0], concept.id, alias[1].name, alias[1].level)
        return self._misspelt(concept, at, end)

    def _behind_town(self, at: int, end: int) -> int:
        """Behind the word for a town with which the name of its seat's kecamatan ends: "Camat Blora Kota, Ani"."""
        word = _WORD.match(self.text, self.passage.blank(at), end)
        if word is None or word.start() == at or not word.group().istitle():
            return at
        if self.vocabulary.gazetteer.places.levels.get(key(word.group()), ("", ""))[1] != "kota":
            return at
        behind = self.passage.blank(word.end())
        goes_on = self.text[behind : behind + 1] in ("/", "-")
        return at if goes_on or self.vocabulary.gazetteer.longest_name(self.text, behind, None) else word.end()

    def _behind_own_region(self, type_: str, hit: NameHit, end: int) -> int | None:
        """Behind words with capitals that end with the name of a numbered unit: "Dandim 1417 Haluoleo Kendari"."""
        unit = self.vocabulary.gazetteer.resolve(type_, hit.key).unit
        own = unit.name.rpartition("/")[2] if unit is not None else ""
        stop = self.text.find(own, hit.end, min(end, hit.end + _REACH_OF_OWN)) if own else -1
        words = self.text[hit.end : stop].split() if stop > 0 else []
        behind = stop + len(own)
        if not words or len(words) > _HONOURS or self.text[behind : behind + 1].isalnum():
            return None
        plain = all(
            word.istitle() and word.isalpha() and not self.vocabulary.is_name(word.casefold()) for word in words
        )
        return behind if plain else None

    def _behind_numbered(self, at: int, end: int) -> int:
        """Behind the name of a numbered unit that no list has so, in front of a rank: "Danrem 9 Tatah Kolonel Ani"."""
        stop = at
        for token in islice(tokens_of(self.text, at, end), _MOST_WORDS):
            if not (token.text in "/-" or (token.word and token.capital)) or token.start in self.passage.known:
                break
            stop = token.end
        behind = self.passage.behind_stop(stop, end)
        if self.text[stop:behind].strip() and self.vocabulary.is_name(self.text[at:stop].strip(" /-").casefold()):
            return at  # "Danramil 05 Ani, Kapten Budi" are two
        ranked = any(self.vocabulary.scheme(hit.concept) == "ranks" for hit in self.tags.titles.get(behind, ()))
        return stop if ranked else at

    def _misspelt(self, concept: Concept, at: int, end: int) -> Institution | None:
        """The name of a large region with a wrong letter, where nobody's name goes on: "Bupati Temangung, Ani"."""
        word = _WORD.match(self.text, self.passage.blank(at), end)
        if word is not None and word.group().casefold() in self.vocabulary.levels:
            word = _WORD.match(self.text, self.passage.blank(word.end()), end)
        if word is None or not word.group().istitle() or word.start() in self.passage.known:
            return None
        written = word.group().casefold()
        name = self.vocabulary.gazetteer.places.meant(written) or self._nearly_named(concept, word)
        types = self.vocabulary.gazetteer.resolver.region_types(concept.id) if name else ()
        if not name or not self.vocabulary.gazetteer.regions_named(name, types=types) or not types:
            return None
        if self.vocabulary.is_name(written) or self.vocabulary.ordinary(written):
            return None
        behind = self.passage.blank(word.end())
        runs_on = len(written) < _LONG and self.text[behind : behind + 1].isupper() and behind not in self.passage.heads
        return None if runs_on else Institution(word.start(), word.end(), concept.id, name)

    def _nearly_named(self, concept: Concept, word: re.Match[str]) -> str | None:
        """The name of a region that the text writes elsewhere but for one letter: "PN Sidakalang" and "Sidikalang"."""
        written = word.group()
        if len(written) < _LONG:
            return None
        for start, other in self.passage.cases.words_like(written):
            if other[0] == written[0] and Levenshtein.distance(other, written) == 1:
                hit = self.vocabulary.gazetteer.longest_name(self.text, start, concept.id)
                if hit is not None and hit.end == start + len(other):
                    return hit.key
        return None

    def _begins_holder(self, hit: NameHit, at: int, concept: Concept) -> bool:
        """Whether what is also the name of a region begins that of the holder: "Ketua Bawaslu Bambang Muryanto".

        The region is too small to have such a body, and one more name follows.
        """
        name = self.text[self.passage.blank(at) : hit.end].casefold()
        known, leveled = name in self.vocabulary.names, "{level}" in (concept.value("nameTemplate") or "")
        if hit.level is not None or self.vocabulary.ranked(concept.id) or not (known or leveled):
            return False
        own = [DEPTH[type_] for type_ in self.vocabulary.gazetteer.resolver.region_types(concept.id) if type_ in DEPTH]
        regions = self.vocabulary.gazetteer.regions_named(hit.key)
        if not (own and regions and all(DEPTH[region.type] > max(own) for region in regions)):
            return False
        if leveled and name in self.vocabulary.levels:
            return True  # "KPU Kota" is that of the town, not of a district of this name
        word = _WORD.match(self.text, self.passage.blank(hit.end))
        if word is None or not word.group().istitle():
            return False
        person = known and self.vocabulary.is_name(word.group().casefold())
        return person or (leveled and self._names_nothing(word))

    def _names_nothing(self, word: re.Match[str]) -> bool:
        """Whether a word with a capital in running text opens nothing of the lexicon and begins no region's name."""
        if self.passage.headline or word.start() in self.passage.heads:
            return False
        if word.start() in self.passage.known and not self.vocabulary.is_name(word.group().casefold()):
            return False
        return self.vocabulary.gazetteer.longest_name(self.text, word.start(), None) is None

    def _clipped(self, type_: str, at: int, end: int) -> Institution | None:
        """A name put together from the beginnings of a region's words in this text: "Camat Kutsel" of Kuta Selatan."""
        word = _WORD.match(self.text, self.passage.blank(at), end)
        if word is not None and word.group().casefold() in self.vocabulary.levels:
            behind = self.passage.blank(self.passage.behind_stop(word.end(), end))
            word = _WORD.match(self.text, behind, end) or word
        written = word.group() if word is not None else ""
        if word is not None and (named := self.passage.places_in_short.get(written)) is not None:
            hit = self.vocabulary.gazetteer.longest_name(self.text, named, type_)
            return Institution(word.start(), word.end(), type_, hit.key, hit.level) if hit is not None else None
        if word is None or len(written) < 2 * _CLIPPED or written.casefold() in self.vocabulary.names:
            return None
        if not written[0].isupper() or self.vocabulary.ordinary(written.casefold()):
            return None
        for first, second, start in self.passage.cases.pairs.get(written[:_CLIPPED], ()):
            shared = next((at for at, (a, b) in enumerate(zip(first, written, strict=False)) if a != b), len(written))
            if shared < len(written) and second.startswith(written[shared:].capitalize()):
                hit = self.vocabulary.gazetteer.longest_name(self.text, start, type_)
                if hit is not None and hit.end == start + len(first) + 1 + len(second):
                    return Institution(word.start(), word.end(), type_, hit.key, hit.level)
        return None

    def _own_short_form(self, at: int, end: int) -> tuple[tuple[int, int], Institution] | None:
        """A short form that the article gave to the name of another body, with its place: "Polsek TPTM"."""
        word = _WORD.match(self.text, self.passage.blank(at), end)
        body = self.passage.acronyms.get(word.group()) if word is not None else None
        return (word.span(), body) if word is not None and body is not None and body.name and not body.open else None

    def _reaching_back(self, type_: str, at: int) -> NameHit | None:
        """A name whose first word was read as the last one of the kind or the post: "Polsek Metro Timur"."""
        word = _LAST_WORD.search(self.text, max(0, at - _REACH), at)
        if word is None:
            return None
        heads = (self.tags.institutions, self.tags.posts)
        within = any(
            (hit := hits.get(start)) is not None and hit.end == word.end()
            for hits in heads
            for start in range(max(0, word.start() - _REACH), word.start())
        )
        longer = self.vocabulary.gazetteer.longest_name(self.text, word.start(), type_) if within else None
        return longer if longer is not None and longer.end > at else None
