"""Lexicon → what extraction asks of words: one matcher for each group of schemes, and the values of their concepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from rapidfuzz.distance import OSA

from kg.extraction.words.coined import Coined
from kg.extraction.words.kinds_behind import KindsBehind
from kg.extraction.words.misspelt import Misspelt
from kg.extraction.words.misspelt_in_part import MisspeltInPart
from kg.extraction.words.odd_degrees import OddDegrees
from kg.extraction.words.slips import Slips
from kg.extraction.words.tags import DONE, Tagger
from kg.extraction.words.word_forms import WordForms
from kg.extraction.words.word_sets import WordSets, forms_of
from kg.lexicon.compile import Lexicon
from kg.lexicon.matcher import Hit
from kg.lexicon.spelling import Spelling
from kg.ontology import Concept

_REMEMBERED = 20_000  # words and beginnings of which it is kept what they are
_RANKS = 1_000  # ways to write one of which it is kept which it is
_JOINT = 3  # letters of a word that joins others
_VERB = 7  # letters of one that goes on from no known name
_SURE_VERB = 9  # letters of a verb with which no name ends
_CORPS = 3  # letters of most corps
_CAPITALS, _RANK = 4, 6  # letters of the shortest rank that may have a wrong one, in capitals and else
_HEADLESS = ("Forum", "CivilSociety", "PoliticalParty", "Company", "Education")  # whose heads go by many words
_NO_WORD = Concept("", "", ())
_T = TypeVar("_T")


class _OrElse(dict[str, _T]):
    """What is known by some keys, and what holds for all others."""

    def __init__(self, known: Mapping[str, _T], other: _T) -> None:
        super().__init__(known)
        self._other = other

    def __missing__(self, key: str) -> _T:
        return self._other


class Vocabulary(WordSets):
    """What the words of the ontology mean, for one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon.ontology)
        self.lexicon = lexicon
        self.gazetteer = lexicon.gazetteer
        self.concepts = lexicon.ontology.concepts
        # the concept of a word, and its scheme; of a cue that is no word of the ontology (a date), one without values
        self.concept = _OrElse(self.concepts, _NO_WORD).__getitem__
        self.scheme = _OrElse({key: concept.scheme for key, concept in self.concepts.items()}, "").__getitem__
        kinds_of_events = {key: concept.value("eventKind") or "other" for key, concept in self.concepts.items()}
        self.kind_of_event = _OrElse(kinds_of_events, "other").__getitem__  # that a word names
        classes = {key: concept.value("entityClass") for key, concept in self.concepts.items()}
        self.class_of = classes.__getitem__  # of a kind of body: an election commission, a party, a police unit
        services = lexicon.ontology.scheme("services")
        self.ranked_classes = frozenset(
            class_ for service in services for class_ in service.values.get("officersOf", ())
        )
        ranked = frozenset(key for key, class_ in classes.items() if class_ in self.ranked_classes)
        self.ranked = ranked.__contains__  # whether those who hold a post at a kind of body go by a rank
        self._institutions = lexicon.matcher("institution-types", "institution-places")
        self.openers_of_posts = tuple(sorted(forms_of(lexicon.ontology.scheme("post-openers"))))
        short = (kind.id for kind in lexicon.ontology.scheme("institution-types") if kind.values.get("coinedWith"))
        self.agency_in_short = next(short, None)  # the kind of agency that goes by a short form
        open_ = (kind.id for kind in lexicon.ontology.scheme("institution-types") if kind.flag("namedByInitials"))
        self.association = next(open_, None)  # the kind of body of which a bracket may give the initials
        kinds = lexicon.ontology.scheme("institution-types")
        self.fields_of_agencies = self.words_for_agencies | _fields(kinds, self.words_of_agencies)
        self.affiliations = frozenset(concept.id for concept in lexicon.ontology.scheme("affiliations"))
        said = [(form.text, concept.id) for concept in lexicon.ontology.scheme("speech") for form in concept.forms()]
        self.verbs_of_speech = {verb: id for verb, id in said if verb.isalpha() and len(verb) >= _SURE_VERB}
        parts = [(form.text, concept.id) for concept in lexicon.ontology.scheme("cues") for form in concept.forms()]
        self.verbs_of_parts = {verb: id for verb, id in parts if verb.isalpha() and len(verb) >= _VERB}
        held = lexicon.ontology.scheme("held-things")
        self.held_things = {form.text.casefold(): concept.id for concept in held for form in concept.forms()}
        leads = [c for c in lexicon.ontology.scheme("calendar") if c.flag("dateLead") or c.flag("dateJoint")]
        self.before_dates = forms_of(leads)
        concepts = lexicon.ontology.concepts.values()
        self.themes = frozenset(concept.id for concept in concepts if concept.flag("givesTheme"))  # cues of an event's
        self.handovers = frozenset(concept.id for concept in concepts if concept.flag("handsOver"))  # events
        self.headings = frozenset(
            concept.id for concept in concepts if concept.flag("headsList")
        )  # only before a colon
        self.headships = frozenset(concept.id for concept in concepts if concept.flag("headsBody"))
        capitals = lexicon.ontology.scheme("provincial-capitals")
        self.capitals = frozenset(code for concept in capitals for code in concept.values.get("region", ()))
        seats = lexicon.ontology.scheme("national-capitals")
        self.national_capitals = frozenset(code for concept in seats for code in concept.values.get("region", ()))
        self.without_officers = {
            service.label(): frozenset(kind.rpartition(":")[2] for kind in service.values.get("noOfficersOf", ()))
            for service in services
        }  # by the service of a rank
        self.careers = _careers(lexicon.ontology.scheme("careers"), lexicon.ontology.top)
        with_corps = (service for service in services if service.flag("corpsBehindRank"))
        self.branches_with_corps = frozenset(form.text for service in with_corps for form in service.forms())
        words = WordForms(lexicon.ontology)
        self.common = words.common
        self.names = words.names  # words that names of persons are made of
        self.ordinary, self.verb, self.is_name = words.ordinary, words.verb, words.is_name
        self.passive = words.passive
        self.active_verb = words.active
        self.slip_of_word = words.slip
        self.tag = Tagger(lexicon, self.names, self.particles, words.with_prefix_apart).tag
        self.villages = frozenset(lexicon.ontology.lines("villages.txt"))
        self.national = _national(lexicon.ontology.scheme("institution-types"))  # kind → the one of the country
        known, called = (
            (lambda word: words.ordinary(word) or words.is_name(word)),
            lexicon.ontology.scheme("post-types"),
        )
        self.misspelt, self.misspelt_in_part = Misspelt(called, known), MisspeltInPart(called, known)
        self.misspelt_contest = Misspelt(lexicon.ontology.scheme("candidacy"), known)
        done = [concept for scheme in DONE for concept in lexicon.ontology.scheme(scheme)]
        self.slips = Slips(done, known, words.common)
        posts = lexicon.ontology.scheme("post-types")
        self._posts_called = {form.text.casefold(): (post, form.text) for post in posts for form in post.forms()}
        self.own_deputies = frozenset(post.id for post in posts if post.flag("deputyOfNamed"))
        self.word_for_deputies = next((concept.label() for concept in lexicon.ontology.scheme("deputies")), "")
        self.odd_degrees = OddDegrees(lexicon.ontology.scheme("degrees"))
        self._head_words = _head_words(lexicon.ontology.scheme("post-types"))
        self._heads = _heads(lexicon.ontology.scheme("post-types"))
        self.governments = {
            level.casefold(): kind.id
            for kind in lexicon.ontology.scheme("institution-types")
            for level in kind.values.get("governs", ())
        }
        ranks = lexicon.ontology.scheme("ranks")
        self._ranks = {form.text.casefold().rstrip("."): rank for rank in reversed(ranks) for form in rank.forms()}
        corps = (form.text.casefold() for concept in lexicon.ontology.scheme("corps") for form in concept.forms())
        self._corps = [form for form in corps if len(form) == _CORPS and form.isalpha()]
        honorifics = lexicon.ontology.scheme("honorifics")
        self._with_spouse = frozenset(concept.label() for concept in honorifics if concept.flag("withSpousesName"))
        self.of_women = frozenset(concept.label() for concept in honorifics if concept.flag("ofWoman"))
        self.sound = Spelling(lexicon.ontology).sound  # of a word of a name
        self._opening = lru_cache(maxsize=_REMEMBERED)(self._find_opening)
        # the rank that is written somehow, with a corps behind it or not: "Kapten Inf"
        self.rank_of = lru_cache(maxsize=_RANKS)(self._find_rank)
        kinds = lexicon.ontology.scheme("institution-types")
        by_number = [kind for kind in kinds if kind.value("namedBy") == "number"]
        self.numbered = tuple(kind.id for kind in by_number if "district" not in kind.values.get("level", ()))
        lands = {
            word
            for hit in lexicon.ontology.scheme("nation")
            for form in hit.forms()
            for word in form.text.casefold().split()
        }
        self.kinds_behind = KindsBehind(kinds, lambda word: self.ordinary(word) and word not in lands)
        self.coined = Coined(lexicon.ontology.scheme("post-types"), kinds, self._opening)

    def institution_named(self, words: str) -> Hit | None:
        """The kind of body that some words begin with."""
        return self._opening(words)

    def _find_opening(self, words: str) -> Hit | None:
        return next((hit for hit in self._institutions.find(words) if hit.start == 0), None)

    def breaks_name(self, hit: Hit) -> bool:
        """Whether a title inside a run of capitalised words begins a new name: "Unud Prof. Dr. Gede"."""
        concept = self.concept(hit.concept)
        if concept.scheme != "honorifics" or hit.form.casefold().strip(".") in self.names:
            return False
        return concept.flag("beginsName")

    def title_is_name(self, hit: Hit) -> bool:
        """Whether a title is more often a name: "Syarif", "Sidi"."""
        return hit.form.casefold() in self.names and self.concept(hit.concept).flag("alsoName")

    def _find_rank(self, written: str) -> Concept | None:
        words = written.casefold().replace(".", " ").split()
        found = (self._ranks.get(" ".join(words[:count])) for count in range(len(words), 0, -1))
        return next((rank for rank in found if rank is not None), None)

    def misspelt_rank(self, word: str) -> bool:
        """Whether a word, no name and none of the language, is a rank but for one letter, or two in the wrong order."""
        folded, shortest = word.casefold(), _CAPITALS if word.isupper() else _RANK
        if len(folded) < shortest - 1 or self.is_name(folded) or self.ordinary(folded):
            return False
        ranks = (rank for rank in self._ranks if len(rank) >= shortest and rank.isalpha())
        return any(OSA.distance(folded, rank, score_cutoff=1) <= 1 for rank in ranks)

    def misspelt_corps(self, word: str) -> bool:
        """Whether a word, no name and none of the language, is a corps but for one letter behind the first: "Inv"."""
        folded = word.casefold()
        if self.is_name(folded) or self.ordinary(folded):
            return False
        return any(sum(map(str.__ne__, folded, corps)) == 1 and corps[0] == folded[0] for corps in self._corps)

    def with_spouses_name(self, title: str) -> bool:
        """Whether the name behind a title, given by its label, often ends with a spouse's: "Ny. Evi Agus Andri"."""
        return title in self._with_spouse

    def stands_for(self, post: str) -> tuple[str, int]:
        """The kind of body for which the first words of a post stand, and their length: "Kadis" of "Kadis Sosial"."""
        folded = f"{post.casefold()} "
        end = len(folded)
        while (end := folded.rfind(" ", 0, end)) > 0:
            if (kind := self._head_words.get(folded[:end])) is not None:
                return kind, end
        return "", 0

    def post_called(self, words: str) -> tuple[Concept, str] | None:
        """The post that some words are a form of, and that form."""
        return self._posts_called.get(words.casefold())

    def head_of(self, type_: str) -> Concept | None:
        """The post of who heads a kind of body: its own one, else the one that any body has; None for a collective."""
        own = self._heads.get(type_)
        any_ = self._heads.get("") if own is None and self.class_of(type_) not in _HEADLESS else None
        fits = any_ is not None and self.class_of(type_) in any_.values.get("fitsClass", ())
        return own or (any_ if fits else None)


