"""The words between a post and its body: the field of a post ("Bidang Hukum") or what else specifies it.

In comes an Office without a body; out comes the body behind those words, which become part of the office's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kg.extraction.chunks import Institution, Office, Token, token_in, tokens_of
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.passages.passage import Passage
from kg.extraction.people.initials import named_by_initials
from kg.extraction.positions.field_ends import FieldEnds
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_ASSOCIATION = "CivilSociety"  # the class of bodies of any name
_ENVOY = "envoy"  # the rank of who only comes for somebody
_LOOK_AHEAD = 9
_LEAST = 3  # letters of the abbreviation of a body
_LONG = 5  # letters of one that hardly is that of a local office of the state
_BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
_UNIT = re.compile(r"\d{3,4}\s?/\s?[A-Z]")  # number and name of a unit
_OF_TICKET = re.compile(r"\b\d{1,2}(?![\w.,]\d|\w)")
_COUNT = re.compile(r"[\s-]*\d{1,3}(?!\d)")


class Fields:
    """Reads the fields of posts in one passage."""

    def __init__(self, passage: Passage, bodies: Bodies) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.bodies = bodies
        self.ends = FieldEnds(passage, bodies)

    def body(self, office: Office, concept: Concept, at: int, end: int) -> Institution | None:
        """The body behind the field of a post, which becomes part of its words: "Staf Ahli Bidang Hukum Kota X"."""
        short = self._in_short(concept, at, end)
        if short is not None:
            return short
        office.unlisted = concept.flag("generic") and self._unlisted(at, end, concept)
        if concept.flag("fieldless"):
            return None
        opened = not concept.flag("impliesInstitution")
        stop = self.ends.before_rank(at, end) if opened else None
        stop = stop or self.ends.end(at, end, opened=opened, due=self.due(office))
        if stop is None and concept.flag("takesField"):
            stop = self.ends.end(at, end, opened=True)
            if stop is not None and not self._complete(self.text[at:stop]):
                stop = stop if self.bodies.begins(self.passage.blank(stop)) else None
        if stop is not None and concept.flag("candidacy") and (number := _OF_TICKET.search(self.text, at, stop)):
            stop = number.end()  # "Paslon Nomor Urut 3 Mutiara T Yasin"
        if stop is None:
            return None
        office.unlisted = office.unlisted or (concept.flag("generic") and self._of_group(office.words, at, stop))
        office.words = " ".join(f"{office.words} {self.text[at:stop]}".split()).replace(" ,", ",")
        office.end = stop
        for blank in (self.passage.blank(stop), self._behind_bracket(stop, end)):
            if self.bodies.begins(blank):
                return self.bodies.at(blank, end)
        named = [body for type_ in office.implied if (body := self.bodies.names.at(type_, stop, end)) and not body.open]
        if not named and "," in office.words and not self._complete(office.words):
            office.words = office.words.partition(",")[0].rstrip()
            office.end = self.text.index(",", at)
        return max(named, key=lambda body: (body.end, self._exists(body)), default=None)

    def _of_group(self, post: str, at: int, stop: int) -> bool:
        """Whether a post is that of a group, which has its own name: "Ketua Tim Percepatan Pembangunan"."""
        group = token_in(self.text, self.passage.blank(at), stop)
        words = {post.rpartition(" ")[2].casefold(), group.text.casefold() if group is not None else ""}
        return not words.isdisjoint(self.vocabulary.groups_of_posts)

    def _exists(self, body: Institution) -> bool:
        """Whether there may be a body of that kind and name: a Polsek of a kecamatan, but no Polres."""
        return bool(self.vocabulary.gazetteer.resolve(body.type, body.name, level=body.level).candidates)

    def due(self, office: Office) -> bool:
        """Whether the words of a post end with the one that opens its field: "Kepala Bidang"."""
        return office.words.rpartition(" ")[2].casefold() in self.vocabulary.fields_of_posts

    def _in_short(self, concept: Concept, at: int, end: int) -> Institution | None:
        """The body behind a post that only its short form names, or proves: learnt, in brackets, or of an agency."""
        known = self._known_by_short_form(at, end)
        if known is None and concept.flag("generic") and _ASSOCIATION in concept.values.get("fitsClass", ()):
            known = named_by_initials(self.passage, at, end)
        return known or (self._agency_in_short(at, end) if concept.flag("headsAny") else None)

    def _known_by_short_form(self, at: int, end: int) -> Institution | None:
        """The body whose short form, learnt in this text, stands at an offset: "Direktur LKPX"."""
        word = token_in(self.text, self.passage.blank(at), end)
        body = self.passage.acronyms.get(word.text) if word is not None else None
        if word is None or body is None or word.start in self.tags.institutions:
            return None
        return Institution(word.start, word.end, body.type, body.name, body.level, open=body.open)

    def _unlisted(self, at: int, end: int, concept: Concept) -> bool:
        """Whether the short form of a body that no list has stands behind a post: "Ketua TAPX"."""
        word = token_in(self.text, self.passage.blank(at), end)
        if word is None or not (word.text.isalpha() and word.text.isupper() and len(word.text) >= _LEAST):
            return False
        headed = _ASSOCIATION in concept.values.get("fitsClass", ())
        return headed and not (word.start in self.passage.known or self.vocabulary.is_name(word.text.casefold()))

    def _agency_in_short(self, at: int, end: int) -> Institution | None:
        """The agency that only its unlisted short form names behind the word for its head: "Kepala BPTPMD"."""
        word = token_in(self.text, self.passage.blank(at), end)
        kind = self.vocabulary.agency_in_short
        if word is None or kind is None or len(word.text) < _LONG or not (word.text.isalpha() and word.text.isupper()):
            return None
        if all(word.text[0].casefold() != first[0] for first in self.vocabulary.words_of_agencies):
            return None  # a unit of something else: "Kepala KPLP"
        if word.start in self.passage.known or self.vocabulary.is_name(word.text.casefold()) or self.passage.headline:
            return None
        return self.bodies.of_type(word.start, word.end, kind, end)

    def _behind_bracket(self, at: int, end: int) -> int:
        """Behind the bracket that explains or shortens a field, and the blanks that follow: "(PHL) Bawaslu X"."""
        match = _BRACKET.match(self.text, at, end)
        return self.passage.blank(match.end()) if match else at

    def _complete(self, words: str) -> bool:
        """Whether a list of fields ends with its last member: "Hukum, Pencegahan dan Humas"."""
        joint = words.rpartition(",")[2].casefold().split()
        return any(word in self.vocabulary.joints_of_names for word in joint)

    def behind_body(self, at: int, end: int) -> int:
        """Where the field ends that stands behind the body of a post: "Komisioner KPU Divisi Hukum"; else the place."""
        return self.ends.end(self.passage.blank(at), end, opened=False) or at

    def further_on(self, office: Office, at: int, end: int) -> Institution | None:
        """A body behind words that specify the post: "Koordinator Divisi Pencegahan Bawaslu Kabupaten X"."""
        for token in islice(self._uncounted(at, min(end, at + 160)), _LOOK_AHEAD):
            if token.start in self.passage.dates:
                return None
            if self.bodies.begins(token.start):
                body = self.bodies.at(token.start, end)
                if body is not None and body.type in self.vocabulary.concepts:
                    office.words = " ".join(self.text[office.end - len(office.words) : token.start].split())
                    return body
            if _UNIT.match(self.text, token.start, end) and (unit := self._by_number(token.start, end)) is not None:
                office.words = " ".join(self.text[office.end - len(office.words) : token.start].split())
                return unit
            post = self.tags.posts.get(token.start)
            if post is not None and (office.rank == _ENVOY or (token.start != at and self._other(office, post))):
                return None
            if token.text.casefold() in self.vocabulary.names and not self.ends.region(token):
                return None
            word = token.text.casefold()
            little = word in self.vocabulary.particles_of_posts or word in self.vocabulary.words_of_divisions
            if not (token.capital or token.numeral or little):
                return None
            if any(
                self.vocabulary.scheme(h.concept) in ("ranks", "honorifics")
                for h in self.tags.titles.get(token.start, ())
            ):
                return None
        return None

    def ends_with_region(self, office: Office, at: int) -> bool:
        """Whether a post ends with a region, behind which another one begins: "Padal Kecamatan X Kabag Ops"."""
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at), None)
        if region is None or region.level is None or self.passage.blank(region.end) not in self.tags.posts:
            return False
        office.words, office.end = " ".join(f"{office.words} {self.text[at : region.end]}".split()), region.end
        return True

    def _by_number(self, at: int, end: int) -> Institution | None:
        """The listed unit that only its number and name tell: "Pasi Ops 0721/Blora", "Kasi Log 161/WS"."""
        for kind in self.vocabulary.numbered:
            unit = self.bodies.names.listed_names.at(self.vocabulary.concept(kind), at, end)
            if unit is not None and self._listed(unit):
                return unit
        return None

    def _listed(self, unit: Institution) -> bool:
        found = self.vocabulary.gazetteer.resolve(unit.type, unit.name, near=(), level=None, on=None)
        return found.unit is not None and f"{unit.name.partition('/')[0]}/" in found.unit.name

    def _uncounted(self, at: int, end: int) -> Iterator[Token]:
        """The tokens of a stretch without ordinal numbers: "TMMD ke-119 Kodim"."""
        behind = at
        for token in tokens_of(self.text, at, end):
            if token.start < behind:
                continue
            ordinal = token.text.casefold() in self.vocabulary.ordinals
            number = _COUNT.match(self.text, token.end) if ordinal else None
            if number is None:
                yield token
            else:
                behind = number.end()

    def _other(self, office: Office, post: Hit) -> bool:
        """Whether a post behind the words of an office is another one, and no part of what they specify."""
        return not office.generic or self._of_a_body(post)

    def _of_a_body(self, post: Hit) -> bool:
        """Whether a post names its body by itself, as that of somebody else: "Perwakilan Kapolres X dan KPU"."""
        return self.vocabulary.concept(post.concept).flag("impliesInstitution")
