"""A place in the text → the body named there: its kind by the lexicon, its name by the gazetteer or by its shape.

In comes an offset; out comes an Institution that starts there, or None. Short forms in brackets are learnt on the way.
"""

from __future__ import annotations

import re
from itertools import islice

from kg.extraction.addresses import without_address
from kg.extraction.agency_names import AgencyFields, agency
from kg.extraction.brackets import BRACKET, Brackets
from kg.extraction.branches import Branches
from kg.extraction.chunks import DEPTH, Institution, token_in, tokens_of
from kg.extraction.listed_names import ListedNames
from kg.extraction.open_names import OpenNames
from kg.extraction.passage import Passage
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_WORD = re.compile(r"[^\W\d_]+")
_OFFICIAL = frozenset({"RegionalAgency", "NationalAgency", "Court", "ProsecutionOffice"})  # classes
_UNIT_LIMIT = 3
_OPEN_LIMIT = 8
_LOOK_AHEAD = 9
_REACH_OF_SHORT = 80  # characters in front of a bracket
_LEAST = 2  # letters of an abbreviation
_MOST_LOWER = 4  # units below one that are named in front of it


class Bodies:
    """Reads bodies in one passage."""

    def __init__(self, passage: Passage, open_names: OpenNames) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.open_names = open_names
        self.branches = Branches(passage)
        self.brackets = Brackets(passage)
        self.listed_names = ListedNames(passage)
        self.agency_fields = AgencyFields(passage)

    def at(self, at: int, end: int, *, lower: int = 0) -> Institution | None:
        """The body that begins at an offset, bare where no name follows its kind; None where none begins.

        In front of it stand some `lower` units that belong to it: "Satreskrim Polres X".
        """
        party = self.branches.party(at, end)
        if party is not None:
            return party
        hit = self.tags.institutions.get(at)
        if hit is not None and hit.end <= end and at in self.passage.named_ahead:
            return self._named_ahead(hit, end)
        if hit is None or hit.end > end or self.branches.ambiguous(hit):
            return None
        concept = self.vocabulary.concept(hit.concept)
        place_of = concept.value("placeOf")
        if place_of is not None:
            body = self.named(place_of, hit.end, end) or Institution(at, hit.end, place_of)
            body.start, body.venue = at, True
            return body
        if self._sub_unit(hit):
            return self._of_parent(hit, concept, end, lower)
        body = self._of_shorter_kind(hit, end) or self.of_type(at, hit.end, hit.concept, end)
        return self._known_by_short_form(body, end) or body

    def _named_ahead(self, hit: Hit, end: int) -> Institution:
        """A body whose name stands in front of the word for its kind: "Mulia Jaya University (MJU)"."""
        name = " ".join(hit.form.split())
        body = Institution(hit.start, hit.end, hit.concept, name, open=True, whole=True, written=name)
        self.brackets.learn(body, hit.end)
        body.end = self.brackets.behind_alias(hit.end, end)
        return body

    def foresee(self, start: int, end: int) -> None:
        """Learn the short forms of a stretch that are used before it says what they mean, as headlines do."""
        for word, opened in self.brackets.used_before(start, end):
            heads = [at for at in range(max(start, opened - _REACH_OF_SHORT), opened) if at in self.tags.institutions]
            for at in heads:
                if word not in self.passage.acronyms:
                    self.at(at, end)
            if word in self.passage.acronyms:
                self.passage.foreseen.add(word)

    def _known_by_short_form(self, body: Institution, end: int) -> Institution | None:
        """The listed kind whose short form stands in brackets behind an unlisted name: "Forum X (FKDM) Kabupaten Y"."""
        regional = self.vocabulary.class_of(body.type) == "CivilSociety"  # its name goes on with its region
        inner = self.text.rfind("(", body.start, body.end) if regional else -1
        opened = inner if inner >= 0 else self.brackets.opens(body.end)
        match = BRACKET.match(self.text, opened, end) if body.open else None
        short = self.tags.institutions.get(match.start(1)) if match else None
        if match is None or short is None or short.end != match.end(1):
            return None
        if short.concept == body.type:
            return self._named_in_short(body, short, match.end(), end)
        within = (self.tags.institutions.get(at) for at in range(body.start + 1, match.start()))
        if any(part is not None and part.concept == short.concept for part in within):
            return None  # the short form of what it is called after: "BEM Universitas X (UX)"
        return self.of_type(body.start, match.end(), short.concept, end)

    def _named_in_short(self, body: Institution, short: Hit, at: int, end: int) -> Institution | None:
        """A body whose name goes on behind the short form of its kind: "Sekolah Tinggi Islam (STAI) Al Hikmah"."""
        named = self.named(body.type, at, end)
        if named is None or self._only_goes_on(named):
            return None
        named.start, named.whole = body.start, True
        named.name = named.written = f"{self.text[short.start : short.end]} {named.name}"
        return named

    def _of_shorter_kind(self, hit: Hit, end: int) -> Institution | None:
        """A listed body whose name begins inside a longer kind: "Polsek Metro Timur" is in the town of Metro."""
        word = self.text.find(" ", hit.start, hit.end)
        shorter = self.vocabulary.institution_named(self.text[hit.start : word]) if word >= 0 else None
        if shorter is None or shorter.end < word - hit.start:
            return None
        longer, listed = self.named(hit.concept, hit.end, end), self.named(shorter.concept, word, end)
        if longer is None or not longer.open or listed is None or listed.open or listed.end <= hit.end:
            return None
        return self.of_type(hit.start, word, shorter.concept, end)

    def begins(self, at: int) -> bool:
        """Whether a body is named here, by more than a word for a place."""
        hit = self.tags.institutions.get(at)
        return hit is not None and hit.end > (self.passage.place_word(at) or at)

    def of_type(self, at: int, behind: int, type_: str, end: int) -> Institution:
        """A body whose kind is named at `at`, up to `behind`, with the name that follows."""
        concept = self.vocabulary.concept(type_)
        if not agency(concept):
            known = self._learnt(at, behind) if concept.values.get("coinedWith") else None
            return known or self._of_type(at, behind, concept, end)
        behind = self.agency_fields.behind(behind, end)
        body = self._of_type(at, behind, concept, end)
        body.kind = self.text[at:behind]
        self.brackets.learn(body, behind)
        return body

    def _learnt(self, at: int, behind: int) -> Institution | None:
        """The body of which a coined word is the short form that the article gave: "Dinas Pangan (Dispang)"."""
        body = self.passage.acronyms.get(_capital(self.text[at:behind]))
        return None if body is None else Institution(at, behind, body.type, body.name, body.level, open=body.open)

    def _of_type(self, at: int, behind: int, concept: Concept, end: int) -> Institution:
        type_ = concept.id
        levels = self.passage.behind_levels(self.text.rfind(" ", at, behind) + 1, end)
        if at < levels and levels > behind:
            return Institution(at, levels, type_, many=True)  # "Pemerintah Kabupaten/Kota"
        after = self.brackets.behind_longer(at, behind, self.brackets.behind_alias(behind, end), type_)
        if concept.flag("alsoNamedByUnit") and (branch := self._branch(at, after, type_, end)) is not None:
            return self._shortened(branch, end)
        after = self._behind_tail(concept, after, end)
        if concept.value("entityClass") == "CivilSociety" and (called := self._called_by_short(behind, end)):
            called.start = at
            return called
        named = self._named_behind(concept, at, behind, after, end)
        if named is None:
            above = self.branches.headquarters(at, after, concept, end)
            if above is not None:
                return above
            return self._without_name(at, behind, concept, end)
        named.start = at
        if concept.flag("namedAsWritten") and self.text[at].isupper():
            named.written = self._as_written(at, behind, after, named)
        stop, named.end = named.end, self.brackets.behind_region_alias(named, end)
        if named.open:
            self._to_region(named, concept, stop, end)
        named.end = named.end if named.open else min(self.passage.behind_class(named.end), end)
        return named

    def _as_written(self, at: int, behind: int, after: int, named: Institution) -> str:
        """The whole name of a body; with the short form of its kind where that is in brackets: "… (SMA) Negeri 1"."""
        if after == behind:
            return " ".join(self.text[at : named.end].split())
        match = BRACKET.match(self.text, behind)
        short = self.tags.institutions.get(match.start(1)) if match else None
        if match is None or short is None or short.end != match.end(1):
            return ""
        return " ".join(f"{match[1]} {self.text[match.end() : named.end]}".split())

    def _called_by_short(self, behind: int, end: int) -> Institution | None:
        """The unlisted body whose short form, learnt in this text, is behind a word for such bodies: "Lembaga AP2"."""
        word = token_in(self.text, self.passage.blank(behind), end)
        known = self.passage.acronyms.get(word.text) if word is not None and word.capital else None
        if word is None or known is None or not known.open:
            return None
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(word.end), None)
        stop = region.end if region is not None and region.end <= end else word.end
        return Institution(behind, stop, known.type, known.name, known.level, open=True, whole=known.whole)

    def _behind_tail(self, concept: Concept, at: int, end: int) -> int:
        """Behind an abbreviation that goes on with the kind of an agency before its region: "Dinas Sosial P3A X"."""
        if self.vocabulary.class_of(concept.id) != "RegionalAgency" or concept.value("namedBy") != "region":
            return at
        word = token_in(self.text, self.passage.blank(at), end)
        if word is None or not word.text.isupper() or len(word.text) < _LEAST or word.start in self.passage.known:
            return at
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(word.end), None)
        whole = region is not None and self.vocabulary.gazetteer.longest_name(self.text, word.start, None) is None
        return word.end if whole and not self.vocabulary.is_name(word.text.casefold()) else at

    def _without_name(self, at: int, behind: int, concept: Concept, end: int) -> Institution:
        """A body of which no more is said than its kind; a coined word for that is its name."""
        if concept.values.get("coinedWith"):
            return Institution(at, behind, concept.id, _capital(self.text[at:behind]), open=True)
        bare = Institution(at, behind, concept.id, fixed=concept.value("namedBy") == "none")
        if not bare.fixed and (levels := self.passage.behind_levels(behind, end)):
            bare.end, bare.many = levels, True
            return bare
        local = concept.value("localOffice") if not self.passage.behind_levels(behind, end) else None
        if local is not None or "{level}" in (concept.value("nameTemplate") or ""):
            self._level_behind(bare, end)
        self.brackets.learn(bare, bare.end)
        if local is not None and bare.level is not None:
            bare.type, bare.fixed = local, False  # "BNN Kota (BNNK) setempat"
            bare.end = self.brackets.behind_alias(bare.end, end)
        if bare.fixed:
            bare.end = self.brackets.behind_region_alias(bare, end)
            bare.end = self.branches.behind(bare.end, end, concept)
        return bare

    def _only_goes_on(self, body: Institution) -> bool:
        """Whether an ordinary word behind a bracket names nothing: "Rencana Kerja Pemerintah Desa (RKP) Tahun 2024"."""
        word = body.name.partition(" ")[0].casefold()
        return body.open and self.vocabulary.ordinary(word) and body.name.casefold() not in self.vocabulary.villages

    def _named_behind(self, concept: Concept, at: int, behind: int, after: int, end: int) -> Institution | None:
        """The body with the name that stands `after` its bracketed short form, right `behind` its kind, or below it."""
        named = self.named(concept.id, after, end, head=at)
        if after != behind and (named is None or self._only_goes_on(named)):
            longer = self.named(concept.id, behind, end, head=at)
            named = longer or (named if concept.value("entityClass") == "CivilSociety" else None)
        for stop in (behind, after) if named is None and concept.value("namedBy") == "region" else ():
            below = self.branches.behind_word(stop)
            named = named or (self.named(concept.id, below, end) if below != stop else None)
        return named

    def _level_behind(self, body: Institution, end: int) -> None:
        """Give a body without a name the level that stands behind it alone: "KPU Kota mengundang …"."""
        if (word := self._level_at(body.end, end)) is not None:
            body.end, body.level = word.end(), word.group()

    def _level_at(self, at: int, end: int) -> re.Match[str] | None:
        """The word for a level of regions, with a capital, at an offset."""
        word = _WORD.match(self.text, self.passage.blank(at), end)
        level = word is not None and word.group()[0].isupper() and word.group().casefold() in self.vocabulary.levels
        return word if level else None

    def _to_region(self, body: Institution, concept: Concept, stop: int, end: int) -> None:
        """Give an unlisted body, whose words end at `stop`, the region that is its own, and none that it only is in."""
        kind = concept.value("entityClass")
        if kind == "Company":
            without_address(body, self.text, self.vocabulary)
        elif body.end > stop and (kind in _OFFICIAL or kind == "CivilSociety" or self.vocabulary.ranked(concept.id)):
            self._region_behind(body, end)
        elif kind == "CivilSociety":
            self.brackets.behind_own(body, end)

    def _region_behind(self, body: Institution, end: int) -> None:
        """Give an unlisted body the region behind its bracketed short form: "Badan Aset Daerah (BAD) Kudus"."""
        region = self.vocabulary.gazetteer.longest_name(self.text, body.end, None)
        if region is not None and region.end <= end:
            body.name = " ".join(f"{body.name} {self.text[body.end : region.end]}".split())
            body.end = region.end

    def named(self, type_: str, at: int, end: int, *, head: int | None = None) -> Institution | None:
        """A body of a type whose name begins at an offset, or None; `head` is where its kind is named."""
        concept = self.vocabulary.concept(type_)
        naming = concept.value("namedBy")
        if naming == "none":
            return self._local_office(type_, at, end) if concept.value("localOffice") else None
        if (agency := self.of_government(type_, at, end)) is not None:
            return agency
        if naming != "open":
            at = self.passage.behind_class(at)
            if (listed := self.listed_names.at(concept, at, end)) is not None:
                return listed
        if concept.values.get("coinedWith") and head is not None:
            region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at), None)
            if region is None or region.end > end:
                return None
            name = _capital(" ".join(self.text[head : region.end].split()))
            return Institution(at, region.end, type_, name, open=True)
        open_ = naming == "open" or self.vocabulary.ranked(concept.id)
        return self._openly_named(concept, at, end, head) if open_ and not self._above_village(concept, at) else None

    def _openly_named(self, concept: Concept, at: int, end: int, head: int | None) -> Institution | None:
        """A body whose name no table lists, by the capitals of its words; None where there are none."""
        ranked = self.vocabulary.ranked(concept.id)
        if concept.value("entityClass") == "RegionalGovernment":
            word = _WORD.match(self.text, self.passage.blank(at))
            at = word.end() if word and word.group().casefold() in self.vocabulary.village_words else at
        founder = self._founder(self.passage.blank(at), end) if concept.value("entityClass") == "Education" else None
        village = concept.values.get("level", ()) == ("village",)
        stop = self.open_names.end(
            founder or at,
            end,
            limit=_UNIT_LIMIT if ranked else _OPEN_LIMIT,
            regional=ranked or concept.value("entityClass") in _OFFICIAL,
            titled=concept.flag("namedAfterPersons"),
            of_heads=concept.value("entityClass") == "CivilSociety",
            of_village=village,
            own_words=concept.values.get("wordInName", ()),
        )
        listed = self.passage.village_end(self.passage.blank(at), end) if village else None
        stop = max(filter(None, (stop, listed)), default=None)
        stop = stop or founder
        if stop is None or (ranked and stop == self.passage.blank(at) + 1):  # "Batalyon C"
            return None
        whole = concept.value("nameTemplate") == "{name}" and head is not None
        begin = head if whole and head is not None else self.passage.blank(at)
        if self.text[begin].islower() and "(" in self.text[begin:at]:
            begin = self.passage.blank(at)  # "organisasi masyarakat (ormas) X"
        return Institution(at, stop, concept.id, " ".join(self.text[begin:stop].split()).lstrip(". "), open=True)

    def _founder(self, at: int, end: int) -> int | None:
        """Behind the society whose name begins that of a school: "SMA Muhammadiyah 2"; None where there is none."""
        hit = self.tags.institutions.get(at)
        society = hit is not None and hit.end <= end and self.vocabulary.class_of(hit.concept) == "CivilSociety"
        return hit.end if hit is not None and society else None

    def _above_village(self, concept: Concept, at: int) -> bool:
        """Whether a larger region with its level stands where a village's name would: "masing-masing PPS Kec. X"."""
        if concept.values.get("level", ()) != ("village",):
            return False
        place = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at), None)
        return place is not None and (place.level or "").casefold() in DEPTH

    def of_government(self, type_: str, at: int, end: int) -> Institution | None:
        """The agency of a kind at the government named behind it: "BPBD Pemkab Blora", "Satpol PP Pemkot"."""
        hit = self.tags.institutions.get(self.passage.blank(at))
        if hit is None or hit.end > end or self.vocabulary.class_of(type_) != "RegionalAgency":
            return None
        concept = self.vocabulary.concept(hit.concept)
        if concept.value("entityClass") != "RegionalGovernment" or concept.value("namedBy") != "region":
            return None
        levels = concept.values.get("level", ())
        kind = levels[0].rpartition(":")[2] if len(levels) == 1 else ""
        level = self.vocabulary.gazetteer.places.level_of_type.get(kind)
        named = self.listed_names.at(concept, hit.end, end)
        if named is not None:
            return Institution(at, named.end, type_, named.name, named.level or level)
        return Institution(at, hit.end, type_, level=level) if level else None

    def _branch(self, at: int, behind: int, type_: str, end: int) -> Institution | None:
        """A branch that is named by its number or by the unit it belongs to: "Persit Cabang XX Kodim 0211/TT"."""
        stop, branch, unit_at = behind, False, None
        for token in islice(tokens_of(self.text, behind, min(end, behind + 80)), _LOOK_AHEAD):
            unit = self.tags.institutions.get(token.start)
            if unit is not None:
                unit_at = token.start
                body = self.at(token.start, end) if self._lends_name(unit) else None
                stop = body.end if body is not None and (body.name or body.fixed) else stop
                break
            if branch and (region := self.vocabulary.gazetteer.longest_name(self.text, token.start, None)) is not None:
                stop = max(region.end, token.end) if region.end <= end else stop
                break
            branch = branch or token.text.casefold() in self.vocabulary.branch_words
            opens = token.start in self.passage.heads and not token.numeral
            if not branch or opens or not (token.capital or token.text.isdigit() or token.text == "/"):
                break
            stop = token.end
        if stop == behind:
            return None
        whole = unit_at is None or self.vocabulary.concept(type_).value("namedBy") != "open"
        name = self.text[at if unit_at is None or whole else unit_at : self.brackets.opens(stop)]
        return Institution(at, stop, type_, " ".join(name.split()), open=True, whole=whole)

    def _shortened(self, branch: Institution, end: int) -> Institution:
        """A branch by the name that a bracket behind it gives: "Badan Eksekutif X Universitas Indonesia (BEX UI)"."""
        match = BRACKET.match(self.text, branch.end, end)
        hit = self.tags.institutions.get(match.start(1)) if match else None
        if match and hit is not None and hit.concept == branch.type and hit.end < match.end(1):
            branch.name, branch.whole = self.text[hit.end : match.end(1)].strip(), False
        branch.end = self.brackets.behind_alias(branch.end, end)
        return branch

    def _lends_name(self, unit: Hit) -> bool:
        """Whether bodies are called after a kind of unit: those of wives and of students."""
        return self.vocabulary.ranked(unit.concept) or self.vocabulary.class_of(unit.concept) == "Education"

    def _local_office(self, type_: str, at: int, end: int) -> Institution | None:
        """The office of a national body, by the region behind its name: "BNN Kota Blitar", "BNN Kota (BNNK) X"."""
        below = self.branches.behind_parts(at, self.vocabulary.concept(type_))
        if below == at and self._of_nation(at):
            return None  # "DPR RI Jakarta", and not "BPK RI Perwakilan Bali"
        at = self.passage.blank(below)
        hit, level = self.vocabulary.gazetteer.longest_name(self.text, at, None), None
        if hit is None and (word := self._level_at(at, end)) is not None:
            after, level = self.brackets.behind_alias(word.end(), end), word.group()
            if after > word.end():
                hit = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(after), None)
        if hit is None or hit.end > end:
            return None
        return Institution(at, hit.end, type_, hit.key, hit.level or level)

    def _of_nation(self, at: int) -> bool:
        """Whether the words for a kind of body, up to an offset, end with the nation's name."""
        word = self.text.rfind(" ", 0, at) + 1
        hits = self.tags.cues.get(word, ())
        return any(hit.end == at and self.vocabulary.scheme(hit.concept) == "nation" for hit in hits)

    def _of_parent(self, hit: Hit, concept: Concept, end: int, lower: int) -> Institution:
        """A sub-unit is read as the body it belongs to, where that is named; alone it stays a bare sub-unit.

        One that belongs to another sub-unit has looked behind that one by it; `lower` counts those in front of it.
        """
        at = self.passage.blank(hit.end)
        for token in islice(tokens_of(self.text, at, min(end, at + 80)), _LOOK_AHEAD if lower < _MOST_LOWER else 0):
            parent = self.tags.institutions.get(token.start)
            if parent is not None:
                body, below = self.at(token.start, end, lower=lower + 1), self._sub_unit(parent)
                if body is not None and (body.name or not below):
                    body.start = hit.start
                    return body
                if below:
                    break
            if not (token.capital or token.numeral):
                break
        parent_type = concept.value("parentType")
        below = concept.value("namedBy") == "region" or self._with_parent(hit, parent_type)
        named = self.named(parent_type, hit.end, end) if parent_type and below else None
        while named is not None and (above := self.vocabulary.concept(named.type)).flag("subUnit"):
            named = self.named(above.value("parentType") or "", hit.end, end) if above.value("parentType") else None
        if named is not None and not named.open:
            named.start = hit.start
            return named
        if parent_type and self.vocabulary.concept(parent_type).value("namedBy") == "none":
            return Institution(hit.start, hit.end, parent_type, fixed=True)  # "Divhumas Polri"
        return Institution(hit.start, hit.end, concept.id)

    def _with_parent(self, hit: Hit, parent_type: str | None) -> bool:
        """Whether the words for a sub-unit end with the kind of body that it belongs to: "SPN Polda"."""
        last = self.vocabulary.institution_named(self.text[hit.start : hit.end].rpartition(" ")[2])
        return last is not None and last.concept == parent_type

    def _sub_unit(self, hit: Hit) -> bool:
        return self.vocabulary.concept(hit.concept).flag("subUnit")


def _capital(name: str) -> str:
    """A name with the capital that its word lacks where it is glued to that for a post."""
    return name[:1].upper() + name[1:]
