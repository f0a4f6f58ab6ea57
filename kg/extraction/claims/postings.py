"""Offices that a document gives to persons → postings: who holds which post at which body, seen on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.extraction.chunks import Holder, Office, Person
from kg.extraction.claims.confidence import Confidence
from kg.extraction.claims.findings import Findings
from kg.extraction.claims.post_names import PostNames
from kg.extraction.claims.sightings import Sightings
from kg.extraction.claims.term_marks import Handovers
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.words.vocabulary import Vocabulary
from kg.records import PostingRecord


class Tenure(NamedTuple):
    """An office in which a sentence shows a person of the article, at a body that is known."""

    person: str  # key
    body: str  # key
    name: Person
    office: Office
    holder: Holder
    sentence: Sentence


def tenures(sentences: Iterable[Sentence]) -> Iterator[Tenure]:
    """The offices of the persons of a document, in the order of the text; former ones are among them."""
    for sentence in sentences:
        for holder in sentence.holders:
            person = holder.person
            if person is not None and person.entity is not None:
                for office in holder.offices:
                    if office.entity is not None and not office.adherent:
                        yield Tenure(person.entity, office.entity, person, office, holder, sentence)


def postings(found: Findings, names: PostNames, confidence: Confidence) -> list[PostingRecord]:
    """The postings of a document, each by the words that say it best."""
    best: dict[tuple[str, str, str, bool], PostingRecord] = {}
    sightings = Sightings(found.events, found.document.published)
    held = list(tenures(found.sentences))
    told = any(tenure.office.passed for tenure in held)
    passing = _day_of_passing(found.events, names.vocabulary) if told else None
    for tenure in _without_callings(held, names.vocabulary):
        office, person = tenure.office, tenure.name
        rule = _rule(tenure)
        made: PostingRecord = {
            "person": found.ids[tenure.person],
            "post": names.of(office, tenure.body),
            "institution": found.ids[tenure.body],
            "rank": person.rank,
            "acting": office.acting,
            "confidence": confidence.of(rule),
            "evidence": found.evidence(
                min(office.start, person.full_start), max(office.end, person.full_end), tenure.sentence.span
            ),
            "role": office.role,
            "former": office.former,
            "seen": None if office.former or office.to_come else sightings.day(tenure.holder, tenure.sentence),
            "start": passing if office.passed and not office.former else None,
            "end": passing if office.passed and office.former else None,
            "rule": rule,
        }
        same = (tenure.person, tenure.body, office.role, office.former)
        known = best.get(same)
        if known is None or known["confidence"] < made["confidence"]:
            first, other = made, known
        else:
            first, other = known, made
        if other is not None:
            first["seen"], first["start"] = first["seen"] or other["seen"], first["start"] or other["start"]
            first["end"] = first["end"] or other["end"]
        best[same] = first
    return sorted(best.values(), key=lambda p: (p["evidence"]["start"], p["person"], p["institution"], p["post"]))


def _without_callings(held: list[Tenure], vocabulary: Vocabulary) -> Iterator[Tenure]:
    """The offices but for words that only call somebody by what many are: "Jaksa Ani", who heads the Kejari."""

    def calls(tenure: Tenure) -> bool:
        bare, concept = tenure.office.institution is None, vocabulary.concept(tenure.office.role)
        return bare and concept.flag("throughArticle") and concept.flag("fieldless")

    own = {(tenure.person, tenure.body) for tenure in held if not calls(tenure)}
    yield from (tenure for tenure in held if (tenure.person, tenure.body) not in own or not calls(tenure))


def _day_of_passing(events: Iterable[EventDraft], vocabulary: Vocabulary) -> str | None:
    """The day of the handover, or else of the swearing-in, that an article tells of; None for several or none."""
    handovers = Handovers(vocabulary.ontology)
    days = {True: set[str](), False: set[str]()}
    for draft in events:
        concept = vocabulary.concept(draft.concept)
        sworn = draft.kind == "ceremony" and concept.flag("ledByDoer")
        over = handovers.passes(draft.name)
        if (over or sworn) and draft.status == "held" and draft.day is not None and draft.day.precision == "day":
            days[over].add(draft.day.iso)
    found = days[True] or days[False]
    return found.pop() if len(found) == 1 else None


def _rule(tenure: Tenure) -> str:
    """What shows that the office is the person's: the words for it, in front of the name or behind it."""
    office = tenure.office
    if office.guessed:
        return "posting-misspelt"
    order = "apposition" if office.start > tenure.name.start else "title"
    bare = office.institution is None or not office.institution.name
    return f"posting-{'former' if office.former else order}{'-bare' if bare else ''}"
