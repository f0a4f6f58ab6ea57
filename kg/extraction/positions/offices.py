"""A place in the text → the office named there: markers such as acting, the post, and the body it belongs to.

In comes an offset; out comes an Office, with its body where the text names one, or None.
"""

from __future__ import annotations

import re
from typing import TypeGuard

from kg.extraction.chunks import Institution, Office, token_in
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.institutions.cut_names import CutNames
from kg.extraction.passages.passage import Passage
from kg.extraction.positions.bodies_of_posts import BodiesOfPosts
from kg.extraction.positions.fields import Fields
from kg.extraction.positions.heads import Heads
from kg.extraction.positions.no_offices import NoOffices
from kg.extraction.positions.posts import DEPUTIES, Posts
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_YEAR = re.compile(r"\s+((?:19|20)\d\d)(?=,?\s)")
_TERM = re.compile(  # of an office: "periode 2019-2024", "(2019 – 2024)"
    r",?\s+(?P<open>\()?(?P<words>(?:[^\W\d_]+\s+){0,3})(?P<first>(?:19|20)\d\d)\s?(?:-|–|/|\S{1,6}\s)\s?(?P<last>(?:19|20)?\d\d)(?(open)\))(?=[\s,:.;]|$)"
)
_COUNT = re.compile(r"\s+([^\W\d_]+)\s?-?\s?\d{1,3}(?=,?\s)")
_SHORT_YEAR = 2  # digits: "2019-24"
_WITH_DEPUTIES = frozenset({"head", "staff"})
_CHIEFS = frozenset({"head", "deputy"})
_ARMED = frozenset({"PoliceUnit", "MilitaryCommand", "Forum"})  # classes whose posts are at no election body
_GUARDED = frozenset({"ElectionCommission", "ElectionSupervisor"})
_PARTY, _HOUSE = "PoliticalParty", "Legislature"  # classes: for which candidates stand, and in which members sit


