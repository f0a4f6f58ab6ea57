"""A place in the text → the office named there: markers such as acting, the post, and the body it belongs to.

In comes an offset; out comes an Office, with its body where the text names one, or None.
"""

from __future__ import annotations

import re

from kg.extraction.bodies import Bodies
from kg.extraction.chunks import RANKED, Institution, Office, token_in
from kg.extraction.cut_names import CutNames
from kg.extraction.fields import Fields
from kg.extraction.heads import Heads
from kg.extraction.no_offices import NoOffices
from kg.extraction.passage import Passage
from kg.extraction.posts import DEPUTIES, Posts
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_YEAR = re.compile(r"\s+((?:19|20)\d\d)(?=,?\s)")
_FULL = 2  # words of the full name of a person
_WITH_DEPUTIES = frozenset({"head", "staff"})
_CHIEFS = frozenset({"head", "deputy"})
_PARTY = "PoliticalParty"  # for which candidates stand


class Offices:
    """Reads offices in one passage."""

    def __init__(self, passage: Passage, cut_names: CutNames, bodies: Bodies, fields: Fields) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.cut_names = cut_names
        self.bodies = bodies
        self.fields = fields
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
        concept = self.vocabulary.concept(post.concept)
        post = self.posts.whole(post, end)
        office = Office(
            start, post.end, post.concept, self.text[at : post.end], acting=acting, former=former,
            implied=concept.values.get("postAt", ()), generic=concept.flag("generic"),
            rank=concept.value("rankOfPost") or "member", candidate=concept.flag("candidacy"),
            elected=concept.flag("elected"),
        )  # fmt: skip
        if concept.flag("servesOffice") and (served := self.at(self.passage.blank(post.end), end)) is not None:
            office.words, office.end = f"{office.words} {served.words}", served.end
            office.institution, office.implied, office.generic = served.institution, served.implied, served.generic
            return office
        if office.words.casefold() in concept.values.get("possessive", ()):
            office.words, office.own = concept.label(), True
            return office
        if (head := self._fused(office, concept) or self._headed(office, concept, end)) is not None:
            office.institution, office.end = head, head.end
            return office
        inner = self._body_inside(post, concept, end)
        if inner is not None:
            office.words = self.text[at:inner].strip()
            office.end = at + len(office.words)
        body = self._named(office, concept, post, inner, end)
        if body is not None and body.open:
            body = self.cut_names.without_person(body, end)
        if office.candidate:
            return self._stood_for(office, body, at, post.end)
        self._without_number(office, body, concept, post.end, end)
        if body is None and (chief := self._chief_behind(office, end)) is not None:
            office.institution, office.end = chief.institution, chief.end
            return office
        if body is not None:
            office.institution = body
            office.end = body.end
            self._affiliate(office, end)
            office.end = self.fields.behind_body(office.end, end)
            self._name_behind_field(body, office, end)
        office.plural = self._held_by_many(office, concept)
        self._with_year(office, end)
        office.end = self._behind_served(office.end, end)
        self._only_elected(office, end)
        return office

    def _with_year(self, office: Office, end: int) -> None:
        """Take the year of an operation from between an office and its holder: "Kasatgas OMB 2024, AKP Budi"."""
        year = _YEAR.match(self.text, office.end, end)
        if year is not None and self.passage.behind_stop(year.end(), end) in self.tags.titles:
            office.end = year.end()
            if office.institution is None:
                office.words = f"{office.words} {year[1]}"

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
        behind = self.passage.blank(marker.end)
        office = self.at(behind, end) if behind not in self.tags.markers else None
        if office is None or office.acting or office.former or office.deputy_to or office.rank not in _WITH_DEPUTIES:
            return None
        office.start, (office.acting, office.former, _) = start, self.posts.markers(start, end)
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
        return bool(classes) and (body is None or self.vocabulary.concept(body.type).value("entityClass") in classes)

    def _stood_for(self, office: Office, body: Institution | None, at: int, behind: int) -> Office:
        """An office that is only stood for, for the party that is named: "caleg PKB", but "paslon dan Polres X"."""
        office.implied = ()
        party = body is not None and self.vocabulary.concept(body.type).value("entityClass") == _PARTY
        if body is not None and party:
            office.party, office.end = body, body.end
        elif body is not None:
            office.words, office.end = self.text[at:behind], behind
        return office

    def _without_number(self, office: Office, body: Institution | None, post: Concept, at: int, end: int) -> None:
        """Take its usual body from a post that ends at `at` without its number: "Ketua Komisi Penyiaran"."""
        if body is None and post.flag("numbered") and self._unnumbered(at, end):
            office.implied = ()

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
        return chief if chief is not None and chief.institution is not None and chief.institution.name else None

    def _name_behind_field(self, body: Institution, office: Office, end: int) -> None:
        """Take the name of a body from behind the field of its post: "Anggota DPRD Komisi A Kab. Seruyan"."""
        named = self.bodies.named(body.type, office.end, end) if not body.name and office.end > body.end else None
        if named is not None and not named.open:
            body.name, body.level, body.borrowed, office.end = named.name, named.level, True, named.end

    def _named(self, office: Office, concept: Concept, post: Hit, inner: int | None, end: int) -> Institution | None:
        """The body of an office: inside its words from `inner` on, behind them, behind its field, or reaching over."""
        after = inner if inner is not None else self.bodies.brackets.behind_alias(post.end, end)
        body = self._body_of(office, concept, after, end)
        if inner is None and (body is None or (not (body.name or body.fixed) and self.fields.due(office))):
            body = self.fields.body(office, concept, after, end) or (body if office.end == post.end else None)
        return body or self._overlapping(office, post, end)

    def _affiliate(self, office: Office, end: int) -> None:
        """The party of a member of a legislature: "Anggota DPR RI dari Fraksi X", "Ketua Fraksi X DPRD Y"."""
        body = office.institution
        kind = self.vocabulary.concept(body.type).value("entityClass") if body else None
        at = self.passage.blank(office.end)
        if kind == "PoliticalParty" and self.bodies.begins(at):
            house = self.bodies.at(at, end)
            if house is not None and self.vocabulary.concept(house.type).value("entityClass") == "Legislature":
                office.party, office.institution, office.end = body, house, house.end
        elif kind == "Legislature":
            links = (h for h in self.tags.cues.get(at, ()) if self.vocabulary.scheme(h.concept) == "affiliations")
            link = next(links, None)
            party = self.bodies.at(self.passage.blank(link.end), end) if link else None
            if party is not None and self.vocabulary.concept(party.type).value("entityClass") == "PoliticalParty":
                office.party, office.end = party, party.end

    def _body_inside(self, post: Hit, concept: Concept, end: int) -> int | None:
        """Where a body begins that the words of a post reach into: "Kabid Humas Polda", "Ketua DPC"."""
        if concept.flag("impliesInstitution"):
            return None
        for at in range(post.start + 1, post.end):
            hit = self.tags.institutions.get(at)
            branch = at in self.tags.branches and self.bodies.branches.party(at, end) is not None
            if branch or (hit is not None and hit.end >= post.end):
                return at
        return None

    def _fused(self, office: Office, concept: Concept) -> Institution | None:
        """The body in a word that names its region too: "Gubsu" is the governor of Sumatera Utara."""
        for entry in concept.values.get("fused", ()):
            word, _, region = entry.partition(" ")
            if word.casefold() == office.words.casefold() and office.implied:
                start, office.words, office.fused = office.end - len(office.words), concept.label(), True
                return Institution(start, office.end, office.implied[0], region)
        return None

    def _overlapping(self, office: Office, post: Hit, end: int) -> Institution | None:
        """A body that begins inside a post and goes on behind it: "Karo Penmas Divisi Humas Mabes Polri"."""
        for at in range(post.start + 1, post.end):
            hit = self.tags.institutions.get(at)
            body = self.bodies.at(at, end) if hit is not None and hit.end > post.end else None
            if body is not None and (body.name or body.fixed):
                office.words = self.text[post.start : at].strip()
                return body
        return None

    def _headed(self, office: Office, concept: Concept, end: int) -> Institution | None:
        """The body in a word such as "Kadis Kominfo": the word of the post stands for that of the body."""
        kind = concept.value("headOf")
        start = office.end - len(office.words)
        for prefix in sorted(concept.values.get("headWords", ()), key=len, reverse=True) if kind else ():
            if office.words.casefold().startswith(prefix.casefold()):
                tail = start + len(prefix)
                hit = self.vocabulary.institution_named(f"{kind}{self.text[tail : min(end, tail + 80)]}")
                if hit is not None and hit.end > len(kind or ""):
                    body = self.bodies.of_type(tail, tail + hit.end - len(kind or ""), hit.concept, end)
                    office.words = self.text[start : body.start].strip()
                    return body
        return None

    def _body_of(self, office: Office, concept: Concept, at: int, end: int) -> Institution | None:
        """The body that an office belongs to, when it is named behind the post."""
        blank = self.passage.blank(at)
        if self.bodies.begins(blank) or blank in self.tags.branches:
            agencies = (self.bodies.of_government(type_, at, end) for type_ in office.implied)
            body = next(filter(None, agencies), None) or self.bodies.at(blank, end)
            if body is not None and (body.name or body.fixed or not office.implied or office.generic):
                return body
        if concept.flag("impliesInstitution"):
            named = [body for type_ in office.implied if (body := self.bodies.named(type_, at, end))]
            if named:
                body = max(named, key=lambda b: (not b.open, b.end))
                sure = (
                    (self._ranked(body) and not self._runs_on(body, end))
                    or self.cut_names.names_place(body, end)
                    or self._village(body)
                )
                if body.open and not sure:
                    whole = body.end
                    shorter = self.cut_names.without_person(body, end)
                    if shorter is None or shorter.end == whole or (self._ranked(body) and _alone(shorter)):
                        return None
                body.end = self.bodies.brackets.behind_region_alias(body, end)
                return body
            return None
        return self.fields.further_on(office, at, end)

    def _village(self, body: Institution) -> bool:
        """Whether the name behind a post is that of a listed village and no person's."""
        village = self.vocabulary.concept(body.type).value("level") == "village"
        name = body.name.casefold()
        return village and name in self.vocabulary.villages and not any(map(self.vocabulary.is_name, name.split()))

    def _runs_on(self, body: Institution, end: int) -> bool:
        """Whether a name follows an unlisted one without a rank: both are the holder's, "Dandim Sofwan Nizar"."""
        words = body.name.split()
        if not body.open or self.text[body.start].isdigit():
            return False
        if len(words) == _FULL and self.vocabulary.is_name(words[1].casefold()):
            return not self.passage.behind_place_word(body.start, body.name)
        following = token_in(self.text, self.passage.blank(body.end), end)
        if following is None or not (following.word and following.capital) or following.text.isupper():
            return False
        titled = following.start in self.tags.titles or following.start in self.tags.openers
        return not (titled or self.vocabulary.ordinary(following.text.casefold()))

    def _ranked(self, body: Institution) -> bool:
        """Whether the holders of a body's posts have ranks: a name without one is then the unit's."""
        return self.vocabulary.concept(body.type).value("entityClass") in RANKED


def _alone(body: Institution) -> bool:
    """Whether only one word is left of a name."""
    return " " not in body.name
