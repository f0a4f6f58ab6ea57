"""Whom a conjunction such as "dengan" joins to an event or to its leader; and sentences that only say what a body is.

In come the items of a sentence; out come the holders who are there besides.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_token, kind_of
from kg.extraction.holders import is_real
from kg.extraction.standing import Standing
from kg.extraction.vocabulary import Vocabulary

OWNED = frozenset({"meeting", "ceremony", "training"})  # kinds of event that bear the name of their host
_REACH_OF_NAME = 8  # items of an event's name
_ENDS_OF_NAME = frozenset(
    {
        "cues",
        "speech",
        "hosts",
        "modality",
        "negation",
        "event",
        "relative",
        "venue-words",
        "date",
        "while",
        "delegation",
    }
)


class Company:
    """Finds guests by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def guests(self, items: Sequence[Item], index: int, *, of_leader: bool) -> list[Holder]:
        """The holders behind a conjunction that follows an event or, `of_leader`, the one who led it."""
        behind = next((item for item in items[index + 1 :] if not _opens_name(item)), None)
        if not isinstance(behind, Holder) or not (of_leader or self._event_before(items, index)):
            return []
        return [holder for holder in self.standing.companions(items, index) if not holder.venue]

    def receivers(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The people to whom a verb gives something: "menyerahkan berita acara kepada Ketua KPU X"."""
        for at in range(index + 1, len(items)):
            item = items[at]
            if isinstance(item, Token) and item.text in self.vocabulary.receivers:
                behind = items[at + 1] if at + 1 < len(items) else None
                people = self.standing.companions(items, at) if isinstance(behind, Holder) else []
                return [holder for holder in people if holder.person is not None or holder.offices]
            if self.standing.breaks(item):
                return []
        return []

    def hand_over(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Those between whom an office changes hands: "serah terima jabatan Kapolsek X dari Y kepada Z"."""
        if not self.vocabulary.concept(items[index].concept).flag("handsOver"):  # type: ignore[union-attr]
            return []
        found: list[Holder] = []
        for item in items[index + 1 :]:
            if isinstance(item, Holder) and item.person is not None and is_real(item) and not item.venue:
                found.append(item)
            elif kind_of(item) in _ENDS_OF_NAME or is_token(item, ".", ";", ":"):
                break
        return found

    def defines(self, items: Sequence[Item]) -> bool:
        """Whether a sentence without an event says what a body is: "Sentra Gakkumdu adalah … terdiri dari unsur …"."""
        for index, item in enumerate(items):
            if isinstance(item, Cue) and item.kind == "as" and self.vocabulary.concept(item.concept).flag("defines"):
                return self.composes(items, index)
        return False

    def composes(self, items: Sequence[Item], index: int) -> bool:
        """Whether a body stands in front of a place in a sentence without an event: "dibentuk Gakkumdu, yang …"."""
        before = next((item for item in reversed(items[:index]) if not _light(item)), None)
        body = isinstance(before, Holder) and before.institution is not None and before.person is None
        return body and not any(isinstance(other, Cue) and other.kind == "event" for other in items)

    def _event_before(self, items: Sequence[Item], index: int) -> bool:
        """Whether nothing but words of its name stand between a meeting and a place: "rakor persiapan pleno dengan"."""
        for item in reversed(items[max(0, index - _REACH_OF_NAME) : index]):
            if (isinstance(item, Cue) and item.kind == "date") or is_token(item, "(", ")"):
                continue
            if isinstance(item, Cue):
                concept = self.vocabulary.concept(item.concept)
                if item.kind == "event" and concept.value("eventKind") in OWNED:
                    return True
                if item.kind != "event" and not concept.flag("inName"):
                    return False
            elif not isinstance(item, Place) and not (isinstance(item, Token) and item.word):
                return False
        return False


def _light(item: Item) -> bool:
    """Whether an item is no word, or only joins a clause to a word: a comma, "yang"."""
    return (isinstance(item, Token) and not item.word) or (isinstance(item, Cue) and item.kind == "relative")


def _opens_name(item: Item) -> bool:
    """Whether an item only opens the name of somebody: "para", "jajaran"."""
    return isinstance(item, Cue) and item.kind in ("fillers", "plural")