class Offices:
    """Reads offices in one passage."""

    def __init__(self, passage: Passage, cut_names: CutNames, bodies: Bodies, fields: Fields) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.bodies = bodies
        self.fields = fields
        self.at_body = BodiesOfPosts(passage, cut_names, bodies, fields)
        self.heads = Heads(passage, bodies)
        self.posts = Posts(passage, cut_names, bodies)
        self.none = NoOffices(passage, self.posts)

    def begins(self, at: int) -> bool:
        """Whether a word of an office stands at an offset: a post, or what stands in front of one."""
        return at in self.tags.posts or at in self.tags.markers

    def at(self, at: int, end: int) -> Office | None:
        """The office that begins at an offset, with its body where it is named behind it; None where none begins."""
        start = at
        acting, former, at = self.posts.markers(at, end)
        post = self.tags.posts.get(at)
        if post is None or post.end > end or self.none.names_contest(post.end, end):
            return self._deputy(start, at, end) or (self.heads.acting(start, at, end, acting) if acting else None)
        post = self.posts.whole(post, end)
        concept = self.vocabulary.concept(post.concept)
        guessed = post.start in self.tags.guessed
        office = Office(
            start, post.end, post.concept, self.text[at : post.end], acting=acting, former=former,
            implied=concept.values.get("postAt", ()), generic=concept.flag("generic"),
            fits=concept.values.get("fitsClass", ()),
            rank=concept.value("rankOfPost") or "member", candidate=concept.flag("candidacy"),
            elected=concept.flag("elected"), adherent=concept.flag("adherent"), guessed=guessed,
        )  # fmt: skip
        if concept.flag("servesOffice") and (served := self.at(self.passage.blank(post.end), end)) is not None:
            office.words, office.end = f"{office.words} {served.words}", served.end
            office.institution, office.implied, office.generic = served.institution, served.implied, served.generic
            office.served = served if concept.flag("seldomNamed") else None
        elif office.words.casefold() in concept.values.get("possessive", ()):
            office.words, office.own = concept.label(), True
        elif (head := self.at_body.in_word(office, end)) is not None:
            office.institution, office.end = head, head.end
        else:
            self._complete(office, post, end)
        return office

    def _complete(self, office: Office, post: Hit, end: int) -> None:
        """Give an office the body that is named with its post, and what else belongs to it behind that."""
        body = self.at_body.named(office, post, end)
        if office.candidate:
            return self._stand_for(office, body, post)
        concept = self.vocabulary.concept(office.role)
        if body is not None and self._guarded(concept, body):
            office.end, office.implied = body.end, ()
        elif body is not None:
            office.institution, office.end = body, self.bodies.brackets.behind_repeated(body, end)
            self._affiliate(office, body, end)
            office.end = self.fields.behind_body(office.end, end)
            self._name_behind_field(body, office, end)
            self._for_now(office, end)
        else:
            if concept.flag("numbered") and self._unnumbered(post.end, end):
                office.implied = ()
            if (chief := self._chief_behind(office, end)) is not None:
                office.institution, office.end = chief.institution, chief.end
                office.implied = office.implied if chief.institution is not None else chief.implied
                return None
        office.plural = self._held_by_many(office, concept)
        self._with_year(office, end)
        self._with_term(office, end)
        office.end = self._behind_served(office.end, end)
        return self._only_elected(office, end)

    def _guarded(self, concept: Concept, body: Institution) -> bool:
        """Whether a post of police or army is named with a body that it only protects: "Padal Pengamanan KPU"."""
        fits = set(concept.values.get("fitsClass", ()))
        return bool(fits) and fits <= _ARMED and self.vocabulary.class_of(body.type) in _GUARDED

    def _for_now(self, office: Office, end: int) -> None:
        """Take the word that makes a head one for the time being from behind the body: "Ketua DPRD X sementara, Ani".

        In small letters it joins what follows, unless a comma and a name stand behind it.
        """
        word = token_in(self.text, office.end, end) if office.rank in _CHIEFS else None
        if word is None or word.text.casefold() not in self.vocabulary.for_now or word.start > office.end + 1:
            return
        name = token_in(self.text, self.passage.behind_stop(word.end, end), end)
        named = name is not None and name.capital and (name.start in self.tags.titles or not self.begins(name.start))
        if named and (word.capital or self.text[word.end : word.end + 1] == ","):
            office.words, office.end = f"{office.words} {word.text.capitalize()}", word.end

    def _with_year(self, office: Office, end: int) -> None:
        """Take the year or number of an operation from between an office and its holder: "Kasatgas OMB 2024, AKP X".

        So in "Dansatgas TMMD ke-119 Letkol X".
        """
        count = _COUNT.match(self.text, office.end, end)
        if count is not None and count[1].casefold() in self.vocabulary.ordinals:
            if self.passage.behind_stop(count.end(), end) in self.tags.titles:
                office.end = count.end()
            return
        year = _YEAR.match(self.text, office.end, end)
        if year is not None and self.passage.behind_stop(year.end(), end) in self.tags.titles:
            office.end = year.end()
            if office.institution is None:
                office.words = f"{office.words} {year[1]}"

    def _with_term(self, office: Office, end: int) -> None:
        """Take the term of an office from in front of its holder: "Ketua KPU X periode 2023-2028, Budi".

        One that ended in an earlier year makes it a former office. Two whole years need neither word nor holder behind.
        """
        term = _TERM.match(self.text, office.end, end)
        if term is None:
            return
        whole = office.institution is not None and not term["words"].strip() and len(term["last"]) > _SHORT_YEAR
        if not (whole or self._names_term(term["words"], bracketed=bool(term["open"]))):
            return
        following = token_in(self.text, self.passage.behind_stop(term.end(), end), end)
        named = following is not None and following.word and following.capital
        if not whole and (not named or (following is not None and following.start in self.passage.dates)):
            return
        office.end = term.end()
        last = term["last"] if len(term["last"]) > _SHORT_YEAR else f"{term['first'][:2]}{term['last']}"
        office.former = office.former or (self.passage.year is not None and int(last) < self.passage.year)

    def _names_term(self, words: str, *, bracketed: bool) -> bool:
        """Whether some words in front of years are those for a term; a bracket needs none."""
        return " ".join(words.casefold().split()) in self.vocabulary.terms_of_office or (bracketed and not words)

    def _behind_served(self, at: int, end: int) -> int:
        """Behind the region that an officer serves: "Perwira Penghubung Kodim X untuk Kabupaten Y, Mayor Budi"."""
        word = token_in(self.text, self.passage.blank(at), end)
        if word is None or word.text not in self.vocabulary.served:
            return at
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(word.end), None)
        if region is None or region.end > end:
            return at
        return region.end if self.passage.behind_stop(region.end, end) in self.tags.titles else at

    def _deputy(self, start: int, at: int, end: int) -> Office | None:
        """The office of the deputy where the post has no word for it: "Wakil Danrem X", "Wakil Direktur Lantas".

        `start` is where the words begin that stand in front of it: "Plt. Wakil Danrem".
        """
        marker = self.tags.markers.get(at)
        if marker is None or self.vocabulary.concept(marker.concept).scheme != DEPUTIES:
            return None
        stop = self.text[marker.end : marker.end + 1] == "."  # of an abbreviation
        behind = self.passage.blank(marker.end + stop)
        office = self.at(behind, end) if behind not in self.tags.markers else None
        if office is None or office.acting or office.former or office.deputy_to or office.rank not in _WITH_DEPUTIES:
            return None
        office.start, (office.acting, office.former, _) = start, self.posts.markers(start, end)
        own = self.vocabulary.post_called(f"{self.vocabulary.concept(marker.concept).label()} {office.words}")
        if own is not None:  # "Wkl. Bupati"
            office.words, office.role, office.rank = own[1], own[0].id, own[0].value("rankOfPost") or office.rank
            return office
        office.words = f"{self.text[at : marker.end]} {office.words}"
        office.deputy_to, office.role, office.rank = office.role, marker.concept, "staff"
        return office

    def _only_elected(self, office: Office, end: int) -> None:
        """An office that somebody was elected to, or that names a thing, is at no body: "Bupati Blora terpilih"."""
        word = token_in(self.text, self.passage.blank(office.end), end)
        if word is not None and word.text.casefold() in self.vocabulary.elect:
            office.institution, office.implied, office.candidate, office.end = None, (), True, word.end
        elif self.none.of_thing(office.start):
            office.institution, office.implied, office.candidate = None, (), True

    def _held_by_many(self, office: Office, concept: Concept) -> bool:
        """Whether several hold a post at once at its body, or at any body where none is named: "Babinsa"."""
        classes = concept.values.get("manyHoldAt", ())
        body = office.institution
        return bool(classes) and (body is None or self.vocabulary.class_of(body.type) in classes)

    def _stand_for(self, office: Office, body: Institution | None, post: Hit) -> None:
        """Make an office one that is only stood for, for a party: "caleg PKB", "paslon dan Polres X"."""
        office.implied = ()
        if self._is_of(body, _PARTY):
            office.party, office.end = body, body.end
        elif body is not None:
            office.words, office.end = self.text[post.start : post.end], post.end

    def _unnumbered(self, at: int, end: int) -> bool:
        """Whether a word with a capital stands where a number is expected, and no title: "Ketua Komisi Penyiaran"."""
        token = token_in(self.text, self.passage.blank(at), end)
        if token is None or not token.capital or not token.word or token.start in self.tags.titles:
            return False
        field = token.text.casefold() in self.vocabulary.fields_of_posts or self.vocabulary.is_name(
            token.text.casefold()
        )
        return not (field or token.numeral or len(token.text) == 1)

    def _chief_behind(self, office: Office, end: int) -> Office | None:
        """The office right behind that of a lower one, which only says at which body that is: "Kasi Intel Kajari X"."""
        at = self.passage.blank(office.end)
        if office.rank != "staff" or not office.words[:1].isupper() or at == office.end or at in self.tags.markers:
            return None
        post = self.tags.posts.get(at)
        concept = self.vocabulary.concept(post.concept) if post is not None else None
        if concept is None or not (concept.value("rankOfPost") in _CHIEFS or concept.flag("impliesInstitution")):
            return None
        chief = self.at(at, end)
        if chief is None or chief.institution is not None:
            return chief if chief is not None and chief.institution is not None and chief.institution.name else None
        single = (self.vocabulary.concept(type_).value("namedBy") == "none" for type_ in chief.implied)
        return chief if chief.implied and all(single) else None  # "Waasintel Kasad"

    def _name_behind_field(self, body: Institution, office: Office, end: int) -> None:
        """Take the name of a body from behind the field of its post: "Anggota DPRD Komisi A Kab. Seruyan"."""
        named = self.bodies.names.at(body.type, office.end, end) if not body.name and office.end > body.end else None
        if named is not None and not named.open:
            body.name, body.level, body.borrowed, office.end = named.name, named.level, True, named.end

    def _affiliate(self, office: Office, body: Institution, end: int) -> None:
        """The party of a member of a legislature: "Anggota DPR RI dari Fraksi X", "Ketua Fraksi X DPRD Y"."""
        at = self.passage.blank(office.end)
        if self._is_of(body, _PARTY) and self.bodies.begins(at):
            house = self.bodies.at(at, end)
            if self._is_of(house, _HOUSE):
                office.party, office.institution, office.end = body, house, house.end
        elif self._is_of(body, _HOUSE):
            links = (h for h in self.tags.cues.get(at, ()) if self.vocabulary.scheme(h.concept) == "affiliations")
            link = next(links, None)
            party = self.bodies.at(self.passage.blank(link.end), end) if link else None
            if self._is_of(party, _PARTY):
                office.party, office.end = party, party.end

    def _is_of(self, body: Institution | None, kind: str) -> TypeGuard[Institution]:
        """Whether there is a body, and of a class."""
        return body is not None and self.vocabulary.class_of(body.type) == kind
