"""A trial and somebody of whom its report tells → whether he was there, or is only one whom the case involves.

"Perkara itu bermula saat Kades X mendukung calon": the report of a trial tells much of what was before it.
"""

from __future__ import annotations

from kg.extraction.chunks import Cue, Holder
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary

_OF_TRIALS = frozenset({"Court", "ProsecutionOffice"})  # classes of body
_REACH = 3  # items behind a word of a role among which its event stands


def of_case(draft: EventDraft, part: Part, sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether a part at a trial is one in its case: at another event, or weak and of neither court nor trial."""
    if part.role != "attended" or not draft.concept or not vocabulary.concept(draft.concept).flag("triesCase"):
        return False
    events = [item for item in sentence.items if isinstance(item, Cue) and item.kind == "event"]
    if any(event.concept == draft.concept for event in events):
        return False
    if not (part.weak or vocabulary.concept(part.cue.concept).flag("partsOfBody")):  # "para termohon terdiri dari X"
        items = sentence.items
        index = next((at for at, item in enumerate(items) if item is part.cue), len(items))
        behind = [event for event in events if event in items[index + 1 : index + 1 + _REACH]]
        return any(not vocabulary.concept(event.concept).flag("generic") for event in behind)
    return _OF_TRIALS.isdisjoint(_classes(part.holder, vocabulary))


def _classes(holder: Holder, vocabulary: Vocabulary) -> set[str | None]:
    """The classes of the bodies that a holder stands for, or may hold an office at."""
    fitting = {class_ for office in holder.offices for class_ in office.fits}
    types = {type_ for office in holder.offices for type_ in office.implied}
    types |= {office.institution.type for office in holder.offices if office.institution is not None}
    types |= {holder.institution.type} if holder.institution is not None else set()
    return fitting | {vocabulary.class_of(type_) for type_ in types}
