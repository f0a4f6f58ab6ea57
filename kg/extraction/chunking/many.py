"""Words for many bodies at once → whether a body or an office of a sentence stands for all of its kind.

"34 Polda", "para camat", "Kapolsek dan Danramil se-Kabupaten X". What a region has only one of is not many there: in
"Ketua KPU, Kajari, dan Camat se-Kabupaten X" the first two are those of X.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunking.joined import behind_joint
from kg.extraction.chunks import Chunk, Cue, Institution, Office, Place, Token, is_joint, is_token, kind_of
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.kinds import DEPTH
from kg.lexicon.letters import key as letters

SOME = "\1"  # in place of a body that stands for many
_LEVELS = 3  # of units in a list that means all of them
_EACH = "cue-each"  # the concept of words such as "each"
_BELOW = "units-below"  # the concept of a word for the units below one
_LONGEST_LIST = 40  # members of a list of bare bodies that is looked along
_REACH_OF_REGION = 5  # chunks behind "se-" among which its region stands


class Many:
    """Finds who stands for many in the sentences of one text."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.gazetteer = vocabulary.gazetteer
        self._ranked = vocabulary.ranked_classes
        self.text = text
        self._all_of: set[str] = set()  # kinds of body of which the text has told of all in a region
        self._one_of: set[str] = set()  # those of which it has named one

    def bodies(self, chunks: Sequence[Chunk], index: int) -> bool:
        """Whether a bare body stands for many of its kind: "34 Polda", "seluruh Polres"."""
        chunk, before = chunks[index], chunks[index - 1] if index else None
        if isinstance(chunk, Institution) and chunk.many:
            return True
        if not isinstance(chunk, Institution) or chunk.name or chunk.fixed:
            self._one_of.update(_types(chunk))
            return False
        counted = isinstance(before, Token) and before.text.isdigit()
        if self._of_all_levels(chunks, index):
            return True
        below = index > 1 and kind_of(before) == "conjunctions" and self._above(chunks[index - 2], chunk)
        each = isinstance(before, Cue) and before.concept == _EACH
        if each or counted or below or kind_of(before) == "plural":
            return True
        return self._everywhere(chunks, index) or self._of_all(chunk)

    def _of_all_levels(self, chunks: Sequence[Chunk], index: int) -> bool:
        """Whether a bare unit is one of a list of all levels of its force: "Polda, Polres, sampai Polsek"."""
        kinds = set()
        for step in (1, -1):
            at, joined = index, True
            while 0 <= at < len(chunks):
                chunk = chunks[at]
                if isinstance(chunk, Institution) and joined and not (chunk.name or chunk.fixed):
                    kinds.add(self._level_of_force(chunk))
                    joined = False
                elif is_joint(chunk):
                    joined = True
                else:
                    break
                at += step
        return len({level for force, level in kinds if force == self._level_of_force(chunks[index])[0]}) >= _LEVELS

    def _level_of_force(self, body: Chunk) -> tuple[str, str]:
        """The force of a unit and its level; empty for every other body."""
        kind = self.gazetteer.kinds.get(body.type) if isinstance(body, Institution) else None
        return (kind.cls, kind.family) if kind is not None and kind.cls in self._ranked else ("", "")

    def of_class(self, body: Institution, classes: Sequence[str]) -> bool:
        """Whether a body is of one of some classes."""
        kind = self.gazetteer.kinds.get(body.type)
        return kind is not None and kind.cls in classes

    def _above(self, body: Chunk, unit: Institution) -> bool:
        """Whether a body is of the kind above a unit's, which then is any of those below it: "Korem dan Kodim"."""
        kind = self.gazetteer.kinds.get(unit.type)
        ranked = kind is not None and kind.cls in self._ranked
        return ranked and kind is not None and isinstance(body, Institution) and body.type in kind.parents

    def heads(self, chunks: Sequence[Chunk], index: int) -> bool:
        """Whether an office of nobody stands for all who hold it: "para Camat/Lurah", "Kapolsek se-Kabupaten X"."""
        office = chunks[index]
        if not isinstance(office, Office):
            return False
        many = office.institution is not None and office.institution.many
        first = _first_of_pair(chunks, index)
        many = many or (office.rank == "head" and first > 0 and kind_of(chunks[first - 1]) == "plural")
        many = many or (index > 1 and is_token(chunks[index - 1], "/") and self.heads(chunks, index - 2))
        many = many or self._everywhere(chunks, index)
        self._one_of.update(() if many or _bare(office) else _types(office))
        return many or (office.rank == "member" and self._of_all(office))

    def _of_all(self, member: Chunk) -> bool:
        """Whether the text told of all bodies of a bare one's kind before, and of none by name: "PPK se-Blora"."""
        return _bare(member) and not (self._all_of - self._one_of).isdisjoint(_types(member))

    def _everywhere(self, chunks: Sequence[Chunk], index: int) -> bool:
        """Whether a list of bare bodies or offices that goes on here ends with "se-" and a region that has many."""
        at: int | None = index
        for _ in range(_LONGEST_LIST):
            if at is None or not isinstance(chunks[at], Institution | Office) or not _bare(chunks[at]):
                break
            if at != index and _tells_levels(chunks[at]) and _types(chunks[at]) == _types(chunks[index]):
                return False  # "Ketua KPU, Komisioner KPU Kabupaten/Kota se-Jawa Timur"
            if at + 1 < len(chunks) and _tells_of_all(chunks[at + 1]):
                return self._has_many(chunks, at + 1, chunks[index])
            at = behind_joint(chunks, at)
            if at is not None and kind_of(chunks[at]) == "sharing":  # "hingga Camat, se-Jawa Timur"
                return self._has_many(chunks, at, chunks[index])
        return False

    def _has_many(self, chunks: Sequence[Chunk], at: int, member: Chunk) -> bool:
        """Whether the region behind "se-" has more than one body of a member's kinds; so it is where none is named."""
        region = self._depth_behind(chunks, at)
        own = [depth for type_ in _types(member) for depth in self._depths(type_)]
        if region and own and min(own) > region and min(own) >= DEPTH["kecamatan"]:
            self._all_of.update(_types(member))
        return not region or not own or max(own) > region

    def _depths(self, type_: str) -> Iterator[int]:
        yield from (DEPTH[kind] for kind in self.gazetteer.resolver.region_types(type_) if kind in DEPTH)

    def _depth_behind(self, chunks: Sequence[Chunk], at: int) -> int:
        """How deep the region is that stands behind "se-": by the word for its level, else by its name; 0 for none."""
        for chunk in chunks[at + 1 : at + 1 + _REACH_OF_REGION]:
            words = self.text[chunk.start : chunk.end].split()
            if isinstance(chunk, Place) or kind_of(chunk) == "place-words":
                stated = self.gazetteer.places.levels.get(letters(words[0]), ("", ""))[1]
                named = self.gazetteer.regions_named(" ".join(words))
                return DEPTH.get(stated, min((DEPTH.get(region.type, 0) for region in named), default=0))
            if not isinstance(chunk, Token) or chunk.word:
                return 0
        return 0


