"""A text → the words of the ontology in it: one automaton for all schemes, the longest form of each group of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field

from kg.lexicon.addresses import addresses, outside
from kg.lexicon.compile import Lexicon
from kg.lexicon.matcher import Hit, Matcher, longest
from kg.ontology import Concept

TITLES = ("ranks", "corps", "honorifics", "degrees")
CUES = (
    "cues", "delegation", "negation", "modality", "clause-breaks", "venue-words", "speech", "fillers", "plural",
    "person-cues", "conjunctions", "introductions", "also-holds", "as", "relative", "place-words", "while", "candidacy",
    "hosts", "affiliations", "aliases", "pronouns", "newness", "sharing", "kin", "nation", "moves", "was", "readings",
    "urging", "wishes", "succession", "exception", "rites", "things", "objects", "appointed", "post-itself", "handed",
    "leaving",
)  # fmt: skip
DONE = ("cues", "speech", "hosts", "delegation", "as", "appointed", "urging", "readings", "event-types")  # what is done

# Schemes that compete for the same letters; the longest form of a group wins, groups do not mind one another.
GROUPS = (
    ("institution-types", "institution-places"), ("party-branches",), ("post-types",),
    ("acting", "former", "deputies"),
    ("event-types",), *((scheme,) for scheme in TITLES), *((scheme,) for scheme in CUES),
    ("name-particles",), ("foreign-nations",), ("unclaimed",),
)  # fmt: skip


@dataclass(frozen=True)
class Tags:
    """The hits of one text by the offset where they start."""

    institutions: dict[int, Hit]
    branches: dict[int, Hit]  # levels of a party
    posts: dict[int, Hit]
    markers: dict[int, Hit]
    openers: dict[int, Hit]  # particles with which names begin
    particles: dict[int, Hit]  # all of more than one word that names have: "Raden Mas"
    titles: dict[int, list[Hit]]
    cues: dict[int, list[Hit]]
    place_words: dict[int, Hit]  # those of the cues that stand in front of a place's name
    events: dict[int, Hit]
    nations: dict[int, Hit]  # other countries
    unclaimed: list[Hit]  # words behind which nothing is claimed, in the order of the text
    guessed: set[int] = field(default_factory=set)  # where short words are taken for posts but for a letter

    @property
    def heads(self) -> set[int]:
        """The offsets of words with which the name of a body, an office, a person or a place may begin."""
        groups = (self.institutions, self.branches, self.posts, self.markers, self.titles, self.place_words)
        return set().union(*groups)


class Tagger:
    """Finds the words of the ontology, those for what is done as `apart` writes them too: "di hadiri".

    `names` are words that names of persons are made of, `particles` go along.
    """

    def __init__(self, lexicon: Lexicon, names: Set[str], particles: Set[str], apart: Callable[[str], str]) -> None:
        ontology = lexicon.ontology
        self._concepts, self._particles = ontology.concepts, particles
        schemes = [scheme for group in GROUPS for scheme in group if ontology.scheme(scheme)]
        concepts = [concept for scheme in schemes for concept in ontology.scheme(scheme)]

        def written(concept: Concept, form: str) -> Iterable[str]:
            """Words for what is done, as they are and apart; not those that say little of who took part."""
            done = concept.scheme in DONE and not concept.flag("weak")
            return dict.fromkeys((form, apart(form)) if done else (form,))

        self._all = Matcher(concepts, written=written)
        groups = {scheme: group[0] for group in GROUPS for scheme in group}
        self._group_of = {concept.id: groups[scheme] for scheme in schemes for concept in ontology.scheme(scheme)}
        titles = [form.text.rstrip(".") for t in TITLES for title in ontology.scheme(t) for form in title.forms()]
        self._written_so = names | {form.casefold() for form in titles if form.istitle()}

    def tag(self, text: str) -> Tags:
        """Every hit of every group in a text."""
        found: dict[str, list[Hit]] = defaultdict(list)
        hits = self._all.find(text, overlapping=True)
        group_of = self._group_of
        for hit in outside(hits, addresses(text)):
            found[group_of[hit.concept]].append(hit)
        best = {group: longest(hits) if len(hits) > 1 else hits for group, hits in found.items()}
        particles = best.get("name-particles", ())
        return Tags(
            institutions=_by_start(h for h in best.get("institution-types", ()) if not self._names_person(h, text)),
            branches=_by_start(best.get("party-branches", ())),
            posts=_by_start(best.get("post-types", ())),
            markers=_by_start(best.get("acting", ())),
            openers=_by_start(h for h in particles if self._concepts[h.concept].flag("beginsName")),
            particles=_by_start(h for h in particles if " " in h.form),
            titles=_all_by_start(hit for scheme in TITLES if scheme in best for hit in best[scheme]),
            cues=_all_by_start(hit for scheme in CUES if scheme in best for hit in best[scheme]),
            place_words=_by_start(best.get("place-words", ())),
            events=_by_start(best.get("event-types", ())),
            nations=_by_start(hit for hit in best.get("foreign-nations", ()) if text[hit.start].isupper()),
            unclaimed=sorted(best.get("unclaimed", ())),
        )

    def _names_person(self, hit: Hit, text: str) -> bool:
        """Whether an abbreviation is written like a name or a title, and is one.

        "Galih Purnomo Aji" is no press alliance, "Bpk. Galih" no audit board, "Salim Bin Yahya" no secret service.
        """
        written = text[hit.start : hit.end]
        if not hit.form.isupper():
            return False
        folded = written.casefold()
        return (written.istitle() and folded in self._written_so) or (folded in self._particles and written != hit.form)


def _by_start(hits: Iterable[Hit]) -> dict[int, Hit]:
    return {hit.start: hit for hit in hits}


def _all_by_start(hits: Iterable[Hit]) -> dict[int, list[Hit]]:
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.start, []).append(hit)
    return found
