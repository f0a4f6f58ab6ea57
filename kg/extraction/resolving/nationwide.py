"""Holders of a sentence → the bare bodies that are the national ones, by the company in which their holders stand.

"Menko Polhukam A, Mendagri B, Ketua KPU C": where most named office-holders of a sentence are those of national bodies,
a body that has a national one above it, and whose holder is named beside them, is that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Institution, Office
from kg.extraction.words.vocabulary import Vocabulary

_LEAST = 2  # holders of national bodies that tell


def raise_to_nation(holders: Sequence[Holder], vocabulary: Vocabulary) -> None:
    """Turn bare bodies of named holders into the national ones, where the sentence is about national office-holders."""
    offices = [office for holder in holders if holder.person is not None for office in holder.offices]
    bare = [body for office in offices if (body := _raisable(office, vocabulary)) is not None]
    if not bare:
        return
    national = sum(_national(office, vocabulary) for office in offices)
    if national >= _LEAST and national > len(offices) - national - len(bare):
        for body in bare:
            body.type, body.fixed = vocabulary.national[body.type], True


def _raisable(office: Office, vocabulary: Vocabulary) -> Institution | None:
    """The body of an office that is named by its kind alone and of which there is a national one."""
    body = office.institution
    return body if body is not None and not (body.name or body.fixed) and body.type in vocabulary.national else None


def _national(office: Office, vocabulary: Vocabulary) -> bool:
    """Whether an office is at a body of which there is one in the country, and no local office of it."""
    body = office.institution
    types = (body.type,) if body is not None else office.implied[:1]
    return any(_single(type_, vocabulary) for type_ in types)


def _single(type_: str, vocabulary: Vocabulary) -> bool:
    concept = vocabulary.concept(type_)
    return (
        concept.value("namedBy") == "none" and concept.value("level") == "national" and not concept.value("localOffice")
    )
