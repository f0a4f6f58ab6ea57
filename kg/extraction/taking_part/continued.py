"""A sentence that goes on from the one before → the parts that it takes on: of a list, or of a role without anybody.

"Rapat dihadiri tiga pasangan calon. Masing-masing A, B dan C"; "Selaku pemimpin apel. Kapolres X berpesan"; and lists
with a number or a dash before each of their members, often a line for each.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, is_joint, is_token, kind_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import Role

_FRAGMENT = 2  # items of a sentence that is none
_OPEN_ENDED = ("list", "either", "companion")  # sides on which a list may go on in the next sentence
_IN_LISTS = frozenset(
    (
        "conjunctions", "plural", "fillers", "introductions", "affiliations", "person-cues", "sharing", "place-words",
        "newness", "as", "delegation",
    )
)  # fmt: skip
_OF_MEMBERS = ("narrated", "delegation")  # kinds of cue: who is only told of, who came for somebody
_LEAST_JOINTS = 2  # commas and conjunctions of a sentence that is a list, and holders in it
_BULLETS = ("-", "–", "—", "•", "·", "*", "●", "▪", "➢")
_NUMBERED = 2  # characters of the number of a member
_PLAIN = 3  # plain words of a line that is one member of a list


class Continued:
    """Finds what sentences take on from those before, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def parts(self, items: Sequence[Item], before: Sequence[Item]) -> list[Part]:
        """The parts of a sentence that has none of its own, by the words of the sentence before it."""
        if not any(isinstance(item, Holder) for item in before) and (found := self._of_fragment(items, before)):
            return found
        start, cue = self._goes_on(items), self.open_ended(before)
        if cue is None or start is None:
            return []
        return self.listed(items, start, cue)

    def open_ended(self, items: Sequence[Item]) -> Cue | None:
        """The last word of a sentence behind which a list may go on."""
        for index in range(len(items) - 1, -1, -1):
            item = items[index]
            if isinstance(item, Cue) and (self.standing.takes(item) in _OPEN_ENDED or self._told_apart(items, index)):
                return item
        return None

    def _told_apart(self, items: Sequence[Item], index: int) -> bool:
        """Whether a verb is followed by those who did so, one by one: "Unsur yang mengikuti rapat, yaitu X, Y"."""
        cue = items[index]
        told = isinstance(cue, Cue) and self.standing.takes(cue) == "subject"
        return told and self.standing.introduced(items, index)

    def listed(self, items: Sequence[Item], start: int, cue: Cue) -> list[Part]:
        """Those who are named behind a position, as members of the list that a cue opened."""
        behind = self.standing.behind(items, start)
        return [Part(holder, "attended", cue, weak=True) for holder in behind if not holder.venue]

    def _goes_on(self, items: Sequence[Item]) -> int | None:
        """The word with which a sentence goes on in a list: an introduction, or "juga" with a holder behind it.

        A sentence without a verb that is nothing but a list goes on from its beginning.
        """
        for at, item in enumerate(items[:2]):
            if kind_of(item) == "introductions":
                return at
        first, second = (*items[:2], None, None)[:2]
        also = isinstance(first, Cue) and first.kind == "fillers" and self._also(first)
        if also and isinstance(second, Holder):
            return 0
        return -1 if _only_list(items) else None

    def _also(self, cue: Cue) -> bool:
        return self.vocabulary.concept(cue.concept).flag("goesOn")

    def _of_fragment(self, items: Sequence[Item], before: Sequence[Item]) -> list[Part]:
        """The first holder has the role that a short sentence before gives to nobody."""
        cue = before[0] if before and len(before) <= _FRAGMENT else None
        who = items[0] if items else None
        if not (isinstance(cue, Cue) and self.standing.takes(cue) == "turn" and isinstance(who, Holder)):
            return []
        role: Role = self.vocabulary.concept(cue.concept).value("role") or "attended"  # type: ignore[assignment]
        return [Part(who, role, cue, weak=False)]


class Enumeration:
    """Carries the word that opens a list over the members that stand in sentences or lines of their own."""

    def __init__(self, continued: Continued) -> None:
        self.continued = continued
        self._cue: Cue | None = None  # opened the list that goes on
        self._due = False  # whether a member's number was read, of which the splitting into sentences cut it off

    def parts(self, items: Sequence[Item], found: list[Part]) -> list[Part]:
        """The parts of the next sentence: those `found` by its own words, or those of a member of the list."""
        numbered = self._due or _enumerated(items)
        self._due = _ends_with_number(items)
        if items and self._cue is not None and not self._own(found) and (numbered or _is_line(items)):
            told = [part for part in found if part.cue.kind != "narrated"]
            known = {id(part.holder) for part in told}
            listed = self.continued.listed(items, -1, self._cue)
            return [*told, *(part for part in listed if id(part.holder) not in known)] or found
        if items and self._cue is not None and not found and _is_plain(items):
            return found  # a line about people in general: "Perwakilan partai politik"
        opened = items and (self._due or is_token(items[-1], ":"))
        self._cue = self.continued.open_ended(items) if opened else None
        return found

    def _own(self, found: Sequence[Part]) -> bool:
        """Whether some parts are those of what a sentence tells, and not only of who came with or for a member."""
        takes = self.continued.standing.takes
        return any(part.cue.kind not in _OF_MEMBERS and takes(part.cue) != "companion" for part in found)


def _enumerated(items: Sequence[Item]) -> bool:
    """Whether a sentence begins with a dash, or with a number or a letter and a stop."""
    if not items or not isinstance(items[0], Token):
        return False
    if is_token(items[0], *_BULLETS):
        return True
    return len(items) > 1 and len(items[0].text) <= _NUMBERED and is_token(items[1], ".", ")")


def _ends_with_number(items: Sequence[Item]) -> bool:
    """Whether a sentence ends with the number of a member that comes next: "1. Camat X 2."."""
    if len(items) < 2 or not is_token(items[-1], ".", ")"):
        return False
    number = items[-2]
    return isinstance(number, Token) and number.text.isdigit() and len(number.text) <= _NUMBERED


def _is_line(items: Sequence[Item]) -> bool:
    """Whether a line is one member of a list without a number: a holder and little else, and no verb."""
    return _is_plain(items) and any(isinstance(item, Holder) and is_real(item) for item in items)


def _is_plain(items: Sequence[Item]) -> bool:
    """Whether a line has no verb, no full stop and hardly a word in small letters."""
    if any(isinstance(item, Cue) and item.kind not in _IN_LISTS for item in items) or is_token(items[-1], ".", ":"):
        return False
    return sum(isinstance(item, Token) and item.word and item.text.islower() for item in items) <= _PLAIN


def _only_list(items: Sequence[Item]) -> bool:
    """Whether a sentence is nothing but a list of holders: no verb, and plain words only as members of their own."""
    if any(isinstance(item, Cue) and item.kind not in _IN_LISTS for item in items):
        return False
    holders = [at for at, item in enumerate(items) if isinstance(item, Holder) and is_real(item)]
    plain = [at for at, item in enumerate(items) if isinstance(item, Token) and item.word and item.text.islower()]
    if len(holders) < _LEAST_JOINTS or any(at < holders[0] or at - 1 in holders for at in plain):
        return False
    joints = sum(map(is_joint, items))
    return joints >= _LEAST_JOINTS and len(plain) < joints
