"""Concepts of `institution-types` → Kinds: the level at which a body stands, how it is named, what is above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from kg.lexicon.letters import key
from kg.lexicon.matcher import matched_labels
from kg.model import EntityClass
from kg.ontology import Concept, Ontology
from kg.ontology_files import Problems

SCHEME = "institution-types"
PLACES = "institution-places"
POSTS = "post-types"
NAMINGS = ("region", "unit", "number", "open", "none")
REGENCY_TYPES = ("kabupaten", "kota")  # of region
LARGE_TYPES = ("province", *REGENCY_TYPES)  # of region, those larger than a district
REGION_TYPES: Mapping[str, tuple[str, ...]] = {
    "province": ("province",),
    "regency": REGENCY_TYPES,
    "district": ("kecamatan",),
}
DEPTH = {"province": 1, "kabupaten": 2, "kota": 2, "kecamatan": 3}  # of types of region, the largest first


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of institution. `regions` are the types of region that have one each, when it is named by its region."""

    id: str
    cls: EntityClass
    label: str
    named_by: str  # region, unit, number, open, none
    template: str
    prefix: str  # of the identifiers of its units
    regions: tuple[str, ...]
    parents: tuple[str, ...]
    family: str  # the broadest kind of the same family: polresta → polres
    forms: tuple[str, ...] = ()  # every wording that is matched
    shown: tuple[str, ...] = ()  # those that are right: preferred, then alternative
    otherwise: str | None = None
    otherwise_until: str | None = None  # the day from which the bare word no longer means the other kind
    local: str | None = None
    lower: str | None = None
    acts_for: str | None = None  # the kind whose place it takes in one part of the country
    within: str | None = None  # the code of that part
    unit: str | None = None  # the one unit that the words of this kind name: DPRA is the DPRD of Aceh
    region: str | None = None  # of the only body of the kind
    seat_names: bool = False  # of twins, the kabupaten's body is named after its seat
    also_by_region: bool = False
    bare_is_whole: bool = False  # named without a region it is the whole organisation, not the local body
    children: tuple[str, ...] = ()

    @property
    def by_region(self) -> bool:
        """Whether each region of its level has one."""
        return self.named_by == "region" or self.also_by_region


def kinds_of(ontology: Ontology, problems: Problems) -> dict[str, Kind]:
    """All kinds of institution, by concept. What is wrong with one is added to the problems, and it is left out."""
    concepts = {concept.id: concept for concept in ontology.scheme(SCHEME)}
    narrower: dict[str, list[str]] = {}
    for concept in concepts.values():
        for above in concept.broader:
            narrower.setdefault(above, []).append(concept.id)
    found: dict[str, Kind] = {}
    for concept in concepts.values():
        faults = list(_faults(concept, concepts))
        for fault in faults:
            problems.add(*ontology.place(concept.id), fault)
        if not faults:
            found[concept.id] = _kind(ontology, concept, concepts, tuple(sorted(narrower.get(concept.id, ()))))
    for concept in (*ontology.scheme(POSTS), *ontology.scheme(PLACES)):
        for name in ("postAt", "placeOf"):
            for other in concept.values.get(name, ()):
                if other not in concepts:
                    fault = f"{concept.id!r}: kg:{name} is {other!r}, which is no kind of institution"
                    problems.add(*ontology.place(concept.id), fault)
    return found


def compose(kind: Kind, name: str, level: str | None) -> str:
    """The canonical name of a body of a kind, from its own name and its level word ("Kabupaten", or None)."""
    words = " ".join(name.split())
    front = words[: len(kind.label) + 1]
    if "{name}" in kind.template and kind.template != "{name}" and key(front) == key(kind.label) and front[-1:] == " ":
        words = words[len(front) :]
    return " ".join(kind.template.replace("{level}", level or "").replace("{name}", words).split())


def _faults(concept: Concept, concepts: Mapping[str, Concept]) -> Iterator[str]:
    for name in ("entityClass", "namedBy", "nameTemplate"):
        if concept.value(name) is None:
            yield f"kind of institution {concept.id!r} has no kg:{name}"
    cls, naming = concept.value("entityClass"), concept.value("namedBy")
    if cls is not None and cls not in get_args(EntityClass):
        yield f"kind {concept.id!r} has the unknown class {cls!r}"
    if naming is not None and naming not in NAMINGS:
        yield f"kind {concept.id!r} is named by {naming!r}, which is none of {', '.join(NAMINGS)}"
    for name in ("parentType", "otherwise", "localOffice", "lowerOffice", "actsFor"):
        for other in concept.values.get(name, ()):
            if other not in concepts:
                yield f"kind {concept.id!r}: kg:{name} is {other!r}, which is no kind of institution"


def _kind(ontology: Ontology, concept: Concept, concepts: Mapping[str, Concept], children: tuple[str, ...]) -> Kind:
    regions: list[str] = []
    for level in concept.values.get("level", ()):
        level, _, only = level.partition(":")
        regions.extend([only] if only else REGION_TYPES.get(level, ()))
    ancestors = [above for above in ontology.ancestors(concept.id) if above in concepts]
    labels = matched_labels(concept)
    return Kind(
        id=concept.id,
        cls=cast(EntityClass, concept.value("entityClass")),
        label=concept.label(),
        named_by=concept.value("namedBy") or "",
        template=concept.value("nameTemplate") or "",
        prefix=concept.value("idPrefix") or concept.id,
        regions=tuple(regions),
        parents=concept.values.get("parentType", ()),
        family=_root(concept, ancestors, concepts),
        forms=tuple(
            label.text for kind in ("pref", "alt", "notation", "hidden") for label in labels if label.kind == kind
        ),
        shown=tuple(label.text for kind in ("pref", "alt") for label in labels if label.kind == kind),
        otherwise=concept.value("otherwise"),
        otherwise_until=concept.value("otherwiseUntil"),
        local=concept.value("localOffice"),
        lower=concept.value("lowerOffice"),
        acts_for=concept.value("actsFor"),
        within=concept.value("within"),
        unit=concept.value("unit"),
        region=concept.value("inRegion"),
        seat_names=concept.flag("seatNames"),
        bare_is_whole=concept.flag("bareIsWhole"),
        also_by_region=concept.value("alsoNamedBy") == "region",
        children=children,
    )


def _root(concept: Concept, ancestors: list[str], concepts: Mapping[str, Concept]) -> str:
    """The broadest kind above that has a name of its own to be said in a text ("dinas" alone has none)."""
    named = [above for above in ancestors if concepts[above].value("prefMatched") != "false"]
    return named[-1] if named else concept.id
