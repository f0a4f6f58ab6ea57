"""Offices of a document → the bodies that they are at: the one named with them, the last that fits, or the local one.

In come the bodies that were resolved so far; out comes the key of one, or None.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from kg.extraction.chunks import Holder, Institution, Office
from kg.extraction.resolving.resolution import Resolver

_GOVERNMENT = "RegionalGovernment"  # class of bodies
_PARTY = "PoliticalParty"
_AGENCY = "RegionalAgency"
_REGENCY = 5  # characters of the code of a regency
_NEAR = 120  # characters between a post and the members who are named with it
_REACH = 3_000  # characters before a post in which its body is looked for


class OfficeBodies:
    """Finds the bodies of offices among those of one document."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.vocabulary = resolver.vocabulary
        self._homes: dict[str, str] = {}  # persons in an office of the government of a region → that
        self._before: tuple[Office, str] | None = None  # the office before, and the body that it is at
        self._held: dict[tuple[str, str | None, str | None], set[str]] = {}  # person, role, of whom the deputy → bodies

    def of(self, office: Office, beside: str | None = None, *, holder: str | None = None) -> str | None:
        """The key of the body that an office belongs to; `beside` is the body of the office it stands in for.

        An office of many kinds of body ("Ketua") with a `holder` is at the last fitting body of its paragraph; a bare
        one that the article gave her with its body, "Bupati X Ani Wijaya" and then "Bupati Ani", is there again.
        """
        key = self._again(office, holder) if holder is not None else None
        key = key or self._of_office(office, beside, held=holder is not None)
        if key is not None:
            self._before = office, key
            self.resolver.bodies[key].offices.add((office.start, office.end))
            body = office.institution
            if holder is not None and not office.former and (body is None or body.name):
                self._held.setdefault((holder, office.role, office.deputy_to), set()).add(key)
        return key

    def home_of(self, holder: Holder) -> str | None:
        """The regency or town whose government a holder is, or holds an office of as the article has said before."""
        body, person = holder.institution, holder.person
        if body is None and not holder.offices:
            return self._homes.get(person.entity) if person is not None and person.entity is not None else None
        code = next((region for office in holder.offices if (region := self._governed(office.entity))), None)
        code = code or self._governed(body.entity if body is not None else None)
        who = person.entity if person is not None else None
        if code is None or len(code) != _REGENCY:
            return self._homes.get(who) if who is not None and not holder.offices else None
        if who is not None:
            self._homes[who] = code
        return code

    def _governed(self, key: str | None) -> str | None:
        """The region of which a body is the government."""
        body = self.resolver.bodies[key] if key is not None else None
        return body.region if body is not None and self.vocabulary.class_of(body.type) == _GOVERNMENT else None

    def _again(self, office: Office, holder: str) -> str | None:
        """The body at which the article has said before that the holder of an office is in it, where none is named."""
        bodies = self._held.get((holder, office.role, office.deputy_to), ())
        if office.unlisted or len(bodies) != 1:
            return None
        key, body = next(iter(bodies)), office.institution
        if body is not None:
            bare = not (body.name or body.fixed or body.open)
            if not (bare and self.resolver.kinds.alike(self.resolver.bodies[key].type, body.type)):
                return None
            body.entity = key
            self.resolver.antecedents.told_by_holder(body, key)
        self.resolver.bodies[key].mentions.append((office.start, office.end))
        return key

    def _of_office(self, office: Office, beside: str | None, *, held: bool) -> str | None:
        if office.institution is not None:
            self._sent(office.institution, beside)
            key = self.resolver.resolve(office.institution, form=(office.start, office.end))
            key = self._above(office, office.institution) if key is None and held else key
            if key is not None or office.institution is not None:
                return key
        if office.unlisted:
            return None
        if beside is not None and (office.generic or self._fits(office, self.resolver.bodies[beside].type)):
            return beside
        last = (self._last_fitting(office) or self._beside(office) or self._only_fitting(office)) if held else None
        if last is not None:
            self.resolver.bodies[last].mentions.append((office.start, office.end))
            return last
        if not office.implied:
            return None
        nearest = self.resolver.antecedents.named.nearest(partial(self._may_head, office), office.start)
        if nearest is not None:
            nearest = self._own_kind(office, nearest)
            self.resolver.bodies[nearest].mentions.append((office.start, office.end))
            return nearest
        for type_ in () if office.generic and self._further_classes(office) else office.implied:
            body = Institution(office.start, office.end, type_)
            self._sent(body, beside)
            key = self.resolver.resolve(body)
            if key is not None and self.resolver.bodies[key].unit is not None:
                return key
        return None

    def _sent(self, body: Institution, beside: str | None) -> None:
        """Give a bare agency the region of the government for which its head came: "Gubernur X diwakili Kadinkes"."""
        sender = self.resolver.bodies[beside] if beside is not None else None
        if sender is None or sender.region is None or self.vocabulary.class_of(sender.type) != _GOVERNMENT:
            return
        places = self.vocabulary.gazetteer.places
        if body.name or body.level or self.vocabulary.class_of(body.type) != _AGENCY:
            return
        if sender.region in places.regions and self.resolver.local.of_region(body, sender.region) is not None:
            region = places.regions[sender.region]
            body.name, body.level, body.borrowed = places.base(region), places.level(region), True

    def _above(self, office: Office, part: Institution) -> str | None:
        """The nearest body of the kind above a sub-unit that is named without it: "Kepala Satlantas AKP Budi".

        Where none is named, a post that is one at such bodies is left with its words: "Asisten I Setdakab Ani".
        """
        concept = self.vocabulary.concept(part.type)
        above = concept.value("parentType") if concept.flag("subUnit") and not part.name else None
        if above is None:
            return None
        alike = self.resolver.kinds.alike
        key = self.resolver.antecedents.named.nearest(lambda said, _: said == above or alike(said, above), office.start)
        if key is not None:
            self.resolver.bodies[key].mentions.append((office.start, office.end))
        if key is not None or above in office.implied:
            office.words, office.institution = f"{office.words} {self.resolver.text[part.start : part.end]}", None
        return key

    def _own_kind(self, office: Office, nearest: str) -> str:
        """The nearest fitting body; or one of the very kind in a sentence with it, as in "Polres X dan Polresta Y"."""
        own = self.resolver.antecedents.named.nearest(lambda said, _: said in office.implied, office.start)
        if own is None or own == nearest:
            return nearest
        starts = [self._last_before(key, office.start) for key in (own, nearest)]
        between = self.resolver.text[min(starts) : max(starts)]
        return nearest if ". " in between or "\n" in between or min(starts) < 0 else own

    def _last_before(self, key: str, at: int) -> int:
        """Where a body was last named before an offset; -1 for nowhere."""
        return max((start for start, _ in self.resolver.bodies[key].mentions if start < at), default=-1)

    def _last_fitting(self, office: Office) -> str | None:
        """The last body before an office, in its paragraph, of a class that has such posts beside the usual one."""
        classes = self._further_classes(office)
        if not classes:
            return None
        first = self.resolver.text.rfind("\n", max(0, office.start - _REACH), office.start) + 1
        first = max(first, office.start - _REACH)
        for index in range(bisect_left(self.resolver.antecedents.seen, (office.start,)) - 1, -1, -1):
            at, type_, key = self.resolver.antecedents.seen[index]
            if at < first:
                return None
            if self.resolver.text[at - 1 : at] == "(" or self._comes_from(at, type_):
                continue  # of what party somebody is: "Ketua DPRD X, Ani (PKB), dan wakil ketua Budi"
            if self._fits(office, type_) or self.vocabulary.class_of(type_) in classes:
                return key
        return None

    def _comes_from(self, at: int, type_: str) -> bool:
        """Whether a party at an offset only says of which one somebody is: "Ketua DPRD X, Ani dari PKB"."""
        before = self.resolver.text[max(0, at - _NEAR) : at].split()
        party = self.vocabulary.class_of(type_) == _PARTY
        return party and bool(before) and before[-1].casefold() in self.vocabulary.from_whom

    def _beside(self, office: Office) -> str | None:
        """The body of the post right before, for members told behind it: "Wakil Ketua Komisi A X dan anggota Y"."""
        if self._before is None or office.rank != "member":
            return None
        before, key = self._before
        if before is not office:  # which several share
            if not 0 < office.start - before.end < _NEAR:
                return None
            between = self.resolver.text[before.end : office.start]
            if "\n" in between or ". " in between:
                return None
        fits = self.vocabulary.class_of(self.resolver.bodies[key].type) in self._further_classes(office)
        return key if fits else None

    def _only_fitting(self, office: Office) -> str | None:
        """The only fitting body that the article has named, for a post that holds all through it: that of a judge."""
        if not self.vocabulary.concept(office.role).flag("throughArticle"):
            return None
        classes, seen = self._further_classes(office), self.resolver.antecedents.seen
        before = seen[: bisect_left(seen, (office.start,))]
        keys = {key for _, type_, key in before if self.vocabulary.class_of(type_) in classes}
        return keys.pop() if len(keys) == 1 else None

    def _further_classes(self, office: Office) -> set[str]:
        """The classes of body that have such a post beside the usual one; none for a candidate."""
        concept = self.vocabulary.concept(office.deputy_to or office.role)
        if concept.flag("candidacy"):
            return set()
        own = {self.vocabulary.class_of(type_) for type_ in office.implied}
        return set(concept.values.get("fitsClass", ())) - own

    def _may_head(self, office: Office, said: str, kind: str) -> bool:
        """Whether an office is one at a body that is said to be of a type, and of its regions: no mayor at a Pemkab."""
        level = self.resolver.kinds.of_one_level
        return self._fits(office, said) and any(level(kind, implied) for implied in office.implied)

    def _fits(self, office: Office, type_: str) -> bool:
        return any(type_ == implied or self.resolver.kinds.alike(type_, implied) for implied in office.implied)
