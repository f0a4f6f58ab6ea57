"""Who is at an event besides: joined to it or to its leader by "dengan", given something, or handed an office.

In come the items of a sentence and the place of a word; out come the parts of those who are there besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_token, kind_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part, attending
from kg.extraction.taking_part.speaking import reported
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary
from kg.ontology import Concept

_OWNED = frozenset({"meeting", "ceremony", "training"})  # kinds of event that bear the name of their host
_REACH_OF_NAME = 8  # items of an event's name
_REACH_OF_MANNER = 5  # items that tell how something is done: "secara diam-diam"
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

    def guests(self, items: Sequence[Item], index: int, joint: Cue, found: Sequence[Part]) -> Iterator[Part]:
        """Who is joined to an event or to those who led it: "rakor persiapan dengan KPU X", "dipimpin X dengan Y"."""
        if not self.standing.joins_guest(joint) or reported(items, index):
            return
        behind = next((item for item in items[index + 1 :] if not _opens_name(item)), None)
        if not isinstance(behind, Holder):
            return
        event, first = self._event_before(items, index), not found
        if event is not None or self._led(items, index, found):
            yield from attending(self.standing.companions(items, index), joint)
        host = items[event - 1] if event else None
        if isinstance(host, Holder) and host.person is not None and is_real(host) and first:
            yield from attending(self.standing.subject(items, event or 0), joint)  # "Bupati rapat dengan Kapolres"

    def partners(self, items: Sequence[Item], index: int) -> list[Holder]:
        """With whom something is done, right behind its verb or behind how it is: "bertemu empat mata dengan X"."""
        behind = [at for at in range(index + 1, len(items)) if items[at].start >= items[index].end]
        for at in behind[: _REACH_OF_MANNER + 1]:
            item = items[at]
            if isinstance(item, Holder):
                return self.standing.agent(items, index) if at == behind[0] else []
            if self.standing.joins_guest(item):
                who = next((other for other in items[at + 1 :] if not _opens_name(other)), None)
                return self.standing.companions(items, at) if isinstance(who, Holder) else []
            if not (_tells_how(item) or (at == behind[0] and _opens_name(item))):
                return []
        return []

    def _led(self, items: Sequence[Item], index: int, found: Sequence[Part]) -> bool:
        """Whether who stands in front of a conjunction is the agent of a verb."""
        before = items[index - 1] if index else None
        return any(part.holder is before and self.standing.takes(part.cue) == "agent" for part in found)

    def receivers(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """The people to whom a verb gives something: "menyerahkan berita acara kepada Ketua KPU X".

        They may be named behind "yakni": "kepada personel Polres X yang berprestasi, yakni Y dan Z".
        """
        for at in range(index + 1, len(items)):
            item = items[at]
            if isinstance(item, Token) and item.text in self.vocabulary.receivers:
                behind = items[at + 1] if at + 1 < len(items) else None
                named = at if isinstance(behind, Holder) else self._named_behind(items, at)
                people = self.standing.companions(items, named) if named is not None else []
                yield from attending((who for who in people if who.person is not None or who.offices), cue)
                return
            if self.standing.breaks(item):
                return

    def _named_behind(self, items: Sequence[Item], index: int) -> int | None:
        """Where the word stands behind which receivers are named: "kepada tiga personel, yakni"; None without one."""
        for at in range(index + 1, min(len(items), index + _REACH_OF_NAME)):
            if kind_of(items[at]) == "introductions":
                return at
            if self.standing.breaks(items[at]):
                return None
        return None

    def hand_over(self, items: Sequence[Item], index: int, event: Cue) -> Iterator[Part]:
        """Those between whom an office changes hands: "serah terima jabatan Kapolsek X dari Y kepada Z"."""
        if not self.vocabulary.concept(event.concept).flag("handsOver"):
            return
        for at in range(index + 1, len(items)):
            item = items[at]
            if isinstance(item, Holder) and item.person is not None and is_real(item) and not item.venue:
                yield Part(item, "attended", event, weak=True)
            elif (kind_of(item) in _ENDS_OF_NAME and not self._of_handing(items, at)) or is_token(item, ".", ";", ":"):
                return

    def _of_handing(self, items: Sequence[Item], at: int) -> bool:
        """Whether the name of a handover goes on behind its short form, or a word such as "yang lama" tells of whom."""
        item = items[at]
        if isinstance(item, Cue) and item.kind == "event":
            return self.vocabulary.concept(item.concept).flag("handsOver")
        behind = items[at + 1 : at + 1 + _REACH_OF_MANNER]
        who = next((n for n, other in enumerate(behind) if isinstance(other, Holder)), None)
        small = ("fillers", "introductions", "newness", "conjunctions", "")
        return kind_of(item) == "relative" and who is not None and all(kind_of(o) in small for o in behind[:who])

    def _solemn(self, item: Cue) -> bool:
        """Whether a word is one for a ceremony, at which people do something together."""
        return item.kind == "event" and self.vocabulary.concept(item.concept).value("eventKind") == "ceremony"

    def _event_before(self, items: Sequence[Item], index: int) -> int | None:
        """The place of a meeting, up to which nothing but words of its name stand: "rakor persiapan pleno dengan".

        A verb that is the word for a ceremony is part of it: "menandatangani nota kesepahaman dengan".
        """
        ahead = items[max(0, index - _REACH_OF_NAME) : index]
        starts = {item.start for item in ahead if isinstance(item, Cue) and self._solemn(item)}
        for at in range(index - 1, max(0, index - _REACH_OF_NAME) - 1, -1):
            item = items[at]
            if (isinstance(item, Cue) and item.kind == "date") or is_token(item, "(", ")"):
                continue
            if kind_of(item) == "cues" and item.start in starts:
                continue
            if isinstance(item, Cue):
                concept = self.vocabulary.concept(item.concept)
                if item.kind == "event" and owned(concept):
                    return at
                held = self.standing.takes(item) == "agent" and concept.value("role") == "organised"
                if item.kind != "event" and not (held or concept.flag("inName")):
                    return None
            elif not isinstance(item, Place) and not (isinstance(item, Token) and item.word):
                return None
        return None


def owned(event: Concept) -> bool:
    """Whether an event bears the name of its host: "Rakor Polsek X", "rapat pleno KPU X", "debat publik KPU X"."""
    return event.value("eventKind") in _OWNED or event.flag("spokenAt")


def _opens_name(item: Item) -> bool:
    """Whether an item only opens the name of somebody: "para", "jajaran"."""
    return isinstance(item, Cue) and item.kind in ("fillers", "plural")


def _tells_how(item: Item) -> bool:
    """Whether an item is a small word that may tell how something is done."""
    return kind_of(item) == "fillers" or (
        isinstance(item, Token) and not item.capital and (item.word or item.text == "-")
    )