def _careers(careers: Iterable[Concept], top: Callable[[str], str]) -> dict[str, str]:
    """The career, by class of body, that those who hold an office there are in: the widest, and no other beside it."""
    own = (career for career in careers if not career.flag("lentTo"))
    return {cls: top(career.id) for career in own for cls in career.values.get("officesAt", ())}


def _national(kinds: Iterable[Concept]) -> dict[str, str]:
    """The one national body above each kind that has one: the KPU RI above every KPU."""
    single = (kind for kind in kinds if kind.value("namedBy") == "none" and kind.value("level") == "national")
    return {above: kind.id for kind in single for above in kind.broader}


def _fields(kinds: Iterable[Concept], heads: frozenset[str]) -> frozenset[str]:
    """The words for what agencies deal with, by the names of their kinds: "Dinas Kelautan dan Perikanan"."""
    agencies = (kind for kind in kinds if kind.value("entityClass") == "RegionalAgency")
    names = (label.text.casefold().replace(",", " ").split() for kind in agencies for label in kind.forms())
    return frozenset(word for head, *rest in names if head in heads for word in rest if len(word) > _JOINT)


def _heads(posts: Iterable[Concept]) -> dict[str, Concept]:
    """The post of the head of each kind of body that has a word for it, and under "" the one of all others."""
    found: dict[str, Concept] = {}
    for post in posts:
        types = post.values.get("postAt", ()) if post.flag("impliesInstitution") else ()
        for type_ in types if post.value("rankOfPost") == "head" else ():
            found.setdefault(type_, post)
        if post.flag("headsAny"):
            found[""] = post
    return found


def _head_words(posts: Iterable[Concept]) -> dict[str, str]:
    """The words of posts that stand for that of a body, too, with that one: "Kadis" for "Dinas"."""
    kinds = ((post.value("headOf"), post.values.get("headWords", ())) for post in posts)
    return {word.casefold(): kind for kind, words in kinds if kind for word in words}
