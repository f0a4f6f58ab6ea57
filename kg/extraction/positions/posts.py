"""A place in the text → the words for a post there, and those in front of it that say who only acts or once was.

In comes the offset of a word of the lexicon; out come the hit with all its words, and where the post begins.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import token_in
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.institutions.cut_names import CutNames
from kg.extraction.passages.passage import Passage
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

DEPUTIES = "deputies"  # the scheme of words in front of a post that has no word for its deputy
_SHORT_BEHIND = re.compile(r"\s+([A-Z]\w+)\s*\(")
_NUMBER = re.compile(r"\d{1,3}\s+(?=[A-Z])")
_MOST_MARKERS = 4  # words such as "acting" and "former" in front of one office


class Posts:
    """Reads the words of posts in one passage."""

    def __init__(self, passage: Passage, cut_names: CutNames, bodies: Bodies) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.cut_names = cut_names
        self.bodies = bodies

    def markers(self, at: int, end: int) -> tuple[str | None, bool, int]:
        """The acting status and whether the office is a former one, and where the post begins behind those words."""
        acting, former = None, False
        for _ in range(_MOST_MARKERS):
            marker = self.tags.markers.get(at)
            if marker is None or marker.end > end:
                break
            concept = self.vocabulary.concept(marker.concept)
            if concept.scheme == DEPUTIES:
                break
            if concept.scheme == "acting":
                acting = concept.label()
            else:
                former = True
            at = self.passage.blank(marker.end + (self.text[marker.end : marker.end + 1] == "."))
            at = self._behind_short_marker(at, end)
        return acting, former, at

    def _behind_short_marker(self, at: int, end: int) -> int:
        """Behind a bracket that only repeats such a word in short: "Penjabat (Pj.) Bupati"."""
        short = self.tags.markers.get(at + 1) if self.text[at : at + 1] == "(" else None
        close = self.text.find(")", short.end, short.end + 2) if short is not None else -1
        return self.passage.blank(close + 1) if 0 <= close < end else at

    def whole(self, post: Hit, end: int) -> Hit:
        """A post with what belongs to its words: a full stop, a short form in brackets, the village that it is for."""
        post = self._with_division(self._over_misspelt(self._before_name(post), end))
        concept = self.vocabulary.concept(post.concept)
        return self._with_village(self._to_short_form(self._behind_dot(post, end), end), concept, end)

    def _before_name(self, post: Hit) -> Hit:
        """The post without a numeral that is the first word of a name: "Asisten (I Gusti Ngurah Rai)"."""
        last = self.text.rfind(" ", post.start, post.end) + 1
        opener = self.tags.openers.get(last) if last > post.start else None
        word = token_in(self.text, last, post.end) if opener is not None and opener.end > post.end else None
        if word is None or not self.passage.opens_name(word):
            return post
        return post._replace(end=len(self.text[:last].rstrip()))

    def _over_misspelt(self, post: Hit, end: int) -> Hit:
        """The longer post that is meant where the word behind a post has a wrong letter: "Hakim Aggota"."""
        misspelt = self.vocabulary.misspelt_in_part
        written = self.text[post.start : post.end].casefold()
        word = token_in(self.text, post.end, end) if misspelt.goes_on(written) else None
        if word is None or not word.word or not word.capital or word.start != post.end + 1:
            return post
        longer = misspelt.longer(written, word.text)
        return Hit(post.start, word.end, *longer) if longer is not None else post

    def _with_division(self, post: Hit) -> Hit:
        """The post of who heads what is a post by itself, too: "Kepala Divisi Teknis", and "Divisi Teknis"."""
        division = self.tags.posts.get(self.passage.blank(post.end))
        if division is None or division.start == post.end:
            return post
        word = token_in(self.text, division.start, division.end)
        called = self.vocabulary.post_called(self.text[post.start : word.end]) if word is not None else None
        whole = called is not None and called[0].id == division.concept
        return division._replace(start=post.start) if whole else post

    def _behind_dot(self, post: Hit, end: int) -> Hit:
        """The post with the full stop of an abbreviation, which ends no sentence: "Kordiv. Penanganan Pelanggaran"."""
        dotted = self.text[post.end : post.end + 1] == "." and post.end + 1 < end
        return post._replace(end=post.end + 1) if dotted and self.text[post.end + 1] == " " else post

    def _to_short_form(self, post: Hit, end: int) -> Hit:
        """The post up to the bracket that gives it in short, over a word unknown: "Perwira Seksi Oprasi (Pasi Ops)"."""
        match = _SHORT_BEHIND.match(self.text, post.end, end)
        short = self.tags.posts.get(match.end()) if match is not None else None
        if match is None or short is None or self.text[short.end : short.end + 1] != ")":
            return post
        named = self.bodies.begins(match.start(1)) or self.vocabulary.gazetteer.longest_name(
            self.text, match.start(1), None
        )
        return post if named else post._replace(end=short.end + 1)

    def _with_village(self, post: Hit, concept: Concept, end: int) -> Hit:
        """The post with the village that it is for: "Babinsa Desa X", "Babinsa 17 X", "Babinsa X" before a rank."""
        type_ = concept.value("serves")
        at = self.passage.blank(post.end)
        number = _NUMBER.match(self.text, at, end) if type_ is not None else None
        if number is not None and self.vocabulary.gazetteer.longest_name(self.text, number.end(), None) is None:
            at = number.end()  # of a listed region there is a unit with that number
        if type_ is None or self.bodies.begins(at):
            return post
        village = self.bodies.names.at(type_, at, end)
        if village is not None and village.open:
            village = self.cut_names.without_person(village, end)
        if village is None or village.end <= at:
            return post
        behind = self.passage.behind_stop(village.end, end)
        ranked = any(self.vocabulary.scheme(hit.concept) == "ranks" for hit in self.tags.titles.get(behind, ()))
        placed = (
            ranked
            or at > self.passage.blank(post.end)
            or self.passage.place_word(at) is not None
            or self.passage.behind_place_word(at, village.name)
        )
        return post._replace(end=village.end) if placed else post
