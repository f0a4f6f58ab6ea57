"""Words of a role that tell of no part: what is wished for or planned, and what happens to a thing, not at an event.

"Ia berharap Kapolsek meningkatkan patroli", "akan dibantu Satpol PP", "Laporan diterima Bawaslu", "Pilkada diikuti X".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, is_token, kind_of
from kg.extraction.vocabulary import Vocabulary

_REACH_OF_THING = 5  # items in front of a passive verb among which its subject stands
_NO_GATHERINGS = ("things", "candidacy")
_WORD_OF_TIME = ("while", "relative")


class Untold:
    """Judges words of a role by what stands in front of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def at(self, items: Sequence[Item], index: int) -> bool:
        """Whether the word of a role at a position tells of no part."""
        cue = items[index]
        if not isinstance(cue, Cue) or cue.kind not in ("cues", "hosts"):
            return False
        concept = self.vocabulary.concept(cue.concept)
        takes = concept.value("takes")
        if takes in ("list", "agent") and self._of_thing(items, index):
            return True
        if takes == "companion" and index and kind_of(items[index - 1]) == "modality":
            return True
        return takes in ("subject", "either") and self._wished(items, index)

    def _of_thing(self, items: Sequence[Item], index: int) -> bool:
        """Whether a passive verb has a document or a contest for its subject, and no event."""
        before = items[max(0, index - _REACH_OF_THING) : index]
        if not any(isinstance(item, Cue) and self._no_gathering(item) for item in before):
            return False
        if any(kind_of(item) in _WORD_OF_TIME for item in before):
            return False
        start = items[index].start
        return not any(
            isinstance(item, Holder) or kind_of(item) == "event" for item in items[:index] if item.start < start
        )

    def _no_gathering(self, cue: Cue) -> bool:
        """Whether a word is that of a paper or a contest."""
        return cue.kind in _NO_GATHERINGS and self.vocabulary.concept(cue.concept).flag("noGathering")

    def _wished(self, items: Sequence[Item], index: int) -> bool:
        """Whether who stands before a verb is asked, or hoped, to do what it says."""
        someone = closed = False
        for at in range(index - 1, -1, -1):
            item = items[at]
            if item.start == items[index].start:
                continue
            if isinstance(item, Holder):
                someone = True
            elif kind_of(item) in _WORD_OF_TIME or is_token(item, ".", ";", ":"):
                return False
            elif isinstance(item, Cue) and item.kind == "speech":
                fronted = closed and not any(isinstance(other, Holder) for other in items[:at])
                return someone and not fronted and self.vocabulary.concept(item.concept).flag("wishes")
            closed = closed or _closes(items, at)
        return False


def _closes(items: Sequence[Item], at: int) -> bool:
    """Whether a comma closes a clause, and does not part holders: "Usai meminta masukan warga, Kapolres X"."""
    before = items[at - 1] if at else None
    return is_token(items[at], ",") and not isinstance(before, Holder) and kind_of(before) != "speech"
