"""An office whose post is read → the body that it is at: in its word, in its words, behind them or behind its field.

In comes an Office without a body; out comes the body or None, and what stands in front of it is part of the words.
"""

from __future__ import annotations

from kg.extraction.chunks import Institution, Office, token_in
from kg.extraction.institutions.bare_bodies import level_word
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.institutions.cut_names import CutNames
from kg.extraction.passages.passage import Passage
from kg.extraction.positions.fields import Fields
from kg.lexicon.kinds import LARGE_TYPES
from kg.lexicon.matcher import Hit

_FULL = 2  # words of the full name of a person


class BodiesOfPosts:
    """Finds the bodies of offices in one passage."""

    def __init__(self, passage: Passage, cut_names: CutNames, bodies: Bodies, fields: Fields) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.cut_names = cut_names
        self.bodies = bodies
        self.fields = fields

    def in_word(self, office: Office, end: int) -> Institution | None:
        """The body that the very word for the post names: "Gubsu", "Kadis Kominfo"."""
        return self._fused(office) or self._headed(office, end)

    def named(self, office: Office, post: Hit, end: int) -> Institution | None:
        """The body of an office: inside its words, behind them, behind its field, or reaching over their end."""
        inner = self._inside(post, end)
        if inner is not None:
            office.words = self.text[post.start : inner].strip()
            office.end = post.start + len(office.words)
        after = inner if inner is not None else self.bodies.brackets.behind_alias(post.end, end)
        body = self._behind(office, after, end)
        if inner is None and (body is None or (not (body.name or body.fixed) and self.fields.due(office))):
            further = self.fields.body(office, self.vocabulary.concept(office.role), after, end)
            body = further or (body if office.end == post.end else None)
        body = body or self._overlapping(office, post, end)
        return self.cut_names.without_person(body, end) if body is not None and body.open else body

    def _inside(self, post: Hit, end: int) -> int | None:
        """Where a body begins that the words of a post reach into: "Kabid Humas Polda", "Ketua DPC"."""
        if self.vocabulary.concept(post.concept).flag("impliesInstitution"):
            return None
        for at in range(post.start + 1, post.end):
            hit = self.tags.institutions.get(at)
            branch = at in self.tags.branches and self.bodies.branches.party(at, end) is not None
            if branch or (hit is not None and hit.end >= post.end):
                return at
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

    def _fused(self, office: Office) -> Institution | None:
        """The body in a word that names its region too: "Gubsu" is the governor of Sumatera Utara."""
        concept = self.vocabulary.concept(office.role)
        for entry in concept.values.get("fused", ()):
            word, _, region = entry.partition(" ")
            if word.casefold() == office.words.casefold() and office.implied:
                start, office.words, office.fused = office.end - len(office.words), concept.label(), True
                return Institution(start, office.end, office.implied[0], region)
        return None

    def _headed(self, office: Office, end: int) -> Institution | None:
        """The body in words such as "Kadis Kominfo": the word of the post stands for that of the body."""
        kind, length = self.vocabulary.stands_for(office.words)
        start = office.end - len(office.words)
        tail = start + length
        tail = self.bodies.brackets.behind_alias(tail, end) if kind else tail  # "Menteri Koordinator (Menko) Bidang X"
        hit = self.vocabulary.institution_named(f"{kind}{self.text[tail : min(end, tail + 80)]}") if kind else None
        if hit is None or (hit.end == len(kind) and not self._field(tail, end)):
            return None
        if hit.concept in office.implied and length < len(office.words) and self._single(hit.concept):
            return None  # the post is one of that body: "Menteri Dalam Negeri"
        body: Institution | None = self.bodies.of_type(tail, tail + hit.end - len(kind), hit.concept, end)
        body = self.cut_names.without_person(body, end) if body is not None and body.open else body
        if body is None:
            return None
        office.words, office.heads = self.text[start : start + length].strip(), kind
        body.kind = f"{kind}{body.kind}" if body.kind else ""
        return body

    def _single(self, type_: str) -> bool:
        """Whether there is one body of a kind: a ministry."""
        return self.vocabulary.concept(type_).value("namedBy") == "none"

    def _field(self, at: int, end: int) -> bool:
        """Whether a word for what agencies deal with stands at an offset: "Kadis Kebersihan dan Pertamanan"."""
        word = token_in(self.text, at, end)
        return word is not None and word.capital and word.text.casefold() in self.vocabulary.fields_of_agencies

    def _behind(self, office: Office, at: int, end: int) -> Institution | None:
        """The body that is named behind the words of a post."""
        blank = self.passage.blank(at)
        if self.bodies.begins(blank) or blank in self.tags.branches:
            agencies = (self.bodies.names.of_government(type_, at, end) for type_ in office.implied)
            body = next(filter(None, agencies), None) or self.bodies.at(blank, end)
            if body is not None and (body.name or body.fixed or not office.implied or office.generic):
                return body
            if body is not None and self._serves(office, body.type):
                return body  # bare: "Kasi Pidum Kejari Ani Wijaya"
        if self.vocabulary.concept(office.role).flag("impliesInstitution"):
            return self._implied(office, at, end)
        return None if self.fields.ends_with_region(office, at) else self.fields.further_on(office, at, end)

    def _serves(self, office: Office, type_: str) -> bool:
        """Whether a post is one at bodies of a kind, or of the bodies that these belong to: "Asisten I Setdakab"."""
        own = (type_, *self.vocabulary.concept(type_).values.get("parentType", ()))
        return any(kind in office.implied for kind in own)

    def _implied(self, office: Office, at: int, end: int) -> Institution | None:
        """The body of a post whose word tells its kind, by the name that follows; a person's name is none."""
        if (levelled := self._with_level(office, at, end)) is not None:
            return levelled
        named = [body for type_ in office.implied if (body := self.bodies.names.at(type_, at, end))]
        if not named:
            return None
        body = max(named, key=lambda b: (not b.open, b.end))
        if not body.open and self.cut_names.first_name(body, end):
            return None
        parted = self.cut_names.as_elsewhere(body, end) if body.open else None
        if body.open and self._behind_rank(body) and not self.cut_names.names_place(body, end):
            return None
        if body.open and parted is None and not self._sure(body, end):
            whole = body.end
            shorter = self.cut_names.without_person(body, end)
            if shorter is None or shorter.end == whole or (_alone(shorter) and self._no_place(shorter)):
                return None
        body.end = self.bodies.brackets.behind_region_alias(body, end)
        return body

    def _with_level(self, office: Office, at: int, end: int) -> Institution | None:
        """The body of a post that only the level of its region tells: "Kepala Kesbangpol Provinsi, Ani Wijaya"."""
        level = level_word(self.passage, at, end)
        if level is None or self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at), None) is not None:
            return None
        following = token_in(self.text, self.passage.blank(level.end()), end)
        if following is not None and following.word:
            named = following.start in self.tags.titles or self.vocabulary.is_name(following.text.casefold())
            if not following.capital or not named:
                return None
        levelled = (t for t in office.implied if "{level}" in (self.vocabulary.concept(t).value("nameTemplate") or ""))
        type_ = next(levelled, None)
        return Institution(level.start(), level.end(), type_, level=level.group()) if type_ is not None else None

    def _sure(self, body: Institution, end: int) -> bool:
        """Whether an unlisted name behind a post is the body's and no person's."""
        unit = self.vocabulary.ranked(body.type) and not self._runs_on(body, end)
        place = self._after_building(body) or self.cut_names.names_place(body, end)
        return unit or place or self._village(body) or self._regional(body)

    def _after_building(self, body: Institution) -> bool:
        """Whether the two words of a village's name begin with that of a kind of place: "Kades Gedung Srimulyo"."""
        name = self.passage.place_word(self.text.find(body.name, body.start, body.end))
        village = self.vocabulary.concept(body.type).value("level") in ("village", "district")
        words = body.name.casefold().split()
        built = name is not None and words[0] not in self.vocabulary.natural_places
        return village and built and len(words) == _FULL

    def _regional(self, body: Institution) -> bool:
        """Whether the name behind a post is only a region's, or that of another body, too: "Pengadilan Negeri X"."""
        name = self.text[self.passage.blank(self.passage.behind_class(body.start)) : body.end]
        if self.vocabulary.ranked(body.type) or any(map(self.vocabulary.is_name, name.casefold().split())):
            return False
        if self.vocabulary.gazetteer.regions_named(name, types=LARGE_TYPES):
            return True
        others = (hit.end for hit in self.tags.institutions.values() if not body.start <= hit.end <= body.end)
        return any(self.text.startswith(f" {name}", at) for at in others)

    def _no_place(self, body: Institution) -> bool:
        """Whether one word behind a post is no place: that of a unit with ranks, or of no village nor region.

        The text names such a body elsewhere: "Lapas Blora … Kalapas Sangapta Surbakti".
        """
        if self.vocabulary.ranked(body.type):
            return True
        if self.vocabulary.concept(body.type).values.get("level", ()) != ("regency",):
            return False
        known = body.name.casefold() in self.vocabulary.villages or self.vocabulary.gazetteer.regions_named(body.name)
        return not known and any(hit.concept == body.type for hit in self.tags.institutions.values())

    def _village(self, body: Institution) -> bool:
        """Whether the name behind a post is that of a listed village and no person's; districts share their names."""
        village = self.vocabulary.concept(body.type).value("level") in ("village", "district")
        name = body.name.casefold()
        return village and name in self.vocabulary.villages and not any(map(self.vocabulary.is_name, name.split()))

    def _behind_rank(self, body: Institution) -> bool:
        """Whether the unlisted name of a unit is that of who has a rank elsewhere: "Kapolres Ari", "AKBP Ari hadir"."""
        first = body.name.partition(" ")[0]
        named = self.vocabulary.ranked(body.type) and self.vocabulary.is_name(first.casefold())
        return named and first in self.passage.words_behind_ranks

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


def _alone(body: Institution) -> bool:
    """Whether only one word is left of a name."""
    return " " not in body.name
