"""Concepts of `institution-types` → Kinds: the level at which a body stands, how it is named, what is above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from kg.errors import OntologyError
from kg.lexicon.letters import key
from kg.lexicon.matcher import matched_labels
from kg.model import EntityClass
from kg.ontology import Concept, Ontology

SCHEME = "institution-types"
PLACES = "institution-places"
LEVELS = "level-words"
REGION_TYPES: Mapping[str, tuple[str, ...]] = {
    "province": ("province",),
    "regency": ("kabupaten", "kota"),
    "district": ("kecamatan",),
}


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
    local: str | None = None
    lower: str | None = None
    sub_unit: bool = False
    also_by_region: bool = False
    bare_is_whole: bool = False  # named without a region it is the whole organisation, not the local body
    children: tuple[str, ...] = ()

    @property
    def by_region(self) -> bool:
        """Whether each region of its level has one."""
        return self.named_by == "region" or self.also_by_region


def kinds_of(ontology: Ontology) -> dict[str, Kind]:
    """All kinds of institution, by concept.

    Raises OntologyError when a concept lacks a property, or points to a kind that is not there.
    """
    concepts = {concept.id: concept for concept in ontology.scheme(SCHEME)}
    narrower: dict[str, list[str]] = {}
    for concept in concepts.values():
        for above in concept.broader:
            narrower.setdefault(above, []).append(concept.id)
    found = {
        concept.id: _kind(ontology, concept, concepts, tuple(sorted(narrower.get(concept.id, ()))))
        for concept in concepts.values()
    }
    for kind in found.values():
        for other in (*kind.parents, kind.otherwise, kind.local, kind.lower):
            if other is not None and other not in found:
                raise OntologyError(
                    f"kind {kind.id!r} names {other!r}, which is no kind of institution",
                    where=str(ontology.root),
                    hint="add the missing concept, or mend the name",
                )
    return found


def compose(kind: Kind, name: str, level: str | None) -> str:
    """The canonical name of a body of a kind, from its own name and its level word ("Kabupaten", or None)."""
    words = " ".join(name.split())
    front = words[: len(kind.label) + 1]
    if "{name}" in kind.template and kind.template != "{name}" and key(front) == key(kind.label) and front[-1:] == " ":
        words = words[len(front) :]
    return " ".join(kind.template.replace("{level}", level or "").replace("{name}", words).split())


def _kind(ontology: Ontology, concept: Concept, concepts: Mapping[str, Concept], children: tuple[str, ...]) -> Kind:
    def need(name: str) -> str:
        value = concept.value(name)
        if value is None:
            raise OntologyError(
                f"kind of institution {concept.id!r} has no kg:{name}",
                where=str(ontology.root),
                hint="see the other kinds in institutions.ttl",
            )
        return value

    cls = need("entityClass")
    if cls not in get_args(EntityClass):
        raise OntologyError(f"kind {concept.id!r} has the unknown class {cls!r}", where=str(ontology.root))
    regions: list[str] = []
    for level in concept.values.get("level", ()):
        level, _, only = level.partition(":")
        regions.extend([only] if only else REGION_TYPES.get(level, ()))
    ancestors = [above for above in ontology.ancestors(concept.id) if above in concepts]
    labels = matched_labels(concept)
    return Kind(
        id=concept.id,
        cls=cast(EntityClass, cls),
        label=concept.label(),
        named_by=need("namedBy"),
        template=need("nameTemplate"),
        prefix=concept.value("idPrefix") or concept.id,
        regions=tuple(regions),
        parents=concept.values.get("parentType", ()),
        family=_root(concept, ancestors, concepts),
        forms=tuple(
            label.text for kind in ("pref", "alt", "notation", "hidden") for label in labels if label.kind == kind
        ),
        shown=tuple(label.text for kind in ("pref", "alt") for label in labels if label.kind == kind),
        otherwise=concept.value("otherwise"),
        local=concept.value("localOffice"),
        lower=concept.value("lowerOffice"),
        sub_unit=concept.flag("subUnit"),
        bare_is_whole=concept.flag("bareIsWhole"),
        also_by_region=concept.value("alsoNamedBy") == "region",
        children=children,
    )


def _root(concept: Concept, ancestors: list[str], concepts: Mapping[str, Concept]) -> str:
    """The broadest kind above that has a name of its own to be said in a text ("dinas" alone has none)."""
    named = [above for above in ancestors if concepts[above].value("prefMatched") != "false"]
    return named[-1] if named else concept.id