def _first_of_pair(chunks: Sequence[Chunk], index: int) -> int:
    """Where the first of two bare heads stands of which an office is the second: "beberapa Bupati dan Wali Kota"."""
    first, joint = chunks[index - 2 : index] if index > 2 else (None, None)
    joined = kind_of(joint) == "conjunctions"
    bare = isinstance(first, Office) and first.rank == "head" and _bare(first)
    return index - 2 if joined and bare and _bare(chunks[index]) else index


def _types(chunk: Chunk) -> tuple[str, ...]:
    """The kinds of body of a body or an office."""
    if isinstance(chunk, Institution):
        return (chunk.type,)
    if not isinstance(chunk, Office):
        return ()
    return (chunk.institution.type,) if chunk.institution is not None else chunk.implied


def _tells_levels(chunk: Chunk) -> bool:
    """Whether a body, or that of an office, is told to be many by words for their levels: "KPU Kabupaten/Kota"."""
    body = chunk.institution if isinstance(chunk, Office) else chunk
    return isinstance(body, Institution) and body.many


def _tells_of_all(chunk: Chunk) -> bool:
    """Whether a word behind a body or an office means every one of its kind: "se-", "Polsek jajaran"."""
    return isinstance(chunk, Cue) and (chunk.kind == "sharing" or chunk.concept == _BELOW)


def _bare(chunk: Chunk) -> bool:
    body = chunk.institution if isinstance(chunk, Office) else chunk
    return not isinstance(body, Institution) or not body.name or body.borrowed
