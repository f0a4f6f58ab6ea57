"""Institutions → canonical ids: the gazetteer's where it is known, else by class, name and region, else NIL.

What can't be told stays with its article and says so; a candidate is chosen only where one alone fits the article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from kg.ids import digest
from kg.ids import slug as _slug
from kg.linking.folding import fold_words as _fold_words
from kg.linking.profiles import Key, kabupaten
from kg.records import EntityRecord, Record

_remembered = lru_cache(maxsize=1 << 14)  # the same names again and again
slug, fold_words = _remembered(_slug), _remembered(_fold_words)


@dataclass(frozen=True, slots=True)
class Institution:
    """What an institution's mention in an article links to, and why."""

    id: str
    reasons: tuple[str, ...]
    unit: str | None = None
    nil: bool = False


def _by_region() -> dict[str, set[str]]:
    return defaultdict(set)


class Institutions:
    """Takes all records one by one, then links the institutions of each; people's decisions go before."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(_by_region)
        self._decided: Mapping[Key, Institution] = {}

    def take(self, record: Record) -> None:
        """Remember which institutions have which name where."""
        for entity in record["entities"]:
            if entity["class"] != "Person" and not _bare(entity):
                unit = _unit(entity, record)[0]
                target = f"institution/{slug(unit)}" if unit else _own(entity)
                self._names[entity["class"], fold_words(entity["name"])][entity["region"] or ""].add(target)

    def names(self) -> dict[tuple[str, str], dict[str, set[str]]]:
        """Which institutions have which name where, for `join`."""
        return {name: dict(where) for name, where in self._names.items()}

    def join(self, names: Mapping[tuple[str, str], Mapping[str, AbstractSet[str]]]) -> None:
        """Remember what was found elsewhere as well."""
        for name, where in names.items():
            for region, ids in where.items():
                self._names[name][region] |= ids

    def of(self, record: Record) -> dict[str, Institution]:
        """The institution of every entity of a record that is not a person, by its id in the record."""
        found = {
            entity["id"]: _institution(entity, record["article"], _unit(entity, record), self._names)
            for entity in record["entities"]
            if entity["class"] != "Person"
        }
        if self._decided:
            found |= {local: self._decided.get(Key(record["article"], local), own) for local, own in found.items()}
        return found

    def decided(self, decided: Mapping[Key, Institution]) -> Institutions:
        """The same with other institutions for some mentions."""
        new = Institutions()
        new._names, new._decided = self._names, decided
        return new


def _unit(entity: EntityRecord, record: Record) -> tuple[str | None, str]:
    """The gazetteer identifier and the reason, or None with the reason for that."""
    if entity.get("unit"):
        return entity["unit"], entity.get("reason") or "named without doubt"
    candidates = entity.get("candidates") or []
    if not candidates:
        return None, entity.get("reason") or ""
    regions = Counter(r for e in record["entities"] if e is not entity and (r := kabupaten(e["region"])))
    regions.update(r for event in record["events"] if (r := kabupaten(event["region"])))
    if entity["region"]:
        regions[entity["region"]] += 1
    fitting = [c for c in sorted(set(candidates)) if any(c.endswith(f"-{r}") or f"-{r}." in c for r in regions)]
    if len(fitting) == 1:
        return fitting[0], "the only candidate in the article's region"
    return None, f"could be {', '.join(sorted(set(candidates))[:5])}"


# (class, name) → region or "" → ids of institutions that somewhere in the articles have that name there
Names = Mapping[tuple[str, str], Mapping[str, AbstractSet[str]]]


def _institution(entity: EntityRecord, article: str, chosen: tuple[str | None, str], known: Names) -> Institution:
    unit, reason = chosen
    if unit:
        return Institution(f"institution/{slug(unit)}", (reason,), unit=unit)
    if _bare(entity) or entity.get("candidates"):
        local = f"institution/{slug(entity['name'])}-{digest(article, entity['class'], entity['name'], length=8)}"
        return Institution(local, (reason or "the article does not tell which one",), nil=True)
    same = known.get((entity["class"], fold_words(entity["name"])), {})
    here: AbstractSet[str] = same.get(entity["region"] or "", frozenset())
    linked = _only(sorted(i for i in here if i != _own(entity)))
    if linked is None and not entity["region"]:
        linked = _only(sorted({i for region, ids in same.items() if region for i in ids}))
    if linked:
        return Institution(linked, (f"the only {entity['name']} in these articles",))
    return Institution(_own(entity), ("by its name" + (" and region" if entity["region"] else ""),))


def _only(ids: Sequence[str]) -> str | None:
    return ids[0] if len(ids) == 1 else None


def _own(entity: EntityRecord) -> str:
    """The id of an institution that the gazetteer does not know."""
    name, region = slug(entity["name"]) or digest(entity["name"]), entity["region"]
    return f"institution/{slug(entity['class'])}-{name}" + (f"-{region}" if region else "")


def _bare(entity: EntityRecord) -> bool:
    """Whether it is named by its kind alone, so that any of that kind could be meant."""
    return not entity["region"] and fold_words(entity["name"]) in (
        fold_words(entity["type"] or ""),
        fold_words(entity.get("concept") or ""),
    )
