"""A name as somebody types it ("Kapolres Pangkep", "KPU Bima", "Kota Bima") → what it says: kind, own name, level."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.compile import Lexicon
from kg.lexicon.matcher import Hit
from kg.model import Region
from kg.ontology import Concept

_AROUND = ("acting", "former", "party-branches")  # words that may stand in front of a body


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a name says. `type` is the kind of institution, or None for a region; `post` is the office in front."""

    type: str | None
    name: str
    level: str | None
    post: str | None = None
    regions: tuple[Region, ...] = ()


def read_phrase(lexicon: Lexicon, text: str) -> Phrase | None:
    """Read one name; None when it begins with no known kind, office or region."""
    matcher = lexicon.matcher("institution-types", "institution-places", "post-types", *_AROUND)
    post: str | None = None
    hits = matcher.find(text)
    read = 0
    for index, hit in enumerate(hits):
        if text[read : hit.start].strip(" .,()") and post is None:
            break
        read = hit.end
        concept = lexicon.ontology.concepts[hit.concept]
        if concept.scheme == "post-types":
            post = concept.id
            if not concept.flag("impliesInstitution"):
                continue
        type = _institution(concept)
        if type is None:
            continue
        end = _behind_parent(lexicon, type, text, hit, hits[index + 1 : index + 2])
        name = lexicon.gazetteer.longest_name(text, end, type)
        if name is not None:
            return Phrase(type, name.key, name.level, post)
        rest = " ".join(text[end:].split())
        return Phrase(type, rest, None, post)
    regions = lexicon.gazetteer.regions_named(text)
    return Phrase(None, text, None, None, regions) if regions else None


def _behind_parent(lexicon: Lexicon, type: str, text: str, hit: Hit, following: list[Hit]) -> int:
    """Where the own name begins: "Satlantas Polres X" is named by its Polres."""
    kinds = lexicon.gazetteer.kinds
    for other in following:
        if other.concept in kinds and type in kinds and not text[hit.end : other.start].strip():
            families = {kinds[parent].family for parent in kinds[type].parents}
            if kinds[other.concept].family in families:
                return other.end
    return hit.end


def _institution(concept: Concept) -> str | None:
    if concept.scheme == "post-types":
        return concept.value("postAt") if concept.flag("impliesInstitution") else None
    return concept.id if concept.scheme in ("institution-types", "institution-places") else None
