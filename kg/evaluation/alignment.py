"""Which predicted entity is which annotated one: by name, one to one, as many as can be."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from kg.evaluation.gold import NODES, Json
from kg.evaluation.wording import Name, Wording

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)


class Known:
    """An annotated entity with its names taken apart."""

    def __init__(self, entity: Json, words: Wording) -> None:
        self.key: str = entity["key"]
        self.cls: str = entity["class"]
        self.person = self.cls == "Person"
        self.words = words
        self.names = [name for text in entity["names"] if (name := words.name(text, self.cls))]
        region = words.fold_name(entity.get("region") or "").split()[:1]
        said = set(self.names[0].levels) if self.names else set()
        self.levels = said or {words.levels[word] for word in region if word in words.levels}
        self.numbers: set[str] = next((set(name.numbers) for name in self.names if name.numbers), set())

    def could_be(self, name: Name) -> bool:
        """Whether a name differs from a right one by no more than a level or a number that one of them leaves out."""
        return not self.person and any(self._near(name, right) for right in self.names)

    def _near(self, name: Name, right: Name) -> bool:
        if name.head != right.head:
            return False
        said, known = set(name.numbers), set(right.numbers) or self.numbers
        if said and said == known and any(len(n) > 2 or n.isalpha() for n in said):
            return True  # the number is its own, however the name is spelled
        if name.levels != right.levels and not self._level_left_out(name, right):
            return False
        bare = name.rest == "" and name.head in self.words.numbered
        return name.rest == right.rest and (said <= known or known <= said) and not bare

    def _level_left_out(self, name: Name, right: Name) -> bool:
        agreed = set(name.levels) & self.levels
        if name.levels and (right.levels or (self.levels and not agreed)):
            return False
        if (name.place or right.place) in self.words.twins and not agreed:
            return False
        split = self.words.levels["kota"] in name.levels + right.levels  # another unit than the one without it
        return not (split and name.head.startswith(self.words.split_police))


def align(gold: Json, predicted: Json, words: Wording) -> tuple[dict[str, str], set[str]]:
    """Predicted id → gold key, and the ids that only repeat what another one names (these come first)."""
    known = [Known(entity, words) for entity in gold["entities"]]
    ordered = sorted(predicted["entities"], key=lambda e: (words.fold_name(e["name"]), e["class"], e["id"]))
    edges = {entity["id"]: _candidates(entity, known, words) for entity in ordered}
    links = {left: right for right, left in pair_off(edges).items()}
    repeats = {left for left, options in edges.items() if options and left not in links}
    return {left: min(edges[left])[1] for left in sorted(repeats)} | links, repeats


def _candidates(entity: Json, known: Sequence[Known], words: Wording) -> list[tuple[tuple[int, bool], str]]:
    """The keys that an entity may stand for, each with a rank; the lowest is the best."""
    if entity["class"] in NODES:
        return []
    name = words.name(entity["name"], entity["class"])
    if name is None:
        return []
    known = [k for k in known if k.person == (entity["class"] == "Person")]
    exact = [((int(name != k.names[0]), k.cls != entity["class"]), k.key) for k in known if name in k.names]
    if exact:
        return exact
    near = [((2, k.cls != entity["class"]), k.key) for k in known if k.could_be(name)]
    return near if len(near) == 1 else []  # a name that could be either of two is neither


def pair_off(edges: Mapping[Left, Sequence[tuple[Any, Right]]]) -> dict[Right, Left]:
    """Pair lefts with rights one to one, as many as can be, better ranks first."""
    owner: dict[Right, Left] = {}

    def place(left: Left, rank: Any, seen: set[Right]) -> bool:
        for r, right in sorted(edges[left]):
            if r <= rank and right not in seen:
                seen.add(right)
                if right not in owner or place(owner[right], rank, seen):
                    owner[right] = left
                    return True
        return False

    placed: set[Left] = set()
    for rank in sorted({r for options in edges.values() for r, _ in options}):
        for left in edges:
            if left not in placed and place(left, rank, set()):
                placed.add(left)
    return owner
