"""A sentence → its chunks: the grammar of Indonesian institutions, offices and titled names.

Trigger first: a word of the lexicon opens a chunk, the gazetteer and the shape of what follows close it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.chunks import RANKED, Chunk, Cue, Institution, Office, Person, Place, Token, tokens_of
from kg.extraction.dates import Calendar, DateMention
from kg.extraction.vocabulary import Tags, Vocabulary
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_SPACE = re.compile(r"[^\S\n]*")
_LOWER = re.compile(r"(?<![\w.@/-])[a-zà-ÿ]{3,}(?![\w.@/])")
_CLASS = re.compile(r"(\w+)\s+(?:[IVX]+|[A-D]|\d)\s?[A-D]?\b(?:\s+[A-Z]{3}\b)?")
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{1,11}")
_DEGREE_GAP = re.compile(r"[\s.,]{0,4}")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}\.[A-Z][A-Za-z]{0,5}\b(?:\.[A-Z][A-Za-z]{0,5}\b)*")  # "Sp.OT", "M.Tr.Hanla"
_BRACKET = re.compile(r"[^\S\n]*\(\s*([^()\n]{1,60}?)\s*\)")
_NUMERAL = re.compile(r"^(?:[IVXLC]+|\d{1,3})$")
_BRANCH = re.compile(r"[^\S\n]*\(\s*[A-Za-z/. ]{1,14}?\s*\)\.?")
_BEFORE_NAME = re.compile(r"[.,]?[^\S\n]*")
OFFICIAL = RANKED | {"RegionalAgency", "NationalAgency", "Court", "ProsecutionOffice"}
_UNIT_LIMIT = 3
_SHORT = 4  # letters of an abbreviated title
_NAME_LIMIT = 6
_OPEN_LIMIT = 8
_LOOK_AHEAD = 9


class Parser:
    """Reads the sentences of one document."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.tags: Tags = vocabulary.tag(text)
        self.dates: dict[int, DateMention] = {date.start: date for date in calendar.find(text)}
        self.acronyms: dict[str, Institution] = {}
        self._headline = False
        self._lower = frozenset(word for word in _LOWER.findall(text))

    def chunks(self, start: int, end: int, *, headline: bool = False) -> list[Chunk]:
        """The chunks of a stretch, in order; two may share their start when a word is both a cue and an event."""
        self._headline = headline
        found: list[Chunk] = []
        tokens = tokens_of(self.text, start, end)
        position, index = start, 0
        while index < len(tokens):
            token = tokens[index]
            if token.start < position:
                index += 1
                continue
            chunks = list(self._at(token, end, headline=headline))
            found += chunks
            position = max(chunk.full_end if isinstance(chunk, Person) else chunk.end for chunk in chunks)
        return found

    def _at(self, token: Token, end: int, *, headline: bool) -> Iterator[Chunk]:
        """What starts at a token; the token itself when nothing does."""
        at = token.start
        date = self.dates.get(at)
        if date is not None:
            yield Cue(date.start, date.end, "date", "date", self.text[date.start : date.end])
            return
        single: Chunk | None = None
        if not self._outdone(at, end):
            single = self._office(at, end) or self._institution(at, end) or self._titled(at, end)
        if self._place_word(at) is not None and not isinstance(single, Office):
            single = self._place(token, end) or single
        if single is not None:
            yield single
            return
        cues = [hit for hit in self.tags.cues.get(at, ()) if hit.end <= end]
        event = self.tags.events.get(at)
        if event is not None and event.end <= end and not any(hit.end > event.end for hit in cues):
            cues = [hit for hit in cues if hit.end == event.end]
            yield Cue(at, event.end, "event", event.concept, event.form)
            yield from (self._cue(hit) for hit in cues)
        elif cues:
            longest = max(hit.end for hit in cues)
            yield from (self._cue(hit) for hit in cues if hit.end == longest)
        else:
            yield self._place(token, end) or self._unsure(token, end, headline=headline) or token

    def _outdone(self, at: int, end: int) -> bool:
        """Whether a cue is longer than the post that begins with it: "Inspektur upacara ialah …"."""
        post = self.tags.posts.get(at)
        cues = [hit.end for hit in self.tags.cues.get(at, ()) if hit.end <= end]
        return post is not None and bool(cues) and max(cues) > post.end

    def _cue(self, hit: Hit) -> Cue:
        return Cue(hit.start, hit.end, self.vocabulary.scheme(hit.concept), hit.concept, hit.form)

    # Institutions

    def _institution(self, at: int, end: int) -> Institution | None:
        party = self._party(at, end)
        if party is not None:
            return party
        hit = self.tags.institutions.get(at)
        if hit is None or hit.end > end:
            return None
        concept = self.vocabulary.concept(hit.concept)
        place_of = concept.value("placeOf")
        if place_of is not None:
            body = self._named(place_of, hit.end, end) or Institution(at, hit.end, place_of)
            body.start, body.venue = at, True
            return body
        if concept.flag("subUnit"):
            return self._of_parent(hit, concept, end)
        return self._body(at, hit.end, hit.concept, end)

    def _body(self, at: int, behind: int, type_: str, end: int) -> Institution:
        """A body whose kind is named at `at`, up to `behind`, with the name that follows."""
        concept = self.vocabulary.concept(type_)
        after = self._skip_alias(behind, end)
        named = self._named(type_, after, end, head=at)
        if named is None and after != behind:
            named = self._named(type_, behind, end, head=at)
        if named is None:
            bare = Institution(at, behind, type_, fixed=concept.value("namedBy") == "none")
            self._learn_acronym(bare, behind)
            if bare.fixed:
                bare.end = self._skip_region_alias(bare, end)
                if concept.value("entityClass") in ("PoliticalParty", "CivilSociety"):
                    region = self.vocabulary.gazetteer.longest_name(self.text, bare.end, None)
                    bare.end = region.end if region is not None and region.end <= end else bare.end
            return bare
        named.start = at
        named.end = self._skip_region_alias(named, end)
        return named

    def _party(self, at: int, end: int) -> Institution | None:
        """A party at one of its levels: "DPC PPP Sukoharjo"."""
        branch = self.tags.branches.get(at)
        party = self.tags.institutions.get(self._blank(branch.end)) if branch else None
        if branch is None or party is None or party.end > end:
            return None
        concept = self.vocabulary.concept(party.concept)
        if concept.value("entityClass") != "PoliticalParty" or concept.value("namedBy") != "none":
            return None
        region = self.vocabulary.gazetteer.longest_name(self.text, party.end, None)
        name = f"{self.vocabulary.concept(branch.concept).label()} {self.text[party.start : party.end]}"
        stop = party.end
        if region is not None and region.end <= end:
            stop = region.end
            name = f"{name} {self._full_region(self.text[party.end : stop])}"
        return Institution(at, stop, party.concept, " ".join(name.split()), open=True, whole=True)

    def _full_region(self, written: str) -> str:
        """A region's name written out, without its level: "Jateng" is "Jawa Tengah"."""
        gazetteer = self.vocabulary.gazetteer
        found = gazetteer.regions_named(written.strip())
        return gazetteer.places.base(found[0]) if found else written.strip()

    def _named(self, type_: str, at: int, end: int, *, head: int | None = None) -> Institution | None:
        """A body of a type whose name begins at an offset, or None; `head` is where its kind is named."""
        concept = self.vocabulary.concept(type_)
        naming = concept.value("namedBy")
        if naming == "none":
            return self._local_office(type_, at, end) if concept.value("localOffice") else None
        if naming != "open":
            at = self._behind_class(at)
            hit = self.vocabulary.gazetteer.longest_name(self.text, at, type_)
            if hit is not None and hit.end <= end:
                return Institution(at, hit.end, type_, hit.key, hit.level)
        ranked = concept.value("entityClass") in RANKED
        if naming == "open" or ranked:
            if concept.value("entityClass") == "RegionalGovernment":
                word = _WORD.match(self.text, self._blank(at))
                at = word.end() if word and word.group().casefold() in self.vocabulary.village_words else at
            stop = self._open_name(
                at, end, limit=_UNIT_LIMIT if ranked else _OPEN_LIMIT, regional=concept.value("entityClass") in OFFICIAL
            )
            if stop is not None:
                whole = concept.value("nameTemplate") == "{name}" and head is not None
                begin = head if whole and head is not None else self._blank(at)
                return Institution(at, stop, type_, " ".join(self.text[begin:stop].split()).lstrip(". "), open=True)
        return None

    def _local_office(self, type_: str, at: int, end: int) -> Institution | None:
        """The office of a national body that the region behind its name says: "BNN Kabupaten Ogan Ilir"."""
        hit = self.vocabulary.gazetteer.longest_name(self.text, at, None)
        return Institution(at, hit.end, type_, hit.key, hit.level) if hit is not None and hit.end <= end else None

    def _behind_class(self, at: int) -> int:
        """Behind the class of an office: "Pengadilan Agama Kelas IA Watampone"."""
        match = _CLASS.match(self.text, self._blank(at))
        return match.end() if match and match[1].casefold() in self.vocabulary.class_words else at

    def _of_parent(self, hit: Hit, concept: Concept, end: int) -> Institution:
        """A sub-unit is read as the body it belongs to, where that is named; alone it stays a bare sub-unit."""
        at = self._blank(hit.end)
        for token in tokens_of(self.text, at, min(end, at + 80))[:_LOOK_AHEAD]:
            parent = self.tags.institutions.get(token.start)
            if parent is not None and not self.vocabulary.concept(parent.concept).flag("subUnit"):
                body = self._institution(token.start, end)
                if body is not None:
                    body.start = hit.start
                    return body
            if not (token.capital or _NUMERAL.match(token.text)):
                break
        parent_type = concept.value("parentType")
        named = self._named(parent_type, hit.end, end) if parent_type and concept.value("namedBy") == "region" else None
        while named is not None and (above := self.vocabulary.concept(named.type)).flag("subUnit"):
            named = self._named(above.value("parentType") or "", hit.end, end) if above.value("parentType") else None
        if named is not None and not named.open:
            named.start = hit.start
            return named
        return Institution(hit.start, hit.end, concept.id)

    def _open_name(self, at: int, end: int, *, limit: int, regional: bool) -> int | None:
        """Where a run of capitalised words that names an open kind of body ends; None when there is none.

        The name of an official body ends with its region.
        """
        stop, count = None, 0
        previous = at
        for token in tokens_of(self.text, at, min(end, at + 120)):
            if "\n" in self.text[previous : token.start] or token.text in "()":
                break
            joins = token.text in self.vocabulary.joints_of_names and (count > 0 or token.text == ".")
            if not (joins or token.capital or _NUMERAL.match(token.text)) or count >= limit:
                break
            if token.start in self.tags.posts or token.start in self.tags.institutions or token.start in self.dates:
                break
            if self._title_in_name(token, first=count == 0) or (count and self._opens_name(token)):
                break
            if not joins and (self._stops_name(token.start, first=count == 0) or self._plain(token, count)):
                break
            previous = token.end
            if not joins:
                stop, count = token.end, count + 1
            if regional and (place := self.vocabulary.gazetteer.longest_name(self.text, token.start, None)) is not None:
                return min(max(place.end, token.end), end)
        return stop

    def _title_in_name(self, token: Token, *, first: bool) -> bool:
        """Whether a title begins here and so a name of a body ends; such as a sultan's may open one."""
        for hit in self.tags.titles.get(token.start, ()):
            concept = self.vocabulary.concept(hit.concept)
            if (concept.scheme in ("ranks", "degrees") and len(token.text) > 1) or concept.flag("beginsName"):
                return True
            if concept.scheme == "honorifics" and not (first and len(token.text) > _SHORT) and len(token.text) > 1:
                return True
        return False

    def _opens_name(self, token: Token) -> bool:
        """Whether a particle stands here with which a name begins: "Tihingan I Ketut Sugiana"."""
        hit = self.tags.openers.get(token.start)
        if hit is None or not token.capital:
            return False
        following = _WORD.match(self.text, self._blank(hit.end))
        return following is not None and self.vocabulary.is_name(following.group().casefold())

    def _plain(self, token: Token, count: int) -> bool:
        """Whether a capitalised word is an ordinary one: anywhere in a headline, else only as a whole name."""
        lower = token.text.casefold()
        ordinary = lower in self._lower or self.vocabulary.ordinary(lower)
        return ordinary and (self._headline or (count == 0 and token.text.isupper()))

    def _skip_alias(self, at: int, end: int) -> int:
        """Behind a bracketed short form: "Kepolisian Resor Kota (Polresta) Kendari"."""
        match = _BRACKET.match(self.text, at, end)
        if match and (
            len(match[1]) <= 12 or match.start(1) in self.tags.institutions or match.start(1) in self.tags.posts
        ):
            return match.end()
        return at

    def _skip_region_alias(self, body: Institution, end: int) -> int:
        """Behind a bracketed abbreviation of the name or the body: "Sulawesi Tenggara (Sultra)", "… Ambon (APMA)"."""
        match = _BRACKET.match(self.text, body.end, end)
        if match and " " not in match[1] and match[1][0].isalpha():
            self._learn_acronym(body, body.end)
            return match.end()
        return body.end

    def _learn_acronym(self, body: Institution, at: int) -> None:
        match = _BRACKET.match(self.text, at)
        if match and _ACRONYM.fullmatch(match[1]) and not self._region_only(match[1]):
            self.acronyms.setdefault(match[1], body)

    def _region_only(self, word: str) -> bool:
        """Whether a bracketed word abbreviates the place and not the body: "(Sultra)"."""
        return bool(self.vocabulary.gazetteer.regions_named(word))

    # Offices

    def _office(self, at: int, end: int) -> Office | None:
        acting, former, start = None, False, at
        while (marker := self.tags.markers.get(at)) and marker.end <= end:
            concept = self.vocabulary.concept(marker.concept)
            if concept.scheme == "acting":
                acting = concept.label()
            else:
                former = True
            at = self._blank(marker.end + (self.text[marker.end : marker.end + 1] == "."))
        post = self.tags.posts.get(at)
        if post is None or post.end > end:
            return None
        concept = self.vocabulary.concept(post.concept)
        office = Office(
            start, post.end, post.concept, self.text[at : post.end], acting=acting, former=former,
            implied=concept.values.get("postAt", ()), generic=concept.flag("generic"),
            rank=concept.value("rankOfPost") or "member",
        )  # fmt: skip
        head = self._headed(office, concept, end)
        if head is not None:
            office.institution, office.end = head, head.end
            return office
        inner = self._body_inside(post, concept, end)
        if inner is not None:
            office.words = self.text[at:inner].strip()
            office.end = at + len(office.words)
        after = inner if inner is not None else self._skip_alias(post.end, end)
        body = self._body_of(office, concept, after, end)
        if body is None and inner is None:
            body = self._behind_field(office, concept, after, end)
        if body is not None and body.open:
            body = self._without_person(body, end)
        if body is not None:
            office.institution = body
            office.end = body.end
            self._affiliate(office, end)
        return office

    def _affiliate(self, office: Office, end: int) -> None:
        """The party of a member of a legislature: "Anggota DPR RI dari Fraksi X", "Ketua Fraksi X DPRD Y"."""
        body = office.institution
        kind = self.vocabulary.concept(body.type).value("entityClass") if body else None
        at = self._blank(office.end)
        if kind == "PoliticalParty" and self._body_at(at):
            house = self._institution(at, end)
            if house is not None and self.vocabulary.concept(house.type).value("entityClass") == "Legislature":
                office.party, office.institution, office.end = body, house, house.end
        elif kind == "Legislature":
            links = (h for h in self.tags.cues.get(at, ()) if self.vocabulary.scheme(h.concept) == "affiliations")
            link = next(links, None)
            party = self._institution(self._blank(link.end), end) if link else None
            if party is not None and self.vocabulary.concept(party.type).value("entityClass") == "PoliticalParty":
                office.party, office.end = party, party.end

    def _without_person(self, body: Institution, end: int) -> Institution | None:
        """An open name that ran into the name of the office-holder, cut before it; None when nothing is left.

        A comma, a bracket or a title behind the name says that it is the body's as a whole.
        """
        at = _BEFORE_NAME.match(self.text, body.end, end)
        behind = at.end() if at else body.end
        if (
            self.text[body.end : behind].strip()
            or behind >= end
            or self.text[behind] in "(\n"
            or behind in self.tags.titles
        ):
            return body
        head = self.tags.institutions.get(body.start)
        tokens = tokens_of(self.text, head.end if head else body.start, body.end)
        first = len(tokens)
        for index in range(len(tokens) - 1, -1, -1):
            word = tokens[index].text.casefold()
            if not self._like_a_name(word, tokens[index]):
                break
            known = self.vocabulary.is_name(word) and word not in self.vocabulary.places_too
            if known or (index and self._ends_region(tokens[0].start, tokens[index - 1].end)):
                first = index
        if first == len(tokens):
            return body
        if first == 0:
            first = 1 if len(tokens) > 1 and self._behind_place_word(tokens[0].start, tokens[0].text) else 0
        if first == 0:
            return None
        cut = tokens[first - 1].end
        body.name = body.name[: len(body.name) - len(" ".join(self.text[cut : body.end].split()))].rstrip()
        body.end = cut
        return body

    def _ends_region(self, start: int, at: int) -> bool:
        """Whether the name of a region, and not only of a village, ends at a place."""
        for token in tokens_of(self.text, start, at):
            hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
            if hit is not None and hit.end == at and token.start > start:
                return True
        return False

    def _like_a_name(self, word: str, token: Token) -> bool:
        return token.word and token.capital and not token.text.isupper() and not self.vocabulary.ordinary(word)

    def _behind_field(self, office: Office, concept: Concept, at: int, end: int) -> Institution | None:
        """The body behind the field of a post, which becomes part of its words: "Staf Ahli Bidang Hukum Kota X"."""
        stop = self._field(at, end, opened=not concept.flag("impliesInstitution"))
        if stop is None:
            return None
        office.words = " ".join(f"{office.words} {self.text[at:stop]}".split())
        office.end = stop
        blank = self._blank(stop)
        if self._body_at(blank):
            return self._institution(blank, end)
        named = [body for type_ in office.implied if (body := self._named(type_, stop, end)) and not body.open]
        if not named and "," in office.words:
            office.words = office.words.partition(",")[0].rstrip()
            office.end = self.text.index(",", at)
        return max(named, key=lambda body: body.end, default=None)

    def _field(self, at: int, end: int, *, opened: bool) -> int | None:
        """Where the field of a post ends: ordinary words with capitals, in a list; None when there is none.

        A post that names its body by itself has a field only behind a word that opens one ("Bidang").
        """
        stop, previous = None, at
        for token in tokens_of(self.text, at, min(end, at + 160)):
            lower = token.text.casefold()
            if "\n" in self.text[previous : token.start]:
                break
            previous = token.end
            if lower in self.vocabulary.fields_of_posts and token.capital:
                stop, opened = token.end, True
                continue
            if not opened:
                break
            if token.text in ",/&" or lower in self.vocabulary.particles_of_posts:
                stop = token.end if token.capital else stop
                continue
            tags = self.tags
            if (
                token.start in tags.institutions
                or token.start in tags.posts
                or token.start in tags.titles
                or token.start in self.dates
            ):
                break
            if not ((token.capital and token.word and self.vocabulary.ordinary(lower)) or _NUMERAL.match(token.text)):
                break
            stop = token.end
        return stop

    def _body_inside(self, post: Hit, concept: Concept, end: int) -> int | None:
        """Where a body begins that the words of a post reach into: "Kabid Humas Polda", "Ketua DPC"."""
        if concept.flag("impliesInstitution"):
            return None
        for at in range(post.start + 1, post.end):
            hit = self.tags.institutions.get(at)
            if (hit is not None and hit.end >= post.end) or self._party(at, end) is not None:
                return at
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
                    body = self._body(tail, tail + hit.end - len(kind or ""), hit.concept, end)
                    office.words = self.text[start : body.start].strip()
                    return body
        return None

    def _body_of(self, office: Office, concept: Concept, at: int, end: int) -> Institution | None:
        """The body that an office belongs to, when it is named behind the post."""
        blank = self._blank(at)
        if self._body_at(blank) or blank in self.tags.branches:
            body = self._institution(blank, end)
            if body is not None and (body.name or not office.implied or office.generic):
                return body
        if concept.flag("impliesInstitution"):
            named = [body for type_ in office.implied if (body := self._named(type_, at, end))]
            if named:
                body = max(named, key=lambda b: (not b.open, b.end))
                if body.open and not (self._ranked(body) or self._name_of_place(body, end)):
                    whole = body.end
                    shorter = self._without_person(body, end)
                    if shorter is None or shorter.end == whole:
                        return None
                body.end = self._skip_region_alias(body, end)
                return body
            return None
        return self._further_on(office, at, end)

    def _further_on(self, office: Office, at: int, end: int) -> Institution | None:
        """A body behind words that specify the post: "Koordinator Divisi Pencegahan Bawaslu Kabupaten X"."""
        previous = at
        for token in tokens_of(self.text, at, min(end, at + 160))[:_LOOK_AHEAD]:
            if "\n" in self.text[previous : token.start] or token.start in self.dates:
                return None
            if self._body_at(token.start):
                body = self._institution(token.start, end)
                if body is not None and body.type in self.vocabulary.concepts:
                    office.words = " ".join(self.text[office.end - len(office.words) : token.start].split())
                    return body
            if token.start in self.tags.posts and token.start != at and not office.generic:
                return None
            if not (
                token.capital
                or _NUMERAL.match(token.text)
                or token.text.casefold() in self.vocabulary.particles_of_posts
            ):
                return None
            if any(
                self.vocabulary.scheme(h.concept) in ("ranks", "honorifics")
                for h in self.tags.titles.get(token.start, ())
            ):
                return None
            previous = token.end
        return None

    def _body_at(self, at: int) -> bool:
        """Whether a body is named here, by more than a word for a place."""
        hit = self.tags.institutions.get(at)
        return hit is not None and hit.end > (self._place_word(at) or at)

    def _ranked(self, body: Institution) -> bool:
        """Whether the holders of a body's posts have ranks: a name without one is then the unit's."""
        return self.vocabulary.concept(body.type).value("entityClass") in RANKED

    def _name_of_place(self, body: Institution, end: int) -> bool:
        """Whether an unlisted name behind a post is the place and not the holder: a name or a title follows it."""
        rest = _BEFORE_NAME.match(self.text, body.end, end)
        at = rest.end() if rest else body.end
        if any(self.vocabulary.scheme(h.concept) in ("ranks", "honorifics") for h in self.tags.titles.get(at, ())):
            return True
        if at in self.tags.openers and self.text[at].isupper():
            return True
        if self.text[body.end : body.end + 1] == "," and self.text[at : at + 1].isupper():
            return True
        return self._behind_place_word(body.start, body.name)

    def _behind_place_word(self, but: int, name: str) -> bool:
        """Whether a name stands behind a place word anywhere else: "Balai Kampung Bujuk Agung"."""
        for match in re.finditer(rf"\b{re.escape(name)}\b", self.text):
            at = match.start()
            before = self.text[max(0, at - 20) : at].rstrip().rpartition(" ")[2]
            start = self.text.rfind(before, 0, at) if before else -1
            if at != but and start >= 0 and self._place_word(start) is not None:
                return True
        return False

    # Persons

    def _titled(self, at: int, end: int) -> Person | None:
        if at not in self.tags.titles:
            return None
        rank, honorifics, position = None, [], at
        while True:
            hits = [h for h in self.tags.titles.get(position, ()) if h.end <= end]
            title = next((h for h in hits if self._title_fits(h, rank=rank, first=position == at)), None)
            if title is None:
                break
            scheme = self.vocabulary.scheme(title.concept)
            if scheme == "ranks":
                rank = self.text[title.start : title.end].strip(" .")
            elif scheme == "corps":
                rank = f"{rank} {self.text[title.start : title.end].strip(' .')}"
            else:
                honorifics.append(self.vocabulary.concept(title.concept).label())
            position = title.end
            if scheme in ("ranks", "corps") and (branch := _BRANCH.match(self.text, position, end)):
                position = branch.end()
            gap = _BEFORE_NAME.match(self.text, position, end)
            position = gap.end() if gap else position
        if rank is None and not honorifics:
            return None
        stop = self._name_run(position, end, headline=self._headline, ranked=rank is not None)
        if stop is None:
            return None
        return self._person(position, stop, end, full_start=at, rank=rank, honorifics=tuple(honorifics))

    def _title_fits(self, hit: Hit, *, rank: str | None, first: bool) -> bool:
        scheme = self.vocabulary.scheme(hit.concept)
        if scheme == "corps":
            return rank is not None
        if scheme == "degrees" or (scheme == "honorifics" and self.vocabulary.title_is_name(hit)):
            return False
        return (self.text[hit.start].isupper() or hit.form[0].islower()) and (
            scheme != "ranks" or rank is None or first
        )

    def _person(
        self, start: int, stop: int, end: int, *, full_start: int, rank: str | None, honorifics: tuple[str, ...]
    ) -> Person:
        degrees, position = [], stop
        while True:
            gap = _DEGREE_GAP.match(self.text, position, end)
            at = gap.end() if gap else position
            if at == position or "\n" in self.text[position:at]:
                break
            hit = next((h for h in self.tags.titles.get(at, ()) if self._is_degree(h, end)), None)
            shape = _DEGREE.match(self.text, at, end) if hit is None else None
            if hit is None and shape is None:
                break
            stop_of = hit.end if hit else shape.end() if shape else at
            degrees.append(self.text[at:stop_of])
            position = stop_of + (self.text[stop_of : stop_of + 1] == ".")
        name = " ".join(self.text[start:stop].split())
        return Person(
            start, stop, name, full_start, max(stop, position), rank, honorifics, tuple(degrees),
            titled=bool(rank or honorifics or degrees), sure=bool(rank or honorifics or degrees),
        )  # fmt: skip

    def _is_degree(self, hit: Hit, end: int) -> bool:
        return self.vocabulary.scheme(hit.concept) == "degrees" and hit.end <= end and self.text[hit.start].isupper()

    def _name_run(self, at: int, end: int, *, headline: bool, ranked: bool = False) -> int | None:
        """Where the run of words that can be a name ends; None when no name begins here."""
        stop, previous, count = None, None, 0
        for token in tokens_of(self.text, at, min(end, at + 100)):
            if previous is None:
                if token.start != at or not token.word or not token.capital:
                    return None
            else:
                gap = self.text[previous.end : token.start]
                if "\n" in gap:
                    break
                if token.text == "." and not gap and self._abbreviated(previous):
                    stop = token.end if len(previous.text) == 1 else stop  # an initial keeps its full stop
                    previous = token
                    continue
            lower = token.text.casefold()
            particle = count > 0 and lower in self.vocabulary.particles and not token.capital
            if not token.word or not (token.capital or particle) or count >= _NAME_LIMIT:
                break
            if self._stops_name(token.start, first=count == 0, ranked=ranked) or (count and self._opens_name(token)):
                break
            if headline and self.vocabulary.ordinary(lower):
                break
            previous = token
            if not particle:
                stop = token.end
                count += 1
        return stop

    def _abbreviated(self, token: Token) -> bool:
        return len(token.text) <= 4 and token.capital

    def _stops_name(self, at: int, *, first: bool = False, ranked: bool = False) -> bool:
        """Whether a word can't stand inside a name: it opens a body, an office, a title or a cue."""
        tags = self.tags
        if at in tags.posts or at in tags.markers or at in self.dates:
            return True
        if at in tags.institutions and not (first and len(tags.institutions[at].form) <= 3):
            return True
        word = _WORD.match(self.text, at)
        known = word is not None and self.vocabulary.is_name(word.group().casefold())
        titles = tags.titles.get(at, ())
        schemes = {self.vocabulary.scheme(hit.concept) for hit in titles}
        if ("ranks" in schemes and not (first and ranked)) or (not first and "degrees" in schemes):
            return True
        if not first and any(self.vocabulary.breaks_name(hit) and self.text[hit.start].isupper() for hit in titles):
            return True
        if first or known:
            return False
        return at in tags.events or any(hit.end - hit.start > 2 for hit in tags.cues.get(at, ()))

    def _unsure(self, token: Token, end: int, *, headline: bool) -> Chunk | None:
        """A capitalised run without any title: an acronym learnt before, or perhaps a person."""
        if not token.word or not token.capital:
            return None
        if (body := self.acronyms.get(token.text)) is not None:
            return Institution(token.start, token.end, body.type, body.name, body.level, open=body.open)
        stop = self._name_run(token.start, end, headline=headline)
        if stop is None:
            return None
        if any(self._is_degree(hit, end) and hit.end >= stop for hit in self.tags.titles.get(token.start, ())):
            return None
        if (shape := _DEGREE.match(self.text, token.start, end)) and shape.end() >= stop:
            return None
        if self._behind_class(token.start) != token.start or self._abbreviates(token, stop):
            return None
        return self._person(token.start, stop, end, full_start=token.start, rank=None, honorifics=())

    def _abbreviates(self, token: Token, stop: int) -> bool:
        """Whether a run begins with an abbreviation that is no initials: "UID Sulselrabar"."""
        whole = self.text[token.start : stop]
        known = self.vocabulary.is_name(token.text.casefold())
        return (
            token.text.isupper()
            and token.text.isalpha()
            and len(token.text) >= _SHORT - 1
            and not whole.isupper()
            and not known
        )

    # Places

    def _place(self, token: Token, end: int) -> Place | None:
        """A region, or a place word with its name ("Jalan Sudirman", "Desa Wonorejo")."""
        if not token.word:
            return None
        after = self._place_word(token.start)
        if after is not None:
            hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
            stop = self._name_run(self._blank(after), end, headline=False)
            ends = [e for e in (hit.end if hit else None, stop) if e is not None and e <= end]
            return Place(token.start, max(ends)) if ends else None
        hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None) if token.capital else None
        if hit is None or hit.end > end:
            return None
        run = self._name_run(token.start, end, headline=False)
        return Place(token.start, hit.end) if run is None or hit.end >= run else None

    def _place_word(self, at: int) -> int | None:
        """The end of a place word ("Desa", "Jalan") at an offset, or None."""
        hit = next((h for h in self.tags.cues.get(at, ()) if self.vocabulary.scheme(h.concept) == "place-words"), None)
        return hit.end if hit else None

    def _blank(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at
