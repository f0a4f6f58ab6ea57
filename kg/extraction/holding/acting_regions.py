"""A region that opens its sentence and holds something there → its government: "Kecamatan X menggelar rapat".

In come the chunks of a sentence; out come the same, with a body in place of such a region.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Cue, Institution, Place, Token, kind_of
from kg.extraction.words.vocabulary import Vocabulary

_ADVERBS = 2  # at most, in front of a verb
_LIGHT = ("date", "fillers")  # kinds of cue in front of a region or between it and its verb


def acting_regions(chunks: list[Chunk], text: str, vocabulary: Vocabulary) -> list[Chunk]:
    """The chunks of a sentence, with a government in place of the region that holds an event."""
    at = next((at for at, chunk in enumerate(chunks) if not _light(chunk)), len(chunks))
    place = chunks[at] if at < len(chunks) else None
    if not isinstance(place, Place) or not _holds(chunks[at + 1 :], vocabulary):
        return chunks
    government = _government(place, text, vocabulary)
    return [*chunks[:at], government, *chunks[at + 1 :]] if government is not None else chunks


def _holds(behind: Sequence[Chunk], vocabulary: Vocabulary) -> bool:
    """Whether the verb behind a region, over the larger ones that it is in, says that it holds something.

    An adverb or two may stand in front of it: "kembali menggelar".
    """
    words = [chunk for chunk in behind if not (isinstance(chunk, Place) or _light(chunk))][: _ADVERBS + 1]
    verb = next((chunk for chunk in words if not (isinstance(chunk, Token) and chunk.text.islower())), None)
    if not isinstance(verb, Cue) or verb.kind != "cues":
        return False
    concept = vocabulary.concept(verb.concept)
    return concept.value("role") == "organised" and concept.value("takes") == "subject"


def _government(place: Place, text: str, vocabulary: Vocabulary) -> Institution | None:
    """The government of a region that is named with its level; None for all else."""
    level, _, name = text[place.start : place.end].partition(" ")
    kind = vocabulary.governments.get(level.casefold())
    if kind is None or not name:
        return None
    if vocabulary.concept(kind).value("namedBy") == "open":
        return Institution(place.start, place.end, kind, " ".join(name.split()), open=True)
    region = vocabulary.gazetteer.longest_name(text, place.start, kind)
    if region is None or region.end != place.end:
        return None
    return Institution(place.start, place.end, kind, region.key, region.level)


def _light(chunk: Chunk) -> bool:
    return (isinstance(chunk, Token) and not chunk.word) or kind_of(chunk) in _LIGHT
